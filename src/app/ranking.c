#include "app/ranking.h"

#include "app/state.h"

enum { LEAST_BODY = 8, LEAST_DETAIL = 3, MOST_DETAIL = 10 };

static size_t promises(const struct ranking *k)
{
	return k->shown.count - k->shown.stated;
}

/* A heading before it, where there is any. */
static size_t headed(size_t count)
{
	return count ? count + 1 : 0;
}

static size_t line_count(const struct ranking *k)
{
	return k->shown.stated + headed(k->shown.stack_count) + headed(promises(k));
}

enum ranking_line ranking_line(const struct ranking *k, size_t line, size_t *index)
{
	size_t stacks = headed(k->shown.stack_count);
	*index = line;
	if (line < k->shown.stated)
		return RANKING_SUM;
	line -= k->shown.stated;
	if (line < stacks) {
		*index = line ? line - 1 : 0;
		return line ? RANKING_STACK : RANKING_STACKS;
	}
	line -= stacks;
	if (line >= headed(promises(k)))
		return RANKING_NONE;
	*index = line ? k->shown.stated + line - 1 : 0;
	return line ? RANKING_PROMISE : RANKING_PROMISES;
}

const struct rewards_row *ranking_row(const struct ranking *k, size_t line)
{
	size_t index, depth = CATALOG_DEPTH;
	switch (ranking_line(k, line, &index)) {
	case RANKING_SUM:
	case RANKING_PROMISE:
		return &k->shown.rows[index];
	case RANKING_STACK:
		while (depth > 0 && k->shown.stacks[index].parts[depth - 1] == REWARDS_NONE)
			depth--;
		return depth ? &k->shown.rows[k->shown.stacks[index].parts[depth - 1]] : NULL;
	default:
		return NULL;
	}
}

void ranking_done(struct ranking *k)
{
	rewards_done(&k->all);
	rewards_done(&k->shown);
	*k = (struct ranking){ 0 };
}

int ranking_detail_rows(int body_rows)
{
	int rows = body_rows * 3 / 7;
	if (body_rows < LEAST_BODY)
		return 0;
	return rows < LEAST_DETAIL ? LEAST_DETAIL : rows > MOST_DETAIL ? MOST_DETAIL : rows;
}

void app_ranking_lay_out(struct app *a)
{
	struct ranking *k = &a->ranking;
	int body = a->layout.body_rows;
	list_resize(&k->list, line_count(k), body - ranking_detail_rows(body));
	app_ranking_leave_heading(a, true);
}

void app_ranking_renew(struct app *a)
{
	struct ranking *k = &a->ranking;
	if (!k->made)
		rewards_build(a->catalog, NULL, k->order, &k->all);
	k->made = true;
	rewards_select(a->catalog, &k->all, &a->hits.set, &k->shown);
	list_select(&k->list, 0);
	app_ranking_lay_out(a);
}

void app_ranking_leave_heading(struct app *a, bool forward)
{
	struct list *l = &a->ranking.list;
	if (l->count == 0 || ranking_row(&a->ranking, l->sel))
		return;
	/* Behind a heading there is always a line; before the first one there may be none. */
	list_move(l, forward || l->sel == 0 ? 1 : -1);
}

void app_ranking_sort(struct app *a)
{
	struct ranking *k = &a->ranking;
	k->order = (enum rewards_order)((k->order + 1) % REWARDS_ORDERS);
	rewards_sort(a->catalog, k->order, &k->all);
	app_ranking_renew(a);
	app_message(a, "按%s排列", rewards_order_name(k->order));
}

void app_ranking_forget(struct app *a)
{
	enum rewards_order order = a->ranking.order;
	ranking_done(&a->ranking);
	a->ranking.order = order;
}

size_t app_ranking_measure(const struct app *a)
{
	const struct rewards_row *row = ranking_row(&a->ranking, a->ranking.list.sel);
	return row ? row->measure : CATALOG_NONE;
}

void app_ranking_select(struct app *a, size_t measure)
{
	struct ranking *k = &a->ranking;
	for (size_t line = 0; line < k->list.count; line++) {
		const struct rewards_row *row = ranking_row(k, line);
		if (row && row->measure == measure) {
			list_select(&k->list, line);
			return;
		}
	}
}

/* What is read of a region: its own measures, or where it has none those inside. */
static bool is_read_of(const struct catalog *c, size_t region, size_t measure)
{
	const struct region *r = &c->regions[region];
	size_t end = catalog_borrows(c, region) ? r->measures_end : r->own_measures_end;
	return measure >= r->first_measure && measure < end;
}

static void select_read(struct app *a, size_t region, size_t measure)
{
	struct ranking *k = &a->ranking;
	size_t found = 0;
	for (size_t line = k->list.count; line-- > 0;) {
		const struct rewards_row *row = ranking_row(k, line);
		if (row && region != CATALOG_NONE && is_read_of(a->catalog, region, row->measure))
			found = line;
	}
	list_select(&k->list, found);
	app_ranking_leave_heading(a, true);
	app_ranking_select(a, measure);
}

void app_ranking_open(struct app *a)
{
	size_t line = a->ranking.list.sel;
	a->screen = SCREEN_REWARDS;
	app_ranking_renew(a);
	list_select(&a->ranking.list, line);
	app_ranking_leave_heading(a, true);
}

void app_ranking_open_read(struct app *a, size_t region, size_t measure)
{
	struct ranking *k = &a->ranking;
	if (!k->made)
		k->made = rewards_try(a->catalog, k->order, a->key_waiting, a->asker, &k->all);
	k->awaited = !k->made;
	k->awaited_region = region;
	k->awaited_measure = measure;
	a->screen = SCREEN_REWARDS;
	if (k->awaited)
		return;
	app_ranking_open(a);
	select_read(a, region, measure);
}

void app_ranking_settle(struct app *a)
{
	struct ranking *k = &a->ranking;
	if (!k->awaited)
		return;
	k->awaited = false;
	if (a->screen != SCREEN_REWARDS)
		return;
	app_ranking_open(a);
	select_read(a, k->awaited_region, k->awaited_measure);
}
