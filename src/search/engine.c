#include "search/engine.h"

#include <stdlib.h>

#include "base/memory.h"
#include "search/shelf.h"
#include "search/values.h"

struct engine {
	const struct catalog *catalog;
	struct shelf texts;	 /* group: measure */
	struct shelf names;	 /* group: region; its own names */
	struct shelf paths;	 /* group: region; its path joined, when it lies inside another */
	struct shelf references; /* group: entry */
	struct shelf documents;	 /* group: entry; its references without links */
	struct shelf categories; /* group: category */
};

/* What the shelves are filled through. */
struct filling {
	struct values values;
	struct folded folded;
};

static void add_group(struct shelf *s, struct filling *f)
{
	for (size_t i = 0; i < f->values.count; i++)
		shelf_add(s, values_get(&f->values, i), &f->folded);
	shelf_close(s);
}

static void add_regions(struct engine *e, struct filling *f)
{
	for (size_t i = 0; i < e->catalog->region_count; i++) {
		values_names(&f->values, e->catalog, i);
		add_group(&e->names, f);
		values_paths(&f->values, e->catalog, i);
		add_group(&e->paths, f);
	}
}

static void add_entries(struct engine *e, struct filling *f)
{
	for (size_t i = 0; i < e->catalog->entry_count; i++) {
		values_references(&f->values, e->catalog, i, true);
		add_group(&e->references, f);
		values_references(&f->values, e->catalog, i, false);
		add_group(&e->documents, f);
	}
}

struct engine *engine_new(const struct catalog *c)
{
	struct engine *e = memory_new(sizeof(*e));
	struct filling f = { 0 };
	e->catalog = c;
	for (size_t i = 0; i < c->measure_count; i++) {
		shelf_add(&e->texts, c->measures[i].text, &f.folded);
		shelf_close(&e->texts);
	}
	add_regions(e, &f);
	add_entries(e, &f);
	for (size_t i = 0; i < c->category_count; i++) {
		values_category(&f.values, c, i);
		add_group(&e->categories, &f);
	}
	values_done(&f.values);
	fold_done(&f.folded);
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
	shelf_done(&e->documents);
	shelf_done(&e->categories);
	free(e);
}

static bool in_region(const struct engine *e, size_t region, const struct query_word *word)
{
	for (size_t r = region; r != CATALOG_NONE; r = e->catalog->regions[r].parent) {
		if (shelf_has(&e->names, r, word))
			return true;
	}
	return shelf_has(&e->paths, region, word);
}

static bool in_categories(const struct engine *e, uint64_t categories,
			  const struct query_word *word)
{
	for (size_t i = 0; i < e->catalog->category_count; i++) {
		if (categories >> i & 1 && shelf_begins(&e->categories, i, word))
			return true;
	}
	return false;
}

static bool in_rewards(const struct measure *m, struct range range)
{
	for (size_t i = 0; i < m->reward_count; i++) {
		int64_t yuan = m->rewards[i].yuan;
		if (yuan != REWARD_UNSTATED && yuan >= range.low && yuan <= range.high)
			return true;
	}
	return false;
}

/* A word without a field, in the order in which it is looked for. */
static bool find_anywhere(const struct engine *e, const struct query_word *word, size_t measure,
			  enum field *field)
{
	const struct measure *m = &e->catalog->measures[measure];
	*field = FIELD_TEXT;
	if (shelf_has(&e->texts, measure, word))
		return true;
	*field = FIELD_REGION;
	if (in_region(e, e->catalog->entries[m->entry].region, word))
		return true;
	*field = FIELD_REFERENCE;
	struct query_word printed = *word;
	printed.pinyin = false;
	return shelf_has(&e->references, m->entry, &printed);
}

bool engine_find(const struct engine *e, const struct query_word *word, size_t measure,
		 enum field *field)
{
	const struct measure *m = &e->catalog->measures[measure];
	const struct entry *entry = &e->catalog->entries[m->entry];
	switch (word->field) {
	case QUERY_REGION:
		*field = FIELD_REGION;
		return in_region(e, entry->region, word);
	case QUERY_CATEGORY:
		*field = FIELD_CATEGORY;
		return in_categories(e, m->categories, word);
	case QUERY_REFERENCE:
		*field = FIELD_REFERENCE;
		return shelf_has(&e->references, m->entry, word);
	case QUERY_YEAR:
		*field = FIELD_REFERENCE;
		return shelf_states_year(&e->documents, m->entry, word);
	case QUERY_MONEY:
		*field = FIELD_REWARD;
		return in_rewards(m, word->range);
	case QUERY_NUMBER:
		*field = FIELD_NUMBER;
		return entry->number >= word->range.low && entry->number <= word->range.high;
	case QUERY_ANY:
	case QUERY_FIELDS:
		break;
	}
	return find_anywhere(e, word, measure, field);
}

static bool branch_holds(const struct engine *e, const struct query *q, size_t first, size_t end,
			 size_t measure)
{
	for (size_t i = first; i < end; i++) {
		enum field field;
		if (engine_find(e, &q->words[i], measure, &field) == q->words[i].exclude)
			return false;
	}
	return true;
}

size_t engine_branch(const struct engine *e, const struct query *q, size_t measure, size_t from)
{
	while (from < q->count) {
		size_t end = query_branch_end(q, from);
		if (branch_holds(e, q, from, end, measure))
			return from;
		from = end;
	}
	return ENGINE_NONE;
}

void engine_search(const struct engine *e, const struct query *q, struct hits *out)
{
	out->count = out->regions = 0;
	size_t last_region = CATALOG_NONE;
	for (size_t i = 0; i < e->catalog->measure_count; i++) {
		if (q->count > 0 && engine_branch(e, q, i, 0) == ENGINE_NONE)
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
	size_t i = engine_branch(e, q, measure, 0);
	for (size_t end; i != ENGINE_NONE; i = engine_branch(e, q, measure, end)) {
		for (end = query_branch_end(q, i); i < end; i++) {
			enum field field;
			if (q->words[i].exclude || !engine_find(e, &q->words[i], measure, &field))
				continue;
			if (field == FIELD_TEXT)
				return FIELD_TEXT;
			if (!found)
				first = field;
			found = true;
		}
	}
	return first;
}

const char *field_name(enum field f)
{
	static const char *const names[] = {
		[FIELD_TEXT] = "text",		 [FIELD_REGION] = "region",
		[FIELD_REFERENCE] = "reference", [FIELD_CATEGORY] = "category",
		[FIELD_REWARD] = "reward",	 [FIELD_NUMBER] = "number",
	};
	return names[f];
}
