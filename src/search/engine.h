/* The engine: a query in, all hits out. Knows no terminal; `/` and `lingpao search` are both it.
 *
 * A measure is a hit when every word is found in one of: its text, the names of its region's path (official, printed or
 * short; each name by itself and the path joined), one of its entry's references (number, link or candidate), and no excluded word is. Words
 * may be found in different fields. A query without words hits every measure. */
#ifndef SEARCH_ENGINE_H
#define SEARCH_ENGINE_H

#include <stdbool.h>
#include <stddef.h>

#include "search/query.h"
#include "table/catalog.h"

struct engine; /* folded texts of a catalog; the catalog must outlive it */

struct engine *engine_new(const struct catalog *c);
void engine_free(struct engine *e);

struct hits {
	size_t *measures; /* ascending, that is in tree order; owned */
	size_t count;
	size_t capacity;
	size_t regions; /* regions that have a hit of their own */
};

void engine_search(const struct engine *e, const struct query *q, struct hits *out); /* replaces what `out` held */
void hits_done(struct hits *h);

/* How many hits lie in measures [first, end): a region's own or with what is inside it. */
size_t hits_between(const struct hits *h, size_t first, size_t end);

/* The first hit at or after `measure`, as an index into measures; h->count when there is none. */
size_t hits_at_or_after(const struct hits *h, size_t measure);

enum field { FIELD_TEXT, FIELD_REGION, FIELD_REFERENCE, FIELD_CATEGORY };

/* Where a hit matched: FIELD_TEXT when any word stands in its text, otherwise the field in which its first word was
 * found. */
enum field engine_field(const struct engine *e, const struct query *q, size_t measure);
const char *field_name(enum field f); /* "text", "region", "reference", "category" */

#endif
