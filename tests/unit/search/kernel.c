#include "search/kernel.h"

#include <stdlib.h>
#include <string.h>

#include "support/check.h"

enum { MARGIN = 2 * KERNEL_REACH, CODES = 64 * 8 + 3 * MARGIN, ROUNDS = 40 };

static uint64_t seed = 7;

static size_t below(size_t n)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (size_t)(seed % n);
}

static void invent_set(struct kernel_set *s, size_t most)
{
	static const uint16_t edges[] = { 0, 1, 0x7FFF, 0x8000, 0x8001, 0xFFFE, 0xFFFF };
	s->count = 1 + below(most);
	for (size_t i = 0; i < s->count; i++) {
		uint16_t low = (uint16_t)below(0x10000), high;
		if (below(3) == 0)
			low = edges[below(7)];
		high = (uint16_t)(low + below(below(2) ? 2 : 0x3000));
		s->ranges[i] = (struct kernel_range){ low, high < low ? 0xFFFF : high };
	}
}

/* Codes at the edges of the ranges are the ones that go wrong. */
static uint16_t invent_code(const struct kernel_test *t)
{
	const struct kernel_set *s = below(2) && t->distance ? &t->b : &t->a;
	struct kernel_range r = s->ranges[below(s->count)];
	switch (below(6)) {
	case 0:
		return r.low;
	case 1:
		return r.high;
	case 2:
		return (uint16_t)(r.low - 1);
	case 3:
		return (uint16_t)(r.high + 1);
	case 4:
		return 0;
	default:
		return (uint16_t)below(0x10000);
	}
}

static bool is_in(const struct kernel_set *s, unsigned code)
{
	bool in = false;
	for (size_t i = 0; i < s->count; i++)
		in |= code >= s->ranges[i].low && code <= s->ranges[i].high;
	return in;
}

static void check_find(enum kernel kind, const struct kernel_test *t, const uint16_t *codes,
		       size_t blocks, uint64_t *found)
{
	kernel_find(kind, t, codes, blocks, found);
	for (size_t i = 0; i < blocks * KERNEL_BLOCK; i++) {
		bool want = is_in(&t->a, codes[i]) &&
			    (t->distance == 0 || is_in(&t->b, codes[(long)i + t->distance]));
		TRUE((found[i / 64] >> i % 64 & 1) == want);
	}
}

static void check_mark(enum kernel kind, const uint16_t *codes, size_t blocks, uint64_t *found)
{
	uint64_t items[CODES / 64 + 2] = { 0 }, want[CODES / 64 + 2] = { 0 };
	uint32_t first[8] = { 0 };
	size_t item = below(60);
	for (size_t i = 0; i < blocks * KERNEL_BLOCK; i++) {
		if (i % KERNEL_BLOCK == 0)
			first[i / KERNEL_BLOCK] = (uint32_t)item;
		if (codes[i] == 0)
			found[i / 64] &= ~(UINT64_C(1) << i % 64);
		else if (found[i / 64] >> i % 64 & 1)
			want[item / 64] |= UINT64_C(1) << item % 64;
		item += codes[i] == 0;
	}
	kernel_mark(kind, codes, blocks, found, first, items);
	TRUE(memcmp(items, want, sizeof(items)) == 0);
}

static void check_kind(enum kernel kind)
{
	uint16_t *all = calloc(CODES, sizeof(*all));
	uint64_t found[8];
	TRUE(all != NULL);
	for (int round = 0; round < ROUNDS; round++) {
		struct kernel_test t = { .distance =
						 (int)below(2 * KERNEL_REACH + 1) - KERNEL_REACH };
		size_t most = round % 10 == 0 ? KERNEL_RANGES : 4;
		invent_set(&t.a, most);
		if (t.distance != 0)
			invent_set(&t.b, most);
		for (size_t i = 0; i < CODES; i++)
			all[i] = invent_code(&t);
		for (size_t shift = 0; shift < 32; shift++) {
			const uint16_t *codes = all + MARGIN + shift;
			size_t blocks = 1 + below(7);
			check_find(kind, &t, codes, blocks, found);
			check_mark(kind, codes, blocks, found);
		}
	}
	free(all);
}

TEST(every_kind_finds_and_marks_what_plain_reading_does_at_every_alignment)
{
	static const enum kernel kinds[] = { KERNEL_PLAIN, KERNEL_SSE2, KERNEL_AVX2, KERNEL_AVX512,
					     KERNEL_NEON };
	EACH (kind, kinds) {
		if (kernel_available(*kind))
			check_kind(*kind);
	}
}

TEST(nothing_is_found_in_no_blocks)
{
	struct kernel_test t = { .a = { .ranges = { { 0, 0xFFFF } }, .count = 1 } };
	uint16_t codes[3 * MARGIN] = { 0 };
	uint64_t found = 42, items = 43;
	for (enum kernel kind = KERNEL_PLAIN; kind < KERNEL_KINDS; kind++) {
		if (!kernel_available(kind))
			continue;
		kernel_find(kind, &t, codes + MARGIN, 0, &found);
		kernel_mark(kind, codes + MARGIN, 0, &found, NULL, &items);
		EQ_INT(found, 42);
		EQ_INT(items, 43);
	}
}

TEST(the_best_kernel_is_one_that_the_processor_has)
{
	TRUE(kernel_available(KERNEL_PLAIN));
	TRUE(kernel_available(kernel_best()));
	EQ_STR(kernel_name(KERNEL_AVX2), "avx2");
	EQ_STR(kernel_name(KERNEL_AVX512), "avx512");
#if defined(__x86_64__)
	TRUE(kernel_best() != KERNEL_PLAIN);
#endif
}
