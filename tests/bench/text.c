#include "bench/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "bench/characters.h"
#include "table/divisions.h"

enum {
	RARE_WORDS = 300000, /* different ones */
	SHORTEST = 44,	     /* bytes of a measure below which a clause is always added */
	SPREAD = 106,	     /* and that is between SHORTEST and this much more */
};

struct writing { /* one measure */
	const struct text *text;
	struct random *random;
	const char *place;
	struct buffer *out;
	struct text_reward *rewards; /* NULL where none is to be kept */
	size_t count;
};

/* splitmix64. */
static uint64_t next(uint64_t *state)
{
	uint64_t x = *state += UINT64_C(0x9e3779b97f4a7c15);
	x = (x ^ x >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	x = (x ^ x >> 27) * UINT64_C(0x94d049bb133111eb);
	return x ^ x >> 31;
}

struct random random_begin(uint64_t seed, uint64_t stream)
{
	struct random r = { .state = seed };
	r.state = next(&r.state) ^ stream * UINT64_C(0xd1342543de82ef95);
	next(&r.state);
	return r;
}

unsigned random_below(struct random *r, size_t end)
{
	return (unsigned)((next(&r->state) >> 32) * end >> 32);
}

/* The square of a number between 0 and 1 is low more often than not. */
unsigned random_low(struct random *r, size_t end)
{
	uint64_t x = next(&r->state) >> 32;
	return (unsigned)((x * x >> 32) * end >> 32);
}

void text_init(struct text *t)
{
	for (int list = 0; list < BENCH_LISTS; list++) {
		const char *at = bench_phrases[list];
		size_t capacity = 0;
		t->phrases[list] = NULL;
		t->count[list] = 0;
		while (at && *at) {
			size_t n = strcspn(at, "|");
			t->phrases[list] =
				memory_grow(t->phrases[list], &capacity, t->count[list] + 1,
					    sizeof(*t->phrases[list]));
			t->phrases[list][t->count[list]++] = (struct text_phrase){ at, n };
			at += n + (at[n] == '|');
		}
	}
}

void text_done(struct text *t)
{
	for (int list = 0; list < BENCH_LISTS; list++)
		free(t->phrases[list]);
}

static void add_division(struct random *r, struct buffer *out)
{
	size_t count;
	const struct division *all = divisions_all(&count);
	buffer_text(out, all[random_below(r, count)].name);
}

/* Word number i occurs about 1/i times as often as the first one. */
static void add_rare_word(struct random *r, struct buffer *out)
{
	uint64_t word = 1;
	for (unsigned bits = random_below(r, 18); bits > 0; bits--)
		word *= 2;
	word += random_below(r, (size_t)word);
	word %= RARE_WORDS;
	struct random spelling = random_begin(word, 0);
	for (unsigned n = 2 + (random_below(&spelling, 3) == 0); n > 0; n--) {
		unsigned i = random_below(&spelling, BENCH_CHARACTERS);
		buffer_add(out, bench_characters[i / BENCH_ROW] + 3 * (i % BENCH_ROW), 3);
	}
}

static void add_standard(struct random *r, struct buffer *out)
{
	static const char *const kinds[] = { "GB/T ",	"Q/320683HKC", "T/CAQI ",
					     "DB32/T ", "Q/",	       "SB/T " };
	buffer_text(out, kinds[random_below(r, 6)]);
	buffer_print(out, "%03u-%u", random_below(r, 30000), 2010 + random_below(r, 15));
}

/* "50万元", in one of eight with full-width digits. */
static void add_money(struct writing *w, const struct text_phrase *phrase)
{
	static const int sums[] = {
		10, 5, 20, 50, 100, 30, 15, 200, 3, 2, 500, 1, 60, 80, 300, 1000
	};
	int sum = sums[random_low(w->random, sizeof(sums) / sizeof(sums[0]))];
	char digits[8];
	snprintf(digits, sizeof(digits), "%d", sum);
	bool wide = random_below(w->random, 8) == 0;
	for (const char *d = digits; *d; d++)
		if (wide) /* ０ is EF BC 90 */
			buffer_print(w->out, "\xef\xbc%c", 0x90 + *d - '0');
		else
			buffer_char(w->out, *d);
	buffer_text(w->out, "万元");
	if (!phrase || !w->rewards || w->count == TEXT_REWARDS)
		return;
	bool both = strncmp(phrase->text, "分别", strlen("分别")) == 0;
	w->rewards[w->count] = (struct text_reward){
		.yuan = sum * INT64_C(10000),
		.level = !both		? TEXT_NO_LEVEL
			 : w->count % 2 ? TEXT_PROVINCE
					: TEXT_COUNTRY,
		.maximum = memmem(phrase->text, phrase->n, "最高", strlen("最高")) != NULL ||
			   memmem(phrase->text, phrase->n, "不超过", strlen("不超过")) != NULL,
	};
	w->count++;
}

static void add_small_thing(struct writing *w, char slot, const struct text_phrase *money)
{
	struct random *r = w->random;
	switch (slot) {
	case 'n':
		buffer_print(w->out, "%u", 1 + random_low(r, 60));
		break;
	case 'x':
		buffer_print(w->out, "%u%%", 1 + random_below(r, 99));
		break;
	case 'y':
		buffer_print(w->out, "%u", 2016 + random_below(r, 15));
		break;
	case 'm':
		add_money(w, money);
		break;
	case 'p':
		buffer_text(w->out, w->place);
		break;
	case 'o':
		add_division(r, w->out);
		break;
	case 's':
		add_standard(r, w->out);
		break;
	default:
		add_rare_word(r, w->out);
	}
}

/* Adds a phrase of the list, its slots filled. */
static void add_phrase(struct writing *w, char list)
{
	int i = list - 'A';
	const struct text_phrase *phrase =
		&w->text->phrases[i][random_low(w->random, w->text->count[i])];
	const char *at = phrase->text, *end = at + phrase->n;
	while (at < end) {
		const char *slot = memchr(at, '$', (size_t)(end - at));
		buffer_add(w->out, at, (size_t)((slot ? slot : end) - at));
		if (!slot)
			return;
		if (slot[1] >= 'A' && slot[1] <= 'Z')
			add_phrase(w, slot[1]);
		else
			add_small_thing(w, slot[1], list == 'H' ? phrase : NULL);
		at = slot + 2;
	}
}

static void add_known_rarities(struct random *r, struct buffer *out)
{
	static const struct {
		size_t one_of;
		const char *text;
	} rarities[] = {
		{ 10000, "，布局量子计算产业" },
		{ 100000, "，支持开发南极磷虾" },
		{ 1000000, "，保护朱鹮栖息地" },
	};
	for (size_t i = 0; i < sizeof(rarities) / sizeof(rarities[0]); i++)
		if (random_below(r, rarities[i].one_of) == 0)
			buffer_text(out, rarities[i].text);
}

size_t text_measure(const struct text *t, struct random *r, const char *place, struct buffer *out,
		    struct text_reward rewards[TEXT_REWARDS])
{
	struct writing w = { t, r, place, out, rewards, 0 };
	size_t start = out->n, least = SHORTEST + random_below(r, SPREAD);
	add_phrase(&w, 'S');
	while (out->n - start < least)
		add_phrase(&w, 'T');
	add_known_rarities(r, out);
	add_phrase(&w, 'U');
	return w.count;
}

void text_document(const struct text *t, struct random *r, int code, struct buffer *out)
{
	static const struct {
		int province;
		const char *character;
	} provinces[] = {
		{ 11, "京" }, { 12, "津" }, { 13, "冀" }, { 14, "晋" }, { 15, "内" }, { 21, "辽" },
		{ 22, "吉" }, { 23, "黑" }, { 31, "沪" }, { 32, "苏" }, { 33, "浙" }, { 34, "皖" },
		{ 35, "闽" }, { 36, "赣" }, { 37, "鲁" }, { 41, "豫" }, { 42, "鄂" }, { 43, "湘" },
		{ 44, "粤" }, { 45, "桂" }, { 46, "琼" }, { 50, "渝" }, { 51, "川" }, { 52, "黔" },
		{ 53, "滇" }, { 54, "藏" }, { 61, "陕" }, { 62, "甘" }, { 63, "青" }, { 64, "宁" },
		{ 65, "新" },
	};
	struct writing w = { t, r, "", out, NULL, 0 };
	for (size_t i = 0; i < sizeof(provinces) / sizeof(provinces[0]); i++)
		if (provinces[i].province == code / 10000)
			buffer_text(out, provinces[i].character);
	add_phrase(&w, 'V');
	unsigned year = 2016 + random_below(r, 9);
	bool square = random_below(r, 10) == 0;
	buffer_print(out, square ? "[%u]%u号" : "〔%u〕%u号", year, 1 + random_low(r, 400));
}

void text_note(const struct text *t, struct random *r, struct buffer *out)
{
	struct writing w = { t, r, "", out, NULL, 0 };
	add_phrase(&w, 'W');
}
