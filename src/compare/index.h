/* Which profiles have a term: an inverted index over one side, so that a measure meets those that it
 * has something in common with and no others.
 *
 * index_meet() walks the lists of a profile's terms. As long as they hold no more than the work that
 * is allowed, it walks them all, and what it says is exact. Otherwise it walks the rarest terms'
 * first (by powers of two of how many have them) until the work is done: what it then says is what
 * the two have in common of those, and whoever shares but common terms is not met. */
#ifndef COMPARE_INDEX_H
#define COMPARE_INDEX_H

#include "compare/profile.h"

struct posting {
	uint32_t profile;
	uint32_t amount;
};

struct index {
	uint32_t *first; /* of each term, numbered in the order in which they came: its postings
			  * are [first[i], first[i + 1]) */
	size_t term_count, first_capacity;
	struct slot *slots; /* open addressing by term */
	size_t slot_count;
	struct posting *postings;
	const struct profiles *profiles; /* borrowed; of these [from, end) */
	size_t from, end;
};

/* Of the profiles [from, end) that are not taken. */
void index_build(struct index *x, const struct profiles *p, size_t from, size_t end);
void index_done(struct index *x);

/* What one thread meets with. */
struct meeting {
	uint64_t *common; /* of each profile met: what it shares; 0 of all others */
	uint32_t *met;	  /* in the order in which they were met */
	size_t count;
	bool whole; /* all that have anything in common were met, and `common` is exact: in each
		     * index so far */
	struct found *found; /* the profile's terms that the index has */
	size_t found_capacity;
};

void meeting_init(struct meeting *m, size_t profiles); /* how many there are */
void meeting_done(struct meeting *m);

/* Begins with a profile's terms: nothing is met yet. The caller has set common[] of all that was met
 * before back to 0. */
void meeting_begin(struct meeting *m);

/* Adds whom it meets in this index, which has none that it met in another. */
void index_meet(const struct index *x, const struct profile *p, size_t work, struct meeting *m);

#endif
