#include "compare/compare.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "compare/assign.h"
#include "compare/difference.h"
#include "compare/names.h"
#include "compare/pairing.h"

enum {
	CREW_WORTH = 1000, /* measures from which a second thread is worth waking */
	BLOCK = 256,	   /* pairs whose kind is told at once */
};

struct side {
	size_t region;
	bool borrows;
	bool inside;
	size_t first, end; /* measures */
	size_t *measures;  /* those compared, ascending; owned */
	size_t count;
};

static void side_find(const struct catalog *c, size_t region, bool cities, struct side *side)
{
	const struct region *r = &c->regions[region];
	*side = (struct side){
		.region = region,
		.borrows = catalog_borrows(c, region),
		.first = r->first_measure,
	};
	side->end = cities || side->borrows ? r->measures_end : r->own_measures_end;
}

/* Takes up the side's measures but leaves to the other what is the other's, as the inner of the
 * two. */
static void side_fill(const struct catalog *c, struct side *side, const struct side *other)
{
	bool yields = catalog_is_inside(c, other->region, side->region);
	side->measures = memory_new((side->end - side->first) * sizeof(*side->measures));
	for (size_t measure = side->first; measure < side->end; measure++) {
		if (yields && measure >= other->first && measure < other->end)
			continue;
		side->measures[side->count++] = measure;
		side->inside |= catalog_measure_region(c, measure) != side->region;
	}
}

static size_t first_category(const struct catalog *c, uint64_t categories)
{
	return categories ? (size_t)__builtin_ctzll(categories) : c->category_count;
}

static size_t group_of(const struct catalog *c, size_t left, size_t right)
{
	uint64_t l = left == CATALOG_NONE ? 0 : c->measures[left].categories;
	uint64_t r = right == CATALOG_NONE ? 0 : c->measures[right].categories;
	return first_category(c, l & r ? l & r : l | r);
}

static void pair_names(const struct catalog *c, const struct pair *p, struct names *names)
{
	names_add(names, c, catalog_measure_region(c, p->left));
	names_add(names, c, catalog_measure_region(c, p->right));
}

static enum pair_kind kind_of(const struct catalog *c, const struct comparison *out,
			      const struct pair *p)
{
	if (p->right == CATALOG_NONE)
		return PAIR_LEFT_ONLY;
	if (p->left == CATALOG_NONE)
		return PAIR_RIGHT_ONLY;
	const char *left = c->measures[p->left].text, *right = c->measures[p->right].text;
	if (strcmp(left, right) == 0)
		return PAIR_SAME;
	struct names names = { 0 };
	if (out->options.ignore_names)
		pair_names(c, p, &names);
	bool differs = difference_exists(left, right, &names);
	names_done(&names);
	return differs ? PAIR_DIFFERENT : PAIR_SAME;
}

static void add_pair(const struct catalog *c, struct comparison *out, size_t left, size_t right,
		     double similarity)
{
	out->pairs[out->count++] =
		(struct pair){ left, right, similarity, group_of(c, left, right), PAIR_SAME };
}

struct telling {
	const struct catalog *catalog;
	struct comparison *comparison;
};

static void tell_kinds(void *context, size_t block)
{
	const struct telling *t = context;
	struct comparison *x = t->comparison;
	size_t end = (block + 1) * BLOCK < x->count ? (block + 1) * BLOCK : x->count;
	for (size_t i = block * BLOCK; i < end; i++)
		x->pairs[i].kind = kind_of(t->catalog, x, &x->pairs[i]);
}

static void count_kinds(struct comparison *x)
{
	size_t *const counts[] = { [PAIR_SAME] = &x->same,
				   [PAIR_DIFFERENT] = &x->different,
				   [PAIR_LEFT_ONLY] = &x->left_only,
				   [PAIR_RIGHT_ONLY] = &x->right_only };
	for (size_t i = 0; i < x->count; i++)
		++*counts[x->pairs[i].kind];
}

static int by_group(const void *a, const void *b)
{
	const struct pair *x = a, *y = b;
	if (x->group != y->group)
		return x->group < y->group ? -1 : 1;
	bool x_alone = x->kind >= PAIR_LEFT_ONLY, y_alone = y->kind >= PAIR_LEFT_ONLY;
	if ((x_alone || y_alone) && x->kind != y->kind)
		return x->kind < y->kind ? -1 : 1;
	if (x->left != y->left)
		return x->left < y->left ? -1 : 1;
	return (x->right > y->right) - (x->right < y->right);
}

/* Of several best pairings the one that is found depends on which side is first, so that is always
 * the same one. */
static void pair_in_order(const struct catalog *c, struct crew *crew, const struct side *l,
			  const struct side *r, struct pairing *out)
{
	if (l->region <= r->region) {
		pairing_find(c, crew, l->measures, l->count, r->measures, r->count, out);
		return;
	}
	struct pairing back;
	pairing_find(c, crew, r->measures, r->count, l->measures, l->count, &back);
	out->match = memory_new(l->count * sizeof(*out->match));
	out->alike = memory_new(l->count * sizeof(*out->alike));
	for (size_t i = 0; i < l->count; i++)
		out->match[i] = ASSIGN_NONE;
	for (size_t j = 0; j < r->count; j++) {
		if (back.match[j] == ASSIGN_NONE)
			continue;
		out->match[back.match[j]] = j;
		out->alike[back.match[j]] = back.alike[j];
	}
	pairing_done(&back);
}

static void list_pairs(const struct catalog *c, const struct side *l, const struct side *r,
		       struct comparison *out)
{
	struct pairing p;
	struct crew *crew = l->count + r->count < CREW_WORTH ? NULL : crew_new();
	bool *taken = memory_new(r->count * sizeof(*taken));
	pair_in_order(c, crew, l, r, &p);
	out->pairs = memory_new((l->count + r->count) * sizeof(*out->pairs));
	for (size_t i = 0; i < l->count; i++) {
		size_t j = p.match[i];
		if (j != ASSIGN_NONE)
			taken[j] = true;
		add_pair(c, out, l->measures[i], j == ASSIGN_NONE ? CATALOG_NONE : r->measures[j],
			 p.alike[i]);
	}
	for (size_t j = 0; j < r->count; j++)
		if (!taken[j])
			add_pair(c, out, CATALOG_NONE, r->measures[j], 0);
	struct telling telling = { c, out };
	crew_run(crew, &(struct crew_work){ .chunk = tell_kinds, .context = &telling },
		 (out->count + BLOCK - 1) / BLOCK);
	count_kinds(out);
	qsort(out->pairs, out->count, sizeof(*out->pairs), by_group);
	crew_free(crew);
	pairing_done(&p);
	free(taken);
}

void compare_regions(const struct catalog *c, size_t left, size_t right,
		     struct compare_options options, struct comparison *out)
{
	struct side l, r;
	side_find(c, left, options.cities, &l);
	side_find(c, right, options.cities, &r);
	side_fill(c, &l, &r);
	side_fill(c, &r, &l);
	*out = (struct comparison){
		.left = left,
		.right = right,
		.options = options,
		.left_borrows = l.borrows,
		.right_borrows = r.borrows,
		.left_inside = l.inside,
		.right_inside = r.inside,
		.left_first = l.first,
		.left_end = l.end,
		.right_first = r.first,
		.right_end = r.end,
	};
	list_pairs(c, &l, &r, out);
	free(l.measures);
	free(r.measures);
}

void compare_done(struct comparison *comparison)
{
	free(comparison->pairs);
	*comparison = (struct comparison){ 0 };
}

bool compare_passes(const struct pair *p, enum compare_filter filter)
{
	switch (filter) {
	case COMPARE_ALL:
		return true;
	case COMPARE_SHARED:
		return p->kind == PAIR_SAME || p->kind == PAIR_DIFFERENT;
	case COMPARE_SAME:
		return p->kind == PAIR_SAME;
	case COMPARE_DIFFERENT:
		return p->kind == PAIR_DIFFERENT;
	case COMPARE_LEFT:
		return p->kind == PAIR_LEFT_ONLY;
	case COMPARE_RIGHT:
		return p->kind == PAIR_RIGHT_ONLY;
	}
	return false;
}

bool compare_differences(const struct catalog *c, const struct comparison *comparison,
			 const struct pair *p, struct spans *in_left, struct spans *in_right)
{
	spans_clear(in_left);
	spans_clear(in_right);
	if (p->kind != PAIR_DIFFERENT)
		return false;
	struct names names = { 0 };
	pair_names(c, p, &names);
	difference_spans(c->measures[p->left].text, c->measures[p->right].text,
			 (struct difference_names){ &names, comparison->options.ignore_names },
			 in_left, in_right);
	names_done(&names);
	return true;
}

bool compare_names_owner(const struct comparison *comparison, bool left_side)
{
	return left_side ? comparison->left_inside : comparison->right_inside;
}

static size_t measures_taken(const struct catalog *c, size_t region, bool cities)
{
	const struct region *r = &c->regions[region];
	return cities || catalog_borrows(c, region) ? catalog_total_measures(r)
						    : catalog_own_measures(r);
}

bool compare_is_too_large(const struct catalog *c, size_t left, size_t right, bool cities)
{
	return measures_taken(c, left, cities) + measures_taken(c, right, cities) > COMPARE_MOST;
}
