/* What was typed, understood. Words are separated by spaces (U+3000 too) and must all match; `!word` must not;
 * `类别:word` (also 类别：word) matches the name, short name or id of a category by prefix. A lone `!` and a field without
 * a value are not yet words and are ignored, so that every prefix of a query is a query. */
#ifndef SEARCH_QUERY_H
#define SEARCH_QUERY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/spans.h"
#include "search/fold.h"

struct query_word {
	struct folded folded; /* never empty */
	bool exclude;
	bool category; /* compared with categories only */
};

struct query {
	struct query_word *words;
	size_t count;
	size_t capacity;
};

void query_parse(struct query *q, const char *text); /* a zeroed struct is a query without words */
void query_done(struct query *q);

/* Where the query's words (those not excluded, not of categories) stand in any text: whole characters, tidy spans. */
void query_spans(const struct query *q, const char *text, struct spans *out);

#endif
