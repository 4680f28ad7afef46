/* A list on the screen: which row is selected and which is the first shown.
 * Always: when count is 0, sel == top == 0; otherwise sel < count, top <= sel < top + height, and no row is left empty at the
 * bottom while rows are hidden above. */
#ifndef APP_LIST_H
#define APP_LIST_H

#include <stddef.h>

struct list {
	size_t count; /* rows in all */
	size_t sel;   /* selected row */
	size_t top;   /* first row shown */
	int height;   /* rows shown, in terminal lines, at least 1 */
};

void list_resize(struct list *l, size_t count, int height); /* keeps sel where it can */
void list_select(struct list *l, size_t row);		     /* clamped to the last row */
void list_move(struct list *l, long rows);		     /* negative moves up; stops at the ends */

#endif
