/* A single measure asked after: the same questions as a search's, answered from its own values. */
#include "search/engine_parts.h"

static bool in_text(const struct engine *e, size_t measure, const struct query_word *word)
{
	return e->planes ? plane_item_has(&e->planes->texts, measure, word)
			 : shelf_has(&e->texts, measure, word);
}

static bool in_region(const struct engine *e, size_t region, const struct query_word *word)
{
	for (size_t r = region; r != CATALOG_NONE; r = e->catalog->regions[r].parent) {
		if (e->planes ? plane_item_has(&e->planes->regions, r, word)
			      : shelf_has(&e->regions, r, word))
			return true;
	}
	return false;
}

static bool in_reference(const struct engine *e, size_t entry, const struct query_word *word)
{
	struct query_word printed = *word;
	printed.pinyin = false;
	return e->planes ? plane_item_has(&e->planes->references, entry, &printed)
			 : shelf_has(&e->references, entry, &printed);
}

static bool in_year(const struct engine *e, size_t entry, struct range range)
{
	return years_have(e->planes ? planes_years(e->planes) : &e->years, entry, range);
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
	if (in_text(e, measure, word))
		return true;
	*field = FIELD_REGION;
	if (in_region(e, e->catalog->entries[m->entry].region, word))
		return true;
	*field = FIELD_REFERENCE;
	return in_reference(e, m->entry, word);
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
		return in_reference(e, m->entry, word);
	case QUERY_YEAR:
		*field = FIELD_REFERENCE;
		return in_year(e, m->entry, word->range);
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

const uint32_t *engine_text(const struct engine *e, size_t measure, struct plane_item *scratch,
			    size_t *n)
{
	if (!e->planes)
		return shelf_first(&e->texts, measure, n);
	plane_item_open(scratch, &e->planes->texts, plane_item_start(&e->planes->texts, measure));
	plane_item_next(scratch);
	*n = scratch->count;
	return scratch->cps;
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
