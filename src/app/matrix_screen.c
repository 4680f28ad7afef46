#include "app/matrix_screen.h"

#include "app/listing.h"
#include "app/state.h"
#include "base/tiles.h"

enum {
	LEAST_NAME = 4,
	MOST_NAME = 24,
	NAME_SHARE = 4,	 /* the name takes at most a quarter of the columns */
	ROOMY = 10,	 /* rows of regions that a legend must leave */
};

size_t matrix_screen_row(const struct matrix_screen *s)
{
	return s->on_totals || s->rows.count == 0 ? MATRIX_ALL : s->rows.sel;
}

size_t matrix_screen_column(const struct matrix_screen *s)
{
	return s->grid.sel == 0 ? MATRIX_ALL : s->grid.sel - 1;
}

static int least(int a, int b)
{
	return a < b ? a : b;
}

static int most(int a, int b)
{
	return a > b ? a : b;
}

static void place_columns(struct app *a)
{
	struct matrix_screen *s = &a->matrix;
	int cols[GRID_COLUMNS];
	int share = most(LEAST_NAME, least(a->cols / NAME_SHARE, MOST_NAME));
	s->name_cols = least(matrix_name_cols(a->catalog, &s->matrix), share);
	int room = a->cols - MATRIX_GUTTER - s->name_cols - MATRIX_MARGIN;
	cols[0] = matrix_total_cols(&s->matrix);
	matrix_headings(a->catalog, &s->matrix, room - cols[0], &s->headings);
	for (size_t i = 0; i < s->headings.count; i++)
		cols[1 + i] = s->headings.all[i].cols;
	grid_resize(&s->grid, cols, 1 + s->headings.count, 1, room);
}

/* The rows between the status line and the bottom line: regions come first, then what helps to read them. */
static void place_rows(struct app *a)
{
	struct matrix_screen *s = &a->matrix;
	int left = a->rows - 2, regions = (int)least((int)s->matrix.row_count, a->rows);
	const char *const *legend = (const char *const *)s->legend.texts;
	s->heading_rows = least(s->headings.rows, most(left > 5 ? 2 : 1, left / 4));
	left -= s->heading_rows;
	s->words_rows = left > 2;
	left -= s->words_rows;
	s->total_rows = left > 2 ? 1 + (left > ROOMY || left > regions + 1) : 0;
	left -= s->total_rows;
	s->legend_rows = tiles_rows(legend, s->legend.count, a->cols - MATRIX_GUTTER);
	if (left - s->legend_rows < least(ROOMY, regions))
		s->legend_rows = 0;
	left -= s->legend_rows;
	list_resize(&s->rows, s->matrix.row_count, most(left, 1));
}

void app_matrix_lay_out(struct app *a)
{
	if (!a->matrix.made)
		return;
	place_columns(a);
	place_rows(a);
}

static void make(struct app *a)
{
	struct matrix_screen *s = &a->matrix;
	enum matrix_order order = s->matrix.order;
	size_t by = s->matrix.by;
	matrix_done(&s->matrix);
	matrix_build(a->catalog, app_has_query(a) ? &a->hits.set : NULL, &s->matrix);
	matrix_legend_set(&s->legend, a->catalog);
	if (order == MATRIX_BY_COLUMN && by >= s->matrix.column_count)
		order = MATRIX_BY_CODE;
	matrix_sort(&s->matrix, order, by);
	s->made = true;
}

/* The region itself; where it has no row the first behind it in order of code, that is one of its cities'. */
static void select_region(struct matrix_screen *s, size_t region)
{
	size_t best = s->matrix.row_count;
	for (size_t i = 0; i < s->matrix.row_count; i++) {
		size_t here = s->matrix.rows[i].region;
		if (here >= region && (best == s->matrix.row_count || here < s->matrix.rows[best].region))
			best = i;
	}
	list_select(&s->rows, best);
}

void app_matrix_open(struct app *a, size_t region)
{
	struct matrix_screen *s = &a->matrix;
	bool first = !s->made;
	make(a);
	app_matrix_lay_out(a);
	if (first)
		grid_select(&s->grid, 1);
	if (region != CATALOG_NONE) {
		select_region(s, region);
		s->on_totals = false;
	}
}

void app_matrix_renew(struct app *a)
{
	struct matrix_screen *s = &a->matrix;
	size_t row = matrix_screen_row(s);
	size_t region = row == MATRIX_ALL ? CATALOG_NONE : s->matrix.rows[row].region;
	make(a);
	app_matrix_lay_out(a);
	if (region != CATALOG_NONE)
		select_region(s, region);
}

/* The measures of the cell under the cursor. */
static void take_cell(const struct app *a, struct bits *set)
{
	const struct matrix_screen *s = &a->matrix;
	matrix_measures(a->catalog, app_has_query(a) ? &a->hits.set : NULL, &s->matrix,
			matrix_screen_row(s), matrix_screen_column(s), set);
}

/* The same, and what they are. */
static void cell(struct app *a, struct bits *set, struct buffer *title)
{
	const struct matrix_screen *s = &a->matrix;
	take_cell(a, set);
	matrix_cell_words(title, a->catalog, &s->matrix, matrix_screen_row(s),
			  matrix_screen_column(s), app_has_query(a));
}

size_t app_matrix_measure(const struct app *a)
{
	struct bits set;
	struct hits hits = { 0 };
	take_cell(a, &set);
	hits_take(&hits, &set, a->catalog);
	size_t measure = hits.count == 1 ? hits_measure(&hits, 0) : CATALOG_NONE;
	hits_done(&hits);
	bits_done(&set);
	return measure;
}

void app_matrix_follow(struct app *a, const size_t *map)
{
	struct matrix_screen *s = &a->matrix;
	if (!s->made)
		return;
	for (size_t i = 0; i < s->matrix.row_count; i++)
		s->matrix.rows[i].region = map[s->matrix.rows[i].region];
	app_matrix_renew(a);
	if (a->listing.from != SCREEN_MATRIX || a->listing.hits.count == 0)
		return;
	struct bits set;
	struct buffer title = { 0 };
	cell(a, &set, &title);
	app_listing_renew(a, &set, buffer_string(&title));
	bits_done(&set);
	buffer_done(&title);
}

void app_matrix_done(struct app *a)
{
	matrix_done(&a->matrix.matrix);
	headings_done(&a->matrix.headings);
	matrix_legend_done(&a->matrix.legend);
}

static void move_down(struct matrix_screen *s, long rows)
{
	if (rows > 0 && s->rows.count && (size_t)rows > s->rows.count - 1 - s->rows.sel)
		s->on_totals = true;
	else if (rows < 0 && s->on_totals)
		rows++;
	if (rows < 0 || !s->rows.count)
		s->on_totals = false;
	list_move(&s->rows, rows);
}

void app_matrix_move(struct app *a, enum command command)
{
	struct matrix_screen *s = &a->matrix;
	long times = a->count ? a->count : 1, height = s->rows.height;
	bool was_on_totals = s->on_totals;
	s->on_totals = false;
	switch (command) {
	case CMD_DOWN:
	case CMD_UP:
		s->on_totals = was_on_totals;
		move_down(s, command == CMD_DOWN ? times : -times);
		break;
	case CMD_PAGE_DOWN:
	case CMD_PAGE_UP:
		list_move(&s->rows, (command == CMD_PAGE_DOWN ? times : -times) * height);
		break;
	case CMD_HALF_DOWN:
	case CMD_HALF_UP:
		list_move(&s->rows, (command == CMD_HALF_DOWN ? times : -times) * (height + 1) / 2);
		break;
	case CMD_TOP:
		list_select(&s->rows, 0);
		break;
	default:
		list_select(&s->rows, a->count ? (size_t)a->count - 1 : s->rows.count);
	}
}

void app_matrix_step(struct app *a, bool right)
{
	grid_move(&a->matrix.grid, right ? (a->count ? a->count : 1) : -(a->count ? a->count : 1));
}

/* By the cursor's column, most first and from the top; where that is so already back to code, in the region's row. */
static void turn_order(struct app *a)
{
	struct matrix_screen *s = &a->matrix;
	size_t row = matrix_screen_row(s), column = matrix_screen_column(s);
	size_t region = row == MATRIX_ALL ? CATALOG_NONE : s->matrix.rows[row].region;
	enum matrix_order order = column == MATRIX_ALL ? MATRIX_BY_TOTAL : MATRIX_BY_COLUMN;
	if (s->matrix.order != order || (order == MATRIX_BY_COLUMN && s->matrix.by != column)) {
		matrix_sort(&s->matrix, order, column);
		list_select(&s->rows, 0);
		return;
	}
	matrix_sort(&s->matrix, MATRIX_BY_CODE, 0);
	if (region != CATALOG_NONE)
		select_region(s, region);
}

bool app_matrix_command(struct app *a, enum command command)
{
	switch (command) {
	case CMD_SORT:
		turn_order(a);
		return true;
	case CMD_FIRST_COLUMN:
	case CMD_LAST_COLUMN:
		grid_select(&a->matrix.grid, command == CMD_FIRST_COLUMN ? 0 : a->matrix.grid.count);
		return true;
	default:
		return false;
	}
}

void app_matrix_enter(struct app *a)
{
	struct bits set;
	struct buffer title = { 0 };
	cell(a, &set, &title);
	app_listing_open(a, &set, buffer_string(&title));
	bits_done(&set);
	buffer_done(&title);
}
