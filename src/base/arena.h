/* An arena: many small allocations that live and die together. Nothing in it is freed alone.
 * Always: what it returned stays where it is until arena_done(). A zeroed struct is an empty arena. */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H

#include <stddef.h>

struct arena_block;

struct arena {
	struct arena_block *blocks; /* newest first */
	size_t used;		    /* bytes used of the newest block */
};

void *arena_new(struct arena *a, size_t bytes);			   /* zeroed, aligned for any type */
char *arena_copy(struct arena *a, const char *text, size_t n);	   /* n bytes and a NUL */
char *arena_string(struct arena *a, const char *text);		   /* NULL gives NULL */
size_t arena_bytes(const struct arena *a);			   /* reserved from the system */
void arena_clear(struct arena *a); /* as arena_done(), but keeps a block: for what is filled again and again */
void arena_done(struct arena *a);

#endif
