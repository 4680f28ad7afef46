/* Regions × categories: how many measures each region has of each category.
 *
 * A row is a region that has measures of its own, and counts these alone; a city has a row of its own.
 * So no measure counts in two rows, a column's total is the sum of its cells, and a cell opens exactly
 * what stands under the region's name. A province whose measures are all of its cities has no row: an
 * empty one would say that it gives nothing, where the table only lists nothing of it.
 *
 * A column is a category of the table, in the order of the vocabulary, used or not; behind them, only
 * where a counted measure has none, one for these. A measure of several categories counts in the
 * column of each, so that the cells of a row may add up to more than its total, which counts measures.
 *
 * Restricted to a set of measures (the hits of a query), those alone count, and a region without any has
 * no row.
 *
 * Made in one pass over the measures, about 12 ms for a million; ordering moves rows and no cells. */
#ifndef COMPARE_MATRIX_H
#define COMPARE_MATRIX_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "search/bits.h"
#include "table/catalog.h"

#define MATRIX_ALL SIZE_MAX /* every row, every column: a total */

enum matrix_order {
	MATRIX_BY_CODE,	  /* tree order: codes of GB/T 2260, a province before its cities */
	MATRIX_BY_TOTAL,  /* most measures first */
	MATRIX_BY_COLUMN, /* most of one category first, so those without any stand together at the end */
};

struct matrix_row {
	size_t region;
	size_t measures; /* counted; at least 1 */
	size_t cells;	 /* where its cells begin in `counts` */
};

struct matrix_column {
	size_t measures;
	size_t rows; /* how many have a measure of it */
};

struct matrix { /* zeroed: no rows, no columns */
	struct matrix_row *rows; /* in the order asked for; owned */
	size_t row_count;
	struct matrix_column columns[CATALOG_CATEGORIES + 1]; /* by category; of none at category_count */
	size_t category_count;
	size_t column_count; /* category_count, or one more */
	uint32_t *counts;    /* owned */
	size_t measures;     /* counted in all */
	enum matrix_order order;
	size_t by; /* column, of MATRIX_BY_COLUMN */
};

/* `only`: a set over the catalog's measures, or NULL: all count. In order of code. */
void matrix_build(const struct catalog *c, const struct bits *only, struct matrix *out);
void matrix_done(struct matrix *m);

size_t matrix_count(const struct matrix *m, size_t row, size_t column); /* either may be MATRIX_ALL */

/* Rows alike in the order stand in order of code. */
void matrix_sort(struct matrix *m, enum matrix_order order, size_t by);

/* The row of a region; row_count when it has none. */
size_t matrix_find(const struct matrix *m, size_t region);

/* The name of a column: 金融信贷, short 信贷; 未归类 for the last one, where it stands. */
const char *matrix_name(const struct catalog *c, size_t column);
const char *matrix_short_name(const struct catalog *c, size_t column);

/* The column that bears the name, as id, name or short name, or the only one whose names begin so; MATRIX_ALL when there is none. */
size_t matrix_column(const struct catalog *c, const struct matrix *m, const char *name);

/* The measures that a cell counts, as a set over the catalog's without its directory; replaces nothing. `only` as above. */
void matrix_measures(const struct catalog *c, const struct bits *only, const struct matrix *m, size_t row,
		     size_t column, struct bits *out);

#endif
