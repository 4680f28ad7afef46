/* Why a measure is a hit: word by word, what it was found in. */
#ifndef SEARCH_EXPLAIN_H
#define SEARCH_EXPLAIN_H

#include "base/buffer.h"
#include "search/engine.h"

/* Adds "xd → 信贷 xin dai 措施；江苏 → 江苏省 地域": each word of the first branch that holds, as typed;
 * the characters that it matched in the text (the whole name or reference elsewhere), for pinyin
 * their readings, and the field. An excluded word is 不含. Nothing for a query without words or a
 * measure that is no hit. `text` is what `q` was parsed from. Safe to show. */
void explain_hit(const struct engine *e, const struct catalog *c, const struct query *q,
		 const char *text, size_t measure, struct buffer *out);

/* "措施", "地域", "文号或链接", "类别", "奖补金额", "序号" */
const char *explain_field(enum field f);

#endif
