#include "table/source.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/memory.h"
#include "table/lines.h"
#include "table/scan.h"

enum { GATHER = 50, STEP = 1 << 16 }; /* ms; bytes read at once at the least */

void block_done(struct block *b)
{
	free(b->bytes);
	*b = (struct block){ 0 };
}

bool source_open(struct source *s, const char *path, int wake)
{
	*s = (struct source){ .fd = STDIN_FILENO, .wake = wake };
	if (path)
		s->fd = open(path, O_RDONLY | O_CLOEXEC);
	struct stat about;
	if (s->fd < 0 || fstat(s->fd, &about) != 0)
		s->error = errno;
	else
		s->regular = S_ISREG(about.st_mode) || S_ISDIR(about.st_mode);
	return !s->error;
}

void source_close(struct source *s)
{
	if (s->fd > STDIN_FILENO)
		close(s->fd);
	block_done(&s->ahead);
}

static int64_t now(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* Whether there is something to read within so many ms (-1: for ever). */
static bool wait_for(struct source *s, int patience)
{
	if (s->regular)
		return true;
	struct pollfd fds[] = { { s->fd, POLLIN, 0 }, { s->wake, POLLIN, 0 } };
	int n;
	do
		n = poll(fds, 2, patience);
	while (n < 0 && errno == EINTR);
	s->cancelled = s->cancelled || fds[1].revents;
	return n > 0 && fds[0].revents && !s->cancelled;
}

static bool is_over(const struct source *s)
{
	return s->end || s->error || s->cancelled;
}

/* Up to `room` bytes more; false when nothing came, because it is over or the patience is. */
static bool read_more(struct source *s, struct block *b, size_t room, int patience)
{
	if (is_over(s) || !wait_for(s, patience))
		return false;
	b->bytes = memory_grow(b->bytes, &b->capacity, b->n + room, 1);
	ssize_t n = read(s->fd, b->bytes + b->n, room);
	if (n < 0 && (errno == EINTR || errno == EAGAIN))
		return true;
	if (n < 0)
		s->error = errno ? errno : EIO;
	else if (n == 0)
		s->end = true;
	else
		b->n += (size_t)n;
	s->bytes += n > 0 ? (size_t)n : 0;
	return n > 0;
}

/* Form. */

static bool is_white(char c)
{
	return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

static size_t skip_white(const char *text, size_t n, size_t at)
{
	while (at < n && is_white(text[at]))
		at++;
	return at;
}

struct first_line {
	size_t start, end; /* end: of its newline or of the text */
	bool ended, object; /* object: it is one, and complete */
	bool table, header, entry; /* has keys of it */
};

static bool key_is(const char *text, const struct scan_node *key, const char *name)
{
	const char *at = text + key->offset + 1;
	size_t n = strlen(name);
	return strncmp(at, name, n) == 0 && at[n] == '"';
}

static void look_into(const char *text, size_t n, struct first_line *line)
{
	struct scan scan = { 0 };
	struct faults faults = { 0 };
	line->object = *text == '{' && scan_json("", text, n, &scan, &faults);
	for (size_t key = 1; line->object && key < scan.count; key = scan.nodes[key + 1].next) {
		const struct scan_node *node = &scan.nodes[key];
		line->table |= key_is(text, node, "entries");
		line->header |= key_is(text, node, "format");
		line->entry |= key_is(text, node, "region") || key_is(text, node, "measures");
	}
	scan_done(&scan);
	faults_done(&faults);
}

static struct first_line first_line(const struct source *s)
{
	const char *text = s->ahead.bytes;
	size_t n = s->ahead.n;
	struct first_line line = { .start = skip_white(text, n, n ? scan_bom(text, n) : 0) };
	const char *newline = line.start < n ? memchr(text + line.start, '\n', n - line.start) : NULL;
	line.ended = newline || s->end;
	line.end = newline ? (size_t)(newline - text) + 1 : n;
	if (line.ended && line.start < n && line.end - line.start <= LINES_LONGEST)
		look_into(text + line.start, line.end - line.start, &line);
	return line;
}

static enum source_form form_of(const struct source *s)
{
	const char *text = s->ahead.bytes;
	size_t n = s->ahead.n;
	struct first_line line = first_line(s);
	if (n < 3 || line.start == n)
		return s->end ? SOURCE_WHOLE : SOURCE_UNKNOWN;
	if (text[line.start] != '{' || n - line.start > LINES_LONGEST + STEP)
		return line.object && !line.table ? SOURCE_LINES : SOURCE_WHOLE;
	if (!line.ended)
		return SOURCE_UNKNOWN;
	if (line.table || (line.entry && !line.table))
		return line.table ? SOURCE_WHOLE : SOURCE_LINES;
	size_t follows = skip_white(text, n, line.end);
	if (follows == n)
		return s->end ? SOURCE_WHOLE : SOURCE_UNKNOWN;
	if (line.object)
		return SOURCE_LINES;
	size_t last = line.end - 1;
	while (is_white(text[last]))
		last--;
	return text[last] == '}' && text[follows] == '{' ? SOURCE_LINES : SOURCE_WHOLE;
}

enum source_form source_form(struct source *s)
{
	for (;;) {
		enum source_form form = form_of(s);
		if (form != SOURCE_UNKNOWN || s->error || s->cancelled)
			return form;
		read_more(s, &s->ahead, STEP, -1);
	}
}

const char *source_header(const struct source *s, size_t *n, size_t *line)
{
	struct first_line first = first_line(s);
	if (!first.header || first.entry)
		return NULL;
	*n = first.end - first.start;
	*line = 1;
	for (size_t i = 0; i < first.start; i++)
		*line += s->ahead.bytes[i] == '\n';
	return s->ahead.bytes + first.start;
}

static void drop(struct block *b, size_t n)
{
	memmove(b->bytes, b->bytes + n, b->n - n);
	b->n -= n;
}

void source_skip_header(struct source *s)
{
	drop(&s->ahead, first_line(s).end);
}

void source_rest(struct source *s, size_t most)
{
	while (s->ahead.n <= most && !is_over(s))
		read_more(s, &s->ahead, STEP < most + 1 - s->ahead.n ? STEP : most + 1 - s->ahead.n, -1);
}

/* Blocks. */

static const char *last_newline(const struct block *b)
{
	return b->n ? memrchr(b->bytes, '\n', b->n) : NULL;
}

/* Reads on until the line ends, keeping nothing of it. False when that is not reached. */
static bool skip_line(struct source *s)
{
	while (s->skipping) {
		const char *newline =
			s->ahead.n ? memchr(s->ahead.bytes, '\n', s->ahead.n) : NULL;
		if (newline) {
			drop(&s->ahead, (size_t)(newline - s->ahead.bytes) + 1);
			s->skipping = false;
			return true;
		}
		s->ahead.n = 0;
		if (!read_more(s, &s->ahead, STEP, -1) && is_over(s))
			return false;
	}
	return true;
}

bool source_ready(const struct source *s)
{
	struct source copy = *s;
	return s->end || last_newline(&s->ahead) || wait_for(&copy, 0);
}

/* Whole lines stay in `out`; what begins after them is for the next block. */
static enum source_given give(struct source *s, struct block *out)
{
	if (s->cancelled || (out->n == 0 && is_over(s)))
		return SOURCE_END;
	const char *newline = last_newline(out);
	size_t kept = s->end && !s->error ? out->n : newline ? (size_t)(newline - out->bytes) + 1 : 0;
	size_t rest = out->n - kept;
	s->ahead.bytes = memory_grow(s->ahead.bytes, &s->ahead.capacity, rest + 1, 1);
	memcpy(s->ahead.bytes, out->bytes + kept, rest);
	s->ahead.n = rest;
	out->n = kept;
	if (kept == 0 && rest > LINES_LONGEST) {
		s->ahead.n = 0;
		s->skipping = true;
		out->too_long = true;
		return SOURCE_BLOCK;
	}
	return kept ? SOURCE_BLOCK : is_over(s) ? SOURCE_END : SOURCE_LATE;
}

enum source_given source_block(struct source *s, size_t size, int patience, struct block *out)
{
	out->too_long = false;
	out->n = 0;
	if (!skip_line(s))
		return SOURCE_END;
	struct block given = s->ahead;
	s->ahead = *out;
	*out = given;
	int64_t deadline = now() + GATHER;
	while (!is_over(s)) {
		bool line = last_newline(out) != NULL;
		if (out->n >= size && (line || out->n > LINES_LONGEST))
			break;
		int64_t left = deadline - now();
		int wait = line ? left > 0 ? (int)left : 0 : patience;
		size_t room = out->n < size ? size - out->n : STEP;
		if (!read_more(s, out, room, wait) && !is_over(s))
			break;
		if (line && left <= 0)
			break;
	}
	return give(s, out);
}
