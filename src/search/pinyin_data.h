/* The readings as the program keeps them: data/pinyin.txt, which is compiled in, has one line for each list of readings that
 * occurs, about a thousand, and a character is known by the number of its line. Read at the first question, in 0.5 ms, into
 * 0.4 MiB; a program that asks nothing pays nothing. Any thread may ask. */
#ifndef SEARCH_PINYIN_DATA_H
#define SEARCH_PINYIN_DATA_H

#include <stddef.h>
#include <stdint.h>

#include "search/pinyin.h"

struct pinyin_line {
	uint32_t initials; /* bit 0: one of the readings begins with a, bit 1: b, … */
	uint8_t count;	   /* readings */
	uint8_t lengths[PINYIN_READINGS];
	char readings[PINYIN_READINGS][PINYIN_LETTERS];
};

/* The readings of cp; a line with none when it has none. */
const struct pinyin_line *pinyin_line_of(uint32_t cp);

#endif
