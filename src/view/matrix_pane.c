#include <string.h>

#include "base/tiles.h"
#include "compare/matrix_words.h"
#include "table/describe.h"
#include "view/panes.h"

enum { NARROW = 60, REMINDER_GAP = 3 };

/* Where a column of the grid begins, on the screen. */
static int left_of(const struct matrix_screen *s, size_t column)
{
	return MATRIX_GUTTER + s->name_cols + grid_left(&s->grid, column);
}

static bool is_cursor_row(const struct matrix_screen *s, size_t row)
{
	return row == matrix_screen_row(s);
}

/* One line of the headings; the column of the cursor stands out. */
static void draw_heading(struct frame *f, struct rect r, const struct app *a, int row)
{
	const struct matrix_screen *s = &a->matrix;
	struct buffer text = { 0 };
	if (row == 0)
		frame_string(f, (struct rect){ r.row, MATRIX_GUTTER, 1, s->name_cols }, 0, 0, "地域",
			     STYLE_HEADING);
	for (size_t i = 0; i < s->grid.count; i++) {
		if (!grid_shows(&s->grid, i))
			continue;
		buffer_clear(&text);
		if (i > 0) {
			headings_add(&s->headings, i - 1, row, &text);
		} else if (row == 0) {
			buffer_repeat(&text, ' ', s->grid.cols[0] - 4);
			buffer_text(&text, MATRIX_TOTAL);
		}
		enum style style = i == s->grid.sel ? STYLE_SELECTED : STYLE_HEADING;
		frame_string(f, r, 0, left_of(s, i), buffer_string(&text), style);
	}
	buffer_done(&text);
}

/* "<" and ">" where columns are hidden on that side. */
static void draw_hidden(struct frame *f, struct rect r, const struct matrix_screen *s)
{
	if (s->grid.first > s->grid.frozen && s->grid.end > s->grid.first)
		frame_string(f, r, 0, left_of(s, s->grid.first), "<", STYLE_KEY);
	if (s->grid.end < s->grid.count)
		frame_string(f, r, 0, r.cols - 1, ">", STYLE_KEY);
}

/* A number at the right of its column, nothing for 0; the cell under the cursor stands in brackets as well. */
static void draw_number(struct frame *f, struct rect r, const struct matrix_screen *s, size_t column,
			size_t number, bool selected, enum style style)
{
	struct buffer digits = { 0 };
	if (number)
		buffer_print(&digits, "%zu", number);
	int cols = digits.n ? (int)digits.n : 1, left = left_of(s, column);
	int right = left + s->grid.cols[column];
	frame_string(f, r, 0, right - (int)digits.n, buffer_string(&digits), style);
	if (selected) {
		frame_string(f, r, 0, right - cols - 1, "[", style);
		frame_string(f, r, 0, right, "]", style);
		frame_style(f, r, 0, right - cols - 1, right + 1, STYLE_SELECTED);
		frame_cursor(f, r, 0, right - cols - 1);
	}
	buffer_done(&digits);
}

static void draw_row(struct frame *f, struct rect r, const struct app *a, size_t row)
{
	const struct matrix_screen *s = &a->matrix;
	bool here = is_cursor_row(s, row);
	enum style style = here ? STYLE_CURRENT : row == MATRIX_ALL ? STYLE_HEADING : STYLE_TEXT;
	struct buffer name = { 0 };
	if (row == MATRIX_ALL)
		buffer_text(&name, MATRIX_TOTAL);
	else
		matrix_place(&name, a->catalog, s->matrix.rows[row].region);
	if (here)
		frame_fill(f, r, style);
	frame_string(f, r, 0, 0, here ? ">" : " ", style);
	if (row != MATRIX_ALL && marks_has(&a->marks, s->matrix.rows[row].region))
		frame_string(f, r, 0, 1, "*", style);
	pane_two_ends(f, (struct rect){ r.row, MATRIX_GUTTER, 1, s->name_cols }, buffer_string(&name), "",
		      style);
	for (size_t i = 0; i < s->grid.count; i++)
		if (grid_shows(&s->grid, i))
			draw_number(f, r, s, i,
				    matrix_count(&s->matrix, row, i ? i - 1 : MATRIX_ALL),
				    here && i == s->grid.sel, style);
	buffer_done(&name);
}

static void draw_having(struct frame *f, struct rect r, const struct matrix_screen *s)
{
	pane_two_ends(f, (struct rect){ r.row, MATRIX_GUTTER, 1, s->name_cols }, MATRIX_HAVING, "",
		      STYLE_DIM);
	for (size_t i = 0; i < s->grid.count; i++)
		if (grid_shows(&s->grid, i))
			draw_number(f, r, s, i, i ? s->matrix.columns[i - 1].rows : s->matrix.row_count,
				    false, STYLE_DIM);
}

static void draw_legend(struct frame *f, struct rect r, const struct matrix_screen *s)
{
	const char *const *texts = (const char *const *)s->legend.texts;
	struct buffer line = { 0 };
	for (int row = 0; row < s->legend_rows; row++) {
		buffer_clear(&line);
		tiles_add(texts, s->legend.count, r.cols - MATRIX_GUTTER, row, &line);
		frame_string(f, r, row, MATRIX_GUTTER, buffer_string(&line), STYLE_DIM);
	}
	buffer_done(&line);
}

/* What the cell is; behind it the reminder, where there is room. */
static void draw_words(struct frame *f, struct rect r, const struct app *a)
{
	const struct matrix_screen *s = &a->matrix;
	struct buffer words = { 0 };
	struct rect inner = { r.row, MATRIX_GUTTER, 1, r.cols - MATRIX_GUTTER };
	matrix_cell_words(&words, a->catalog, &s->matrix, matrix_screen_row(s),
			  matrix_screen_column(s), app_has_query(a));
	int cols = columns_text(buffer_string(&words), words.n);
	int reminder = columns_text(DESCRIBE_REMINDER, strlen(DESCRIBE_REMINDER));
	pane_two_ends(f, inner, buffer_string(&words), "", STYLE_LABEL);
	if (cols + REMINDER_GAP + reminder <= inner.cols)
		frame_string(f, inner, 0, inner.cols - reminder, DESCRIBE_REMINDER, STYLE_DIM);
	buffer_done(&words);
}

void pane_matrix_draw(struct frame *f, struct rect r, const struct app *a)
{
	const struct matrix_screen *s = &a->matrix;
	int row = r.row;
	for (int i = 0; i < s->heading_rows; i++, row++)
		draw_heading(f, (struct rect){ row, 0, 1, r.cols }, a, i);
	draw_hidden(f, (struct rect){ r.row, 0, 1, r.cols }, s);
	for (int i = 0; i < s->rows.height && s->rows.top + (size_t)i < s->rows.count; i++, row++)
		draw_row(f, (struct rect){ row, 0, 1, r.cols }, a, s->rows.top + (size_t)i);
	if (s->total_rows > 0)
		draw_row(f, (struct rect){ row++, 0, 1, r.cols }, a, MATRIX_ALL);
	if (s->total_rows > 1)
		draw_having(f, (struct rect){ row, 0, 1, r.cols }, s);
	int bottom = r.row + r.rows - s->words_rows;
	draw_legend(f, (struct rect){ bottom - s->legend_rows, 0, s->legend_rows, r.cols }, s);
	if (s->words_rows)
		draw_words(f, (struct rect){ bottom, 0, 1, r.cols }, a);
}

/* " 3,338 个地域 1,000,000 项 " */
static void add_counts(const struct matrix_screen *s, struct buffer *out)
{
	buffer_char(out, ' ');
	describe_count(out, s->matrix.row_count);
	buffer_text(out, " 个地域 ");
	describe_count(out, s->matrix.measures);
	buffer_text(out, " 项 ");
}

void pane_matrix_status(const struct app *a, int cols, struct buffer *left, struct buffer *right)
{
	const struct matrix_screen *s = &a->matrix;
	buffer_text(left, " 地域与类别，");
	matrix_order_words(left, a->catalog, &s->matrix);
	if (s->grid.end < s->grid.count || s->grid.first > s->grid.frozen)
		buffer_print(right, "第 %zu-%zu 类/%zu ", s->grid.first, s->grid.end - 1,
			     s->grid.count - 1);
	if (app_has_query(a) && !a->prompting)
		buffer_print(right, " 只计检索 %s：%zu 项命中 ", a->query_text, s->matrix.measures);
	else if (cols >= NARROW)
		add_counts(s, right);
}
