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

/* Few codes, so that they meet, and those whose signs or borrows go wrong. */
static uint16_t invent_code(void)
{
	static const uint16_t some[] = { 0, 1, 2, 0x7FFF, 0x8000, 0x8001, 0xFFFE, 0xFFFF };
	return below(4) ? some[below(8)] : (uint16_t)below(0x10000);
}

static void check_find(enum kernel kind, const struct kernel_test *t, const uint16_t *codes,
		       size_t blocks, uint64_t *found)
{
	kernel_find(kind, t, codes, blocks, found);
	for (size_t i = 0; i < blocks * KERNEL_BLOCK; i++) {
		bool want = codes[i] == t->a &&
			    (t->distance == 0 || codes[(long)i + t->distance] == t->b);
		TRUE((found[i / 64] >> i % 64 & 1) == want);
	}
}

static void check_sets(enum kernel kind, const uint16_t *table, const uint16_t *codes,
		       size_t blocks)
{
	uint64_t members[KERNEL_PIECE * KERNEL_SETS];
	size_t sets = 1 + below(KERNEL_SETS);
	kernel_sets(kind, table, sets, codes, blocks, members);
	for (size_t i = 0; i < blocks * KERNEL_BLOCK; i++) {
		for (size_t s = 0; s < sets; s++) {
			uint64_t block = members[s * KERNEL_PIECE + i / 64];
			TRUE((block >> i % 64 & 1) == (table[codes[i]] >> s & 1));
		}
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
	uint16_t *all = calloc(CODES, sizeof(*all)), *table = calloc(0x10000, sizeof(*table));
	uint64_t found[8];
	TRUE(all && table);
	for (size_t i = 0; i < 0x10000; i++)
		table[i] = invent_code();
	for (int round = 0; round < ROUNDS; round++) {
		struct kernel_test t = { invent_code(), invent_code(),
					 (int)below(2 * KERNEL_REACH + 1) - KERNEL_REACH };
		for (size_t i = 0; i < CODES; i++)
			all[i] = invent_code();
		for (size_t shift = 0; shift < 32; shift++) {
			const uint16_t *codes = all + MARGIN + shift;
			size_t blocks = 1 + below(7);
			check_find(kind, &t, codes, blocks, found);
			check_mark(kind, codes, blocks, found);
			check_sets(kind, table, codes, blocks);
		}
	}
	free(all);
	free(table);
}

TEST(every_kind_finds_sorts_and_marks_what_plain_reading_does_at_every_alignment)
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
	struct kernel_test t = { .a = 0 };
	uint16_t codes[3 * MARGIN] = { 0 };
	uint64_t found = 42, items = 43;
	for (enum kernel kind = KERNEL_PLAIN; kind < KERNEL_KINDS; kind++) {
		if (!kernel_available(kind))
			continue;
		kernel_find(kind, &t, codes + MARGIN, 0, &found);
		kernel_sets(kind, codes, 1, codes + MARGIN, 0, &found);
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
