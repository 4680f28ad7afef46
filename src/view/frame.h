/* A screen as a value: a grid of cells. Views write into it and know no terminal; term/ shows
 * it; tests read it.
 *
 * Always: a wide character has its left cell (cols 2) and its right cell (cols 0) in the same
 * row, both or neither; writing over one half turns the other into a space. Nothing is written
 * outside the frame. All text passes columns_shown() on its way in, so a frame never holds an
 * unsafe code point. */
#ifndef VIEW_FRAME_H
#define VIEW_FRAME_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "app/style.h"
#include "base/buffer.h"
#include "base/columns.h"

/* Own chrome: plain ASCII, which no terminal draws wide. */
enum { FRAME_VLINE = '|', FRAME_HLINE = '-' };

struct cell {
	uint32_t cp;		       /* shown; 0 in the right half of a wide character */
	uint32_t marks[COLUMNS_MARKS]; /* combining marks, 0 after the last */
	uint8_t cols;		       /* 1; 2 left half; 0 right half */
	uint8_t style;		       /* enum style */
};

struct frame {
	int rows, cols;
	struct cell *cells; /* rows * cols, row after row; owned */
	int cursor_row;	    /* where the terminal's cursor stands: always inside the frame */
	int cursor_col;
};

struct rect {
	int row, col; /* of the upper left cell */
	int rows, cols;
};

void frame_init(struct frame *f, int rows, int cols); /* both at least 1; all spaces, STYLE_TEXT */
void frame_resize(struct frame *f, int rows, int cols); /* empties the frame too */
void frame_clear(struct frame *f); /* all spaces, STYLE_TEXT, the cursor at 0, 0 */
void frame_done(struct frame *f);

/* Writes text[0, n) from column `col` of row `row`, both counted from the rectangle's corner,
 * clipped to the rectangle on both sides (col may be negative) at whole characters; returns the
 * column after the last character, at least the rectangle's end when something was clipped
 * there. A wide character that an edge would halve leaves a space of the style in its visible
 * half. A text that begins with combining marks puts them on the character before `col`, so that
 * a text may be written in pieces, each from where the one before ended. */
int frame_text(struct frame *f, struct rect r, int row, int col, const char *text, size_t n,
	       enum style style);
int frame_string(struct frame *f, struct rect r, int row, int col, const char *text,
		 enum style style);
void frame_fill(struct frame *f, struct rect r, enum style style); /* with spaces */
/* Gives cells [from, to) of a row another style; a half is never styled without its other half. */
void frame_style(struct frame *f, struct rect r, int row, int from, int to, enum style style);
void frame_cursor(struct frame *f, struct rect r, int row, int col); /* clamped to the rectangle */

/* The rows as text, trailing spaces removed, a newline after each: equal to what a terminal
 * would show. */
void frame_dump(const struct frame *f, struct buffer *out);
/* One letter a cell, a newline after each row, so that a test can see highlights: . text, Title,
 * Heading, Label, U link, Dim, Warning, Selected, Current, hit, x current hit, differ, bar, key,
 * message, i separator. */
void frame_dump_styles(const struct frame *f, struct buffer *out);

#endif
