#include "table/loading.h"

#include <errno.h>
#include <poll.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <sys/eventfd.h>
#include <time.h>
#include <unistd.h>

#include "base/memory.h"
#include "table/loader.h"
#include "table/team.h"

/* When there is reason for a generation: measures, or ms. */
enum { FIRST_MEASURES = 2000, FIRST_WAIT = 50, SMALL_WAIT = 20, GROWTH = 8, NEXT_WAIT = 1000, TELL_WAIT = 100 };
enum { LARGE = 16 << 20, BUILD_SHARE = 20, CANCEL_WAIT = 15 }; /* bytes; of the time; ms */

struct loading {
	struct loader loader;
	char **files;
	atomic_bool cancelled;
	int wake, event; /* eventfds: the thread's, the caller's */
	pthread_t thread;
	/* The thread's own: */
	bool quiet; /* only the last catalog is wanted */
	struct loading_companion maker; /* make is NULL: none is wanted */
	int64_t told; /* when the caller was last told of progress */
	int64_t started, published, build_time; /* ms */
	size_t published_measures;
	pthread_mutex_t lock; /* of what follows */
	pthread_cond_t ended_now;
	struct catalog *newest; /* not taken yet */
	void *companion;	/* of the newest; NULL without a maker */
	struct loading_progress progress;
	bool ended, abandoned; /* the last of both frees it */
};

static int64_t now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static void notify(int event)
{
	uint64_t one = 1;
	if (event >= 0 && write(event, &one, sizeof(one)) < 0)
		return; /* full: then it is readable already */
}

static void drop(const struct loading *l, struct catalog *c, void *companion)
{
	if (companion)
		l->maker.free(companion);
	catalog_free(c);
}

static void publish(struct loading *l, struct catalog *c, bool done)
{
	struct loading_progress p = {
		.bytes = l->loader.bytes,
		.total_bytes = l->loader.total_bytes,
		.measures = build_measures(l->loader.build),
		.refused = l->loader.faults.refused,
		.done = done,
		.failed = done && !c,
	};
	void *companion = c && l->maker.make ? l->maker.make(c) : NULL;
	pthread_mutex_lock(&l->lock);
	struct catalog *older = c ? l->newest : NULL;
	void *older_companion = c ? l->companion : NULL;
	if (c) {
		l->newest = c;
		l->companion = companion;
	}
	l->progress = p;
	pthread_mutex_unlock(&l->lock);
	drop(l, older, older_companion);
	if (c || done || now() - l->told >= TELL_WAIT) {
		l->told = now();
		notify(l->event);
	}
}

/* Sets the patience too: what is not published yet waits for no further line. */
static bool is_due(struct loading *l)
{
	struct loader *loader = &l->loader;
	size_t measures = build_measures(loader->build);
	loader->patience = -1;
	if (l->quiet || measures == l->published_measures)
		return false;
	loader->patience = FIRST_WAIT;
	int64_t time = now();
	if (l->published_measures == 0)
		return time - l->started >= FIRST_WAIT ||
		       (measures >= FIRST_MEASURES &&
			(loader->total_bytes >= LARGE || time - l->started >= SMALL_WAIT));
	/* Just before the last one it would only make that one later. */
	if (loader->bytes > loader->total_bytes - loader->total_bytes / 4 && loader->total_bytes)
		return false;
	int64_t since = time - l->published;
	return measures / GROWTH >= l->published_measures ||
	       (since >= NEXT_WAIT && since >= BUILD_SHARE * l->build_time);
}

static void look(void *with)
{
	struct loading *l = with;
	struct catalog *c = NULL;
	if (is_due(l)) {
		int64_t begun = now();
		c = build_catalog(l->loader.build, &l->cancelled);
		l->published_measures = build_measures(l->loader.build);
		l->published = now();
		l->build_time = l->published - begun;
		l->loader.patience = -1;
	}
	publish(l, c, false);
}

static void run(struct loading *l)
{
	l->started = now();
	loader_run(&l->loader);
	struct catalog *last = NULL;
	if (!atomic_load(&l->cancelled) && loader_is_good(&l->loader))
		last = build_last(l->loader.build, &l->cancelled);
	if (l->loader.bytes >= LARGE) /* a small table frees next to none */
		memory_give_back();
	publish(l, last, true);
}

static struct loading *new_loading(const char *const *files, size_t count)
{
	struct loading *l = memory_new(sizeof(*l));
	l->files = memory_new(count * sizeof(*l->files));
	for (size_t i = 0; i < count; i++)
		l->files[i] = memory_copy(files[i], strlen(files[i]));
	l->event = l->wake = -1;
	l->loader = (struct loader){
		.files = (const char *const *)l->files,
		.count = count,
		.wake = -1,
		.cancelled = &l->cancelled,
		.look = look,
		.with = l,
		.patience = -1,
	};
	pthread_mutex_init(&l->lock, NULL);
	pthread_cond_init(&l->ended_now, NULL);
	return l;
}

static void free_loading(struct loading *l)
{
	for (size_t i = 0; i < l->loader.count; i++)
		free(l->files[i]);
	free(l->files);
	drop(l, l->newest, l->companion);
	loader_done(&l->loader);
	pthread_mutex_destroy(&l->lock);
	pthread_cond_destroy(&l->ended_now);
	if (l->event >= 0)
		close(l->event);
	if (l->wake >= 0)
		close(l->wake);
	free(l);
}

static void *run_thread(void *with)
{
	struct loading *l = with;
	run(l);
	pthread_mutex_lock(&l->lock);
	l->ended = true;
	bool abandoned = l->abandoned;
	pthread_cond_signal(&l->ended_now);
	pthread_mutex_unlock(&l->lock);
	if (abandoned)
		free_loading(l);
	return NULL;
}

struct loading *loading_start(const char *const *files, size_t count,
			      const struct loading_companion *companion)
{
	struct loading *l = new_loading(files, count);
	if (companion)
		l->maker = *companion;
	l->event = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	l->wake = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
	l->loader.wake = l->wake;
	team_thread(&l->thread, run_thread, l);
	return l;
}

int loading_fd(const struct loading *l)
{
	return l->event;
}

bool loading_wait(struct loading *l, int milliseconds)
{
	struct pollfd fd = { l->event, POLLIN, 0 };
	int n;
	do
		n = poll(&fd, 1, milliseconds);
	while (n < 0 && errno == EINTR);
	return n > 0;
}

void loading_progress(struct loading *l, struct loading_progress *p)
{
	pthread_mutex_lock(&l->lock);
	*p = l->progress;
	pthread_mutex_unlock(&l->lock);
}

struct catalog *loading_take(struct loading *l, void **companion)
{
	uint64_t count;
	pthread_mutex_lock(&l->lock);
	struct catalog *c = l->newest;
	l->newest = NULL;
	if (companion)
		*companion = l->companion;
	else if (l->companion)
		l->maker.free(l->companion);
	l->companion = NULL;
	if (read(l->event, &count, sizeof(count)) < 0)
		count = 0; /* nothing was there */
	pthread_mutex_unlock(&l->lock);
	return c;
}

const struct faults *loading_faults(const struct loading *l)
{
	return &l->loader.faults;
}

/* Whether the thread ended within CANCEL_WAIT; from now on it frees all if it did not. */
static bool wait_for_end(struct loading *l)
{
	struct timespec until;
	clock_gettime(CLOCK_REALTIME, &until);
	until.tv_nsec += CANCEL_WAIT * 1000000L;
	until.tv_sec += until.tv_nsec / 1000000000;
	until.tv_nsec %= 1000000000;
	pthread_mutex_lock(&l->lock);
	while (!l->ended && pthread_cond_timedwait(&l->ended_now, &l->lock, &until) == 0)
		continue;
	bool ended = l->ended;
	l->abandoned = !ended;
	pthread_mutex_unlock(&l->lock);
	return ended;
}

void loading_cancel(struct loading *l)
{
	if (!l)
		return;
	atomic_store(&l->cancelled, true);
	notify(l->wake);
	pthread_t thread = l->thread;
	if (wait_for_end(l)) {
		pthread_join(thread, NULL);
		free_loading(l);
	} else {
		pthread_detach(thread);
	}
}

struct catalog *loading_all(const char *const *files, size_t count, struct faults *faults)
{
	struct loading *l = new_loading(files, count);
	l->quiet = true;
	l->loader.faults = *faults;
	*faults = (struct faults){ 0 };
	run(l);
	struct catalog *c = l->newest;
	l->newest = NULL;
	*faults = l->loader.faults;
	l->loader.faults = (struct faults){ 0 };
	free_loading(l);
	return c;
}
