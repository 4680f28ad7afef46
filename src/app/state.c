#include "app/state.h"

#include <stdlib.h>
#include <string.h>

#include "app/help.h"
#include "app/reader.h"
#include "app/views.h"
#include "base/columns.h"
#include "base/memory.h"
#include "search/near.h"

enum {
	LEAST_ROWS = 4,
	LEAST_COLS = 16, /* below: a polite line only */
	LEAST_TREE = 24,
	LEAST_READER = 38,
};

static int digits(size_t number)
{
	int count = 1;
	for (; number >= 10; number /= 10)
		count++;
	return count;
}

/* "20/6000 (30/9000)", with a space before it and one behind. */
static int count_columns(const struct catalog *c, size_t region)
{
	const struct region *r = &c->regions[region];
	int own = 2 * digits(catalog_own_measures(r)) + 1;
	int total = r->end > region + 1 ? 2 * digits(catalog_total_measures(r)) + 3 : 5;
	return own + total + 3;
}

/* The widest row of the tree: marks, indent, name, counts. */
static int wanted_tree(const struct catalog *c)
{
	int widest = LEAST_TREE;
	for (size_t i = 0; i < c->region_count; i++) {
		const struct region *r = &c->regions[i];
		int cols = 4 + 2 * r->depth + columns_text(r->name, strlen(r->name)) + count_columns(c, i) +
			   (r->uncertain ? 2 : 0);
		if (cols > widest)
			widest = cols;
	}
	return widest;
}

static void place(struct app *a)
{
	struct app_layout *l = &a->layout;
	*l = (struct app_layout){ .body_row = 2 };
	l->too_small = a->rows < LEAST_ROWS || a->cols < LEAST_COLS;
	l->body_rows = a->rows > APP_CHROME_ROWS ? a->rows - APP_CHROME_ROWS : 1;
	l->two_panes = a->cols >= LEAST_TREE + 1 + LEAST_READER;
	l->tree_cols = l->reader_cols = a->cols;
	if (!l->two_panes)
		return;
	int most = a->cols * 2 / 5;
	l->tree_cols = wanted_tree(a->catalog);
	if (l->tree_cols > most)
		l->tree_cols = most;
	if (l->tree_cols < LEAST_TREE)
		l->tree_cols = LEAST_TREE;
	l->reader_col = l->tree_cols + 1;
	l->reader_cols = a->cols - l->reader_col;
}

void app_layout(struct app *a)
{
	place(a);
	tree_resize(&a->tree, a->layout.body_rows);
	app_view_lay_out(a);
	app_window_keep(a, TEXT_READER);
	if (a->compared)
		app_window_keep(a, TEXT_SIDE);
	app_several_lay_out(a);
	help_build(&a->help.doc, a->catalog, a->cols, a->help_groups);
	pager_resize(&a->help, a->layout.body_rows);
}

void app_resize(struct app *a, int rows, int cols)
{
	if (rows == a->rows && cols == a->cols)
		return;
	a->rows = rows;
	a->cols = cols;
	app_layout(a);
	/* A small screen had no room for what stands above the first item. */
	pager_select(&a->reader, a->reader.selected);
	pager_select(&a->side, a->side.selected);
	pager_select(&a->several.pager, a->several.pager.selected);
}

bool app_has_query(const struct app *a)
{
	return a->query.count > 0;
}

bool app_shows_hits(const struct app *a)
{
	return a->screen == SCREEN_HITS ||
	       (a->screen == SCREEN_BROWSE && a->focus == IN_TREE && app_has_query(a));
}

void app_read_region(struct app *a)
{
	app_window_lay_out(a, TEXT_READER, 0);
	pager_start(&a->reader);
	size_t region = tree_region(&a->tree);
	if (!app_has_query(a) || region == CATALOG_NONE)
		return;
	const struct region *r = &a->catalog->regions[region];
	size_t hit = hits_at_or_after(&a->hits, r->first_measure);
	if (hit < a->hits.count && hits_measure(&a->hits, hit) < r->own_measures_end)
		app_window_go(a, TEXT_READER, hits_measure(&a->hits, hit) - r->first_measure);
}

/* The query's problem comes first: what it leaves out may be why there are no hits. */
void app_remark(struct app *a)
{
	const struct buffer *problem = &a->query.problem;
	buffer_clear(&a->remark);
	buffer_text(&a->remark, buffer_string(problem));
	a->remark_due = problem->n == 0 && a->hits.count == 0 && app_has_query(a);
}

bool app_advise(struct app *a)
{
	if (!a->remark_due || a->unsettled)
		return false;
	a->remark_due = !near_describe(a->engine, a->catalog, &a->query, a->query_text, &a->remark);
	return a->remark.n > 0;
}

void app_advise_now(struct app *a)
{
	engine_on_key(a->engine, NULL, NULL);
	app_advise(a);
	engine_on_key(a->engine, a->key_waiting, a->asker);
}

/* What the answer changes on the screen. */
static void show_hits(struct app *a)
{
	app_remark(a);
	tree_set_hits(&a->tree, app_has_query(a) ? &a->hits : NULL);
	app_view_renew(a);
	app_read_region(a);
}

void app_set_query(struct app *a, const char *text)
{
	char *copy = memory_copy(text, strlen(text));
	free(a->query_text);
	a->query_text = copy;
	query_parse(&a->query, text);
	a->unsettled = !engine_search(a->engine, &a->query, &a->hits);
	if (!a->unsettled)
		show_hits(a);
}

void app_settle_query(struct app *a)
{
	if (!a->unsettled)
		return;
	engine_on_key(a->engine, NULL, NULL);
	a->unsettled = !engine_search(a->engine, &a->query, &a->hits);
	engine_on_key(a->engine, a->key_waiting, a->asker);
	show_hits(a);
}

void app_settle(struct app *a)
{
	app_settle_query(a);
	app_ranking_settle(a);
}

void app_on_key(struct app *a, bool (*waiting)(void *asker), void *asker)
{
	a->key_waiting = waiting;
	a->asker = asker;
	engine_on_key(a->engine, waiting, asker);
}

void app_go_to_measure(struct app *a, size_t measure)
{
	size_t region = catalog_measure_region(a->catalog, measure);
	if (!tree_select(&a->tree, region))
		return;
	app_window_lay_out(a, TEXT_READER, measure - a->catalog->regions[region].first_measure);
	pager_select(&a->reader, a->reader.selected);
}
