/* A file, pipe or standard input, read in blocks of whole lines, or whole. Memory stays within a
 * block and the longest line allowed, however long the lines really are. */
#ifndef TABLE_SOURCE_H
#define TABLE_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum source_form {
	SOURCE_UNKNOWN, /* the end came first: an error, or cancelled */
	SOURCE_WHOLE,	/* one JSON text */
	SOURCE_LINES,	/* JSON Lines */
};

struct block {
	char *bytes; /* owned; block_done() */
	size_t n, capacity;
	bool too_long; /* stands for one line that is too long; nothing of it is here */
};

struct source {
	int fd;
	int wake;     /* readable: cancelled; or -1 */
	bool regular; /* a file: never waited for */
	bool end, cancelled;
	bool skipping;	    /* the rest of a line that is too long */
	int error;	    /* an errno, or 0 */
	uint64_t bytes;	    /* read so far */
	struct block ahead; /* read, not yet given */
};

/* path NULL: standard input. False: s->error. */
bool source_open(struct source *s, const char *path, int wake);
void source_close(struct source *s);

/* Reads as far as it takes to know. JSON Lines are told by their first non-blank line: a complete
 * object without `entries` that is an entry, or after which something follows; or a faulty one
 * that ends as an object, before a line that begins as one. */
enum source_form source_form(struct source *s);

/* After source_form(): the first non-blank line when it is a header (has a `format`), with its
 * number; NULL for an entry. */
const char *source_header(const struct source *s, size_t *n, size_t *line);
void source_skip_header(struct source *s);

/* The rest as one block, at most a byte more than `most`. */
void source_rest(struct source *s, size_t most);

/* Whether source_block() would probably not wait. */
bool source_ready(const struct source *s);

enum source_given {
	SOURCE_BLOCK, /* whole lines, but for a last one without newline */
	SOURCE_LATE,  /* nothing within `patience` ms */
	SOURCE_END,   /* or an error, or cancelled */
};

/* About `size` bytes, fewer when no more arrive soon: a line waits 50 ms at most for others. A
 * patience of -1 waits for ever. */
enum source_given source_block(struct source *s, size_t size, int patience, struct block *out);
void block_done(struct block *b);

#endif
