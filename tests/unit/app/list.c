#include "app/list.h"

#include <stdlib.h>

#include "support/check.h"

static void always_holds(const struct list *l)
{
	size_t height = (size_t)l->height;
	if (l->count == 0) {
		EQ_INT(l->sel, 0);
		EQ_INT(l->top, 0);
		return;
	}
	TRUE(l->sel < l->count);
	TRUE(l->top <= l->sel);
	TRUE(l->sel < l->top + height);
	TRUE(l->top == 0 || l->top + height <= l->count);
}

TEST(moving_stops_at_the_ends)
{
	static const struct {
		size_t count, sel;
		long by;
		size_t want;
	} cases[] = {
		{ 5, 0, 1, 1 }, { 5, 4, 1, 4 },	 { 5, 0, -1, 0 }, { 5, 2, -9, 0 },
		{ 5, 2, 9, 4 }, { 0, 0, 1, 0 },	 { 0, 0, -1, 0 }, { 1, 0, 100000, 0 },
		{ 5, 3, 0, 3 }, { 9, 8, -8, 0 },
	};
	EACH (c, cases) {
		struct list l = { 0 };
		list_resize(&l, c->count, 3);
		list_select(&l, c->sel);
		list_move(&l, c->by);
		EQ_INT(l.sel, c->want);
		always_holds(&l);
	}
}

TEST(the_list_scrolls_only_as_far_as_it_must)
{
	struct list l = { 0 };
	list_resize(&l, 10, 4);
	list_select(&l, 3);
	EQ_INT(l.top, 0);
	list_move(&l, 1);
	EQ_INT(l.top, 1);
	list_move(&l, -3);
	EQ_INT(l.top, 1);
	list_move(&l, -1);
	EQ_INT(l.top, 0);
}

TEST(a_taller_pane_leaves_no_empty_row_while_rows_are_hidden)
{
	struct list l = { 0 };
	list_resize(&l, 10, 2);
	list_select(&l, 9);
	EQ_INT(l.top, 8);
	list_resize(&l, 10, 6);
	EQ_INT(l.top, 4);
	list_resize(&l, 3, 6);
	EQ_INT(l.top, 0);
	EQ_INT(l.sel, 2);
}

TEST(whatever_is_done_the_invariants_hold)
{
	struct list l = { 0 };
	srand(7);
	list_resize(&l, 0, 1);
	for (int i = 0; i < 20000; i++) {
		switch (rand() % 3) {
		case 0:
			list_resize(&l, (size_t)(rand() % 30), rand() % 12 - 1);
			break;
		case 1:
			list_select(&l, (size_t)(rand() % 40));
			break;
		default:
			list_move(&l, rand() % 41 - 20);
		}
		always_holds(&l);
	}
}
