#include "compare/terms.h"

#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

#include "base/memory.h"

enum {
	TOKEN_NONE = 0,	 /* a name that is set aside */
	TOKEN_ALONE = 1, /* stands in for the partner of a text's only character */
};
/* clang-format off */
static const struct { uint32_t cps[3]; size_t n; } levels[] = {
	{ { U'国', U'家', U'级' }, 3 }, { { U'省', U'级' }, 2 }, { { U'市', U'级' }, 2 },
	{ { U'县', U'级' }, 2 },
};
/* clang-format on */

#define TOKEN_WORD 0x80000000u /* a number or a Latin word, by its hash; others are code points */

bool terms_is_punctuation(uint32_t cp)
{
	utf8proc_category_t category = utf8proc_category((utf8proc_int32_t)cp);
	return category >= UTF8PROC_CATEGORY_PC && category <= UTF8PROC_CATEGORY_PO && cp != '%' &&
	       cp != U'‰';
}

static bool is_digit(uint32_t cp)
{
	return cp >= '0' && cp <= '9';
}

static bool is_latin(uint32_t cp)
{
	return cp >= 'a' && cp <= 'z'; /* folded: no capitals, marks apart */
}

static void read_text(struct terms *t, const char *text)
{
	struct folded *f = &t->folded;
	fold_text(f, text, strlen(text));
	t->text = memory_grow(t->text, &t->text_capacity, f->count + 1, sizeof(*t->text));
	t->length = 0;
	for (size_t i = 0; i < f->count; i++) {
		uint32_t cp = f->cps[i];
		bool in_number = (cp == '.' || cp == '-') && i > 0 && i + 1 < f->count &&
				 is_digit(f->cps[i - 1]) && is_digit(f->cps[i + 1]);
		if (in_number || !terms_is_punctuation(cp))
			t->text[t->length++] = cp;
	}
}

static uint32_t hash_text(const uint32_t *cps, size_t n)
{
	uint32_t hash = 2166136261u; /* FNV-1a */
	for (size_t i = 0; i < n; i++)
		hash = (hash ^ cps[i]) * 16777619u;
	return hash;
}

static uint64_t hash_whole(const uint32_t *cps, size_t n)
{
	uint64_t hash = n;
	for (size_t i = 0; i < n; i++) {
		hash = (hash ^ cps[i]) * UINT64_C(0x9E3779B97F4A7C15);
		hash ^= hash >> 32;
	}
	return hash;
}

static void set_levels_aside(struct terms *t)
{
	for (size_t i = 0; i < sizeof(levels) / sizeof(levels[0]); i++) {
		size_t at = 0, n = levels[i].n;
		while ((at = fold_find(t->text, t->length, at, levels[i].cps, n)) != FOLD_NOWHERE) {
			memset(t->aside + at, true, n);
			at += n;
		}
	}
}

/* How many code points from `at` are one token. */
static size_t token_length(const struct terms *t, size_t at)
{
	const uint32_t *text = t->text;
	size_t end = at + 1;
	if (is_latin(text[at])) {
		while (end < t->length && is_latin(text[end]))
			end++;
	} else if (is_digit(text[at])) {
		while (end < t->length &&
		       (is_digit(text[end]) ||
			(text[end] == '.' && end + 1 < t->length && is_digit(text[end + 1]))))
			end++;
	}
	return end - at;
}

static size_t read_tokens(const struct terms *t, const bool *aside, uint32_t *tokens)
{
	size_t count = 0;
	for (size_t at = 0; at < t->length;) {
		size_t n = token_length(t, at);
		if (aside && aside[at])
			tokens[count] = TOKEN_NONE;
		else if (is_digit(t->text[at]) || is_latin(t->text[at]))
			tokens[count] = hash_text(t->text + at, n) | TOKEN_WORD;
		else
			tokens[count] = t->text[at];
		/* A name is one gap, however long. */
		if (tokens[count] != TOKEN_NONE || count == 0 || tokens[count - 1] != TOKEN_NONE)
			count++;
		at += n;
	}
	return count;
}

static void add_pairs(struct terms *t, size_t count, size_t reach)
{
	t->all = memory_grow(t->all, &t->capacity, t->count + count * reach, sizeof(*t->all));
	const uint32_t *tokens = t->tokens;
	for (size_t i = 0; i < count; i++)
		for (size_t j = i + 1; j < count && j <= i + reach; j++)
			if (tokens[i] != TOKEN_NONE && tokens[j] != TOKEN_NONE)
				t->all[t->count++] = (uint64_t)tokens[i] << 32 | tokens[j];
}

bool terms_is_whole(uint64_t term)
{
	return term >> 32 == 0;
}

void terms_read(struct terms *t, const char *text, size_t reach, const struct names *names)
{
	read_text(t, text);
	t->tokens = memory_grow(t->tokens, &t->token_capacity, t->length + 1, sizeof(*t->tokens));
	t->aside = memory_grow(t->aside, &t->aside_capacity, t->length + 1, sizeof(*t->aside));
	memset(t->aside, false, t->length);
	if (names)
		names_mark(names, t->text, t->length, t->aside);
	set_levels_aside(t);
	t->whole = hash_whole(t->text, t->length);
	t->all = memory_grow(t->all, &t->capacity, 2, sizeof(*t->all));
	t->all[0] = (uint32_t)(t->whole >> 32);
	t->count = 1;
	add_pairs(t, read_tokens(t, t->aside, t->tokens), reach);
	if (t->count == 1) { /* nothing but names: then they are the text */
		size_t count = read_tokens(t, NULL, t->tokens);
		add_pairs(t, count, reach);
		if (count == 1)
			t->all[t->count++] = (uint64_t)TOKEN_ALONE << 32 | t->tokens[0];
	}
}

void terms_done(struct terms *t)
{
	free(t->text);
	free(t->all);
	free(t->tokens);
	free(t->aside);
	fold_done(&t->folded);
	*t = (struct terms){ 0 };
}

bool terms_equal(const struct terms *a, const struct terms *b)
{
	return a->length == b->length &&
	       memcmp(a->text, b->text, a->length * sizeof(*a->text)) == 0;
}
