/* Breaking a text into lines for Chinese readers.
 *
 * Where a line may break comes from libunibreak (UAX #14) with its Chinese tailoring ("zh": “ ‘
 * open, ” ’ close). On top of it, never inside: an amount with its unit (100万元, 3.5亿元, 20%), a
 * document number's 〔2018〕46号 (also with [ ], ( ) and their full-width forms), a range with its
 * measure word (3-5个, 1至2个), a year or date (2018年, 1月1日), each also with one space before
 * the unit (12 号, 1 月1 日), the name of a standard (GB/T, GB 2312). A link (http://… or
 * https://…) breaks only after / ? & = - and . . No closing punctuation begins a line and no
 * opening one ends it (GB/T 15834-2011 §5.1, level "basic" of W3C clreq); before an opening one a
 * line may break even when a digit or a letter stands there.
 *
 * Where one unbreakable run, with the punctuation that clings to it, is wider than the line, it is
 * broken: between the parts of what belongs together, else inside a word, and only in the last
 * resort before or behind punctuation that forbids it. There is always progress, also at 2 columns,
 * and at 1 column a wide character makes a line of 2. A combining mark stays with its character.
 *
 * A newline (also CR LF) ends a line; one at the text's end begins no further line. Blanks (space,
 * tab, U+3000) at a line's end are not counted in its columns and do not begin the next; at the
 * start of the text or behind a newline they stay. */
#ifndef BASE_WRAP_H
#define BASE_WRAP_H

#include <stddef.h>

struct wrap_line {
	size_t start; /* first byte */
	size_t end;   /* one past the last byte shown; trailing spaces and newline left out */
	int cols;     /* columns of [start, end) */
};

struct wrap_lines {
	struct wrap_line *all; /* owned */
	size_t count;
	size_t capacity;
};

/* Fills `lines` (cleared first) with the lines of text[0, n) at most `cols` columns wide (below 1
 * is taken as 1), in order. An empty text gives one empty line. Time grows with n, not with n ×
 * cols. */
void wrap_text(const char *text, size_t n, int cols, struct wrap_lines *lines);
void wrap_done(struct wrap_lines *lines);

#endif
