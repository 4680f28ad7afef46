#include "table/catalog.h"

#include "support/check.h"

#include "table/load.h"

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
	TRUE(catalog_bytes(c) > c->measure_count * sizeof(struct measure));
	catalog_free(c);
	catalog_free(NULL);
}

/* What the flags of a region promise, walked. */
static bool has_uncertain(const struct catalog *c, size_t first, size_t end)
{
	bool found = false;
	for (size_t e = first; e < end; e++)
		for (size_t i = 0; i < c->entries[e].reference_count; i++)
			found |= !c->entries[e].references[i].certain;
	return found;
}

static bool nobody_prints(const struct catalog *c, const struct region *r)
{
	for (size_t e = r->first_entry; e < r->entries_end; e++)
		if (!(c->entries[e].inferred & INFERRED_PROVINCE))
			return false;
	return r->depth == 0;
}

TEST(regions_tell_what_of_them_is_uncertain_or_inferred)
{
	struct catalog *c = load_builtin();
	size_t own = 0, inside = 0, inferred = 0;
	for (size_t i = 0; i < c->region_count; i++) {
		const struct region *r = &c->regions[i];
		EQ_INT(r->uncertain, has_uncertain(c, r->first_entry, r->own_entries_end));
		EQ_INT(r->uncertain_inside, has_uncertain(c, r->own_entries_end, r->entries_end));
		EQ_INT(r->inferred, nobody_prints(c, r));
		own += r->uncertain;
		inside += r->uncertain_inside;
		inferred += r->inferred;
	}
	TRUE(own > 0 && inside > 0 && inferred > 0 && inferred < c->region_count);
	catalog_free(c);
}
