/* The kernel: where in an array of codes a code of set a stands, with a code of set b at a fixed
 * distance. Everything that a query word can be is looked for with it (match.h).
 *
 * Sets are ranges of codes. Two places suffice: with the two rarest of a word the candidates that
 * are no match cost less than testing a third place would. 64 codes are a block, and give a word
 * of 64 bits.
 *
 * Chosen at run time: AVX-512 (BW) or AVX2 where the processor has it, SSE2 on any other x86-64, NEON on arm64,
 * plain C everywhere else; all give the same answers, which a test holds them to. Measured on 46
 * million codes (a million measures), one thread, one range: in the cache AVX2 2.1 ms, SSE2 3.5 ms,
 * plain C 47 ms, and with AVX2 1.0 ms more for each further range, AVX-512 0.7 ms, SSE2 2.5 ms; from memory 11 ms, and
 * with the block 8 KB further on asked for in advance 3.5 ms. */
#ifndef SEARCH_KERNEL_H
#define SEARCH_KERNEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	KERNEL_BLOCK = 64,  /* codes */
	KERNEL_RANGES = 48, /* most ranges of a set */
	KERNEL_REACH = 64,  /* longest distance, forth or back, in codes */
};

enum kernel { KERNEL_PLAIN, KERNEL_SSE2, KERNEL_AVX2, KERNEL_AVX512, KERNEL_NEON, KERNEL_KINDS };

struct kernel_range {
	uint16_t low, high; /* both belong to it */
};

struct kernel_set {
	struct kernel_range ranges[KERNEL_RANGES];
	size_t count;
};

struct kernel_test {
	struct kernel_set a, b;
	int distance; /* from the code in a to the one in b; 0: a alone, b is empty */
};

bool kernel_available(enum kernel kind); /* built in, and the processor has it */
enum kernel kernel_best(void);		 /* of those available */
const char *kernel_name(enum kernel kind);

/* Bit i of found[k]: codes[64 k + i] is in a, and codes[64 k + i + distance] in b. Reads KERNEL_REACH
 * codes before the first block and behind the last one. */
void kernel_find(enum kernel kind, const struct kernel_test *test, const uint16_t *codes,
		 size_t blocks, uint64_t *found);

/* Sets the bits of the items in which something was found, where no code 0 was. An item ends with a
 * code 0; first[k] is the number of the item that codes[64 k] belongs to. A word of `items` in which no
 * bit is to be set is not touched. */
void kernel_mark(enum kernel kind, const uint16_t *codes, size_t blocks, const uint64_t *found,
		 const uint32_t *first, uint64_t *items);

#endif
