/* The cache folder, $XDG_CACHE_HOME/lingpao or ~/.cache/lingpao, and the snapshots that lie in it: a file
 * each, named after the path of what it is a snapshot of. */
#ifndef SEARCH_CACHE_H
#define SEARCH_CACHE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

enum { CACHE_KEPT = 4 }; /* snapshots; and 4 GiB in all, but for the newest one */

enum cache_state {
	CACHE_GOOD,
	CACHE_STALE,	/* its source was changed or is gone */
	CACHE_UNUSABLE, /* damaged, not the user's own, or of another build of the program */
};

struct cache_item {
	char *file;   /* owned; the whole path */
	char *source; /* owned; NULL when unusable */
	uint64_t bytes;
	int64_t written; /* seconds since 1970 */
	enum cache_state state;
};

#define CACHE_PART ".part" /* how the name ends while a snapshot is written */

struct cache_list {
	struct cache_item *all; /* owned; newest first */
	size_t count, capacity;
};

/* False when the user has neither an absolute $XDG_CACHE_HOME nor a $HOME. It need not be there. */
bool cache_folder(struct buffer *out);

/* The file that a snapshot of the source, a canonical path, lies in. */
bool cache_file(const char *source, struct buffer *out);

/* Makes it where it is missing, for the user alone. False when it cannot be made, or others may write in it. */
bool cache_make_folder(void);

void cache_list(struct cache_list *out);
void cache_list_done(struct cache_list *l);

/* Removes the snapshots beyond what is kept, and what writers that were killed left behind. */
void cache_tidy(void);

/* Removes all of them; what could not be removed is counted in *failed. The bytes that are free now. */
uint64_t cache_clear(size_t *removed, size_t *failed);

#endif
