/* A set of measures (or entries, or regions) as a bitmap: what a word's answer is, and what answers
 * are combined from.
 *
 * Measured on a million: 125 KB, where a list of numbers would be 8 MB for a common word; and, or
 * and not 11 µs each, the directory 28 µs. With the directory (how many bits are set before each
 * 512) counting between two places takes 45 ns, the i-th hit 80 ns, the next hit 5 ns, so that
 * neither the tree nor a jump to the last hit walks over hits.
 *
 * Always: bits at and behind `count` are 0. bits_before(), bits_between(), bits_total() and
 * bits_nth() need bits_index() after the last change; everything else does not. */
#ifndef SEARCH_BITS_H
#define SEARCH_BITS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define BITS_NONE SIZE_MAX

struct bits { /* zeroed: a set over nothing */
	uint64_t *words;
	uint32_t *before; /* bits set before each 512, and one more: all; made by bits_index() */
	size_t count;	  /* bits, set or not */
};

void bits_init(struct bits *b, size_t count); /* all 0; replaces nothing */
void bits_done(struct bits *b);
void bits_clear(struct bits *b);
void bits_copy(struct bits *to, const struct bits *from); /* replaces what `to` held */

void bits_set(struct bits *b, size_t i);
bool bits_get(const struct bits *b, size_t i);
void bits_fill(struct bits *b, size_t first, size_t end); /* sets [first, end) */

/* Both are of the same count. */
void bits_and(struct bits *b, const struct bits *other);
void bits_or(struct bits *b, const struct bits *other);
void bits_and_not(struct bits *b, const struct bits *other);
void bits_not(struct bits *b);

/* The first bit set at or after i; BITS_NONE when there is none. */
size_t bits_next(const struct bits *b, size_t i);

void bits_index(struct bits *b);
size_t bits_total(const struct bits *b);
size_t bits_before(const struct bits *b, size_t i);		     /* set in [0, i), i <= count */
size_t bits_between(const struct bits *b, size_t first, size_t end); /* 0 when end <= first */
size_t bits_nth(const struct bits *b, size_t n); /* the n-th set bit, from 0; BITS_NONE beyond */

#endif
