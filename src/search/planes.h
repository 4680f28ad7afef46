/* What is made once for a large catalog, so that a key costs a scan: its planes, and what of it is
 * no text, each as flat arrays.
 *
 * Two threads share the making. Measured for a million measures of 131 MB (125,000 entries): 0.20 s, of
 * which 0.03 s are for joining the halves. Beside the text plane (91 MiB) references take 9 MiB, all
 * else 3. */
#ifndef SEARCH_PLANES_H
#define SEARCH_PLANES_H

#include "search/crew.h"
#include "search/facts.h"
#include "search/plane.h"
#include "search/years.h"
#include "table/catalog.h"

struct planes {
	const struct catalog *catalog;
	struct crew *crew;
	struct codes *codes;	 /* owned; NULL when texts and references are borrowed */
	struct plane texts;	 /* item: measure */
	struct plane references; /* item: entry; all its numbers, links and candidates */
	struct plane regions;	 /* item: region; its names and its joined paths */
	/* The measures of each item, for match_spread(). Those of a region are all inside it: who lies
	 * in it is found by its names too. */
	uint32_t *entry_runs, *region_runs;
	struct facts facts;
	struct years years;
};

struct planes *planes_new(const struct catalog *c);

/* Borrows the two large planes, and their codes, which must outlive it. The regions' plane is
 * made; facts and years are when they are first asked for. */
struct planes *planes_from(const struct catalog *c, const struct plane *texts,
			   const struct plane *references);
void planes_free(struct planes *p); /* NULL is allowed */

const struct facts *planes_facts(struct planes *p);
const struct years *planes_years(struct planes *p);

#endif
