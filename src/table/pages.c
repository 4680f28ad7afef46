#include "table/pages.h"

#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

#include "base/memory.h"

static size_t rounded(size_t bytes)
{
	size_t page = (size_t)sysconf(_SC_PAGESIZE);
	return (bytes + page - 1) & ~(page - 1);
}

void *pages_new(size_t bytes)
{
	void *pages = mmap(NULL, rounded(bytes), PROT_READ | PROT_WRITE,
			   MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	return pages == MAP_FAILED ? memory_exhausted() : pages;
}

void pages_shrink(void *pages, size_t *bytes, size_t need)
{
	size_t kept = rounded(need), had = rounded(*bytes);
	if (kept < had)
		munmap((char *)pages + kept, had - kept);
	*bytes = need;
}

void pages_free(void *pages, size_t bytes)
{
	if (pages)
		munmap(pages, rounded(bytes));
}
