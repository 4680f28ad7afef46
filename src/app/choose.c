/* Choosing what is compared: marks, and what they lead to. */
#include "app/state.h"
#include "app/views.h"

static void say_marked(struct app *a, size_t region)
{
	if (a->marks.count == 1)
		app_message(a, "已选%s；移到另一地域再按 c 或 F5 并排对比",
			    a->catalog->regions[region].name);
	else
		app_message(a, "已选 %zu 个地域；按 c 或 F5 对比，按 m 再选，最多 %d 个",
			    a->marks.count, SEVERAL_MOST);
}

static void unmark(struct app *a, size_t region)
{
	marks_remove(&a->marks, region);
	app_message(a, "已取消选定%s", a->catalog->regions[region].name);
}

void app_mark(struct app *a)
{
	size_t region = app_region(a);
	if (region == CATALOG_NONE)
		return;
	if (marks_has(&a->marks, region))
		unmark(a, region);
	else if (marks_add(&a->marks, region))
		say_marked(a, region);
	else
		app_message(a, "最多选 %d 个；c 或 F5 对比，Esc 取消", SEVERAL_MOST);
}

/* Of six that are marked none makes room for the one under the cursor. */
static void open_chosen(struct app *a, const struct marks *chosen, size_t region)
{
	struct app_origin from = { a->screen, tree_region(&a->tree), a->focus };
	if (chosen->count > 2) {
		app_open_several(a, chosen->regions, chosen->count, false);
		a->screen = SCREEN_SEVERAL;
	} else if (app_open_comparison(a, chosen->regions[0], chosen->regions[1])) {
		a->screen = SCREEN_COMPARE;
	}
	if (a->screen != from.screen)
		a->compared_from = from;
	if (!marks_has(chosen, region))
		app_message(a, "最多对比 %d 个地域，光标处的%s未计入", SEVERAL_MOST,
			    a->catalog->regions[region].name);
	marks_clear(&a->marks);
}

/* Choosing several was work: they are marked again, so that one more or one less is a key. */
static void mark_compared(struct app *a)
{
	const struct several *table = &a->several.table;
	for (size_t i = 0; i < table->count; i++)
		marks_add(&a->marks, table->columns[i].region);
	app_message(a, "仍选定 %zu 个地域：按 c 再对比，按 m 增减，%s取消选定", a->marks.count,
		    a->screen == SCREEN_BROWSE && !app_has_query(a) ? "再按 Esc " : "连按 Esc ");
}

void app_leave_comparison(struct app *a)
{
	const struct app_origin *from = &a->compared_from;
	bool several = a->screen == SCREEN_SEVERAL;
	/* Another query or catalog may stand by now. */
	if (from->screen == SCREEN_MATRIX)
		app_view_return(a, SCREEN_MATRIX);
	else if (from->screen == SCREEN_HITS)
		app_view_lay_out(a);
	a->screen = from->screen;
	a->focus = from->focus;
	/* A measure may have been read from it, elsewhere. */
	if (from->region != CATALOG_NONE && from->region != tree_region(&a->tree) &&
	    tree_select(&a->tree, from->region))
		app_read_region(a);
	if (several)
		mark_compared(a);
}

void app_mark_or_compare(struct app *a)
{
	struct marks chosen = a->marks;
	size_t region = app_region(a);
	if (region == CATALOG_NONE)
		return;
	marks_add(&chosen, region);
	if (chosen.count > 1) {
		open_chosen(a, &chosen, region);
	} else if (a->marks.count) {
		unmark(a, region);
	} else {
		a->marks = chosen;
		say_marked(a, region);
	}
}
