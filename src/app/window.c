/* What of a long text is laid out: the items around the selected one. A city may have 20,000 measures, two provinces 60,000 pairs; breaking
 * them all into lines would take a quarter of a second and more, breaking those around the cursor takes less than a few milliseconds. */
#include "app/reader.h"
#include "app/side.h"
#include "app/state.h"

static struct app_window *window_of(struct app *a, enum app_text text)
{
	return text == TEXT_SIDE ? &a->side_window : &a->window;
}

static struct pager *pager_of(struct app *a, enum app_text text)
{
	return text == TEXT_SIDE ? &a->side : &a->reader;
}

/* The reminder stands on the pane's last row. */
static size_t text_rows(const struct app *a)
{
	int rows = a->layout.body_rows > 2 ? a->layout.body_rows - 1 : a->layout.body_rows;
	return rows > 1 ? (size_t)rows : 1;
}

size_t app_window_item(const struct app *a, enum app_text text)
{
	return text == TEXT_SIDE ? a->side_window.first + a->side.selected
				 : a->window.first + a->reader.selected;
}

long app_window_row(const struct app *a, enum app_text text)
{
	const struct pager *p = text == TEXT_SIDE ? &a->side : &a->reader;
	const struct item *item = pager_item(p);
	return item ? (long)item->first_line - (long)p->top : 0;
}

/* Both lay out more than two pages on each side of the item: then what is in view is never near an end that is not the text's own. */
static void lay_out_region(struct app *a, struct app_window *w, size_t item)
{
	size_t region = tree_region(&a->tree), margin = 2 * (text_rows(a) + 4);
	if (region == CATALOG_NONE) {
		document_clear(&a->reader.doc);
		return;
	}
	w->first = item > margin ? item - margin : 0;
	w->end = w->total - item > margin ? item + margin : w->total;
	reader_build(&a->reader.doc, a->catalog, region, &a->query,
		     a->layout.reader_cols - APP_GUTTER, w->first, w->end);
}

static void lay_out_pairs(struct app *a, struct app_window *w, size_t item)
{
	struct side side = app_side(a);
	size_t enough = 3 * text_rows(a), lines = 0;
	for (w->first = item; w->first > 0 && lines < enough; w->first--)
		lines += side_least_lines(&side, w->first - 1);
	lines = 0;
	for (w->end = item; w->end < w->total && lines < enough + text_rows(a); w->end++)
		lines += side_least_lines(&side, w->end);
	side_build(&a->side.doc, &side, w->first, w->end);
}

static size_t count_items(const struct app *a, enum app_text text)
{
	if (text == TEXT_SIDE)
		return a->shown.count;
	size_t region = tree_region(&a->tree);
	return region == CATALOG_NONE ? 0 : reader_count(a->catalog, region);
}

void app_window_lay_out(struct app *a, enum app_text text, size_t item)
{
	struct app_window *w = window_of(a, text);
	struct pager *p = pager_of(a, text);
	*w = (struct app_window){ .total = count_items(a, text) };
	if (item >= w->total)
		item = w->total ? w->total - 1 : 0;
	if (text == TEXT_SIDE)
		lay_out_pairs(a, w, item);
	else
		lay_out_region(a, w, item);
	p->selected = item - w->first;
	pager_resize(p, (int)text_rows(a));
}

void app_window_restore(struct app *a, enum app_text text, size_t item, long row)
{
	struct pager *p = pager_of(a, text);
	app_window_lay_out(a, text, item);
	const struct item *here = pager_item(p);
	if (!here)
		return;
	p->top = (long)here->first_line > row ? (size_t)((long)here->first_line - row) : 0;
	pager_resize(p, (int)text_rows(a));
}

void app_window_keep(struct app *a, enum app_text text)
{
	app_window_lay_out(a, text, app_window_item(a, text));
}

void app_window_follow(struct app *a, enum app_text text)
{
	const struct app_window *w = window_of(a, text);
	const struct pager *p = pager_of(a, text);
	size_t height = (size_t)p->height;
	bool near_start = w->first > 0 && p->top < height;
	bool near_end = w->end < w->total && p->doc.line_count - p->top < 2 * height;
	if (near_start || near_end)
		app_window_restore(a, text, app_window_item(a, text), app_window_row(a, text));
}

void app_window_go(struct app *a, enum app_text text, size_t item)
{
	const struct app_window *w = window_of(a, text);
	struct pager *p = pager_of(a, text);
	if (item >= w->first && item < w->end) {
		pager_select(p, item - w->first);
		app_window_follow(a, text);
		return;
	}
	app_window_lay_out(a, text, item);
	pager_select(p, p->selected);
}
