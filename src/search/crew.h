/* The crew: the caller's thread and one helper, who work on the chunks of a search together.
 *
 * Chunks are claimed one by one from a counter, so that a helper who comes late (a processor has to
 * wake up) never makes a search slower than without him, and nobody waits for him to come: a crew
 * waits only for chunks begun. The helper is kept off the caller's processor: left to the
 * scheduler he was put there in one of ten searches after a pause, and started 4 to 5 ms late; kept
 * off, 0.15 ms at the 99th percentile. More helpers than one gain little where one thread uses most
 * of the memory's bandwidth.
 *
 * A crew serves one caller at a time, and that thread alone may stop it. Where only one processor
 * is allowed, or no thread can be had, the caller works alone and nothing else changes. */
#ifndef SEARCH_CREW_H
#define SEARCH_CREW_H

#include <stdbool.h>
#include <stddef.h>

struct crew;

struct crew_work {
	/* Does chunk `chunk`; called by both threads, for different chunks at the same time. */
	void (*chunk)(void *context, size_t chunk);
	void *context;
	/* Asked by the caller's thread between its chunks; true: no more chunks are begun. May be
	 * NULL. */
	bool (*cancelled)(void *asker);
	void *asker;
};

struct crew *crew_new(void);
void crew_free(struct crew *c); /* NULL is allowed */
bool crew_has_helper(const struct crew *c);

/* Does chunks [0, chunks) and returns when no one works any more: true when all were done, false when
 * it was cancelled before that. Without a crew (NULL) the caller does them all. */
bool crew_run(struct crew *c, const struct crew_work *work, size_t chunks);

#endif
