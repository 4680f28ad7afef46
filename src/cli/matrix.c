#include "cli/matrix.h"

#include <string.h>

#include "base/columns.h"
#include "base/tiles.h"
#include "base/wrap.h"
#include "cli/narrow.h"
#include "cli/print.h"
#include "compare/matrix_words.h"
#include "table/describe.h"
#include "table/write_json.h"

enum {
	DEFAULT_COLS = 80,
	MOST_NAME_COLS = 40, /* a longer one pushes its row to the right */
};

/* The table that is printed as text: as wide as it is, its columns in parts that fit. */
struct page {
	const struct catalog *c;
	const struct matrix *m;
	struct headings headings;
	int name_cols, total_cols;
	size_t first, end; /* columns of the part that is printed */
	struct buffer *out;
};

static void add_safe(struct buffer *out, const struct buffer *words)
{
	columns_add_safe(out, buffer_string(words), words->n);
}

static void end_line(struct buffer *out)
{
	while (out->n && out->bytes[out->n - 1] == ' ')
		out->bytes[--out->n] = '\0';
	buffer_char(out, '\n');
}

void matrix_title(const struct catalog *c, struct buffer *out)
{
	buffer_print(out, "地域与类别：%s", c->tables[0].title);
	if (c->table_count > 1)
		buffer_print(out, " 等 %zu 份", c->table_count);
}

const char *matrix_note(const struct catalog *c, const struct matrix *m)
{
	return matrix_infers(c, m) ? MATRIX_NOTE MATRIX_INFERRED : MATRIX_NOTE;
}

void matrix_summary(const struct catalog *c, const struct matrix *m, const char *query, struct buffer *out)
{
	if (query)
		buffer_print(out, "只计检索“%s”命中的措施：", query);
	describe_count(out, m->row_count);
	buffer_text(out, " 个地域，");
	describe_count(out, m->measures);
	buffer_text(out, " 项措施，");
	matrix_order_words(out, c, m);
	buffer_text(out, "。");
}

static void add_name(const struct page *p, const char *name)
{
	size_t n = strlen(name);
	columns_add_safe(p->out, name, n);
	buffer_repeat(p->out, ' ', p->name_cols - columns_text(name, n));
}

/* A number at the right of its columns; nothing for 0. */
static void add_number(const struct page *p, size_t number, int cols)
{
	struct buffer digits = { 0 };
	if (number)
		buffer_print(&digits, "%zu", number);
	buffer_repeat(p->out, ' ', cols - (int)digits.n);
	buffer_text(p->out, buffer_string(&digits));
	buffer_done(&digits);
}

/* A line that only columns of another part have a character on is left out. */
static void text_headings(const struct page *p)
{
	for (int row = 0; row < p->headings.rows; row++) {
		size_t begin = p->out->n;
		add_name(p, row ? "" : "地域");
		buffer_repeat(p->out, ' ', p->total_cols - columns_text(MATRIX_TOTAL, strlen(MATRIX_TOTAL)));
		buffer_text(p->out, row ? "    " : MATRIX_TOTAL);
		for (size_t i = p->first; i < p->end; i++)
			headings_add(&p->headings, i, row, p->out);
		end_line(p->out);
		if (p->out->n == begin + 1)
			p->out->bytes[--p->out->n] = '\0';
	}
}

static void text_row(const struct page *p, size_t row)
{
	struct buffer name = { 0 };
	if (row == MATRIX_ALL)
		buffer_text(&name, MATRIX_TOTAL);
	else
		matrix_place(&name, p->c, p->m->rows[row].region);
	add_name(p, buffer_string(&name));
	add_number(p, matrix_count(p->m, row, MATRIX_ALL), p->total_cols);
	for (size_t i = p->first; i < p->end; i++)
		add_number(p, matrix_count(p->m, row, i), p->headings.all[i].cols);
	end_line(p->out);
	buffer_done(&name);
}

static void text_having(const struct page *p)
{
	add_name(p, MATRIX_HAVING);
	add_number(p, p->m->row_count, p->total_cols);
	for (size_t i = p->first; i < p->end; i++)
		add_number(p, p->m->columns[i].rows, p->headings.all[i].cols);
	end_line(p->out);
}

/* The next columns that fit, at least one. Returns what they take with the names and totals. */
static int next_part(struct page *p, int width)
{
	int cols = p->name_cols + p->total_cols;
	p->first = p->end;
	while (p->end < p->headings.count &&
	       (p->end == p->first || cols + p->headings.all[p->end].cols <= width))
		cols += p->headings.all[p->end++].cols;
	return cols;
}

static void text_part(struct page *p, int width)
{
	int cols = next_part(p, width);
	buffer_char(p->out, '\n');
	text_headings(p);
	buffer_repeat(p->out, '-', cols);
	buffer_char(p->out, '\n');
	for (size_t i = 0; i < p->m->row_count; i++)
		text_row(p, i);
	buffer_repeat(p->out, '-', cols);
	buffer_char(p->out, '\n');
	text_row(p, MATRIX_ALL);
	text_having(p);
}

static void text_wrapped(const char *text, int width, struct buffer *out)
{
	struct wrap_lines lines = { 0 };
	wrap_text(text, strlen(text), width, &lines);
	for (size_t i = 0; i < lines.count; i++) {
		columns_add_safe(out, text + lines.all[i].start, lines.all[i].end - lines.all[i].start);
		buffer_char(out, '\n');
	}
	wrap_done(&lines);
}

static void text_legend(const struct catalog *c, int width, struct buffer *out)
{
	struct matrix_legend legend = { 0 };
	matrix_legend_set(&legend, c);
	const char *const *texts = (const char *const *)legend.texts;
	int rows = tiles_rows(texts, legend.count, width);
	for (int row = 0; row < rows; row++) {
		tiles_add(texts, legend.count, width, row, out);
		buffer_char(out, '\n');
	}
	matrix_legend_done(&legend);
}

static void matrix_text(const struct catalog *c, const struct matrix *m, const char *query, int width,
			struct buffer *out)
{
	struct page p = { .c = c, .m = m, .out = out };
	struct buffer words = { 0 };
	width = width ? width : DEFAULT_COLS;
	p.name_cols = matrix_name_cols(c, m);
	if (p.name_cols > MOST_NAME_COLS)
		p.name_cols = MOST_NAME_COLS;
	p.total_cols = matrix_total_cols(m);
	matrix_headings(c, m, width - p.name_cols - p.total_cols, &p.headings);
	matrix_title(c, &words);
	text_wrapped(buffer_string(&words), width, out);
	buffer_clear(&words);
	matrix_summary(c, m, query, &words);
	text_wrapped(buffer_string(&words), width, out);
	do
		text_part(&p, width);
	while (p.end < p.headings.count);
	buffer_char(out, '\n');
	text_wrapped(matrix_note(c, m), width, out);
	text_legend(c, width, out);
	buffer_text(out, DESCRIBE_REMINDER "\n");
	headings_done(&p.headings);
	buffer_done(&words);
}

static const char *id_of(const struct catalog *c, size_t column)
{
	return column < c->category_count ? c->categories[column].id : NULL;
}

static void json_columns(const struct catalog *c, const struct matrix *m, struct buffer *out)
{
	buffer_text(out, " \"categories\": [");
	for (size_t i = 0; i < m->column_count; i++) {
		buffer_text(out, i ? ",\n  {\"id\": " : "\n  {\"id\": ");
		write_json_string(out, id_of(c, i));
		buffer_text(out, ", \"name\": ");
		write_json_string(out, matrix_name(c, i));
		buffer_text(out, ", \"short\": ");
		write_json_string(out, matrix_short_name(c, i));
		buffer_print(out, ", \"measures\": %zu, \"regions\": %zu}", m->columns[i].measures,
			     m->columns[i].rows);
	}
	buffer_text(out, "],\n");
}

static void json_row(const struct catalog *c, const struct matrix *m, size_t row, struct buffer *out)
{
	const struct region *r = &c->regions[m->rows[row].region];
	buffer_text(out, row ? ",\n  {\"region\": " : "\n  {\"region\": ");
	write_json_region(out, c, m->rows[row].region);
	if (r->code)
		buffer_print(out, ", \"code\": \"%06d\"", r->code);
	else
		buffer_text(out, ", \"code\": null");
	buffer_print(out, ", \"measures\": %zu, \"counts\": [", m->rows[row].measures);
	for (size_t i = 0; i < m->column_count; i++)
		buffer_print(out, "%s%zu", i ? ", " : "", matrix_count(m, row, i));
	buffer_text(out, "]}");
}

static void matrix_json(const struct catalog *c, const struct matrix *m, const char *query,
			struct buffer *out)
{
	static const char *const orders[] = { [MATRIX_BY_CODE] = "code",
					      [MATRIX_BY_TOTAL] = "total",
					      [MATRIX_BY_COLUMN] = "category" };
	buffer_text(out, "{\"query\": ");
	write_json_string(out, query);
	buffer_print(out, ", \"order\": \"%s\", \"by\": ", orders[m->order]);
	write_json_string(out, m->order == MATRIX_BY_COLUMN ? id_of(c, m->by) : NULL);
	buffer_print(out, ", \"measures\": %zu, \"regions\": %zu,\n", m->measures, m->row_count);
	json_columns(c, m, out);
	buffer_text(out, " \"rows\": [");
	for (size_t i = 0; i < m->row_count; i++)
		json_row(c, m, i, out);
	buffer_text(out, "]}\n");
}

void matrix_print(const struct catalog *c, const struct matrix *m, const char *query, enum format format,
		  int width, struct buffer *out)
{
	switch (format) {
	case FORMAT_TEXT:
		matrix_text(c, m, query, width, out);
		break;
	case FORMAT_MARKDOWN:
		matrix_markdown(c, m, query, out);
		break;
	case FORMAT_CSV:
		matrix_sheet(c, m, format, out);
		break;
	case FORMAT_JSON:
		matrix_json(c, m, query, out);
		break;
	case FORMAT_HTML:
		matrix_html(c, m, query, out);
		break;
	}
}

/* code, total or a category, by any of its names. */
static bool order(const struct options *o, const struct catalog *c, struct matrix *m, struct error *err)
{
	struct buffer known = { 0 }, safe = { 0 };
	const char *word = o->sort ? o->sort : "code";
	size_t column = matrix_column(c, m, word);
	bool by_code = strcmp(word, "code") == 0 || strcmp(word, "代码") == 0;
	bool by_total = strcmp(word, "total") == 0 || strcmp(word, MATRIX_TOTAL) == 0;
	if (by_code || by_total) {
		matrix_sort(m, by_code ? MATRIX_BY_CODE : MATRIX_BY_TOTAL, 0);
		return true;
	}
	if (column != MATRIX_ALL) {
		matrix_sort(m, MATRIX_BY_COLUMN, column);
		return true;
	}
	columns_add_safe(&safe, word, strlen(word));
	for (size_t i = 0; i < m->column_count; i++)
		buffer_print(&known, "%s%s", i ? "、" : "，或按类别：", matrix_short_name(c, i));
	struct buffer names = { 0 };
	add_safe(&names, &known);
	error_set(err, "选项 --sort 不认识“%s”，可用的是：code、total%s", buffer_string(&safe),
		  buffer_string(&names));
	buffer_done(&known);
	buffer_done(&safe);
	buffer_done(&names);
	return false;
}

int print_matrix(const struct options *o, const struct catalog *c, struct engine *engine,
		 struct buffer *out, struct error *err)
{
	struct narrow n;
	struct matrix m;
	int code = EXIT_FOUND;
	if (narrow_begin(&n, o, c, engine, &code, err)) {
		matrix_build(c, narrow_set(&n), &m);
		if (order(o, c, &m, err))
			matrix_print(c, &m, n.typed, o->format, o->width, out);
		else
			code = EXIT_USAGE;
		matrix_done(&m);
	}
	narrow_done(&n);
	return code;
}
