/* What 类别: and 金额: ask of measures, beside their texts: who has which category, and who names which
 * sum. Made in one pass over the catalog, so that a key does not walk over its 40 bytes for each
 * measure: 8 ms for a million, where or-ing a category's set takes 11 µs and the sums of 100,000
 * rewards 0.1 ms. */
#ifndef SEARCH_FACTS_H
#define SEARCH_FACTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "search/bits.h"
#include "search/fields.h"
#include "table/catalog.h"

struct facts { /* zeroed: not made */
	bool made;
	struct bits categories[CATALOG_CATEGORIES]; /* those that no measure has are zeroed */
	uint32_t *measures;			    /* sum i is named by measures[i], ascending */
	size_t measure_capacity;
	int64_t *yuan;
	size_t yuan_capacity;
	size_t count;
};

void facts_make(struct facts *f, const struct catalog *c);
void facts_done(struct facts *f);

/* Add to `out`, a set over the catalog's measures: those that have the category, that name a sum. */
void facts_add_category(const struct facts *f, size_t category, struct bits *out);
void facts_add_rewards(const struct facts *f, struct range range, struct bits *out);

#endif
