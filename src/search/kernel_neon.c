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

static inline uint64_t equal(uint16_t code, const uint16_t *codes)
{
	uint64_t all = 0;
	uint16x8_t wanted = vdupq_n_u16(code);
	for (int i = 0; i < KERNEL_BLOCK; i += LANES)
		all |= gather(vceqq_u16(vld1q_u16(codes + i), wanted)) << i;
	return all;
}

void kernel_neon_find(const struct kernel_test *test, const uint16_t *codes, size_t blocks,
		      uint64_t *found)
{
	for (size_t k = 0; k < blocks; k++, codes += KERNEL_BLOCK) {
		kernel_prefetch(codes);
		found[k] = equal(test->a, codes);
		if (found[k] && test->distance != 0)
			found[k] &= equal(test->b, codes + test->distance);
	}
}

void kernel_neon_split(const uint16_t *said, size_t sets, size_t blocks, uint64_t *members)
{
	for (size_t k = 0; k < blocks; k++, said += KERNEL_BLOCK) {
		for (size_t s = 0; s < sets; s++) {
			uint16x8_t bit = vdupq_n_u16((uint16_t)(1u << s));
			members[s * KERNEL_PIECE + k] = 0;
			for (int i = 0; i < KERNEL_BLOCK; i += LANES)
				members[s * KERNEL_PIECE + k] |= gather(vtstq_u16(vld1q_u16(said + i), bit)) << i;
		}
	}
}

void kernel_neon_mark(const uint16_t *codes, size_t blocks, const uint64_t *found,
		      const uint32_t *first, uint64_t *items)
{
	for (size_t k = 0; k < blocks; k++, codes += KERNEL_BLOCK) {
		if (found[k])
			kernel_items(found[k], equal(0, codes), first[k], items);
	}
}

#endif
