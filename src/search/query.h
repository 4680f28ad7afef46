/* What was typed, understood.
 *
 *	A B        both must match; words are separated by spaces (U+3000 too)
 *	A B | C    either side may match; | (also ｜) binds less than a space
 *	!A         must not match (also ！); only the first ! of a word is a sign
 *	"A B"      one word as it stands (also ＂ ＂): nothing in it is a sign, a field or pinyin. As spaces
 *	           never count, its characters follow each other. Curly “ ” are ordinary text, and so
 *	           is a straight quote inside a word
 *	field:A    the word in one field only (also ：); fields.h has the names and the numbers
 *	!field:A   and not
 *
 * A word of Latin letters matches as printed and as pinyin (pinyin.h), save in quotes and in 文号:. One that is a
 * document number, 2018年127号, matches as printed and in any other way to write it (document_number.h),
 * save in quotes; spaces may stand between its year and its 号.
 *
 * Every prefix of a query is a query: a lone !, a known field without a value, a comparison without a
 * number, an empty side of | and a word of nothing visible are not yet words and are ignored; an
 * open quote reaches to the end. What looks like a field but is none, and a number that cannot be
 * read, are left out of the query too, and `problem` says so. */
#ifndef SEARCH_QUERY_H
#define SEARCH_QUERY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/spans.h"
#include "search/document_number.h"
#include "search/fields.h"
#include "search/fold.h"

struct query_word {
	enum query_field field;
	bool exclude;
	bool pinyin;   /* may be pinyin as well */
	bool document; /* is a document number as well */
	struct document_number number;
	size_t branch;		 /* which side of | it is on, from 0, ascending without gaps */
	struct folded folded;	 /* never empty; of a number the number as typed */
	struct range range;	 /* of a number field */
	size_t start, end;	 /* bytes of the query: sign, field, quotes and all */
	size_t value, value_end; /* bytes of the query: the word without them */
};

struct query {
	struct query_word *words; /* in the order typed; owned */
	size_t count;
	size_t capacity;
	struct buffer
		problem; /* a sentence about the first word left out, safe to show; or empty */
};

/* Replaces what `q` held. A zeroed struct is a query without words. */
void query_parse(struct query *q, const char *text);
void query_done(struct query *q);

/* One past the last word of the branch that begins with word `first`. */
size_t query_branch_end(const struct query *q, size_t first);

/* The first index, not before `at`, where the word stands in the folded cps[0, n), as printed, as
 * pinyin or as a document number, and how many of them it takes there; FOLD_NOWHERE when there is none. */
size_t query_word_find(const struct query_word *word, const uint32_t *cps, size_t n, size_t at,
		       size_t *length);

/* Whether cps[0, n) begins with the word; how many it takes, or 0. */
size_t query_word_begins(const struct query_word *word, const uint32_t *cps, size_t n);

/* Replaces `out` by where the query's words (of any branch; those not excluded and without a field)
 * stand in any text: tidy spans, in code points of the text. Every occurrence counts, overlapping
 * ones too. A span runs from the first to the last character that matched, with what was skipped
 * between them but nothing skipped after them. It holds whole characters: all of ㎡ for a match of
 * its m, and a letter together with its combining marks. */
void query_spans(const struct query *q, const char *text, struct spans *out);

#endif
