/* The rewards screen: one line for each sum in the order asked for; below them what a region and those
 * above it name together, under a heading that warns of adding it up; last the promises without a
 * sum, under theirs. The cursor stands on no heading.
 *
 * All rewards of the catalog are found when the screen is first opened; a query only selects from them,
 * so a key costs no reading. Below the lines stands the sentence of the selected one. */
#ifndef APP_RANKING_H
#define APP_RANKING_H

#include <stdbool.h>
#include <stddef.h>

#include "app/list.h"
#include "compare/rewards.h"

enum ranking_line {
	RANKING_NONE,
	RANKING_SUM,
	RANKING_STACKS, /* a heading */
	RANKING_STACK,
	RANKING_PROMISES, /* a heading */
	RANKING_PROMISE,
};

struct ranking { /* zeroed: never opened */
	struct rewards all;   /* of the catalog, by number: of any that holds the same; valid while `made` */
	struct rewards shown; /* those that the query leaves */
	bool made;
	enum rewards_order order;
	struct list list; /* lines */
	bool awaited;	  /* opening it was given up for a key; where it is to be opened: */
	size_t awaited_region, awaited_measure;
};

/* What stands on a line; *index: in shown.rows or shown.stacks. */
enum ranking_line ranking_line(const struct ranking *k, size_t line, size_t *index);

/* The row that a line is about; of a stack the innermost region's. NULL for headings. */
const struct rewards_row *ranking_row(const struct ranking *k, size_t line);

void ranking_done(struct ranking *k);

/* Rows of the body, of `body_rows`, that the selected line's sentence takes with its headings. */
int ranking_detail_rows(int body_rows);

#endif
