#include <string.h>

#include "table/describe.h"
#include "view/panes.h"

enum { NARROW = 60 }; /* columns below which the first row says only what is in view */

/* A row's name stays at the top while the row's beginning is above it. */
static void keep_name(struct frame *f, struct rect names, const struct app *a)
{
	const struct app_several *s = &a->several;
	const struct document *d = &s->pager.doc;
	if (names.cols <= 0 || s->pager.top >= d->line_count)
		return;
	size_t at = d->lines[s->pager.top].item;
	if (at == DOCUMENT_NONE || d->items[at].first_line == s->pager.top)
		return;
	struct rect top = { names.row, names.col, 1, names.cols };
	frame_fill(f, top, STYLE_LABEL);
	frame_string(f, top, 0, 0, abreast_name(a->catalog, &s->table, d->items[at].id),
		     STYLE_LABEL);
}

/* As far down as there are categories: what stands below them goes across. */
static void draw_separators(struct frame *f, struct rect r, const struct app_several *s)
{
	const struct document *d = &s->pager.doc;
	size_t end = pager_end_line(&s->pager);
	if (d->item_count && end > d->items[d->item_count - 1].end_line)
		end = d->items[d->item_count - 1].end_line;
	for (size_t place = s->layout.names ? 0 : 1; place < s->layout.shown; place++)
		for (int row = 0; s->pager.top + (size_t)row < end; row++)
			frame_string(f, r, row, abreast_col(&s->layout, place) - 2, "|",
				     STYLE_SEPARATOR);
}

/* ">" beside the cell that the cursor is in. */
static void mark_cell(struct frame *f, struct rect r, const struct app_several *s)
{
	const struct item *item = pager_item(&s->pager);
	if (!item || !pager_in_view(&s->pager))
		return;
	int row = item->first_line > s->pager.top ? (int)(item->first_line - s->pager.top) : 0;
	int col = abreast_col(&s->layout, s->columns.sel - s->columns.top) - 1;
	if (col >= 0)
		frame_string(f, r, row, col, ">", STYLE_SELECTED);
	frame_cursor(f, r, row, col);
}

void pane_abreast_draw(struct frame *f, struct rect r, const struct app *a)
{
	const struct app_several *s = &a->several;
	struct rect text = { r.row, r.col + APP_GUTTER, r.rows, r.cols - APP_GUTTER };
	pane_document_draw(f, r, &s->pager, true, true);
	keep_name(f, (struct rect){ text.row, text.col, text.rows, s->layout.names }, a);
	draw_separators(f, text, s);
	mark_cell(f, text, s);
}

/* "<" and ">" where regions are hidden on that side. */
static void draw_hidden(struct frame *f, struct rect r, const struct app_several *s)
{
	int left = abreast_col(&s->layout, 0) - 2;
	if (s->columns.top > 0)
		frame_string(f, r, 0, left > 0 ? left : 0, "<", STYLE_KEY);
	if (s->columns.top + s->layout.shown < s->columns.count)
		frame_string(f, r, 0, r.cols - 1, ">", STYLE_KEY);
}

/* "陕西省 !": as in the tree, and never clipped, for what is said of it below scrolls away. */
static void draw_name(struct frame *f, struct rect r, const struct app *a, size_t column)
{
	const struct app_several *s = &a->several;
	const struct several_column *here = &s->table.columns[column];
	const char *name = a->catalog->regions[here->region].name;
	enum style style = column == s->columns.sel ? STYLE_SELECTED : STYLE_HEADING;
	struct buffer mark = { 0 };
	buffer_print(&mark, "%s%s", here->uncertain ? " !" : "", here->inferred ? " ?" : "");
	int room = r.cols - (int)mark.n, cols = columns_text(name, strlen(name));
	pane_two_ends(f, (struct rect){ r.row, r.col, 1, room }, name, "", style);
	frame_string(f, r, 0, cols < room ? cols : room, buffer_string(&mark), style);
	buffer_done(&mark);
}

void pane_abreast_heading(struct frame *f, struct rect r, const struct app *a)
{
	const struct app_several *s = &a->several;
	const struct abreast_layout *l = &s->layout;
	for (size_t place = 0; place < l->shown; place++) {
		size_t at = s->columns.top + place;
		int col = abreast_col(l, place);
		int indent = l->names || place ? 0 : 2; /* the first leaves room for "<" */
		struct rect half = { r.row, r.col + col + indent, 1, l->width - indent };
		draw_name(f, half, a, at);
	}
	if (l->names)
		frame_string(f, (struct rect){ r.row, r.col, 1, l->names }, 0, 0, "类别",
			     STYLE_HEADING);
	draw_hidden(f, r, s);
}

static void add_counts(const struct app *a, struct buffer *out)
{
	const struct app_several *s = &a->several;
	if (s->layout.shown < s->table.count) {
		buffer_print(out, "%zu", s->columns.top + 1);
		if (s->layout.shown > 1)
			buffer_print(out, "-%zu", s->columns.top + s->layout.shown);
		buffer_print(out, "/%zu ", s->table.count);
	}
	if (a->cols >= NARROW)
		buffer_print(out, " %zu 类：都有 %zu，仅一地 %zu ", s->table.row_count,
			     s->table.all, s->table.one);
}

/* " 对比 山西 [江苏 陕西] 广西": those in view in brackets, where others are not. */
void pane_abreast_status(const struct app *a, struct buffer *left, struct buffer *right)
{
	const struct app_several *s = &a->several;
	bool hides = s->layout.shown < s->table.count;
	buffer_text(left, " 对比");
	for (size_t i = 0; i < s->table.count; i++)
		buffer_print(left, " %s%s%s", hides && i == s->columns.top ? "[" : "",
			     a->catalog->regions[s->table.columns[i].region].short_name,
			     hides && i + 1 == s->columns.top + s->layout.shown ? "]" : "");
	buffer_text(left, s->table.cities ? "（含所辖市）" : "");
	add_counts(a, right);
}
