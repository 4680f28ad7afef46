/* A strict scan of JSON text (RFC 8259), before cJSON sees it, because cJSON checks neither UTF-8
 * nor numbers nor escapes and keeps no positions. The scan is not recursive, refuses what it
 * must, and records where everything begins.
 *
 * Nodes are numbered in the order of the text: each value is one, each key of an object is one.
 * Node 0 is the whole value; the first thing in an object or array has the number after it;
 * `next` leads past a node with all that is in it. So in an object at node v the first key is
 * node v + 1, its value v + 2, and the second key is nodes[v + 2].next.
 *
 * Limits, each with its own message: 64 MiB of text, 4,000,000 nodes, 64 levels, 1 MiB a string,
 * 256 bytes a key, both as written. A BOM at the start is allowed. */
#ifndef TABLE_SCAN_H
#define TABLE_SCAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "table/faults.h"

enum {
	SCAN_BYTES = 64 << 20,
	SCAN_NODES = 4000000,
	SCAN_LEVELS = 64,
	SCAN_STRING = 1 << 20,
	SCAN_KEY = 256,
};

struct scan_node {
	uint32_t offset; /* of its first byte, from the start of the text */
	uint32_t next;	 /* number of the node after it and everything in it */
};

struct scan {
	struct scan_node *nodes; /* owned */
	size_t count;
	size_t capacity;
};

/* False when the text is refused: exactly one fault is added then. */
bool scan_json(const char *file, const char *text, size_t n, struct scan *s, struct faults *faults);

/* Bytes of a BOM at the start: 3 or 0. */
size_t scan_bom(const char *text, size_t n);

/* The line and column (code points) of a byte of the text, both from 1. A BOM at the start counts
 * for nothing. */
void scan_place(const char *text, size_t offset, size_t *line, size_t *column);
void scan_done(struct scan *s);

#endif
