#include "table/build.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "table/classify.h"
#include "table/divisions.h"

/* A region while the table is read, in the order read; a parent always stands before its
 * children. */
struct node {
	const char *name;
	size_t parent; /* or CATALOG_NONE */
	int code;
	int depth;
	size_t first_child; /* in build.siblings, once they are sorted */
	size_t child_count;
};

struct sibling {
	size_t parent;
	int code; /* INT_MAX for none, so that it comes last */
	size_t node;
};

struct build {
	struct catalog *catalog; /* entries and measures stand as read until build_finish() */
	size_t table_capacity, category_capacity, entry_capacity, measure_capacity;
	struct node *nodes;
	size_t node_count, node_capacity;
	size_t *slots; /* open addressing by parent and name: node + 1, or 0 */
	size_t slot_count;
	struct sibling *siblings;
};

struct build *build_new(void)
{
	struct build *b = memory_new(sizeof(*b));
	b->catalog = memory_new(sizeof(*b->catalog));
	return b;
}

void build_free(struct build *b)
{
	if (!b)
		return;
	catalog_free(b->catalog);
	free(b->nodes);
	free(b->slots);
	free(b->siblings);
	free(b);
}

void build_table(struct build *b, const char *file, const char *title, const char *description)
{
	struct catalog *c = b->catalog;
	c->tables = memory_grow(c->tables, &b->table_capacity, c->table_count + 1,
				sizeof(*c->tables));
	c->tables[c->table_count++] = (struct table){
		.file = arena_string(&c->arena, file),
		.title = arena_string(&c->arena, title),
		.description = arena_string(&c->arena, description),
	};
}

static const char **copy_strings(struct build *b, const char *const *strings, size_t count)
{
	if (count == 0)
		return NULL;
	const char **copy = arena_new(&b->catalog->arena, count * sizeof(*copy));
	for (size_t i = 0; i < count; i++)
		copy[i] = arena_string(&b->catalog->arena, strings[i]);
	return copy;
}

int build_category(struct build *b, const struct category *category)
{
	struct catalog *c = b->catalog;
	for (size_t i = 0; i < c->category_count; i++)
		if (strcmp(c->categories[i].id, category->id) == 0)
			return (int)i;
	if (c->category_count == CATALOG_CATEGORIES)
		return -1;
	c->categories = memory_grow(c->categories, &b->category_capacity, c->category_count + 1,
				    sizeof(*c->categories));
	c->categories[c->category_count] = (struct category){
		.id = arena_string(&c->arena, category->id),
		.name = arena_string(&c->arena, category->name),
		.short_name = arena_string(&c->arena, category->short_name),
		.keywords = copy_strings(b, category->keywords, category->keyword_count),
		.keyword_count = category->keyword_count,
	};
	return (int)c->category_count++;
}

static size_t hash(size_t parent, const char *name)
{
	uint64_t h = UINT64_C(14695981039346656037) ^ parent; /* FNV-1a */
	for (; *name; name++)
		h = (h ^ (unsigned char)*name) * UINT64_C(1099511628211);
	return (size_t)(h ^ h >> 32);
}

/* Where that node's number stands, or the empty slot for it. */
static size_t *slot_of(struct build *b, size_t parent, const char *name)
{
	size_t mask = b->slot_count - 1;
	for (size_t at = hash(parent, name) & mask;; at = (at + 1) & mask) {
		if (b->slots[at] == 0)
			return &b->slots[at];
		const struct node *node = &b->nodes[b->slots[at] - 1];
		if (node->parent == parent && strcmp(node->name, name) == 0)
			return &b->slots[at];
	}
}

static void make_room(struct build *b)
{
	if (2 * (b->node_count + 1) <= b->slot_count)
		return;
	free(b->slots);
	b->slot_count = b->slot_count ? 2 * b->slot_count : 64;
	b->slots = memory_new(b->slot_count * sizeof(*b->slots));
	for (size_t i = 0; i < b->node_count; i++)
		*slot_of(b, b->nodes[i].parent, b->nodes[i].name) = i + 1;
}

static size_t find_or_add(struct build *b, size_t parent, const char *name)
{
	make_room(b);
	size_t *slot = slot_of(b, parent, name);
	if (*slot)
		return *slot - 1;
	b->nodes = memory_grow(b->nodes, &b->node_capacity, b->node_count + 1, sizeof(*b->nodes));
	b->nodes[b->node_count] = (struct node){
		.name = arena_string(&b->catalog->arena, name),
		.parent = parent,
		.depth = parent == CATALOG_NONE ? 0 : b->nodes[parent].depth + 1,
	};
	*slot = ++b->node_count;
	return b->node_count - 1;
}

static size_t region_of(struct build *b, const struct build_entry *entry)
{
	size_t node = CATALOG_NONE;
	for (size_t i = 0; i < CATALOG_DEPTH && entry->path[i]; i++)
		node = find_or_add(b, node, entry->path[i]);
	if (!b->nodes[node].code)
		b->nodes[node].code = entry->code;
	return node;
}

static const char *printed(struct build *b, const struct build_entry *entry)
{
	if (entry->printed_region)
		return arena_string(&b->catalog->arena, entry->printed_region);
	struct buffer joined = { 0 };
	for (size_t i = 0; i < CATALOG_DEPTH && entry->path[i]; i++) {
		buffer_text(&joined, i ? " " : "");
		buffer_text(&joined, entry->path[i]);
	}
	const char *text = arena_string(&b->catalog->arena, buffer_string(&joined));
	buffer_done(&joined);
	return text;
}

static struct reference *copy_references(struct build *b, const struct build_entry *entry)
{
	if (entry->reference_count == 0)
		return NULL;
	struct arena *arena = &b->catalog->arena;
	struct reference *copy = arena_new(arena, entry->reference_count * sizeof(*copy));
	for (size_t i = 0; i < entry->reference_count; i++) {
		const struct reference *r = &entry->references[i];
		copy[i] = *r;
		copy[i].text = arena_string(arena, r->text);
		copy[i].candidates = copy_strings(b, r->candidates, r->candidate_count);
		copy[i].reason = arena_string(arena, r->reason);
	}
	return copy;
}

static struct reward *copy_rewards(struct build *b, const struct measure *m)
{
	if (m->reward_count == 0)
		return NULL;
	struct reward *copy = arena_new(&b->catalog->arena, m->reward_count * sizeof(*copy));
	for (size_t i = 0; i < m->reward_count; i++) {
		copy[i] = m->rewards[i];
		copy[i].level = arena_string(&b->catalog->arena, m->rewards[i].level);
	}
	return copy;
}

static void add_measures(struct build *b, const struct build_entry *entry)
{
	struct catalog *c = b->catalog;
	size_t need = c->measure_count + entry->measure_count;
	c->measures = memory_grow(c->measures, &b->measure_capacity, need, sizeof(*c->measures));
	for (size_t i = 0; i < entry->measure_count; i++) {
		const struct measure *m = &entry->measures[i];
		c->measures[c->measure_count++] = (struct measure){
			.label = arena_string(&c->arena, m->label),
			.text = arena_string(&c->arena, m->text),
			.categories = m->categories,
			.by_keywords = m->categories == 0,
			.rewards = copy_rewards(b, m),
			.reward_count = m->reward_count,
		};
	}
}

void build_entry(struct build *b, const struct build_entry *entry)
{
	struct catalog *c = b->catalog;
	c->entries = memory_grow(c->entries, &b->entry_capacity, c->entry_count + 1,
				 sizeof(*c->entries));
	c->entries[c->entry_count++] = (struct entry){
		.table = c->table_count - 1,
		.region = region_of(b, entry),
		.number = entry->number,
		.printed_region = printed(b, entry),
		.inferred = entry->inferred,
		.references = copy_references(b, entry),
		.reference_count = entry->reference_count,
		.notes = copy_strings(b, entry->notes, entry->note_count),
		.note_count = entry->note_count,
		.first_measure = c->measure_count,
		.measure_count = entry->measure_count,
	};
	add_measures(b, entry);
}

/* Codes for the regions whose entries name none and for those above an entry's own. */
static void find_codes(struct build *b)
{
	for (size_t i = 0; i < b->node_count; i++) {
		struct node *node = &b->nodes[i];
		if (node->code)
			continue;
		const char *path[CATALOG_DEPTH];
		size_t at = i;
		for (int depth = node->depth; depth >= 0; depth--, at = b->nodes[at].parent)
			path[depth] = b->nodes[at].name;
		const struct division *d = divisions_by_path(path, (size_t)node->depth + 1);
		node->code = d ? d->code : 0;
	}
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

/* Afterwards the children of each node are one run of siblings, and the provinces are the last
 * run. Returns where that begins. */
static size_t sort_siblings(struct build *b)
{
	b->siblings = memory_new(b->node_count * sizeof(*b->siblings));
	for (size_t i = 0; i < b->node_count; i++) {
		const struct node *node = &b->nodes[i];
		b->siblings[i] =
			(struct sibling){ node->parent, node->code ? node->code : INT_MAX, i };
	}
	if (b->node_count)
		qsort(b->siblings, b->node_count, sizeof(*b->siblings), compare_siblings);
	size_t provinces = b->node_count;
	for (size_t i = b->node_count; i > 0; i--) {
		size_t parent = b->siblings[i - 1].parent;
		if (parent == CATALOG_NONE) {
			provinces = i - 1;
			continue;
		}
		b->nodes[parent].first_child = i - 1;
		b->nodes[parent].child_count++;
	}
	return provinces;
}

/* Adds the regions of a run of siblings, each with its subtree; place[node] becomes the region's
 * number. */
static void add_regions(struct build *b, size_t parent, size_t first, size_t count, size_t *place)
{
	struct catalog *c = b->catalog;
	for (size_t i = first; i < first + count; i++) {
		const struct node *node = &b->nodes[b->siblings[i].node];
		size_t region = c->region_count++;
		char *short_name = arena_new(&c->arena, strlen(node->name) + 1);
		place[b->siblings[i].node] = region;
		c->regions[region] = (struct region){
			.name = node->name,
			.short_name = divisions_short_name(node->name, short_name,
							   strlen(node->name) + 1),
			.code = node->code,
			.depth = node->depth,
			.parent = parent,
		};
		add_regions(b, region, node->first_child, node->child_count, place);
		c->regions[region].end = c->region_count;
	}
}

/* Entries into tree order; starts[r] becomes the first entry of region r, starts[region_count]
 * their number. */
static void sort_entries(struct catalog *c, const size_t *place, size_t *starts)
{
	struct entry *sorted = memory_new(c->entry_count * sizeof(*sorted));
	c->reading = memory_new(c->entry_count * sizeof(*c->reading));
	size_t *next = memory_new((c->region_count + 1) * sizeof(*next));
	for (size_t i = 0; i < c->entry_count; i++)
		next[place[c->entries[i].region] + 1]++;
	for (size_t r = 0; r < c->region_count; r++)
		next[r + 1] += next[r];
	memcpy(starts, next, (c->region_count + 1) * sizeof(*next));
	for (size_t i = 0; i < c->entry_count; i++) {
		size_t region = place[c->entries[i].region];
		size_t at = next[region]++;
		sorted[at] = c->entries[i];
		sorted[at].region = region;
		c->reading[i] = at;
	}
	free(next);
	free(c->entries);
	c->entries = sorted;
}

static void sort_measures(struct catalog *c)
{
	struct measure *sorted = memory_new(c->measure_count * sizeof(*sorted));
	size_t count = 0;
	for (size_t e = 0; e < c->entry_count; e++) {
		struct entry *entry = &c->entries[e];
		for (size_t i = 0; i < entry->measure_count; i++) {
			struct measure *m = &sorted[count + i];
			*m = c->measures[entry->first_measure + i];
			m->entry = e;
			if (m->by_keywords)
				m->categories = classify(c->categories, c->category_count, m->text);
		}
		entry->first_measure = count;
		count += entry->measure_count;
	}
	free(c->measures);
	c->measures = sorted;
}

static size_t measure_at(const struct catalog *c, size_t entry)
{
	return entry < c->entry_count ? c->entries[entry].first_measure : c->measure_count;
}

struct catalog *build_finish(struct build *b)
{
	struct catalog *c = b->catalog;
	find_codes(b);
	size_t provinces = sort_siblings(b);
	size_t *place = memory_new(b->node_count * sizeof(*place));
	size_t *starts = memory_new((b->node_count + 1) * sizeof(*starts));
	c->regions = memory_new(b->node_count * sizeof(*c->regions));
	add_regions(b, CATALOG_NONE, provinces, b->node_count - provinces, place);
	sort_entries(c, place, starts);
	sort_measures(c);
	for (size_t r = 0; r < c->region_count; r++) {
		struct region *region = &c->regions[r];
		region->first_entry = starts[r];
		region->own_entries_end = starts[r + 1];
		region->entries_end = starts[region->end];
		region->first_measure = measure_at(c, region->first_entry);
		region->own_measures_end = measure_at(c, region->own_entries_end);
		region->measures_end = measure_at(c, region->entries_end);
	}
	free(place);
	free(starts);
	b->catalog = NULL;
	build_free(b);
	return c;
}
