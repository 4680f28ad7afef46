/* Which measures of two sides may face each other: the edges of the assignment (compare/assign.h).
 *
 * Sought through an index of terms (compare/index.h), so what it costs is what the sides have in
 * common and not each with each; and both the steps and the edges are bounded, in equal parts for each
 * left:
 * - EDGES_WORK / lefts steps through the index. Where that is enough for all of a left's terms, all
 *   rights that have anything in common with it are seen. It always is for two sides of 600 measures
 *   of up to 200 different terms each (70 characters), and in ordinary text for several thousand.
 *   Otherwise the rights are seen that share its rarest terms; lost are those that share only common
 *   ones.
 * - EDGES_MOST / lefts edges, the most alike. That is all of them for two sides of up to 700. Of
 *   rights that are equally alike those are taken that stand about where the left stands itself: of
 *   a thousand who say nearly the same not all want the same few.
 *
 * The same edges whoever works, and the same numbers as similar_measures(). */
#ifndef COMPARE_EDGES_H
#define COMPARE_EDGES_H

#include "compare/assign.h"
#include "compare/profile.h"
#include "search/crew.h"

#define EDGES_WORK ((size_t)1 << 24)
#define EDGES_MOST ((size_t)1 << 18)

struct edges {
	struct assign_edge *all; /* left and right: indexes into the two sides; by left; owned */
	size_t count, capacity;
};

/* Adds the pairs of the two sides, without those taken, that are at least `threshold` > 0 alike; with
 * the crew (NULL: alone). True when they are all there are, false when a bound was met. */
bool edges_between(const struct profiles *lefts, const struct profiles *rights, double threshold,
		   struct crew *crew, struct edges *out);
void edges_done(struct edges *e);

#endif
