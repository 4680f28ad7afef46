#include "table/builtin.h"

/* .incbin, because a string literal of this length is beyond what C promises and a generated array is slow to compile.
 * The paths are relative to the folder that make runs in. */
#define EMBED(symbol, path)                                     \
	__asm__(".section .rodata\n"                            \
		".global " #symbol ", " #symbol "_end\n"        \
		#symbol ":\n"                                   \
		".incbin \"" path "\"\n"                        \
		#symbol "_end:\n"                               \
		".byte 0\n"                                     \
		".previous\n")

EMBED(builtin_table, "data/table.json");
EMBED(builtin_divisions, "data/divisions.csv");
EMBED(builtin_pinyin, "data/pinyin.txt");
EMBED(builtin_variants, "data/variants.txt");
