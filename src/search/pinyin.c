#include "search/pinyin.h"

#include "search/pinyin_data.h"

/* A word without its apostrophes, and where they stood: bit p is a border before letter p. */
struct spelling {
	char letters[PINYIN_WORD];
	size_t count;
	uint64_t borders;
	bool closed; /* a border after the last letter */
};

static bool is_letter(uint32_t cp)
{
	return cp >= 'a' && cp <= 'z';
}

static bool take_word(struct spelling *s, const uint32_t *word, size_t count)
{
	s->count = 0;
	s->borders = 0;
	s->closed = false;
	for (size_t i = 0; i < count; i++) {
		if (word[i] == '\'') {
			s->closed = true;
			continue;
		}
		if (!is_letter(word[i]) || s->count == PINYIN_WORD)
			return false;
		if (s->closed)
			s->borders |= UINT64_C(1) << s->count;
		s->closed = false;
		s->letters[s->count++] = (char)word[i];
	}
	return s->count > 0;
}

/* Letters that s has in common with the reading from p on, up to the next border. */
static size_t common(const struct spelling *s, size_t p, const char *reading)
{
	size_t n = 0;
	while (reading[n] && p + n < s->count) {
		if (n > 0 && s->borders >> (p + n) & 1)
			break;
		/* 略 is lve in the table; everybody types lue too, and no other syllable is written so. */
		bool twin = s->letters[p + n] == 'u' && reading[n] == 'v' && reading[n + 1] == 'e';
		if (s->letters[p + n] != reading[n] && !twin)
			break;
		n++;
	}
	return n;
}

/* The ends of all pieces that begin at letter p and stand for a character of this line: bit e - 1 for a piece before e. */
static uint64_t pieces(const struct spelling *s, size_t p, const struct pinyin_line *line)
{
	uint64_t ends = 0;
	for (size_t i = 0; i < line->count; i++) {
		const char *reading = line->readings[i];
		size_t n = common(s, p, reading);
		if (n == 0)
			continue;
		ends |= UINT64_C(1) << p;
		if (n >= 2 && reading[1] == 'h')
			ends |= UINT64_C(1) << (p + 1);
		if (n == line->lengths[i] || (p + n == s->count && !s->closed))
			ends |= UINT64_C(1) << (p + n - 1);
	}
	return ends;
}

size_t pinyin_readings(uint32_t cp, const char *readings[PINYIN_READINGS])
{
	const struct pinyin_line *line = pinyin_line_of(cp);
	for (size_t i = 0; i < line->count; i++)
		readings[i] = line->readings[i];
	return line->count;
}

bool pinyin_is_word(const uint32_t *word, size_t count)
{
	if (count == 0 || !is_letter(word[0]))
		return false;
	for (size_t i = 1; i < count; i++) {
		if (!is_letter(word[i]) && word[i] != '\'')
			return false;
	}
	return true;
}

size_t pinyin_match(const uint32_t *word, size_t word_count, const uint32_t *cps, size_t count)
{
	if (word_count == 0 || count == 0 || !is_letter(word[0]) ||
	    !(pinyin_line_of(cps[0])->initials >> (word[0] - 'a') & 1))
		return 0;
	struct spelling s;
	if (!take_word(&s, word, word_count))
		return 0;
	/* All cuts of the word at once: bit p says that the characters so far can be spelt by the letters before p. */
	uint64_t starts = 1;
	uint64_t last = UINT64_C(1) << (s.count - 1);
	for (size_t k = 0; k < count && starts; k++) {
		const struct pinyin_line *line = pinyin_line_of(cps[k]);
		uint64_t ends = 0;
		for (size_t p = 0; p < s.count; p++) {
			if (starts >> p & 1)
				ends |= pieces(&s, p, line);
		}
		if (ends & last)
			return k + 1;
		starts = ends << 1;
	}
	return 0;
}
