/* The region tree as the user sees it: which rows there are now.
 * Without hits: every region whose ancestors are all unfolded. With hits: every region that has a hit, itself or inside it, with all its
 * ancestors unfolded, except those folded since the query last changed. Order is the catalog's. */
#ifndef APP_TREE_H
#define APP_TREE_H

#include <stdbool.h>
#include <stddef.h>

#include "app/list.h"
#include "search/engine.h"
#include "table/catalog.h"

struct tree {
	const struct catalog *catalog;
	const struct hits *hits; /* NULL: no query stands */
	bool *folded;		 /* by region; owned */
	bool *folded_hits;	 /* the same while a query stands; owned */
	size_t *rows;		 /* regions; owned */
	struct list list;	 /* over rows */
};

/* Starts unfolded when all regions fit into `height` rows, folded otherwise; the first row is selected. */
void tree_init(struct tree *t, const struct catalog *c, int height);
void tree_done(struct tree *t);

void tree_set_hits(struct tree *t, const struct hits *hits); /* NULL ends the query; keeps the region if it can, otherwise the first with a hit of its own */
void tree_show_hits(struct tree *t, const struct hits *hits); /* the same query has other hits: folds and the region stay */
void tree_resize(struct tree *t, int height);

size_t tree_region(const struct tree *t); /* selected, or CATALOG_NONE when there are no rows */
bool tree_select(struct tree *t, size_t region); /* unfolds what hides it; false when a query hides it */

/* What is folded without a query, and which row is first: what Esc in a prompt gives back. */
struct tree_folds {
	bool *folded; /* owned */
	size_t top;
};
void tree_save(const struct tree *t, struct tree_folds *saved); /* replaces what it held */
void tree_restore(struct tree *t, const struct tree_folds *saved, size_t region); /* and selects the region */
void tree_folds_done(struct tree_folds *saved);

bool tree_can_unfold(const struct tree *t, size_t region); /* has regions inside that could be shown */
bool tree_is_folded(const struct tree *t, size_t region);
void tree_fold(struct tree *t, size_t region, bool folded);
void tree_fold_all(struct tree *t, bool folded);
bool tree_all_unfolded(const struct tree *t);

#endif
