/* A word of a query -> the set of measures that it is found in. */
#include "search/engine_parts.h"

enum {
	ASKED = 64,	       /* measures of a small catalog between two questions */
	ENTRIES_ASKED = 16384, /* 0.2 ms */
};

static bool try_each(const struct engine *e, const struct query_word *word, struct bits *out)
{
	for (size_t i = 0; i < out->count; i++) {
		enum field field;
		if (i % ASKED == 0 && engine_overtaken(e))
			return false;
		if (engine_find(e, word, i, &field))
			bits_set(out, i);
	}
	return true;
}

static bool match(const struct engine *e, const struct plane *p, const struct query_word *word,
		  bool pinyin, struct bits *out)
{
	const struct folded *f = &word->folded;
	if (word->document)
		return match_document(&e->match, p, f->cps, f->count, &word->number, out);
	return match_word(&e->match, p, f->cps, f->count, pinyin, out);
}

/* The measures that stand for the items in which the word is found. */
static bool add_items(const struct engine *e, const struct plane *p, const uint32_t *runs,
		      const struct query_word *word, bool pinyin, struct bits *out)
{
	struct bits items = { 0 };
	bool complete = match(e, p, word, pinyin, &items);
	if (complete)
		match_spread(&items, runs, out);
	bits_done(&items);
	return complete;
}

static bool add_regions(const struct engine *e, const struct query_word *word, struct bits *out)
{
	const struct planes *p = e->planes;
	return add_items(e, &p->regions, p->region_runs, word, word->pinyin, out);
}

static bool add_references(const struct engine *e, const struct query_word *word, struct bits *out)
{
	const struct planes *p = e->planes;
	return add_items(e, &p->references, p->entry_runs, word, false, out);
}

static bool find_anywhere(const struct engine *e, const struct query_word *word, struct bits *out)
{
	return match(e, &e->planes->texts, word, word->pinyin, out) &&
	       add_references(e, word, out) && add_regions(e, word, out);
}

static bool has_number(const struct engine *e, size_t entry, struct range range)
{
	int64_t number = e->catalog->entries[entry].number;
	return number >= range.low && number <= range.high;
}

static bool add_entries(const struct engine *e, const struct query_word *word, struct bits *out)
{
	const struct planes *p = e->planes;
	const struct years *years = word->field == QUERY_YEAR ? planes_years(e->planes) : NULL;
	for (size_t i = 0; i < e->catalog->entry_count; i++) {
		if (i % ENTRIES_ASKED == 0 && engine_overtaken(e))
			return false;
		if (years ? years_have(years, i, word->range) : has_number(e, i, word->range))
			bits_fill(out, p->entry_runs[2 * i], p->entry_runs[2 * i + 1]);
	}
	return true;
}

static void add_categories(const struct engine *e, const struct query_word *word, struct bits *out)
{
	const struct facts *facts = planes_facts(e->planes);
	for (size_t i = 0; i < e->catalog->category_count; i++) {
		if (shelf_begins(&e->categories, i, word))
			facts_add_category(facts, i, out);
	}
}

static bool look_up(const struct engine *e, const struct query_word *word, struct bits *out)
{
	switch (word->field) {
	case QUERY_REGION:
		return add_regions(e, word, out);
	case QUERY_CATEGORY:
		add_categories(e, word, out);
		return true;
	case QUERY_REFERENCE:
		return add_references(e, word, out);
	case QUERY_YEAR:
	case QUERY_NUMBER:
		return add_entries(e, word, out);
	case QUERY_MONEY:
		facts_add_rewards(planes_facts(e->planes), word->range, out);
		return true;
	case QUERY_ANY:
	case QUERY_FIELDS:
		break;
	}
	return find_anywhere(e, word, out);
}

const struct bits *words_set(const struct engine *e, const struct query_word *word)
{
	const struct bits *set = kept_find(e->kept, word);
	if (set)
		return set;
	struct bits found = { 0 };
	bits_init(&found, e->catalog->measure_count);
	if ((e->planes ? look_up : try_each)(e, word, &found))
		set = kept_add(e->kept, word, &found);
	bits_done(&found);
	return set;
}
