#include "search/engine.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/memory.h"

/* Folded values in groups: value v is cps[ends[v - 1], ends[v]), group g is values
 * [groups[g - 1], groups[g]). */
struct shelf {
	uint32_t *cps;
	size_t cp_count, cp_capacity;
	size_t *ends;
	size_t value_count, value_capacity;
	size_t *groups;
	size_t group_count, group_capacity;
};

struct engine {
	const struct catalog *catalog;
	struct shelf texts;	 /* group: measure */
	struct shelf names;	 /* group: region; its own names */
	struct shelf paths;	 /* group: region; its path joined, when it lies inside another */
	struct shelf references; /* group: entry */
	struct shelf categories; /* group: category */
};

static void shelf_done(struct shelf *s)
{
	free(s->cps);
	free(s->ends);
	free(s->groups);
}

static size_t before(const size_t *ends, size_t i)
{
	return i > 0 ? ends[i - 1] : 0;
}

/* The value goes into the group that shelf_close() will end. One that stands there already is not
 * added again: a province's entries all print the same name. */
static void shelf_add(struct shelf *s, const char *text, struct folded *scratch)
{
	fold_text(scratch, text, strlen(text));
	size_t n = scratch->count;
	if (n == 0)
		return;
	for (size_t v = before(s->groups, s->group_count); v < s->value_count; v++) {
		size_t start = before(s->ends, v);
		if (s->ends[v] - start == n &&
		    memcmp(s->cps + start, scratch->cps, n * sizeof(*s->cps)) == 0)
			return;
	}
	s->cps = memory_grow(s->cps, &s->cp_capacity, s->cp_count + n, sizeof(*s->cps));
	memcpy(s->cps + s->cp_count, scratch->cps, n * sizeof(*s->cps));
	s->cp_count += n;
	s->ends = memory_grow(s->ends, &s->value_capacity, s->value_count + 1, sizeof(*s->ends));
	s->ends[s->value_count++] = s->cp_count;
}

static void shelf_close(struct shelf *s)
{
	s->groups =
		memory_grow(s->groups, &s->group_capacity, s->group_count + 1, sizeof(*s->groups));
	s->groups[s->group_count++] = s->value_count;
}

static bool shelf_has(const struct shelf *s, size_t group, const struct folded *word)
{
	for (size_t v = before(s->groups, group); v < s->groups[group]; v++) {
		size_t start = before(s->ends, v);
		if (fold_find(s->cps + start, s->ends[v] - start, 0, word->cps, word->count) !=
		    FOLD_NOWHERE)
			return true;
	}
	return false;
}

static bool shelf_begins(const struct shelf *s, size_t group, const struct folded *word)
{
	for (size_t v = before(s->groups, group); v < s->groups[group]; v++) {
		size_t start = before(s->ends, v);
		if (s->ends[v] - start >= word->count &&
		    memcmp(s->cps + start, word->cps, word->count * sizeof(*s->cps)) == 0)
			return true;
	}
	return false;
}

static void add_texts(struct engine *e, struct folded *scratch)
{
	for (size_t i = 0; i < e->catalog->measure_count; i++) {
		shelf_add(&e->texts, e->catalog->measures[i].text, scratch);
		shelf_close(&e->texts);
	}
}

static void add_names(struct engine *e, struct folded *scratch)
{
	const struct catalog *c = e->catalog;
	for (size_t i = 0; i < c->region_count; i++) {
		const struct region *r = &c->regions[i];
		shelf_add(&e->names, r->name, scratch);
		shelf_add(&e->names, r->short_name, scratch);
		for (size_t k = r->first_entry; k < r->own_entries_end; k++)
			shelf_add(&e->names, c->entries[k].printed_region, scratch);
		shelf_close(&e->names);
	}
}

/* Every choice of official and short along the path; bit k of `short_parts`: part k is short. */
static void add_paths(struct engine *e, struct folded *scratch)
{
	const struct catalog *c = e->catalog;
	struct buffer joined = { 0 };
	for (size_t i = 0; i < c->region_count; i++) {
		size_t path[CATALOG_DEPTH];
		size_t length = catalog_path(c, i, path);
		for (unsigned short_parts = 0; length > 1 && short_parts < 1u << length;
		     short_parts++) {
			buffer_clear(&joined);
			for (size_t k = 0; k < length; k++) {
				const struct region *r = &c->regions[path[k]];
				buffer_text(&joined,
					    short_parts >> k & 1 ? r->short_name : r->name);
			}
			shelf_add(&e->paths, buffer_string(&joined), scratch);
		}
		shelf_close(&e->paths);
	}
	buffer_done(&joined);
}

static void add_references(struct engine *e, struct folded *scratch)
{
	for (size_t i = 0; i < e->catalog->entry_count; i++) {
		const struct entry *entry = &e->catalog->entries[i];
		for (size_t k = 0; k < entry->reference_count; k++) {
			const struct reference *r = &entry->references[k];
			shelf_add(&e->references, r->text, scratch);
			for (size_t j = 0; j < r->candidate_count; j++)
				shelf_add(&e->references, r->candidates[j], scratch);
		}
		shelf_close(&e->references);
	}
}

static void add_categories(struct engine *e, struct folded *scratch)
{
	for (size_t i = 0; i < e->catalog->category_count; i++) {
		const struct category *category = &e->catalog->categories[i];
		shelf_add(&e->categories, category->name, scratch);
		shelf_add(&e->categories, category->short_name, scratch);
		shelf_add(&e->categories, category->id, scratch);
		shelf_close(&e->categories);
	}
}

struct engine *engine_new(const struct catalog *c)
{
	struct engine *e = memory_new(sizeof(*e));
	struct folded scratch = { 0 };
	e->catalog = c;
	add_texts(e, &scratch);
	add_names(e, &scratch);
	add_paths(e, &scratch);
	add_references(e, &scratch);
	add_categories(e, &scratch);
	fold_done(&scratch);
	return e;
}

void engine_free(struct engine *e)
{
	if (!e)
		return;
	shelf_done(&e->texts);
	shelf_done(&e->names);
	shelf_done(&e->paths);
	shelf_done(&e->references);
	shelf_done(&e->categories);
	free(e);
}

static bool in_region(const struct engine *e, size_t region, const struct folded *word)
{
	for (size_t r = region; r != CATALOG_NONE; r = e->catalog->regions[r].parent) {
		if (shelf_has(&e->names, r, word))
			return true;
	}
	return shelf_has(&e->paths, region, word);
}

static bool in_categories(const struct engine *e, uint64_t categories, const struct folded *word)
{
	for (size_t i = 0; i < e->catalog->category_count; i++) {
		if (categories >> i & 1 && shelf_begins(&e->categories, i, word))
			return true;
	}
	return false;
}

/* The field of the measure in which the word is found; false when it is in none. */
static bool find_word(const struct engine *e, const struct query_word *word, size_t measure,
		      enum field *field)
{
	const struct measure *m = &e->catalog->measures[measure];
	if (word->category) {
		*field = FIELD_CATEGORY;
		return in_categories(e, m->categories, &word->folded);
	}
	*field = FIELD_TEXT;
	if (shelf_has(&e->texts, measure, &word->folded))
		return true;
	*field = FIELD_REGION;
	if (in_region(e, e->catalog->entries[m->entry].region, &word->folded))
		return true;
	*field = FIELD_REFERENCE;
	return shelf_has(&e->references, m->entry, &word->folded);
}

static bool is_hit(const struct engine *e, const struct query *q, size_t measure)
{
	for (size_t i = 0; i < q->count; i++) {
		enum field field;
		if (find_word(e, &q->words[i], measure, &field) == q->words[i].exclude)
			return false;
	}
	return true;
}

void engine_search(const struct engine *e, const struct query *q, struct hits *out)
{
	out->count = out->regions = 0;
	size_t last_region = CATALOG_NONE;
	for (size_t i = 0; i < e->catalog->measure_count; i++) {
		if (!is_hit(e, q, i))
			continue;
		out->measures = memory_grow(out->measures, &out->capacity, out->count + 1,
					    sizeof(*out->measures));
		out->measures[out->count++] = i;
		/* A region's own measures are one run, so a change of region is a new region. */
		size_t region = catalog_measure_region(e->catalog, i);
		out->regions += region != last_region;
		last_region = region;
	}
}

void hits_done(struct hits *h)
{
	free(h->measures);
	*h = (struct hits){ 0 };
}

size_t hits_at_or_after(const struct hits *h, size_t measure)
{
	size_t low = 0, high = h->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (h->measures[middle] < measure)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

size_t hits_between(const struct hits *h, size_t first, size_t end)
{
	size_t from = hits_at_or_after(h, first), to = hits_at_or_after(h, end);
	return to > from ? to - from : 0;
}

enum field engine_field(const struct engine *e, const struct query *q, size_t measure)
{
	enum field first = FIELD_TEXT;
	bool found = false;
	for (size_t i = 0; i < q->count; i++) {
		enum field field;
		if (q->words[i].exclude || !find_word(e, &q->words[i], measure, &field))
			continue;
		if (field == FIELD_TEXT)
			return FIELD_TEXT;
		if (!found)
			first = field;
		found = true;
	}
	return first;
}

const char *field_name(enum field f)
{
	static const char *const names[] = {
		[FIELD_TEXT] = "text",
		[FIELD_REGION] = "region",
		[FIELD_REFERENCE] = "reference",
		[FIELD_CATEGORY] = "category",
	};
	return names[f];
}
