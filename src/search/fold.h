/* Folding: the form of a text that search compares, and the way back to what is printed.
 *
 * Per character: NFKC and case folding by utf8proc (full width = half width, Ａ = a, ① = 1), then one form for quotes
 * (“ ” " „ ＂ 「 」 → ", ‘ ’ ' → '), for brackets (〔 [ 【 ［ （ → ( and their closing forms → )), for dashes (— – － ― → -). Spaces
 * of every kind and invisible characters (zero-width, soft hyphen, variation selectors) are skipped, so 1月1日 finds 1 月1 日.
 * A character that folds to several (㎡ → m2) stands behind each of them. */
#ifndef SEARCH_FOLD_H
#define SEARCH_FOLD_H

#include <stddef.h>
#include <stdint.h>

struct folded {
	uint32_t *cps;	/* folded code points; owned */
	uint32_t *from; /* from[i]: position in the text (code points) of the character that cps[i] came from; owned */
	size_t count;
	size_t capacity;
};

/* Replaces what `f` held by the folding of text[0, n). A zeroed struct is empty. */
void fold_text(struct folded *f, const char *text, size_t n);
void fold_done(struct folded *f);

#endif
