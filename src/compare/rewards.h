/* Who pays how much: every sum that the measures promise in one ranking, and below it the promises
 * without a sum (未载明金额).
 *
 * Where a table records rewards for a measure, these count and nothing is read out of its text; the
 * text only adds what a table does not record, per what a sum is paid, and where it stands, if it names
 * the same sums in the same order. Every other measure is read (money.h), and its rows are marked as
 * read out: they are what rules found, for a reader to check.
 *
 * One row is one sum for one level. Rows alike in the order stand in tree order, then as in the text.
 * A sum that is exact stands before the same one at most (最高).
 *
 * Sums of a region and of those above it are added up, level by level, where both name one: the largest
 * of each. Whether a company may have both, no table says; documents may exclude each other, so these
 * are to be shown with REWARDS_CAUTION and never as an amount that somebody pays.
 *
 * Restricted to a set of measures (the hits of a query), those alone count. */
#ifndef COMPARE_REWARDS_H
#define COMPARE_REWARDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "compare/money.h"
#include "search/bits.h"
#include "table/catalog.h"

#define REWARDS_CAUTION "文件之间可能互斥，不得简单相加，以原文为准"
#define REWARDS_READ_OUT "据原文读出"
#define REWARDS_NONE SIZE_MAX

enum rewards_order {
	REWARDS_NATIONAL, /* sums for the national level first, the largest first; then the other levels */
	REWARDS_PROVINCIAL, /* the same, the provincial level first */
	REWARDS_REGION,	    /* tree order, then as in the text */
	REWARDS_ORDERS
};

struct rewards_place { /* of the measure's text, in code points; empty: does not stand there */
	uint32_t start, end;
};

struct rewards_row {
	int64_t low, high; /* yuan, as in struct money */
	uint32_t measure;
	uint32_t recorded; /* which of the measure's rewards; 0 when read out */
	struct rewards_place words, named, per;
	uint8_t bound; /* enum money_bound */
	uint8_t level; /* enum money_level */
	bool once;     /* 一次性 */
	bool read_out;
};

struct rewards_stack { /* what a region and those above it name for one level */
	size_t region;
	enum money_level level;
	size_t parts
		[CATALOG_DEPTH]; /* rows, by depth of the region that names them; or REWARDS_NONE */
	struct rewards_row sum;	 /* low, high and bound of all parts together; nothing else */
};

struct rewards {		  /* zeroed: none */
	struct rewards_row *rows; /* owned: sums [0, stated) in order, then promises without one */
	size_t count, stated;
	size_t capacity;
	size_t regions;		      /* that name a sum */
	bool read_out;		      /* some row was */
	struct rewards_stack *stacks; /* owned; in tree order */
	size_t stack_count, stack_capacity;
	enum rewards_order order;
};

/* `only`: a set over the catalog's measures, or NULL: all count. Replaces what `out` held. */
void rewards_build(const struct catalog *c, const struct bits *only, enum rewards_order order,
		   struct rewards *out);

/* The same of all measures, given up when cancelled(asker), asked every few milliseconds, says so; NULL:
 * never asked. False when it was given up: `out` is then empty. */
bool rewards_try(const struct catalog *c, enum rewards_order order, bool (*cancelled)(void *asker),
		 void *asker, struct rewards *out);

/* Those of `all` whose measure is in `only`, in the same order: what rewards_build() gives for the set,
 * without reading anything. */
void rewards_select(const struct catalog *c, const struct rewards *all, const struct bits *only,
		    struct rewards *out);
void rewards_sort(const struct catalog *c, enum rewards_order order, struct rewards *r);
void rewards_done(struct rewards *r);

/* What the orders are called: 国家级金额; on a command line: national. */
const char *rewards_order_name(enum rewards_order order);
const char *rewards_order_word(enum rewards_order order);

/* The facts of a row, in words. All add to `out`; what comes from data is not yet made safe. */
void rewards_amount(const struct rewards_row *row,
		    struct buffer *out);		  /* 最高100万元, 10万元至20万元 */
const char *rewards_bound(const struct rewards_row *row); /* 最高, 至少, 约; "" when exact */
void rewards_number(const struct rewards_row *row,
		    struct buffer *out); /* in 万元: 100, 10-20; nothing without a sum */
void rewards_level(const struct catalog *c, const struct rewards_row *row,
		   struct buffer *out); /* 国家级 */
void rewards_per(const struct catalog *c, const struct rewards_row *row,
		 struct buffer *out); /* 每项 一次性 */
void rewards_words(const struct catalog *c, const struct rewards_row *row, struct buffer *out);
const char *rewards_level_name(enum money_level level); /* 国家级; 未载明级别 */

/* "省 最高30万元 + 市 50万元": who names what. */
void rewards_parts(const struct rewards *r, const struct rewards_stack *stack, struct buffer *out);

/* The sentence of the measure's text that the words stand in; all of it where they stand nowhere. */
struct rewards_place rewards_sentence(const struct catalog *c, const struct rewards_row *row);

#endif
