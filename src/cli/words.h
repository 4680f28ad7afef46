/* Facts in the words that several commands print (those that screens use too are in
 * table/describe.h). All add to `out`; what comes from data is not yet made safe. */
#ifndef CLI_WORDS_H
#define CLI_WORDS_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/spans.h"
#include "table/catalog.h"

/* "万政〔2018〕49号", an uncertain one with " 存疑：…" behind it. */
void words_reference(struct buffer *out, const struct reference *r);

/* All of them, `between` between two. */
void words_references(struct buffer *out, const struct entry *e, const char *between);

/* What a careful reader must know of the entry: what is inferred, and the notes. */
void words_remarks(struct buffer *out, const struct entry *e, const char *between);

/* "信贷 采购", with "（由关键词判定）" where it was. */
void words_categories(struct buffer *out, const struct catalog *c, const struct measure *m);

/* "1." as the source prints it; nothing when it prints none. */
void words_label(struct buffer *out, const struct measure *m);

/* "类别：信贷 采购；奖补金额：国家级 10万元", "类别：奖补；未载明金额"; nothing when there is neither. */
void words_kind(struct buffer *out, const struct catalog *c, const struct measure *m);

/* The text made safe, with `open` and `close` around each span (code points of the text). */
void words_marked(struct buffer *out, const char *text, const struct spans *marks, const char *open,
		  const char *close);

/* Bytes of the plain web address (http, https) that the text begins with; 0 when it begins with none. */
size_t words_address(const char *text);

/* The text made safe, and spaces up to `cols` columns; a longer one is not cut. */
void words_padded(struct buffer *out, const char *text, int cols);

#endif
