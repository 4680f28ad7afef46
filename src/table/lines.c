#include "table/lines.h"

#include <string.h>

#include "table/build.h"
#include "table/json.h"
#include "table/json_item.h"

struct reader {
	const struct lines *in;
	struct pack *pack;
	struct json *json;
	struct arena arena;   /* of the line being read */
	struct faults faults; /* of it too */
};

static bool is_blank(const char *line, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (line[i] != ' ' && line[i] != '\t' && line[i] != '\r')
			return false;
	return true;
}

/* In code points, from 1; the line is UTF-8. */
static uint32_t column_of(const char *line, const char *at)
{
	uint32_t column = 1;
	for (; line < at; line++)
		column += ((unsigned char)*line & 0xC0) != 0x80;
	return column;
}

static void classify_new(struct reader *r, size_t first)
{
	for (size_t i = first; i < r->pack->measure_count; i++) {
		struct measure *m = &r->pack->measures[i];
		if (m->by_keywords)
			m->categories = classify(r->in->classifier, m->text);
	}
}

static bool read_line(struct reader *r, const char *line, size_t n)
{
	if (n > LINES_LONGEST) {
		faults_add(&r->faults, r->in->file, r->pack->lines, 1, NULL,
			   "这一行长于 4 MiB，应更短");
		return false;
	}
	if (!json_open_line(r->json, r->pack->lines, line, n, &r->faults))
		return false;
	struct build_entry entry = { 0 };
	struct entry_places places = { 0 };
	struct json_value root = json_root(r->json);
	arena_clear(&r->arena);
	read_entry(&root, &r->in->vocabulary, false, &r->arena, &entry, &places);
	bool good = json_fault_count(r->json) == 0;
	if (good) {
		const char *number = places.number.item ? json_at(&places.number) : line;
		uint32_t column = column_of(line, number);
		size_t first = r->pack->measure_count;
		pack_add(r->pack, &entry,
			 (struct pack_place){ (uint32_t)r->pack->lines, column });
		classify_new(r, first);
	}
	json_close_line(r->json, &r->faults);
	return good;
}

static void refuse(struct reader *r)
{
	r->faults.refused = 1;
	faults_add_lines(&r->pack->faults, &r->faults, 0);
	faults_done(&r->faults);
}

struct pack *lines_read(const struct lines *in, const char *text, size_t n)
{
	/* A text is never longer than the line that it is read from. */
	struct reader r = { .in = in, .pack = pack_new(n), .json = json_lines(in->file) };
	r.pack->classified = classifier_categories(in->classifier);
	const char *end = text + n;
	while (text < end && !atomic_load_explicit(in->cancelled, memory_order_relaxed)) {
		const char *newline = memchr(text, '\n', (size_t)(end - text));
		size_t length = (size_t)((newline ? newline : end) - text);
		r.pack->lines++;
		if (!is_blank(text, length) && !read_line(&r, text, length))
			refuse(&r);
		text += length + (newline != NULL);
	}
	arena_done(&r.arena);
	json_close(r.json, &r.faults);
	pack_seal(r.pack);
	return r.pack;
}

struct pack *lines_too_long(const struct lines *in)
{
	struct reader r = { .in = in, .pack = pack_new(0) };
	r.pack->lines = 1;
	r.pack->classified = classifier_categories(in->classifier);
	read_line(&r, NULL, (size_t)LINES_LONGEST + 1);
	refuse(&r);
	return r.pack;
}
