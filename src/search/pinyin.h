/* Pinyin: which readings a character has, and whether Latin letters spell the characters of a text.
 *
 * Readings come from Unihan (kTGHZ2013, kXHC1983, kHanyuPinlu, kMandarin) and a short, cited list of place-name readings, toneless,
 * ü written v, made by a generator that is kept beside its output (data/pinyin.txt, data/make-readings.sh). All readings of a
 * character count: 重 zhong and chong, 行 xing and hang.
 *
 * A word spells a run of characters when it can be cut into pieces, one for each character in order, each piece a whole reading of
 * its character or its initial (the first letter; also zh, ch, sh), the last piece any beginning of a reading. So 信贷 is spelt by
 * xindai, xd, xdai, xind; 政府采购 by zhengfcg. An apostrophe in the word is a border between pieces (xi'an is 西安, not 先); one at
 * the word's end ends the last piece, which then is a whole reading or an initial (xi' is not 先). A match begins at a character's
 * beginning and covers whole characters: an does not match inside 先. lue and nue are understood as lve and nve.
 *
 * Words are folded (search/fold.h), so case and width do not matter. Nothing is kept between calls but the readings themselves,
 * which are read at the first one (see pinyin_data.h for what that costs); any thread may call. A text's character whose readings
 * have none with the word's first letter is refused by two look-ups, 4 ns. */
#ifndef SEARCH_PINYIN_H
#define SEARCH_PINYIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	PINYIN_READINGS = 8, /* most readings of a character */
	PINYIN_LETTERS = 8,  /* longest reading and its NUL */
	PINYIN_WORD = 64,    /* most letters of a word; a longer one spells nothing */
};

/* The readings of cp, most common first; returns how many. Borrowed, alive as long as the program. */
size_t pinyin_readings(uint32_t cp, const char *readings[PINYIN_READINGS]);

/* Whether a word could be pinyin at all: Latin letters a-z (folded) and apostrophes, beginning with a letter. */
bool pinyin_is_word(const uint32_t *word, size_t count);

/* The fewest characters of cps[0, count), from the first one on, that the folded word spells; 0 when it spells none. */
size_t pinyin_match(const uint32_t *word, size_t word_count, const uint32_t *cps, size_t count);

#endif
