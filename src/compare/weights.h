/* How many measures have a term, and whether a keyword of a category has it: a hash table. */
#ifndef COMPARE_WEIGHTS_H
#define COMPARE_WEIGHTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct weight {
	uint64_t term; /* 0: the place is empty */
	size_t measures;
	size_t last; /* the measure counted last, so that none counts twice */
	bool keyword;
};

struct weights {
	struct weight *places; /* owned */
	size_t count;
	size_t capacity; /* a power of two, or 0 */
	size_t measures; /* counted in all */
};

/* A measure: weights_count() for each of its terms, then weights_next(). */
void weights_count(struct weights *w, uint64_t term);
void weights_next(struct weights *w);
void weights_keyword(struct weights *w, uint64_t term);

/* ln(1 + measures in all / measures that have it), times the factor when it is a keyword's. */
double weights_of(const struct weights *w, uint64_t term, double keyword_factor);
void weights_done(struct weights *w);

#endif
