/* Walking from place to place across regions: hits, two regions beside each other. */
#include "app/state.h"
#include "search/explain.h"

/* The hit behind (or before) the cursor; count where there is none. On a summary the cursor is before the first measure inside. */
static size_t hit_beside(const struct app *a, bool forward)
{
	size_t here = app_measure(a), region = tree_region(&a->tree), next;
	if (here != CATALOG_NONE)
		next = hits_at_or_after(&a->hits, forward ? here + 1 : here);
	else
		next = region == CATALOG_NONE
			       ? 0
			       : hits_at_or_after(&a->hits,
						  a->catalog->regions[region].first_measure);
	if (forward)
		return next;
	return next == 0 ? a->hits.count : next - 1;
}

void app_walk_hits(struct app *a, bool forward)
{
	if (!app_has_query(a) || a->hits.count == 0) {
		app_message(a, app_has_query(a) ? "没有命中" : "还没有检索：按 / 或 F3 输入检索词");
		return;
	}
	size_t count = a->hits.count, next = hit_beside(a, forward);
	size_t more = a->count > 1 ? (size_t)(a->count - 1) : 0;
	/* One beyond either end is no place: it wraps, and more steps go on from there. */
	bool wrapped = next == count;
	if (wrapped)
		next = forward ? 0 : count - 1;
	wrapped = wrapped || (forward ? next + more >= count : more > next);
	next = forward ? (next + more) % count : (next + count - more % count) % count;
	if (wrapped)
		app_message(a, forward ? "已过最后一处，从头继续" : "已过第一处，从末尾继续");
	if (a->screen == SCREEN_HITS)
		list_select(&a->hits_list, next);
	else
		app_go_to_measure(a, hits_measure(&a->hits, next));
}

void app_explain_hit(struct app *a)
{
	struct buffer reason = { 0 };
	size_t measure = app_measure(a);
	if (!app_has_query(a)) {
		app_message(a, "还没有检索：按 / 或 F3 输入检索词");
		return;
	}
	if (measure != CATALOG_NONE)
		explain_hit(a->engine, a->catalog, &a->query, a->query_text, measure, &reason);
	app_message(a, "%s",
		    reason.n ? buffer_string(&reason) : "所选不是命中；按 n 或 F4 到下一处");
	buffer_done(&reason);
}
