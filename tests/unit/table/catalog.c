#include "table/catalog.h"

#include "support/check.h"

#include "unit/table/made.h"

TEST(a_region_is_counted_with_and_without_what_is_inside)
{
	struct catalog *c = made_of(MADE_HEAD MADE_ENTRIES
		MADE_ENTRY(1, "\"江苏省\"", "甲") "," MADE_ENTRY(2, "\"江苏省\", \"南通市\"", "乙") ","
		MADE_ENTRY(3, "\"江苏省\"", "丙") "," MADE_ENTRY(4, "\"山东省\", \"济南市\"", "丁") MADE_END);
	size_t path[CATALOG_DEPTH];
	EQ_INT(c->region_count, 4);
	EQ_INT(catalog_path(c, 1, path), 2);
	EQ_INT(path[0], 0);
	EQ_INT(path[1], 1);
	EQ_INT(catalog_own_measures(&c->regions[0]), 2);
	EQ_INT(catalog_total_measures(&c->regions[0]), 3);
	EQ_INT(catalog_measure_region(c, 2), 1);
	TRUE(!catalog_borrows(c, 0) && !catalog_borrows(c, 1) && !catalog_borrows(c, 3));
	TRUE(catalog_borrows(c, 2)); /* 山东省 has only what 济南市 has */
	EQ_INT(catalog_count_regions(c, 0), 2);
	EQ_INT(catalog_count_regions(c, 1), 2);
	TRUE(!catalog_is_uncertain(c, 0));
	TRUE(catalog_bytes(c) > c->measure_count * sizeof(struct measure));
	catalog_free(c);
	catalog_free(NULL);
}
