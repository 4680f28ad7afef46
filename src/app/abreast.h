/* The text of several regions abreast: categories down, regions across, laid out in columns.
 *
 * The first column holds the categories' short names and how many of the regions have one ("3/4");
 * beside it stand as many regions as are readable, ABREAST_READABLE columns each at least. Where
 * not even one would be, the name stands above its cell.
 *
 * Above the first category stands what each region's measures rest on; below the last, which
 * categories none of the regions has. Items are rows (their index in the table). */
#ifndef APP_ABREAST_H
#define APP_ABREAST_H

#include "app/document.h"
#include "compare/several.h"
#include "table/catalog.h"

enum {
	ABREAST_READABLE = 24, /* columns of a region */
	ABREAST_BETWEEN = 3,   /* columns between two */
	ABREAST_MEASURES = 20, /* shown of a cell; how many more there are is said */
	ABREAST_ENTRIES = 8,   /* shown of what a region rests on; the same */
};

/* In columns of the screen. */
struct abreast_layout {
	int names;    /* of the first column; 0: names stand above their cells */
	int width;    /* of each region */
	size_t shown; /* regions abreast */
};

struct abreast_layout abreast_lay_out(const struct catalog *c, const struct several *s, int cols);

/* Where the region at `place` of those shown begins. */
int abreast_col(const struct abreast_layout *l, size_t place);

/* The regions from column `first` on, l->shown of them. */
void abreast_build(struct document *d, const struct catalog *c, const struct several *s,
		   const struct abreast_layout *l, size_t first);

/* 评奖 */
const char *abreast_name(const struct catalog *c, const struct several *s, size_t row);

#endif
