/* Maximum-weight assignment in a bipartite graph: who faces whom so that the sum of the weights is
 * the greatest possible. Sides may differ in size; whom no edge serves stays alone (ASSIGN_NONE),
 * and so does one whose edges would cost the others more than they bring.
 *
 * Successive shortest augmenting paths with column prices (Kuhn 1955; Edmonds and Karp 1972; Jonker
 * and Volgenant 1987, doi:10.1007/BF02278710), over the edges that exist and no dense matrix. At
 * most O(lefts × edges × log edges); a search never leaves its connected component, so measures of
 * many topics cost what their topics cost.
 */
#ifndef COMPARE_ASSIGN_H
#define COMPARE_ASSIGN_H

#include <stddef.h>
#include <stdint.h>

#define ASSIGN_NONE SIZE_MAX

struct assign_edge {
	size_t left, right;
	double weight; /* 0…1, read to 2^-40; an edge of weight 0 is as good as none */
};

/* Sets match[left] for each of `lefts` to its right side or ASSIGN_NONE. Edges in any order; of
 * several between the same two the heaviest counts. The same edges always give the same
 * assignment. */
void assign(const struct assign_edge *edges, size_t count, size_t lefts, size_t rights,
	    size_t *match);

#endif
