/* Building catalogs: readers add what they read, in the order they read it, entry by entry or in
 * packs; build_catalog() puts what stands so far into the tree order that catalog.h promises, gives
 * regions their codes (table/divisions.h) where no entry names one, and classifies by keywords the
 * measures that name no category. It may be called again when more was read: that is a new
 * generation of the table, which shares the strings with the ones before. Strings are copied. */
#ifndef TABLE_BUILD_H
#define TABLE_BUILD_H

#include <stdatomic.h>

#include "table/catalog.h"
#include "table/classify.h"
#include "table/coded.h"
#include "table/faults.h"
#include "table/pack.h"

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
const char *build_category_id(const struct build *b, int index); /* lives as long as the builder */

/* Which code the region has: what an entry of any table before said, otherwise from now on this one
 * (not 0), of that line of the table added last. */
struct coded_region build_code(struct build *b, const char *const *path, int code, size_t line);

void build_entry(struct build *b, const struct build_entry *entry); /* of the table added last */

/* A sealed pack of the table added last, the next lines of its file; owned by the builder from now
 * on. Entries without a number get their line's; those whose number the table has already, or whose
 * code is not the one that the region has, are dropped, each with a fault and as a refused line. The pack's faults go to `faults`. */
void build_pack(struct build *b, struct pack *pack, struct faults *faults);

/* So many lines of the file stood before the first pack. */
void build_skip_lines(struct build *b, size_t lines);

size_t build_measures(const struct build *b); /* how many so far */

/* The classifier for all categories so far; lives as long as the builder. */
const struct classifier *build_classifier(struct build *b);

/* A catalog of what stands so far. NULL soon after *cancelled (may be NULL) became true. */
struct catalog *build_catalog(struct build *b, const atomic_bool *cancelled);

/* The same when nothing will be added: what was kept for further ones is given back. */
struct catalog *build_last(struct build *b, const atomic_bool *cancelled);

/* The last catalog; the builder is gone afterwards. */
struct catalog *build_finish(struct build *b);
void build_free(struct build *b);

#endif
