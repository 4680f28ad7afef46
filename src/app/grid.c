#include "app/grid.h"

#include <string.h>

static int frozen_cols(const struct grid *g)
{
	int sum = 0;
	for (size_t i = 0; i < g->frozen; i++)
		sum += g->cols[i];
	return sum;
}

/* One past the last column that fits when `first` is the first. */
static size_t end_from(const struct grid *g, size_t first)
{
	int left = g->room - frozen_cols(g);
	size_t end = first;
	while (end < g->count && g->cols[end] <= left)
		left -= g->cols[end++];
	return end;
}

static void keep_in_view(struct grid *g)
{
	if (g->sel >= g->count)
		g->sel = g->count ? g->count - 1 : 0;
	if (g->first > g->count)
		g->first = g->count;
	if (g->first < g->frozen)
		g->first = g->frozen;
	if (g->sel >= g->frozen && g->sel < g->first)
		g->first = g->sel;
	while (g->first < g->sel && end_from(g, g->first) <= g->sel)
		g->first++;
	while (g->first > g->frozen && end_from(g, g->first - 1) == g->count)
		g->first--;
	g->end = end_from(g, g->first);
}

void grid_resize(struct grid *g, const int *cols, size_t count, size_t frozen, int room)
{
	if (count)
		memcpy(g->cols, cols, count * sizeof(*cols));
	g->count = count;
	g->frozen = frozen;
	g->room = room;
	keep_in_view(g);
}

void grid_select(struct grid *g, size_t column)
{
	g->sel = column;
	keep_in_view(g);
}

void grid_move(struct grid *g, long columns)
{
	size_t by = (size_t)(columns < 0 ? -columns : columns);
	if (columns < 0)
		grid_select(g, g->sel < by ? 0 : g->sel - by);
	else
		grid_select(g, g->count - g->sel <= by ? g->count : g->sel + by);
}

bool grid_shows(const struct grid *g, size_t column)
{
	return column < g->frozen || (column >= g->first && column < g->end);
}

int grid_left(const struct grid *g, size_t column)
{
	int left = 0;
	for (size_t i = 0; i < column; i++)
		left += i < g->frozen || i >= g->first ? g->cols[i] : 0;
	return left;
}
