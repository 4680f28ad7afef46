/* The matrix on the screen: which cell the cursor is in, which part is shown, in which order.
 *
 * Below the status line stand the headings, then rows of regions, the row of totals directly below the last of them, then one of how
 * many regions have each; at the bottom a line that says what the cell is, above it the legend where there is room. The name of the
 * region and its total stay at the left while categories scroll; headings and totals stay while regions scroll. The total is a column
 * of the grid, and the row of totals may be selected like any region's. */
#ifndef APP_MATRIX_SCREEN_H
#define APP_MATRIX_SCREEN_H

#include <stdbool.h>

#include "app/grid.h"
#include "app/list.h"
#include "base/headings.h"
#include "compare/matrix.h"
#include "compare/matrix_words.h"

enum { MATRIX_GUTTER = 2, MATRIX_MARGIN = 1 }; /* columns: marker and space; for the mark behind the last number */

struct matrix_screen {
	bool made; /* all below is of this catalog, query and size */
	struct matrix matrix;
	struct headings headings;
	struct matrix_legend legend;
	struct grid grid; /* column 0 is the total, 1 the first category */
	struct list rows; /* of the matrix */
	bool on_totals;	  /* the cursor is in the row of totals, and not on rows.sel */
	int name_cols;
	int heading_rows, total_rows, words_rows, legend_rows; /* each may be 0 */
};

/* The cell under the cursor, either MATRIX_ALL in a total. */
size_t matrix_screen_row(const struct matrix_screen *s);
size_t matrix_screen_column(const struct matrix_screen *s);

#endif
