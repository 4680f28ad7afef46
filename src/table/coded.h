/* Which regions were given a code, and by which entry first: a region has one code, and two entries
 * that give it two mean two regions (河北省/桥西区 is in three cities). */
#ifndef TABLE_CODED_H
#define TABLE_CODED_H

#include <stddef.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "table/nodes.h"

struct coded_region {
	int code;
	const char *file; /* borrowed */
	size_t line;
};

struct coded { /* zeroed: none */
	struct nodes nodes;
	struct coded_region *all; /* for each of the nodes; code 0: only regions below have one */
	size_t capacity;
	struct arena arena; /* names */
};

/* What was said of that region (official names, NULL after the last) first: `said` itself, when
 * nothing was before. */
struct coded_region coded_add(struct coded *c, const char *const *path, struct coded_region said);

/* The sentence for an entry of `file` that says `code` after all. */
void coded_describe(struct buffer *out, const struct coded_region *first, int code,
		    const char *file);
void coded_done(struct coded *c);

#endif
