/* The names of regions as they stand in texts: official and short, of a region and of those above
 * it. 采信江苏省企业标准 and 采信山西省企业标准 say the same once the names of the two are set aside.
 *
 * Compared are folded code points (search/fold.h). A name of one character is none: it may stand in
 * any word. Where several could be read the first is taken, and of those that begin together the
 * longest: 江苏省, not 江苏 and 省. */
#ifndef COMPARE_NAMES_H
#define COMPARE_NAMES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "search/fold.h"
#include "table/catalog.h"

enum {
	NAMES_MOST = 2 * 2 * CATALOG_DEPTH /* two of each step of the paths of two regions */
};

struct names {
	struct folded all[NAMES_MOST]; /* the longest first; owned */
	size_t count;
};

/* Adds the region's and those above it. At most two regions. */
void names_add(struct names *n, const struct catalog *c, size_t region);
void names_done(struct names *n);

/* Sets aside[i] for each code point that belongs to a name; leaves the others. */
void names_mark(const struct names *n, const uint32_t *cps, size_t count, bool *aside);

#endif
