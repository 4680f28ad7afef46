/* The screen of several regions: which part of the table is in view, what the cursor is in. */
#include <stdlib.h>
#include <string.h>

#include "app/state.h"
#include "app/views.h"
#include "base/memory.h"

/* The last row reminds. */
static int rows_of_text(const struct app *a)
{
	return a->layout.body_rows > 2 ? a->layout.body_rows - 1 : a->layout.body_rows;
}

/* Lays out the columns in view and selects that row of the table. The cursor stays where it was on the
 * screen, though what is above it may have become longer or shorter; the top stays the top. */
static void build(struct app *a, size_t selected)
{
	struct app_several *s = &a->several;
	struct pager *p = &s->pager;
	const struct item *item = pager_item(p);
	long row = item && p->top ? (long)item->first_line - (long)p->top : -1;
	abreast_build(&p->doc, a->catalog, &s->table, &s->layout, s->columns.top);
	p->selected = selected;
	if (row >= 0 && selected < p->doc.item_count) {
		long first = (long)p->doc.items[selected].first_line;
		p->top = first > row ? (size_t)(first - row) : 0;
	}
	pager_resize(p, rows_of_text(a));
}

static void lay_out(struct app *a, size_t selected)
{
	struct app_several *s = &a->several;
	s->layout = abreast_lay_out(a->catalog, &s->table, a->cols - APP_GUTTER);
	list_resize(&s->columns, s->table.count, (int)s->layout.shown);
	build(a, selected);
}

void app_several_lay_out(struct app *a)
{
	if (a->several.open)
		lay_out(a, a->several.pager.selected);
}

void app_open_several(struct app *a, const size_t *regions, size_t count, bool cities)
{
	struct app_several *s = &a->several;
	several_done(&s->table);
	several_build(a->catalog, regions, count, cities, &s->table);
	s->open = true;
	s->pager.whole = true;
	s->columns = (struct list){ 0 };
	pager_start(&s->pager);
	lay_out(a, 0);
	pager_select(&s->pager, 0);
}

/* The same regions anew; the cursor stays in its category, or goes to the next that is there. */
static void rebuild(struct app *a, const size_t *regions, bool cities)
{
	struct app_several *s = &a->several;
	size_t category = s->table.row_count ? s->table.rows[s->pager.selected].category : 0;
	size_t count = s->table.count;
	several_done(&s->table);
	several_build(a->catalog, regions, count, cities, &s->table);
	size_t row = 0;
	while (row + 1 < s->table.row_count && s->table.rows[row].category < category)
		row++;
	lay_out(a, row);
}

void app_several_follow(struct app *a, const size_t *map)
{
	struct app_several *s = &a->several;
	size_t regions[SEVERAL_MOST];
	if (!s->open)
		return;
	for (size_t i = 0; i < s->table.count; i++)
		regions[i] = map[s->table.columns[i].region];
	rebuild(a, regions, s->table.cities);
}

struct several_cell app_several_cell(const struct app *a)
{
	const struct app_several *s = &a->several;
	if (s->table.row_count == 0)
		return (struct several_cell){ 0 };
	return several_cell(&s->table, s->pager.selected, s->columns.sel);
}

void app_several_step(struct app *a, bool right)
{
	struct list *columns = &a->several.columns;
	long times = a->count ? a->count : 1;
	size_t top = columns->top;
	list_move(columns, right ? times : -times);
	if (columns->top != top)
		build(a, a->several.pager.selected);
}

/* A comparison takes no notice of the query, but the tree does. */
void app_show_region(struct app *a, size_t region)
{
	free(a->aside);
	a->aside = NULL;
	if (tree_select(&a->tree, region))
		return;
	a->aside = memory_copy(a->query_text, strlen(a->query_text));
	app_set_query(a, "");
	tree_select(&a->tree, region);
	app_message(a, "%s没有命中，暂不检索；按 Esc 返回对比，检索恢复",
		    a->catalog->regions[region].name);
}

void app_take_up_query(struct app *a)
{
	char *text = a->aside;
	a->aside = NULL;
	if (text && !app_has_query(a))
		app_set_query(a, text);
	free(text);
}

void app_several_enter(struct app *a)
{
	struct several_cell cell = app_several_cell(a);
	size_t at = a->count > 0 ? (size_t)a->count - 1 : 0;
	if (cell.count) {
		size_t measure = cell.measures[at < cell.count ? at : cell.count - 1];
		app_show_region(a, catalog_measure_region(a->catalog, measure));
		app_view_enter(a, measure);
		return;
	}
	app_show_region(a, app_region(a));
	app_read_region(a);
	a->opened_from = SCREEN_SEVERAL;
	a->screen = SCREEN_BROWSE;
	a->focus = IN_READER;
}

static void walk_differences(struct app *a, bool forward)
{
	struct pager *p = &a->several.pager;
	size_t count = a->several.table.row_count;
	if (count && !pager_in_view(p) && several_differs(&a->several.table, p->selected)) {
		pager_select(p, p->selected); /* below a long heading: seen before the next */
		return;
	}
	for (size_t step = 1; step <= count; step++) {
		size_t at = forward ? p->selected + step : p->selected + count - step;
		if (!several_differs(&a->several.table, at % count))
			continue;
		if (forward ? at >= count : at < count)
			app_message(a, forward ? "已过最后一类不同，回到第一类"
					       : "已过第一类不同，回到最后一类");
		pager_select(p, at % count);
		return;
	}
	app_message(a, "所列各类，各地域都有");
}

static void turn_cities(struct app *a)
{
	const struct several *table = &a->several.table;
	size_t regions[SEVERAL_MOST];
	bool cities = !table->cities;
	for (size_t i = 0; i < table->count; i++)
		regions[i] = table->columns[i].region;
	rebuild(a, regions, cities);
	app_message(a, cities ? "连同所辖市" : "不计所辖市");
}

bool app_several_command(struct app *a, enum command command)
{
	switch (command) {
	case CMD_NEXT_DIFFERENCE:
	case CMD_PREVIOUS_DIFFERENCE:
		walk_differences(a, command == CMD_NEXT_DIFFERENCE);
		return true;
	case CMD_CITIES:
		turn_cities(a);
		return true;
	default:
		return false;
	}
}
