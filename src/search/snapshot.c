#include "search/snapshot.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "search/cache.h"
#include "search/freeze.h"

/* A file's times are those of the clock's last tick, at most 10 ms ago. */
enum { TICKS = 20000000 }; /* ns */

struct snapshot {
	struct image image;
	struct catalog catalog;
	struct plane texts, references;
	char *file;
};

/* What a search may read that asks for no categories and no sums, and shows nothing. */
static const uint32_t parts_of_use[] = {
	[SNAPSHOT_COUNT] = ((uint32_t)1 << IMAGE_PARTS) - 1 - (1u << IMAGE_TEXTS) -
			   (1u << IMAGE_REWARDS) - (1u << IMAGE_MEASURES) - (1u << IMAGE_READING),
	[SNAPSHOT_ALL] = ((uint32_t)1 << IMAGE_PARTS) - 1,
};

bool snapshot_source(const char *file, struct snapshot_source *out)
{
	struct timespec now;
	*out = (struct snapshot_source){ 0 };
	if (!file || strcmp(file, "-") == 0 || !image_identify(file, &out->identity) ||
	    out->identity.size < SNAPSHOT_LEAST || !(out->path = realpath(file, NULL)))
		return false;
	clock_gettime(CLOCK_REALTIME, &now);
	int64_t before = (int64_t)now.tv_sec * 1000000000 + now.tv_nsec - TICKS;
	out->settled = out->identity.modified < before && out->identity.changed < before;
	return true;
}

void snapshot_source_done(struct snapshot_source *s)
{
	free(s->path);
	*s = (struct snapshot_source){ 0 };
}

static bool is_of(const struct image_header *h, const struct snapshot_source *source)
{
	return strcmp(h->path, source->path) == 0 &&
	       memcmp(&h->source, &source->identity, sizeof(h->source)) == 0;
}

static void release(struct catalog *c)
{
	snapshot_close(c->owner);
}

static size_t count_of(const struct image *image, int part, size_t size)
{
	return (size_t)image->header->sections[part].bytes / size;
}

static void find_catalog(struct snapshot *s, const char *file)
{
	const struct image *i = &s->image;
	struct catalog *c = &s->catalog;
	*c = (struct catalog){
		.categories = image_part(i, IMAGE_CATEGORIES),
		.category_count = count_of(i, IMAGE_CATEGORIES, sizeof(*c->categories)),
		.regions = image_part(i, IMAGE_REGIONS),
		.region_count = count_of(i, IMAGE_REGIONS, sizeof(*c->regions)),
		.entries = image_part(i, IMAGE_ENTRIES),
		.entry_count = count_of(i, IMAGE_ENTRIES, sizeof(*c->entries)),
		.measures = image_part(i, IMAGE_MEASURES),
		.measure_count = count_of(i, IMAGE_MEASURES, sizeof(*c->measures)),
		.reading = image_part(i, IMAGE_READING),
		.table_count = count_of(i, IMAGE_TABLES, sizeof(*c->tables)),
		.release = release,
		.owner = s,
	};
	/* The user may name the file otherwise than last time. */
	s->file = memory_copy(file, strlen(file));
	c->tables = memory_new(c->table_count * sizeof(*c->tables) + 1);
	memcpy(c->tables, image_part(i, IMAGE_TABLES), c->table_count * sizeof(*c->tables));
	for (size_t k = 0; k < c->table_count; k++)
		c->tables[k].file = s->file;
}

static struct plane find_plane(const struct snapshot *s, int part, size_t items)
{
	const struct image *i = &s->image;
	struct plane p = {
		.codes = image_part(i, IMAGE_CODES),
		.cells = (const uint16_t *)image_part(i, part + IMAGE_CELLS) + PLANE_MARGIN,
		.items = items,
		.first = image_part(i, part + IMAGE_FIRST),
		.starts = image_part(i, part + IMAGE_STARTS),
		.seen = image_part(i, part + IMAGE_SEEN),
		.astral = image_part(i, part + IMAGE_ASTRAL),
	};
	p.count = count_of(i, part + IMAGE_CELLS, sizeof(*p.cells)) - 2 * PLANE_MARGIN;
	p.seen_count = count_of(i, part + IMAGE_SEEN, sizeof(*p.seen));
	p.astral_count = count_of(i, part + IMAGE_ASTRAL, sizeof(*p.astral));
	return p;
}

static bool map(const struct snapshot_source *source, enum snapshot_use use, struct image *image)
{
	struct buffer file = { 0 };
	struct image_header header;
	int fd = cache_file(source->path, &file) ? image_read_header(file.bytes, &header) : -1;
	bool good = fd >= 0 && is_of(&header, source) && image_map(image, fd, &header);
	if (fd >= 0)
		close(fd);
	buffer_done(&file);
	if (good && !image_verify(image, parts_of_use[use])) {
		image_unmap(image);
		return false;
	}
	return good;
}

struct snapshot *snapshot_open(const char *file, const struct snapshot_source *source,
			       enum snapshot_use use)
{
	struct image image = { 0 };
	if (!map(source, use, &image))
		return NULL;
	struct snapshot *s = memory_new(sizeof(*s));
	s->image = image;
	/* Summed up, but only what is shown will be read: half of all that would count as ours. */
	image_rest(&image, IMAGE_TEXTS);
	find_catalog(s, file);
	s->texts = find_plane(s, IMAGE_TEXT_PLANE, s->catalog.measure_count);
	s->references = find_plane(s, IMAGE_REFERENCE_PLANE, s->catalog.entry_count);
	return s;
}

struct catalog *snapshot_catalog(struct snapshot *s)
{
	return &s->catalog;
}

const struct plane *snapshot_texts(const struct snapshot *s)
{
	return &s->texts;
}

const struct plane *snapshot_references(const struct snapshot *s)
{
	return &s->references;
}

void snapshot_close(struct snapshot *s)
{
	if (!s)
		return;
	free(s->catalog.tables);
	free(s->file);
	image_unmap(&s->image);
	free(s);
}

static bool is_unchanged(const struct snapshot_source *source)
{
	struct image_identity now;
	return image_identify(source->path, &now) &&
	       memcmp(&now, &source->identity, sizeof(now)) == 0;
}

/* A file of its own for each writer, then the name: whoever is last has it, and each is whole. */
static bool write_file(const char *file, const struct catalog *c, const struct engine *e,
		       const struct snapshot_source *source, const atomic_bool *cancelled)
{
	struct image_header *header = memory_new(sizeof(*header));
	struct buffer part = { 0 };
	image_describe(header, source->path, &source->identity);
	buffer_print(&part, "%s-XXXXXX" CACHE_PART, file);
	int fd = mkostemps(part.bytes, sizeof(CACHE_PART) - 1, O_CLOEXEC);
	bool written = fd >= 0 && freeze(fd, header, c, engine_text_plane(e),
					 engine_reference_plane(e), cancelled);
	written = fd >= 0 && close(fd) == 0 && written && is_unchanged(source) &&
		  rename(part.bytes, file) == 0;
	if (fd >= 0 && !written)
		unlink(part.bytes);
	buffer_done(&part);
	free(header);
	return written;
}

bool snapshot_write(const struct catalog *c, const struct engine *e,
		    const struct snapshot_source *source, const atomic_bool *cancelled)
{
	struct buffer file = { 0 };
	bool written = source->settled && engine_text_plane(e) && is_unchanged(source) &&
		       cache_make_folder() && cache_file(source->path, &file) &&
		       write_file(file.bytes, c, e, source, cancelled);
	if (written)
		cache_tidy();
	buffer_done(&file);
	return written;
}
