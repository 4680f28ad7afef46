/* Two regions beside each other: which measure of the left means the same as which of the right.
 *
 * Similarity of two measures is 0…1, from their texts (compare/similar.h); two measures pair only at or above
 * COMPARE_THRESHOLD. The pairing is the one with the greatest sum of similarities over all possible pairings
 * (compare/assign.h), not first come first served.
 *
 * A region's own measures are compared. With `cities`, those of the regions inside it are taken in. A region without an
 * entry of its own always takes its cities' (`left_borrows`, `right_borrows`). */
#ifndef COMPARE_COMPARE_H
#define COMPARE_COMPARE_H

#include <stdbool.h>
#include <stddef.h>

#include "table/catalog.h"

struct pair {
	size_t left;	   /* measure, or CATALOG_NONE: only the right has it */
	size_t right;	   /* measure, or CATALOG_NONE: only the left has it */
	double similarity; /* 0 when one side is missing */
};

struct comparison {
	size_t left, right; /* regions */
	bool cities;	    /* the cities were asked for */
	bool left_borrows;  /* has no entry of its own: its cities' measures stand for it */
	bool right_borrows;
	size_t left_first, left_end; /* measures compared */
	size_t right_first, right_end;
	struct pair *pairs; /* pairs in order of the left; then left only, in order; then right only, in order; owned */
	size_t count;
	size_t shared, left_only, right_only; /* how many pairs of each kind: they sum to count */
};

void compare_regions(const struct catalog *c, size_t left, size_t right, bool cities,
		     struct comparison *out);
void compare_done(struct comparison *comparison);

/* Whether the measures of this side come from more than the region itself, so that each must say whose it is. */
bool compare_names_owner(const struct comparison *comparison, bool left_side);

#endif
