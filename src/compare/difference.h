/* The words that differ inside a pair: what stands in one text and not, at its place, in the other.
 *
 * Compared are the folded texts (search/fold.h): spaces are never a difference, and neither are
 * full and half width, straight and curly quotes, the kinds of brackets, capitals. Characters are
 * matched in order so that as many as possible match in as few runs as possible (compare/align.h),
 * then cleaned so that a reader sees words and not letters:
 * - a common run of one character between two differences, punctuation not counted, counts as
 *   different; and so does one of two or three between two differences that are longer than it:
 *   in 推荐江苏省企业标准参加全国企业排名 against 推荐企业标准 the second 企业 is no anchor;
 * - a number (3.5, 1,000), a Latin word, a letter with its marks, the name of a region and a word
 *   of the lexicon (compare/lexicon.h) differ as a whole: in 价值评估 against 价值评价等工作 it is 评估
 *   and 评价等工作;
 * - a quote or bracket and its partner differ both or neither, and are common only with partners
 *   that are common;
 * - what was put in stands, where it could stand at several places, beside a punctuation mark: in
 *   国际、国家标准 against 国家标准 it is 国际、 and not 际、国.
 *
 * Texts of up to 4,000 characters are aligned as a whole, longer ones window by window
 * (compare/align.h). */
#ifndef COMPARE_DIFFERENCE_H
#define COMPARE_DIFFERENCE_H

#include <stdbool.h>

#include "base/spans.h"
#include "compare/names.h"

/* What is known of the names of regions in the two texts. */
struct difference_names {
	const struct names *names; /* each is one word; NULL: none are known */
	/* They are no difference, on neither side and whether or not the other side has one: they
	 * are never marked, and texts that differ in nothing else do not differ. */
	bool ignored;
};

/* Replaces what the spans held; tidy, in code points of the texts as printed. True when the texts
 * differ: then one of the two marks something. Changing the sides changes the spans and nothing
 * else. */
bool difference_spans(const char *left, const char *right, struct difference_names names,
		      struct spans *in_left, struct spans *in_right);

/* The same answer without the spans, and without aligning; `ignored` may be NULL. */
bool difference_exists(const char *left, const char *right, const struct names *ignored);

#endif
