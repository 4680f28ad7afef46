#include "search/kernel_parts.h"

#if defined(__x86_64__)

#include <emmintrin.h>

enum { HALF = KERNEL_BLOCK / 2 };

/* 32 bits from four vectors, the sign of each lane. */
static inline uint32_t gather(__m128i x0, __m128i x1, __m128i x2, __m128i x3)
{
	return (uint32_t)_mm_movemask_epi8(_mm_packs_epi16(x0, x1)) |
	       (uint32_t)_mm_movemask_epi8(_mm_packs_epi16(x2, x3)) << 16;
}

static inline uint32_t half_equal(__m128i code, const uint16_t *codes)
{
	const __m128i *at = (const __m128i *)codes;
	return gather(_mm_cmpeq_epi16(_mm_loadu_si128(at), code),
		      _mm_cmpeq_epi16(_mm_loadu_si128(at + 1), code),
		      _mm_cmpeq_epi16(_mm_loadu_si128(at + 2), code),
		      _mm_cmpeq_epi16(_mm_loadu_si128(at + 3), code));
}

static inline uint64_t equal(__m128i code, const uint16_t *codes)
{
	return half_equal(code, codes) | (uint64_t)half_equal(code, codes + HALF) << HALF;
}

void kernel_sse2_find(const struct kernel_test *test, const uint16_t *codes, size_t blocks,
		      uint64_t *found)
{
	__m128i a = _mm_set1_epi16((short)test->a), b = _mm_set1_epi16((short)test->b);
	for (size_t k = 0; k < blocks; k++, codes += KERNEL_BLOCK) {
		kernel_prefetch(codes);
		found[k] = equal(a, codes);
		if (found[k] && test->distance != 0)
			found[k] &= equal(b, codes + test->distance);
	}
}

/* As with AVX2, half a block at a time: more vectors would not stay in registers. */
static void split_half(const uint16_t *said, size_t sets, int shift, uint64_t *members)
{
	const __m128i *at = (const __m128i *)said;
	__m128i unused = _mm_cvtsi64_si128(KERNEL_SETS - (long long)sets);
	__m128i x0 = _mm_sll_epi16(_mm_loadu_si128(at), unused);
	__m128i x1 = _mm_sll_epi16(_mm_loadu_si128(at + 1), unused);
	__m128i x2 = _mm_sll_epi16(_mm_loadu_si128(at + 2), unused);
	__m128i x3 = _mm_sll_epi16(_mm_loadu_si128(at + 3), unused);
	for (size_t s = sets; s-- > 0;) {
		members[s * KERNEL_PIECE] |= (uint64_t)gather(x0, x1, x2, x3) << shift;
		x0 = _mm_add_epi16(x0, x0);
		x1 = _mm_add_epi16(x1, x1);
		x2 = _mm_add_epi16(x2, x2);
		x3 = _mm_add_epi16(x3, x3);
	}
}

void kernel_sse2_split(const uint16_t *said, size_t sets, size_t blocks, uint64_t *members)
{
	for (size_t k = 0; k < blocks; k++, said += KERNEL_BLOCK) {
		for (size_t s = 0; s < sets; s++)
			members[s * KERNEL_PIECE + k] = 0;
		split_half(said, sets, 0, members + k);
		split_half(said + HALF, sets, HALF, members + k);
	}
}

void kernel_sse2_mark(const uint16_t *codes, size_t blocks, const uint64_t *found,
		      const uint32_t *first, uint64_t *items)
{
	__m128i zero = _mm_setzero_si128();
	for (size_t k = 0; k < blocks; k++, codes += KERNEL_BLOCK) {
		if (found[k])
			kernel_items(found[k], equal(zero, codes), first[k], items);
	}
}

#endif
