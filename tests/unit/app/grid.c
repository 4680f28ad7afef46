#include "app/grid.h"

#include <stdlib.h>

#include "support/check.h"

static const int four[] = { 4, 4, 4, 4, 4, 4, 4, 4 };

static int shown_cols(const struct grid *g)
{
	int sum = 0;
	for (size_t i = 0; i < g->count; i++)
		sum += grid_shows(g, i) ? g->cols[i] : 0;
	return sum;
}

static void always_holds(const struct grid *g)
{
	int frozen = 0;
	TRUE(g->count == 0 ? g->sel == 0 : g->sel < g->count);
	TRUE(g->first >= g->frozen);
	for (size_t i = 0; i < g->frozen; i++)
		frozen += g->cols[i];
	if (g->sel >= g->frozen && g->count) {
		TRUE(g->sel >= g->first);
		TRUE(g->sel < g->end || g->sel == g->first);
		if (frozen + g->cols[g->sel] <= g->room)
			TRUE(grid_shows(g, g->sel));
	}
	TRUE(shown_cols(g) <= g->room || shown_cols(g) == frozen);
	if (g->first > g->frozen && g->end == g->count)
		TRUE(shown_cols(g) + g->cols[g->first - 1] > g->room);
}

TEST(columns_scroll_only_as_far_as_they_must)
{
	struct grid g = { 0 };
	grid_resize(&g, four, 8, 0, 13);
	EQ_INT(g.end, 3);
	grid_select(&g, 2);
	EQ_INT(g.first, 0);
	grid_move(&g, 1);
	EQ_INT(g.first, 1);
	EQ_INT(g.end, 4);
	grid_move(&g, -2);
	EQ_INT(g.first, 1);
	grid_move(&g, -1);
	EQ_INT(g.first, 0);
	grid_move(&g, 100);
	EQ_INT(g.sel, 7);
	EQ_INT(g.first, 5);
}

TEST(frozen_columns_stay_and_can_be_selected)
{
	struct grid g = { 0 };
	grid_resize(&g, four, 8, 1, 13);
	grid_select(&g, 7);
	EQ_INT(g.first, 6);
	TRUE(grid_shows(&g, 0));
	TRUE(!grid_shows(&g, 1));
	EQ_INT(grid_left(&g, 0), 0);
	EQ_INT(grid_left(&g, 6), 4);
	EQ_INT(grid_left(&g, 7), 8);
	grid_select(&g, 0);
	EQ_INT(g.first, 6);
	grid_move(&g, 1);
	EQ_INT(g.first, 1);
}

TEST(a_wider_screen_hides_nothing_on_the_left_while_there_is_room)
{
	struct grid g = { 0 };
	grid_resize(&g, four, 8, 0, 9);
	grid_select(&g, 7);
	EQ_INT(g.first, 6);
	grid_resize(&g, four, 8, 0, 20);
	EQ_INT(g.first, 3);
	grid_resize(&g, four, 2, 0, 20);
	EQ_INT(g.first, 0);
	EQ_INT(g.sel, 1);
}

TEST(a_column_wider_than_the_screen_is_selected_all_the_same)
{
	static const int cols[] = { 30, 5, 30 };
	struct grid g = { 0 };
	grid_resize(&g, cols, 3, 0, 10);
	grid_select(&g, 2);
	EQ_INT(g.first, 2);
	TRUE(!grid_shows(&g, 2));
	always_holds(&g);
}

TEST(whatever_is_done_the_invariants_hold)
{
	struct grid g = { 0 };
	int cols[GRID_COLUMNS];
	srand(11);
	grid_resize(&g, NULL, 0, 0, 5);
	for (int i = 0; i < 20000; i++) {
		size_t count = (size_t)(rand() % 20);
		switch (rand() % 4) {
		case 0:
			for (size_t j = 0; j < count; j++)
				cols[j] = 1 + rand() % 9;
			grid_resize(&g, cols, count, count ? (size_t)(rand() % 2) : 0, rand() % 60);
			break;
		case 1:
			grid_select(&g, (size_t)(rand() % 25));
			break;
		default:
			grid_move(&g, rand() % 21 - 10);
		}
		always_holds(&g);
	}
}
