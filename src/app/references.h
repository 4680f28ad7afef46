/* The view of documents and links: rows of compare/documents.h as a list, and below it all that is to be said of the selected one: its
 * text in full, why it is uncertain and what else it may be, who rests on it. What does not fit there is read in the entry, which Enter
 * opens; of several that rest on a row, 2 Enter opens the second.
 * All references of the catalog are read when the view is first open; a query only selects from them, so a key costs no reading.
 * Shared by the files that make up the app. */
#ifndef APP_REFERENCES_H
#define APP_REFERENCES_H

#include <stdbool.h>
#include <stddef.h>

#include "app/document.h"
#include "app/list.h"
#include "compare/documents.h"

struct app;

struct app_references {
	struct documents_all all; /* of the catalog; valid while `made` */
	bool made;
	struct documents
		table; /* of what the query leaves; of the catalog that stood when the view was last open */
	struct list list;	    /* its rows */
	struct document detail;	    /* of the selected row */
	enum documents_order order; /* as last chosen */
};

/* Selects what the query leaves, and in it the row that `entry` rests on, or the first one. CATALOG_NONE: the row keeps its place. */
void app_references_make(struct app *a, size_t entry);
void app_references_forget(struct app_references *r); /* the catalog is another: what was read of it is read anew when needed */
void app_references_done(struct app_references *r);

void app_references_lay_out(struct app *a); /* the size, or the selected row, changed */
void app_references_sort(struct app *a);    /* the next order; the same row stays selected */
void app_references_enter(struct app *a);   /* reads the entry */

/* The selected row; NULL when there are none. */
const struct documents_row *app_references_row(const struct app *a);

/* The first measure that the query leaves of its first entry, or CATALOG_NONE. */
size_t app_references_measure(const struct app *a);
void app_references_select(struct app *a,
			   size_t measure); /* the row that the measure's entry rests on */

/* Its first entry, or CATALOG_NONE; by which of its references it rests on the row. */
size_t app_references_entry(const struct app *a);
const struct reference *app_references_reference(const struct app *a);

#endif
