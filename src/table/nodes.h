/* The regions that entries name while they are read, as a tree of names in the order met: a
 * parent always stands before its children. */
#ifndef TABLE_NODES_H
#define TABLE_NODES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct node {
	const char *name; /* borrowed */
	uint32_t parent;  /* or NODE_NONE */
	int said; /* by those entries of a pack whose node it is; 0: they say none */
	int code; /* GB/T 2260, once an entry that says it is taken; 0: none */
	int depth;
};

#define NODE_NONE UINT32_MAX

struct nodes { /* zeroed: none */
	struct node *all; /* owned */
	size_t count, capacity;
	uint32_t *slots; /* open addressing by parent, name and code: node + 1, or 0 */
	size_t slot_count;
};

/* The node of that name below parent, of entries that say this code (where that is not asked: 0),
 * made when there is none; *added says so, and then its name is still the caller's string. */
uint32_t nodes_find(struct nodes *n, uint32_t parent, const char *name, int said, bool *added);
void nodes_done(struct nodes *n);

#endif
