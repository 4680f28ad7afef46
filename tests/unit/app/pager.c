#include "app/pager.h"

#include <stdlib.h>

#include "support/check.h"

/* A document of `head` lines without item, then items of the given heights, each followed by a blank line. */
static void make(struct pager *p, int head, const int *heights, int count)
{
	document_clear(&p->doc);
	for (int i = 0; i < head; i++)
		document_piece(&p->doc, p->doc.line_count, 0, "head", STYLE_TEXT);
	for (int i = 0; i < count; i++) {
		size_t first = p->doc.line_count;
		for (int row = 0; row < heights[i]; row++)
			document_piece(&p->doc, first + (size_t)row, 0, "text", STYLE_TEXT);
		document_item(&p->doc, (size_t)(100 + i), first, p->doc.line_count);
		document_blank(&p->doc);
	}
}

static void always_holds(const struct pager *p)
{
	size_t height = (size_t)p->height;
	TRUE(p->doc.item_count == 0 ? p->selected == 0 : p->selected < p->doc.item_count);
	TRUE(p->top == 0 || p->top + height <= p->doc.line_count);
}

static void selected_in_view(const struct pager *p)
{
	const struct item *item = pager_item(p);
	TRUE(item->first_line < p->top + (size_t)p->height);
	TRUE(item->end_line > p->top);
	if (item->end_line - item->first_line <= (size_t)p->height) {
		TRUE(item->first_line >= p->top);
		TRUE(item->end_line <= p->top + (size_t)p->height);
	}
}

TEST(moving_goes_from_item_to_item)
{
	struct pager p = { 0 };
	make(&p, 2, (int[]){ 2, 2, 2 }, 3);
	pager_resize(&p, 5);
	pager_move(&p, 1);
	EQ_INT(p.selected, 1);
	selected_in_view(&p);
	pager_move(&p, 1);
	EQ_INT(p.selected, 2);
	selected_in_view(&p);
	pager_move(&p, -2);
	EQ_INT(p.selected, 0);
	EQ_INT(p.top, 0); /* the lines above the first item are seen again */
	document_done(&p.doc);
}

TEST(an_item_longer_than_the_pane_is_read_to_its_end_before_the_next)
{
	struct pager p = { 0 };
	make(&p, 0, (int[]){ 6, 2 }, 2);
	pager_resize(&p, 4);
	pager_move(&p, 1);
	EQ_INT(p.selected, 0);
	EQ_INT(p.top, 1);
	pager_move(&p, 1);
	EQ_INT(p.top, 2);
	pager_move(&p, 1);
	EQ_INT(p.selected, 1);
	pager_move(&p, -1);
	EQ_INT(p.selected, 0);
	EQ_INT(p.top, 2); /* entered from below: its end first */
	document_done(&p.doc);
}

TEST(without_items_it_scrolls_by_lines)
{
	struct pager p = { 0 };
	make(&p, 10, NULL, 0);
	pager_resize(&p, 4);
	pager_move(&p, 2);
	EQ_INT(p.top, 2);
	pager_move(&p, 100);
	EQ_INT(p.top, 6);
	pager_move(&p, -100);
	EQ_INT(p.top, 0);
	document_done(&p.doc);
}

TEST(an_item_is_found_by_what_it_stands_for)
{
	struct pager p = { 0 };
	make(&p, 1, (int[]){ 1, 3, 1, 1 }, 4);
	pager_resize(&p, 3);
	TRUE(pager_select_id(&p, 102));
	EQ_INT(p.selected, 2);
	selected_in_view(&p);
	TRUE(!pager_select_id(&p, 7));
	EQ_INT(p.selected, 2);
	document_done(&p.doc);
}

TEST(a_resize_keeps_the_selected_item_in_view)
{
	struct pager p = { 0 };
	make(&p, 3, (int[]){ 3, 3, 3, 3, 3 }, 5);
	pager_resize(&p, 20);
	pager_select(&p, 4);
	for (int height = 20; height > 0; height--) {
		pager_resize(&p, height);
		EQ_INT(p.selected, 4);
		selected_in_view(&p);
		always_holds(&p);
	}
	document_done(&p.doc);
}

TEST(whatever_is_done_the_invariants_hold)
{
	struct pager p = { 0 };
	int heights[12];
	srand(11);
	for (int round = 0; round < 300; round++) {
		int count = rand() % 12;
		for (int i = 0; i < count; i++)
			heights[i] = 1 + rand() % 9;
		make(&p, rand() % 4, heights, count);
		pager_resize(&p, 1 + rand() % 10);
		for (int i = 0; i < 60; i++) {
			switch (rand() % 5) {
			case 0:
				pager_scroll(&p, rand() % 21 - 10);
				break;
			case 1:
				pager_resize(&p, 1 + rand() % 10);
				break;
			case 2:
				pager_select(&p, (size_t)(rand() % 14));
				break;
			case 3:
				(rand() % 2 ? pager_start : pager_end)(&p);
				break;
			default:
				pager_move(&p, rand() % 7 - 3);
			}
			always_holds(&p);
		}
	}
	document_done(&p.doc);
}

/* Groups of two items with a heading each, as in a comparison. */
static void make_groups(struct pager *p, int head, const int *heights, int count)
{
	make(p, head, NULL, 0);
	for (int i = 0; i < count; i++) {
		size_t lead = p->doc.line_count;
		if (i % 2 == 0) {
			document_piece(&p->doc, lead, 0, "heading", STYLE_HEADING);
			document_blank(&p->doc);
		}
		size_t first = p->doc.line_count;
		for (int row = 0; row < heights[i]; row++)
			document_piece(&p->doc, first + (size_t)row, 0, "text", STYLE_TEXT);
		document_item(&p->doc, (size_t)i, first, p->doc.line_count);
		document_lead(&p->doc, lead);
		document_blank(&p->doc);
	}
	p->whole = true;
}

/* An item that fits has all its lines in view or none, and where it may be, its heading with it. */
static void nothing_is_torn(const struct pager *p)
{
	size_t end = pager_end_line(p), height = (size_t)p->height;
	TRUE(end <= p->top + height);
	for (size_t i = 0; i < p->doc.item_count; i++) {
		const struct item *item = &p->doc.items[i];
		if (item->end_line - item->first_line > height)
			continue;
		size_t first = item->end_line - item->lead <= height ? item->lead : item->first_line;
		bool all = first >= p->top && item->end_line <= end;
		bool none = first >= end || item->end_line <= p->top;
		TRUE(all || none);
	}
}

TEST(a_page_ends_before_an_item_that_would_be_torn)
{
	struct pager p = { 0 };
	make_groups(&p, 2, (int[]){ 3, 3, 3, 3 }, 4);
	pager_resize(&p, 10);
	EQ_INT(pager_end_line(&p), 8); /* 2 of the head, heading, blank, 3, blank; the second does not fit */
	pager_page(&p, 1);
	EQ_INT(p.selected, 1);
	EQ_INT(p.top, p.doc.items[1].first_line);
	EQ_INT(pager_end_line(&p), p.doc.items[3].lead); /* heading and third */
	pager_page(&p, -1);
	EQ_INT(p.top, 0);
	document_done(&p.doc);
}

TEST(whole_items_are_never_torn_whatever_is_done)
{
	struct pager p = { 0 };
	int heights[12];
	srand(12);
	for (int round = 0; round < 500; round++) {
		int count = rand() % 12;
		for (int i = 0; i < count; i++)
			heights[i] = 1 + rand() % 9;
		make_groups(&p, rand() % 4, heights, count);
		pager_resize(&p, 1 + rand() % 14);
		for (int i = 0; i < 60; i++) {
			switch (rand() % 6) {
			case 0:
				pager_page(&p, rand() % 5 - 2);
				break;
			case 1:
				pager_resize(&p, 1 + rand() % 14);
				break;
			case 2:
				pager_select(&p, (size_t)(rand() % 14));
				break;
			case 3:
				(rand() % 2 ? pager_start : pager_end)(&p);
				break;
			case 4:
				pager_scroll(&p, rand() % 21 - 10);
				break;
			default:
				pager_move(&p, rand() % 7 - 3);
			}
			nothing_is_torn(&p);
		}
	}
	document_done(&p.doc);
}

TEST(whole_items_are_all_seen_by_paging_and_by_moving)
{
	struct pager p = { 0 };
	int heights[10];
	srand(13);
	for (int round = 0; round < 300; round++) {
		bool seen[10] = { false }, paging = round % 2;
		for (int i = 0; i < 10; i++)
			heights[i] = 1 + rand() % 9;
		make_groups(&p, rand() % 4, heights, 10);
		pager_resize(&p, 3 + rand() % 14);
		pager_start(&p);
		for (int step = 0; step < 120; step++) {
			for (size_t i = 0; i < 10; i++)
				seen[i] |= p.doc.items[i].end_line <= pager_end_line(&p) &&
					   p.doc.items[i].end_line > p.top;
			if (paging)
				pager_page(&p, 1);
			else
				pager_move(&p, 1);
		}
		for (size_t i = 0; i < 10; i++)
			TRUE(seen[i]);
	}
	document_done(&p.doc);
}
