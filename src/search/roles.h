/* Roles: what each code can be around a place where a pinyin word may stand (match.h).
 *
 * A test of two characters with one border between them finds places quickly; most are a match, or
 * are none because of the character before or behind them. Both are told by these four characters,
 * one look-up in a table of bytes for each, about 6 ns for a place. Only what they leave open, in words of
 * many characters, is followed letter by letter (spell_through()), 20 to 50 ns. */
#ifndef SEARCH_ROLES_H
#define SEARCH_ROLES_H

#include <stdint.h>

#include "search/plane.h"
#include "search/spell.h"

enum roles_answer { ROLES_NO, ROLES_OPEN, ROLES_YES };

enum {
	ROLES_STARTS = 1,  /* as the only piece before the border */
	ROLES_COMES = 2,   /* as the last one of several */
	ROLES_ENDS = 4,	   /* as the only piece behind the border */
	ROLES_GOES = 8,	   /* as the first one of several */
	ROLES_BEFORE = 16, /* before one that comes */
	ROLES_FIRST = 32,  /* so, and is the word's first piece: set where that can be told */
	ROLES_BEHIND = 64, /* behind one that goes */
	ROLES_LAST = 128,  /* so, and is the last piece */
};

/* By code, of those that occur in the plane. `node`: the border; paths come to it from nodes of `from` and
 * go on to nodes of `to`. At the node behind the last letter every code ends: what
 * follows does not matter. */
uint8_t *roles_new(const struct spell *s, const struct plane *p, size_t node, uint64_t from,
		   uint64_t to);

/* Whether a path with its border between cell[0] and cell[1] stands there. */
static inline enum roles_answer roles_ask(const uint8_t *roles, const uint16_t *cell)
{
	unsigned before = roles[cell[-1]], left = roles[cell[0]];
	unsigned right = roles[cell[1]], behind = roles[cell[2]];
	/* Bits 0: each `may` holds wherever its `does` holds. */
	unsigned comes = left >> 1, goes = right >> 3, ends = right >> 2;
	unsigned may = (left | (comes & before >> 4)) & (ends | (goes & behind >> 6)) & 1;
	unsigned does = (left | (comes & before >> 5)) & (ends | (goes & behind >> 7)) & 1;
	return (enum roles_answer)(may + does);
}

#endif
