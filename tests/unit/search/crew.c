#include "search/crew.h"

#include <stdatomic.h>
#include <stdlib.h>

#include "support/check.h"

enum { CHUNKS = 100 };

struct tally {
	int done[CHUNKS]; /* each is touched by one thread, unless the crew is wrong */
	atomic_int begun;
	int asked, give_up_at; /* -1: never */
};

static void count(void *context, size_t chunk)
{
	struct tally *t = context;
	t->done[chunk]++;
	atomic_fetch_add(&t->begun, 1);
}

static bool enough(void *asker)
{
	struct tally *t = asker;
	return t->asked++ == t->give_up_at;
}

static void check_all_once(struct crew *c, size_t chunks)
{
	struct tally t = { .give_up_at = -1 };
	struct crew_work work = { count, &t, enough, &t };
	TRUE(crew_run(c, &work, chunks));
	for (size_t i = 0; i < CHUNKS; i++)
		EQ_INT(t.done[i], i < chunks);
}

TEST(every_chunk_is_done_exactly_once)
{
	struct crew *c = crew_new();
	for (int round = 0; round < 300; round++)
		check_all_once(c, (size_t)round % (CHUNKS + 1));
	check_all_once(NULL, CHUNKS);
	crew_free(c);
	crew_free(NULL);
}

TEST(a_cancelled_run_begins_no_more_chunks_and_says_so)
{
	static const int give_up_at[] = { 0, 1, 5 };
	struct crew *c = crew_new();
	EACH (at, give_up_at) {
		struct tally t = { .give_up_at = *at };
		struct crew_work work = { count, &t, enough, &t };
		EQ_INT(crew_run(NULL, &work, CHUNKS), false);
		EQ_INT(t.begun, *at);
		t = (struct tally){ .give_up_at = *at };
		bool complete = crew_run(c, &work, CHUNKS);
		int begun = t.begun;
		EQ_INT(complete, begun == CHUNKS);
		for (size_t i = 0; i < CHUNKS; i++)
			TRUE(t.done[i] <= 1);
		check_all_once(c, CHUNKS);
		EQ_INT(t.begun, begun);
	}
	crew_free(c);
}

TEST(a_crew_without_work_can_be_dismissed)
{
	for (int i = 0; i < 50; i++)
		crew_free(crew_new());
}
