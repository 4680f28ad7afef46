/* Snapshots in a folder of their own, for tests. */
#ifndef UNIT_SEARCH_MADE_SNAPSHOT_H
#define UNIT_SEARCH_MADE_SNAPSHOT_H

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "search/cache.h"
#include "search/snapshot.h"
#include "support/check.h"
#include "table/load.h"
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

static inline void settle(void)
{
	nanosleep(&(struct timespec){ .tv_nsec = 30000000 }, NULL);
}

static inline void make_source(struct bench *b, const char *name)
{
	snprintf(b->file, sizeof(b->file), "%s/%s", b->folder, name);
	int fd = open(b->file, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	TRUE(fd >= 0 && ftruncate(fd, SNAPSHOT_LEAST) == 0 && close(fd) == 0);
	settle();
	snapshot_source_done(&b->source);
	TRUE(snapshot_source(b->file, &b->source));
	TRUE(cache_file(b->source.path, &b->snapshot));
}

static inline void begin(struct bench *b, struct catalog *c)
{
	*b = (struct bench){ .folder = "/tmp/lingpao-snapshot-XXXXXX", .catalog = c };
	TRUE(mkdtemp(b->folder));
	setenv("XDG_CACHE_HOME", b->folder, 1);
	b->engine = engine_new_large(c);
	make_source(b, "表.jsonl");
}

static inline void end(struct bench *b)
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

static inline bool keep(struct bench *b)
{
	return snapshot_write(b->catalog, b->engine, &b->source, NULL);
}

static inline struct snapshot *look(struct bench *b)
{
	return snapshot_open(b->file, &b->source, SNAPSHOT_ALL);
}

static inline bool is_there(struct bench *b)
{
	struct snapshot *s = look(b);
	snapshot_close(s);
	return s != NULL;
}

/* Whether the fixed place is free in this process: said aloud when it is not. */
static inline bool can_map(struct bench *b)
{
	struct snapshot *s = keep(b) ? look(b) : NULL;
	snapshot_close(s);
	if (!s)
		printf("SKIPPED: snapshots cannot be mapped where they are to be\n");
	return s != NULL;
}

static inline struct catalog *made_large(size_t entries)
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

#endif
