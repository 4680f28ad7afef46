/* Spans of a text, in code points: what a search hit or a difference marks.
 * Always, after spans_add in any order and spans_tidy(): ascending, not overlapping, not touching, none empty. */
#ifndef BASE_SPANS_H
#define BASE_SPANS_H

#include <stdbool.h>
#include <stddef.h>

struct span {
	size_t start; /* first code point */
	size_t end;   /* one past the last */
};

struct spans {
	struct span *all; /* owned */
	size_t count;
	size_t capacity;
};

void spans_add(struct spans *s, size_t start, size_t end); /* an empty span is not kept */
void spans_tidy(struct spans *s);			   /* sorts and joins */
bool spans_contain(const struct spans *s, size_t position);
void spans_clear(struct spans *s); /* keeps the memory */
void spans_done(struct spans *s);

#endif
