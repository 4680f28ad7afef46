#include "search/kernel.h"

#include "search/kernel_parts.h"

static void plain_find(const struct kernel_test *test, const uint16_t *codes, size_t blocks,
		       uint64_t *found)
{
	for (size_t k = 0; k < blocks; k++, codes += KERNEL_BLOCK) {
		found[k] = 0;
		for (int i = 0; i < KERNEL_BLOCK; i++) {
			bool holds = codes[i] == test->a &&
				     (test->distance == 0 || codes[i + test->distance] == test->b);
			found[k] |= (uint64_t)holds << i;
		}
	}
}

static void plain_split(const uint16_t *said, size_t sets, size_t blocks, uint64_t *members)
{
	for (size_t k = 0; k < blocks; k++, said += KERNEL_BLOCK) {
		for (size_t s = 0; s < sets; s++) {
			uint64_t bits = 0;
			for (int i = 0; i < KERNEL_BLOCK; i++)
				bits |= (uint64_t)(said[i] >> s & 1) << i;
			members[s * KERNEL_PIECE + k] = bits;
		}
	}
}

static void plain_mark(const uint16_t *codes, size_t blocks, const uint64_t *found,
		       const uint32_t *first, uint64_t *items)
{
	for (size_t k = 0; k < blocks; k++, codes += KERNEL_BLOCK) {
		uint64_t ends = 0;
		for (int i = 0; found[k] && i < KERNEL_BLOCK; i++)
			ends |= (uint64_t)(codes[i] == 0) << i;
		kernel_items(found[k], ends, first[k], items);
	}
}

bool kernel_available(enum kernel kind)
{
	switch (kind) {
	case KERNEL_PLAIN:
		return true;
#if defined(__x86_64__)
	case KERNEL_SSE2:
		return true;
	case KERNEL_AVX2:
		return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("popcnt") &&
		       __builtin_cpu_supports("bmi") && __builtin_cpu_supports("bmi2");
	case KERNEL_AVX512:
		return kernel_available(KERNEL_AVX2) && __builtin_cpu_supports("avx512f") &&
		       __builtin_cpu_supports("avx512bw");
#elif defined(__aarch64__)
	case KERNEL_NEON:
		return true;
#endif
	default:
		return false;
	}
}

enum kernel kernel_best(void)
{
	static const enum kernel order[] = { KERNEL_AVX512, KERNEL_AVX2, KERNEL_SSE2, KERNEL_NEON };
	for (size_t i = 0; i < sizeof(order) / sizeof(order[0]); i++) {
		if (kernel_available(order[i]))
			return order[i];
	}
	return KERNEL_PLAIN;
}

const char *kernel_name(enum kernel kind)
{
	static const char *const names[] = { "plain", "sse2", "avx2", "avx512", "neon" };
	return names[kind];
}

void kernel_find(enum kernel kind, const struct kernel_test *test, const uint16_t *codes,
		 size_t blocks, uint64_t *found)
{
	switch (kind) {
#if defined(__x86_64__)
	case KERNEL_AVX512:
		kernel_avx512_find(test, codes, blocks, found);
		break;
	case KERNEL_AVX2:
		kernel_avx2_find(test, codes, blocks, found);
		break;
	case KERNEL_SSE2:
		kernel_sse2_find(test, codes, blocks, found);
		break;
#elif defined(__aarch64__)
	case KERNEL_NEON:
		kernel_neon_find(test, codes, blocks, found);
		break;
#endif
	default:
		plain_find(test, codes, blocks, found);
	}
}

static void split(enum kernel kind, const uint16_t *said, size_t sets, size_t blocks,
		  uint64_t *members)
{
	switch (kind) {
#if defined(__x86_64__)
	case KERNEL_AVX512:
		kernel_avx512_split(said, sets, blocks, members);
		break;
	case KERNEL_AVX2:
		kernel_avx2_split(said, sets, blocks, members);
		break;
	case KERNEL_SSE2:
		kernel_sse2_split(said, sets, blocks, members);
		break;
#elif defined(__aarch64__)
	case KERNEL_NEON:
		kernel_neon_split(said, sets, blocks, members);
		break;
#endif
	default:
		plain_split(said, sets, blocks, members);
	}
}

void kernel_sets(enum kernel kind, const uint16_t *table, size_t sets, const uint16_t *codes,
		 size_t blocks, uint64_t *members)
{
	uint16_t said[KERNEL_PIECE * KERNEL_BLOCK];
	for (size_t k = 0; k < blocks; k++) {
		const uint16_t *from = codes + k * KERNEL_BLOCK;
		uint16_t *to = said + k * KERNEL_BLOCK;
		kernel_prefetch(from);
		for (size_t i = 0; i < KERNEL_BLOCK; i += 4) {
			to[i] = table[from[i]];
			to[i + 1] = table[from[i + 1]];
			to[i + 2] = table[from[i + 2]];
			to[i + 3] = table[from[i + 3]];
		}
	}
	split(kind, said, sets, blocks, members);
}

void kernel_mark(enum kernel kind, const uint16_t *codes, size_t blocks, const uint64_t *found,
		 const uint32_t *first, uint64_t *items)
{
	switch (kind) {
#if defined(__x86_64__)
	case KERNEL_AVX512:
		kernel_avx512_mark(codes, blocks, found, first, items);
		break;
	case KERNEL_AVX2:
		kernel_avx2_mark(codes, blocks, found, first, items);
		break;
	case KERNEL_SSE2:
		kernel_sse2_mark(codes, blocks, found, first, items);
		break;
#elif defined(__aarch64__)
	case KERNEL_NEON:
		kernel_neon_mark(codes, blocks, found, first, items);
		break;
#endif
	default:
		plain_mark(codes, blocks, found, first, items);
	}
}
