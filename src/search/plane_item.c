#include "search/plane_item.h"

#include <stdlib.h>

#include "base/memory.h"

size_t plane_item_start(const struct plane *p, size_t item)
{
	size_t at = (size_t)p->starts[item / PLANE_STRIDE];
	for (size_t left = item % PLANE_STRIDE; left > 0; at++)
		left -= p->cells[at] == CODES_END;
	return at;
}

void plane_item_open(struct plane_item *t, const struct plane *p, size_t start)
{
	t->plane = p;
	t->at = start;
	t->ended = false;
}

bool plane_item_next(struct plane_item *t)
{
	const struct plane *p = t->plane;
	size_t end = t->at;
	if (t->ended)
		return false;
	while (p->cells[end] > CODES_BREAK)
		end++;
	t->count = end - t->at;
	t->cps = memory_grow(t->cps, &t->capacity, t->count, sizeof(*t->cps));
	for (size_t i = 0; i < t->count; i++)
		t->cps[i] = plane_cp(p, t->at + i);
	t->ended = p->cells[end] == CODES_END;
	t->at = end + 1;
	return true;
}

void plane_item_done(struct plane_item *t)
{
	free(t->cps);
	*t = (struct plane_item){ 0 };
}

bool plane_item_has(const struct plane *p, size_t item, const struct query_word *word)
{
	struct plane_item t = { 0 };
	size_t length;
	bool found = false;
	plane_item_open(&t, p, plane_item_start(p, item));
	while (!found && plane_item_next(&t))
		found = query_word_find(word, t.cps, t.count, 0, &length) != FOLD_NOWHERE;
	plane_item_done(&t);
	return found;
}
