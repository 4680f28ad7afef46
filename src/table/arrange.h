/* From packs, in the order read, to a catalog in tree order. Every step is linear in entries and
 * measures (a counting sort by region); only the regions are compared. */
#ifndef TABLE_ARRANGE_H
#define TABLE_ARRANGE_H

#include <stdatomic.h>

#include "table/pack.h"

struct arrange_part {
	struct pack *pack;
	uint32_t table;	       /* of the catalog */
	uint32_t *nodes;       /* of each of the pack's: which of all it is */
	size_t lines_before;   /* in its file, for the builder */
};

/* Adds regions, entries, measures and `reading` to a catalog that has its tables and categories,
 * and keeps the packs. Gives up, with the catalog good for catalog_free() only, soon after
 * *cancelled (may be NULL) became true, and returns false. */
bool arrange(struct catalog *c, const struct nodes *nodes, const struct arrange_part *parts,
	     size_t part_count, const atomic_bool *cancelled);

#endif
