/* A document: text laid out in lines of a given width, ready to be scrolled and drawn. Layout is here and not in the view
 * because paging, jumping to a hit and aligning two columns need line counts before anything is drawn.
 *
 * A line is a chain of pieces, each with its column; columns count from the document's left edge. Lines may belong to an item:
 * what the cursor can stand on (a measure, a city of a summary, a pair of a comparison). Pieces borrow their text: from the
 * catalog, or from the document's own arena. */
#ifndef APP_DOCUMENT_H
#define APP_DOCUMENT_H

#include <stddef.h>

#include "app/style.h"
#include "base/arena.h"
#include "base/spans.h"
#include "base/wrap.h"

#define DOCUMENT_NONE ((size_t)-1) /* no item, no piece */

struct piece {
	const char *text;
	size_t n; /* bytes */
	int col;
	enum style style;
	size_t next; /* the line's next piece, or DOCUMENT_NONE */
};

struct line {
	size_t first, last; /* pieces, or DOCUMENT_NONE */
	size_t item;	    /* or DOCUMENT_NONE */
};

struct item {
	size_t id; /* what it stands for: a measure, a region, a pair, as its builder says */
	size_t first_line, end_line;
	size_t lead; /* first_line, or the first of the lines above it that stay with it: a group's heading */
};

struct document {
	struct piece *pieces;
	size_t piece_count, piece_capacity;
	struct line *lines;
	size_t line_count, line_capacity;
	struct item *items;
	size_t item_count, item_capacity;
	struct arena arena;
	struct wrap_lines wrapped; /* kept for its memory */
};

/* How a text flows into lines. */
struct flow {
	int col;		   /* of its first column */
	int width;		   /* columns, at least 1 */
	enum style style;
	const struct spans *marks; /* code points of the text that bear mark_style; NULL for none */
	enum style mark_style;
};

void document_clear(struct document *d); /* keeps the memory of the arrays */
void document_done(struct document *d);

/* Puts a piece on a line; lines up to it are made. */
void document_piece(struct document *d, size_t line, int col, const char *text, enum style style);

/* Flows text[0, n) from `line` on downwards; returns the line after the last one used. */
size_t document_flow(struct document *d, size_t line, const struct flow *flow, const char *text,
		     size_t n);

/* An item covers the lines from `first` up to `end`, which it makes where they are missing. */
void document_item(struct document *d, size_t id, size_t first, size_t end);

/* The last item's lead. */
void document_lead(struct document *d, size_t line);

/* The item that has the line among its own or its lead's; NULL when none has. */
const struct item *document_item_at(const struct document *d, size_t line);

void document_blank(struct document *d); /* ends with an empty line, unless it is empty or has one there */

/* A copy that lives as long as the document. */
const char *document_keep(struct document *d, const char *text, size_t n);

#endif
