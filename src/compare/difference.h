/* The words that differ inside a pair: what stands in one text and not, at its place, in the other.
 *
 * Found by the longest common subsequence of characters (Myers 1986), then cleaned so that a reader sees words and not
 * letters: a common run of one character between two differences counts as different, digits and Latin letters differ as whole numbers
 * and words, and a closing quote or bracket goes with its opening one. Spaces are never a difference. */
#ifndef COMPARE_DIFFERENCE_H
#define COMPARE_DIFFERENCE_H

#include <stdbool.h>

#include "base/spans.h"

/* Replaces what the spans held; tidy, in code points. True when the texts differ. */
bool difference_spans(const char *left, const char *right, struct spans *in_left,
		      struct spans *in_right);

#endif
