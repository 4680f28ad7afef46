#include "search/kernel_parts.h"

#if defined(__aarch64__)

#include <arm_neon.h>

enum { LANES = 8 };

/* One bit from each of eight lanes that are all ones or all zeros. */
static inline uint64_t gather(uint16x8_t lanes)
{
	static const uint16_t weights[LANES] = { 1, 2, 4, 8, 16, 32, 64, 128 };
	return vaddvq_u16(vandq_u16(lanes, vld1q_u16(weights)));
}

/* The loads of the bounds and of the codes are cheap; the block in four parts of two vectors. */
static inline uint64_t members(const struct kernel_set *s, const uint16_t *codes)
{
	uint64_t all = 0;
	for (int part = 0; part < KERNEL_BLOCK; part += 2 * LANES) {
		uint16x8_t c0 = vld1q_u16(codes + part), c1 = vld1q_u16(codes + part + LANES);
		uint16x8_t m0 = vdupq_n_u16(0), m1 = m0;
		for (size_t i = 0; i < s->count; i++) {
			uint16x8_t low = vdupq_n_u16(s->ranges[i].low);
			uint16x8_t high = vdupq_n_u16(s->ranges[i].high);
			m0 = vorrq_u16(m0, vandq_u16(vcgeq_u16(c0, low), vcleq_u16(c0, high)));
			m1 = vorrq_u16(m1, vandq_u16(vcgeq_u16(c1, low), vcleq_u16(c1, high)));
		}
		all |= (gather(m0) | gather(m1) << LANES) << part;
	}
	return all;
}

void kernel_neon_find(const struct kernel_test *test, const uint16_t *codes, size_t blocks,
		      uint64_t *found)
{
	for (size_t k = 0; k < blocks; k++, codes += KERNEL_BLOCK) {
		kernel_prefetch(codes);
		found[k] = members(&test->a, codes);
		if (found[k] && test->distance != 0)
			found[k] &= members(&test->b, codes + test->distance);
	}
}

void kernel_neon_mark(const uint16_t *codes, size_t blocks, const uint64_t *found,
		      const uint32_t *first, uint64_t *items)
{
	static const struct kernel_set end = { .ranges = { { 0, 0 } }, .count = 1 };
	for (size_t k = 0; k < blocks; k++, codes += KERNEL_BLOCK) {
		if (found[k])
			kernel_items(found[k], members(&end, codes), first[k], items);
	}
}

#endif
