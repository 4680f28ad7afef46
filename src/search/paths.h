/* A pinyin word followed through a text: all its paths (spell.h), for 64 characters at once.
 *
 * A border between letters is a bit for each character of a block: whether some path that began
 * anywhere before has come to that border here. An edge takes the bits of the border that it leaves,
 * where the character is one that it spells, one character further to the border that it enters.
 * The characters that an edge spells are a set of kernel_sets(), and edges that spell the same share
 * one: zhengzheng has 26 edges and 13 sets. Following costs 3 instructions for an edge and a block, so
 * that most of the time of a pinyin word goes into looking up the sets, which is much the same for
 * every word.
 *
 * Of a long word a part is followed that begins at a border which every path has: one of three
 * characters or more that needs few sets, or what fits. What is found then may be a match
 * (spell_through()). */
#ifndef SEARCH_PATHS_H
#define SEARCH_PATHS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "search/kernel.h"
#include "search/plane.h"
#include "search/spell.h"

enum { PATHS_END = SPELL_LETTERS + 1, PATHS_EDGES = (SPELL_LETTERS + 1) * SPELL_PIECE };

struct paths_edge { /* from a border to a later one; all that end the part enter PATHS_END */
	uint8_t from, to, set;
};

struct paths {
	uint16_t *table; /* by code: the sets that it belongs to; owned */
	size_t sets;
	struct paths_edge edges[PATHS_EDGES]; /* by the border that they enter, PATHS_END last */
	size_t edge_count;
	size_t first;	/* the border where it begins */
	uint64_t ends;	/* the borders where it may end */
	bool exact;	/* it is the whole word */
};

/* Of a word that has paths in the plane: spell->pieces[0] is not 0. */
void paths_make(struct paths *p, const struct spell *s, const struct plane *plane);
void paths_done(struct paths *p);

struct paths_state { /* zeroed: at the beginning of an item */
	uint64_t carried[PATHS_END + 1]; /* by border: where it was come to in the last block */
};

/* Bit i of found[k]: a path ends with codes[64 k + i]. Blocks, at most KERNEL_PIECE, follow on those of
 * the call before with the same state. No path leads over the end of a value. */
void paths_follow(const struct paths *p, enum kernel kind, const uint16_t *codes, size_t blocks,
		  struct paths_state *state, uint64_t *found);

#endif
