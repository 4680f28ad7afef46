/* Answers kept from one search to the next: the sets of the words last looked for. Typing a key
 * changes one word, so that all others are answered from here; taking a key back answers all of
 * them; dropping or changing a word (near.h) does too. At most KEPT_SETS, the one not used for
 * longest goes: 4 MB for a million measures, as far as they are needed. */
#ifndef SEARCH_KEPT_H
#define SEARCH_KEPT_H

#include <stdint.h>

#include "search/bits.h"
#include "search/query.h"

enum { KEPT_SETS = 32 };

struct kept_set {
	struct bits set;
	/* What it is the answer to: all of a word that decides its set. */
	enum query_field field;
	bool pinyin, document;
	struct range range;
	uint32_t *cps;
	size_t count;
	uint64_t used; /* 0: free */
};

struct kept { /* zeroed: none */
	struct kept_set sets[KEPT_SETS];
	uint64_t now;
};

/* The word's set; NULL when it is not kept. Borrowed until the next kept_add(). */
const struct bits *kept_find(struct kept *k, const struct query_word *word);

/* Takes the set over, which becomes empty, and returns it. */
const struct bits *kept_add(struct kept *k, const struct query_word *word, struct bits *set);
void kept_done(struct kept *k);

#endif
