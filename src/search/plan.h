/* How a word is looked for, in two ways when it may be pinyin.
 *
 * As printed: its two rarest characters at their distance (kernel.h); a place where these stand is
 * looked at when the word has more, or when one of its characters shares its code.
 *
 * As pinyin: its paths are followed (paths.h). Characters beyond the first plane share codes, and no
 * set of a pinyin word holds them: items with such a character are looked at one by one (match.c),
 * they are few. */
#ifndef SEARCH_PLAN_H
#define SEARCH_PLAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "search/document_number.h"
#include "search/kernel.h"
#include "search/paths.h"
#include "search/plane.h"
#include "search/spell.h"

enum { PLAN_TESTS = 2 };

struct plan_test {
	struct kernel_test kernel;
	size_t offset; /* as printed: where in the word the place found is */
	bool exact;    /* what is found is a match */
};

struct plan {
	const uint32_t *word; /* borrowed */
	size_t word_count;
	bool pinyin; /* may be pinyin as well */
	const struct document_number *document; /* borrowed; the word is one (plan_document.h), or NULL */
	bool slow;   /* too long to be followed: look at every item */

	uint16_t *codes; /* of the word as printed; owned */
	bool astral;	 /* some of them are shared by several characters */
	struct plan_test tests[PLAN_TESTS];
	size_t count; /* 0: as printed it stands nowhere */

	bool spelt; /* as pinyin, by characters that occur */
	struct spell spell;
	struct paths paths;
};

/* The word is folded, has at least one character, and must stay alive as long as the plan. */
void plan_make(struct plan *plan, const struct plane *p, const uint32_t *word, size_t count,
	       bool pinyin);
void plan_done(struct plan *plan);

#endif
