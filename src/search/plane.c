#include "search/plane.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "search/fold.h"

enum {
	BLOCK = 64,
	LONGEST = 32, /* codes that one character may fold to, and the end of its item */
};

struct plane_maker {
	const struct codes *codes;
	uint16_t folded[CODES_COUNT]; /* the code of a character's folding; 0: ask fold.h */
	uint32_t times[CODES_COUNT];
	struct folded scratch;
	struct plane plane;
	uint16_t *cells;
	size_t capacity;
	uint64_t *starts;
	size_t start_capacity;
	struct plane_astral *astral;
	size_t astral_capacity;
	bool between; /* the item has a value already */
};

/* Folding looks at one character at a time (fold.h), so a table holds nearly all of it. */
static void learn_folding(struct plane_maker *m)
{
	for (uint32_t cp = 1; cp < CODES_COUNT; cp++) {
		char bytes[UTF8_MAX];
		fold_text(&m->scratch, bytes, utf8_encode(cp, bytes));
		if (m->scratch.count == 1 && m->scratch.cps[0] < CODES_COUNT)
			m->folded[cp] = codes_of(m->codes, m->scratch.cps[0]);
	}
}

struct plane_maker *plane_maker_new(const struct codes *codes)
{
	struct plane_maker *m = memory_new(sizeof(*m));
	m->codes = codes;
	learn_folding(m);
	return m;
}

struct plane_maker *plane_maker_another(const struct plane_maker *m)
{
	struct plane_maker *another = memory_new(sizeof(*another));
	another->codes = m->codes;
	memcpy(another->folded, m->folded, sizeof(m->folded));
	return another;
}

static void drop(struct plane_maker *m)
{
	free(m->cells);
	free(m->starts);
	free(m->astral);
	m->cells = NULL;
	m->starts = NULL;
	m->astral = NULL;
	m->capacity = m->start_capacity = m->astral_capacity = 0;
}

void plane_maker_free(struct plane_maker *m)
{
	if (!m)
		return;
	drop(m);
	fold_done(&m->scratch);
	free(m);
}

/* Room for `more` codes; the margins are always there. */
static inline void reserve(struct plane_maker *m, size_t more)
{
	size_t need = m->plane.count + more + 2 * PLANE_MARGIN + BLOCK;
	if (need > m->capacity)
		m->cells = memory_grow(m->cells, &m->capacity, need, sizeof(*m->cells));
}

void plane_maker_begin(struct plane_maker *m, size_t bytes)
{
	drop(m);
	m->plane = (struct plane){ .codes = m->codes, .owned = true };
	memset(m->times, 0, sizeof(m->times));
	m->between = false;
	/* Not zeroed: what is never written is never taken from the system. Three bytes of
	 * Chinese are one code. */
	reserve(m, bytes / 3 + bytes / 16);
	memset(m->cells, 0, PLANE_MARGIN * sizeof(*m->cells));
}

static inline void put(struct plane_maker *m, uint16_t code)
{
	m->cells[PLANE_MARGIN + m->plane.count++] = code;
	m->times[code]++;
}

static void put_folded(struct plane_maker *m, const char *text, size_t n)
{
	fold_text(&m->scratch, text, n);
	reserve(m, m->scratch.count + LONGEST);
	for (size_t i = 0; i < m->scratch.count; i++) {
		uint32_t cp = m->scratch.cps[i];
		if (cp >= CODES_COUNT) {
			m->astral = memory_grow(m->astral, &m->astral_capacity,
						m->plane.astral_count + 1, sizeof(*m->astral));
			m->astral[m->plane.astral_count++] =
				(struct plane_astral){ .at = m->plane.count, .cp = cp };
		}
		put(m, codes_of(m->codes, cp));
	}
}

/* Nearly all of a Chinese text are ASCII and three bytes with a lead from E1 to EF, which but for ED need no
 * more than this to be valid: twice as fast as asking utf8.h for each. */
static inline size_t decode(const char *text, size_t n, uint32_t *cp)
{
	const unsigned char *b = (const unsigned char *)text;
	if (b[0] < 0x80) {
		*cp = b[0];
		return 1;
	}
	if (n >= 3 && b[0] >= 0xE1 && b[0] <= 0xEF && b[0] != 0xED && (b[1] & 0xC0) == 0x80 &&
	    (b[2] & 0xC0) == 0x80) {
		*cp = (b[0] & 0xFu) << 12 | (b[1] & 0x3Fu) << 6 | (b[2] & 0x3Fu);
		return 3;
	}
	return utf8_decode(text, n, cp);
}

/* Puts what the table knows, up to the first character that it does not; returns its bytes. Apart, so
 * that what is counted stays in registers: a third faster. */
static size_t put_known(struct plane_maker *m, const char *text, size_t n)
{
	uint16_t *cells = m->cells + PLANE_MARGIN + m->plane.count, *next = cells;
	const uint16_t *folded = m->folded;
	uint32_t *times = m->times;
	size_t at = 0;
	while (at < n) {
		uint32_t cp;
		size_t length = decode(text + at, n - at, &cp);
		uint16_t code = cp < CODES_COUNT ? folded[cp] : 0;
		if (code == 0)
			break;
		*next++ = code;
		times[code]++;
		at += length;
	}
	m->plane.count += (size_t)(next - cells);
	return at;
}

void plane_maker_value(struct plane_maker *m, const char *text, size_t n)
{
	/* A character of the table is one code, however many bytes; others are reserved for. */
	reserve(m, n + LONGEST);
	if (m->between)
		put(m, CODES_BREAK);
	m->between = true;
	for (size_t at = put_known(m, text, n); at < n;) {
		uint32_t cp;
		size_t length = decode(text + at, n - at, &cp);
		if (cp > ' ') {
			put_folded(m, text + at, length);
			reserve(m, n - at + LONGEST);
		}
		at += length;
		at += put_known(m, text + at, n - at);
	}
}

void plane_maker_end_item(struct plane_maker *m)
{
	struct plane *p = &m->plane;
	reserve(m, 1);
	put(m, CODES_END);
	m->between = false;
	p->items++;
	if (p->items % PLANE_STRIDE == 0) {
		size_t n = p->items / PLANE_STRIDE;
		m->starts = memory_grow(m->starts, &m->start_capacity, n + 2, sizeof(*m->starts));
		m->starts[n] = p->count;
	}
}

static void append_astral(struct plane_maker *m, const struct plane_maker *next)
{
	for (size_t i = 0; i < next->plane.astral_count; i++) {
		m->astral = memory_grow(m->astral, &m->astral_capacity, m->plane.astral_count + 1,
					sizeof(*m->astral));
		struct plane_astral *a = &m->astral[m->plane.astral_count++];
		*a = next->astral[i];
		a->at += m->plane.count;
	}
}

void plane_maker_append(struct plane_maker *m, struct plane_maker *next)
{
	struct plane *p = &m->plane;
	size_t strides = p->items / PLANE_STRIDE, more = next->plane.items / PLANE_STRIDE;
	assert(p->items % PLANE_STRIDE == 0);
	reserve(m, next->plane.count);
	memcpy(m->cells + PLANE_MARGIN + p->count, next->cells + PLANE_MARGIN,
	       next->plane.count * sizeof(*m->cells));
	m->starts =
		memory_grow(m->starts, &m->start_capacity, strides + more + 2, sizeof(*m->starts));
	for (size_t i = 1; i <= more; i++)
		m->starts[strides + i] = next->starts[i] + p->count;
	append_astral(m, next);
	for (size_t code = 0; code < CODES_COUNT; code++)
		m->times[code] += next->times[code];
	p->items += next->plane.items;
	p->count += next->plane.count;
	plane_maker_begin(next, 0);
}

/* A number of turns that is known lets the compiler count many codes at once. */
static uint32_t ends_in_block(const uint16_t *cells)
{
	uint16_t ends = 0;
	for (size_t i = 0; i < BLOCK; i++)
		ends = (uint16_t)(ends + (cells[i] == CODES_END));
	return ends;
}

/* The last block may reach into the margin, behind all items. */
static uint32_t *number_items(const uint16_t *cells, size_t count)
{
	size_t blocks = (count + BLOCK - 1) / BLOCK;
	uint32_t *first = memory_new((blocks + 1) * sizeof(*first));
	uint32_t item = 0;
	for (size_t k = 0; k < blocks; k++) {
		first[k] = item;
		item += ends_in_block(cells + k * BLOCK);
	}
	return first;
}

static void list_seen(const struct plane_maker *m, struct plane *p)
{
	size_t capacity = 0;
	struct plane_seen *seen = NULL;
	for (size_t code = CODES_BREAK; code < CODES_COUNT; code++) {
		if (m->times[code] == 0)
			continue;
		seen = memory_grow(seen, &capacity, p->seen_count + 1, sizeof(*seen));
		seen[p->seen_count++] = (struct plane_seen){ m->times[code], (uint16_t)code };
	}
	p->seen = seen;
}

void plane_maker_take(struct plane_maker *m, struct plane *out)
{
	struct plane *p = &m->plane;
	if (!m->cells)
		plane_maker_begin(m, 0);
	size_t used = p->count + 2 * PLANE_MARGIN + BLOCK;
	memset(m->cells + PLANE_MARGIN + p->count, 0, (PLANE_MARGIN + BLOCK) * sizeof(*m->cells));
	m->cells = memory_resize(m->cells, used * sizeof(*m->cells));
	size_t n = plane_strides(p);
	m->starts = memory_grow(m->starts, &m->start_capacity, n + 1, sizeof(*m->starts));
	m->starts[0] = 0;
	m->starts[n] = p->count;
	p->cells = m->cells + PLANE_MARGIN;
	p->starts = m->starts;
	p->astral = m->astral;
	p->first = number_items(p->cells, p->count);
	list_seen(m, p);
	*out = *p;
	m->cells = NULL;
	m->starts = NULL;
	m->astral = NULL;
	drop(m);
	m->plane = (struct plane){ 0 };
}

uint32_t plane_times(const struct plane *p, uint16_t code)
{
	size_t low = 0, high = p->seen_count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (p->seen[middle].code < code)
			low = middle + 1;
		else
			high = middle;
	}
	return low < p->seen_count && p->seen[low].code == code ? p->seen[low].times : 0;
}

uint32_t plane_cp(const struct plane *p, size_t position)
{
	uint16_t code = p->cells[position];
	if (!codes_is_astral(code))
		return p->codes->cp[code];
	size_t low = 0, high = p->astral_count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (p->astral[middle].at < position)
			low = middle + 1;
		else
			high = middle;
	}
	return p->astral[low].cp;
}

size_t plane_bytes(const struct plane *p)
{
	return (p->count + 2 * PLANE_MARGIN + BLOCK) * sizeof(*p->cells) +
	       (plane_blocks(p) + 1) * sizeof(*p->first) +
	       (plane_strides(p) + 1) * sizeof(*p->starts) + p->seen_count * sizeof(*p->seen) +
	       p->astral_count * sizeof(*p->astral);
}

void plane_done(struct plane *p)
{
	if (p->owned) {
		free((uint16_t *)p->cells - (p->cells ? PLANE_MARGIN : 0));
		free((uint32_t *)p->first);
		free((uint64_t *)p->starts);
		free((struct plane_seen *)p->seen);
		free((struct plane_astral *)p->astral);
	}
	*p = (struct plane){ 0 };
}
