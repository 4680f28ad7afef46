/* What of the reader's text is laid out: the items around the selected one. A city may have 20,000 measures; breaking them all into
 * lines would take a quarter of a second, breaking those around the cursor takes less than a millisecond. */
#include "app/reader.h"
#include "app/state.h"

/* The reminder stands on the reader's last row. */
static int reader_rows(const struct app *a)
{
	return a->layout.body_rows > 2 ? a->layout.body_rows - 1 : a->layout.body_rows;
}

/* Items on each side of the selected one; half of it must be more than a page. */
static size_t margin(const struct app *a)
{
	return 2 * ((size_t)reader_rows(a) + 4);
}

size_t app_window_item(const struct app *a)
{
	return a->window.first + a->reader.selected;
}

long app_window_row(const struct app *a)
{
	const struct item *item = pager_item(&a->reader);
	return item ? (long)item->first_line - (long)a->reader.top : 0;
}

void app_window_lay_out(struct app *a, size_t item)
{
	struct app_window *w = &a->window;
	size_t region = tree_region(&a->tree);
	*w = (struct app_window){ 0 };
	if (region == CATALOG_NONE) {
		document_clear(&a->reader.doc);
		pager_resize(&a->reader, reader_rows(a));
		return;
	}
	w->total = reader_count(a->catalog, region);
	if (item >= w->total)
		item = w->total ? w->total - 1 : 0;
	w->first = item > margin(a) ? item - margin(a) : 0;
	w->end = w->total - item > margin(a) ? item + margin(a) : w->total;
	reader_build(&a->reader.doc, a->catalog, region, &a->query,
		     a->layout.reader_cols - APP_GUTTER, w->first, w->end);
	a->reader.selected = item - w->first;
	pager_resize(&a->reader, reader_rows(a));
}

void app_window_restore(struct app *a, size_t item, long row)
{
	app_window_lay_out(a, item);
	const struct item *here = pager_item(&a->reader);
	if (!here)
		return;
	a->reader.top = (long)here->first_line > row ? (size_t)((long)here->first_line - row) : 0;
	pager_resize(&a->reader, reader_rows(a));
}

void app_window_keep(struct app *a)
{
	app_window_lay_out(a, app_window_item(a));
}

void app_window_follow(struct app *a)
{
	const struct app_window *w = &a->window;
	size_t below = a->reader.doc.item_count - a->reader.selected;
	bool near_start = w->first > 0 && a->reader.selected < margin(a) / 2;
	bool near_end = w->end < w->total && below < margin(a) / 2;
	if (near_start || near_end)
		app_window_restore(a, app_window_item(a), app_window_row(a));
}

void app_window_go(struct app *a, size_t item)
{
	if (item >= a->window.first && item < a->window.end) {
		pager_select(&a->reader, item - a->window.first);
		app_window_follow(a);
		return;
	}
	app_window_lay_out(a, item);
	pager_select(&a->reader, a->reader.selected);
}
