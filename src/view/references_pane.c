#include <stdio.h>
#include <string.h>

#include "base/utf8.h"
#include "view/panes.h"

enum {
	NARROW = 60, /* columns below which the year is left out: the number says it */
	YEAR_COLS = 6,
	FLAG_COLS = 3,
	LEAST_REGION = 12,
	MOST_REGION = 44,
	NAMED = 4, /* regions of a row */
};

static int region_columns(int cols)
{
	int part = (cols - APP_GUTTER - FLAG_COLS) * 2 / 5;
	return part < LEAST_REGION ? LEAST_REGION : part > MOST_REGION ? MOST_REGION : part;
}

/* The scheme says nothing; the host and the end of the path tell links apart. */
static void add_link(struct buffer *out, const char *text, int cols)
{
	const char *scheme = strstr(text, "://");
	const char *rest = scheme ? scheme + 3 : text;
	columns_add_shortened(out, rest, strlen(rest), cols);
}

static void draw_text(struct frame *f, struct rect r, const struct app *a,
		      const struct documents_row *row, enum style style)
{
	struct buffer words = { 0 };
	struct spans spans = { 0 };
	if (row->kind == DOCUMENTS_LINK)
		add_link(&words, row->text, r.cols);
	else
		buffer_text(&words, row->text);
	const char *text = buffer_string(&words);
	pane_two_ends(f, r, text, "", style);
	query_spans(&a->query, text, &spans);
	for (size_t i = 0; i < spans.count && row->kind != DOCUMENTS_NOTHING; i++)
		frame_style(f, r, 0,
			    columns_text(text, utf8_offset(text, words.n, spans.all[i].start)),
			    columns_text(text, utf8_offset(text, words.n, spans.all[i].end)),
			    STYLE_HIT);
	spans_done(&spans);
	buffer_done(&words);
}

/* As in the tree: ! uncertain, ? inferred. */
static void draw_flags(struct frame *f, struct rect r, const struct app *a,
		       const struct documents_row *row, enum style style)
{
	const struct documents_use *first = &a->references.table.uses[row->uses];
	const char *flag = row->kind == DOCUMENTS_NOTHING ? "缺" : row->uncertain ? "!" : "";
	int col = frame_string(f, r, 0, APP_GUTTER, flag, style);
	if (a->catalog->entries[first->entry].inferred)
		frame_string(f, r, 0, col, "?", style);
}

static void draw_row(struct frame *f, struct rect r, const struct app *a, size_t at)
{
	const struct app_references *all = &a->references;
	const struct documents_row *row = &all->table.rows[at];
	bool selected = at == all->list.sel;
	enum style style = !selected ? STYLE_TEXT : a->prompting ? STYLE_CURRENT : STYLE_SELECTED;
	frame_fill(f, r, style);
	frame_string(f, r, 0, 0, selected ? ">" : " ", style);
	draw_flags(f, r, a, row, style);
	int col = APP_GUTTER + FLAG_COLS;
	if (r.cols >= NARROW) {
		char year[8] = "-";
		if (row->year)
			snprintf(year, sizeof(year), "%d", row->year);
		frame_string(f, r, 0, col, year, style);
		col += YEAR_COLS;
	}
	int regions = region_columns(r.cols);
	struct rect text = { r.row, r.col + col, 1, r.cols - col - regions - 1 };
	struct rect place = { r.row, r.col + r.cols - regions, 1, regions };
	struct buffer names = { 0 };
	documents_regions(&all->table, a->catalog, row, NAMED, &names);
	draw_text(f, text, a, row, style);
	pane_two_ends(f, place, buffer_string(&names), "", style);
	buffer_done(&names);
}

static void draw_detail(struct frame *f, struct rect r, const struct document *d)
{
	struct rect inner = { r.row, r.col + APP_GUTTER, r.rows, r.cols - APP_GUTTER };
	for (int row = 0; row < r.rows && (size_t)row < d->line_count; row++) {
		for (size_t i = d->lines[row].first; i != DOCUMENT_NONE; i = d->pieces[i].next)
			frame_text(f, inner, row, d->pieces[i].col, d->pieces[i].text,
				   d->pieces[i].n, d->pieces[i].style);
	}
	if ((size_t)r.rows < d->line_count && r.rows > 0)
		frame_string(f, r, r.rows - 1, 0, "~", STYLE_WARNING);
}

void pane_references_draw(struct frame *f, struct rect r, const struct app *a)
{
	const struct list *l = &a->references.list;
	int rows = l->height < r.rows ? l->height : r.rows;
	for (int row = 0; row < rows && l->top + (size_t)row < l->count; row++)
		draw_row(f, (struct rect){ r.row + row, r.col, 1, r.cols }, a,
			 l->top + (size_t)row);
	if (l->count == 0)
		frame_string(f, r, 0, APP_GUTTER, app_has_query(a) ? "没有命中" : "本表没有条目",
			     STYLE_DIM);
	struct rect detail = { r.row + rows + 1, r.col, r.rows - rows - 1, r.cols };
	for (int col = 0; col < r.cols; col++)
		frame_string(f, r, rows, col, "-", STYLE_SEPARATOR);
	draw_detail(f, detail, &a->references.detail);
	frame_cursor(f, r, (int)(l->sel - l->top), 0);
}

void pane_references_heading(struct frame *f, struct rect r, const struct app *a)
{
	const struct documents *d = &a->references.table;
	struct buffer counts = { 0 };
	buffer_print(&counts, "%zu 文号 %zu 链接", d->counts[DOCUMENTS_DOCUMENT],
		     d->counts[DOCUMENTS_LINK]);
	if (d->uncertain)
		buffer_print(&counts, " %zu 存疑", d->uncertain);
	if (d->counts[DOCUMENTS_NOTHING])
		buffer_print(&counts, " %zu 缺", d->counts[DOCUMENTS_NOTHING]);
	pane_two_ends(f, r, buffer_string(&counts), documents_order_name(d->order), STYLE_HEADING);
	buffer_done(&counts);
}
