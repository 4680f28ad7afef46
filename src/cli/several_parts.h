/* What the formats of several regions have in common. Shared by the files several_*.c; begin with cli/several.h. All add to
 * `out`; what comes from data is not yet made safe. */
#ifndef CLI_SEVERAL_PARTS_H
#define CLI_SEVERAL_PARTS_H

#include "cli/several.h"

struct printing {
	const struct catalog *c;
	const struct several *s;
	struct buffer *out;
	struct buffer words; /* for what is put together before it is printed */
};

/* The last words put together; the next ones replace them. */
const char *several_title(struct printing *p); /* "江苏省、山西省、陕西省" */
const char *several_region(struct printing *p, size_t column); /* "江苏省 > 南通市" */
const char *several_borrowing(struct printing *p,
			      size_t column); /* "河北省：本省无自己的条目，…"; or "" */
const char *several_summary(
	struct printing *p); /* "9 类：都有的 3 类，仅一地有的 3 类。" and, a line each, which */
const char *several_owned(struct printing *p, size_t column,
			  size_t measure); /* "（南通市）text" where whose it is must be said */
const char *several_labelled(struct printing *p, size_t column,
			     size_t measure); /* the same with "1. " before it */

const char *several_name(const struct printing *p, size_t row);	      /* 评奖采信, 未归类 */
const char *several_short_name(const struct printing *p, size_t row); /* 评奖, 未归类 */

bool several_is_uncertain(const struct printing *p, size_t measure); /* what it rests on is */

/* The formats. */
void several_text(struct printing *p, int width);
void several_markdown(struct printing *p);
void several_csv(struct printing *p);
void several_json(struct printing *p);
void several_html(struct printing *p);

#endif
