#include "search/variants.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "table/builtin.h"

enum {
	LAST = 0x33FFF, /* beyond the last character of any CJK extension */
};

/* number_of[cp] is 0 for a character that folds to itself. Pages of the array without any other are never written and take
 * no memory; numbers instead of code points halve the rest. */
struct table {
	uint32_t *forms;
	size_t count;
	size_t capacity;
	uint16_t number_of[LAST + 1];
};

static struct table kept;
static atomic_bool ready;

/* "里\t裏裡\n". The file is ours and a test reads it through, so nothing here is checked. */
static void read_line(const char *at, const char *end)
{
	uint32_t form;
	at += utf8_decode(at, (size_t)(end - at), &form) + 1;
	kept.forms = memory_grow(kept.forms, &kept.capacity, kept.count + 1, sizeof(*kept.forms));
	kept.forms[kept.count] = form;
	while (at < end) {
		uint32_t cp;
		at += utf8_decode(at, (size_t)(end - at), &cp);
		kept.number_of[cp] = (uint16_t)kept.count;
	}
	kept.count++;
}

static void read_all(void)
{
	kept.forms = memory_grow(kept.forms, &kept.capacity, 1, sizeof(*kept.forms));
	kept.forms[kept.count++] = 0;
	for (const char *at = builtin_variants; at < builtin_variants_end;) {
		const char *end = memchr(at, '\n', (size_t)(builtin_variants_end - at));
		if (*at != '#')
			read_line(at, end);
		at = end + 1;
	}
	atomic_store_explicit(&ready, true, memory_order_release);
}

uint32_t variants_fold(uint32_t cp)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	if (!atomic_load_explicit(&ready, memory_order_acquire))
		pthread_once(&once, read_all);
	uint16_t number = cp <= LAST ? kept.number_of[cp] : 0;
	return number ? kept.forms[number] : cp;
}
