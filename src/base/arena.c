#include "base/arena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

enum { BLOCK_BYTES = 1 << 16 };

struct arena_block {
	struct arena_block *older;
	size_t size; /* bytes in data */
	_Alignas(max_align_t) char data[];
};

static void *take(struct arena *a, size_t bytes, size_t alignment)
{
	size_t at = (a->used + alignment - 1) & ~(alignment - 1);
	if (!a->blocks || at > a->blocks->size || bytes > a->blocks->size - at) {
		size_t size = bytes > BLOCK_BYTES ? bytes : BLOCK_BYTES;
		struct arena_block *block = memory_resize(NULL, sizeof(*block) + size);
		block->older = a->blocks;
		block->size = size;
		a->blocks = block;
		at = 0;
	}
	a->used = at + bytes;
	return a->blocks->data + at;
}

void *arena_new(struct arena *a, size_t bytes)
{
	return memset(take(a, bytes, _Alignof(max_align_t)), 0, bytes);
}

char *arena_copy(struct arena *a, const char *text, size_t n)
{
	char *copy = take(a, n + 1, 1);
	memcpy(copy, text, n);
	copy[n] = '\0';
	return copy;
}

char *arena_string(struct arena *a, const char *text)
{
	return text ? arena_copy(a, text, strlen(text)) : NULL;
}

size_t arena_bytes(const struct arena *a)
{
	size_t bytes = 0;
	for (const struct arena_block *b = a->blocks; b; b = b->older)
		bytes += b->size;
	return bytes;
}

void arena_clear(struct arena *a)
{
	struct arena_block *kept = a->blocks;
	if (kept && kept->size == BLOCK_BYTES)
		a->blocks = kept->older;
	else
		kept = NULL;
	arena_done(a);
	a->blocks = kept;
	if (kept)
		kept->older = NULL;
}

void arena_done(struct arena *a)
{
	while (a->blocks) {
		struct arena_block *older = a->blocks->older;
		free(a->blocks);
		a->blocks = older;
	}
	a->used = 0;
}
