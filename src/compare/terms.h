/* What of a text is compared: its terms, that is pairs of characters that stand at most TERMS_REACH
 * apart (skip-bigrams; Lin 2004, ROUGE-S), so that 项目和经费 and 项目经费 still have much in common. A
 * number (3.5) and a Latin word count as one character.
 *
 * Read from the folded text (search/fold.h) without spaces and punctuation; % and ‰, symbols, and
 * the point and the dash between two digits stay, for they carry meaning. Names that are set aside
 * take part in no term, and neither do levels (国家级, 省级): they say which rank of a title is meant, not
 * what is given for it. */
#ifndef COMPARE_TERMS_H
#define COMPARE_TERMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "compare/names.h"
#include "search/fold.h"

enum {
	TERMS_REACH = 3, /* of texts */
	TERMS_NEIGHBOURS = 1, /* of keywords: 政府采购 has 政府, 府采 and 采购, but not 政采 */
};

struct terms {
	uint32_t *text; /* what is left of the text, in code points; owned */
	size_t length, text_capacity;
	uint64_t *all; /* terms in order of the text, repeated as often as they stand there; owned.
			* The first is of the text as a whole: texts that are equal here share it */
	size_t count, capacity;
	uint64_t whole; /* hash of the text: equal for texts that are equal here, and for others by
			 * a chance of one in 2^64 */
	struct folded folded; /* the text with its punctuation; owned */
	/* Room for the work; owned. */
	uint32_t *tokens;
	bool *aside;
	size_t token_capacity, aside_capacity;
};

/* Replaces what `t` held and uses its room. A zeroed struct is empty. The names (NULL: none) are set
 * aside. */
void terms_read(struct terms *t, const char *text, size_t reach, const struct names *names);
void terms_done(struct terms *t);

/* Aside from spaces and punctuation. */
bool terms_equal(const struct terms *a, const struct terms *b);

bool terms_is_whole(uint64_t term); /* of a text as a whole, not of two characters */
bool terms_is_punctuation(uint32_t cp);

#endif
