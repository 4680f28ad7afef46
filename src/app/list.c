#include "app/list.h"

static void keep_in_view(struct list *l)
{
	size_t height = l->height > 1 ? (size_t)l->height : 1;
	if (l->count == 0) {
		l->sel = l->top = 0;
		return;
	}
	if (l->sel >= l->count)
		l->sel = l->count - 1;
	size_t last_top = l->count > height ? l->count - height : 0;
	if (l->top > last_top)
		l->top = last_top;
	if (l->sel < l->top)
		l->top = l->sel;
	if (l->sel - l->top >= height)
		l->top = l->sel - height + 1;
}

void list_resize(struct list *l, size_t count, int height)
{
	l->count = count;
	l->height = height > 1 ? height : 1;
	keep_in_view(l);
}

void list_select(struct list *l, size_t row)
{
	l->sel = row;
	keep_in_view(l);
}

void list_move(struct list *l, long rows)
{
	if (rows < 0)
		list_select(l, l->sel < (size_t)-rows ? 0 : l->sel - (size_t)-rows);
	else
		list_select(l, l->sel > l->count || l->count - l->sel <= (size_t)rows
				       ? (l->count ? l->count - 1 : 0)
				       : l->sel + (size_t)rows);
}
