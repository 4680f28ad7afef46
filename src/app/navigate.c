/* Moving: in lists and texts, through the tree, into what is selected and out of it. */
#include "app/reader.h"
#include "app/state.h"
#include "app/views.h"

/* Enter in the reader or the tree; in a view it goes to what is selected. */
void app_open_here(struct app *a)
{
	if (a->screen == SCREEN_SEVERAL) {
		app_several_enter(a);
		return;
	}
	if (a->screen == SCREEN_COMPARE) {
		app_comparison_enter(a);
		return;
	}
	if (a->screen == SCREEN_MATRIX) {
		app_matrix_enter(a);
		return;
	}
	if (a->screen == SCREEN_REFERENCES) {
		app_references_enter(a);
		return;
	}
	if (a->screen != SCREEN_BROWSE) {
		app_view_enter(a, app_measure(a));
		return;
	}
	size_t region = tree_region(&a->tree);
	if (a->focus == IN_READER && region != CATALOG_NONE &&
	    catalog_borrows(a->catalog, region) && pager_item(&a->reader)) {
		if (tree_select(&a->tree, pager_item(&a->reader)->id))
			app_read_region(a);
		return;
	}
	a->focus = IN_READER;
}

void app_step_right(struct app *a)
{
	if (a->screen == SCREEN_SEVERAL) {
		app_several_step(a, true);
		return;
	}
	if (a->screen == SCREEN_MATRIX) {
		app_matrix_step(a, true);
		return;
	}
	size_t region = tree_region(&a->tree);
	if (a->focus == IN_READER || region == CATALOG_NONE)
		return;
	if (!tree_can_unfold(&a->tree, region)) {
		a->focus = IN_READER;
	} else if (tree_is_folded(&a->tree, region)) {
		tree_fold(&a->tree, region, false);
	} else {
		list_move(&a->tree.list, 1);
		app_read_region(a);
	}
}

void app_step_left(struct app *a)
{
	if (a->screen == SCREEN_SEVERAL) {
		app_several_step(a, false);
		return;
	}
	if (a->screen == SCREEN_MATRIX) {
		app_matrix_step(a, false);
		return;
	}
	size_t region = tree_region(&a->tree);
	if (a->focus == IN_READER) {
		a->focus = IN_TREE;
	} else if (region == CATALOG_NONE) {
		return;
	} else if (tree_can_unfold(&a->tree, region) && !tree_is_folded(&a->tree, region)) {
		tree_fold(&a->tree, region, true);
	} else if (a->catalog->regions[region].parent != CATALOG_NONE) {
		tree_select(&a->tree, a->catalog->regions[region].parent);
		app_read_region(a);
	}
}

struct list *app_list(struct app *a)
{
	switch (a->screen) {
	case SCREEN_HITS:
		return &a->hits_list;
	case SCREEN_LISTING:
		return &a->listing.list;
	case SCREEN_REWARDS:
		return &a->ranking.list;
	case SCREEN_REFERENCES:
		return &a->references.list;
	default:
		return &a->tree.list;
	}
}

bool app_in_list(const struct app *a)
{
	return a->screen == SCREEN_HITS || a->screen == SCREEN_LISTING ||
	       a->screen == SCREEN_REWARDS ||
	       a->screen == SCREEN_REFERENCES ||
	       (a->screen == SCREEN_BROWSE && a->focus == IN_TREE);
}

void app_move_in_list(struct app *a, enum command command)
{
	struct list *l = app_list(a);
	size_t before = l->sel;
	long times = a->count ? a->count : 1;
	size_t region = tree_region(&a->tree);
	switch (command) {
	case CMD_DOWN:
	case CMD_UP:
		list_move(l, command == CMD_DOWN ? times : -times);
		break;
	case CMD_PAGE_DOWN:
	case CMD_PAGE_UP:
		list_move(l, (command == CMD_PAGE_DOWN ? times : -times) * l->height);
		break;
	case CMD_HALF_DOWN:
	case CMD_HALF_UP:
		list_move(l, (command == CMD_HALF_DOWN ? times : -times) * (l->height + 1) / 2);
		break;
	case CMD_TOP:
		list_select(l, 0);
		break;
	default:
		list_select(l, a->count ? (size_t)a->count - 1 : l->count);
	}
	if (a->screen == SCREEN_REWARDS)
		app_ranking_leave_heading(a, l->sel > before);
	if (a->screen == SCREEN_BROWSE && tree_region(&a->tree) != region)
		app_read_region(a);
	if (a->screen == SCREEN_REFERENCES)
		app_references_lay_out(a);
}

static void move_in_text(struct app *a, struct pager *p, enum command command)
{
	long times = a->count ? a->count : 1;
	switch (command) {
	case CMD_DOWN:
	case CMD_UP:
		pager_move(p, command == CMD_DOWN ? times : -times);
		break;
	case CMD_PAGE_DOWN:
	case CMD_PAGE_UP:
		pager_page(p, command == CMD_PAGE_DOWN ? times : -times);
		break;
	case CMD_HALF_DOWN:
	case CMD_HALF_UP:
		pager_scroll(p, (command == CMD_HALF_DOWN ? times : -times) * (p->height + 1) / 2);
		break;
	case CMD_TOP:
		pager_start(p);
		break;
	default:
		if (a->count)
			pager_select(p, (size_t)a->count - 1);
		else
			pager_end(p);
	}
}

/* Which item a movement jumps to: one that may not be laid out. CATALOG_NONE: it goes step by step, or to an end. */
static size_t jump_target(const struct app *a, enum app_text text, enum command command)
{
	const struct app_window *w = text == TEXT_SIDE ? &a->side_window : &a->window;
	size_t times = a->count ? (size_t)a->count : 1, last = w->total ? w->total - 1 : 0;
	size_t here = app_window_item(a, text), target = CATALOG_NONE;
	if (command == CMD_BOTTOM && a->count)
		target = times - 1;
	else if (command == CMD_DOWN && here + times >= w->end && w->end < w->total)
		target = here + times;
	else if (command == CMD_UP && here < w->first + times && w->first > 0)
		target = here > times ? here - times : 0;
	return target == CATALOG_NONE || target < last ? target : last;
}

/* These texts hold only what is around the cursor: jumps lay out another part, movement one step at a time keeps what is near laid
 * out. */
static void move_in_window(struct app *a, enum app_text text, enum command command)
{
	size_t target = jump_target(a, text, command);
	if (target != CATALOG_NONE) {
		app_window_go(a, text, target);
		return;
	}
	if (command == CMD_TOP || command == CMD_BOTTOM)
		app_window_lay_out(a, text, command == CMD_TOP ? 0 : CATALOG_NONE);
	bool pages = command == CMD_PAGE_DOWN || command == CMD_PAGE_UP ||
		     command == CMD_HALF_DOWN || command == CMD_HALF_UP;
	long times = pages && a->count ? a->count : 1;
	a->count = pages ? 0 : a->count;
	for (long i = 0; i < times; i++) {
		move_in_text(a, text == TEXT_SIDE ? &a->side : &a->reader, command);
		app_window_follow(a, text);
	}
}

void app_move_in_pager(struct app *a, enum command command)
{
	switch (a->screen) {
	case SCREEN_COMPARE:
		move_in_window(a, TEXT_SIDE, command);
		break;
	case SCREEN_SEVERAL:
		move_in_text(a, &a->several.pager, command);
		break;
	case SCREEN_HELP:
		move_in_text(a, &a->help, command);
		break;
	default:
		move_in_window(a, TEXT_READER, command);
	}
}

void app_fold_command(struct app *a, enum command command)
{
	size_t region = tree_region(&a->tree);
	if (region == CATALOG_NONE)
		return;
	if (command == CMD_TOGGLE_ALL)
		tree_fold_all(&a->tree, tree_all_unfolded(&a->tree));
	else if (tree_can_unfold(&a->tree, region))
		tree_fold(&a->tree, region, !tree_is_folded(&a->tree, region));
	if (tree_region(&a->tree) != region)
		app_read_region(a);
}
