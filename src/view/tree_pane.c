#include <string.h>

#include "view/panes.h"

enum { FOLD_COL = 2, NAME_COL = 4, TOTAL = 6, QUERY_TOTAL = 7 };

/* "6   (9)", and with a query "2/6   (3/9)": own measures, and in brackets, right-aligned, with what is inside; in brief only the hits. */
static void add_counts(struct buffer *out, const struct app *a, size_t region, bool brief)
{
	const struct region *r = &a->catalog->regions[region];
	bool query = app_has_query(a);
	struct buffer total = { 0 };
	if (r->end > region + 1) {
		buffer_char(&total, '(');
		if (query)
			buffer_print(&total, "%zu%s",
				     hits_between(&a->hits, r->first_measure, r->measures_end),
				     brief ? "" : "/");
		if (!query || !brief)
			buffer_print(&total, "%zu", catalog_total_measures(r));
		buffer_char(&total, ')');
	}
	if (!catalog_borrows(a->catalog, region)) {
		if (query)
			buffer_print(out, "%zu%s",
				     hits_between(&a->hits, r->first_measure, r->own_measures_end),
				     brief ? "" : "/");
		if (!query || !brief)
			buffer_print(out, "%zu", catalog_own_measures(r));
	}
	int pad = (query ? QUERY_TOTAL : TOTAL) - (int)total.n;
	buffer_repeat(out, ' ', pad > 1 ? pad : 1);
	buffer_text(out, buffer_string(&total));
	buffer_done(&total);
}

static enum style row_style(const struct app *a, bool selected)
{
	if (!selected)
		return STYLE_TEXT;
	return a->focus == IN_TREE && !a->prompting ? STYLE_SELECTED : STYLE_CURRENT;
}

/* What is folded away counts too. */
static bool is_uncertain(const struct app *a, size_t region)
{
	const struct region *r = &a->catalog->regions[region];
	return r->uncertain || (r->uncertain_inside && tree_can_unfold(&a->tree, region) &&
				tree_is_folded(&a->tree, region));
}

static void draw_row(struct frame *f, struct rect r, int row, const struct app *a, size_t region)
{
	const struct region *here = &a->catalog->regions[region];
	bool selected = region == tree_region(&a->tree);
	enum style style = row_style(a, selected);
	struct rect line = { r.row + row, r.col, 1, r.cols };
	frame_fill(f, line, style);
	if (selected)
		frame_string(f, line, 0, 0, ">", style);
	if (marks_has(&a->marks, region))
		frame_string(f, line, 0, 1, "*", style);
	int indent = 2 * here->depth;
	if (tree_can_unfold(&a->tree, region))
		frame_string(f, line, 0, FOLD_COL + indent,
			     tree_is_folded(&a->tree, region) ? "+" : "-", style);
	struct buffer counts = { 0 };
	add_counts(&counts, a, region, false);
	if (columns_text(buffer_string(&counts), counts.n) > (r.cols - NAME_COL - indent) / 2) {
		buffer_clear(&counts);
		add_counts(&counts, a, region, true);
	}
	line.col += NAME_COL + indent;
	line.cols -= NAME_COL + indent + 1;
	struct buffer name = { 0 };
	buffer_print(&name, "%s%s%s", here->name, is_uncertain(a, region) ? " !" : "",
		     here->inferred ? " ?" : "");
	pane_two_ends(f, line, buffer_string(&name), buffer_string(&counts), style);
	buffer_done(&name);
	buffer_done(&counts);
}

void pane_tree_draw(struct frame *f, struct rect r, const struct app *a)
{
	const struct list *l = &a->tree.list;
	for (int row = 0; row < r.rows && l->top + (size_t)row < l->count; row++)
		draw_row(f, r, row, a, a->tree.rows[l->top + (size_t)row]);
	if (l->count == 0)
		frame_string(f, r, 0, 2, app_has_query(a) ? "没有命中" : "没有条目", STYLE_DIM);
	if (a->focus == IN_TREE)
		frame_cursor(f, r, (int)(l->sel - l->top), 0);
}
