/* Other spellings of a pinyin word that was mistyped: whole syllables that are one slip of the fingers off. Not
 * initials: nearly any letters are some. */
#ifndef SEARCH_RESPELL_H
#define SEARCH_RESPELL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { RESPELL_SHORTEST = 4, RESPELL_LONGEST = 24 }; /* letters */

struct respelled { /* zeroed: none */
	char (*all)[RESPELL_LONGEST + 2]; /* owned */
	size_t count, capacity;
	size_t likely; /* so many first ones have two letters the other way round, or one too many removed; the
			* others have one replaced or one added */
};

/* Adds nothing when the word has other characters than a to z, or too few or too many. */
void respell(struct respelled *r, const uint32_t *word, size_t n);
void respelled_done(struct respelled *r);

#endif
