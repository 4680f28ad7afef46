/* The regions marked for a comparison, in the order in which they were.
 * Always: at most SEVERAL_MOST, none of them twice. A zeroed struct is an empty set. */
#ifndef APP_MARKS_H
#define APP_MARKS_H

#include <stdbool.h>
#include <stddef.h>

#include "compare/several.h"

struct marks {
	size_t regions[SEVERAL_MOST];
	size_t count;
};

bool marks_has(const struct marks *m, size_t region);
bool marks_add(struct marks *m,
	       size_t region); /* false when it is full; one that is there stays where it is */
void marks_remove(struct marks *m, size_t region);
void marks_clear(struct marks *m);

/* Each region becomes map[region]; those that become CATALOG_NONE are dropped. */
void marks_follow(struct marks *m, const size_t *map);

#endif
