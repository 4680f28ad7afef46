/* What a query is compared with, value by value: the same for finding a hit and for explaining it.
 * A word is found inside one value, never across two. Each function replaces what `v` held. */
#ifndef SEARCH_VALUES_H
#define SEARCH_VALUES_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "table/catalog.h"

struct values {		     /* zeroed: none */
	struct buffer bytes; /* one behind the other, each with a NUL */
	size_t *starts;	     /* bytes; owned */
	size_t count;
	size_t capacity;
};

const char *values_get(const struct values *v, size_t i);
void values_done(struct values *v);

/* The official name, the short name, and every name that one of the region's own entries prints, once for
 * entries behind each other: thousands of a city's print the same. */
void values_names(struct values *v, const struct catalog *c, size_t region);

/* The path joined, each part official or short; none for a region that lies in no other. */
void values_paths(struct values *v, const struct catalog *c, size_t region);

/* Numbers, links and their candidates. Without links when only documents are wanted. */
void values_references(struct values *v, const struct catalog *c, size_t entry, bool links);

/* Whether the reference (0), or its candidate `which` - 1, is a document's number and no link. */
bool values_is_document(const struct reference *r, size_t which);

/* Name, short name and id. */
void values_category(struct values *v, const struct catalog *c, size_t category);

#endif
