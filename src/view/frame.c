#include "view/frame.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"

/* clang-format off */
static const char letters[STYLE_COUNT] = {
	[STYLE_TEXT] = '.',           [STYLE_TITLE] = 'T',          [STYLE_HEADING] = 'H',
	[STYLE_LABEL] = 'L',          [STYLE_LINK] = 'U',           [STYLE_DIM] = 'D',
	[STYLE_WARNING] = 'W',        [STYLE_SELECTED] = 'S',       [STYLE_CURRENT] = 'C',
	[STYLE_HIT] = 'h',            [STYLE_HIT_CURRENT] = 'x',    [STYLE_DIFFER] = 'd',
	[STYLE_BAR] = 'b',            [STYLE_KEY] = 'k',            [STYLE_MESSAGE] = 'm',
	[STYLE_SEPARATOR] = 'i',
};
/* clang-format on */

static struct cell *cell_at(const struct frame *f, int row, int col)
{
	return &f->cells[(size_t)row * (size_t)f->cols + (size_t)col];
}

/* The part of the rectangle that lies in the frame; its corner keeps its meaning for the
 * caller's coordinates. */
static struct rect inside(const struct frame *f, struct rect r)
{
	int top = r.row > 0 ? r.row : 0;
	int left = r.col > 0 ? r.col : 0;
	int bottom = r.row + r.rows < f->rows ? r.row + r.rows : f->rows;
	int right = r.col + r.cols < f->cols ? r.col + r.cols : f->cols;

	return (struct rect){ top, left, bottom - top, right - left };
}

static void blank(struct cell *c, uint8_t style)
{
	*c = (struct cell){ .cp = ' ', .cols = 1, .style = style };
}

/* Makes the cell free to be written: where it is half of a wide character, the other half
 * becomes a space. */
static void release(struct frame *f, int row, int col)
{
	struct cell *c = cell_at(f, row, col);

	if (c->cols == 2)
		blank(c + 1, c[1].style);
	else if (c->cols == 0)
		blank(c - 1, c[-1].style);
}

static void put_blank(struct frame *f, int row, int col, enum style style)
{
	release(f, row, col);
	blank(cell_at(f, row, col), (uint8_t)style);
}

static void put(struct frame *f, int row, int col, uint32_t cp, int cols, enum style style)
{
	struct cell *c = cell_at(f, row, col);

	release(f, row, col);
	if (cols == 2) {
		release(f, row, col + 1);
		c[1] = (struct cell){ .cols = 0, .style = (uint8_t)style };
	}
	*c = (struct cell){ .cp = cp, .cols = (uint8_t)cols, .style = (uint8_t)style };
}

/* Adds a combining mark to the character that ends before `col`; one too many is shown as
 * nothing. */
static void put_mark(struct frame *f, int row, int col, uint32_t mark)
{
	struct cell *c = cell_at(f, row, col - 1);

	if (c->cols == 0)
		c--;
	for (int i = 0; i < COLUMNS_MARKS; i++) {
		if (c->marks[i])
			continue;
		c->marks[i] = mark;
		return;
	}
}

void frame_init(struct frame *f, int rows, int cols)
{
	assert(rows >= 1 && cols >= 1);
	*f = (struct frame){ .rows = rows, .cols = cols };
	f->cells = memory_new((size_t)rows * (size_t)cols * sizeof(*f->cells));
	frame_clear(f);
}

void frame_resize(struct frame *f, int rows, int cols)
{
	if (rows == f->rows && cols == f->cols) {
		frame_clear(f);
		return;
	}
	frame_done(f);
	frame_init(f, rows, cols);
}

void frame_clear(struct frame *f)
{
	size_t count = (size_t)f->rows * (size_t)f->cols;

	for (size_t i = 0; i < count; i++)
		blank(&f->cells[i], STYLE_TEXT);
	f->cursor_row = 0;
	f->cursor_col = 0;
}

void frame_done(struct frame *f)
{
	free(f->cells);
	*f = (struct frame){ 0 };
}

int frame_text(struct frame *f, struct rect r, int row, int col, const char *text, size_t n,
	       enum style style)
{
	struct rect part = inside(f, r);
	int y = r.row + row;
	int x = r.col + col;
	int end = part.col + part.cols;
	bool row_shown = part.cols > 0 && y >= part.row && y < part.row + part.rows;
	/* Whether the character that a mark would belong to stands before x. */
	bool based = row_shown && x > part.col && x < end;

	for (size_t i = 0; i < n;) {
		uint32_t cp;
		i += utf8_decode(text + i, n - i, &cp);
		int cols = columns_of(cp);

		if (cols == 0) {
			if (based)
				put_mark(f, y, x, columns_shown(cp));
			continue;
		}
		if (x + cols > end) {
			/* A wide character that the edge would halve: what stood there must not
			 * show. */
			if (row_shown && x >= part.col && x < end)
				put_blank(f, y, x, style);
			return (x > end ? x : end) - r.col;
		}
		based = row_shown && x >= part.col;
		if (based)
			put(f, y, x, columns_shown(cp), cols, style);
		else if (row_shown && x + cols > part.col)
			put_blank(f, y, part.col, style);
		x += cols;
	}
	return x - r.col;
}

int frame_string(struct frame *f, struct rect r, int row, int col, const char *text,
		 enum style style)
{
	return frame_text(f, r, row, col, text, strlen(text), style);
}

void frame_fill(struct frame *f, struct rect r, enum style style)
{
	struct rect part = inside(f, r);

	for (int row = part.row; row < part.row + part.rows; row++)
		for (int col = part.col; col < part.col + part.cols; col++)
			put_blank(f, row, col, style);
}

void frame_style(struct frame *f, struct rect r, int row, int from, int to, enum style style)
{
	struct rect part = inside(f, r);
	int y = r.row + row;
	int first = r.col + from > part.col ? r.col + from : part.col;
	int end = r.col + to < part.col + part.cols ? r.col + to : part.col + part.cols;

	if (y < part.row || y >= part.row + part.rows)
		return;
	for (int col = first; col < end; col++) {
		struct cell *c = cell_at(f, y, col);

		c->style = (uint8_t)style;
		if (c->cols == 2)
			c[1].style = (uint8_t)style;
		else if (c->cols == 0)
			c[-1].style = (uint8_t)style;
	}
}

static int clamp(int value, int first, int count)
{
	int last = first + (count > 0 ? count - 1 : 0);

	return value < first ? first : value > last ? last : value;
}

void frame_cursor(struct frame *f, struct rect r, int row, int col)
{
	f->cursor_row = clamp(clamp(r.row + row, r.row, r.rows), 0, f->rows);
	f->cursor_col = clamp(clamp(r.col + col, r.col, r.cols), 0, f->cols);
}

static void dump_cell(const struct cell *c, struct buffer *out)
{
	char bytes[UTF8_MAX];

	if (c->cols == 0)
		return;
	buffer_add(out, bytes, utf8_encode(c->cp, bytes));
	for (int i = 0; i < COLUMNS_MARKS && c->marks[i]; i++)
		buffer_add(out, bytes, utf8_encode(c->marks[i], bytes));
}

static bool is_blank(const struct cell *c)
{
	return c->cp == ' ' && !c->marks[0];
}

void frame_dump(const struct frame *f, struct buffer *out)
{
	for (int row = 0; row < f->rows; row++) {
		int end = f->cols;

		while (end > 0 && is_blank(cell_at(f, row, end - 1)))
			end--;
		for (int col = 0; col < end; col++)
			dump_cell(cell_at(f, row, col), out);
		buffer_char(out, '\n');
	}
}

void frame_dump_styles(const struct frame *f, struct buffer *out)
{
	for (int row = 0; row < f->rows; row++) {
		for (int col = 0; col < f->cols; col++)
			buffer_char(out, letters[cell_at(f, row, col)->style]);
		buffer_char(out, '\n');
	}
}
