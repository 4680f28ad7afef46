/* A search that is too simple to be wrong, for the oracle alone. It shares nothing with the engine
 * but the readings and, for Han, the table of folding; every other character is folded by
 * utf8proc's whole-string function. It remembers nothing: from every place of a text it walks. */
#ifndef SEARCH_NAIVE_H
#define SEARCH_NAIVE_H

#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

#include "naive_document.h"

#include "base/utf8.h"
#include "search/fold.h"
#include "search/pinyin.h"

/* clang-format off */
enum { LETTERS = 180, LONGEST = 24, STRING = 2 * LONGEST, PARTS = 4 };
enum naive_field { ANYWHERE, IN_REGION, IN_CATEGORY, IN_REFERENCE };
/* clang-format on */

struct letter {
	char bytes[UTF8_MAX + 1];
	uint32_t folded[PARTS];
	size_t count;
	bool space, mark;
};

struct string {
	unsigned char letters[STRING];
	size_t n;
	char text[STRING * UTF8_MAX + 1];
	size_t bytes;
	/* folded, and the letter that each code point came from */
	uint32_t cps[STRING * PARTS];
	unsigned char owner[STRING * PARTS];
	size_t count;
};

struct word {
	struct string string;
	bool exclude, quoted;
	enum naive_field field;
	size_t branch;
	struct naive_document document;
};

static uint32_t naive_form(uint32_t cp)
{
	static const char *const forms[] = { "\"“”「」", "'‘’", "(〔[【", ")〕]】", "-—–", "/⁄" };
	char bytes[UTF8_MAX + 1] = "";
	utf8_encode(cp, bytes);
	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
		if (strstr(forms[i], bytes))
			return (unsigned char)forms[i][0];
	}
	return cp;
}

static bool naive_han(uint32_t cp)
{
	return cp >= 0x4E00 && cp < 0xA000;
}

static void naive_fold(struct letter *l, uint32_t letter)
{
	utf8proc_uint8_t *mapped = NULL;
	utf8proc_map((const utf8proc_uint8_t *)l->bytes, 0, &mapped,
		     UTF8PROC_NULLTERM | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
			     UTF8PROC_IGNORE);
	const char *at = mapped && !(mapped[0] == ' ' && mapped[1]) ? (char *)mapped : l->bytes;
	uint32_t cp;
	for (size_t n; (n = utf8_next(at, &cp)) > 0; at += n) {
		if (cp != ' ' && cp != '\t')
			l->folded[l->count++] = naive_form(cp);
		l->mark = l->count == 1 && utf8proc_category((int)cp) == UTF8PROC_CATEGORY_MN;
	}
	free(mapped);
	l->space = letter == ' ' || letter == '\t' || letter == 0x3000 || letter == 0xA0;
	if (naive_han(letter)) {
		struct folded f = { 0 };
		fold_text(&f, l->bytes, strlen(l->bytes));
		l->folded[0] = f.cps[0];
		fold_done(&f);
	}
}

static void append(struct string *s, const struct letter *letters, size_t letter)
{
	const struct letter *l = &letters[letter];
	if (s->n == STRING)
		return;
	memcpy(s->text + s->bytes, l->bytes, sizeof(l->bytes));
	s->bytes += strlen(l->bytes);
	for (size_t i = 0; i < l->count; i++) {
		s->owner[s->count] = (unsigned char)s->n;
		s->cps[s->count++] = l->folded[i];
	}
	s->letters[s->n++] = (unsigned char)letter;
}

static bool naive_is_pinyin(const struct word *word)
{
	const struct string *s = &word->string;
	for (size_t i = 0; i < s->count; i++) {
		if ((s->cps[i] < 'a' || s->cps[i] > 'z') && (s->cps[i] != '\'' || i == 0))
			return false;
	}
	return s->count > 0 && !word->quoted;
}

/* The letters of `piece` at word[i]. */
static bool letters_at(const struct string *word, size_t i, const char *piece, size_t n)
{
	for (size_t k = 0; k < n; k++) {
		if (i + k >= word->count || word->cps[i + k] != (unsigned char)piece[k])
			return false;
	}
	return true;
}

static size_t spelt(const struct string *s, size_t at, const struct string *word, size_t i);

/* By a reading of the character at `at`: whole, its initial, or as the word's end any beginning. */
static size_t spelt_so(const struct string *s, size_t at, const struct string *word, size_t i,
		       const char *reading)
{
	size_t fewest = 0, whole = strlen(reading);
	for (size_t n = 1; n <= whole && letters_at(word, i, reading, n); n++) {
		bool initial = n == 1 || (n == 2 && strchr("zcs", reading[0]) && reading[1] == 'h');
		size_t next = i + n;
		if (next < word->count && n < whole && !initial)
			continue;
		while (next < word->count && word->cps[next] == '\'')
			next++;
		size_t rest = next < word->count ? spelt(s, at + 1, word, next) : 0;
		if (next < word->count && rest == 0)
			continue;
		if (fewest == 0 || rest + 1 < fewest)
			fewest = rest + 1;
	}
	return fewest;
}

/* The fewest characters from `at` on that the word spells from its letter i on; 0 for none. */
static size_t spelt(const struct string *s, size_t at, const struct string *word, size_t i)
{
	const char *readings[PINYIN_READINGS];
	size_t fewest = 0, count = at < s->count ? pinyin_readings(s->cps[at], readings) : 0;
	for (size_t k = 0; k < count; k++) {
		char other[PINYIN_LETTERS + 1];
		strncpy(other, readings[k], PINYIN_LETTERS);
		other[PINYIN_LETTERS] = '\0';
		if (strcmp(other + 1, "ve") == 0)
			other[1] = 'u';
		size_t a = spelt_so(s, at, word, i, readings[k]);
		size_t b = spelt_so(s, at, word, i, other);
		a = a == 0 || (b > 0 && b < a) ? b : a;
		if (fewest == 0 || (a > 0 && a < fewest))
			fewest = a;
	}
	return fewest;
}

/* How many code points of the text the word takes at one of them; 0 when it does not stand there. */
static size_t naive_at(const struct string *s, size_t at, const struct word *word, bool pinyin)
{
	const struct string *w = &word->string;
	size_t n = 0;
	while (n < w->count && at + n < s->count && s->cps[at + n] == w->cps[n])
		n++;
	if (n == w->count)
		return n;
	if (word->document.count > 0)
		return naive_document_at(&word->document, s->cps + at, s->count - at);
	return pinyin ? spelt(s, at, w, 0) : 0;
}

static bool glued(const struct letter *letters, const struct string *s, size_t letter)
{
	return letter > 0 && letter < s->n && letters[s->letters[letter]].mark &&
	       letters[s->letters[letter - 1]].count > 0;
}

/* Marks every letter of every occurrence with '#', when `marks` is not NULL. */
static bool naive_find(const struct letter *letters, const struct string *s,
		       const struct word *word, char *marks)
{
	bool found = false, pinyin = word->field != IN_REFERENCE && naive_is_pinyin(word);
	for (size_t at = 0; at < s->count; at++) {
		size_t n = naive_at(s, at, word, pinyin);
		if (n == 0)
			continue;
		found = true;
		size_t first = s->owner[at], last = s->owner[at + n - 1];
		while (glued(letters, s, first))
			first--;
		while (glued(letters, s, last + 1))
			last++;
		if (marks)
			memset(marks + first, '#', last + 1 - first);
	}
	return found;
}

#endif
