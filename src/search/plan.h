/* How a word is looked for: the tests of the kernel that find every place where it may stand.
 *
 * A word as printed is one test: its two rarest characters at their distance. A pinyin word is
 * cut at a border that every way of spelling it has (zhengfu|caigou): what may end there, followed
 * by what may begin there. Where there is no such border (zheng may be 政 or 浙 g…), one test for
 * each way to begin, or one for each way to end, whichever costs less by the counts of the plane,
 * tests being put together where that costs less than asking twice; a word that one character may
 * be spelt by is one test more.
 *
 * Costs are estimated as if neighbours were independent, and the last choice, between several places
 * to cut, is made by what is found in samples of the plane: 企业标准 is b|z far more often than b
 * and z are common (qybz: 27 ms instead of 41).
 *
 * `exact`: what the test finds is a match. Otherwise each place found is looked at (match.h).
 *
 * A set is made of ranges over the codes that occur (plane.h): those that do not occur may belong to
 * a range or not, which leaves 6 ranges to "begins with z". Ranges are put together over rare codes
 * too, where looking at what is then found costs less than comparing with one more range, which is
 * 1 ms in a million measures.
 *
 * Characters beyond the first plane share codes, and no set of a pinyin word holds them: items with
 * such a character are looked at one by one (match.c), they are few. */
#ifndef SEARCH_PLAN_H
#define SEARCH_PLAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "search/document_number.h"
#include "search/kernel.h"
#include "search/plane.h"
#include "search/roles.h"
#include "search/spell.h"

enum { PLAN_TESTS = 10 };

struct plan_test {
	struct kernel_test kernel;
	bool exact;
	uint64_t nodes; /* pinyin: the borders between the places found and those at a distance of
			  * 1; 0: the word as printed */
	size_t offset;	/* as printed: where in the word the place found is */
	uint64_t from, to; /* pinyin: where pieces come from, and where they go on to */
	uint8_t *roles;	   /* pinyin, not exact, one border: see roles.h; owned */
	double cost;	   /* as estimated: picoseconds for each code of the plane */
};

struct plan {
	const uint32_t *word; /* borrowed */
	size_t word_count;
	bool pinyin;	    /* may be pinyin as well */
	const struct document_number *document; /* borrowed; the word is one (plan_document.h), or NULL */
	bool slow;	    /* too long to be planned as pinyin: look at every item */
	uint16_t *codes;    /* of the word as printed; owned */
	bool astral;	    /* some of them are shared by several characters */
	struct spell spell; /* zeroed when it is none of pinyin */
	struct plan_test tests[PLAN_TESTS];
	size_t count; /* 0: stands nowhere, when not slow */
};

/* The word is folded, has at least one character, and must stay alive as long as the plan. */
void plan_make(struct plan *plan, const struct plane *p, const uint32_t *word, size_t count,
	       bool pinyin);
void plan_done(struct plan *plan);

#endif
