/* Building a catalog: readers add what they read, in the order they read it; build_finish() sorts
 * it into the tree order that catalog.h promises, gives regions their codes (table/divisions.h)
 * where the file names none, and classifies by keywords the measures that name no category.
 * Strings are copied. */
#ifndef TABLE_BUILD_H
#define TABLE_BUILD_H

#include "table/catalog.h"

struct build;

struct build_entry {
	int64_t number;
	const char *path[CATALOG_DEPTH]; /* official names from the province down, NULL after the last */
	int code;			 /* of the region; 0 when the file names none */
	const char *printed_region;	 /* NULL: the path joined by spaces */
	unsigned inferred;
	struct reference *references;
	size_t reference_count;
	const char **notes;
	size_t note_count;
	struct measure *measures; /* `entry` and `by_keywords` are ignored; categories == 0 means: by keywords;
				   * bits are indexes returned by build_category() */
	size_t measure_count;
};

struct build *build_new(void);
void build_table(struct build *b, const char *file, const char *title, const char *description);

/* Adds a category, or finds the one with the same id (from an earlier table: the first definition
 * stays). Returns its index, or -1 when there are CATALOG_CATEGORIES already. */
int build_category(struct build *b, const struct category *category);

void build_entry(struct build *b, const struct build_entry *entry); /* of the table added last */

/* The catalog; the builder is gone afterwards. */
struct catalog *build_finish(struct build *b);
void build_free(struct build *b);

#endif
