/* The 3,755 characters of GB 2312's first level, in its order (by reading): what ordinary Chinese is
 * written with. Each is three bytes of UTF-8; character i is in row i / BENCH_ROW. */
#ifndef BENCH_CHARACTERS_H
#define BENCH_CHARACTERS_H

enum { BENCH_CHARACTERS = 3755, BENCH_ROW = 40 };
extern const char bench_characters[][BENCH_ROW * 3 + 1];

#endif
