#include "cli/markdown.h"
#include "cli/matrix.h"
#include "cli/sheet.h"
#include "compare/matrix_words.h"
#include "table/describe.h"

static void count_cell(struct sheet *s, size_t count)
{
	if (count)
		sheet_number(s, (long long)count);
	else
		sheet_text(s, "");
}

/* A spreadsheet says it in a column of its own, so that the region stays what it is called. */
static void inferred_cell(struct sheet *s, bool inferred)
{
	if (s->format == FORMAT_CSV)
		sheet_text(s, inferred ? "推断，原表未印" : "");
}

static void sheet_row(struct sheet *s, const struct catalog *c, const struct matrix *m, size_t row)
{
	struct buffer words = { 0 };
	const struct region *r = row == MATRIX_ALL ? NULL : &c->regions[m->rows[row].region];
	if (r)
		describe_region(&words, c, m->rows[row].region);
	bool inferred = r && matrix_is_inferred(c, m->rows[row].region);
	buffer_text(&words, inferred && s->format != FORMAT_CSV ? " ?" : "");
	sheet_text(s, r ? buffer_string(&words) : MATRIX_TOTAL);
	buffer_clear(&words);
	if (r && r->code)
		buffer_print(&words, "%06d", r->code);
	sheet_text(s, buffer_string(&words));
	inferred_cell(s, inferred);
	count_cell(s, matrix_count(m, row, MATRIX_ALL));
	for (size_t i = 0; i < m->column_count; i++)
		count_cell(s, matrix_count(m, row, i));
	sheet_end_row(s);
	buffer_done(&words);
}

/* Rows are the same in both; a spreadsheet has room for the full names. */
void matrix_sheet(const struct catalog *c, const struct matrix *m, enum format format,
		  struct buffer *out)
{
	const char *titles[CATALOG_CATEGORIES + 5] = { "地域", "代码" };
	size_t count = 2;
	if (format == FORMAT_CSV)
		titles[count++] = "推断";
	titles[count++] = MATRIX_TOTAL;
	for (size_t i = 0; i < m->column_count; i++)
		titles[count++] = format == FORMAT_CSV ? matrix_name(c, i) : matrix_short_name(c, i);
	struct sheet s = sheet_begin(out, format, titles, count);
	for (size_t i = 0; i < m->row_count; i++)
		sheet_row(&s, c, m, i);
	sheet_row(&s, c, m, MATRIX_ALL);
	sheet_text(&s, MATRIX_HAVING);
	sheet_text(&s, "");
	inferred_cell(&s, false);
	count_cell(&s, m->row_count);
	for (size_t i = 0; i < m->column_count; i++)
		count_cell(&s, m->columns[i].rows);
	sheet_end_row(&s);
}

void matrix_markdown(const struct catalog *c, const struct matrix *m, const char *query,
		     struct buffer *out)
{
	struct matrix_legend legend = { 0 };
	struct buffer words = { 0 };
	buffer_text(out, "# ");
	matrix_title(c, &words);
	markdown_text(out, buffer_string(&words));
	buffer_text(out, "\n\n");
	buffer_clear(&words);
	matrix_summary(c, m, query, &words);
	markdown_text(out, buffer_string(&words));
	buffer_text(out, "\n\n");
	matrix_sheet(c, m, FORMAT_MARKDOWN, out);
	buffer_print(out, "\n%s\n\n", matrix_note(c, m));
	matrix_legend_set(&legend, c);
	for (size_t i = 0; i < legend.count; i++) {
		buffer_text(out, "- ");
		markdown_text(out, legend.texts[i]);
		buffer_char(out, '\n');
	}
	buffer_text(out, legend.count ? "\n" DESCRIBE_REMINDER "\n" : DESCRIBE_REMINDER "\n");
	matrix_legend_done(&legend);
	buffer_done(&words);
}
