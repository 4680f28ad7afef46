#include "search/engine_parts.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "search/values.h"

/* What the shelves are filled through. */
struct filling {
	struct values values;
	struct folded folded;
};

static void add_values(struct shelf *s, struct filling *f)
{
	for (size_t i = 0; i < f->values.count; i++)
		shelf_add(s, values_get(&f->values, i), &f->folded);
}

static void fill_categories(struct engine *e, struct filling *f)
{
	for (size_t i = 0; i < e->catalog->category_count; i++) {
		values_category(&f->values, e->catalog, i);
		add_values(&e->categories, f);
		shelf_close(&e->categories);
	}
}

static void fill_regions(struct engine *e, struct filling *f)
{
	for (size_t i = 0; i < e->catalog->region_count; i++) {
		values_names(&f->values, e->catalog, i);
		add_values(&e->regions, f);
		values_paths(&f->values, e->catalog, i);
		add_values(&e->regions, f);
		shelf_close(&e->regions);
	}
}

static void fill_entries(struct engine *e, struct filling *f)
{
	for (size_t i = 0; i < e->catalog->entry_count; i++) {
		values_references(&f->values, e->catalog, i, true);
		add_values(&e->references, f);
		shelf_close(&e->references);
		values_references(&f->values, e->catalog, i, false);
		for (size_t k = 0; k < f->values.count; k++) {
			const char *document = values_get(&f->values, k);
			fold_text(&f->folded, document, strlen(document));
			years_add(&e->years, f->folded.cps, f->folded.count);
		}
		years_close(&e->years);
	}
}

static void fill_shelves(struct engine *e, struct filling *f)
{
	const struct catalog *c = e->catalog;
	for (size_t i = 0; i < c->measure_count; i++) {
		shelf_add(&e->texts, c->measures[i].text, &f->folded);
		shelf_close(&e->texts);
	}
	fill_regions(e, f);
	fill_entries(e, f);
}

/* Small when there are no planes. */
static struct engine *make(const struct catalog *c, struct planes *planes)
{
	struct engine *e = memory_new(sizeof(*e));
	struct filling f = { 0 };
	e->catalog = c;
	e->planes = planes;
	e->kept = memory_new(sizeof(*e->kept));
	e->match.kernel = kernel_best();
	e->match.crew = planes ? planes->crew : NULL;
	fill_categories(e, &f);
	if (!planes)
		fill_shelves(e, &f);
	values_done(&f.values);
	fold_done(&f.folded);
	return e;
}

struct engine *engine_new(const struct catalog *c)
{
	return c->measure_count > ENGINE_SMALL ? engine_new_large(c) : make(c, NULL);
}

struct engine *engine_new_large(const struct catalog *c)
{
	return make(c, planes_new(c));
}

struct engine *engine_from_planes(const struct catalog *c, const struct plane *texts,
				  const struct plane *references)
{
	return make(c, planes_from(c, texts, references));
}

void engine_free(struct engine *e)
{
	if (!e)
		return;
	shelf_done(&e->categories);
	shelf_done(&e->texts);
	shelf_done(&e->regions);
	shelf_done(&e->references);
	years_done(&e->years);
	planes_free(e->planes);
	kept_done(e->kept);
	free(e->kept);
	free(e);
}

const struct plane *engine_text_plane(const struct engine *e)
{
	return e->planes ? &e->planes->texts : NULL;
}

const struct plane *engine_reference_plane(const struct engine *e)
{
	return e->planes ? &e->planes->references : NULL;
}

void engine_on_key(struct engine *e, bool (*waiting)(void *asker), void *asker)
{
	e->match.cancelled = waiting;
	e->match.asker = asker;
}

void engine_forget(struct engine *e)
{
	kept_done(e->kept);
}

bool engine_overtaken(const struct engine *e)
{
	return e->match.cancelled && e->match.cancelled(e->match.asker);
}

/* Into `out` the measures for which words [first, end) hold. */
static bool search_branch(const struct engine *e, const struct query *q, size_t first, size_t end,
			  struct bits *out)
{
	bits_fill(out, 0, out->count);
	for (size_t i = first; i < end; i++) {
		const struct bits *set = words_set(e, &q->words[i]);
		if (!set)
			return false;
		(q->words[i].exclude ? bits_and_not : bits_and)(out, set);
	}
	return true;
}

bool engine_search(const struct engine *e, const struct query *q, struct hits *out)
{
	struct bits all = { 0 }, branch = { 0 };
	bool complete = true;
	bits_init(&all, e->catalog->measure_count);
	bits_init(&branch, e->catalog->measure_count);
	if (q->count == 0)
		bits_fill(&all, 0, all.count);
	for (size_t first = 0, end; complete && first < q->count; first = end) {
		end = query_branch_end(q, first);
		complete = search_branch(e, q, first, end, &branch);
		if (complete)
			bits_or(&all, &branch);
	}
	if (complete)
		hits_take(out, &all, e->catalog);
	bits_done(&all);
	bits_done(&branch);
	return complete;
}
