/* What of a measure its similarity is told by: each of its terms once, with how much it weighs there
 * (compare/terms.h, compare/weights.h), and its categories.
 *
 * Amounts are whole numbers, so that sums of them are exact in any order: two threads, an index and
 * a direct comparison come to the same to the bit. Terms are told apart by 32 bits of hash: of two
 * texts with 100 terms each, one in 400,000 would seem to share one that they do not. */
#ifndef COMPARE_PROFILE_H
#define COMPARE_PROFILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "compare/terms.h"
#include "compare/weights.h"
#include "search/crew.h"
#include "table/catalog.h"

struct similar { /* what of a catalog they are read with; immutable, for any thread */
	const struct catalog *catalog;
	struct weights weights;
	uint64_t categories; /* those that are common ground */
};

struct profile_term {
	uint32_t term;
	uint32_t amount; /* weight × how often it stands in the text, in units of 2^-12 */
};

struct profile {
	struct profile_term *terms; /* each once; the first is of the text as a whole and weighs
				     * nothing */
	uint32_t count;
	uint64_t total; /* of the amounts */
	uint64_t whole; /* hash of the text aside from spaces and punctuation */
	uint64_t categories;
};

struct profiles {
	struct profile *all;
	size_t count;
	bool *taken; /* the caller's notes: this one faces another already; owned */
	struct profile_term **blocks; /* where the terms lie */
	size_t block_count;
};

/* Reads measures one after the other; zeroed but for `similar` it is ready. */
struct profile_reader {
	const struct similar *similar;
	struct terms terms;
	struct names names; /* of the region read last */
	size_t region;
	bool named;
	uint32_t *slots; /* open addressing: place in the profile + 1 */
	size_t slot_count;
};

/* Sets reader->terms, with the names of the measure's regions set aside. */
void profile_read_terms(struct profile_reader *r, size_t measure);

/* Room for profile_room() terms is needed at `terms`; the profile borrows it. */
size_t profile_room(const struct profile_reader *r);
void profile_fill(struct profile_reader *r, size_t measure, struct profile_term *terms,
		  struct profile *out);
void profile_reader_done(struct profile_reader *r);

/* Of all measures of a list but those that the caller noted as taken before (taken may be NULL: none
 * is); with the crew (NULL: alone). */
void profiles_read(const struct similar *s, struct crew *crew, const size_t *measures, size_t count,
		   struct profiles *out);
void profiles_done(struct profiles *p);

#endif
