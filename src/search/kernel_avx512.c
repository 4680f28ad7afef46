#include "search/kernel_parts.h"

#if defined(__x86_64__)

#include <immintrin.h>

#define AVX512 __attribute__((target("avx512f,avx512bw,popcnt,bmi,bmi2")))

enum { HALF = KERNEL_BLOCK / 2 };

/* The ranges of a set, each bound in all lanes. */
struct wide {
	__m512i low[KERNEL_RANGES], width[KERNEL_RANGES];
	size_t count;
};

AVX512 static void widen(struct wide *w, const struct kernel_set *s)
{
	w->count = s->count;
	for (size_t i = 0; i < s->count; i++) {
		struct kernel_range r = s->ranges[i];
		w->low[i] = _mm512_set1_epi16((short)r.low);
		w->width[i] = _mm512_set1_epi16((short)(uint16_t)(r.high - r.low));
	}
}

/* What is outside all ranges: two instructions a range, for a comparison looks only at lanes that the
 * ones before it left over. */
AVX512 static inline uint64_t members(const struct wide *w, const uint16_t *codes)
{
	__m512i c0 = _mm512_loadu_si512(codes), c1 = _mm512_loadu_si512(codes + HALF);
	__mmask32 m0 = UINT32_MAX, m1 = UINT32_MAX;
	for (size_t i = 0; i < w->count; i++) {
		__m512i low = w->low[i], width = w->width[i];
		m0 = _mm512_mask_cmpgt_epu16_mask(m0, _mm512_sub_epi16(c0, low), width);
		m1 = _mm512_mask_cmpgt_epu16_mask(m1, _mm512_sub_epi16(c1, low), width);
	}
	return ~(m0 | (uint64_t)m1 << HALF);
}

AVX512 void kernel_avx512_find(const struct kernel_test *test, const uint16_t *codes, size_t blocks,
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

AVX512 void kernel_avx512_mark(const uint16_t *codes, size_t blocks, const uint64_t *found,
			       const uint32_t *first, uint64_t *items)
{
	for (size_t k = 0; k < blocks; k++, codes += KERNEL_BLOCK) {
		if (!found[k])
			continue;
		__m512i c0 = _mm512_loadu_si512(codes), c1 = _mm512_loadu_si512(codes + HALF);
		uint64_t ends = _mm512_testn_epi16_mask(c0, c0) |
				(uint64_t)_mm512_testn_epi16_mask(c1, c1) << HALF;
		kernel_carry(found[k], ends, first[k], items);
	}
}

#endif
