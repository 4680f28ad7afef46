#include "app/pager.h"

static size_t last_top(const struct pager *p)
{
	size_t height = (size_t)p->height;
	return p->doc.line_count > height ? p->doc.line_count - height : 0;
}

static bool fits(const struct pager *p, const struct item *item)
{
	return item->end_line - item->first_line <= (size_t)p->height;
}

/* Where a page that shows the item whole begins at the latest. */
static size_t start_of(const struct pager *p, const struct item *item)
{
	return item->end_line - item->lead <= (size_t)p->height ? item->lead : item->first_line;
}

static bool is_blank(const struct pager *p, size_t line)
{
	return p->doc.lines[line].first == DOCUMENT_NONE;
}

/* The page begins before an item or behind it, where it would begin inside of one that is to be whole. */
static void keep_whole(struct pager *p, bool before)
{
	if (!p->whole)
		return;
	const struct item *item = document_item_at(&p->doc, p->top);
	if (item && p->top > start_of(p, item) && fits(p, item))
		p->top = before ? start_of(p, item) : item->end_line;
	if (p->top > 0 && p->top + 1 < p->doc.line_count && is_blank(p, p->top))
		p->top++;
}

static void scroll(struct pager *p, long lines)
{
	if (lines < 0)
		p->top = p->top < (size_t)-lines ? 0 : p->top - (size_t)-lines;
	else
		p->top += (size_t)lines;
	if (p->top > last_top(p))
		p->top = last_top(p);
	keep_whole(p, lines < 0 && -lines < p->height);
}

size_t pager_end_line(const struct pager *p)
{
	size_t end = p->top + (size_t)p->height;
	if (end >= p->doc.line_count)
		return p->doc.line_count;
	const struct item *cut = p->whole ? document_item_at(&p->doc, end) : NULL;
	if (!cut || !fits(p, cut))
		return end;
	size_t start = start_of(p, cut);
	return start > p->top && start < end ? start : end;
}

const struct item *pager_item(const struct pager *p)
{
	return p->doc.item_count ? &p->doc.items[p->selected] : NULL;
}

bool pager_in_view(const struct pager *p)
{
	const struct item *item = pager_item(p);
	return item && item->first_line < pager_end_line(p) && item->end_line > p->top;
}

static void bring_into_view(struct pager *p)
{
	const struct item *item = pager_item(p);
	if (item) {
		size_t height = (size_t)p->height;
		size_t start = start_of(p, item);
		bool longer = !fits(p, item);
		bool filled = item->first_line <= p->top && item->end_line >= p->top + height;
		if (!longer && item->end_line > p->top + height)
			p->top = item->end_line - height;
		if (longer ? !filled : start < p->top)
			p->top = start;
	}
	scroll(p, 0);
}

void pager_resize(struct pager *p, int height)
{
	p->height = height > 1 ? height : 1;
	if (p->selected >= p->doc.item_count)
		p->selected = p->doc.item_count ? p->doc.item_count - 1 : 0;
	bring_into_view(p);
}

void pager_select(struct pager *p, size_t item)
{
	if (p->doc.item_count == 0)
		return;
	p->selected = item < p->doc.item_count ? item : p->doc.item_count - 1;
	bring_into_view(p);
	/* The lines above the first item are its introduction: show them when they fit. */
	if (p->selected == 0 && p->doc.items[0].end_line <= (size_t)p->height)
		p->top = 0;
}

bool pager_select_id(struct pager *p, size_t id)
{
	for (size_t i = 0; i < p->doc.item_count; i++) {
		if (p->doc.items[i].id == id) {
			pager_select(p, i);
			return true;
		}
	}
	return false;
}

/* What of the selected item is beyond the edge that the movement goes to: seen before the next item is. True when it took the
 * move. */
static bool reveal(struct pager *p, bool down)
{
	const struct item *item = pager_item(p);
	size_t bottom = p->top + (size_t)p->height;
	if (!item || (down ? item->end_line <= bottom : item->first_line >= p->top))
		return false;
	if (pager_in_view(p) && item->end_line - item->first_line > (size_t)p->height)
		scroll(p, down ? 1 : -1);
	else
		bring_into_view(p);
	return true;
}

static void move_one(struct pager *p, bool down)
{
	if (reveal(p, down))
		return;
	if (p->doc.item_count == 0 ||
	    (down ? p->selected + 1 == p->doc.item_count : p->selected == 0)) {
		scroll(p, down ? 1 : -1);
		return;
	}
	p->selected += down ? 1 : (size_t)-1;
	const struct item *item = pager_item(p);
	if (item->end_line - item->first_line >
	    (size_t)p->height) /* a long item is entered at its near end */
		p->top = down ? item->first_line : item->end_line - (size_t)p->height;
	bring_into_view(p);
	if (!down && p->selected == 0)
		pager_select(p, 0);
}

void pager_move(struct pager *p, long items)
{
	bool down = items > 0;
	size_t limit = p->doc.line_count + p->doc.item_count;
	for (size_t i = 0; i < limit && items != 0; i++, items += down ? -1 : 1)
		move_one(p, down);
}

static size_t lines_in_view(const struct pager *p, const struct item *item)
{
	size_t bottom = pager_end_line(p);
	size_t first = item->first_line > p->top ? item->first_line : p->top;
	size_t end = item->end_line < bottom ? item->end_line : bottom;
	return end > first ? end - first : 0;
}

/* The first item wholly in view, otherwise the one with the most lines in view; where none is (a long heading fills the pane) the
 * selection stays. */
static void select_in_view(struct pager *p)
{
	size_t most = 0;
	for (size_t i = 0; i < p->doc.item_count; i++) {
		const struct item *item = &p->doc.items[i];
		size_t lines = lines_in_view(p, item);
		bool whole = lines == item->end_line - item->first_line;
		if (lines > most || (whole && lines)) {
			p->selected = i;
			most = lines;
		}
		if (whole && lines)
			return;
	}
}

void pager_page(struct pager *p, long pages)
{
	for (; pages > 0; pages--)
		scroll(p, (long)(pager_end_line(p) - p->top));
	scroll(p, pages * p->height);
	select_in_view(p);
}

void pager_scroll(struct pager *p, long lines)
{
	scroll(p, lines);
	select_in_view(p);
}

void pager_start(struct pager *p)
{
	p->selected = 0;
	p->top = 0;
}

void pager_end(struct pager *p)
{
	p->selected = p->doc.item_count ? p->doc.item_count - 1 : 0;
	p->top = last_top(p);
	keep_whole(p, false);
}
