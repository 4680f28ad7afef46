/* Up to six regions at once: what each gives of each category.
 *
 * Rows are categories, in the order of the vocabulary, only those of which some region has a
 * measure; behind them what is of no category. Columns are the regions, in the order asked for. A
 * measure of several categories stands in the row of each, so the cells of a column may hold more
 * than there are measures.
 *
 * A region's own measures count. With `cities`, those of the regions inside it are taken in. A
 * region without an entry of its own always takes its cities' (`borrows`). Where regions lie inside
 * each other, a measure counts for the innermost of them only, as in a comparison of two
 * (compare/compare.h), so no measure stands in two columns.
 *
 * Costs what the regions have: their measures are walked through twice, nothing is compared with
 * each. */
#ifndef COMPARE_SEVERAL_H
#define COMPARE_SEVERAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "table/catalog.h"

enum { SEVERAL_MOST = 6 };

struct several_column {
	size_t region;
	bool borrows; /* has no entry of its own: its cities' measures stand for it */
	bool inside;  /* measures of regions inside it count: each must say whose it is */
	size_t first; /* its measures lie in [first, end); so may some that count for another column */
	size_t end;
	size_t count; /* measures that count for it */
	bool uncertain; /* an entry that it rests on is (several_rests_on) */
	bool inferred;	/* of one the source does not print the region in full */
};

struct several_row {
	size_t category; /* index in the catalog's, or its category_count: of none */
	size_t having;	 /* how many of the regions have a measure of it: 1 … count */
};

struct several {
	bool cities; /* were asked for */
	struct several_column columns[SEVERAL_MOST];
	size_t count; /* regions */
	struct several_row rows[CATALOG_CATEGORIES + 1];
	size_t row_count;
	uint64_t unlisted; /* bit i: no region has a measure of category i */
	size_t all, one;   /* rows that all regions have, that only one has */
	size_t *measures; /* those of each cell, ascending; row by row, in it column by column; owned */
	size_t *ends;	  /* of each cell in `measures`; owned */
};

struct several_cell {
	const size_t *measures; /* borrowed */
	size_t count;
};

/* `count` different regions, 1 to SEVERAL_MOST. */
void several_build(const struct catalog *c, const size_t *regions, size_t count, bool cities,
		   struct several *out);
void several_done(struct several *s);

struct several_cell several_cell(const struct several *s, size_t row, size_t column);

/* Whether the measure counts for the column. */
bool several_holds(const struct several *s, const struct catalog *c, size_t column, size_t measure);

/* Whether what the column shows rests on the entry. */
bool several_rests_on(const struct several *s, const struct catalog *c, size_t column,
		      const struct entry *e);

/* Whether a region has nothing of that row's category while another has. */
bool several_differs(const struct several *s, size_t row);

#endif
