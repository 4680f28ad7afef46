#include "table/nodes.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

static size_t hash(uint32_t parent, const char *name, int said)
{
	uint64_t h = UINT64_C(14695981039346656037) ^ parent ^ (uint64_t)said << 32; /* FNV-1a */
	for (; *name; name++)
		h = (h ^ (unsigned char)*name) * UINT64_C(1099511628211);
	return (size_t)(h ^ h >> 32);
}

/* Where that node's number stands, or the empty slot for it. */
static uint32_t *slot_of(struct nodes *n, uint32_t parent, const char *name, int said)
{
	size_t mask = n->slot_count - 1;
	for (size_t at = hash(parent, name, said) & mask;; at = (at + 1) & mask) {
		if (n->slots[at] == 0)
			return &n->slots[at];
		const struct node *node = &n->all[n->slots[at] - 1];
		if (node->parent == parent && node->said == said && strcmp(node->name, name) == 0)
			return &n->slots[at];
	}
}

static void make_room(struct nodes *n)
{
	if (2 * (n->count + 1) <= n->slot_count)
		return;
	free(n->slots);
	n->slot_count = n->slot_count ? 2 * n->slot_count : 64;
	n->slots = memory_new(n->slot_count * sizeof(*n->slots));
	for (size_t i = 0; i < n->count; i++)
		*slot_of(n, n->all[i].parent, n->all[i].name, n->all[i].said) = (uint32_t)i + 1;
}

uint32_t nodes_find(struct nodes *n, uint32_t parent, const char *name, int said, bool *added)
{
	make_room(n);
	uint32_t *slot = slot_of(n, parent, name, said);
	*added = *slot == 0;
	if (!*added)
		return *slot - 1;
	n->all = memory_grow(n->all, &n->capacity, n->count + 1, sizeof(*n->all));
	n->all[n->count] = (struct node){
		.name = name,
		.parent = parent,
		.said = said,
		.depth = parent == NODE_NONE ? 0 : n->all[parent].depth + 1,
	};
	*slot = (uint32_t)++n->count;
	return *slot - 1;
}

void nodes_done(struct nodes *n)
{
	free(n->all);
	free(n->slots);
	*n = (struct nodes){ 0 };
}
