#include "search/crew.h"

#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "base/memory.h"

/* Under the lock: work, working, leaving. The helper looks at `work` only while he holds the lock
 * or counts as working, and the caller takes it away only when he does not. */
struct crew {
	pthread_t helper;
	bool has_helper;
	int processor;	   /* where the helper is kept; -1: nowhere in particular */
	cpu_set_t allowed; /* processors that the program may use */
	pthread_mutex_t lock;
	pthread_cond_t called, finished;
	const struct crew_work *work; /* NULL: nothing to do */
	bool working;		      /* the helper is at it */
	bool leaving;
	size_t chunks;
	atomic_size_t next;
};

static void do_chunks(struct crew *c, const struct crew_work *work, size_t chunks)
{
	size_t chunk;
	while ((chunk = atomic_fetch_add_explicit(&c->next, 1, memory_order_relaxed)) < chunks)
		work->chunk(work->context, chunk);
}

static void *help(void *context)
{
	struct crew *c = context;
	pthread_mutex_lock(&c->lock);
	while (!c->leaving) {
		if (!c->work) {
			pthread_cond_wait(&c->called, &c->lock);
			continue;
		}
		const struct crew_work *work = c->work;
		size_t chunks = c->chunks;
		c->working = true;
		pthread_mutex_unlock(&c->lock);
		do_chunks(c, work, chunks);
		pthread_mutex_lock(&c->lock);
		c->working = false;
		c->work = NULL; /* every chunk is claimed: not to be called for it again */
		pthread_cond_signal(&c->finished);
	}
	pthread_mutex_unlock(&c->lock);
	return NULL;
}

/* Another processor than the caller's, who may have been moved since the last search. */
static void keep_off(struct crew *c)
{
	int mine = sched_getcpu();
	if (mine < 0 || (c->processor >= 0 && c->processor != mine))
		return;
	for (int other = 0; other < CPU_SETSIZE; other++) {
		if (other == mine || !CPU_ISSET(other, &c->allowed))
			continue;
		cpu_set_t one;
		CPU_ZERO(&one);
		CPU_SET(other, &one);
		if (pthread_setaffinity_np(c->helper, sizeof(one), &one) == 0)
			c->processor = other;
		return;
	}
}

/* Signals are the business of the thread that holds the terminal. */
static bool start_helper(struct crew *c)
{
	sigset_t all, before;
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	bool started = pthread_create(&c->helper, NULL, help, c) == 0;
	pthread_sigmask(SIG_SETMASK, &before, NULL);
	return started;
}

struct crew *crew_new(void)
{
	struct crew *c = memory_new(sizeof(*c));
	c->processor = -1;
	pthread_mutex_init(&c->lock, NULL);
	pthread_cond_init(&c->called, NULL);
	pthread_cond_init(&c->finished, NULL);
	if (sched_getaffinity(0, sizeof(c->allowed), &c->allowed) != 0)
		CPU_ZERO(&c->allowed);
	c->has_helper = CPU_COUNT(&c->allowed) > 1 && start_helper(c);
	return c;
}

void crew_free(struct crew *c)
{
	if (!c)
		return;
	if (c->has_helper) {
		pthread_mutex_lock(&c->lock);
		c->leaving = true;
		pthread_cond_signal(&c->called);
		pthread_mutex_unlock(&c->lock);
		pthread_join(c->helper, NULL);
	}
	pthread_cond_destroy(&c->called);
	pthread_cond_destroy(&c->finished);
	pthread_mutex_destroy(&c->lock);
	free(c);
}

bool crew_has_helper(const struct crew *c)
{
	return c->has_helper;
}

static bool is_cancelled(const struct crew_work *work)
{
	return work->cancelled && work->cancelled(work->asker);
}

static bool run_alone(const struct crew_work *work, size_t chunks)
{
	for (size_t i = 0; i < chunks; i++) {
		if (is_cancelled(work))
			return false;
		work->chunk(work->context, i);
	}
	return true;
}

static void call_helper(struct crew *c, const struct crew_work *work, size_t chunks)
{
	keep_off(c);
	pthread_mutex_lock(&c->lock);
	atomic_store_explicit(&c->next, 0, memory_order_relaxed);
	c->chunks = chunks;
	c->work = work;
	pthread_cond_signal(&c->called);
	pthread_mutex_unlock(&c->lock);
}

static void wait_for_helper(struct crew *c)
{
	pthread_mutex_lock(&c->lock);
	c->work = NULL;
	while (c->working)
		pthread_cond_wait(&c->finished, &c->lock);
	pthread_mutex_unlock(&c->lock);
}

bool crew_run(struct crew *c, const struct crew_work *work, size_t chunks)
{
	if (!c || !c->has_helper || chunks < 2)
		return run_alone(work, chunks);
	bool complete = true;
	size_t chunk;
	call_helper(c, work, chunks);
	for (;;) {
		if (is_cancelled(work)) {
			/* What is claimed now is not done; the rest was, or is being done. */
			complete = atomic_exchange_explicit(&c->next, chunks,
							    memory_order_relaxed) >= chunks;
			break;
		}
		chunk = atomic_fetch_add_explicit(&c->next, 1, memory_order_relaxed);
		if (chunk >= chunks)
			break;
		work->chunk(work->context, chunk);
	}
	wait_for_helper(c);
	return complete;
}
