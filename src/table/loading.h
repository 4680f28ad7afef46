/* Loading tables in the background: catalogs of what was read so far (generations) while the rest is
 * still being read. Each holds all of the one before, in tree order, so measures move; the last one
 * holds everything. The first comes after 2,000 measures or 50 ms, each next one is about eight
 * times as large, or comes after a second when little arrives. What loads in 20 ms, and a table
 * that is one JSON text, has only the last.
 *
 * One thread reads and builds, a second one parses with it when there are more than 4 MiB; both
 * have all signals blocked. Everything here is called from the thread that started it. */
#ifndef TABLE_LOADING_H
#define TABLE_LOADING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "table/catalog.h"
#include "table/faults.h"

struct loading;

struct loading_progress {
	uint64_t bytes;	      /* read so far */
	uint64_t total_bytes; /* of all files; 0 when it is not known (a pipe) */
	size_t measures;
	size_t refused; /* lines */
	bool done;	/* nothing will change any more */
	bool failed;	/* done, and there is no last catalog: see loading_faults() */
};

/* Something that is to be ready with each catalog, made by the same thread: an engine over it. */
struct loading_companion {
	void *(*make)(const struct catalog *c);
	void (*free)(void *companion);
};

/* Files as for load_tables(); their names are copied. `companion` may be NULL. */
struct loading *loading_start(const char *const *files, size_t count,
			      const struct loading_companion *companion);

/* Becomes readable when there is a new generation, when it is done, and some times a second for its
 * progress; loading_take() makes it unreadable again. */
int loading_fd(const struct loading *l);
bool loading_wait(struct loading *l, int milliseconds); /* for loading_fd(); -1: for ever */
void loading_progress(struct loading *l, struct loading_progress *p);

/* The newest catalog, the caller's own, or NULL when there is none newer than the one taken. Older
 * ones stay good until they are freed; they may outlive the loading. Its companion, the caller's own
 * too, goes to *companion, which may be NULL when none was asked for. */
struct catalog *loading_take(struct loading *l, void **companion);

/* Complete when done, until loading_cancel(); not to be asked before. */
const struct faults *loading_faults(const struct loading *l);

/* Ends it, in whatever state, within 20 ms, and frees it. */
void loading_cancel(struct loading *l); /* NULL is allowed */

/* Everything at once, as load_tables() promises. */
struct catalog *loading_all(const char *const *files, size_t count, struct faults *faults);

#endif
