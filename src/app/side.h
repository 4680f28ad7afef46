/* The comparison's text: two regions side by side, one column each, laid out so that a pair stands on the same lines. Where two
 * columns would not be readable (fewer than SIDE_READABLE columns each) the right stands below the left.
 *
 * Items are pairs; their id is the pair's index in the comparison. A category's heading leads its first pair. Between the columns
 * stands what a pair is, so that nothing is said by colour alone: "=" the same, "~" differing, "<" only the left, ">" only the right. The
 * words that differ stand in {…} for the same reason: what is copied off the screen, read aloud or shown without attributes still
 * tells them. Who wants the bare text leaves the braces out; what is copied by command never has any. */
#ifndef APP_SIDE_H
#define APP_SIDE_H

#include <stdbool.h>

#include "app/document.h"
#include "compare/shown.h"

enum { SIDE_READABLE = 26, SIDE_BETWEEN = 3 }; /* columns */

struct side {
	const struct shown *shown;
	int width; /* columns of both together */
	bool bare; /* no braces */
};

/* Lays out pairs [first, end) of those shown, with what stands above the first of all where that is among them: two provinces may have
 * 60,000 pairs, and the words that differ are sought for those near the cursor. */
void side_build(struct document *d, const struct side *s, size_t first, size_t end);

/* Lines that a pair takes at least; costs no layout. */
size_t side_least_lines(const struct side *s, size_t pair);

bool side_stacked(int width);
int side_column(int width); /* columns of one side when not stacked; the right one begins SIDE_BETWEEN columns behind it */

#endif
