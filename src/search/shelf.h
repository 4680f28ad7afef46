/* Folded values in groups, packed one behind the other: what the engine scans. */
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

/* The value goes into the group that shelf_close() will end. One that stands there already is not
 * added again: a province's entries all print the same name. */
void shelf_add(struct shelf *s, const char *text, struct folded *scratch);
void shelf_close(struct shelf *s);
void shelf_done(struct shelf *s);

/* Some value of the group holds the word, begins with it, states a year of its range. */
bool shelf_has(const struct shelf *s, size_t group, const struct query_word *word);
bool shelf_begins(const struct shelf *s, size_t group, const struct query_word *word);
bool shelf_states_year(const struct shelf *s, size_t group, const struct query_word *word);

#endif
