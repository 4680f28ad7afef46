/* Which characters of two texts stand for each other, in order.
 *
 * Of all alignments the one with the greatest score: ALIGN_MATCH for each common character, less
 * ALIGN_RUN for each run of them that begins after a difference (affine gaps; Gotoh 1982,
 * doi:10.1016/0022-2836(82)90398-9). The longest common subsequence (Myers 1986) alone scatters
 * single characters; here one is never worth a run. The common beginning and the common end are
 * free.
 *
 * Costs n × m steps and bytes, about 30 ms for two texts of 3,000 characters that have nothing in
 * common at their ends. Beyond ALIGN_CELLS the middle is aligned window by window, each kept up to
 * its half: linear, and no longer the best. */
#ifndef COMPARE_ALIGN_H
#define COMPARE_ALIGN_H

#include <stddef.h>
#include <stdint.h>

enum {
	ALIGN_MATCH = 2,
	ALIGN_RUN = 3,
};

#define ALIGN_CELLS ((size_t)1 << 24)
#define ALIGN_NONE SIZE_MAX

/* One of the two texts: code points and, for each, the position in the other that it matches or
 * ALIGN_NONE. */
struct aligned {
	const uint32_t *cps; /* borrowed */
	size_t *match;	     /* the caller's, `count` of them */
	size_t count;
};

void align(struct aligned *a, struct aligned *b);

#endif
