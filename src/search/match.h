/* One word of a query against a plane: the set of items that it stands in.
 *
 * Exact: an item is in the answer when query_word_find() finds the word in one of its values, as
 * printed or, where that is asked for, as pinyin; a test holds both to each other over random
 * texts. How: as plan.h says, in pieces of 4,096 codes that stay in the processor's first cache; the
 * places that may be a match are looked at, and what is left becomes bits. Chunks of 256 Ki codes (0.1 to 0.4 ms for one thread) are
 * shared with the crew's helper, and between two of them `cancelled` is asked: a search that a key
 * has overtaken ends within a millisecond.
 *
 * Nothing is allocated for a hit; one costs 7 to 12 ns.
 *
 * A query: match_word() for each word that is new, bits_and(), bits_or() and bits_and_not() for
 * the rest, and bits_index() once. An answer over entries or regions becomes one over measures by match_spread(). */
#ifndef SEARCH_MATCH_H
#define SEARCH_MATCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "search/bits.h"
#include "search/crew.h"
#include "search/document_number.h"
#include "search/kernel.h"
#include "search/plane.h"

struct match {		   /* what a search works with; borrowed */
	struct crew *crew; /* NULL: this thread alone */
	enum kernel kernel;
	bool (*cancelled)(void *asker); /* may be NULL */
	void *asker;
};

/* Replaces what `out` held by a set over the plane's items (without its index). The word is folded and
 * not empty. False when cancelled: `out` is then of no use. */
bool match_word(const struct match *m, const struct plane *p, const uint32_t *word, size_t count,
		bool pinyin, struct bits *out);

/* The same for a word that is a document number. */
bool match_document(const struct match *m, const struct plane *p, const uint32_t *word,
		    size_t count, const struct document_number *number, struct bits *out);

/* Sets [first, end) of each item in the set: runs[2 i] and runs[2 i + 1]. */
void match_spread(const struct bits *items, const uint32_t *runs, struct bits *out);

#endif
