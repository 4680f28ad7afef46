#include "app/listing.h"

#include "app/state.h"
#include "app/views.h"

static void take(struct app *a, struct bits *set, const char *title)
{
	struct app_listing *l = &a->listing;
	hits_take(&l->hits, set, a->catalog);
	buffer_clear(&l->title);
	buffer_text(&l->title, title);
	list_resize(&l->list, l->hits.count, a->layout.body_rows);
}

void app_listing_open(struct app *a, struct bits *set, const char *title)
{
	struct app_listing *l = &a->listing;
	take(a, set, title);
	list_select(&l->list, 0);
	if (l->hits.count == 0) {
		app_message(a, "%s", title);
	} else if (l->hits.count == 1) {
		app_view_enter(a, hits_measure(&l->hits, 0));
	} else {
		l->from = a->screen;
		a->screen = SCREEN_LISTING;
	}
}

void app_listing_renew(struct app *a, struct bits *set, const char *title)
{
	take(a, set, title);
}

size_t app_listed(const struct app *a)
{
	const struct app_listing *l = &a->listing;
	return l->hits.count ? hits_measure(&l->hits, l->list.sel) : CATALOG_NONE;
}
