#include "app/views.h"

#include "app/state.h"

static const struct view {
	enum screen screen;
	const char *name;
} views[] = {
	{ SCREEN_BROWSE, "地域" },
	{ SCREEN_HITS, "命中" },
	{ SCREEN_MATRIX, "矩阵" },
	{ SCREEN_REWARDS, "奖补" },
	{ SCREEN_REFERENCES, "文号" },
};

enum { VIEWS = sizeof(views) / sizeof(views[0]) };

static size_t view_of(enum screen screen)
{
	size_t i = 0;
	while (i < VIEWS && views[i].screen != screen)
		i++;
	return i;
}

static bool is_available(const struct app *a, enum screen screen)
{
	return screen != SCREEN_HITS || app_has_query(a);
}

enum { NARROW = 60 }; /* columns below which only the view is named, so that its keys have room */

/* "视图：地域 [命中] 矩阵" or "视图：[命中]", and behind it the keys of the view */
static void say_views(struct app *a)
{
	struct buffer names = { 0 };
	for (size_t i = 0; i < VIEWS; i++)
		if (views[i].screen == a->screen ||
		    (a->cols >= NARROW && is_available(a, views[i].screen)))
			buffer_print(&names, views[i].screen == a->screen ? " [%s]" : " %s",
				     views[i].name);
	app_message(a, "视图：%s", buffer_string(&names) + 1);
	a->message_leads = true;
	buffer_done(&names);
}

static void open_hits(struct app *a, size_t region, size_t measure)
{
	a->screen = SCREEN_HITS;
	app_view_lay_out(a);
	if (measure == CATALOG_NONE && region != CATALOG_NONE)
		measure = a->catalog->regions[region].first_measure;
	if (measure != CATALOG_NONE)
		list_select(&a->hits_list, hits_at_or_after(&a->hits, measure));
}

static void open_references(struct app *a, size_t region, size_t measure)
{
	size_t entry = CATALOG_NONE;
	if (measure != CATALOG_NONE)
		entry = a->catalog->measures[measure].entry;
	else if (region != CATALOG_NONE)
		entry = a->catalog->regions[region].first_entry;
	app_references_make(a, entry);
	a->screen = SCREEN_REFERENCES;
}

/* Whatever view was open before, the next one opens at what is being read. */
static void open_view(struct app *a, enum screen screen)
{
	a->screen = a->opened_from = SCREEN_BROWSE;
	size_t region = app_region(a), measure = app_measure(a);
	switch (screen) {
	case SCREEN_HITS:
		open_hits(a, region, measure);
		break;
	case SCREEN_MATRIX:
		app_matrix_open(a, region);
		a->screen = SCREEN_MATRIX;
		break;
	case SCREEN_REWARDS:
		app_ranking_open_read(a, region, measure);
		break;
	case SCREEN_REFERENCES:
		open_references(a, region, measure);
		break;
	default:
		break;
	}
}

void app_view_return(struct app *a, enum screen screen)
{
	a->opened_from = SCREEN_BROWSE;
	switch (screen) {
	case SCREEN_MATRIX:
		app_matrix_open(a, CATALOG_NONE);
		a->screen = screen;
		break;
	case SCREEN_REFERENCES:
		app_references_make(a, CATALOG_NONE);
		a->screen = screen;
		break;
	case SCREEN_REWARDS:
		app_ranking_open(a);
		break;
	case SCREEN_COMPARE:
	case SCREEN_SEVERAL:
		app_take_up_query(a);
		a->screen = screen;
		break;
	case SCREEN_LISTING:
		a->screen = screen;
		break;
	default:
		open_view(a, screen);
	}
}

void app_view_turn(struct app *a, bool forward)
{
	size_t at = view_of(a->screen == SCREEN_LISTING ? a->listing.from : a->screen);
	if (a->count) {
		at = (size_t)a->count - 1;
		if (at >= VIEWS || !is_available(a, views[at].screen)) {
			app_message(a, at < VIEWS ? "还没有检索：按 / 或 F3 输入检索词，再看命中"
						  : "没有这个视图；按 v 或 F6 逐个看");
			return;
		}
	} else {
		do
			at = (at + (forward ? 1 : VIEWS - 1)) % VIEWS;
		while (!is_available(a, views[at].screen));
	}
	open_view(a, views[at].screen);
	say_views(a);
}

void app_view_enter(struct app *a, size_t measure)
{
	enum screen from = a->screen;
	if (measure == CATALOG_NONE)
		return;
	a->screen = SCREEN_BROWSE;
	app_go_to_measure(a, measure);
	a->focus = IN_READER;
	a->opened_from = from;
}

static bool is_open(const struct app *a, enum screen screen)
{
	return a->screen == screen || (a->screen == SCREEN_HELP && a->behind_help == screen);
}

void app_view_renew(struct app *a)
{
	if (is_open(a, SCREEN_REFERENCES)) {
		list_select(&a->references.list, 0);
		app_references_make(a, CATALOG_NONE);
	}
	if (a->screen == SCREEN_HITS) {
		list_resize(&a->hits_list, a->hits.count, a->layout.body_rows);
		list_select(&a->hits_list, 0);
	} else if (a->screen == SCREEN_REWARDS) {
		app_ranking_renew(a);
	}
	if (a->screen == SCREEN_MATRIX)
		app_matrix_renew(a);
}

void app_view_lay_out(struct app *a)
{
	if (is_open(a, SCREEN_REFERENCES))
		app_references_lay_out(a);
	list_resize(&a->hits_list, a->hits.count, a->layout.body_rows);
	list_resize(&a->listing.list, a->listing.hits.count, a->layout.body_rows);
	app_matrix_lay_out(a);
	app_ranking_lay_out(a);
}
