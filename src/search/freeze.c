#include "search/freeze.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/memory.h"
#include "search/sum.h"

enum {
	REMEMBERED = 4096, /* strings; a power of 2 */
	SHORT = 64,	   /* bytes; longer strings hardly ever repeat */
};

struct remembered {
	const char *text;
	uint64_t offset; /* in IMAGE_STRINGS */
};

struct freezer {
	int fd;
	const atomic_bool *cancelled;
	struct image_header *h;
	const struct catalog *c;
	unsigned char *buffer; /* SUM_CHUNK bytes, the next of the section */
	size_t used;
	uint64_t at;	 /* of the buffer in the file */
	uint64_t chunks; /* of the section, so far */
	struct image_section *section;
	bool failed;
	bool strings; /* the walk that writes strings, not arrays */
	struct remembered remembered[REMEMBERED];
	uint64_t string_bytes; /* of this walk so far */
};

/* Bytes and sections. */

static void write_out(struct freezer *f, const unsigned char *bytes, size_t n, uint64_t at)
{
	f->failed = f->failed || (f->cancelled && atomic_load(f->cancelled));
	while (n > 0 && !f->failed) {
		ssize_t written = pwrite(f->fd, bytes, n, (off_t)at);
		if (written < 0 && errno == EINTR)
			continue;
		if (written <= 0) {
			f->failed = true;
			return;
		}
		bytes += written;
		n -= (size_t)written;
		at += (uint64_t)written;
	}
}

/* Only the last chunk of a section is shorter than the others. */
static void flush(struct freezer *f)
{
	size_t n = (f->used + SUM_STEP - 1) / SUM_STEP * SUM_STEP;
	memset(f->buffer + f->used, 0, n - f->used);
	f->section->sum += sum_chunk(f->buffer, n, f->chunks++);
	write_out(f, f->buffer, n, f->at);
	f->at += n;
	f->used = 0;
}

static void put(struct freezer *f, const void *bytes, size_t n)
{
	const unsigned char *from = bytes;
	f->section->bytes += n;
	while (n > 0) {
		size_t part = n < SUM_CHUNK - f->used ? n : SUM_CHUNK - f->used;
		memcpy(f->buffer + f->used, from, part);
		f->used += part;
		from += part;
		n -= part;
		if (f->used == SUM_CHUNK)
			flush(f);
	}
}

static void begin(struct freezer *f, int part)
{
	f->section = &f->h->sections[part];
	*f->section = (struct image_section){ .offset = f->at };
	f->chunks = 0;
}

static void end(struct freezer *f)
{
	if (f->used > 0)
		flush(f);
	f->at = (f->at + IMAGE_PAGE - 1) / IMAGE_PAGE * IMAGE_PAGE;
}

/* Arrays and strings. */

static void begin_array(struct freezer *f, int part)
{
	if (!f->strings)
		begin(f, part);
}

static void put_element(struct freezer *f, const void *element, size_t n)
{
	if (!f->strings)
		put(f, element, n);
}

static void end_array(struct freezer *f)
{
	if (!f->strings)
		end(f);
}

static void *address(const struct freezer *f, int part, uint64_t offset)
{
	return (void *)(uintptr_t)(f->h->base + f->h->sections[part].offset + offset);
}

static struct remembered *slot_of(struct freezer *f, const char *text, size_t n)
{
	uint32_t hash = 2166136261u;
	for (size_t i = 0; i < n; i++)
		hash = (hash ^ (unsigned char)text[i]) * 16777619u;
	return &f->remembered[hash % REMEMBERED];
}

/* Both walks remember and forget the same strings, so that they come to the same places. */
static const char *place(struct freezer *f, const char *text)
{
	if (!text)
		return NULL;
	size_t n = strlen(text);
	struct remembered *slot = n < SHORT ? slot_of(f, text, n) : NULL;
	if (slot && slot->text && strcmp(slot->text, text) == 0)
		return address(f, IMAGE_STRINGS, slot->offset);
	uint64_t offset = f->string_bytes;
	f->string_bytes += n + 1;
	if (slot)
		*slot = (struct remembered){ text, offset };
	if (f->strings)
		put(f, text, n + 1);
	return address(f, IMAGE_STRINGS, offset);
}

static void put_strings(struct freezer *f, const char *const *all, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const char *text = place(f, all[i]);
		put_element(f, &text, sizeof(text));
	}
}

/* Each array of the catalog. */

static void put_keywords(struct freezer *f)
{
	begin_array(f, IMAGE_KEYWORDS);
	for (size_t i = 0; i < f->c->category_count; i++)
		put_strings(f, (const char *const *)f->c->categories[i].keywords,
			    f->c->categories[i].keyword_count);
	end_array(f);
}

static void put_candidates(struct freezer *f)
{
	begin_array(f, IMAGE_CANDIDATES);
	for (size_t i = 0; i < f->c->entry_count; i++) {
		const struct entry *e = &f->c->entries[i];
		for (size_t k = 0; k < e->reference_count; k++)
			put_strings(f, e->references[k].candidates,
				    e->references[k].candidate_count);
	}
	end_array(f);
}

static void put_notes(struct freezer *f)
{
	begin_array(f, IMAGE_NOTES);
	for (size_t i = 0; i < f->c->entry_count; i++)
		put_strings(f, f->c->entries[i].notes, f->c->entries[i].note_count);
	end_array(f);
}

static void put_rewards(struct freezer *f)
{
	begin_array(f, IMAGE_REWARDS);
	for (size_t i = 0; i < f->c->measure_count; i++) {
		const struct measure *m = &f->c->measures[i];
		for (size_t k = 0; k < m->reward_count; k++) {
			struct reward copy = m->rewards[k];
			copy.level = place(f, copy.level);
			put_element(f, &copy, sizeof(copy));
		}
	}
	end_array(f);
}

static void put_references(struct freezer *f)
{
	uint64_t candidates = 0;
	begin_array(f, IMAGE_REFERENCES);
	for (size_t i = 0; i < f->c->entry_count; i++) {
		const struct entry *e = &f->c->entries[i];
		for (size_t k = 0; k < e->reference_count; k++) {
			struct reference copy = e->references[k];
			copy.text = place(f, copy.text);
			copy.reason = place(f, copy.reason);
			copy.candidates =
				copy.candidates ? address(f, IMAGE_CANDIDATES, candidates) : NULL;
			candidates += copy.candidate_count * sizeof(*copy.candidates);
			put_element(f, &copy, sizeof(copy));
		}
	}
	end_array(f);
}

static void put_categories(struct freezer *f)
{
	uint64_t keywords = 0;
	begin_array(f, IMAGE_CATEGORIES);
	for (size_t i = 0; i < f->c->category_count; i++) {
		struct category copy = f->c->categories[i];
		copy.id = place(f, copy.id);
		copy.name = place(f, copy.name);
		copy.short_name = place(f, copy.short_name);
		copy.keywords = address(f, IMAGE_KEYWORDS, keywords);
		keywords += copy.keyword_count * sizeof(*copy.keywords);
		put_element(f, &copy, sizeof(copy));
	}
	end_array(f);
}

static void put_tables(struct freezer *f)
{
	begin_array(f, IMAGE_TABLES);
	for (size_t i = 0; i < f->c->table_count; i++) {
		struct table copy = f->c->tables[i];
		copy.file = place(f, copy.file);
		copy.title = place(f, copy.title);
		copy.description = place(f, copy.description);
		put_element(f, &copy, sizeof(copy));
	}
	end_array(f);
}

static void put_regions(struct freezer *f)
{
	begin_array(f, IMAGE_REGIONS);
	for (size_t i = 0; i < f->c->region_count; i++) {
		struct region copy = f->c->regions[i];
		copy.name = place(f, copy.name);
		copy.short_name = place(f, copy.short_name);
		put_element(f, &copy, sizeof(copy));
	}
	end_array(f);
}

static void put_entries(struct freezer *f)
{
	uint64_t references = 0, notes = 0;
	begin_array(f, IMAGE_ENTRIES);
	for (size_t i = 0; i < f->c->entry_count; i++) {
		struct entry copy = f->c->entries[i];
		copy.printed_region = place(f, copy.printed_region);
		copy.references = address(f, IMAGE_REFERENCES, references);
		copy.notes = address(f, IMAGE_NOTES, notes);
		references += copy.reference_count * sizeof(*copy.references);
		notes += copy.note_count * sizeof(*copy.notes);
		put_element(f, &copy, sizeof(copy));
	}
	end_array(f);
}

static void put_measures(struct freezer *f)
{
	uint64_t texts = 0, rewards = 0;
	begin_array(f, IMAGE_MEASURES);
	for (size_t i = 0; i < f->c->measure_count; i++) {
		struct measure copy = f->c->measures[i];
		size_t n = f->strings ? 0 : strlen(copy.text) + 1;
		copy.text = address(f, IMAGE_TEXTS, texts);
		texts += n;
		copy.label = place(f, copy.label);
		copy.rewards = address(f, IMAGE_REWARDS, rewards);
		rewards += copy.reward_count * sizeof(*copy.rewards);
		put_element(f, &copy, sizeof(copy));
	}
	end_array(f);
}

static void walk(struct freezer *f, bool strings)
{
	f->strings = strings;
	f->string_bytes = 0;
	memset(f->remembered, 0, sizeof(f->remembered));
	put_keywords(f);
	put_candidates(f);
	put_notes(f);
	put_rewards(f);
	put_references(f);
	put_categories(f);
	put_tables(f);
	put_regions(f);
	put_entries(f);
	put_measures(f);
}

/* What has no pointers. */

static void put_texts(struct freezer *f)
{
	begin(f, IMAGE_TEXTS);
	for (size_t i = 0; i < f->c->measure_count; i++)
		put(f, f->c->measures[i].text, strlen(f->c->measures[i].text) + 1);
	end(f);
}

static void put_flat(struct freezer *f, int part, const void *array, size_t count, size_t size)
{
	begin(f, part);
	if (count > 0)
		put(f, array, count * size);
	end(f);
}

static void put_plane(struct freezer *f, int part, const struct plane *p)
{
	put_flat(f, part + IMAGE_CELLS, p->cells - PLANE_MARGIN, p->count + 2 * PLANE_MARGIN,
		 sizeof(*p->cells));
	put_flat(f, part + IMAGE_FIRST, p->first, plane_blocks(p) + 1, sizeof(*p->first));
	put_flat(f, part + IMAGE_STARTS, p->starts, plane_strides(p) + 1, sizeof(*p->starts));
	put_flat(f, part + IMAGE_SEEN, p->seen, p->seen_count, sizeof(*p->seen));
	put_flat(f, part + IMAGE_ASTRAL, p->astral, p->astral_count, sizeof(*p->astral));
}

static void put_codes(struct freezer *f, const struct codes *codes)
{
	put_flat(f, IMAGE_SAMPLES, codes->samples, codes->class_count, sizeof(*codes->samples));
	struct codes *copy = memory_new(sizeof(*copy));
	memcpy(copy, codes, sizeof(*copy));
	copy->samples = address(f, IMAGE_SAMPLES, 0);
	put_flat(f, IMAGE_CODES, copy, 1, sizeof(*copy));
	free(copy);
}

bool freeze(int fd, struct image_header *h, const struct catalog *c, const struct plane *texts,
	    const struct plane *references, const atomic_bool *cancelled)
{
	struct freezer *f = memory_new(sizeof(*f));
	*f = (struct freezer){
		.fd = fd, .cancelled = cancelled, .h = h, .c = c, .at = IMAGE_HEADER
	};
	f->buffer = memory_new(SUM_CHUNK);
	put_texts(f);
	begin(f, IMAGE_STRINGS);
	walk(f, true);
	end(f);
	walk(f, false);
	put_flat(f, IMAGE_READING, c->reading, c->entry_count, sizeof(*c->reading));
	put_codes(f, texts->codes);
	put_plane(f, IMAGE_TEXT_PLANE, texts);
	put_plane(f, IMAGE_REFERENCE_PLANE, references);
	h->bytes = f->at;
	image_seal(h);
	bool good = !f->failed && h->bytes <= IMAGE_MOST && ftruncate(fd, (off_t)h->bytes) == 0;
	if (good)
		write_out(f, (const unsigned char *)h, sizeof(*h), 0);
	good = good && !f->failed;
	free(f->buffer);
	free(f);
	return good;
}
