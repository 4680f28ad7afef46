#include "search/image.h"

#include <fcntl.h>
#include <link.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"
#include "search/crew.h"
#include "search/plane.h"
#include "search/sum.h"
#include "table/catalog.h"

/* Where nothing else is mapped, on x86-64: below what the system hands out from the top of memory
 * (0x7eff… at the least), and where the address and thread sanitizers let a program have memory. arm64 has
 * it with 48 bits of addresses. A slot for each path, as far as there are. */
static const uint64_t first_base = 0x7E9000000000u;
enum { SLOTS = 32 };

static const char magic[8] = "lingpao";
enum { ORDER = 0x01020304 };

_Static_assert(sizeof(struct image_header) <= IMAGE_HEADER, "the header has room");

/* The build's own number, which the linker gives: any change to the program makes old images strangers. */
static int take_build(struct dl_phdr_info *program, size_t size, void *sum)
{
	(void)size;
	for (size_t i = 0; i < program->dlpi_phnum; i++) {
		const ElfW(Phdr) *part = &program->dlpi_phdr[i];
		if (part->p_type != PT_NOTE)
			continue;
		const unsigned char *at = (const unsigned char *)program->dlpi_addr + part->p_vaddr;
		for (size_t k = 0; k < part->p_memsz; k++)
			*(uint64_t *)sum = (*(uint64_t *)sum ^ at[k]) * 1099511628211u;
	}
	return 1; /* the first one is the program */
}

static uint64_t layout(void)
{
	static const size_t sizes[] = {
		sizeof(void *),
		sizeof(struct table),
		sizeof(struct category),
		sizeof(struct reference),
		sizeof(struct reward),
		sizeof(struct measure),
		sizeof(struct entry),
		sizeof(struct region),
		sizeof(struct codes),
		sizeof(struct plane_seen),
		sizeof(struct plane_astral),
		PLANE_MARGIN,
		PLANE_STRIDE,
		IMAGE_PARTS,
	};
	uint64_t sum = 14695981039346656037u;
	for (const char *version = LINGPAO_VERSION; *version; version++)
		sum = (sum ^ (unsigned char)*version) * 1099511628211u;
	for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++)
		sum = (sum ^ sizes[i]) * 1099511628211u;
	dl_iterate_phdr(take_build, &sum);
	return sum;
}

static uint64_t base_of(const char *path)
{
	uint64_t sum = 0;
	for (; *path; path++)
		sum = (sum ^ (unsigned char)*path) * 1099511628211u;
	return first_base + (sum >> 32) % SLOTS * IMAGE_MOST;
}

static uint64_t header_sum(const struct image_header *h)
{
	union {
		struct image_header header;
		unsigned char bytes[IMAGE_HEADER];
	} copy;
	memset(&copy, 0, sizeof(copy));
	memcpy(&copy, h, sizeof(*h));
	copy.header.sum = 0;
	return sum_chunk(copy.bytes, sizeof(copy.bytes), 0);
}

static int64_t nanoseconds(struct timespec t)
{
	return (int64_t)t.tv_sec * 1000000000 + t.tv_nsec;
}

bool image_identify(const char *path, struct image_identity *out)
{
	struct stat about;
	if (stat(path, &about) != 0 || !S_ISREG(about.st_mode))
		return false;
	*out = (struct image_identity){
		.device = about.st_dev,
		.inode = about.st_ino,
		.size = (uint64_t)about.st_size,
		.modified = nanoseconds(about.st_mtim),
		.changed = nanoseconds(about.st_ctim),
	};
	return true;
}

void image_describe(struct image_header *h, const char *path, const struct image_identity *source)
{
	memset(h, 0, sizeof(*h));
	memcpy(h->magic, magic, sizeof(magic));
	h->version = IMAGE_VERSION;
	h->order = ORDER;
	h->layout = layout();
	h->base = base_of(path);
	h->source = *source;
	memcpy(h->path, path, strnlen(path, sizeof(h->path) - 1));
}

void image_seal(struct image_header *h)
{
	h->sum = header_sum(h);
}

static uint64_t padded(uint64_t bytes)
{
	return (bytes + SUM_STEP - 1) / SUM_STEP * SUM_STEP;
}

static bool are_inside(const struct image_header *h)
{
	for (size_t i = 0; i < IMAGE_PARTS; i++) {
		const struct image_section *s = &h->sections[i];
		if (s->offset % IMAGE_PAGE != 0 || s->offset > h->bytes || s->bytes > h->bytes ||
		    padded(s->bytes) > h->bytes - s->offset)
			return false;
	}
	return true;
}

bool image_is_good(const struct image_header *h, uint64_t file_bytes)
{
	return memcmp(h->magic, magic, sizeof(magic)) == 0 && h->version == IMAGE_VERSION &&
	       h->order == ORDER && h->bytes == file_bytes && h->bytes <= IMAGE_MOST &&
	       header_sum(h) == h->sum && h->layout == layout() && h->base == base_of(h->path) &&
	       are_inside(h);
}

/* Waits for nobody: a pipe may lie there. */
int image_read_header(const char *file, struct image_header *h)
{
	int fd = open(file, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	struct stat about;
	union {
		struct image_header header;
		unsigned char bytes[IMAGE_HEADER];
	} read;
	if (fd < 0)
		return -1;
	bool good = fstat(fd, &about) == 0 && S_ISREG(about.st_mode) && about.st_uid == geteuid() &&
		    (about.st_mode & (S_IWGRP | S_IWOTH)) == 0 &&
		    pread(fd, read.bytes, IMAGE_HEADER, 0) == IMAGE_HEADER;
	for (size_t i = sizeof(*h); good && i < IMAGE_HEADER; i++)
		good = read.bytes[i] == 0;
	if (good) {
		memcpy(h, &read.header, sizeof(*h));
		good = image_is_good(h, (uint64_t)about.st_size);
	}
	if (good)
		return fd;
	close(fd);
	return -1;
}

bool image_map(struct image *image, int fd, const struct image_header *h)
{
	void *place = (void *)(uintptr_t)h->base;
	void *at = mmap(place, h->bytes, PROT_READ, MAP_PRIVATE | MAP_FIXED_NOREPLACE, fd, 0);
	if (at == MAP_FAILED)
		return false;
	/* A kernel before 4.17 takes the address as a wish. */
	if (at != place || memcmp(at, h, sizeof(*h)) != 0) {
		munmap(at, h->bytes);
		return false;
	}
	*image = (struct image){ .header = at, .bytes = h->bytes };
	return true;
}

void image_unmap(struct image *image)
{
	if (image->header)
		munmap((void *)image->header, image->bytes);
	*image = (struct image){ 0 };
}

struct piece { /* of a part, at most SUM_CHUNK bytes */
	const unsigned char *at;
	size_t n;
	uint64_t number; /* in its part */
	uint64_t sum;
};

/* One call for many pages: a fault for every 16 of them takes twice the time. */
static void sum_piece(void *pieces, size_t i)
{
	struct piece *p = (struct piece *)pieces + i;
#ifdef MADV_POPULATE_READ
	uintptr_t page = (uintptr_t)p->at / IMAGE_PAGE * IMAGE_PAGE;
	madvise((void *)page, (uintptr_t)p->at + p->n - page, MADV_POPULATE_READ);
#endif
	p->sum = sum_chunk(p->at, p->n, p->number);
}

static void cut(const struct image *image, int part, struct piece **all, size_t *count,
		size_t *capacity)
{
	size_t bytes = padded(image->header->sections[part].bytes);
	const unsigned char *at = image_part(image, part);
	for (size_t done = 0; done < bytes; done += SUM_CHUNK) {
		size_t n = bytes - done < SUM_CHUNK ? bytes - done : SUM_CHUNK;
		*all = memory_grow(*all, capacity, *count + 1, sizeof(**all));
		(*all)[(*count)++] = (struct piece){ at + done, n, done / SUM_CHUNK, 0 };
	}
}

bool image_verify(const struct image *image, uint32_t parts)
{
	struct piece *all = NULL;
	size_t count = 0, capacity = 0;
	for (int i = 0; i < IMAGE_PARTS; i++)
		if (parts >> i & 1)
			cut(image, i, &all, &count, &capacity);
	struct crew *crew = crew_new();
	struct crew_work work = { .chunk = sum_piece, .context = all };
	crew_run(crew, &work, count);
	crew_free(crew);
	bool good = true;
	const struct piece *p = all;
	for (int i = 0; i < IMAGE_PARTS; i++) {
		const struct image_section *s = &image->header->sections[i];
		if (!(parts >> i & 1))
			continue;
		uint64_t sum = 0;
		for (size_t n = (size_t)((s->bytes + SUM_CHUNK - 1) / SUM_CHUNK); n > 0; n--)
			sum += (p++)->sum;
		good = good && sum == s->sum;
	}
	free(all);
	return good;
}

void image_rest(const struct image *image, int part)
{
	madvise(image_part(image, part), image->header->sections[part].bytes, MADV_DONTNEED);
}
