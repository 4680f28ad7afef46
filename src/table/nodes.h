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
	int code;	  /* GB/T 2260 as the first entry says that says one; 0: none does */
	int depth;
};

#define NODE_NONE UINT32_MAX

struct nodes { /* zeroed: none */
	struct node *all; /* owned */
	size_t count, capacity;
	uint32_t *slots; /* open addressing by parent and name: node + 1, or 0 */
	size_t slot_count;
};

/* The node of that name below parent, made when there is none; *added says so, and then its name
 * is still the caller's string. */
uint32_t nodes_find(struct nodes *n, uint32_t parent, const char *name, bool *added);
void nodes_done(struct nodes *n);

#endif
