/* Words of policy texts, so that a difference takes a word as a whole: 评估 against 评价, and not 估
 * against 价; 国际 against 国家; 或者 against 或.
 *
 * A list chosen by reading the built-in table and the words that such texts are made of. It is no
 * dictionary and need not be one: characters that are in no word of it stand for themselves, and a
 * difference is then marked by characters. */
#ifndef COMPARE_LEXICON_H
#define COMPARE_LEXICON_H

#include <stddef.h>
#include <stdint.h>

/* How many code points the longest word has that begins cps[0, n); 0 when there is none, at least 2
 * otherwise. The text is folded (search/fold.h). */
size_t lexicon_word(const uint32_t *cps, size_t n);

#endif
