#include "base/memory.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#ifdef __GLIBC__
#include <malloc.h>
#endif

enum { LARGE_BYTES = 256 << 10 };

static void (*farewell_hook)(void);

void memory_on_exhausted(void (*farewell)(void))
{
	farewell_hook = farewell;
}

void *memory_exhausted(void)
{
	if (farewell_hook)
		farewell_hook();
	fputs("lingpao: 内存不足\n", stderr);
	_Exit(74);
}

static void *checked(void *p)
{
	return p ? p : memory_exhausted();
}

void memory_begin(void)
{
#ifdef __GLIBC__
	mallopt(M_MMAP_THRESHOLD, LARGE_BYTES);
#endif
}

void memory_give_back(void)
{
#ifdef __GLIBC__
	malloc_trim(0);
#endif
}

void *memory_new(size_t bytes)
{
	return checked(calloc(1, bytes ? bytes : 1));
}

void *memory_resize(void *old, size_t bytes)
{
	return checked(realloc(old, bytes ? bytes : 1));
}

char *memory_copy(const char *text, size_t n)
{
	char *copy = checked(malloc(n + 1));
	memcpy(copy, text, n);
	copy[n] = '\0';
	return copy;
}

void *memory_grow(void *array, size_t *capacity, size_t need, size_t size)
{
	if (need <= *capacity)
		return array;
	size_t wanted = *capacity ? *capacity : 8;
	while (wanted < need)
		wanted *= 2;
	if (wanted > SIZE_MAX / size)
		checked(NULL);
	*capacity = wanted;
	return memory_resize(array, wanted * size);
}
