#include "app/tree.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

static bool *fold_state(const struct tree *t)
{
	return t->hits ? t->folded_hits : t->folded;
}

static bool is_shown(const struct tree *t, size_t region)
{
	const struct region *r = &t->catalog->regions[region];
	return !t->hits || hits_between(t->hits, r->first_measure, r->measures_end) > 0;
}

bool tree_can_unfold(const struct tree *t, size_t region)
{
	const struct region *r = &t->catalog->regions[region];
	if (r->end == region + 1)
		return false;
	return !t->hits || hits_between(t->hits, r->own_measures_end, r->measures_end) > 0;
}

bool tree_is_folded(const struct tree *t, size_t region)
{
	return fold_state(t)[region];
}

static void rebuild(struct tree *t)
{
	size_t selected = tree_region(t);
	size_t count = 0, row = 0;
	for (size_t region = 0; region < t->catalog->region_count;) {
		const struct region *r = &t->catalog->regions[region];
		if (!is_shown(t, region)) {
			region = r->end;
			continue;
		}
		/* The selected region, or the one that was folded over it. */
		if (selected != CATALOG_NONE && region <= selected && selected < r->end)
			row = count;
		t->rows[count++] = region;
		region = tree_is_folded(t, region) ? r->end : region + 1;
	}
	t->list.sel = row;
	list_resize(&t->list, count, t->list.height);
}

void tree_init(struct tree *t, const struct catalog *c, int height)
{
	*t = (struct tree){ .catalog = c, .list.height = height };
	t->folded = memory_new(c->region_count * sizeof(bool));
	t->folded_hits = memory_new(c->region_count * sizeof(bool));
	t->rows = memory_new(c->region_count * sizeof(*t->rows));
	if (c->region_count > (size_t)(height > 0 ? height : 0))
		memset(t->folded, true, c->region_count * sizeof(bool));
	rebuild(t);
}

void tree_done(struct tree *t)
{
	free(t->folded);
	free(t->folded_hits);
	free(t->rows);
	*t = (struct tree){ 0 };
}

static size_t first_with_own_hit(const struct tree *t)
{
	for (size_t row = 0; row < t->list.count; row++) {
		const struct region *r = &t->catalog->regions[t->rows[row]];
		if (hits_between(t->hits, r->first_measure, r->own_measures_end) > 0)
			return row;
	}
	return 0;
}

void tree_set_hits(struct tree *t, const struct hits *hits)
{
	size_t selected = tree_region(t);
	t->hits = hits;
	if (hits)
		memset(t->folded_hits, false, t->catalog->region_count * sizeof(bool));
	rebuild(t);
	bool found = selected != CATALOG_NONE && tree_select(t, selected);
	if (!hits)
		return;
	const struct region *r = found ? &t->catalog->regions[selected] : NULL;
	if (!r || hits_between(hits, r->first_measure, r->own_measures_end) == 0)
		list_select(&t->list, first_with_own_hit(t));
}

void tree_show_hits(struct tree *t, const struct hits *hits)
{
	t->hits = hits;
	rebuild(t);
}

void tree_resize(struct tree *t, int height)
{
	list_resize(&t->list, t->list.count, height);
}

size_t tree_region(const struct tree *t)
{
	return t->list.count ? t->rows[t->list.sel] : CATALOG_NONE;
}

bool tree_select(struct tree *t, size_t region)
{
	if (!is_shown(t, region))
		return false;
	for (size_t up = t->catalog->regions[region].parent; up != CATALOG_NONE;
	     up = t->catalog->regions[up].parent)
		fold_state(t)[up] = false;
	rebuild(t);
	for (size_t row = 0; row < t->list.count; row++)
		if (t->rows[row] == region)
			list_select(&t->list, row);
	return true;
}

void tree_fold(struct tree *t, size_t region, bool folded)
{
	fold_state(t)[region] = folded;
	rebuild(t);
}

void tree_fold_all(struct tree *t, bool folded)
{
	memset(fold_state(t), folded, t->catalog->region_count * sizeof(bool));
	rebuild(t);
}

bool tree_all_unfolded(const struct tree *t)
{
	for (size_t region = 0; region < t->catalog->region_count; region++)
		if (tree_can_unfold(t, region) && tree_is_folded(t, region))
			return false;
	return true;
}

void tree_save(const struct tree *t, struct tree_folds *saved)
{
	size_t bytes = t->catalog->region_count * sizeof(bool);
	free(saved->folded);
	saved->folded = memory_new(bytes);
	memcpy(saved->folded, t->folded, bytes);
	saved->top = t->list.top;
}

void tree_restore(struct tree *t, const struct tree_folds *saved, size_t region)
{
	memcpy(t->folded, saved->folded, t->catalog->region_count * sizeof(bool));
	rebuild(t);
	if (region != CATALOG_NONE)
		tree_select(t, region);
	t->list.top = saved->top;
	list_select(&t->list, t->list.sel);
}

void tree_folds_done(struct tree_folds *saved)
{
	free(saved->folded);
	*saved = (struct tree_folds){ 0 };
}
