/* What was typed, understood. Words are separated by spaces (U+3000 too) and must all match;
 * `!word` (also ！word) must not; `类别:word` (also 类别：word) matches the name, short name or id
 * of a category by prefix; `!类别:word` excludes one. A lone `!`, a field without a value and a
 * word of nothing visible are not yet words and are ignored, so that every prefix of a query is a
 * query. Only the first `!` of a word is a sign; what follows is searched for as it stands. */
#ifndef SEARCH_QUERY_H
#define SEARCH_QUERY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/spans.h"
#include "search/fold.h"

struct query_word {
	struct folded folded; /* never empty; `from` counts from the start of the word as typed */
	bool exclude;
	bool category; /* compared with categories only */
};

struct query {
	struct query_word *words; /* in the order typed; owned */
	size_t count;
	size_t capacity;
};

/* Replaces what `q` held. A zeroed struct is a query without words. */
void query_parse(struct query *q, const char *text);
void query_done(struct query *q);

/* Replaces `out` by where the query's words (those not excluded, not of categories) stand in any
 * text: tidy spans, in code points of the text. Every occurrence counts, overlapping ones too. A
 * span runs from the first to the last character that matched, with what was skipped between them
 * but nothing skipped after them. It holds whole characters: all of ㎡ for a match of its m, and a
 * letter together with its combining marks. */
void query_spans(const struct query *q, const char *text, struct spans *out);

#endif
