#include "table/catalog.h"

#include <stdlib.h>

#include "table/pack.h"

void catalog_free(struct catalog *c)
{
	if (!c)
		return;
	if (c->release) {
		c->release(c);
		return;
	}
	free(c->tables);
	free(c->categories);
	free(c->regions);
	free(c->entries);
	free(c->measures);
	free(c->reading);
	for (size_t i = 0; i < c->pack_count; i++)
		pack_release(c->packs[i]);
	free(c->packs);
	arena_done(&c->arena);
	free(c);
}

size_t catalog_bytes(const struct catalog *c)
{
	size_t bytes = arena_bytes(&c->arena) + c->region_count * sizeof(*c->regions) +
		       c->entry_count * (sizeof(*c->entries) + sizeof(*c->reading)) +
		       c->measure_count * sizeof(*c->measures) + c->pack_count * sizeof(*c->packs);
	for (size_t i = 0; i < c->pack_count; i++)
		bytes += pack_bytes(c->packs[i]);
	return bytes;
}

size_t catalog_path(const struct catalog *c, size_t region, size_t path[CATALOG_DEPTH])
{
	size_t length = (size_t)c->regions[region].depth + 1;
	for (size_t i = length; i > 0; i--) {
		path[i - 1] = region;
		region = c->regions[region].parent;
	}
	return length;
}

size_t catalog_measure_region(const struct catalog *c, size_t measure)
{
	return c->entries[c->measures[measure].entry].region;
}

size_t catalog_own_measures(const struct region *r)
{
	return r->own_measures_end - r->first_measure;
}

size_t catalog_total_measures(const struct region *r)
{
	return r->measures_end - r->first_measure;
}

bool catalog_is_inside(const struct catalog *c, size_t region, size_t outer)
{
	return region > outer && region < c->regions[outer].end;
}

bool catalog_borrows(const struct catalog *c, size_t region)
{
	return c->regions[region].own_entries_end == c->regions[region].first_entry;
}

size_t catalog_count_regions(const struct catalog *c, int depth)
{
	size_t count = 0;
	for (size_t i = 0; i < c->region_count; i++) {
		const struct region *r = &c->regions[i];
		count += r->depth == depth && (depth == 0 || !catalog_borrows(c, i));
	}
	return count;
}
