/* An image: a catalog and the two large planes of its engine as one file, laid out as they lie in memory,
 * at an address that the file names: opening it is one mmap() there and a check, and no pointer in it has
 * to be touched. Where that address is taken, in this process, there is no image (snapshot.h then reads the
 * source as if there were none); moving 40 bytes for each of a million measures would cost what the
 * image saves, for a case that comes up when something else was mapped at a place that nothing maps.
 *
 *	header		8 KiB: what it is an image of, where each section lies, a sum over itself
 *	sections	each on a page of its own, with a sum over it (sum.h)
 *
 * It is good for the very build of the program that wrote it: the layout names that build. */
#ifndef SEARCH_IMAGE_H
#define SEARCH_IMAGE_H

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	IMAGE_VERSION = 2,   /* of the format; another one is no image */
	IMAGE_HEADER = 8192, /* bytes */
	IMAGE_PAGE = 4096,
};

#define IMAGE_MOST ((uint64_t)1 << 33) /* bytes; a larger file is no image */

/* In the order of the file: what is pointed at lies before what points there. */
enum image_part {
	IMAGE_TEXTS,   /* of measures, in their order, each with its NUL */
	IMAGE_STRINGS, /* all others */
	IMAGE_KEYWORDS,
	IMAGE_CANDIDATES,
	IMAGE_NOTES,
	IMAGE_REWARDS,
	IMAGE_REFERENCES,
	IMAGE_CATEGORIES,
	IMAGE_TABLES,
	IMAGE_REGIONS,
	IMAGE_ENTRIES,
	IMAGE_MEASURES,
	IMAGE_READING,
	IMAGE_SAMPLES,
	IMAGE_CODES,
	IMAGE_TEXT_PLANE, /* five parts, as enum image_plane */
	IMAGE_REFERENCE_PLANE = IMAGE_TEXT_PLANE + 5,
	IMAGE_PARTS = IMAGE_REFERENCE_PLANE + 5,
};

enum image_plane { IMAGE_CELLS, IMAGE_FIRST, IMAGE_STARTS, IMAGE_SEEN, IMAGE_ASTRAL };

struct image_identity { /* of the source; times in ns */
	uint64_t device, inode, size;
	int64_t modified, changed;
};

struct image_section {
	uint64_t offset; /* bytes from the start of the file */
	uint64_t bytes;	 /* what follows up to a multiple of SUM_STEP is 0 */
	uint64_t sum;
};

struct image_header {
	char magic[8];
	uint32_t version;
	uint32_t order; /* of bytes */
	uint64_t layout;
	uint64_t base;	/* where the start of the file is mapped */
	uint64_t bytes; /* of the whole file */
	struct image_identity source;
	struct image_section sections[IMAGE_PARTS];
	char path[PATH_MAX]; /* of the source, canonical; zeros behind */
	uint64_t sum;	     /* of IMAGE_HEADER bytes, this being 0 */
};

/* An open image; zeroed: none. */
struct image {
	const struct image_header *header; /* where it is mapped */
	size_t bytes;
};

/* Of a regular file; false for all others. */
bool image_identify(const char *path, struct image_identity *out);

/* Everything of a header but its sections and bytes. */
void image_describe(struct image_header *h, const char *path, const struct image_identity *source);
void image_seal(struct image_header *h); /* sets its sum */

/* Whether it is a good header, of this build, of a file so long. */
bool image_is_good(const struct image_header *h, uint64_t file_bytes);

/* Reads the header of a file that is to be the user's own: regular, no link, writable by nobody else.
 * The descriptor, or -1. */
int image_read_header(const char *file, struct image_header *h);
bool image_map(struct image *image, int fd, const struct image_header *h);
void image_unmap(struct image *image);

/* Whether the sections are what was written; bit 1 << i of `parts` asks for part i. Two threads. */
bool image_verify(const struct image *image, uint32_t parts);

/* The part's memory is given back until it is read again. */
void image_rest(const struct image *image, int part);

static inline void *image_part(const struct image *image, int part)
{
	return (char *)image->header + image->header->sections[part].offset;
}

#endif
