#include "search/snapshot.h"

#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/memory.h"
#include "search/cache.h"
#include "search/freeze.h"
#include "search/query.h"
#include "search/sum.h"
#include "support/check.h"
#include "table/load.h"
#include "table/write_json.h"
#include "../table/made_lines.h"

/* A folder of its own with a source that is large, as far as its size says, and a cache. The catalog need not be
 * what the source holds: a snapshot keeps what it is given. */
struct bench {
	char folder[40];
	char file[64];
	struct snapshot_source source;
	struct catalog *catalog;
	struct engine *engine;
	struct buffer snapshot; /* its path */
};

static void settle(void)
{
	nanosleep(&(struct timespec){ .tv_nsec = 30000000 }, NULL);
}

static void make_source(struct bench *b, const char *name)
{
	snprintf(b->file, sizeof(b->file), "%s/%s", b->folder, name);
	int fd = open(b->file, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	TRUE(fd >= 0 && ftruncate(fd, SNAPSHOT_LEAST) == 0 && close(fd) == 0);
	settle();
	snapshot_source_done(&b->source);
	TRUE(snapshot_source(b->file, &b->source));
	TRUE(cache_file(b->source.path, &b->snapshot));
}

static void begin(struct bench *b, struct catalog *c)
{
	*b = (struct bench){ .folder = "/tmp/lingpao-snapshot-XXXXXX", .catalog = c };
	TRUE(mkdtemp(b->folder));
	setenv("XDG_CACHE_HOME", b->folder, 1);
	b->engine = engine_new_large(c);
	make_source(b, "表.jsonl");
}

static void end(struct bench *b)
{
	struct buffer command = { 0 };
	buffer_print(&command, "%s/lingpao", b->folder);
	chmod(command.bytes, 0700);
	buffer_clear(&command);
	buffer_print(&command, "rm -r '%s'", b->folder);
	FILE *done = popen(command.bytes, "r");
	TRUE(done && pclose(done) == 0);
	engine_free(b->engine);
	catalog_free(b->catalog);
	snapshot_source_done(&b->source);
	buffer_done(&b->snapshot);
	buffer_done(&command);
}

static bool keep(struct bench *b)
{
	return snapshot_write(b->catalog, b->engine, &b->source, NULL);
}

static struct snapshot *look(struct bench *b)
{
	return snapshot_open(b->file, &b->source, SNAPSHOT_ALL);
}

static bool is_there(struct bench *b)
{
	struct snapshot *s = look(b);
	snapshot_close(s);
	return s != NULL;
}

/* Whether the fixed place is free in this process: said aloud when it is not. */
static bool can_map(struct bench *b)
{
	struct snapshot *s = keep(b) ? look(b) : NULL;
	snapshot_close(s);
	if (!s)
		printf("SKIPPED: snapshots cannot be mapped where they are to be\n");
	return s != NULL;
}

static struct catalog *made_large(size_t entries)
{
	struct buffer text = { 0 };
	char path[MADE_PATH];
	struct faults faults = { 0 };
	for (size_t i = 1; i <= entries; i++)
		made_entry(&text, i);
	made_file(path, text.bytes, text.n);
	const char *const files[] = { path };
	struct catalog *c = load_tables(files, 1, &faults);
	TRUE(c && faults.count == 0);
	unlink(path);
	faults_done(&faults);
	buffer_done(&text);
	return c;
}

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

static const char *const queries[] = { "信贷", "xd", "江苏 信贷", "!信贷", "文号:3", "年:>=2018", "类别:信贷",
				       "金额:>=50万", "序号:4", "魑魅", "dy:nt | 北京" };

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
		struct engine *e = engine_from_planes(mapped, snapshot_texts(s),
						      snapshot_references(s));
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

static uint64_t size_of(const char *file)
{
	struct stat about;
	return stat(file, &about) == 0 ? (uint64_t)about.st_size : 0;
}

static void flip(int fd, uint64_t at, unsigned char with)
{
	unsigned char byte;
	TRUE(pread(fd, &byte, 1, (off_t)at) == 1);
	byte ^= with;
	TRUE(pwrite(fd, &byte, 1, (off_t)at) == 1);
}

TEST(any_wrong_byte_of_the_header_makes_it_none)
{
	struct bench b;
	begin(&b, load_builtin());
	TRUE(keep(&b));
	int fd = open(b.snapshot.bytes, O_RDWR);
	struct image_header header;
	for (uint64_t at = 0; at < IMAGE_HEADER; at++) {
		flip(fd, at, (unsigned char)(1 << at % 8));
		int read = image_read_header(b.snapshot.bytes, &header);
		if (read >= 0)
			close(read);
		EQ_INT(read, -1);
		flip(fd, at, (unsigned char)(1 << at % 8));
	}
	int read = image_read_header(b.snapshot.bytes, &header);
	TRUE(read >= 0 && close(read) == 0);
	close(fd);
	end(&b);
}

/* Every section at its ends and at many places inside. What lies between sections is nobody's. */
TEST(any_wrong_byte_of_a_section_makes_it_none)
{
	struct bench b;
	begin(&b, made_large(300));
	if (can_map(&b)) {
		struct image_header h;
		int read = image_read_header(b.snapshot.bytes, &h);
		int fd = open(b.snapshot.bytes, O_RDWR);
		for (size_t i = 0; i < IMAGE_PARTS; i++) {
			const struct image_section *s = &h.sections[i];
			for (uint64_t k = 0; k < 7 && s->bytes > 0; k++) {
				uint64_t at = s->offset + (s->bytes - 1) * k / 6;
				flip(fd, at, (unsigned char)(k * 37 + 1));
				TRUE(!is_there(&b));
				flip(fd, at, (unsigned char)(k * 37 + 1));
			}
		}
		TRUE(is_there(&b));
		close(fd);
		close(read);
	}
	end(&b);
}

TEST(a_torn_file_is_none)
{
	struct bench b;
	begin(&b, load_builtin());
	TRUE(keep(&b));
	uint64_t whole = size_of(b.snapshot.bytes);
	static const uint64_t removed[] = { 1, 2, 63, 64, 65, 4095, 4096, 4097, 100000 };
	TRUE(truncate(b.snapshot.bytes, (off_t)whole + 1) == 0);
	TRUE(!is_there(&b));
	EACH (r, removed) {
		TRUE(truncate(b.snapshot.bytes, (off_t)(whole - *r)) == 0);
		TRUE(!is_there(&b));
	}
	for (off_t n = IMAGE_HEADER + 1; n > 0; n = n * 3 / 4) {
		TRUE(truncate(b.snapshot.bytes, n) == 0);
		TRUE(!is_there(&b));
	}
	TRUE(truncate(b.snapshot.bytes, 0) == 0);
	TRUE(!is_there(&b));
	/* As long as it was, but of zeros. */
	TRUE(truncate(b.snapshot.bytes, (off_t)whole) == 0);
	TRUE(!is_there(&b));
	end(&b);
}

/* As another version of the program would have written it: good sums, other numbers. */
TEST(another_version_or_layout_or_place_is_none)
{
	struct bench b;
	begin(&b, load_builtin());
	TRUE(keep(&b));
	struct image_header good, h;
	int fd = image_read_header(b.snapshot.bytes, &good);
	uint64_t bytes = size_of(b.snapshot.bytes);
	TRUE(fd >= 0 && image_is_good(&good, bytes));
	for (int i = 0; i < 8; i++) {
		h = good;
		switch (i) {
		case 0: h.magic[0] ^= 1; break;
		case 1: h.version++; break;
		case 2: h.order = 0x04030201; break;
		case 3: h.layout++; break;
		case 4: h.base += IMAGE_PAGE; break;
		case 5: h.sections[IMAGE_CODES].offset = bytes; break;
		case 6: h.sections[IMAGE_TEXTS].bytes = UINT64_MAX; break;
		case 7: h.sections[IMAGE_ENTRIES].offset++; break;
		}
		image_seal(&h);
		TRUE(!image_is_good(&h, bytes));
	}
	close(fd);
	end(&b);
}

TEST(a_file_that_others_may_write_or_that_is_no_file_is_none)
{
	static const mode_t modes[] = { 0620, 0602, 0666, 0777 };
	struct bench b;
	begin(&b, load_builtin());
	if (can_map(&b)) {
		char other[80];
		snprintf(other, sizeof(other), "%s/other", b.folder);
		EACH (mode, modes) {
			TRUE(chmod(b.snapshot.bytes, *mode) == 0);
			TRUE(!is_there(&b));
		}
		TRUE(chmod(b.snapshot.bytes, 0600) == 0 && is_there(&b));
		TRUE(rename(b.snapshot.bytes, other) == 0);
		TRUE(symlink(other, b.snapshot.bytes) == 0);
		TRUE(!is_there(&b));
		TRUE(unlink(b.snapshot.bytes) == 0 && mkfifo(b.snapshot.bytes, 0600) == 0);
		TRUE(!is_there(&b)); /* and nobody waits */
		TRUE(unlink(b.snapshot.bytes) == 0 && mkdir(b.snapshot.bytes, 0700) == 0);
		TRUE(!is_there(&b) && !keep(&b));
		TRUE(rmdir(b.snapshot.bytes) == 0 && rename(other, b.snapshot.bytes) == 0);
		TRUE(is_there(&b));
		if (geteuid() == 0) {
			TRUE(chown(b.snapshot.bytes, 65534, 65534) == 0);
			TRUE(!is_there(&b));
		} else {
			printf("SKIPPED: only root can give a file to somebody else\n");
		}
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

TEST(a_sum_finds_every_wrong_byte)
{
	enum { N = 4 * SUM_STEP };
	unsigned char bytes[N] __attribute__((aligned(8)));
	for (size_t i = 0; i < N; i++)
		bytes[i] = (unsigned char)(i * 7);
	uint64_t sum = sum_chunk(bytes, N, 5);
	for (size_t i = 0; i < N; i++) {
		for (int bit = 0; bit < 8; bit++) {
			bytes[i] ^= (unsigned char)(1 << bit);
			TRUE(sum_chunk(bytes, N, 5) != sum);
			bytes[i] ^= (unsigned char)(1 << bit);
		}
	}
	TRUE(sum_chunk(bytes, N, 5) == sum && sum_chunk(bytes, N, 6) != sum);
	TRUE(sum_chunk(bytes, N - SUM_STEP, 5) != sum);
}
