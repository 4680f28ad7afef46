/* What a query found: a set of measures, counted. Everything that is asked of it between two keys —
 * how many in a region, which is the i-th, which comes next — is answered from the set's directory
 * (bits.h), in at most 80 ns however many hits there are. */
#ifndef SEARCH_HITS_H
#define SEARCH_HITS_H

#include <stdbool.h>
#include <stddef.h>

#include "search/bits.h"
#include "table/catalog.h"

struct hits {		 /* zeroed: no hits */
	struct bits set; /* over the catalog's measures, in tree order; with its directory */
	size_t count;
	size_t regions; /* regions that have a hit of their own */
};

/* Takes the set over, which becomes empty, and counts. Replaces what `h` held. */
void hits_take(struct hits *h, struct bits *set, const struct catalog *c);
void hits_done(struct hits *h);

/* The measure of hit i < h->count, counted from 0 in tree order. */
size_t hits_measure(const struct hits *h, size_t i);

/* How many hits lie in measures [first, end): a region's own or with what is inside it. */
size_t hits_between(const struct hits *h, size_t first, size_t end);

/* The first hit at or after `measure`, as its number; h->count when there is none. */
size_t hits_at_or_after(const struct hits *h, size_t measure);

#endif
