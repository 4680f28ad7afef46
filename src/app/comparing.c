/* The comparison's screen: opening it, what is shown of it, from difference to difference. */
#include "app/side.h"
#include "app/state.h"
#include "app/views.h"

struct side app_side(const struct app *a)
{
	return (struct side){ &a->shown, a->cols - APP_GUTTER, a->bare };
}

static void compare(struct app *a, size_t left, size_t right, struct compare_options options)
{
	if (a->compared)
		compare_done(&a->comparison);
	a->comparison = (struct comparison){ 0 };
	compare_regions(a->catalog, left, right, options, &a->comparison);
	a->compared = true;
}

static bool refused(struct app *a, size_t left, size_t right, struct compare_options options)
{
	bool large = compare_is_too_large(a->catalog, left, right, options.cities);
	if (large)
		app_message(a, "两边的措施太多，不能对比；请选较小的地域");
	return large;
}

bool app_open_comparison(struct app *a, size_t left, size_t right)
{
	struct compare_options options = { 0 };
	if (refused(a, left, right, options))
		return false;
	compare(a, left, right, options);
	shown_make(&a->shown, a->catalog, &a->comparison, COMPARE_ALL);
	if (a->opened_from == SCREEN_COMPARE) /* that one is gone */
		a->opened_from = SCREEN_BROWSE;
	a->side.whole = true;
	app_window_lay_out(a, TEXT_SIDE, 0);
	pager_start(&a->side);
	return true;
}

struct app_place app_comparison_place(const struct app *a)
{
	const struct item *item = a->compared ? pager_item(&a->side) : NULL;
	struct app_place place = { CATALOG_NONE, CATALOG_NONE, 0, 0 };
	if (item)
		place = (struct app_place){ a->comparison.pairs[item->id].left,
					    a->comparison.pairs[item->id].right,
					    app_window_item(a, TEXT_SIDE),
					    app_window_row(a, TEXT_SIDE) };
	return place;
}

void app_comparison_enter(struct app *a)
{
	const struct item *item = pager_item(&a->side);
	if (!item)
		return;
	const struct pair *p = &a->comparison.pairs[item->id];
	bool right = p->left == CATALOG_NONE || (p->right != CATALOG_NONE && a->count == 2);
	size_t measure = right ? p->right : p->left;
	app_show_region(a, catalog_measure_region(a->catalog, measure));
	app_view_enter(a, measure);
}

/* What is shown now, with the pair of the place under the cursor, or where it is not shown the one that stands for it. */
static void show(struct app *a, enum compare_filter filter, const struct app_place *place)
{
	size_t found = place->item;
	shown_make(&a->shown, a->catalog, &a->comparison, filter);
	for (size_t i = 0; i < a->shown.count; i++) {
		const struct pair *p = shown_pair(&a->shown, i);
		if ((p->left != CATALOG_NONE && p->left == place->left) ||
		    (p->right != CATALOG_NONE && p->right == place->right)) {
			found = i;
			break;
		}
	}
	app_window_restore(a, TEXT_SIDE, found, place->row);
	if (app_window_item(a, TEXT_SIDE) == 0)
		pager_select(&a->side, a->side.selected); /* with what stands above it */
}

bool app_renew_comparison(struct app *a, size_t left, size_t right, struct compare_options options,
			  enum compare_filter filter, const struct app_place *place)
{
	if (refused(a, left, right, options))
		return false;
	compare(a, left, right, options);
	show(a, filter, place);
	return true;
}

static void swap(struct app *a)
{
	const struct comparison *c = &a->comparison;
	struct app_place place = app_comparison_place(a);
	struct app_place turned = { place.right, place.left, place.item, place.row };
	enum compare_filter filter = a->shown.filter;
	if (filter == COMPARE_LEFT || filter == COMPARE_RIGHT)
		filter = filter == COMPARE_LEFT ? COMPARE_RIGHT : COMPARE_LEFT;
	app_renew_comparison(a, c->right, c->left, c->options, filter, &turned);
}

static void change_options(struct app *a, struct compare_options options, const char *said)
{
	struct app_place place = app_comparison_place(a);
	if (app_renew_comparison(a, a->comparison.left, a->comparison.right, options,
				 a->shown.filter, &place))
		app_message(a, "%s", said);
}

/* The next one that lets something through, or with a count the one of that number. */
static void filter(struct app *a)
{
	enum compare_filter next = a->shown.filter;
	struct app_place place = app_comparison_place(a);
	if (a->count > SHOWN_FILTERS) {
		app_message(a, "没有第 %ld 种筛选；按 f 或 F8 逐种看", a->count);
		return;
	}
	do
		next = (enum compare_filter)(a->count ? a->count - 1 : (next + 1) % SHOWN_FILTERS);
	while (!a->count && next != COMPARE_ALL && shown_filter_count(&a->shown, next) == 0);
	/* Where the pair under the cursor is not shown, the next one that is. */
	size_t at = place.item < a->shown.count ? a->shown.pairs[place.item] : 0;
	for (place.item = 0; at > 0; at--)
		place.item += compare_passes(&a->comparison.pairs[at - 1], next);
	show(a, next, &place);
}

static bool differs(const struct app *a, size_t i)
{
	return shown_pair(&a->shown, i)->kind != PAIR_SAME;
}

static void walk_differences(struct app *a, bool forward)
{
	size_t count = a->shown.count, here = app_window_item(a, TEXT_SIDE);
	if (count && !pager_in_view(&a->side) && differs(a, here)) {
		app_window_go(a, TEXT_SIDE, here); /* below a long heading: seen before the next */
		return;
	}
	for (size_t step = 1; step <= count; step++) {
		size_t at = forward ? here + step : here + count - step;
		if (!differs(a, at % count))
			continue;
		if (forward ? at >= count : at < count)
			app_message(a, forward ? "已过最后一处不同，回到第一处"
					       : "已过第一处不同，回到最后一处");
		app_window_go(a, TEXT_SIDE, at % count);
		return;
	}
	app_message(a, "所列没有不同");
}

void app_compare_command(struct app *a, enum command command)
{
	struct compare_options options = a->comparison.options;
	switch (command) {
	case CMD_COMPARE:
		app_mark_or_compare(a);
		break;
	case CMD_SWAP:
		swap(a);
		break;
	case CMD_CITIES:
		options.cities = !options.cities;
		change_options(a, options, options.cities ? "连同所辖市" : "不计所辖市");
		break;
	case CMD_NAMES:
		options.ignore_names = !options.ignore_names;
		change_options(a, options,
			       options.ignore_names ? "两地的地名不同不算不同"
						    : "两地的地名不同也算不同");
		break;
	case CMD_FILTER:
		filter(a);
		break;
	case CMD_BRACES:
		a->bare = !a->bare;
		app_window_keep(a, TEXT_SIDE);
		break;
	default:
		walk_differences(a, command == CMD_NEXT_DIFFERENCE);
	}
}
