#include "search/kernel_parts.h"

#if defined(__x86_64__)

#include <immintrin.h>

#define AVX2 __attribute__((target("avx2,popcnt,bmi,bmi2")))

/* 64 bits from four vectors, the sign of each lane. */
AVX2 static inline uint64_t gather(__m256i x0, __m256i x1, __m256i x2, __m256i x3)
{
	__m256i low = _mm256_permute4x64_epi64(_mm256_packs_epi16(x0, x1), 0xD8);
	__m256i high = _mm256_permute4x64_epi64(_mm256_packs_epi16(x2, x3), 0xD8);
	return (uint32_t)_mm256_movemask_epi8(low) | (uint64_t)(uint32_t)_mm256_movemask_epi8(high)
							     << 32;
}

AVX2 static inline uint64_t equal(__m256i code, const uint16_t *codes)
{
	const __m256i *at = (const __m256i *)codes;
	return gather(_mm256_cmpeq_epi16(_mm256_loadu_si256(at), code),
		      _mm256_cmpeq_epi16(_mm256_loadu_si256(at + 1), code),
		      _mm256_cmpeq_epi16(_mm256_loadu_si256(at + 2), code),
		      _mm256_cmpeq_epi16(_mm256_loadu_si256(at + 3), code));
}

AVX2 void kernel_avx2_find(const struct kernel_test *test, const uint16_t *codes, size_t blocks,
			   uint64_t *found)
{
	__m256i a = _mm256_set1_epi16((short)test->a), b = _mm256_set1_epi16((short)test->b);
	for (size_t k = 0; k < blocks; k++, codes += KERNEL_BLOCK) {
		kernel_prefetch(codes);
		found[k] = equal(a, codes);
		if (test->distance != 0)
			found[k] &= equal(b, codes + test->distance);
	}
}

/* The sign of a lane is its set; packing keeps it. */
AVX2 void kernel_avx2_split(const uint16_t *said, size_t sets, size_t blocks, uint64_t *members)
{
	__m128i unused = _mm_cvtsi64_si128(KERNEL_SETS - (long long)sets);
	for (size_t k = 0; k < blocks; k++, said += KERNEL_BLOCK) {
		const __m256i *at = (const __m256i *)said;
		__m256i x0 = _mm256_sll_epi16(_mm256_loadu_si256(at), unused);
		__m256i x1 = _mm256_sll_epi16(_mm256_loadu_si256(at + 1), unused);
		__m256i x2 = _mm256_sll_epi16(_mm256_loadu_si256(at + 2), unused);
		__m256i x3 = _mm256_sll_epi16(_mm256_loadu_si256(at + 3), unused);
		for (size_t s = sets; s-- > 0;) {
			members[s * KERNEL_PIECE + k] = gather(x0, x1, x2, x3);
			x0 = _mm256_add_epi16(x0, x0);
			x1 = _mm256_add_epi16(x1, x1);
			x2 = _mm256_add_epi16(x2, x2);
			x3 = _mm256_add_epi16(x3, x3);
		}
	}
}

AVX2 void kernel_avx2_mark(const uint16_t *codes, size_t blocks, const uint64_t *found,
			   const uint32_t *first, uint64_t *items)
{
	__m256i zero = _mm256_setzero_si256();
	for (size_t k = 0; k < blocks; k++, codes += KERNEL_BLOCK) {
		if (!found[k])
			continue;
		uint64_t ends = equal(zero, codes);
		kernel_carry(found[k], ends, first[k], items);
	}
}

#endif
