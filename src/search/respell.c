#include "search/respell.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "search/pinyin.h"

enum { FIRST_HAN = 0x4E00, HAN_END = 0xA000, SYLLABLE = 6, LETTER_BITS = 5 };

/* Every reading as a number, ascending. */
struct syllables {
	uint32_t *all;
	size_t count, capacity;
};

static uint32_t pack(const char *letters, size_t n)
{
	uint32_t packed = 0;
	for (size_t i = 0; i < n; i++)
		packed = packed << LETTER_BITS | (uint32_t)(letters[i] - 'a' + 1);
	return packed;
}

static int compare(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
	return (x > y) - (x < y);
}

static void learn(struct syllables *s)
{
	for (uint32_t cp = FIRST_HAN; cp < HAN_END; cp++) {
		const char *readings[PINYIN_READINGS];
		size_t count = pinyin_readings(cp, readings);
		for (size_t i = 0; i < count; i++) {
			size_t n = strlen(readings[i]);
			if (n > SYLLABLE)
				continue;
			s->all = memory_grow(s->all, &s->capacity, s->count + 1, sizeof(*s->all));
			s->all[s->count++] = pack(readings[i], n);
		}
	}
	qsort(s->all, s->count, sizeof(*s->all), compare);
}

/* Whether the letters are syllables, one after the other. */
static bool is_spelt(const struct syllables *s, const char *letters, size_t n)
{
	uint32_t reached = 1; /* by border */
	for (size_t from = 0; from < n; from++) {
		for (size_t k = 1; reached >> from & 1 && k <= SYLLABLE && from + k <= n; k++) {
			uint32_t packed = pack(letters + from, k);
			if (bsearch(&packed, s->all, s->count, sizeof(packed), compare))
				reached |= UINT32_C(1) << (from + k);
		}
	}
	return reached >> n & 1;
}

static void add(struct respelled *r, const struct syllables *s, const char *letters)
{
	if (!is_spelt(s, letters, strlen(letters)))
		return;
	for (size_t i = 0; i < r->count; i++) {
		if (strcmp(r->all[i], letters) == 0)
			return;
	}
	r->all = memory_grow(r->all, &r->capacity, r->count + 1, sizeof(*r->all));
	memcpy(r->all[r->count++], letters, strlen(letters) + 1);
}

static void add_likely(struct respelled *r, const struct syllables *s, const char *word, size_t n)
{
	char other[RESPELL_LONGEST + 2];
	for (size_t i = 0; i + 1 < n; i++) {
		memcpy(other, word, n + 1);
		other[i] = word[i + 1];
		other[i + 1] = word[i];
		if (word[i] != word[i + 1])
			add(r, s, other);
	}
	for (size_t i = 0; i < n; i++) {
		memcpy(other, word, n + 1);
		memmove(other + i, other + i + 1, n - i);
		add(r, s, other);
	}
	r->likely = r->count;
}

static void add_others(struct respelled *r, const struct syllables *s, const char *word, size_t n)
{
	char other[RESPELL_LONGEST + 2];
	for (char letter = 'a'; letter <= 'z'; letter++) {
		for (size_t i = 0; i <= n; i++) {
			memcpy(other, word, n + 1);
			other[i] = letter;
			if (i < n && word[i] != letter)
				add(r, s, other);
			memcpy(other + i + 1, word + i, n + 1 - i);
			add(r, s, other);
		}
	}
}

void respell(struct respelled *r, const uint32_t *word, size_t n)
{
	char letters[RESPELL_LONGEST + 1] = "";
	struct syllables s = { 0 };
	if (n < RESPELL_SHORTEST || n > RESPELL_LONGEST)
		return;
	for (size_t i = 0; i < n; i++) {
		if (word[i] < 'a' || word[i] > 'z')
			return;
		letters[i] = (char)word[i];
	}
	learn(&s);
	add_likely(r, &s, letters, n);
	add_others(r, &s, letters, n);
	free(s.all);
}

void respelled_done(struct respelled *r)
{
	free(r->all);
	*r = (struct respelled){ 0 };
}
