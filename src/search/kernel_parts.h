/* What the kinds of kernel (kernel.h) have in common, and what each of them provides: find, mark, and
 * split, which makes bits of what a table said of each code. */
#ifndef SEARCH_KERNEL_PARTS_H
#define SEARCH_KERNEL_PARTS_H

#include "search/kernel.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

enum { KERNEL_AHEAD = 4096 /* codes: one piece of match.c */ };

/* `ends`: where items end in the block. Inlined into each kind, so that it counts bits with the
 * instruction that the kind has. */
__attribute__((always_inline)) static inline void kernel_items(uint64_t found, uint64_t ends,
							       uint32_t first, uint64_t *items)
{
	while (found) {
		uint64_t lowest = found & (~found + 1), before = lowest - 1;
		size_t item = first + (size_t)__builtin_popcountll(ends & before);
		items[item / 64] |= UINT64_C(1) << item % 64;
		/* One hit in an item is enough: on to the next one. */
		uint64_t behind = ends & ~before;
		if (behind == 0)
			break;
		found &= ~(behind ^ (behind - 1));
	}
}

/* The block that will be looked at some hundred nanoseconds from now. */
__attribute__((always_inline)) static inline void kernel_prefetch(const uint16_t *codes)
{
	__builtin_prefetch(codes + KERNEL_AHEAD);
	__builtin_prefetch(codes + KERNEL_AHEAD + KERNEL_BLOCK / 2);
}

#if defined(__x86_64__)
/* As kernel_items(), without a branch that depends on the text, for AVX2 and above: for a
 * word in most measures 11 ms instead of 16 ms, all in all. Ones from one
 * end to the next, and a bit found among them added, carry into that end. */
__attribute__((target("popcnt,bmi,bmi2"))) static inline void
kernel_carry(uint64_t found, uint64_t ends, uint32_t first, uint64_t *items)
{
	unsigned long long sum;
	uint64_t open = __builtin_add_overflow(~ends, found, &sum);
	uint64_t hit = _pext_u64(sum, ends) | open << __builtin_popcountll(ends);
	uint64_t low = hit << first % 64, high = hit >> 1 >> (63 - first % 64);
	/* A word without a hit may be another thread's. */
	if (low)
		items[first / 64] |= low;
	if (high)
		items[first / 64 + 1] |= high;
}

void kernel_sse2_find(const struct kernel_test *test, const uint16_t *codes, size_t blocks,
		      uint64_t *found);
void kernel_sse2_split(const uint16_t *said, size_t sets, size_t blocks, uint64_t *members);
void kernel_sse2_mark(const uint16_t *codes, size_t blocks, const uint64_t *found,
		      const uint32_t *first, uint64_t *items);
void kernel_avx2_find(const struct kernel_test *test, const uint16_t *codes, size_t blocks,
		      uint64_t *found);
void kernel_avx2_split(const uint16_t *said, size_t sets, size_t blocks, uint64_t *members);
void kernel_avx2_mark(const uint16_t *codes, size_t blocks, const uint64_t *found,
		      const uint32_t *first, uint64_t *items);
void kernel_avx512_find(const struct kernel_test *test, const uint16_t *codes, size_t blocks,
			uint64_t *found);
void kernel_avx512_split(const uint16_t *said, size_t sets, size_t blocks, uint64_t *members);
void kernel_avx512_mark(const uint16_t *codes, size_t blocks, const uint64_t *found,
			const uint32_t *first, uint64_t *items);
#elif defined(__aarch64__)
void kernel_neon_find(const struct kernel_test *test, const uint16_t *codes, size_t blocks,
		      uint64_t *found);
void kernel_neon_split(const uint16_t *said, size_t sets, size_t blocks, uint64_t *members);
void kernel_neon_mark(const uint16_t *codes, size_t blocks, const uint64_t *found,
		      const uint32_t *first, uint64_t *items);
#endif

#endif
