#include "search/pinyin_data.h"

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "table/builtin.h"

enum {
	LAST = 0x33FFF, /* beyond the last character of any CJK extension */
};

/* Line 0 has no readings; line_of[cp] is 0 for a character without. A page of the array that holds no Han character is
 * never touched and costs nothing. */
struct table {
	struct pinyin_line *lines;
	size_t count;
	size_t capacity;
	uint16_t line_of[LAST + 1];
};

static struct table kept;
static atomic_bool ready;

/* "zhong chong" */
static void read_head(struct pinyin_line *line, const char *at, const char *end)
{
	while (at < end && line->count < PINYIN_READINGS) {
		const char *space = memchr(at, ' ', (size_t)(end - at));
		size_t n = (size_t)((space ? space : end) - at);
		memcpy(line->readings[line->count], at, n);
		line->lengths[line->count++] = (uint8_t)n;
		line->initials |= UINT32_C(1) << (at[0] - 'a');
		at += n + 1;
	}
}

/* "zhong chong\t重…" */
static void read_line(const char *at, const char *end)
{
	const char *tab = memchr(at, '\t', (size_t)(end - at));
	kept.lines = memory_grow(kept.lines, &kept.capacity, kept.count + 1, sizeof(*kept.lines));
	struct pinyin_line *line = &kept.lines[kept.count];
	*line = (struct pinyin_line){ 0 };
	read_head(line, at, tab);
	for (const char *c = tab + 1; c < end;) {
		uint32_t cp;
		c += utf8_decode(c, (size_t)(end - c), &cp);
		kept.line_of[cp] = (uint16_t)kept.count;
	}
	kept.count++;
}

/* The file is ours and a test reads it through, so nothing here is checked. */
static void read_all(void)
{
	kept.lines = memory_grow(kept.lines, &kept.capacity, 1, sizeof(*kept.lines));
	kept.lines[kept.count++] = (struct pinyin_line){ 0 };
	for (const char *at = builtin_pinyin; at < builtin_pinyin_end;) {
		const char *end = memchr(at, '\n', (size_t)(builtin_pinyin_end - at));
		if (*at != '#')
			read_line(at, end);
		at = end + 1;
	}
	atomic_store_explicit(&ready, true, memory_order_release);
}

const struct pinyin_line *pinyin_line_of(uint32_t cp)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	if (!atomic_load_explicit(&ready, memory_order_acquire))
		pthread_once(&once, read_all);
	return &kept.lines[cp <= LAST ? kept.line_of[cp] : 0];
}
