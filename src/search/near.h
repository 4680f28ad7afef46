/* What to try when a query has no hits: which word would have to go, and which word is one
 * character off. */
#ifndef SEARCH_NEAR_H
#define SEARCH_NEAR_H

#include "base/buffer.h"
#include "search/engine.h"

/* Adds "去掉“小微”有 12 项；是否为“信贷”（7 项）", the parts that there are, for a query without hits;
 * safe to show.
 * - The word that would have to go: of all words, the one without which there are most hits. Not for
 *   a query of one word.
 * - The word meant: for a word of Han characters (at least two; without a field, or of 地域:) what
 *   stands in a text or a region's name with one character different, more, or fewer, often and as
 *   a word of its own, and gives the query hits. Not for a word that alone has hits. Only texts that the
 *   other words allow are looked at, and not more than NEAR_TEXTS of them, from everywhere, so that it is
 *   done while typing.
 * - The same for a word of pinyin: what syllables one slip off (respell.h) stand for: xidnai is 信贷. */
enum { NEAR_TEXTS = 10000 };

/* `text` is what `q` was parsed from. False when overtaken by a key (engine_on_key()): nothing was
 * added. */
bool near_describe(const struct engine *e, const struct catalog *c, const struct query *q,
		   const char *text, struct buffer *out);

#endif
