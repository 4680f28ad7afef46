#include "compare/money_parts.h"

#include "base/memory.h"
#include "base/utf8.h"

void money_take_line(struct money_text *t, const char *text, size_t n)
{
	size_t count = 0;
	uint32_t cp;
	t->bytes = text;
	t->n = n;
	fold_text(&t->f, text, n);
	for (size_t at = 0; at < n; at += utf8_decode(text + at, n - at, &cp)) {
		if (count++ % MONEY_PLACES != 0)
			continue;
		size_t place = (count - 1) / MONEY_PLACES;
		t->places = memory_grow(t->places, &t->place_capacity, place + 1,
					sizeof(*t->places));
		t->places[place] = at;
	}
}

uint32_t money_at(const struct money_text *t, size_t at)
{
	return at < t->f.count ? t->f.cps[at] : 0;
}

size_t money_word(const struct money_text *t, size_t at, const char32_t *word)
{
	size_t length = 0;
	while (word[length] && money_at(t, at + length) == word[length])
		length++;
	return word[length] ? 0 : length;
}

size_t money_words(const struct money_text *t, size_t at, const char32_t *const *words)
{
	uint32_t first = money_at(t, at);
	for (; *words; words++) {
		/* Nearly all differ here already. */
		size_t length = **words == first ? money_word(t, at, *words) : 0;
		if (length)
			return length;
	}
	return 0;
}

size_t money_last(const struct money_text *t, size_t from, size_t to, const char32_t *const *words)
{
	for (size_t at = to; at-- > from;) {
		size_t length = money_words(t, at, words);
		if (length && at + length <= to)
			return at;
	}
	return FOLD_NOWHERE;
}

size_t money_first(const struct money_text *t, size_t from, size_t to, const char32_t *const *words)
{
	for (size_t at = from; at < to; at++) {
		size_t length = money_words(t, at, words);
		if (length && at + length <= to)
			return at;
	}
	return FOLD_NOWHERE;
}

size_t money_joint(const struct money_text *t, size_t at)
{
	static const char32_t *const joints[] = { U"、", U"以及", U"和", U"或者", U"或",
						  U"及", U"与",	  U"/",	 U",",	  NULL };
	return money_words(t, at, joints);
}
