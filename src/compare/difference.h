/* The words that differ inside a pair: what stands in one text and not, at its place, in the other.
 *
 * Compared are the folded texts (search/fold.h): spaces are never a difference, and neither are
 * full and half width, straight and curly quotes, the kinds of brackets, capitals. Characters are
 * matched in order so that as many as possible match in as few runs as possible (compare/align.h),
 * then cleaned so that a reader sees words and not letters:
 * - a common run of one character between two differences, punctuation not counted, counts as
 *   different: in 国际、国家标准 against 国家、国际标准 it is 际、国家, and not 际 and 家;
 * - a number (3.5, 1,000) and a Latin word differ as a whole, and so does a letter with its marks;
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

/* Replaces what the spans held; tidy, in code points of the texts as printed. True when the texts
 * differ: then one of the two marks something. Changing the sides changes the spans and nothing
 * else. Names in `ignored` (NULL: none) are no difference, on neither side and whether or not the
 * other side has one: they are never marked, and texts that differ in nothing else do not differ. */
bool difference_spans(const char *left, const char *right, const struct names *ignored,
		      struct spans *in_left, struct spans *in_right);

/* The same answer without the spans, and without aligning. */
bool difference_exists(const char *left, const char *right, const struct names *ignored);

#endif
