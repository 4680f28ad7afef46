/* Headings over columns of numbers: flat, each name on one line, or upright, a character below the
 * other, as Chinese tables set them where columns are narrower than their names.
 *
 * All columns of a table are set alike: upright where flat headings do not fit into the room and a
 * quarter of it or more is won. A flat name takes at most HEADINGS_FLAT columns, an upright one
 * HEADINGS_UPRIGHT lines; a longer one ends in "~". Numbers and flat names stand at the right of their
 * column, upright names hang from the first line. Before each column is a gap, at least one and where
 * there is room up to HEADINGS_GAP, so that the cell before a number is always free for a mark. */
#ifndef BASE_HEADINGS_H
#define BASE_HEADINGS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

enum { HEADINGS_FLAT = 8, HEADINGS_UPRIGHT = 4, HEADINGS_GAP = 3 };

struct heading {
	const char *name; /* borrowed */
	int numbers;	  /* columns that the widest number below takes */
	int cols;	  /* of the column, with the gap before it; set by headings_set() */
};

struct headings { /* zeroed: none */
	struct heading *all; /* owned */
	size_t count;
	bool upright;
	int rows; /* lines that the names take; 0 without columns */
};

/* Replaces what `h` held; `from` gives names and numbers, `room` is what all columns may take. */
void headings_set(struct headings *h, const struct heading *from, size_t count, int room);
void headings_done(struct headings *h);

/* One line of one heading, safe, in exactly its columns. */
void headings_add(const struct headings *h, size_t column, int row, struct buffer *out);

#endif
