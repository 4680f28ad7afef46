/* A document being read: what is in view, and which item the cursor stands on.
 * Always: top is such that no line is left empty at the bottom while lines are hidden above; selected < item_count, or 0 when there are
 * no items; after a move to an item it is in view, wholly where it fits. Only where a long heading or note fills the pane
 * (pager_start, pager_end, pager_page) no item is: pager_in_view() tells.
 *
 * Where items are to be shown whole (`whole`: two texts beside each other are not to be torn), an item that fits into the pane is in it
 * with all its lines and its lead or with none: a page ends before one that would be cut, and leaves its last lines empty.
 *
 * Moving by one goes to the next item; in an item longer than the pane it first scrolls to its end, and before the first item and
 * after the last one it scrolls, so that headings and notes can be seen. Without items it scrolls by lines. */
#ifndef APP_PAGER_H
#define APP_PAGER_H

#include <stdbool.h>

#include "app/document.h"

struct pager {
	struct document doc;
	size_t top;	 /* first line shown */
	size_t selected; /* item */
	int height;	 /* lines shown, at least 1 */
	bool whole;
};

void pager_resize(struct pager *p, int height); /* also to be called when the document was built anew */
void pager_select(struct pager *p, size_t item); /* clamped; brings it into view */
bool pager_select_id(struct pager *p, size_t id); /* false when no item has it; nothing changes then */
void pager_move(struct pager *p, long items);
/* Scrolls by pages, or by lines; the selection goes to the first item wholly in view, or to the one most in view. */
void pager_page(struct pager *p, long pages);
void pager_scroll(struct pager *p, long lines);
void pager_start(struct pager *p);	       /* the top of the document */
void pager_end(struct pager *p);
size_t pager_end_line(const struct pager *p); /* after the last line shown */
bool pager_in_view(const struct pager *p); /* a line of the selected item is in view */
const struct item *pager_item(const struct pager *p); /* NULL when there are no items */

#endif
