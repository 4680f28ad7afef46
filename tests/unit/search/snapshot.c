#include "search/snapshot.h"

#include <sys/wait.h>

#include "base/memory.h"
#include "search/freeze.h"
#include "search/query.h"
#include "table/write_json.h"
#include "made_snapshot.h"

static void same_catalog(const struct catalog *a, const struct catalog *b)
{
	struct buffer x = { 0 }, y = { 0 };
	write_json_catalog(&x, a);
	write_json_catalog(&y, b);
	EQ_STR(buffer_string(&y), buffer_string(&x));
	buffer_clear(&x);
	buffer_clear(&y);
	made_text(a, &x);
	made_text(b, &y);
	EQ_STR(buffer_string(&y), buffer_string(&x));
	EQ_INT(b->category_count, a->category_count);
	buffer_done(&x);
	buffer_done(&y);
}

static void same_answer(const struct engine *a, const struct engine *b, const char *words)
{
	struct query q = { 0 };
	struct hits x = { 0 }, y = { 0 };
	query_parse(&q, words);
	TRUE(engine_search(a, &q, &x) && engine_search(b, &q, &y));
	EQ_INT(y.count, x.count);
	EQ_INT(y.regions, x.regions);
	for (size_t i = 0; i < x.count; i++)
		EQ_INT(hits_measure(&y, i), hits_measure(&x, i));
	hits_done(&x);
	hits_done(&y);
	query_done(&q);
}

static const char *const queries[] = { "信贷",	 "xd",	      "江苏 信贷",   "!信贷",
				       "文号:3", "年:>=2018", "类别:信贷",   "金额:>=50万",
				       "序号:4", "魑魅",      "dy:nt | 北京" };

static void round_trip(struct catalog *c)
{
	struct bench b;
	begin(&b, c);
	TRUE(!is_there(&b));
	if (can_map(&b)) {
		struct snapshot *s = look(&b);
		struct catalog *mapped = snapshot_catalog(s);
		same_catalog(b.catalog, mapped);
		EQ_STR(mapped->tables[0].file, b.file);
		struct engine *e =
			engine_from_planes(mapped, snapshot_texts(s), snapshot_references(s));
		EACH (q, queries)
			same_answer(b.engine, e, *q);
		engine_free(e);
		catalog_free(mapped); /* closes the snapshot */
	}
	end(&b);
}

TEST(the_built_in_table_comes_back_as_it_was)
{
	round_trip(load_builtin());
}

TEST(a_large_table_comes_back_as_it_was)
{
	round_trip(made_large(6000));
}

TEST(a_count_needs_no_texts)
{
	struct bench b;
	begin(&b, load_builtin());
	if (can_map(&b)) {
		struct snapshot *s = snapshot_open(b.file, &b.source, SNAPSHOT_COUNT);
		struct engine *e = engine_from_planes(snapshot_catalog(s), snapshot_texts(s),
						      snapshot_references(s));
		same_answer(b.engine, e, "信贷");
		engine_free(e);
		snapshot_close(s);
	}
	end(&b);
}

TEST(a_source_that_was_changed_has_none)
{
	struct bench b;
	begin(&b, load_builtin());
	if (can_map(&b)) {
		struct snapshot_source old = b.source;
		old.path = memory_copy(old.path, strlen(old.path));
		static const struct timespec times[] = { { 1500000000, 1 }, { 1500000000, 1 } };
		TRUE(utimensat(AT_FDCWD, b.file, times, 0) == 0);
		settle();
		snapshot_source_done(&b.source);
		TRUE(snapshot_source(b.file, &b.source) && !is_there(&b));
		/* Nor is what was read before the change kept as what it is now. */
		TRUE(!snapshot_write(b.catalog, b.engine, &old, NULL));
		TRUE(keep(&b) && is_there(&b));
		/* The same size, the same time of change, other contents: a new inode. */
		TRUE(unlink(b.file) == 0);
		make_source(&b, "表.jsonl");
		TRUE(!is_there(&b));
		snapshot_source_done(&old);
	}
	end(&b);
}

TEST(what_has_no_snapshots)
{
	struct bench b;
	struct snapshot_source s;
	begin(&b, load_builtin());
	TRUE(!snapshot_source(NULL, &s));
	TRUE(!snapshot_source("-", &s));
	TRUE(!snapshot_source("/dev/null", &s));
	TRUE(!snapshot_source("/tmp", &s));
	TRUE(!snapshot_source("/nowhere/x", &s));
	TRUE(truncate(b.file, SNAPSHOT_LEAST - 1) == 0);
	TRUE(!snapshot_source(b.file, &s));
	TRUE(truncate(b.file, SNAPSHOT_LEAST) == 0);
	/* Changed a moment ago: one more change might go unseen. */
	TRUE(snapshot_source(b.file, &s));
	TRUE(!s.settled && !snapshot_write(b.catalog, b.engine, &s, NULL));
	snapshot_source_done(&s);
	end(&b);
}

TEST(where_its_place_is_taken_there_is_none)
{
	struct bench b;
	begin(&b, load_builtin());
	if (can_map(&b)) {
		struct snapshot *s = look(&b);
		TRUE(s && !is_there(&b)); /* it stands in its own way */
		same_catalog(b.catalog, snapshot_catalog(s));
		snapshot_close(s);
		TRUE(is_there(&b));
	}
	end(&b);
}

static size_t count_files(const struct bench *b, const char *part)
{
	struct buffer command = { 0 };
	char line[32] = "";
	buffer_print(&command, "ls -A '%s/lingpao' | grep -c '%s'", b->folder, part);
	FILE *in = popen(command.bytes, "r");
	TRUE(in && fgets(line, sizeof(line), in));
	pclose(in);
	buffer_done(&command);
	return strtoul(line, NULL, 10);
}

TEST(two_writers_at_once_leave_one_that_is_whole)
{
	struct bench b;
	begin(&b, made_large(300));
	bool mapped = can_map(&b);
	pid_t writers[3];
	for (int i = 0; i < 3; i++) {
		writers[i] = fork();
		if (writers[i] == 0) {
			bool good = true;
			for (int k = 0; k < 5; k++)
				good = keep(&b) && good;
			_exit(good ? 0 : 1);
		}
	}
	for (int i = 0; i < 40 && mapped; i++)
		TRUE(is_there(&b)); /* whoever looks sees a whole one */
	for (int i = 0; i < 3; i++) {
		int status;
		TRUE(waitpid(writers[i], &status, 0) == writers[i] && status == 0);
	}
	EQ_INT(count_files(&b, "."), 1);
	TRUE(!mapped || is_there(&b));
	end(&b);
}

TEST(where_nothing_can_be_written_nothing_is_left)
{
	struct bench b;
	begin(&b, load_builtin());
	atomic_bool cancelled = true;
	TRUE(!snapshot_write(b.catalog, b.engine, &b.source, &cancelled));
	EQ_INT(count_files(&b, "."), 0);
	setenv("XDG_CACHE_HOME", "/proc/nowhere", 1);
	TRUE(!keep(&b));
	setenv("XDG_CACHE_HOME", "relative", 1);
	setenv("HOME", "relative", 1);
	TRUE(!keep(&b) && !is_there(&b));
	TRUE(access("relative", F_OK) != 0);
	setenv("XDG_CACHE_HOME", b.folder, 1);
	/* A disk without room. */
	int full = open("/dev/full", O_WRONLY);
	struct image_header h;
	image_describe(&h, b.source.path, &b.source.identity);
	TRUE(!freeze(full, &h, b.catalog, engine_text_plane(b.engine),
		     engine_reference_plane(b.engine), NULL));
	close(full);
	/* A folder where others write. */
	char folder[80];
	snprintf(folder, sizeof(folder), "%s/lingpao", b.folder);
	TRUE(chmod(folder, 0777) == 0 && !keep(&b));
	TRUE(chmod(folder, 0700) == 0 && keep(&b));
	if (geteuid() == 0) {
		printf("SKIPPED: root writes into a folder without write permission\n");
	} else {
		TRUE(chmod(folder, 0500) == 0 && !keep(&b));
	}
	end(&b);
}

TEST(only_the_newest_are_kept)
{
	struct bench b;
	struct cache_list list;
	size_t removed, failed;
	begin(&b, load_builtin());
	for (int i = 0; i < CACHE_KEPT + 2; i++) {
		char name[16];
		struct timespec times[2] = { { 1500000000 + i, 0 }, { 1500000000 + i, 0 } };
		snprintf(name, sizeof(name), "%d.jsonl", i);
		make_source(&b, name);
		TRUE(keep(&b));
		TRUE(utimensat(AT_FDCWD, b.snapshot.bytes, times, 0) == 0);
	}
	cache_list(&list);
	EQ_INT(list.count, CACHE_KEPT);
	EQ_STR(list.all[0].source, b.source.path);
	EQ_INT(list.all[0].state, CACHE_GOOD);
	TRUE(truncate(list.all[2].source, 3) == 0);
	TRUE(truncate(list.all[3].file, 3) == 0);
	cache_list_done(&list);
	cache_list(&list);
	EQ_INT(list.all[0].state, CACHE_UNUSABLE); /* cut a moment ago, so it is the newest */
	TRUE(list.all[0].source == NULL);
	EQ_INT(list.all[1].state, CACHE_GOOD);
	EQ_INT(list.all[2].state, CACHE_GOOD);
	EQ_INT(list.all[3].state, CACHE_STALE);
	cache_list_done(&list);
	TRUE(cache_clear(&removed, &failed) > 0);
	EQ_INT(removed, CACHE_KEPT);
	EQ_INT(failed, 0);
	EQ_INT(count_files(&b, "."), 0);
	end(&b);
}
