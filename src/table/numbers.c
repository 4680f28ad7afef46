#include "table/numbers.h"

#include <stdlib.h>

#include "base/memory.h"

static struct numbered *slot_of(struct numbers *n, int64_t number)
{
	size_t mask = n->slot_count - 1;
	size_t at = (size_t)((uint64_t)number * UINT64_C(0x9E3779B97F4A7C15) >> 20) & mask;
	while (n->slots[at].number && n->slots[at].number != number)
		at = (at + 1) & mask;
	return &n->slots[at];
}

static void make_room(struct numbers *n)
{
	if (2 * (n->count + 1) <= n->slot_count)
		return;
	struct numbered *old = n->slots;
	size_t old_count = n->slot_count;
	n->slot_count = old_count ? 2 * old_count : 64;
	n->slots = memory_new(n->slot_count * sizeof(*n->slots));
	for (size_t i = 0; i < old_count; i++)
		if (old[i].number)
			*slot_of(n, old[i].number) = old[i];
	free(old);
}

size_t numbers_add(struct numbers *n, int64_t number, size_t where)
{
	make_room(n);
	struct numbered *slot = slot_of(n, number);
	if (!slot->number) {
		*slot = (struct numbered){ number, where };
		n->count++;
	}
	return slot->where;
}

void numbers_done(struct numbers *n)
{
	free(n->slots);
	*n = (struct numbers){ 0 };
}
