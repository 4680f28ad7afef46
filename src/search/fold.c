#include "search/fold.h"

#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "search/variants.h"

/* Code points that one character may fold to; Unicode's longest (U+FDFA) has 18. */
#define LONGEST 32

/* clang-format off */
static uint32_t one_form(uint32_t cp)
{
	switch (cp) {
	case U'“': case U'”': case U'„': case U'‟': case U'「': case U'」':
	case U'〝': case U'〞': case U'〟':
		return '"';
	case U'‘': case U'’': case U'‚': case U'‛': case U'『': case U'』':
		return '\'';
	case '[': case U'〔': case U'【': case U'〖':
		return '(';
	case ']': case U'〕': case U'】': case U'〗':
		return ')';
	case U'—': case U'–': case U'―': case U'‐': case U'‒': case U'−':
		return '-';
	case U'⁄': case U'∕':
		return '/';
	default:
		return cp;
	}
}
/* clang-format on */

bool fold_is_space(uint32_t cp)
{
	if (cp < 0x7F)
		return cp <= ' ';
	switch (utf8proc_category((utf8proc_int32_t)cp)) {
	case UTF8PROC_CATEGORY_ZS:
	case UTF8PROC_CATEGORY_ZL:
	case UTF8PROC_CATEGORY_ZP:
	case UTF8PROC_CATEGORY_CC:
		return true;
	default:
		return false;
	}
}

bool fold_is_mark(uint32_t cp)
{
	if (cp < 0x300)
		return false;
	switch (utf8proc_category((utf8proc_int32_t)cp)) {
	case UTF8PROC_CATEGORY_MN:
	case UTF8PROC_CATEGORY_MC:
	case UTF8PROC_CATEGORY_ME:
		return true;
	default:
		return false;
	}
}

static void add(struct folded *f, uint32_t cp, size_t position)
{
	size_t capacity = f->capacity;
	f->cps = memory_grow(f->cps, &capacity, f->count + 1, sizeof(*f->cps));
	f->from = memory_grow(f->from, &f->capacity, f->count + 1, sizeof(*f->from));
	f->cps[f->count] = cp;
	f->from[f->count++] = (uint32_t)position;
}

/* Nearly all of a Chinese text: Han, ASCII and its full-width twins. False: ask utf8proc. */
static bool add_common(struct folded *f, uint32_t cp, size_t position)
{
	if (cp >= 0x4E00 && cp < 0xA000) {
		add(f, variants_fold(cp), position);
		return true;
	}
	if (cp > 0xFF00 && cp < 0xFF5F)
		cp -= 0xFF00 - 0x20;
	if (cp >= 0x7F)
		return false;
	if (cp >= 'A' && cp <= 'Z')
		cp += 'a' - 'A';
	if (cp > ' ')
		add(f, one_form(cp), position);
	return true;
}

static void add_folded(struct folded *f, uint32_t cp, size_t position)
{
	if (add_common(f, cp, position))
		return;
	utf8proc_int32_t parts[LONGEST];
	int boundary = 0;
	utf8proc_ssize_t n = utf8proc_decompose_char((utf8proc_int32_t)cp, parts, LONGEST,
						     UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT |
							     UTF8PROC_CASEFOLD | UTF8PROC_IGNORE,
						     &boundary);
	/* ´ is a space and a mark to Unicode: without the space it would join another letter. */
	bool lone_mark = n > 1 && parts[0] == ' ';
	if (n < 0 || n > LONGEST || lone_mark) {
		parts[0] = (utf8proc_int32_t)cp;
		n = 1;
	}
	for (utf8proc_ssize_t i = 0; i < n; i++) {
		uint32_t part = variants_fold(one_form((uint32_t)parts[i]));
		if (!fold_is_space(part))
			add(f, part, position);
	}
}

void fold_text(struct folded *f, const char *text, size_t n)
{
	f->count = 0;
	size_t position = 0;
	for (size_t at = 0; at < n; position++) {
		uint32_t cp;
		at += utf8_decode(text + at, n - at, &cp);
		add_folded(f, cp, position);
	}
}

void fold_done(struct folded *f)
{
	free(f->cps);
	free(f->from);
	*f = (struct folded){ 0 };
}

size_t fold_find(const uint32_t *cps, size_t n, size_t at, const uint32_t *word, size_t m)
{
	for (; at < n && m <= n - at; at++) {
		if (cps[at] == word[0] && memcmp(cps + at, word, m * sizeof(*word)) == 0)
			return at;
	}
	return FOLD_NOWHERE;
}
