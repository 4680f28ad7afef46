/* Short texts side by side, as many in a row as fit, row after row: a legend. */
#ifndef BASE_TILES_H
#define BASE_TILES_H

#include <stddef.h>

#include "base/buffer.h"

enum { TILES_BETWEEN = 2 }; /* columns between two */

/* How many rows they take in `cols` columns; a text that is wider than that has a row of its own, and is clipped with "~". */
int tiles_rows(const char *const *texts, size_t count, int cols);

/* One row, safe, without spaces at its end. */
void tiles_add(const char *const *texts, size_t count, int cols, int row, struct buffer *out);

#endif
