#include "search/kernel_parts.h"

#if defined(__x86_64__)

#include <immintrin.h>

#define AVX512 __attribute__((target("avx512f,avx512bw,popcnt,bmi,bmi2")))

enum { HALF = KERNEL_BLOCK / 2 };

AVX512 static inline uint64_t equal(__m512i code, const uint16_t *codes)
{
	return _mm512_cmpeq_epi16_mask(_mm512_loadu_si512(codes), code) |
	       (uint64_t)_mm512_cmpeq_epi16_mask(_mm512_loadu_si512(codes + HALF), code) << HALF;
}

AVX512 void kernel_avx512_find(const struct kernel_test *test, const uint16_t *codes, size_t blocks,
			       uint64_t *found)
{
	__m512i a = _mm512_set1_epi16((short)test->a), b = _mm512_set1_epi16((short)test->b);
	for (size_t k = 0; k < blocks; k++, codes += KERNEL_BLOCK) {
		kernel_prefetch(codes);
		found[k] = equal(a, codes);
		if (test->distance != 0)
			found[k] &= equal(b, codes + test->distance);
	}
}

/* The low bytes of 64 lanes. */
AVX512 static inline __m512i bytes(__m512i x0, __m512i x1)
{
	return _mm512_inserti64x4(_mm512_castsi256_si512(_mm512_cvtepi16_epi8(x0)),
				  _mm512_cvtepi16_epi8(x1), 1);
}

/* Set by set over bytes, so that a set and a block take one test. */
AVX512 void kernel_avx512_split(const uint16_t *said, size_t sets, size_t blocks, uint64_t *members)
{
	__m512i halves[2][KERNEL_PIECE];
	for (size_t k = 0; k < blocks; k++, said += KERNEL_BLOCK) {
		__m512i x0 = _mm512_loadu_si512(said), x1 = _mm512_loadu_si512(said + HALF);
		halves[0][k] = bytes(x0, x1);
		if (sets > 8)
			halves[1][k] = bytes(_mm512_srli_epi16(x0, 8), _mm512_srli_epi16(x1, 8));
	}
	for (size_t s = 0; s < sets; s++) {
		__m512i bit = _mm512_set1_epi8((char)(1 << s % 8));
		for (size_t k = 0; k < blocks; k++)
			members[s * KERNEL_PIECE + k] = _mm512_test_epi8_mask(halves[s / 8][k], bit);
	}
}

AVX512 void kernel_avx512_mark(const uint16_t *codes, size_t blocks, const uint64_t *found,
			       const uint32_t *first, uint64_t *items)
{
	for (size_t k = 0; k < blocks; k++, codes += KERNEL_BLOCK) {
		if (!found[k])
			continue;
		uint64_t ends = equal(_mm512_setzero_si512(), codes);
		kernel_carry(found[k], ends, first[k], items);
	}
}

#endif
