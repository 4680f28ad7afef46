/* What --query leaves of the tables, for a command that counts or ranks measures: all of them where none was given. */
#ifndef CLI_NARROW_H
#define CLI_NARROW_H

#include <stdbool.h>

#include "base/error.h"
#include "cli/options.h"
#include "search/engine.h"
#include "search/hits.h"
#include "search/query.h"

struct narrow {
	const char *typed; /* borrowed; NULL: nothing was asked for, all measures count */
	struct query query;
	struct hits hits;
};

/* `engine` is wanted only where there is a query. True when there is something to print: without hits that is so for a script only, which is answered by an empty table. *code becomes
 * EXIT_USAGE for what is no query, EXIT_NOTHING without hits; `err` says why, and what was left out of a query that is good otherwise. */
bool narrow_begin(struct narrow *n, const struct options *o, const struct catalog *c,
		  const struct engine *engine, int *code, struct error *err);
void narrow_done(struct narrow *n);

/* The set of measures that count, or NULL for all. */
const struct bits *narrow_set(const struct narrow *n);

/* The query's problem, then that nothing is hit and what to try, as one sentence; nothing is said when all is well. */
void narrow_say(const struct query *q, const char *typed, const struct engine *engine, const struct catalog *c,
		bool no_hits, struct error *err);
bool narrow_for_reader(const struct options *o); /* and not for a script */

/* That nothing in it is a word to search for. */
void narrow_refuse(const struct query *q, const char *typed, struct error *err);

#endif
