/* Folded values in groups, packed one behind the other: what the engine of a small catalog scans, and
 * nothing else to prepare. */
#ifndef SEARCH_SHELF_H
#define SEARCH_SHELF_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "search/query.h"

/* Value v is cps[ends[v - 1], ends[v]), group g is values [groups[g - 1], groups[g]). */
struct shelf {
	uint32_t *cps;
	size_t cp_count, cp_capacity;
	size_t *ends;
	size_t value_count, value_capacity;
	size_t *groups;
	size_t group_count, group_capacity;
};

/* The value goes into the group that shelf_close() will end. One that was added
 * shortly before is not added again: a province's entries all print the same name. */
void shelf_add(struct shelf *s, const char *text, struct folded *scratch);
void shelf_close(struct shelf *s);
void shelf_done(struct shelf *s);

/* Some value of the group holds the word, begins with it. */
bool shelf_has(const struct shelf *s, size_t group, const struct query_word *word);
bool shelf_begins(const struct shelf *s, size_t group, const struct query_word *word);

/* The group's first value: *n characters, 0 when it has none. */
const uint32_t *shelf_first(const struct shelf *s, size_t group, size_t *n);

#endif
