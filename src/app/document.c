#include "app/document.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "base/columns.h"

void document_clear(struct document *d)
{
	d->piece_count = d->line_count = d->item_count = 0;
	arena_done(&d->arena);
}

void document_done(struct document *d)
{
	document_clear(d);
	free(d->pieces);
	free(d->lines);
	free(d->items);
	wrap_done(&d->wrapped);
	*d = (struct document){ 0 };
}

const char *document_keep(struct document *d, const char *text, size_t n)
{
	return arena_copy(&d->arena, text, n);
}

static void make_lines(struct document *d, size_t count)
{
	if (count <= d->line_count)
		return;
	d->lines = memory_grow(d->lines, &d->line_capacity, count, sizeof(*d->lines));
	while (d->line_count < count)
		d->lines[d->line_count++] =
			(struct line){ DOCUMENT_NONE, DOCUMENT_NONE, DOCUMENT_NONE };
}

static void add_piece(struct document *d, size_t line, int col, const char *text, size_t n,
		      enum style style)
{
	make_lines(d, line + 1);
	if (n == 0)
		return;
	d->pieces =
		memory_grow(d->pieces, &d->piece_capacity, d->piece_count + 1, sizeof(*d->pieces));
	size_t at = d->piece_count++;
	d->pieces[at] = (struct piece){ text, n, col, style, DOCUMENT_NONE };
	struct line *l = &d->lines[line];
	if (l->first == DOCUMENT_NONE)
		l->first = at;
	else
		d->pieces[l->last].next = at;
	l->last = at;
}

void document_piece(struct document *d, size_t line, int col, const char *text, enum style style)
{
	add_piece(d, line, col, text, strlen(text), style);
}

/* Where the marks of a flowing text are: walked once, from its start to its end. */
struct mark_walk {
	const struct flow *flow;
	size_t span;	 /* the first mark that does not end before `position` */
	size_t position; /* code points already passed */
};

/* Bytes from text[0] with one style, at most n; that style goes to *style. */
static size_t run_length(struct mark_walk *w, const char *text, size_t n, enum style *style)
{
	const struct spans *marks = w->flow->marks;
	while (marks && w->span < marks->count && marks->all[w->span].end <= w->position)
		w->span++;
	*style = w->flow->style;
	if (!marks || w->span == marks->count)
		return n;
	const struct span *s = &marks->all[w->span];
	size_t limit = s->start > w->position ? s->start - w->position : s->end - w->position;
	if (s->start <= w->position)
		*style = w->flow->mark_style;
	return utf8_offset(text, n, limit);
}

static void flow_line(struct document *d, size_t line, struct mark_walk *w, const char *text,
		      size_t n)
{
	int col = w->flow->col;
	for (size_t at = 0; at < n;) {
		enum style style;
		size_t length = run_length(w, text + at, n - at, &style);
		add_piece(d, line, col, text + at, length, style);
		col += columns_text(text + at, length);
		w->position += utf8_count(text + at, length);
		at += length;
	}
}

size_t document_flow(struct document *d, size_t line, const struct flow *flow, const char *text,
		     size_t n)
{
	struct mark_walk walk = { .flow = flow };
	size_t passed = 0;
	wrap_text(text, n, flow->width > 0 ? flow->width : 1, &d->wrapped);
	for (size_t i = 0; i < d->wrapped.count; i++, line++) {
		const struct wrap_line *w = &d->wrapped.all[i];
		make_lines(d, line + 1);
		walk.position += utf8_count(text + passed, w->start - passed);
		flow_line(d, line, &walk, text + w->start, w->end - w->start);
		passed = w->end;
	}
	return line;
}

void document_item(struct document *d, size_t id, size_t first, size_t end)
{
	make_lines(d, end);
	d->items = memory_grow(d->items, &d->item_capacity, d->item_count + 1, sizeof(*d->items));
	d->items[d->item_count] = (struct item){ id, first, end, first };
	for (size_t line = first; line < end; line++)
		d->lines[line].item = d->item_count;
	d->item_count++;
}

void document_lead(struct document *d, size_t line)
{
	d->items[d->item_count - 1].lead = line;
}

const struct item *document_item_at(const struct document *d, size_t line)
{
	size_t low = 0, high = d->item_count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (d->items[middle].end_line <= line)
			low = middle + 1;
		else
			high = middle;
	}
	return low < d->item_count && d->items[low].lead <= line ? &d->items[low] : NULL;
}

void document_blank(struct document *d)
{
	if (d->line_count && d->lines[d->line_count - 1].first != DOCUMENT_NONE)
		make_lines(d, d->line_count + 1);
}
