#include "base/columns.h"
#include "cli/html.h"
#include "cli/matrix.h"
#include "compare/matrix_words.h"

enum {
	PAPER = 22,	/* categories that stand side by side on a page; more stand below */
	NAME_PERCENT = 16,
	TOTAL_PERCENT = 5,
};

static void count_cell(struct html *h, size_t count)
{
	struct buffer digits = { 0 };
	if (count)
		buffer_print(&digits, "%zu", count);
	html_cell(h, buffer_string(&digits));
	buffer_done(&digits);
}

static void add_row(struct html *h, const struct catalog *c, const struct matrix *m, size_t row,
		    size_t first, size_t end)
{
	struct buffer name = { 0 };
	if (row == MATRIX_ALL)
		buffer_text(&name, MATRIX_TOTAL);
	else
		matrix_place(&name, c, m->rows[row].region);
	html_row_begin(h);
	html_head_cell(h, buffer_string(&name));
	count_cell(h, matrix_count(m, row, MATRIX_ALL));
	for (size_t i = first; i < end; i++)
		count_cell(h, matrix_count(m, row, i));
	html_row_end(h);
	buffer_done(&name);
}

static void add_having(struct html *h, const struct matrix *m, size_t first, size_t end)
{
	html_row_begin(h);
	html_head_cell(h, MATRIX_HAVING);
	count_cell(h, m->row_count);
	for (size_t i = first; i < end; i++)
		count_cell(h, m->columns[i].rows);
	html_row_end(h);
}

static void add_part(struct html *h, const struct catalog *c, const struct matrix *m, size_t first,
		     size_t end)
{
	struct html_column columns[PAPER + 2] = { { "地域", NAME_PERCENT, false },
						  { MATRIX_TOTAL, TOTAL_PERCENT, true } };
	for (size_t i = first; i < end; i++)
		columns[2 + i - first] = (struct html_column){ matrix_short_name(c, i), 0, true };
	html_table_begin(h, columns, 2 + end - first);
	for (size_t i = 0; i < m->row_count; i++)
		add_row(h, c, m, i, first, end);
	add_row(h, c, m, MATRIX_ALL, first, end);
	add_having(h, m, first, end);
	html_table_end(h);
}

void matrix_html(const struct catalog *c, const struct matrix *m, const char *query, struct buffer *out)
{
	struct html h;
	struct buffer words = { 0 };
	struct matrix_legend legend = { 0 };
	size_t first = 0;
	matrix_title(c, &words);
	html_begin(&h, out, HTML_LANDSCAPE, buffer_string(&words));
	buffer_clear(&words);
	matrix_summary(c, m, query, &words);
	html_paragraph(&h, buffer_string(&words));
	do {
		size_t end = m->column_count - first > PAPER ? first + PAPER : m->column_count;
		add_part(&h, c, m, first, end);
		first = end;
	} while (first < m->column_count);
	html_paragraph(&h, matrix_note(c, m));
	matrix_legend_set(&legend, c);
	buffer_clear(&words);
	for (size_t i = 0; i < legend.count; i++)
		buffer_print(&words, "%s%s", i ? "；" : "", legend.texts[i]);
	if (legend.count)
		html_paragraph(&h, buffer_string(&words));
	html_end(&h, c);
	matrix_legend_done(&legend);
	buffer_done(&words);
}
