/* What the loading thread does, without the thread: reads files into a builder and says when there is
 * reason to look. */
#ifndef TABLE_LOADER_H
#define TABLE_LOADER_H

#include <stdatomic.h>

#include "table/build.h"

struct loader {
	const char *const *files;
	size_t count;
	int wake; /* readable when `cancelled` becomes true; or -1 */
	const atomic_bool *cancelled;
	/* Called often in between, in the same thread. */
	void (*look)(void *with);
	void *with;
	/* Of use to look(): */
	struct build *build;
	struct faults faults;
	uint64_t bytes;	      /* of the files so far */
	uint64_t total_bytes; /* 0: unknown */
	/* look() sets how long, in ms, a wait for more may last before the next look; -1: for ever. */
	int patience;
	bool stdin_read;
};

/* Reads all files into l->build, made here. */
void loader_run(struct loader *l);

/* Whether what was read makes a last catalog: nothing but lines was refused, and not all of them. */
bool loader_is_good(const struct loader *l);
void loader_done(struct loader *l);

#endif
