/* What an engine is made of; for its own files. */
#ifndef SEARCH_ENGINE_PARTS_H
#define SEARCH_ENGINE_PARTS_H

#include "search/engine.h"
#include "search/kept.h"
#include "search/match.h"
#include "search/planes.h"
#include "search/shelf.h"

struct engine {
	const struct catalog *catalog;
	struct shelf categories; /* group: category */
	/* Small: */
	struct shelf texts;	 /* group: measure */
	struct shelf regions;	 /* group: region; its names and its joined paths */
	struct shelf references; /* group: entry */
	struct years years;
	/* Large; NULL when it is small: */
	struct planes *planes;

	struct match match;
	struct kept *kept;
};

/* words.c: the set of measures that the word is found in, excluded or not; borrowed until the next
 * call. NULL when overtaken. */
const struct bits *words_set(const struct engine *e, const struct query_word *word);

#endif
