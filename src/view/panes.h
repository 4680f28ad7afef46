/* The panes: a rectangle in, cells out, no decision that changes state. Shared by the files of view/. */
#ifndef VIEW_PANES_H
#define VIEW_PANES_H

#include "app/app.h"
#include "view/frame.h"

void pane_tree_draw(struct frame *f, struct rect r, const struct app *a);

/* A document in a pane: a gutter, with the marker ">" beside the selected item where the pane has the keys or the item is to be
 * marked all the same (a hit that nothing in the text shows), then its lines. */
void pane_document_draw(struct frame *f, struct rect r, const struct pager *p, bool has_keys,
			bool marked);

/* The help screen: a document without items, no gutter. */
void pane_plain_draw(struct frame *f, struct rect r, const struct pager *p);

/* Several regions by category: the first column and the heading stay while the rest scrolls. */
void pane_abreast_draw(struct frame *f, struct rect r, const struct app *a);
void pane_abreast_heading(struct frame *f, struct rect r, const struct app *a);
/* Of the first row: the regions, and how many categories there are. */
void pane_abreast_status(const struct app *a, struct buffer *left, struct buffer *right);

/* The matrix, from its headings on to the line that says what the cell is: from the second row of the screen. */
void pane_matrix_draw(struct frame *f, struct rect r, const struct app *a);
/* Of the first row: in which order, and on the right which columns are in view where not all are. */
void pane_matrix_status(const struct app *a, int cols, struct buffer *left, struct buffer *right);

/* Measures, one a row. */
void pane_hits_draw(struct frame *f, struct rect r, const struct app *a, const struct hits *hits,
		    const struct list *l);

/* The ranking of rewards, and below it the sentence of the selected line. */
void pane_ranking_draw(struct frame *f, struct rect r, const struct app *a);
void pane_ranking_heading(struct frame *f, struct rect r, const struct app *a);
void pane_ranking_status(const struct app *a, struct buffer *out); /* how many, and in which order */

/* Documents and links, with all that is to be said of the selected one below them; "~" where that does not fit. */
void pane_references_draw(struct frame *f, struct rect r, const struct app *a);
void pane_references_heading(struct frame *f, struct rect r, const struct app *a);

void pane_status_draw(struct frame *f, struct rect r, const struct app *a); /* the first row */
void pane_heading_draw(struct frame *f, struct rect r, const struct app *a); /* the second row */
void pane_bottom_draw(struct frame *f, struct rect r, const struct app *a); /* keys, prompt or message */

/* The same of a comparison, and its last row: the reminder, and where the cursor is. */
void pane_side_status(const struct app *a, int cols, struct buffer *left, struct buffer *right);
void pane_side_heading(struct frame *f, struct rect r, const struct app *a);
void pane_side_place(struct frame *f, struct rect r, const struct app *a);

/* A text and, right-aligned behind it, another one; the first is clipped with "~" where both do not fit. */
void pane_two_ends(struct frame *f, struct rect r, const char *left, const char *right,
		   enum style style);

#endif
