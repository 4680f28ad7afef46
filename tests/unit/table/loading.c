#include "table/loading.h"

#include <fcntl.h>
#include <pthread.h>
#include <sys/stat.h>
#include <time.h>

#include "support/check.h"

#include "table/load.h"
#include "table/team.h"
#include "unit/table/made_lines.h"

static double milliseconds(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1000 + (double)t.tv_nsec / 1000000;
}

/* 21 MB: large enough for the helper and for several generations. */
static void make_large(char path[MADE_PATH])
{
	struct buffer bytes = { 0 };
	for (size_t i = 1; bytes.n < 21 << 20; i++)
		made_entry(&bytes, i);
	made_file(path, bytes.bytes, bytes.n);
	buffer_done(&bytes);
}

/* Every entry of the first is in the second, with the same texts. */
static void check_grown(const struct catalog *before, const struct catalog *c)
{
	TRUE(c->entry_count > before->entry_count);
	for (size_t i = 0; i < before->entry_count; i++) {
		const struct entry *a = &before->entries[before->reading[i]];
		const struct entry *b = &c->entries[c->reading[i]];
		if (a->number != b->number || a->measure_count != b->measure_count)
			EQ_INT(b->number, a->number);
		for (size_t k = 0; k < a->measure_count; k++)
			TRUE(before->measures[a->first_measure + k].text ==
			     c->measures[b->first_measure + k].text);
	}
}

TEST(generations_only_grow_and_the_last_is_what_is_loaded_at_once)
{
	char path[MADE_PATH];
	const char *file = path;
	make_large(path);
	struct loading *l = loading_start(&file, 1, NULL);
	struct loading_progress p;
	struct catalog *last = NULL;
	size_t generations = 0;
	do {
		TRUE(loading_wait(l, 20000));
		loading_progress(l, &p);
		struct catalog *c = loading_take(l, NULL);
		if (c && last)
			check_grown(last, c);
		if (c) {
			generations++;
			catalog_free(last);
			last = c;
		}
	} while (!p.done);
	TRUE(!p.failed && p.refused == 0);
	EQ_INT(p.bytes, p.total_bytes);
	EQ_INT(p.measures, last->measure_count);
	TRUE(generations >= 2);
	TRUE(!loading_take(l, NULL));
	loading_cancel(l); /* the catalog outlives it */
	struct faults faults = { 0 };
	struct catalog *whole = load_tables(&file, 1, &faults);
	struct buffer a = { 0 }, b = { 0 };
	made_text(last, &a);
	made_text(whole, &b);
	TRUE(a.n == b.n && memcmp(a.bytes, b.bytes, a.n) == 0);
	buffer_done(&a);
	buffer_done(&b);
	catalog_free(last);
	catalog_free(whole);
	faults_done(&faults);
	remove(path);
}

/* Entries in blocks of uneven sizes, faulty lines and twice the same number among them. */
static struct catalog *through_team(bool help, struct faults *faults)
{
	atomic_bool cancelled = false;
	struct build *b = build_new();
	struct team *t = team_new();
	build_table(b, "F", "t", NULL);
	struct lines lines = { .file = "F", .classifier = build_classifier(b), .cancelled = &cancelled };
	if (help)
		team_help(t);
	struct pack *pack;
	for (size_t i = 1, size = 1; i < 6000; size = size * 5 % 397 + 1) {
		struct block *block = team_room(t);
		if (!block) {
			build_pack(b, team_take(t, true), faults);
			continue;
		}
		struct buffer bytes = { 0 };
		for (size_t end = i + size; i < end && i < 6000; i++)
			if (i % 100 == 0)
				buffer_text(&bytes, "{\"number\":0}\n");
			else
				made_entry(&bytes, i % 90 == 0 ? i - 1 : i);
		block_done(block);
		*block = (struct block){ .bytes = bytes.bytes, .n = bytes.n, .capacity = bytes.capacity };
		team_put(t, &lines);
	}
	while ((pack = team_take(t, true)))
		build_pack(b, pack, faults);
	team_free(t);
	return build_finish(b);
}

TEST(one_thread_and_two_give_the_same)
{
	struct faults one_faults = { 0 }, two_faults = { 0 };
	struct catalog *one = through_team(false, &one_faults);
	struct catalog *two = through_team(true, &two_faults);
	struct buffer a = { 0 }, b = { 0 };
	made_text(one, &a);
	made_text(two, &b);
	TRUE(a.n == b.n && memcmp(a.bytes, b.bytes, a.n) == 0);
	TRUE(one_faults.refused > 100);
	EQ_INT(two_faults.refused, one_faults.refused);
	EQ_INT(two_faults.count, one_faults.count);
	for (size_t i = 0; i < one_faults.count; i++) {
		EQ_INT(two_faults.all[i].line, one_faults.all[i].line);
		EQ_STR(two_faults.all[i].what, one_faults.all[i].what);
		TRUE(i == 0 || one_faults.all[i].line >= one_faults.all[i - 1].line);
	}
	buffer_done(&a);
	buffer_done(&b);
	catalog_free(one);
	catalog_free(two);
	faults_done(&one_faults);
	faults_done(&two_faults);
}

static struct catalog *finish(struct loading *l, struct loading_progress *p)
{
	struct catalog *last = NULL;
	do {
		TRUE(loading_wait(l, 20000));
		loading_progress(l, p);
		struct catalog *c = loading_take(l, NULL);
		if (c)
			catalog_free(last);
		last = c ? c : last;
	} while (!p->done);
	return last;
}

TEST(several_files_of_both_forms_are_one_catalog_in_their_order)
{
	char lines[MADE_PATH];
	struct buffer bytes = { 0 };
	for (size_t i = 1; i <= 50; i++)
		made_entry(&bytes, i);
	made_file(lines, bytes.bytes, bytes.n);
	const char *files[] = { lines, "data/table.json", lines };
	struct loading_progress p;
	struct loading *l = loading_start(files, 3, NULL);
	struct catalog *c = finish(l, &p);
	TRUE(!p.failed);
	EQ_INT(c->table_count, 3);
	EQ_INT(c->entry_count, 121);
	EQ_INT(c->entries[c->reading[49]].number, 50);
	EQ_INT(c->entries[c->reading[50]].table, 1);
	EQ_INT(c->entries[c->reading[71]].table, 2);
	EQ_INT(c->entries[c->reading[120]].number, 50);
	catalog_free(c);
	loading_cancel(l);
	buffer_done(&bytes);
	remove(lines);
}

TEST(a_fault_of_a_whole_table_or_a_missing_file_fails_with_no_last_catalog)
{
	static const struct { const char *file; size_t input_output; } cases[] = {
		{ "tests/hostile/cut-off.json", 0 }, { "none", 1 }, { "tests/hostile", 1 },
	};
	EACH (c, cases) {
		struct loading_progress p;
		struct loading *l = loading_start(&c->file, 1, NULL);
		TRUE(!finish(l, &p));
		TRUE(p.failed);
		EQ_INT(loading_faults(l)->count, 1);
		EQ_INT(loading_faults(l)->input_output, c->input_output);
		loading_cancel(l);
	}
}

struct writer {
	char path[MADE_PATH];
	size_t entries, step; /* bytes written at once */
	bool stay;	      /* keeps the pipe open afterwards until `stop` */
	atomic_bool stop;
	pthread_t thread;
};

static void *write_slowly(void *with)
{
	struct writer *w = with;
	struct buffer bytes = { 0 };
	for (size_t i = 1; i <= w->entries; i++)
		made_entry(&bytes, i);
	int fd = open(w->path, O_WRONLY | O_CLOEXEC);
	for (size_t at = 0; at < bytes.n; at += w->step) {
		size_t n = bytes.n - at < w->step ? bytes.n - at : w->step;
		if (write(fd, bytes.bytes + at, n) != (ssize_t)n)
			break;
	}
	while (w->stay && !atomic_load(&w->stop))
		nanosleep(&(struct timespec){ 0, 1000000 }, NULL);
	close(fd);
	buffer_done(&bytes);
	return NULL;
}

static struct loading *start_pipe(struct writer *w)
{
	made_file(w->path, "", 0);
	remove(w->path);
	EQ_INT(mkfifo(w->path, 0600), 0);
	EQ_INT(pthread_create(&w->thread, NULL, write_slowly, w), 0);
	const char *file = w->path;
	return loading_start(&file, 1, NULL);
}

static void end_pipe(struct writer *w)
{
	atomic_store(&w->stop, true);
	pthread_join(w->thread, NULL);
	remove(w->path);
}

TEST(a_pipe_that_gives_a_byte_at_a_time_is_read)
{
	struct writer w = { .entries = 60, .step = 1 };
	struct loading_progress p;
	struct loading *l = start_pipe(&w);
	struct catalog *c = finish(l, &p);
	EQ_INT(p.total_bytes, 0);
	EQ_INT(c->entry_count, 60);
	EQ_INT(c->entries[c->reading[59]].number, 60);
	catalog_free(c);
	loading_cancel(l);
	end_pipe(&w);
}

TEST(what_a_stalled_pipe_gave_is_shown_and_cancelling_it_is_quick)
{
	struct writer w = { .entries = 5, .step = 4096, .stay = true };
	struct loading *l = start_pipe(&w);
	struct catalog *c = NULL;
	while (!c) {
		TRUE(loading_wait(l, 20000));
		c = loading_take(l, NULL);
	}
	EQ_INT(c->entry_count, 5);
	struct loading_progress p;
	loading_progress(l, &p);
	TRUE(!p.done);
	double before = milliseconds();
	loading_cancel(l);
	TRUE(milliseconds() - before < 200); /* 20 where nothing else runs */
	EQ_STR(c->tables[0].file, w.path); /* the catalog is still good */
	catalog_free(c);
	end_pipe(&w);
}

TEST(cancelling_at_any_time_leaves_nothing_behind)
{
	char path[MADE_PATH];
	const char *file = path;
	make_large(path);
	static const int waits[] = { 0, 1, 5, 12, 20, 33 };
	EACH (wait, waits) {
		struct loading *l = loading_start(&file, 1, NULL);
		nanosleep(&(struct timespec){ 0, *wait * 1000000L }, NULL);
		struct catalog *c = loading_take(l, NULL);
		double before = milliseconds();
		loading_cancel(l);
		TRUE(milliseconds() - before < 500);
		catalog_free(c);
	}
	/* The last thread may still be freeing what it was left. */
	nanosleep(&(struct timespec){ 0, 100000000 }, NULL);
	remove(path);
}
