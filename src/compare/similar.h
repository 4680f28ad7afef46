/* How much two measures mean the same, from 0 to 1.
 *
 * From their words: the terms that both have (compare/terms.h), as a share of the one's and of the
 * other's, and the mean of the two shares (Kulczyński 1927; Sokal and Sneath 1963). The mean and
 * not Dice's ratio (1945), because a short measure that stands word for word in a long one means
 * what the long one means, too: 贵州's 在标准化项目和经费上给予优先支持 and 内蒙古's one sentence about everything. A
 * term weighs ln(1 + N / n), where n of N measures of the catalog have it (Spärck Jones 1972), so
 * that 企业标准“领跑者”, which stands everywhere, says little; and SIMILAR_KEYWORD times that when it
 * stands in a keyword of a category (政府采购, 信贷), for those name the incentive. The names of a
 * measure's own region and of those above it are set aside, and so are levels (国家级, 省级).
 *
 * Then from their categories: shared ones lift the share t to t^(1 - SIMILAR_CATEGORY × c), where c
 * is the Dice coefficient of the two sets. Measures without a common word stay at 0, whatever their
 * categories. SIMILAR_NO_INCENTIVE is no common ground: two reports are not alike for being
 * reports.
 *
 * Always: symmetric to the bit; 1 for texts that are equal aside from spaces and punctuation.
 *
 * The constants were chosen by reading. For all pairs of the built-in table's measures from two
 * regions it was decided which mean the same (93 do), which may be said to (56), and which do not: of
 * those that tests/unit/compare/ holds, the first all reach 0.30 and the last stay under 0.25. With
 * bigrams, Dice and no categories, the two overlap (0.11 and 0.27). A second reader decided 33 pairs of
 * regions without knowing the program's answers; tests/unit/compare/read.c has them, and where he and
 * the program differ. All are fitted to one table: how well they do on another is known when somebody
 * has read it. */
#ifndef COMPARE_SIMILAR_H
#define COMPARE_SIMILAR_H

#include <stddef.h>

#include "compare/profile.h"
#include "table/catalog.h"

#define SIMILAR_KEYWORD 3.0
#define SIMILAR_CATEGORY 0.6
#define SIMILAR_NO_INCENTIVE "work" /* id of the category of texts that report or set targets */

/* Measures that the weights are counted in, at most, evenly spread: a large catalog costs no more
 * than a small one. */
enum {
	SIMILAR_SAMPLE = 2000
};

/* The weights of a catalog's terms; the catalog must outlive it. */
struct similar *similar_new(const struct catalog *c);
void similar_free(struct similar *s);

double similar_measures(const struct similar *s, size_t left, size_t right);

/* From the sum of what both have. Where the share is below `surely_below` it may come out as 0: most
 * pairs' is, and the power costs more than all before it. */
double similar_profiles(const struct profile *a, const struct profile *b, uint64_t common,
			double surely_below);

/* A profile's terms, to look up those of many others in. */
struct similar_lookup {
	struct profile_term *slots; /* open addressing by term; amount 0: free */
	size_t count, capacity;
};
void similar_lookup_fill(struct similar_lookup *l, const struct profile *p);
uint64_t similar_common(const struct similar_lookup *l, const struct profile *p);
void similar_lookup_done(struct similar_lookup *l);

#endif
