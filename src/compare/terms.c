#include "compare/terms.h"

#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

#include "base/memory.h"

enum {
	TOKEN_NONE = 0,	 /* a name that is set aside */
	TOKEN_ALONE = 1, /* stands in for the partner of a text's only character */
};
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
	struct folded f = { 0 };
	fold_text(&f, text, strlen(text));
	t->text = memory_grow(t->text, &t->text_capacity, f.count + 1, sizeof(*t->text));
	t->length = 0;
	for (size_t i = 0; i < f.count; i++) {
		uint32_t cp = f.cps[i];
		bool in_number = (cp == '.' || cp == '-') && i > 0 && i + 1 < f.count &&
				 is_digit(f.cps[i - 1]) && is_digit(f.cps[i + 1]);
		if (in_number || !terms_is_punctuation(cp))
			t->text[t->length++] = cp;
	}
	fold_done(&f);
}

static uint32_t hash_text(const uint32_t *cps, size_t n)
{
	uint32_t hash = 2166136261u; /* FNV-1a */
	for (size_t i = 0; i < n; i++)
		hash = (hash ^ cps[i]) * 16777619u;
	return hash;
}

static void set_aside(const struct terms *t, const struct folded *name, bool *aside)
{
	if (name->count < 2) /* one character is no name: it may stand in any word */
		return;
	for (size_t at = 0;; at += name->count) {
		at = fold_find(t->text, t->length, at, name->cps, name->count);
		if (at == FOLD_NOWHERE)
			return;
		memset(aside + at, true, name->count);
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

static void add(struct terms *t, uint32_t first, uint32_t second)
{
	t->all = memory_grow(t->all, &t->capacity, t->count + 1, sizeof(*t->all));
	t->all[t->count++] = (uint64_t)first << 32 | second;
}

static void add_pairs(struct terms *t, const uint32_t *tokens, size_t count, size_t reach)
{
	for (size_t i = 0; i < count; i++)
		for (size_t j = i + 1; j < count && j <= i + reach; j++)
			if (tokens[i] != TOKEN_NONE && tokens[j] != TOKEN_NONE)
				add(t, tokens[i], tokens[j]);
}

bool terms_is_whole(uint64_t term)
{
	return term >> 32 == 0;
}

void terms_read(struct terms *t, const char *text, size_t reach, const struct folded *names,
		size_t name_count)
{
	read_text(t, text);
	t->count = 0;
	add(t, 0, hash_text(t->text, t->length));
	uint32_t *tokens = memory_new((t->length + 1) * sizeof(*tokens));
	bool *aside = memory_new(t->length + 1);
	for (size_t i = 0; i < name_count; i++)
		set_aside(t, &names[i], aside);
	add_pairs(t, tokens, read_tokens(t, aside, tokens), reach);
	if (t->count == 1) { /* nothing but names: then they are the text */
		size_t count = read_tokens(t, NULL, tokens);
		add_pairs(t, tokens, count, reach);
		if (count == 1)
			add(t, TOKEN_ALONE, tokens[0]);
	}
	free(tokens);
	free(aside);
}

void terms_done(struct terms *t)
{
	free(t->text);
	free(t->all);
	*t = (struct terms){ 0 };
}

bool terms_equal(const struct terms *a, const struct terms *b)
{
	return a->length == b->length &&
	       memcmp(a->text, b->text, a->length * sizeof(*a->text)) == 0;
}
