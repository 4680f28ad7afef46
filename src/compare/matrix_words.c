#include "compare/matrix_words.h"

#include <stdlib.h>
#include <string.h>

#include "base/columns.h"
#include "base/memory.h"
#include "table/describe.h"

static int text_cols(const char *text)
{
	return columns_text(text, strlen(text));
}

static int digits(size_t number)
{
	int count = 1;
	for (; number >= 10; number /= 10)
		count++;
	return count;
}

bool matrix_is_inferred(const struct catalog *c, size_t region)
{
	size_t path[CATALOG_DEPTH];
	size_t length = catalog_path(c, region, path);
	for (size_t i = 0; i < length; i++)
		if (c->regions[path[i]].inferred)
			return true;
	return false;
}

void matrix_place(struct buffer *out, const struct catalog *c, size_t region)
{
	describe_place(out, c, region);
	buffer_text(out, matrix_is_inferred(c, region) ? " ?" : "");
}

bool matrix_infers(const struct catalog *c, const struct matrix *m)
{
	for (size_t i = 0; i < m->row_count; i++)
		if (matrix_is_inferred(c, m->rows[i].region))
			return true;
	return false;
}

void matrix_order_words(struct buffer *out, const struct catalog *c, const struct matrix *m)
{
	switch (m->order) {
	case MATRIX_BY_CODE:
		buffer_text(out, "按代码排列");
		break;
	case MATRIX_BY_TOTAL:
		buffer_text(out, "按" MATRIX_TOTAL "从多到少");
		break;
	case MATRIX_BY_COLUMN:
		buffer_print(out, "按“%s”从多到少", matrix_short_name(c, m->by));
		break;
	}
}

static const char *none(bool narrowed)
{
	return narrowed ? "没有命中" : DESCRIBE_NOT_LISTED;
}

/* "7 个地域有此类，14 个本表未列" */
static void add_having(struct buffer *out, const struct matrix *m, size_t column, bool narrowed)
{
	size_t rows = m->columns[column].rows;
	buffer_print(out, "%zu 个地域有此类", rows);
	if (rows < m->row_count)
		buffer_print(out, "，%zu 个%s", m->row_count - rows, none(narrowed));
}

void matrix_cell_words(struct buffer *out, const struct catalog *c, const struct matrix *m, size_t row,
		       size_t column, bool narrowed)
{
	size_t count = matrix_count(m, row, column);
	if (row != MATRIX_ALL)
		matrix_place(out, c, m->rows[row].region);
	if (column != MATRIX_ALL)
		buffer_print(out, "%s%s", row == MATRIX_ALL ? "" : "，", matrix_name(c, column));
	else
		buffer_text(out, MATRIX_TOTAL);
	if (count)
		buffer_print(out, "：%zu 项", count);
	else
		buffer_print(out, "：%s", none(narrowed));
	if (column != MATRIX_ALL) {
		buffer_text(out, "；");
		add_having(out, m, column, narrowed);
	} else if (row == MATRIX_ALL) {
		buffer_print(out, "，%zu 个地域", m->row_count);
	}
}

void matrix_legend_set(struct matrix_legend *l, const struct catalog *c)
{
	struct buffer text = { 0 };
	matrix_legend_done(l);
	for (size_t i = 0; i < c->category_count; i++) {
		const char *name = matrix_name(c, i), *brief = matrix_short_name(c, i);
		bool same = strcmp(name, brief) == 0;
		if (same && text_cols(name) <= HEADINGS_FLAT)
			continue;
		buffer_clear(&text);
		if (!same)
			buffer_print(&text, "%s=", brief);
		buffer_text(&text, name);
		l->texts[l->count++] = memory_copy(buffer_string(&text), text.n);
	}
	buffer_done(&text);
}

void matrix_legend_done(struct matrix_legend *l)
{
	for (size_t i = 0; i < l->count; i++)
		free(l->texts[i]);
	*l = (struct matrix_legend){ 0 };
}

void matrix_headings(const struct catalog *c, const struct matrix *m, int room, struct headings *out)
{
	struct heading columns[CATALOG_CATEGORIES + 1];
	for (size_t i = 0; i < m->column_count; i++)
		columns[i] = (struct heading){ matrix_short_name(c, i),
					       digits(m->columns[i].measures), 0 };
	headings_set(out, columns, m->column_count, room);
}

int matrix_total_cols(const struct matrix *m)
{
	int title = text_cols(MATRIX_TOTAL), number = digits(m->measures);
	return 1 + (title > number ? title : number);
}

int matrix_name_cols(const struct catalog *c, const struct matrix *m)
{
	struct buffer name = { 0 };
	int widest = text_cols(MATRIX_HAVING);
	for (size_t i = 0; i < m->row_count; i++) {
		buffer_clear(&name);
		matrix_place(&name, c, m->rows[i].region);
		int cols = columns_text(buffer_string(&name), name.n);
		widest = cols > widest ? cols : widest;
	}
	buffer_done(&name);
	return widest;
}
