/* Two threads that parse blocks of lines: the caller's and a helper. The caller reads blocks and
 * puts them in; packs come out in the same order, so that the result does not depend on who did
 * what. Without team_help() the caller does all. Everything but the helper's own work happens in
 * the caller's thread. */
#ifndef TABLE_TEAM_H
#define TABLE_TEAM_H

#include <pthread.h>

#include "table/lines.h"
#include "table/source.h"

struct team;

struct team *team_new(void);
void team_help(struct team *t); /* starts the helper, once */

/* The block to fill for team_put(); NULL while there are enough of them. */
struct block *team_room(struct team *t);
void team_put(struct team *t, const struct lines *in);

/* The next pack in order, the caller's. With wait: works on a block, or waits for the helper, until
 * there is one; NULL when all are given. Otherwise NULL when it is not ready. */
struct pack *team_take(struct team *t, bool wait);
void team_free(struct team *t);

/* A thread that signals never reach, so that they reach the one that waits for keys. Ends the
 * program when there can be none. */
void team_thread(pthread_t *thread, void *(*run)(void *), void *with);

#endif
