#include "compare/compare.h"

#include <stdlib.h>

#include "base/memory.h"
#include "compare/assign.h"
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

static void add_pair(struct comparison *out, size_t left, size_t right, double similarity)
{
	out->pairs[out->count++] = (struct pair){ left, right, similarity };
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
		add_pair(out, l->measures[i], r->measures[match[i]], alike[i]);
	}
	out->shared = out->count;
	for (size_t i = 0; i < l->count; i++)
		if (match[i] == ASSIGN_NONE)
			add_pair(out, l->measures[i], CATALOG_NONE, 0);
	out->left_only = out->count - out->shared;
	for (size_t j = 0; j < r->count; j++)
		if (!taken[j])
			add_pair(out, CATALOG_NONE, r->measures[j], 0);
	out->right_only = out->count - out->shared - out->left_only;
	free(match);
	free(alike);
	free(taken);
}

void compare_regions(const struct catalog *c, size_t left, size_t right, bool cities,
		     struct comparison *out)
{
	struct side l, r;
	side_find(c, left, cities, &l);
	side_find(c, right, cities, &r);
	side_fill(c, &l, &r);
	side_fill(c, &r, &l);
	*out = (struct comparison){
		.left = left,
		.right = right,
		.cities = cities,
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
