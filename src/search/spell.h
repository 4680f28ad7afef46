/* A pinyin word taken apart: which of its pieces can stand for which classes of characters.
 *
 * Cutting zhengfucaigou into pieces gives a graph: borders between letters are its nodes, a piece
 * is an edge, and a class of characters (codes.h) either can be spelt by an edge or cannot. A match
 * is a path from the first border to the last one along the characters of a text. There may be
 * thousands of paths, but few edges: all of them are followed at once (paths.h). Around a single place
 * a set of borders is the bits of a number: 20 to 50 ns.
 *
 * pinyin_match() alone knows what a piece spells: it is asked for each piece and each class that
 * occurs, 0.1 to 0.2 ms for a word of 13 letters, and nothing of its rules is repeated here.
 *
 * Nodes are borders: node 0 before the first letter, node n behind the last one. */
#ifndef SEARCH_SPELL_H
#define SEARCH_SPELL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "search/plane.h"

enum { SPELL_LETTERS = 63, SPELL_PIECE = 8 };

struct spell {
	size_t letters;	  /* n */
	size_t nodes;	  /* n + 1 */
	size_t classes;	  /* of the codes; class 0 has no reading */
	uint64_t *leaves; /* [class * nodes + node]: bit m: a piece from node to m spells it */
	uint64_t *enters; /* [class * nodes + node]: bit m: a piece from m to node spells it */
	uint64_t *times;  /* by class: characters of it in the plane */
	uint64_t pieces[SPELL_LETTERS + 1]; /* bit m: a piece from this node to m spells something
					     * that occurs, and lies on a path */
};

/* False when the word is none of pinyin, or has too many letters to be followed so. */
bool spell_word(struct spell *s, const struct plane *p, const uint32_t *word, size_t count);
void spell_done(struct spell *s);

/* Whether a path through one of the nodes stands with that node between positions at - 1 and at.
 * Characters beyond the first plane are taken as having no reading. */
bool spell_through(const struct spell *s, const struct plane *p, size_t at, uint64_t nodes);

#endif
