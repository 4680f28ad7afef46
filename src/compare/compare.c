#include "compare/compare.h"

#include <stdlib.h>

#include "base/memory.h"
#include "compare/assign.h"
#include "compare/difference.h"
#include "compare/names.h"
#include "compare/similar.h"

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

static bool is_inside(const struct catalog *c, size_t region, size_t outer)
{
	return region > outer && region < c->regions[outer].end;
}

/* Takes up the side's measures but leaves to the other what is the other's, as the inner of the
 * two. */
static void side_fill(const struct catalog *c, struct side *side, const struct side *other)
{
	bool yields = is_inside(c, other->region, side->region);
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
	struct names names = { 0 };
	if (out->options.ignore_names)
		pair_names(c, p, &names);
	bool differs = difference_exists(c->measures[p->left].text, c->measures[p->right].text,
					 &names);
	names_done(&names);
	return differs ? PAIR_DIFFERENT : PAIR_SAME;
}

static void add_pair(const struct catalog *c, struct comparison *out, size_t left, size_t right,
		     double similarity)
{
	struct pair *p = &out->pairs[out->count++];
	*p = (struct pair){ left, right, similarity, group_of(c, left, right), PAIR_SAME };
	p->kind = kind_of(c, out, p);
	switch (p->kind) {
	case PAIR_SAME:
		out->same++;
		break;
	case PAIR_DIFFERENT:
		out->different++;
		break;
	case PAIR_LEFT_ONLY:
		out->left_only++;
		break;
	case PAIR_RIGHT_ONLY:
		out->right_only++;
		break;
	}
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

/* The best assignment for l's measures: match[i] is an index into r's or ASSIGN_NONE, alike[i] how
 * alike the two are. */
static void match_sides(const struct catalog *c, const struct side *l, const struct side *r,
			size_t *match, double *alike)
{
	struct similar *s = similar_new(c);
	struct similar_edges edges = { 0 };
	similar_between(s, l->measures, l->count, r->measures, r->count, COMPARE_THRESHOLD, &edges);
	assign(edges.all, edges.count, l->count, r->count, match);
	for (size_t i = 0; i < edges.count; i++)
		if (match[edges.all[i].left] == edges.all[i].right)
			alike[edges.all[i].left] = edges.all[i].weight;
	similar_edges_done(&edges);
	similar_free(s);
}

/* Of several best assignments the one that is found depends on which side is first, so that is
 * always the same one. */
static void match_in_order(const struct catalog *c, const struct side *l, const struct side *r,
			   size_t *match, double *alike)
{
	if (l->region <= r->region) {
		match_sides(c, l, r, match, alike);
		return;
	}
	size_t *back = memory_new(r->count * sizeof(*back));
	double *back_alike = memory_new(r->count * sizeof(*back_alike));
	match_sides(c, r, l, back, back_alike);
	for (size_t i = 0; i < l->count; i++)
		match[i] = ASSIGN_NONE;
	for (size_t j = 0; j < r->count; j++) {
		if (back[j] == ASSIGN_NONE)
			continue;
		match[back[j]] = j;
		alike[back[j]] = back_alike[j];
	}
	free(back);
	free(back_alike);
}

static void list_pairs(const struct catalog *c, const struct side *l, const struct side *r,
		       struct comparison *out)
{
	size_t *match = memory_new(l->count * sizeof(*match));
	double *alike = memory_new(l->count * sizeof(*alike));
	bool *taken = memory_new(r->count * sizeof(*taken));
	match_in_order(c, l, r, match, alike);
	out->pairs = memory_new((l->count + r->count) * sizeof(*out->pairs));
	for (size_t i = 0; i < l->count; i++) {
		if (match[i] == ASSIGN_NONE)
			continue;
		taken[match[i]] = true;
		add_pair(c, out, l->measures[i], r->measures[match[i]], alike[i]);
	}
	for (size_t i = 0; i < l->count; i++)
		if (match[i] == ASSIGN_NONE)
			add_pair(c, out, l->measures[i], CATALOG_NONE, 0);
	for (size_t j = 0; j < r->count; j++)
		if (!taken[j])
			add_pair(c, out, CATALOG_NONE, r->measures[j], 0);
	qsort(out->pairs, out->count, sizeof(*out->pairs), by_group);
	free(match);
	free(alike);
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
	if (comparison->options.ignore_names)
		pair_names(c, p, &names);
	difference_spans(c->measures[p->left].text, c->measures[p->right].text, &names, in_left,
			 in_right);
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
	size_t measures = measures_taken(c, right, cities);
	return measures && measures_taken(c, left, cities) > COMPARE_MOST / measures;
}
