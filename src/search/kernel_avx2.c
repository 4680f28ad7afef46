#include "search/kernel_parts.h"

#if defined(__x86_64__)

#include <immintrin.h>

#define AVX2 __attribute__((target("avx2,popcnt,bmi,bmi2")))

/* The ranges of a set, each bound in all lanes. */
struct wide {
	__m256i low[KERNEL_RANGES], width[KERNEL_RANGES];
	size_t count;
};

AVX2 static void widen(struct wide *w, const struct kernel_set *s)
{
	w->count = s->count;
	for (size_t i = 0; i < s->count; i++) {
		struct kernel_range r = s->ranges[i];
		w->low[i] = _mm256_set1_epi16((short)r.low);
		w->width[i] = _mm256_set1_epi16((short)(uint16_t)(r.high - r.low));
	}
}

/* 64 bits from four vectors of lanes that are all ones or all zeros. */
AVX2 static inline uint64_t gather(__m256i x0, __m256i x1, __m256i x2, __m256i x3)
{
	__m256i low = _mm256_permute4x64_epi64(_mm256_packs_epi16(x0, x1), 0xD8);
	__m256i high = _mm256_permute4x64_epi64(_mm256_packs_epi16(x2, x3), 0xD8);
	return (uint32_t)_mm256_movemask_epi8(low) | (uint64_t)(uint32_t)_mm256_movemask_epi8(high)
							     << 32;
}

/* x - low, less the width but not below zero, is zero inside the range alone: three instructions a
 * range, the smallest of all ranges, and one comparison at the end. */
AVX2 static inline uint64_t members(const struct wide *w, const uint16_t *codes)
{
	const __m256i *at = (const __m256i *)codes;
	__m256i c0 = _mm256_loadu_si256(at), c1 = _mm256_loadu_si256(at + 1);
	__m256i c2 = _mm256_loadu_si256(at + 2), c3 = _mm256_loadu_si256(at + 3);
	__m256i m0 = _mm256_set1_epi16(-1), m1 = m0, m2 = m0, m3 = m0;
	for (size_t i = 0; i < w->count; i++) {
		__m256i low = w->low[i], width = w->width[i];
		m0 = _mm256_min_epu16(m0, _mm256_subs_epu16(_mm256_sub_epi16(c0, low), width));
		m1 = _mm256_min_epu16(m1, _mm256_subs_epu16(_mm256_sub_epi16(c1, low), width));
		m2 = _mm256_min_epu16(m2, _mm256_subs_epu16(_mm256_sub_epi16(c2, low), width));
		m3 = _mm256_min_epu16(m3, _mm256_subs_epu16(_mm256_sub_epi16(c3, low), width));
	}
	__m256i zero = _mm256_setzero_si256();
	m0 = _mm256_cmpeq_epi16(m0, zero);
	m1 = _mm256_cmpeq_epi16(m1, zero);
	m2 = _mm256_cmpeq_epi16(m2, zero);
	m3 = _mm256_cmpeq_epi16(m3, zero);
	return gather(m0, m1, m2, m3);
}

AVX2 void kernel_avx2_find(const struct kernel_test *test, const uint16_t *codes, size_t blocks,
			   uint64_t *found)
{
	struct wide a, b;
	widen(&a, &test->a);
	widen(&b, &test->b);
	for (size_t k = 0; k < blocks; k++, codes += KERNEL_BLOCK) {
		kernel_prefetch(codes);
		found[k] = members(&a, codes);
		if (test->distance != 0)
			found[k] &= members(&b, codes + test->distance);
	}
}

AVX2 void kernel_avx2_mark(const uint16_t *codes, size_t blocks, const uint64_t *found,
			   const uint32_t *first, uint64_t *items)
{
	__m256i zero = _mm256_setzero_si256();
	for (size_t k = 0; k < blocks; k++, codes += KERNEL_BLOCK) {
		if (!found[k])
			continue;
		const __m256i *at = (const __m256i *)codes;
		uint64_t ends = gather(_mm256_cmpeq_epi16(_mm256_loadu_si256(at), zero),
				       _mm256_cmpeq_epi16(_mm256_loadu_si256(at + 1), zero),
				       _mm256_cmpeq_epi16(_mm256_loadu_si256(at + 2), zero),
				       _mm256_cmpeq_epi16(_mm256_loadu_si256(at + 3), zero));
		kernel_carry(found[k], ends, first[k], items);
	}
}

#endif
