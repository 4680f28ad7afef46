/* Folding: the form of a text that search compares, and the way back to what is printed.
 *
 * Per character: NFKD and case folding by utf8proc (full width = half width, Ａ = a, ① = 1,
 * ⼀ = 一), then one form each
 *   for double quotes  “ ” „ ‟ ＂ 「 」 〝 〞 〟  "
 *   for single quotes  ‘ ’ ‚ ‛ ＇ 『 』          '
 *   for brackets       〔 [ 【 〖 ［ （ (  and  〕 ] 】 〗 ］ ） )
 *   for dashes         — – ― ‐ ‒ − －            -
 *   for the slash      ⁄ ∕ ／                    /   (so ½ is 1/2)
 *   for Han characters: traditional forms and other shapes are as the simplified one (search/variants.h):
 *                      標 = 标, 後 = 后, 發 = 髮 = 发, 裏 = 裡 = 里. Always one for one. A character that simplified
 *                      text uses in a sense and with a reading of its own stays apart: 著 from 着, 乾 from 干.
 * Spaces of every kind, controls and invisible characters (zero-width, soft hyphen, variation
 * selectors: Unicode's default ignorables) are skipped, so 1月1日 finds 1 月1 日. A character that
 * folds to several (㎡ → m2) stands behind each of them.
 *
 * Decomposed (NFKD), not composed: so é and e + U+0301 have one form although every character is
 * folded by itself, and the letter without its mark finds both. Several marks on one letter stay
 * in the order in which they are written; one that stands alone (´) stays as it is. Folding what is
 * folded changes nothing. */
#ifndef SEARCH_FOLD_H
#define SEARCH_FOLD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct folded {
	uint32_t *cps;	/* folded code points; owned */
	uint32_t *from; /* from[i]: position in the text (code points) of the character that
			 * cps[i] came from; never descending; owned */
	size_t count;
	size_t capacity;
};

#define FOLD_NOWHERE SIZE_MAX

/* Replaces what `f` held by the folding of text[0, n). A zeroed struct is empty. */
void fold_text(struct folded *f, const char *text, size_t n);
void fold_done(struct folded *f);

/* The first index, not before `at`, where word[0, m), m > 0, begins in cps[0, n); FOLD_NOWHERE
 * when there is none. */
size_t fold_find(const uint32_t *cps, size_t n, size_t at, const uint32_t *word, size_t m);

bool fold_is_space(uint32_t cp); /* white space of any kind, or a control character */
bool fold_is_mark(uint32_t cp);	 /* combining: belongs to the character before it */

#endif
