/* The comparison's text: two regions side by side, one column each, laid out so that a pair stands on the same lines. Where two
 * columns would not be readable (fewer than SIDE_READABLE columns each) the right stands below the left.
 *
 * Items are pairs (their index in the comparison). Between the columns stands what a pair is, so that nothing is said by
 * colour alone: "=" the same, "~" differing, "<" only the left, ">" only the right. */
#ifndef APP_SIDE_H
#define APP_SIDE_H

#include <stdbool.h>

#include "app/document.h"
#include "compare/compare.h"
#include "table/catalog.h"

enum { SIDE_READABLE = 26, SIDE_BETWEEN = 3 }; /* columns */

void side_build(struct document *d, const struct catalog *c, const struct comparison *comparison,
		int width);
bool side_stacked(int width);
int side_column(int width); /* columns of one side when not stacked; the right one begins SIDE_BETWEEN columns behind it */

/* Whether a pair is a difference: one side missing, or texts that differ. */
bool side_differs(const struct pair *p);

#endif
