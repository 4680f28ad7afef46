/* The matrix, printed: what the command and writing from the screen have in common. Rows stand in the matrix's own order. */
#ifndef CLI_MATRIX_H
#define CLI_MATRIX_H

#include "base/buffer.h"
#include "cli/options.h"
#include "compare/matrix.h"
#include "table/catalog.h"

/* `query`: what its measures were restricted by, or NULL. `width`: of text, in columns; 0: 80. Columns that do not fit in it stand
 * below in a table of their own, each with all regions. */
void matrix_print(const struct catalog *c, const struct matrix *m, const char *query, enum format format,
		  int width, struct buffer *out);

/* Shared by the files that make it up. */

/* "地域与类别：…一览表", not yet safe */
void matrix_title(const struct catalog *c, struct buffer *out);
const char *matrix_note(const struct catalog *c, const struct matrix *m);

/* "21 个地域，62 项措施，按代码排列。", with a query what it leaves. Not yet safe. */
void matrix_summary(const struct catalog *c, const struct matrix *m, const char *query, struct buffer *out);

void matrix_sheet(const struct catalog *c, const struct matrix *m, enum format format,
		  struct buffer *out); /* the table alone */
void matrix_markdown(const struct catalog *c, const struct matrix *m, const char *query,
		     struct buffer *out);
void matrix_html(const struct catalog *c, const struct matrix *m, const char *query, struct buffer *out);

#endif
