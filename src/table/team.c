#include "table/team.h"

#include <signal.h>
#include <stdlib.h>

#include "base/memory.h"

/* One in each thread's hands and one waiting. */
enum { JOBS = 3 };

enum state {
	FREE,
	WAITING,
	TAKEN,
	DONE,
};

struct job {
	enum state state;
	struct block block;
	const struct lines *in;
	struct pack *pack;
};

struct team {
	struct job jobs[JOBS];
	size_t put, taken; /* so many in all; jobs are used in turn */
	bool helped, stop;
	pthread_t helper;
	pthread_mutex_t lock; /* of all but blocks being filled or read */
	pthread_cond_t waiting, done;
};

struct team *team_new(void)
{
	struct team *t = memory_new(sizeof(*t));
	pthread_mutex_init(&t->lock, NULL);
	pthread_cond_init(&t->waiting, NULL);
	pthread_cond_init(&t->done, NULL);
	return t;
}

void team_thread(pthread_t *thread, void *(*run)(void *), void *with)
{
	sigset_t all, before;
	sigfillset(&all);
	pthread_sigmask(SIG_SETMASK, &all, &before);
	if (pthread_create(thread, NULL, run, with) != 0)
		memory_exhausted();
	pthread_sigmask(SIG_SETMASK, &before, NULL);
}

/* The oldest that nobody has taken up. With the lock held. */
static struct job *next_job(struct team *t)
{
	for (size_t i = t->taken; i < t->put; i++)
		if (t->jobs[i % JOBS].state == WAITING)
			return &t->jobs[i % JOBS];
	return NULL;
}

/* With the lock held, which is free meanwhile. */
static void work_on(struct team *t, struct job *job)
{
	job->state = TAKEN;
	pthread_mutex_unlock(&t->lock);
	struct pack *pack = job->block.too_long ?
				    lines_too_long(job->in) :
				    lines_read(job->in, job->block.bytes, job->block.n);
	pthread_mutex_lock(&t->lock);
	job->pack = pack;
	job->state = DONE;
	pthread_cond_signal(&t->done);
}

static void *help(void *with)
{
	struct team *t = with;
	pthread_mutex_lock(&t->lock);
	while (!t->stop) {
		struct job *job = next_job(t);
		if (job)
			work_on(t, job);
		else
			pthread_cond_wait(&t->waiting, &t->lock);
	}
	pthread_mutex_unlock(&t->lock);
	return NULL;
}

void team_help(struct team *t)
{
	if (!t->helped)
		team_thread(&t->helper, help, t);
	t->helped = true;
}

struct block *team_room(struct team *t)
{
	size_t most = t->helped ? JOBS : 1;
	return t->put - t->taken < most ? &t->jobs[t->put % JOBS].block : NULL;
}

void team_put(struct team *t, const struct lines *in)
{
	pthread_mutex_lock(&t->lock);
	struct job *job = &t->jobs[t->put++ % JOBS];
	job->in = in;
	job->state = WAITING;
	pthread_cond_signal(&t->waiting);
	pthread_mutex_unlock(&t->lock);
}

struct pack *team_take(struct team *t, bool wait)
{
	struct pack *pack = NULL;
	pthread_mutex_lock(&t->lock);
	struct job *first = &t->jobs[t->taken % JOBS];
	while (wait && t->taken < t->put && first->state != DONE) {
		struct job *job = next_job(t);
		if (job)
			work_on(t, job);
		else
			pthread_cond_wait(&t->done, &t->lock);
	}
	if (t->taken < t->put && first->state == DONE) {
		pack = first->pack;
		first->pack = NULL;
		first->state = FREE;
		t->taken++;
	}
	pthread_mutex_unlock(&t->lock);
	return pack;
}

void team_free(struct team *t)
{
	pthread_mutex_lock(&t->lock);
	t->stop = true;
	pthread_cond_signal(&t->waiting);
	pthread_mutex_unlock(&t->lock);
	if (t->helped)
		pthread_join(t->helper, NULL);
	for (size_t i = 0; i < JOBS; i++) {
		pack_release(t->jobs[i].pack);
		block_done(&t->jobs[i].block);
	}
	pthread_mutex_destroy(&t->lock);
	pthread_cond_destroy(&t->waiting);
	pthread_cond_destroy(&t->done);
	free(t);
}
