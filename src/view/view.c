#include "view/view.h"

#include <string.h>

#include "base/wrap.h"
#include "table/describe.h"
#include "view/panes.h"

static void draw_separator(struct frame *f, const struct app *a)
{
	const struct app_layout *l = &a->layout;
	struct rect column = { 1, l->tree_cols, a->rows - 2, 1 };
	for (int row = 0; row < column.rows; row++)
		frame_string(f, column, row, 0, "|", STYLE_SEPARATOR);
}

/* The pane's last row reminds, where the layout leaves it. */
static struct rect above_reminder(struct frame *f, struct rect r)
{
	if (r.rows <= 2)
		return r;
	r.rows--;
	struct rect last = { r.row + r.rows, r.col, 1, r.cols };
	frame_string(f, last, 0, 2, DESCRIBE_REMINDER, STYLE_DIM);
	return r;
}

static void draw_browse(struct frame *f, const struct app *a)
{
	const struct app_layout *l = &a->layout;
	struct rect tree = { l->body_row, 0, l->body_rows, l->tree_cols };
	struct rect reader = { l->body_row, l->reader_col, l->body_rows, l->reader_cols };
	bool reading = a->focus == IN_READER;
	if (l->two_panes)
		draw_separator(f, a);
	if (l->two_panes || reading)
		pane_document_draw(f, above_reminder(f, reader), &a->reader, reading,
				   app_has_query(a));
	if (l->two_panes || !reading)
		pane_tree_draw(f, tree, a);
}

static void draw_side(struct frame *f, struct rect r, const struct app *a)
{
	pane_document_draw(f, above_reminder(f, r), &a->side, true, true);
	if (r.rows > 2)
		pane_side_place(f, (struct rect){ r.row + r.rows - 1, 2, 1, r.cols - 2 }, a);
}

static void draw_body(struct frame *f, const struct app *a)
{
	struct rect body = { a->layout.body_row, 0, a->layout.body_rows, a->cols };
	switch (a->screen) {
	case SCREEN_HITS:
		pane_hits_draw(f, body, a, &a->hits, &a->hits_list);
		break;
	case SCREEN_LISTING:
		pane_hits_draw(f, body, a, &a->listing.hits, &a->listing.list);
		break;
	case SCREEN_MATRIX:
		pane_matrix_draw(f, (struct rect){ 1, 0, a->rows - 2, a->cols }, a);
		break;
	case SCREEN_REWARDS:
		pane_ranking_draw(f, body, a);
		break;
	case SCREEN_REFERENCES:
		pane_references_draw(f, above_reminder(f, body), a);
		break;
	case SCREEN_COMPARE:
		draw_side(f, body, a);
		break;
	case SCREEN_SEVERAL:
		pane_abreast_draw(f, above_reminder(f, body), a);
		break;
	case SCREEN_HELP:
		pane_plain_draw(f, body, &a->help);
		break;
	default:
		draw_browse(f, a);
	}
}

static void draw_too_small(struct frame *f)
{
	static const char words[] = "窗口太小，请放大到 16 列 4 行以上";
	struct wrap_lines lines = { 0 };
	wrap_text(words, strlen(words), f->cols, &lines);
	for (int row = 0; row < f->rows && (size_t)row < lines.count; row++) {
		const struct wrap_line *line = &lines.all[row];
		struct rect r = { row, 0, 1, f->cols };
		frame_text(f, r, 0, 0, words + line->start, line->end - line->start, STYLE_TEXT);
	}
	wrap_done(&lines);
}

void view_draw(struct frame *f, const struct app *a)
{
	frame_resize(f, a->rows, a->cols);
	frame_clear(f);
	if (a->layout.too_small) {
		draw_too_small(f);
		return;
	}
	pane_status_draw(f, (struct rect){ 0, 0, 1, f->cols }, a);
	pane_heading_draw(f, (struct rect){ 1, 0, 1, f->cols }, a);
	draw_body(f, a);
	/* Last, because the prompt's caret takes the cursor from the panes. */
	pane_bottom_draw(f, (struct rect){ f->rows - 1, 0, 1, f->cols }, a);
}
