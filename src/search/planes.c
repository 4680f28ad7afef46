#include "search/planes.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "search/plane_item.h"
#include "search/values.h"

/* Parts of the making, for two threads. One is about as long in the first texts as the other in all
 * else; of the texts no more than the second part is to be copied. */
enum { FIRST_TEXTS, LAST_TEXTS, REFERENCES, FACTS, PARTS };
enum { FIRST_PERCENT = 62 };

struct making {
	struct planes *planes;
	struct plane_maker *makers[REFERENCES + 1]; /* by part */
};

static void add_item(struct plane_maker *m, const struct values *v)
{
	for (size_t i = 0; i < v->count; i++) {
		const char *value = values_get(v, i);
		plane_maker_value(m, value, strlen(value));
	}
	plane_maker_end_item(m);
}

static void make_regions(struct planes *p, struct plane_maker *m)
{
	const struct catalog *c = p->catalog;
	struct values v = { 0 };
	plane_maker_begin(m, 0);
	for (size_t i = 0; i < c->region_count; i++) {
		values_names(&v, c, i);
		for (size_t k = 0; k < v.count; k++)
			plane_maker_value(m, values_get(&v, k), strlen(values_get(&v, k)));
		values_paths(&v, c, i);
		add_item(m, &v);
		p->region_runs[2 * i] = (uint32_t)c->regions[i].first_measure;
		p->region_runs[2 * i + 1] = (uint32_t)c->regions[i].measures_end;
	}
	plane_maker_take(m, &p->regions);
	values_done(&v);
}

static void make_references(struct planes *p, struct plane_maker *m)
{
	const struct catalog *c = p->catalog;
	struct values v = { 0 };
	plane_maker_begin(m, 0);
	for (size_t i = 0; i < c->entry_count; i++) {
		values_references(&v, c, i, true);
		add_item(m, &v);
	}
	plane_maker_take(m, &p->references);
	values_done(&v);
}

static void make_texts(const struct planes *p, size_t part, struct plane_maker *m)
{
	const struct catalog *c = p->catalog;
	size_t border = c->measure_count * FIRST_PERCENT / 100 / PLANE_STRIDE * PLANE_STRIDE;
	size_t first = part == FIRST_TEXTS ? 0 : border;
	size_t end = part == FIRST_TEXTS ? border : c->measure_count;
	plane_maker_begin(m, 0);
	for (size_t i = first; i < end; i++) {
		plane_maker_value(m, c->measures[i].text, strlen(c->measures[i].text));
		plane_maker_end_item(m);
	}
}

static void make_part(void *context, size_t part)
{
	const struct making *making = context;
	struct planes *p = making->planes;
	switch (part) {
	case FIRST_TEXTS:
	case LAST_TEXTS:
		make_texts(p, part, making->makers[part]);
		break;
	case REFERENCES:
		make_references(p, making->makers[part]);
		make_regions(p, making->makers[part]);
		planes_years(p);
		break;
	default:
		planes_facts(p);
	}
}

static struct planes *begin(const struct catalog *c)
{
	struct planes *p = memory_new(sizeof(*p));
	p->catalog = c;
	p->crew = crew_new();
	p->region_runs = memory_new((2 * c->region_count + 1) * sizeof(*p->region_runs));
	p->entry_runs = memory_new((2 * c->entry_count + 1) * sizeof(*p->entry_runs));
	for (size_t i = 0; i < c->entry_count; i++) {
		const struct entry *e = &c->entries[i];
		p->entry_runs[2 * i] = e->first_measure;
		p->entry_runs[2 * i + 1] = e->first_measure + e->measure_count;
	}
	return p;
}

struct planes *planes_new(const struct catalog *c)
{
	struct making making = { .planes = begin(c) };
	struct planes *p = making.planes;
	struct crew_work work = { .chunk = make_part, .context = &making };
	p->codes = codes_new();
	making.makers[0] = plane_maker_new(p->codes);
	for (size_t i = 1; i <= REFERENCES; i++)
		making.makers[i] = plane_maker_another(making.makers[0]);
	crew_run(p->crew, &work, PARTS);
	plane_maker_append(making.makers[FIRST_TEXTS], making.makers[LAST_TEXTS]);
	plane_maker_take(making.makers[FIRST_TEXTS], &p->texts);
	for (size_t i = 0; i <= REFERENCES; i++)
		plane_maker_free(making.makers[i]);
	return p;
}

struct planes *planes_from(const struct catalog *c, const struct plane *texts,
			   const struct plane *references)
{
	struct planes *p = begin(c);
	struct plane_maker *m = plane_maker_new(texts->codes);
	p->texts = *texts;
	p->references = *references;
	p->texts.owned = p->references.owned = false;
	make_regions(p, m);
	plane_maker_free(m);
	return p;
}

void planes_free(struct planes *p)
{
	if (!p)
		return;
	crew_free(p->crew);
	plane_done(&p->texts);
	plane_done(&p->references);
	plane_done(&p->regions);
	facts_done(&p->facts);
	years_done(&p->years);
	free(p->entry_runs);
	free(p->region_runs);
	codes_free(p->codes);
	free(p);
}

const struct facts *planes_facts(struct planes *p)
{
	if (!p->facts.made)
		facts_make(&p->facts, p->catalog);
	return &p->facts;
}

/* The item's values stand in the order of values_references(); links state no years. */
static void read_years(struct years *y, const struct entry *e, struct plane_item *item)
{
	for (size_t i = 0; i < e->reference_count; i++) {
		const struct reference *r = &e->references[i];
		for (size_t k = 0; k <= r->candidate_count; k++) {
			plane_item_next(item);
			if (values_is_document(r, k))
				years_add(y, item->cps, item->count);
		}
	}
	/* An entry without references is an item of one empty value. */
	while (plane_item_next(item))
		continue;
	years_close(y);
}

const struct years *planes_years(struct planes *p)
{
	struct plane_item item = { 0 };
	size_t at = 0;
	for (size_t i = p->years.entry_count; i < p->catalog->entry_count; i++) {
		plane_item_open(&item, &p->references, at);
		read_years(&p->years, &p->catalog->entries[i], &item);
		at = item.at;
	}
	plane_item_done(&item);
	return &p->years;
}
