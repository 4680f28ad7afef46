/* How many measures have a term, and whether a keyword of a category has it: a hash table. */
#ifndef COMPARE_WEIGHTS_H
#define COMPARE_WEIGHTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct weight {
	uint64_t term; /* 0: the place is empty */
	double value; /* once settled */
	uint32_t measures;
	uint32_t last; /* one more than the measure counted last, so that none counts twice */
	bool keyword;
};

struct weights {
	struct weight *places; /* owned */
	size_t count;
	size_t capacity; /* a power of two, or 0 */
	uint32_t measures; /* counted in all */
	double unseen;	 /* value of a term that was not seen: as rare as one that was seen once */
};

/* A measure: weights_count() for each of its terms, then weights_next(). */
void weights_count(struct weights *w, uint64_t term);
void weights_next(struct weights *w);
void weights_keyword(struct weights *w, uint64_t term);

/* Once all are counted, before the first weights_of(): each term is worth ln(1 + measures in all /
 * measures that have it), times the factor when it is a keyword's. */
void weights_settle(struct weights *w, double keyword_factor);
void weights_expect(const struct weights *w, uint64_t term); /* asked for soon: fetched already */
double weights_of(const struct weights *w, uint64_t term);
void weights_done(struct weights *w);

#endif
