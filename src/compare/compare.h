/* Two regions beside each other: which measure of the left means the same as which of the right.
 *
 * Similarity of two measures is 0…1, from their texts and categories (compare/similar.h); two
 * measures pair only at or above COMPARE_THRESHOLD. The pairing is the one with the greatest sum of
 * weights over all possible pairings (compare/pairing.h), not first come first served; what is equal
 * word for word always faces its equal. For thousands of measures a side the pairs that are weighed
 * are not all but the likeliest, so that two times 30,000 take less than a second. The sides changed
 * give the same pairs, changed.
 *
 * A region's own measures are compared. With the option `cities`, those of the regions inside it are taken in.
 * A region without an entry of its own always takes its cities' (`left_borrows`, `right_borrows`).
 *
 * Where one region lies inside the other, a measure that both would have counts for the inner one
 * only: with cities, 江苏省 and 南通市 compare what 江苏省 has beside 南通市's, and 河北省, which has
 * nothing but 邢台市's, has nothing to show beside 邢台市. So no measure ever faces itself, except in a
 * region compared with itself, where each does. */
#ifndef COMPARE_COMPARE_H
#define COMPARE_COMPARE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/spans.h"
#include "table/catalog.h"

/* In the middle between the least alike of those measures that a reader pairs and the most alike of
 * those that he does not (compare/similar.h; tests/unit/compare/compare.c has the pairs). */
#define COMPARE_THRESHOLD 0.275

struct compare_options {
	bool cities;	   /* take the measures of the regions inside each in, too */
	bool ignore_names; /* the names of the two regions are no difference (compare/names.h) */
};

enum pair_kind {
	PAIR_SAME,	/* no word differs: difference_exists() is false */
	PAIR_DIFFERENT, /* both have it, in other words */
	PAIR_LEFT_ONLY,
	PAIR_RIGHT_ONLY,
};

struct pair {
	size_t left;	   /* measure, or CATALOG_NONE: only the right has it */
	size_t right;	   /* measure, or CATALOG_NONE: only the left has it */
	double similarity; /* 0 when one side is missing */
	/* Index of a category: the first that both have, or if they share none the first that one
	 * of them has; the catalog's category_count when there is none. */
	size_t group;
	enum pair_kind kind;
};

struct comparison {
	size_t left, right; /* regions */
	struct compare_options options;
	bool left_borrows; /* has no entry of its own: its cities' measures stand for it */
	bool right_borrows;
	bool left_inside; /* measures of regions inside it are among those compared */
	bool right_inside;
	/* The measures compared lie in these; so may some that count for the other side only. */
	size_t left_first, left_end;
	size_t right_first, right_end;
	/* By group, those without a category last; in a group what both have by the left, then left
	 * only, in order, then right only, in order; owned. */
	struct pair *pairs;
	size_t count;
	/* How many pairs of each kind: they sum to count. What both have is same + different. */
	size_t same, different, left_only, right_only;
};

void compare_regions(const struct catalog *c, size_t left, size_t right,
		     struct compare_options options, struct comparison *out);
void compare_done(struct comparison *comparison);

enum compare_filter {
	COMPARE_ALL,
	COMPARE_SHARED, /* the same or different */
	COMPARE_SAME,
	COMPARE_DIFFERENT,
	COMPARE_LEFT,
	COMPARE_RIGHT,
};

bool compare_passes(const struct pair *p, enum compare_filter filter);

/* The words that differ inside a pair, by the comparison's options (compare/difference.h); nothing
 * in a measure that stands alone. Aligns the two texts: for those that are shown. True exactly for
 * PAIR_DIFFERENT. */
bool compare_differences(const struct catalog *c, const struct comparison *comparison,
			 const struct pair *p, struct spans *in_left, struct spans *in_right);

/* Measures of both sides together up to which regions are compared: that many take two seconds and
 * 250 MiB on two processors (`make bench` has 60,000). Beyond, they are refused and nothing is
 * begun. */
enum {
	COMPARE_MOST = 200000
};

bool compare_is_too_large(const struct catalog *c, size_t left, size_t right, bool cities);

/* Whether the measures of this side come from more than the region itself, so that each must say
 * whose it is. */
bool compare_names_owner(const struct comparison *comparison, bool left_side);

#endif
