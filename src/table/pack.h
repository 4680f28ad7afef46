/* A pack: the entries and measures of a whole table, or of some successive lines of one, as they
 * were read. One thread fills it; then its strings never move or change, and catalogs share them by
 * counting references, from any thread. What else is in it belongs to the builder, which sheds it
 * when the last catalog is made.
 *
 * Texts of measures stand one after the other in pages of their own, when pack_new() was told how
 * many bytes they take at most; strings that repeat (labels, levels, names as printed) are
 * usually stored once. */
#ifndef TABLE_PACK_H
#define TABLE_PACK_H

#include <stdatomic.h>

#include "table/catalog.h"
#include "table/faults.h"
#include "table/nodes.h"

struct build_entry;

enum { PACK_RECENT = 64 };

struct pack_place { /* of an entry's number, from 1; line 0: nobody asks */
	uint32_t line;
	uint32_t column;
};

struct pack {
	atomic_uint owners;
	char *text;
	size_t text_bytes, text_used;
	struct arena arena;
	/* Up to here what catalogs share; from here what pack_shed() takes away. */
	struct nodes nodes;
	struct entry *entries; /* region: of nodes; first_measure: of measures below; number 0: none was
				* given, so its line is it */
	struct pack_place *places; /* one for each entry */
	struct measure *measures; /* entry is not set */
	size_t entry_count, entry_capacity, place_capacity;
	size_t measure_count, measure_capacity;
	size_t classified; /* by_keywords is decided by the first so many categories */
	size_t lines;	   /* how many lines of the file it stands for */
	struct faults faults; /* of its lines, counted from its first as 1 */
	const char *recent[PACK_RECENT];
};

struct pack *pack_new(size_t text_bytes); /* owned once */
void pack_add(struct pack *p, const struct build_entry *entry, struct pack_place place);
void pack_seal(struct pack *p); /* nothing will be added: gives back what is not used */
void pack_shed(struct pack *p);
void pack_keep(struct pack *p);	   /* one more owner */
void pack_release(struct pack *p); /* one less; the last one frees it */
size_t pack_bytes(const struct pack *p); /* reserved for strings, references and rewards */

#endif
