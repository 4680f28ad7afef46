/* The kernel: the two things that are done with every code of a plane when a word is looked for
 * (match.h). 64 codes are a block, and give a word of 64 bits.
 *
 * A word as printed is found by two of its codes at their distance: with the two rarest, the
 * candidates that are no match cost less than testing a third place would.
 *
 * A pinyin word asks for sets of characters ("has a reading that begins with z"), and a table says
 * of each code which of 16 sets it belongs to. Looking up costs the same whatever the sets are:
 * 11 ms for the 46 million codes of a million measures, one thread. Comparing with the ranges of
 * codes that a set consists of was tried: 0.7 ms for each range with AVX-512, and zh* has 13, so that
 * words cost 10 to 52 ms, and sh more than zfcg by three times.
 *
 * Chosen at run time: AVX-512 (BW) or AVX2 where the processor has it, SSE2 on any other x86-64, NEON on arm64,
 * plain C everywhere else; all give the same answers, which a test holds them to. Measured on 46
 * million codes, one thread, one code: in the cache AVX2 2.1 ms, SSE2 3.5 ms, plain C 47 ms; from memory 11 ms, and
 * with the block 8 KB further on asked for in advance 3.5 ms. */
#ifndef SEARCH_KERNEL_H
#define SEARCH_KERNEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	KERNEL_BLOCK = 64,  /* codes */
	KERNEL_PIECE = 64,  /* most blocks of one call of kernel_sets() */
	KERNEL_SETS = 16,   /* most sets of a table */
	KERNEL_REACH = 64,  /* longest distance, forth or back, in codes */
};

enum kernel { KERNEL_PLAIN, KERNEL_SSE2, KERNEL_AVX2, KERNEL_AVX512, KERNEL_NEON, KERNEL_KINDS };

struct kernel_test {
	uint16_t a, b;
	int distance; /* from the code a to the code b; 0: a alone */
};

bool kernel_available(enum kernel kind); /* built in, and the processor has it */
enum kernel kernel_best(void);		 /* of those available */
const char *kernel_name(enum kernel kind);

/* Bit i of found[k]: codes[64 k + i] is a, and codes[64 k + i + distance] is b. Reads KERNEL_REACH
 * codes before the first block and behind the last one. */
void kernel_find(enum kernel kind, const struct kernel_test *test, const uint16_t *codes,
		 size_t blocks, uint64_t *found);

/* Bit i of members[KERNEL_PIECE s + k]: bit s of table[codes[64 k + i]], for the first `sets` sets. */
void kernel_sets(enum kernel kind, const uint16_t *table, size_t sets, const uint16_t *codes,
		 size_t blocks, uint64_t *members);

/* Sets the bits of the items in which something was found, where no code 0 was. An item ends with a
 * code 0; first[k] is the number of the item that codes[64 k] belongs to. A word of `items` in which no
 * bit is to be set is not touched. */
void kernel_mark(enum kernel kind, const uint16_t *codes, size_t blocks, const uint64_t *found,
		 const uint32_t *first, uint64_t *items);

#endif
