#include "search/sum.h"

#include "support/check.h"

TEST(a_sum_finds_every_wrong_byte)
{
	enum { N = 4 * SUM_STEP };
	unsigned char bytes[N] __attribute__((aligned(8)));
	for (size_t i = 0; i < N; i++)
		bytes[i] = (unsigned char)(i * 7);
	uint64_t sum = sum_chunk(bytes, N, 5);
	for (size_t i = 0; i < N; i++) {
		for (int bit = 0; bit < 8; bit++) {
			bytes[i] ^= (unsigned char)(1 << bit);
			TRUE(sum_chunk(bytes, N, 5) != sum);
			bytes[i] ^= (unsigned char)(1 << bit);
		}
	}
	TRUE(sum_chunk(bytes, N, 5) == sum && sum_chunk(bytes, N, 6) != sum);
	TRUE(sum_chunk(bytes, N - SUM_STEP, 5) != sum);
}
