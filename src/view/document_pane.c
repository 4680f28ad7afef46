#include <string.h>

#include "view/panes.h"

static enum style shown_style(enum style style, bool current)
{
	return style == STYLE_HIT && current ? STYLE_HIT_CURRENT : style;
}

static void draw_line(struct frame *f, struct rect r, int row, const struct pager *p,
		      const struct line *line)
{
	bool current = p->doc.item_count && line->item == p->selected;
	for (size_t i = line->first; i != DOCUMENT_NONE; i = p->doc.pieces[i].next) {
		const struct piece *piece = &p->doc.pieces[i];
		frame_text(f, r, row, piece->col, piece->text, piece->n,
			   shown_style(piece->style, current));
	}
}

void pane_plain_draw(struct frame *f, struct rect r, const struct pager *p)
{
	for (int row = 0; row < r.rows && p->top + (size_t)row < p->doc.line_count; row++)
		draw_line(f, r, row, p, &p->doc.lines[p->top + (size_t)row]);
	frame_cursor(f, r, r.rows - 1, r.cols - 1);
}

void pane_document_draw(struct frame *f, struct rect r, const struct pager *p, bool has_keys,
			bool marked)
{
	struct rect text = { r.row, r.col + APP_GUTTER, r.rows, r.cols - APP_GUTTER };
	const struct item *item = pager_item(p);
	int marker = -1;
	for (int row = 0; row < r.rows && p->top + (size_t)row < pager_end_line(p); row++) {
		size_t at = p->top + (size_t)row;
		draw_line(f, text, row, p, &p->doc.lines[at]);
		if (item && marker < 0 && at >= item->first_line && at < item->end_line)
			marker = row;
	}
	if (marker >= 0 && (has_keys || marked))
		frame_string(f, r, marker, 0, ">", has_keys ? STYLE_SELECTED : STYLE_CURRENT);
	if (has_keys)
		frame_cursor(f, r, marker < 0 ? 0 : marker, 0);
}
