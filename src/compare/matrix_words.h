/* The matrix in the words and widths of the interface, the same on the screen and in print. Words add to `out` and are not yet made
 * safe (columns_add_safe). `narrowed`: only the hits of a query count, so that an empty cell has no hit, where otherwise the table
 * lists nothing. */
#ifndef COMPARE_MATRIX_WORDS_H
#define COMPARE_MATRIX_WORDS_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/headings.h"
#include "compare/matrix.h"

/* What every reader must know of the numbers. */
#define MATRIX_NOTE "省、市各列一行，只计该地域自己的措施；一项措施可属几类，故各格之和可多于合计。"
#define MATRIX_TOTAL "合计"
#define MATRIX_HAVING "有此类的地域"

/* "江苏 南通市", and "河南 郑州市 ?" where a part of it is inferred: the source does not print it. */
void matrix_place(struct buffer *out, const struct catalog *c, size_t region);
bool matrix_is_inferred(const struct catalog *c, size_t region); /* whether it is marked so */
bool matrix_infers(const struct catalog *c, const struct matrix *m); /* whether any row is marked so */
#define MATRIX_INFERRED "标 ? 的省份为推断，原表未印。"

/* "按代码排列", "按合计从多到少", "按“采购”从多到少" */
void matrix_order_words(struct buffer *out, const struct catalog *c, const struct matrix *m);

/* "江苏省，政府采购与招投标：1 项；7 个地域有此类，14 个本表未列"; either may be MATRIX_ALL. */
void matrix_cell_words(struct buffer *out, const struct catalog *c, const struct matrix *m, size_t row,
		       size_t column, bool narrowed);

/* "采购=政府采购与招投标" for each column whose heading does not say all. */
struct matrix_legend {
	char *texts[CATALOG_CATEGORIES]; /* owned */
	size_t count;
};
void matrix_legend_set(struct matrix_legend *l, const struct catalog *c);
void matrix_legend_done(struct matrix_legend *l);

/* The headings of all columns, whose numbers are as wide as the widest of theirs. */
void matrix_headings(const struct catalog *c, const struct matrix *m, int room, struct headings *out);

int matrix_total_cols(const struct matrix *m); /* of the totals at the right of the names, with a space before them */
int matrix_name_cols(const struct catalog *c, const struct matrix *m); /* of the widest matrix_place() */

#endif
