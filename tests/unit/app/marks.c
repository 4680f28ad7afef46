#include "app/marks.h"

#include "support/check.h"

TEST(regions_stay_in_the_order_in_which_they_were_marked)
{
	struct marks m = { 0 };
	static const size_t order[] = { 7, 3, 9, 1 };
	EACH (region, order)
		TRUE(marks_add(&m, *region));
	EQ_INT(m.count, 4);
	for (size_t i = 0; i < 4; i++)
		EQ_INT(m.regions[i], order[i]);
	marks_remove(&m, 3);
	TRUE(!marks_has(&m, 3));
	EQ_INT(m.count, 3);
	EQ_INT(m.regions[1], 9);
	TRUE(marks_add(&m, 3));
	EQ_INT(m.regions[3], 3);
}

TEST(a_region_is_marked_once)
{
	struct marks m = { 0 };
	TRUE(marks_add(&m, 5));
	TRUE(marks_add(&m, 5));
	EQ_INT(m.count, 1);
	marks_remove(&m, 6);
	EQ_INT(m.count, 1);
}

TEST(the_seventh_is_refused_and_one_that_is_there_is_not)
{
	struct marks m = { 0 };
	for (size_t region = 0; region < SEVERAL_MOST; region++)
		TRUE(marks_add(&m, region));
	TRUE(!marks_add(&m, SEVERAL_MOST));
	EQ_INT(m.count, SEVERAL_MOST);
	TRUE(marks_add(&m, 0));
	TRUE(!marks_has(&m, SEVERAL_MOST));
	marks_clear(&m);
	EQ_INT(m.count, 0);
	TRUE(marks_add(&m, SEVERAL_MOST));
}

TEST(marks_follow_their_regions_into_another_catalog)
{
	static const size_t map[] = { 4, CATALOG_NONE, 0, 6 };
	struct marks m = { .regions = { 3, 1, 0 }, .count = 3 };
	marks_follow(&m, map);
	EQ_INT(m.count, 2);
	EQ_INT(m.regions[0], 6);
	EQ_INT(m.regions[1], 4);
}
