/* What the formats of a printed comparison have in common. Shared by the files compare_*.c; begin with cli/comparison.h. */
#ifndef CLI_PAIRS_H
#define CLI_PAIRS_H

#include "base/buffer.h"
#include "base/spans.h"
#include "compare/shown.h"

enum { LEFT, RIGHT, SIDES };

struct pairs {
	const struct shown *shown;
	const struct catalog *c;
	struct buffer regions[SIDES]; /* "江苏省 > 南通市" */
	bool owned[SIDES];	    /* each measure says whose it is */
	bool refers[SIDES];	    /* each measure says what it rests on */
	struct spans marks[SIDES];  /* what differs, of the pair that is being printed */
	struct spans moved;	    /* the same in pairs_text() */
	struct buffer words[SIDES]; /* one for each side, so that both may be held */
};

struct pairs pairs_begin(const struct shown *s);
void pairs_done(struct pairs *p);

/* Pair i of those shown; finds what differs in it. */
const struct pair *pairs_mark(struct pairs *p, size_t i);

/* The measure of one side, or NULL where it is not listed; and its entry. */
const struct measure *pairs_measure(const struct pairs *p, const struct pair *pair, int side);
const struct entry *pairs_entry(const struct pairs *p, const struct measure *m);

bool pairs_uncertain(const struct pairs *p, const struct measure *m); /* what it rests on is */

/* "江苏省 与 山西省" */
void pairs_title(const struct pairs *p, struct buffer *out);

/* "河北省：本省无自己的条目，列其所辖市。", "河南省 > 郑州市：省份为推断，原表只印“郑州市”。"; nothing where there is no need. */
void pairs_caution(const struct pairs *p, int side, struct buffer *out);

/* "1. （南通市）text" with the marks at their places in it, in p->moved; until the side's words change. */
const char *pairs_text(struct pairs *p, const struct measure *m, int side);

/* "（南通市）" where a measure must say whose it is. */
void pairs_owner(const struct pairs *p, const struct measure *m, int side, struct buffer *out);

/* 相同, 不同, 仅江苏, 仅山西 */
void pairs_relation(const struct pairs *p, const struct pair *pair, struct buffer *out);

/* "共有 4 项（相同 0，不同 4），仅江苏 2 项，仅山西 1 项。", the options, and what of it is shown; without `marked` nothing of
 * marks: "{…} 中" (是两边不同的字句). */
void pairs_summary(const struct pairs *p, const char *marked, struct buffer *out);

/* The formats. */
void compare_text(struct pairs *p, int width, struct buffer *out);
void compare_markdown(struct pairs *p, struct buffer *out);
void compare_csv(struct pairs *p, struct buffer *out);
void compare_json(struct pairs *p, struct buffer *out);
void compare_html(struct pairs *p, struct buffer *out);

#endif
