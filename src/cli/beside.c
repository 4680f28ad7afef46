#include "cli/beside.h"

#include <string.h>

#include "base/columns.h"

static const char between[] = " | ";

enum {
	INDENT = 2,	/* under the name, when stacked */
	HANG_MOST = 8,	/* a longer number flows with the text */
	COLS_LEAST = 2, /* one wide character */
};

struct beside beside_begin(struct buffer *out, int width)
{
	struct beside b = { .out = out, .width = width, .stacked = width < BESIDE_LEAST };
	b.cols = b.stacked ? width - INDENT : (width - (int)strlen(between)) / 2;
	if (b.cols < COLS_LEAST)
		b.cols = COLS_LEAST;
	return b;
}

/* One side, ready to be printed line by line. */
struct flowed {
	struct buffer text;
	const char *number;
	int hang; /* columns that the number takes on the first line, spaces on the others */
	const struct wrap_lines *lines;
};

static struct flowed flow(const struct beside_cell *cell, int cols, struct wrap_lines *lines)
{
	struct flowed f = { .number = cell->number, .lines = lines };
	size_t n = strlen(cell->number);
	int hang = n ? columns_text(cell->number, n) + 1 : 0;
	if (hang > HANG_MOST || cols - hang < COLS_LEAST)
		buffer_print(&f.text, "%s ", cell->number);
	else
		f.hang = hang;
	buffer_text(&f.text, cell->text);
	wrap_text(buffer_string(&f.text), f.text.n, cols - f.hang, lines);
	return f;
}

static void add_line(struct buffer *out, const struct flowed *f, size_t line)
{
	if (line >= f->lines->count)
		return;
	const struct wrap_line *l = &f->lines->all[line];
	if (line == 0 && f->hang) {
		buffer_text(out, f->number);
		buffer_char(out, ' ');
	} else {
		buffer_repeat(out, ' ', f->hang);
	}
	buffer_add(out, buffer_string(&f->text) + l->start, l->end - l->start);
}

/* Ends the line, without the spaces at its end. */
static void end_line(struct buffer *out)
{
	while (out->n && out->bytes[out->n - 1] == ' ')
		out->n--;
	buffer_char(out, '\n');
}

static void add_beside(struct beside *b, const struct flowed *left, const struct flowed *right)
{
	struct buffer line = { 0 };
	size_t count = left->lines->count;
	if (right->lines->count > count)
		count = right->lines->count;
	for (size_t i = 0; i < count; i++) {
		buffer_clear(&line);
		add_line(&line, left, i);
		buffer_text(b->out, buffer_string(&line));
		buffer_repeat(b->out, ' ', b->cols - columns_text(buffer_string(&line), line.n));
		buffer_text(b->out, between);
		add_line(b->out, right, i);
		end_line(b->out);
	}
	buffer_done(&line);
}

static void add_stacked(struct beside *b, const struct beside_cell *cell, const struct flowed *f)
{
	buffer_print(b->out, "%s\n", cell->name);
	for (size_t i = 0; i < f->lines->count; i++) {
		buffer_repeat(b->out, ' ', INDENT);
		add_line(b->out, f, i);
		end_line(b->out);
	}
}

void beside_row(struct beside *b, const struct beside_cell *left, const struct beside_cell *right)
{
	struct flowed l = flow(left, b->cols, &b->lines[0]);
	struct flowed r = flow(right, b->cols, &b->lines[1]);
	if (b->stacked) {
		add_stacked(b, left, &l);
		add_stacked(b, right, &r);
	} else {
		add_beside(b, &l, &r);
	}
	buffer_done(&l.text);
	buffer_done(&r.text);
}

void beside_text(struct beside *b, const char *text)
{
	struct wrap_lines *lines = &b->lines[0];
	wrap_text(text, strlen(text), b->width < COLS_LEAST ? COLS_LEAST : b->width, lines);
	for (size_t i = 0; i < lines->count; i++) {
		const struct wrap_line *l = &lines->all[i];
		buffer_add(b->out, text + l->start, l->end - l->start);
		buffer_char(b->out, '\n');
	}
}

void beside_rule(struct beside *b)
{
	buffer_repeat(b->out, '-', b->stacked ? b->width : b->cols + 1);
	if (!b->stacked) {
		buffer_char(b->out, '+');
		buffer_repeat(b->out, '-', b->cols + 1);
	}
	buffer_char(b->out, '\n');
}

void beside_done(struct beside *b)
{
	wrap_done(&b->lines[0]);
	wrap_done(&b->lines[1]);
}
