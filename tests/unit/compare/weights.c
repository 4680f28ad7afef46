#include "compare/weights.h"

#include <math.h>

#include "support/check.h"

TEST(a_term_weighs_the_more_the_fewer_measures_have_it)
{
	struct weights w = { 0 };
	weights_settle(&w, 3);
	EQ_REAL(weights_of(&w, 7), log(2)); /* nothing counted */
	for (int i = 0; i < 10; i++) {
		weights_count(&w, 7);
		weights_count(&w, 7); /* twice in a measure is once */
		if (i < 2)
			weights_count(&w, 9);
		weights_next(&w);
	}
	weights_keyword(&w, 9);
	weights_count(&w, 0); /* no term */
	weights_settle(&w, 3);
	EQ_REAL(weights_of(&w, 7), log(2));
	EQ_REAL(weights_of(&w, 9), 3 * log(6));
	EQ_REAL(weights_of(&w, 8), log(11)); /* not seen: as rare as seen once */
	weights_done(&w);
}

TEST(many_terms_are_kept_apart)
{
	struct weights w = { 0 };
	for (uint64_t measure = 0; measure < 4; measure++) {
		for (uint64_t term = 1; term <= 5000; term++)
			if (term % 4 <= measure)
				weights_count(&w, term << 32 | term);
		weights_next(&w);
	}
	weights_settle(&w, 1);
	for (uint64_t term = 1; term <= 5000; term++)
		EQ_REAL(weights_of(&w, term << 32 | term), log(1 + 4.0 / (double)(4 - term % 4)));
	weights_done(&w);
}
