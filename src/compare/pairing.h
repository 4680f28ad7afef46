/* The pairing of two lists of measures: who faces whom.
 *
 * It is the assignment (compare/assign.h) with the greatest sum of weights over all pairs that are at
 * least COMPARE_THRESHOLD alike. A pair weighs as much as it is alike (compare/similar.h), but two
 * texts that are equal, aside from spaces and punctuation, weigh 2: what both have word for word is
 * never torn apart for two pairs that are merely alike. Hence equals can be paired by hash before
 * anything else, and nothing is lost by it:
 *
 *   Let L and R be equal and not face each other in some pairing. If L faces R' and R faces L', these
 *   two weigh at most 1 each unless equal, and 2 at most together; L with R weighs 2, and L' with R'
 *   at least nothing. If L faces its equal R', so R' equals R, and whom R faces may have R' instead
 *   (the same the other way round). If one of the two is alone, L with R takes the place of the
 *   other's. So some best pairing has L facing R; and so on with those that are left.
 *
 * (Equals are interchangeable as to their words; where their categories differ it can matter to the
 * others which of them remain. It is the last in order that do.)
 *
 * The edges are all there are up to several hundred measures a side, usually up to some thousands
 * (compare/edges.h). Beyond, what is assigned is the best of the edges that were found; those who
 * face nobody after that are looked at once more among themselves, PAIRING_ROUNDS times at most.
 * That is a good pairing, in which nobody is left alone because of the crowd, and no longer surely
 * the best. */
#ifndef COMPARE_PAIRING_H
#define COMPARE_PAIRING_H

#include "search/crew.h"
#include "table/catalog.h"

enum {
	PAIRING_ROUNDS = 3
};

struct pairing {
	/* For each left: its right, as an index into the list, or ASSIGN_NONE; and how alike the two
	 * are. Owned. */
	size_t *match;
	double *alike;
};

/* With the crew (NULL: alone). Of several best pairings always the same one for the same lists; with the sides changed perhaps
 * another. */
void pairing_find(const struct catalog *c, struct crew *crew, const size_t *lefts,
		  size_t left_count, const size_t *rights, size_t right_count,
		  struct pairing *out);
void pairing_done(struct pairing *p);

#endif
