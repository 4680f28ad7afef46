/* The years that each entry's document numbers state, read once: 年: asks for nothing else. */
#ifndef SEARCH_YEARS_H
#define SEARCH_YEARS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "search/fields.h"

/* Entry e has all[ends[e - 1], ends[e]), each of them once. */
struct years { /* zeroed: of no entries */
	int16_t *all;
	size_t count, capacity;
	uint32_t *ends;
	size_t entry_count, entry_capacity;
};

/* The years of a folded value belong to the entry that years_close() will end. */
void years_add(struct years *y, const uint32_t *cps, size_t n);
void years_close(struct years *y);
void years_done(struct years *y);

bool years_have(const struct years *y, size_t entry, struct range range);

#endif
