#include "search/hits.h"

#include "support/check.h"

/* A region of its own measures [0, 3) and a city inside it with [3, 10), and one without any. */
static struct region regions[] = {
	{ .end = 2, .first_measure = 0, .own_measures_end = 3, .measures_end = 10 },
	{ .parent = 0, .end = 2, .first_measure = 3, .own_measures_end = 10, .measures_end = 10 },
	{ .end = 3, .first_measure = 10, .own_measures_end = 10, .measures_end = 10 },
};
static const struct catalog catalog = { .regions = regions,
					.region_count = 3,
					.measure_count = 10 };

static struct hits take(const size_t *measures, size_t count)
{
	struct hits h = { 0 };
	struct bits set;
	bits_init(&set, catalog.measure_count);
	for (size_t i = 0; i < count; i++)
		bits_set(&set, measures[i]);
	hits_take(&h, &set, &catalog);
	TRUE(set.words == NULL);
	return h;
}

TEST(hits_are_found_by_their_place)
{
	static const size_t measures[] = { 2, 3, 7 };
	static const struct {
		size_t measure, want;
	} places[] = { { 0, 0 }, { 2, 0 }, { 3, 1 },  { 4, 2 },
		       { 7, 2 }, { 8, 3 }, { 10, 3 }, { SIZE_MAX, 3 } };
	static const struct {
		size_t first, end, want;
	} ranges[] = { { 0, 10, 3 }, { 2, 7, 2 }, { 3, 4, 1 },	     { 4, 7, 0 },
		       { 3, 3, 0 },  { 8, 2, 0 }, { 0, SIZE_MAX, 3 } };
	struct hits hits = take(measures, 3);
	EQ_INT(hits.count, 3);
	for (size_t i = 0; i < 3; i++)
		EQ_INT(hits_measure(&hits, i), measures[i]);
	EACH (p, places)
		EQ_INT(hits_at_or_after(&hits, p->measure), p->want);
	EACH (r, ranges)
		EQ_INT(hits_between(&hits, r->first, r->end), r->want);
	hits_done(&hits);
}

TEST(regions_count_by_hits_of_their_own)
{
	static const size_t both[] = { 2, 3, 7 }, inside[] = { 3, 9 };
	struct hits hits = take(both, 3);
	EQ_INT(hits.regions, 2);
	hits_done(&hits);
	hits = take(inside, 2);
	EQ_INT(hits.regions, 1);
	hits_done(&hits);
}

TEST(no_hits_have_no_place)
{
	struct hits none = { 0 }, empty = take(NULL, 0);
	EQ_INT(hits_at_or_after(&none, 0), 0);
	EQ_INT(hits_between(&none, 0, SIZE_MAX), 0);
	EQ_INT(hits_at_or_after(&empty, 5), 0);
	EQ_INT(hits_between(&empty, 0, 10), 0);
	EQ_INT(empty.regions, 0);
	hits_done(&none);
	hits_done(&empty);
}
