#include <string.h>
#include <wchar.h>

#include "base/memory.h"
#include "term/internal.h"

static const struct cell *row_of(const struct frame *f, int row)
{
	return f->cells + (size_t)row * (size_t)f->cols;
}

/* Compares by members: padding bytes mean nothing. */
static bool same_cell(const struct cell *a, const struct cell *b)
{
	return a->cp == b->cp && a->cols == b->cols && a->style == b->style &&
	       memcmp(a->marks, b->marks, sizeof(a->marks)) == 0;
}

static bool same_row(const struct frame *a, const struct frame *b, int row)
{
	for (int col = 0; col < a->cols; col++)
		if (!same_cell(row_of(a, row) + col, row_of(b, row) + col))
			return false;
	return true;
}

static void set_cell(const struct term *t, const struct cell *c, cchar_t *out)
{
	wchar_t text[COLUMNS_MARKS + 2] = { (wchar_t)c->cp };

	for (int i = 0; i < COLUMNS_MARKS; i++)
		text[i + 1] = (wchar_t)c->marks[i];
	setcchar(out, text, t->looks[c->style].attrs, t->looks[c->style].pair, NULL);
}

/* A whole row at once: it neither wraps at the last column nor fails in the lower right corner,
 * and leaves no half of what stood there. */
static void show_row(struct term *t, const struct frame *f, int row, int cols)
{
	const struct cell *cells = row_of(f, row);
	int n = 0;

	for (int col = 0; col < f->cols && col + cells[col].cols <= cols; col++)
		if (cells[col].cols > 0)
			set_cell(t, &cells[col], &t->line[n++]);
	mvadd_wchnstr(row, 0, t->line, n);
}

static void keep(struct term *t, const struct frame *f)
{
	if (t->shown.rows != f->rows || t->shown.cols != f->cols) {
		frame_done(&t->shown);
		frame_init(&t->shown, f->rows, f->cols);
	}
	memcpy(t->shown.cells, f->cells, (size_t)f->rows * (size_t)f->cols * sizeof(*f->cells));
}

void term_show(struct term *t, const struct frame *f)
{
	int rows, cols;

	if (t->away || t->gone)
		return;
	/* The terminal may have changed after the frame was made: what does not fit waits for
	 * the next frame. */
	getmaxyx(stdscr, rows, cols);
	if (t->shown.rows != f->rows || t->shown.cols != f->cols)
		t->anew = true;
	if (t->anew) {
		t->line = memory_resize(t->line, (size_t)f->cols * sizeof(*t->line));
		erase();
		clearok(curscr, TRUE);
	}
	for (int row = 0; row < f->rows && row < rows; row++)
		if (t->anew || !same_row(&t->shown, f, row))
			show_row(t, f, row, cols);
	keep(t, f);
	t->anew = false;
	move(f->cursor_row < rows ? f->cursor_row : rows - 1,
	     f->cursor_col < cols ? f->cursor_col : cols - 1);
	refresh();
}

void term_redraw(struct term *t)
{
	t->anew = true;
}
