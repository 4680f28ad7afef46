/* Columns across a screen that may have more of them than fit: which is selected, which is the first
 * shown. The first `frozen` columns always stand at the left; the others scroll beside them, by whole
 * columns. Rows are a list's affair (list.h).
 * Always: when count is 0, sel is 0; otherwise sel < count. first >= frozen. A selected column that scrolls
 * stands wholly in view where the room allows, and none is hidden on the left while it would fit. */
#ifndef APP_GRID_H
#define APP_GRID_H

#include <stdbool.h>
#include <stddef.h>

#include "table/catalog.h"

enum { GRID_COLUMNS = CATALOG_CATEGORIES + 2 };

struct grid {
	size_t count;  /* columns in all, at most GRID_COLUMNS */
	size_t frozen; /* of these, at most count */
	size_t sel;    /* selected column */
	size_t first;  /* the first shown behind the frozen ones */
	size_t end;    /* one past the last that is wholly shown */
	int room;      /* columns of the screen for all of them */
	int cols[GRID_COLUMNS];
};

/* Keeps sel where it can. */
void grid_resize(struct grid *g, const int *cols, size_t count, size_t frozen, int room);
void grid_select(struct grid *g, size_t column); /* clamped to the last */
void grid_move(struct grid *g, long columns);	 /* negative moves left; stops at the ends */

bool grid_shows(const struct grid *g, size_t column); /* wholly */
int grid_left(const struct grid *g, size_t column);   /* where a shown column begins, from 0 */

#endif
