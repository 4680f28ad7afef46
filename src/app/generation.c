/* A larger catalog takes the place of the one on the screen while a table is still being read. Everything that stands — the region, the
 * measure and its row, folds, the chosen region, the query, the comparison — is found again in it by name, so that nothing moves under
 * the user's eyes but what has become more. */
#include <stdlib.h>
#include <string.h>

#include "app/listing.h"
#include "app/state.h"
#include "app/views.h"
#include "base/memory.h"

static size_t find_child(const struct catalog *c, size_t parent, const char *name)
{
	size_t region = parent == CATALOG_NONE ? 0 : parent + 1;
	size_t end = parent == CATALOG_NONE ? c->region_count : c->regions[parent].end;
	for (; region < end; region = c->regions[region].end)
		if (strcmp(c->regions[region].name, name) == 0)
			return region;
	return CATALOG_NONE;
}

/* Where each region of the old catalog is in the new one; the caller frees it. */
static size_t *map_regions(const struct catalog *from, const struct catalog *to)
{
	size_t *map = memory_new(from->region_count * sizeof(*map));
	for (size_t i = 0; i < from->region_count; i++) {
		const struct region *r = &from->regions[i];
		bool orphan = r->parent != CATALOG_NONE && map[r->parent] == CATALOG_NONE;
		size_t parent = r->parent == CATALOG_NONE ? CATALOG_NONE : map[r->parent];
		map[i] = orphan ? CATALOG_NONE : find_child(to, parent, r->name);
	}
	return map;
}

static size_t mapped(const size_t *map, size_t region)
{
	return region == CATALOG_NONE ? CATALOG_NONE : map[region];
}

/* The same measure of the same entry in the new catalog. */
static size_t map_measure(const struct catalog *from, const struct catalog *to, const size_t *map,
			  size_t measure)
{
	if (measure == CATALOG_NONE)
		return CATALOG_NONE;
	const struct entry *old = &from->entries[from->measures[measure].entry];
	size_t region = map[old->region], within = measure - old->first_measure;
	if (region == CATALOG_NONE)
		return CATALOG_NONE;
	const struct region *r = &to->regions[region];
	for (size_t e = r->first_entry; e < r->own_entries_end; e++) {
		const struct entry *entry = &to->entries[e];
		if (entry->table == old->table && entry->number == old->number &&
		    within < entry->measure_count)
			return entry->first_measure + within;
	}
	return CATALOG_NONE;
}

/* What Esc in the prompt gives back is of the new catalog too. */
static void replace_saved_folds(struct app *a, const struct tree *old, const size_t *map)
{
	bool *before = a->before.folds.folded;
	if (!before)
		return;
	struct tree_folds saved = { 0 };
	tree_save(&a->tree, &saved);
	for (size_t i = 0; i < old->catalog->region_count; i++)
		if (map[i] != CATALOG_NONE)
			saved.folded[map[i]] = before[i];
	saved.top = a->before.folds.top;
	tree_folds_done(&a->before.folds);
	a->before.folds = saved;
}

static void replace_tree(struct app *a, const struct catalog *c, const size_t *map)
{
	struct tree old = a->tree;
	tree_init(&a->tree, c, old.list.height);
	for (size_t i = 0; i < old.catalog->region_count; i++) {
		if (map[i] == CATALOG_NONE)
			continue;
		a->tree.folded[map[i]] = old.folded[i];
		a->tree.folded_hits[map[i]] = old.folded_hits[i];
	}
	replace_saved_folds(a, &old, map);
	tree_done(&old);
	tree_show_hits(&a->tree, app_has_query(a) ? &a->hits : NULL);
}

/* It is on the screen, or Esc leads back to it. */
static bool is_wanted(const struct app *a)
{
	return a->screen == SCREEN_COMPARE || a->opened_from == SCREEN_COMPARE ||
	       (a->screen == SCREEN_HELP && a->behind_help == SCREEN_COMPARE) ||
	       (a->prompting && (a->before.screen == SCREEN_COMPARE ||
				 a->before.opened_from == SCREEN_COMPARE));
}

static void leave_comparison(enum screen *screen)
{
	if (*screen == SCREEN_COMPARE)
		*screen = SCREEN_BROWSE;
}

static void replace_comparison(struct app *a, const struct catalog *from, const size_t *map,
			       const struct app_place *place)
{
	if (!a->compared)
		return;
	const struct comparison *c = &a->comparison;
	size_t left = map[c->left], right = map[c->right];
	struct app_place now = { map_measure(from, a->catalog, map, place->left),
				 map_measure(from, a->catalog, map, place->right), place->item,
				 place->row };
	bool stays = is_wanted(a) && left != CATALOG_NONE && right != CATALOG_NONE;
	if (stays && app_renew_comparison(a, left, right, c->options, a->shown.filter, &now))
		return;
	leave_comparison(&a->screen);
	leave_comparison(&a->behind_help);
	leave_comparison(&a->opened_from);
	leave_comparison(&a->before.screen);
	leave_comparison(&a->before.opened_from);
	compare_done(&a->comparison);
	shown_done(&a->shown);
	a->compared = false;
}

/* What of the old catalog must be found again, in terms of it. */
struct standing {
	size_t region, item, hit, listed;
	long row;
};

/* What is open, or comes back when help is closed. */
static enum screen open_screen(const struct app *a)
{
	return a->screen == SCREEN_HELP ? a->behind_help : a->screen;
}

/* The measure selected in a list of which a growing catalog moves the rows. */
static size_t listed_measure(const struct app *a)
{
	switch (open_screen(a)) {
	case SCREEN_HITS:
		return a->hits.count ? hits_measure(&a->hits, a->hits_list.sel) : CATALOG_NONE;
	case SCREEN_REWARDS:
		return app_ranking_measure(a);
	case SCREEN_REFERENCES:
		return app_references_measure(a);
	default:
		return CATALOG_NONE;
	}
}

static struct standing remember(const struct app *a)
{
	struct standing s = { .region = tree_region(&a->tree),
			      .item = app_window_item(a, TEXT_READER),
			      .hit = listed_measure(a),
			      .row = app_window_row(a, TEXT_READER) };
	s.listed = app_listed(a);
	return s;
}

/* The item that showed measure `item` of the old region, in the new one. */
static size_t map_item(const struct app *a, const struct catalog *from, const size_t *map,
		       size_t region, size_t item)
{
	const struct region *r = &from->regions[region];
	if (item >= catalog_own_measures(r))
		return 0;
	size_t measure = map_measure(from, a->catalog, map, r->first_measure + item);
	size_t now = mapped(map, region);
	return measure == CATALOG_NONE || now == CATALOG_NONE
		       ? 0
		       : measure - a->catalog->regions[now].first_measure;
}

static void restore(struct app *a, const struct catalog *from, const size_t *map,
		    const struct standing *s)
{
	size_t region = mapped(map, s->region);
	if (region == CATALOG_NONE || !tree_select(&a->tree, region)) {
		app_read_region(a);
	} else {
		app_window_restore(a, TEXT_READER, map_item(a, from, map, s->region, s->item), s->row);
	}
	size_t hit = map_measure(from, a->catalog, map, s->hit);
	if (hit != CATALOG_NONE && open_screen(a) == SCREEN_REWARDS)
		app_ranking_select(a, hit);
	else if (hit != CATALOG_NONE && open_screen(a) == SCREEN_REFERENCES)
		app_references_select(a, hit);
	else if (hit != CATALOG_NONE)
		list_select(&a->hits_list, hits_at_or_after(&a->hits, hit));
	size_t listed = map_measure(from, a->catalog, map, s->listed);
	if (listed != CATALOG_NONE)
		list_select(&a->listing.list, hits_at_or_after(&a->listing.hits, listed));
}

/* A catalog holds all of the one before; with no more of anything it is the same one, mapped. */
static bool is_same(const struct catalog *from, const struct catalog *to)
{
	return from->measure_count == to->measure_count &&
	       from->entry_count == to->entry_count && from->region_count == to->region_count;
}

void app_replace_catalog(struct app *a, const struct catalog *c, struct engine *engine)
{
	app_ranking_settle(a);
	const struct catalog *from = a->catalog;
	const struct list ranked = a->ranking.list;
	bool ranking_stays = is_same(from, c), lines_stay = ranking_stays && !a->unsettled;
	struct standing s = remember(a);
	struct app_place place = app_comparison_place(a);
	size_t *map = map_regions(from, c);
	engine_free(a->engine);
	a->engine = engine;
	a->catalog = c;
	engine_search(a->engine, &a->query, &a->hits);
	a->unsettled = false;
	app_remark(a);
	engine_on_key(a->engine, a->key_waiting, a->asker);
	replace_tree(a, c, map);
	marks_follow(&a->marks, map);
	a->compared_from.region = mapped(map, a->compared_from.region);
	app_several_follow(a, map);
	app_matrix_follow(a, map);
	if (a->prompting == PROMPTING_QUERY && a->before.region != CATALOG_NONE) {
		a->before.item = map_item(a, from, map, a->before.region, a->before.item);
		a->before.region = mapped(map, a->before.region);
	}
	if (!ranking_stays)
		app_ranking_forget(a);
	app_references_forget(&a->references); /* its texts are of the old catalog */
	app_view_renew(a);
	if (a->screen == SCREEN_HELP && a->behind_help == SCREEN_REWARDS)
		app_ranking_renew(a);
	replace_comparison(a, from, map, &place);
	app_layout(a);
	restore(a, from, map, &s);
	if (lines_stay)
		a->ranking.list = ranked;
	free(map);
}
