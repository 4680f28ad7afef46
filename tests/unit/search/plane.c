#include "search/plane.h"

#include <string.h>

#include "search/fold.h"
#include "search/pinyin.h"
#include "support/check.h"

TEST(codes_and_characters_are_one_to_one)
{
	struct codes *c = codes_new();
	for (uint32_t cp = CODES_FIRST; cp < CODES_COUNT; cp++) {
		if (cp >= 0xD800 && cp < 0xE000)
			continue;
		uint16_t code = codes_of(c, cp);
		if (code < CODES_FIRST || codes_is_astral(code) || c->cp[code] != cp)
			EQ_INT(c->cp[code], cp);
	}
	TRUE(codes_is_astral(codes_of(c, 0x20000)));
	TRUE(codes_is_astral(codes_of(c, 0x10FFFF)));
	codes_free(c);
	codes_free(NULL);
}

TEST(a_class_is_one_run_of_codes_with_the_same_readings)
{
	struct codes *c = codes_new();
	TRUE(c->class_count > 1000);
	size_t highest = 0;
	for (size_t code = 0; code < CODES_ASTRAL; code++) {
		const char *want[PINYIN_READINGS], *got[PINYIN_READINGS];
		size_t n = pinyin_readings(c->cp[code], got), class = c->class[code];
		TRUE((n > 0) == (class > 0));
		TRUE(class == 0 || class == highest || class == highest + 1);
		highest = class > highest ? class : highest;
		EQ_INT(class ? pinyin_readings(c->samples[class], want) : 0, n);
		for (size_t i = 0; i < n; i++)
			TRUE(want[i] == got[i]);
	}
	EQ_INT(highest + 1, c->class_count);
	codes_free(c);
}

TEST(the_same_codes_are_made_every_time)
{
	struct codes *a = codes_new(), *b = codes_new();
	EQ_INT(codes_checksum(a), codes_checksum(b));
	b->cp[4711]++;
	TRUE(codes_checksum(a) != codes_checksum(b));
	codes_free(a);
	codes_free(b);
}

static const char *const texts[] = {
	"", "政策", "Ａb ㎡①", "𠮷野家", "\xE2\x80\x8B \t", "ﷺ", "標準\xC3(", "💰中💰", "　", "末",
};
enum { TEXTS = sizeof(texts) / sizeof(texts[0]), ITEMS = 300 };

/* Item i has the values texts[i], texts[i + 1] …, i % 3 of them. */
static void make(const struct codes *c, struct plane *p)
{
	struct plane_maker *m = plane_maker_new(c);
	plane_maker_begin(m, 1);
	for (size_t i = 0; i < ITEMS; i++) {
		for (size_t k = 0; k < i % 3; k++)
			plane_maker_value(m, texts[(i + k) % TEXTS],
					  strlen(texts[(i + k) % TEXTS]));
		plane_maker_end_item(m);
	}
	plane_maker_take(m, p);
	plane_maker_free(m);
}

TEST(a_plane_holds_what_folding_gives_item_by_item)
{
	struct codes *c = codes_new();
	struct plane p;
	struct folded folded = { 0 };
	size_t at = 0;
	make(c, &p);
	EQ_INT(p.items, ITEMS);
	for (size_t i = 0; i < ITEMS; i++) {
		if (i % PLANE_STRIDE == 0)
			EQ_INT(p.starts[i / PLANE_STRIDE], at);
		for (size_t k = 0; k < i % 3; k++) {
			const char *text = texts[(i + k) % TEXTS];
			if (k > 0)
				EQ_INT(p.cells[at++], CODES_BREAK);
			fold_text(&folded, text, strlen(text));
			for (size_t n = 0; n < folded.count; n++)
				EQ_INT(plane_cp(&p, at++), folded.cps[n]);
		}
		EQ_INT(p.cells[at++], CODES_END);
	}
	EQ_INT(p.count, at);
	EQ_INT(p.starts[plane_strides(&p)], at);
	for (size_t i = 1; i <= PLANE_MARGIN; i++)
		TRUE(p.cells[-(long)i] == CODES_END && p.cells[at + i - 1] == CODES_END);
	fold_done(&folded);
	plane_done(&p);
	codes_free(c);
}

TEST(blocks_know_their_item_and_codes_how_often_they_occur)
{
	struct codes *c = codes_new();
	struct plane p;
	make(c, &p);
	static uint32_t times[CODES_COUNT];
	uint32_t item = 0;
	for (size_t at = 0; at < p.count; at++) {
		if (at % 64 == 0)
			EQ_INT(p.first[at / 64], item);
		item += p.cells[at] == CODES_END;
		times[p.cells[at]]++;
	}
	size_t seen = 0;
	for (size_t code = CODES_BREAK; code < CODES_COUNT; code++) {
		seen += times[code] > 0;
		if (plane_times(&p, (uint16_t)code) != times[code])
			EQ_INT(plane_times(&p, (uint16_t)code), times[code]);
	}
	EQ_INT(p.seen_count, seen);
	plane_done(&p);
	codes_free(c);
}

TEST(a_plane_of_nothing_is_a_plane)
{
	struct codes *c = codes_new();
	struct plane_maker *m = plane_maker_new(c);
	struct plane p;
	plane_maker_take(m, &p);
	EQ_INT(p.items, 0);
	EQ_INT(p.count, 0);
	EQ_INT(p.starts[0], 0);
	EQ_INT(plane_times(&p, 5), 0);
	plane_done(&p);
	plane_maker_free(m);
	codes_free(c);
}
