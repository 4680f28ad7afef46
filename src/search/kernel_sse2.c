#include "search/kernel_parts.h"

#if defined(__x86_64__)

#include <emmintrin.h>

enum { HALF = KERNEL_BLOCK / 2 }; /* four vectors: more would not stay in registers */

struct wide {
	__m128i low[KERNEL_RANGES], width[KERNEL_RANGES];
	size_t count;
};

static void widen(struct wide *w, const struct kernel_set *s)
{
	w->count = s->count;
	for (size_t i = 0; i < s->count; i++) {
		struct kernel_range r = s->ranges[i];
		w->low[i] = _mm_set1_epi16((short)r.low);
		w->width[i] = _mm_set1_epi16((short)(uint16_t)(r.high - r.low));
	}
}

static inline uint32_t gather(__m128i x0, __m128i x1, __m128i x2, __m128i x3)
{
	return (uint32_t)_mm_movemask_epi8(_mm_packs_epi16(x0, x1)) |
	       (uint32_t)_mm_movemask_epi8(_mm_packs_epi16(x2, x3)) << 16;
}

/* As with AVX2, but there is no smallest of unsigned lanes: each range is compared with zero. */
static inline __m128i inside(__m128i codes, __m128i low, __m128i width)
{
	return _mm_cmpeq_epi16(_mm_subs_epu16(_mm_sub_epi16(codes, low), width),
			       _mm_setzero_si128());
}

static inline uint32_t half(const struct wide *w, const uint16_t *codes)
{
	const __m128i *at = (const __m128i *)codes;
	__m128i c0 = _mm_loadu_si128(at), c1 = _mm_loadu_si128(at + 1);
	__m128i c2 = _mm_loadu_si128(at + 2), c3 = _mm_loadu_si128(at + 3);
	__m128i m0 = _mm_setzero_si128(), m1 = m0, m2 = m0, m3 = m0;
	for (size_t i = 0; i < w->count; i++) {
		__m128i low = w->low[i], width = w->width[i];
		m0 = _mm_or_si128(m0, inside(c0, low, width));
		m1 = _mm_or_si128(m1, inside(c1, low, width));
		m2 = _mm_or_si128(m2, inside(c2, low, width));
		m3 = _mm_or_si128(m3, inside(c3, low, width));
	}
	return gather(m0, m1, m2, m3);
}

static inline uint64_t members(const struct wide *w, const uint16_t *codes)
{
	return half(w, codes) | (uint64_t)half(w, codes + HALF) << HALF;
}

void kernel_sse2_find(const struct kernel_test *test, const uint16_t *codes, size_t blocks,
		      uint64_t *found)
{
	struct wide a, b;
	widen(&a, &test->a);
	widen(&b, &test->b);
	for (size_t k = 0; k < blocks; k++, codes += KERNEL_BLOCK) {
		kernel_prefetch(codes);
		found[k] = members(&a, codes);
		if (found[k] && test->distance != 0)
			found[k] &= members(&b, codes + test->distance);
	}
}

static uint32_t half_ends(const uint16_t *codes)
{
	const __m128i *at = (const __m128i *)codes;
	__m128i zero = _mm_setzero_si128();
	return gather(_mm_cmpeq_epi16(_mm_loadu_si128(at), zero),
		      _mm_cmpeq_epi16(_mm_loadu_si128(at + 1), zero),
		      _mm_cmpeq_epi16(_mm_loadu_si128(at + 2), zero),
		      _mm_cmpeq_epi16(_mm_loadu_si128(at + 3), zero));
}

void kernel_sse2_mark(const uint16_t *codes, size_t blocks, const uint64_t *found,
		      const uint32_t *first, uint64_t *items)
{
	for (size_t k = 0; k < blocks; k++, codes += KERNEL_BLOCK) {
		if (!found[k])
			continue;
		uint64_t ends = half_ends(codes) | (uint64_t)half_ends(codes + HALF) << HALF;
		kernel_items(found[k], ends, first[k], items);
	}
}

#endif
