#include "table/arrange.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "table/divisions.h"

struct sibling {
	uint32_t parent;
	int code; /* INT_MAX for none, so that it comes last */
	uint32_t node;
};

struct arranger {
	struct catalog *catalog;
	const struct nodes *nodes;
	const struct arrange_part *parts;
	size_t part_count;
	const atomic_bool *cancelled;
	struct sibling *siblings;   /* the children of a node are one run, the provinces the last */
	uint32_t *first, *children; /* of each node: its run in siblings */
	uint32_t *place;	    /* of each node: its region */
	size_t *starts; /* first entry of each region; at region_count: of all, how many */
	const struct measure **sources; /* of each entry in tree order: its measures in the pack */
};

static bool is_cancelled(const struct arranger *a)
{
	return a->cancelled && atomic_load_explicit(a->cancelled, memory_order_relaxed);
}

static int compare_siblings(const void *left, const void *right)
{
	const struct sibling *a = left;
	const struct sibling *b = right;
	if (a->parent != b->parent)
		return a->parent < b->parent ? -1 : 1;
	if (a->code != b->code)
		return a->code < b->code ? -1 : 1;
	return a->node < b->node ? -1 : a->node > b->node;
}

/* Returns where the provinces begin. */
static size_t sort_siblings(struct arranger *a)
{
	size_t count = a->nodes->count, provinces = count;
	a->siblings = memory_new(count * sizeof(*a->siblings));
	a->first = memory_new(count * sizeof(*a->first));
	a->children = memory_new(count * sizeof(*a->children));
	for (size_t i = 0; i < count; i++) {
		const struct node *node = &a->nodes->all[i];
		a->siblings[i] = (struct sibling){ node->parent, node->code ? node->code : INT_MAX,
						   (uint32_t)i };
	}
	if (count)
		qsort(a->siblings, count, sizeof(*a->siblings), compare_siblings);
	for (size_t i = count; i > 0; i--) {
		uint32_t parent = a->siblings[i - 1].parent;
		if (parent == NODE_NONE) {
			provinces = i - 1;
			continue;
		}
		a->first[parent] = (uint32_t)i - 1;
		a->children[parent]++;
	}
	return provinces;
}

/* The regions of a run of siblings, each with its subtree; never deeper than CATALOG_DEPTH. */
static void add_regions(struct arranger *a, size_t parent, size_t first, size_t count)
{
	struct catalog *c = a->catalog;
	for (size_t i = first; i < first + count; i++) {
		uint32_t number = a->siblings[i].node;
		const struct node *node = &a->nodes->all[number];
		size_t region = c->region_count++;
		size_t size = strlen(node->name) + 1;
		char *name = arena_copy(&c->arena, node->name, size - 1);
		char *short_name = arena_copy(&c->arena, node->name, size - 1);
		a->place[number] = (uint32_t)region;
		c->regions[region] = (struct region){
			.name = name,
			.short_name = divisions_short_name(name, short_name, size),
			.code = node->code,
			.depth = node->depth,
			.parent = parent,
		};
		add_regions(a, region, a->first[number], a->children[number]);
		c->regions[region].end = c->region_count;
	}
}

static uint32_t region_of(const struct arranger *a, const struct arrange_part *part,
			  const struct entry *entry)
{
	return a->place[part->nodes[entry->region]];
}

static void count_entries(struct arranger *a)
{
	struct catalog *c = a->catalog;
	for (size_t p = 0; p < a->part_count; p++) {
		const struct arrange_part *part = &a->parts[p];
		for (size_t i = 0; i < part->pack->entry_count; i++) {
			const struct entry *entry = &part->pack->entries[i];
			a->starts[region_of(a, part, entry) + 1]++;
			c->measure_count += entry->measure_count;
		}
		c->entry_count += part->pack->entry_count;
	}
	for (size_t r = 0; r < c->region_count; r++)
		a->starts[r + 1] += a->starts[r];
}

static bool place_entries(struct arranger *a)
{
	struct catalog *c = a->catalog;
	size_t *next = memory_new((c->region_count + 1) * sizeof(*next));
	memcpy(next, a->starts, (c->region_count + 1) * sizeof(*next));
	c->entries = memory_new(c->entry_count * sizeof(*c->entries));
	c->reading = memory_new(c->entry_count * sizeof(*c->reading));
	a->sources = memory_new(c->entry_count * sizeof(*a->sources));
	size_t read = 0;
	for (size_t p = 0; p < a->part_count && !is_cancelled(a); p++) {
		const struct arrange_part *part = &a->parts[p];
		for (size_t i = 0; i < part->pack->entry_count; i++) {
			const struct entry *entry = &part->pack->entries[i];
			uint32_t region = region_of(a, part, entry);
			size_t at = next[region]++;
			c->entries[at] = *entry;
			c->entries[at].region = region;
			c->entries[at].table = part->table;
			c->regions[region].uncertain |= entry->uncertain;
			c->reading[read++] = (uint32_t)at;
			a->sources[at] = part->pack->measures + entry->first_measure;
		}
	}
	free(next);
	return !is_cancelled(a);
}

static bool place_measures(struct arranger *a)
{
	enum { AHEAD = 8, ASK = 4096 }; /* entries */
	struct catalog *c = a->catalog;
	c->measures = memory_new(c->measure_count * sizeof(*c->measures));
	size_t count = 0;
	for (size_t e = 0; e < c->entry_count; e++) {
		struct entry *entry = &c->entries[e];
		const struct measure *source = a->sources[e];
		if (e + AHEAD < c->entry_count)
			__builtin_prefetch(a->sources[e + AHEAD]);
		if (e % ASK == 0 && is_cancelled(a))
			return false;
		entry->first_measure = (uint32_t)count;
		for (size_t i = 0; i < entry->measure_count; i++) {
			c->measures[count] = source[i];
			c->measures[count++].entry = (uint32_t)e;
		}
	}
	return true;
}

static size_t measure_at(const struct catalog *c, size_t entry)
{
	return entry < c->entry_count ? c->entries[entry].first_measure : c->measure_count;
}

static void bound_regions(struct arranger *a)
{
	struct catalog *c = a->catalog;
	for (size_t r = 0; r < c->region_count; r++) {
		struct region *region = &c->regions[r];
		region->first_entry = a->starts[r];
		region->own_entries_end = a->starts[r + 1];
		region->entries_end = a->starts[region->end];
		region->first_measure = measure_at(c, region->first_entry);
		region->own_measures_end = measure_at(c, region->own_entries_end);
		region->measures_end = measure_at(c, region->entries_end);
	}
}

/* From the innermost regions outwards: what lies inside one is told by those right below it. */
static void mark_regions(struct arranger *a)
{
	struct catalog *c = a->catalog;
	for (size_t r = c->region_count; r-- > 0;) {
		struct region *region = &c->regions[r];
		if (region->parent != CATALOG_NONE)
			c->regions[region->parent].uncertain_inside |=
				region->uncertain || region->uncertain_inside;
		region->inferred = region->depth == 0 && region->first_entry < region->entries_end;
		for (size_t e = region->first_entry; region->inferred && e < region->entries_end; e++)
			region->inferred = c->entries[e].inferred & INFERRED_PROVINCE;
	}
}

static void keep_packs(struct arranger *a)
{
	struct catalog *c = a->catalog;
	c->packs = memory_new(a->part_count * sizeof(struct pack *));
	for (size_t p = 0; p < a->part_count; p++) {
		pack_keep(a->parts[p].pack);
		c->packs[c->pack_count++] = a->parts[p].pack;
	}
}

bool arrange(struct catalog *c, const struct nodes *nodes, const struct arrange_part *parts,
	     size_t part_count, const atomic_bool *cancelled)
{
	struct arranger a = {
		.catalog = c,
		.nodes = nodes,
		.parts = parts,
		.part_count = part_count,
		.cancelled = cancelled,
	};
	keep_packs(&a);
	size_t provinces = sort_siblings(&a);
	a.place = memory_new(nodes->count * sizeof(*a.place));
	a.starts = memory_new((nodes->count + 1) * sizeof(*a.starts));
	c->regions = memory_new(nodes->count * sizeof(*c->regions));
	add_regions(&a, CATALOG_NONE, provinces, nodes->count - provinces);
	count_entries(&a);
	bool finished = place_entries(&a) && place_measures(&a);
	if (finished) {
		bound_regions(&a);
		mark_regions(&a);
	}
	free(a.siblings);
	free(a.first);
	free(a.children);
	free(a.place);
	free(a.starts);
	free(a.sources);
	return finished;
}
