#include "base/utf8.h"

#include <string.h>

#include "support/check.h"

TEST(every_scalar_value_survives_writing_and_reading)
{
	for (uint32_t cp = 0; cp <= 0x10FFFF; cp++) {
		if (cp == 0xD800)
			cp = 0xE000;
		char bytes[UTF8_MAX];
		uint32_t back = 0;
		size_t n = utf8_encode(cp, bytes), wanted = cp < 0x80	   ? 1
							    : cp < 0x800   ? 2
							    : cp < 0x10000 ? 3
									   : 4;
		if (n != wanted || utf8_decode(bytes, n, &back) != n || back != cp)
			EQ_INT(back, cp);
		if (utf8_promised((unsigned char)bytes[0]) != n)
			EQ_INT(utf8_promised((unsigned char)bytes[0]), n);
	}
}

TEST(what_is_no_scalar_value_is_written_as_the_replacement_character)
{
	static const uint32_t cases[] = { 0xD800, 0xDBFF, 0xDC00, 0xDFFF, 0x110000, 0xFFFFFFFF };
	EACH (c, cases) {
		char bytes[UTF8_MAX];
		EQ_INT(utf8_encode(*c, bytes), 3);
		TRUE(memcmp(bytes, "\xEF\xBF\xBD", 3) == 0);
	}
}

TEST(bytes_that_begin_no_character_are_replaced_one_by_one)
{
	static const struct {
		const char *bytes;
		size_t n;
	} cases[] = {
		{ "\x80", 1 },
		{ "\xBF", 1 },
		{ "\xC0\x80", 2 },
		{ "\xC1\xBF", 2 }, /* overlong ASCII */
		{ "\xE0\x80\x80", 3 },
		{ "\xE0\x9F\xBF", 3 }, /* overlong two bytes */
		{ "\xF0\x80\x80\x80", 4 },
		{ "\xF0\x8F\xBF\xBF", 4 }, /* overlong three bytes */
		{ "\xED\xA0\x80", 3 },
		{ "\xED\xBF\xBF", 3 }, /* surrogates */
		{ "\xF4\x90\x80\x80", 4 },
		{ "\xF5\x80\x80\x80", 4 },
		{ "\xFF", 1 },
		{ "\xE6\x94", 2 },
		{ "\xE6", 1 },
		{ "\xF0\x9F\x98", 3 }, /* cut short */
		{ "\xE6\x94"
		  "a",
		  3 },
		{ "\xC2\xC2", 2 },
		{ "\xF8\x88\x80\x80\x80", 5 },
	};
	EACH (c, cases) {
		uint32_t cp = 0;
		EQ_INT(utf8_decode(c->bytes, c->n, &cp), 1);
		EQ_INT(cp, UTF8_REPLACEMENT);
		EQ_INT(utf8_valid(c->bytes, c->n), 0);
	}
}

TEST(decoding_reads_no_byte_beyond_the_end)
{
	uint32_t cp;
	EQ_INT(utf8_decode("政", 2, &cp), 1);
	EQ_INT(cp, UTF8_REPLACEMENT);
	EQ_INT(utf8_decode("政", 3, &cp), 3);
	EQ_INT(cp, U'政');
}

TEST(next_stops_at_the_end_and_reads_a_cut_character_as_one_byte)
{
	uint32_t cp = 7;
	EQ_INT(utf8_next("", &cp), 0);
	EQ_INT(cp, 7);
	EQ_INT(utf8_next("😀", &cp), 4);
	EQ_INT(cp, U'😀');
	EQ_INT(utf8_next("\xF0\x9F\x98", &cp), 1);
	EQ_INT(cp, UTF8_REPLACEMENT);
}

TEST(valid_counts_the_bytes_before_the_first_fault)
{
	static const struct {
		const char *bytes;
		size_t n, want;
	} cases[] = {
		{ "", 0, 0 },		{ "政策", 6, 6 },	  { "政策", 5, 3 },
		{ "a\xFFz", 3, 1 },	{ "a\0b", 3, 3 },	  { "\xEF\xBF\xBD", 3, 3 },
		{ "政\xD5\xFE", 5, 3 }, { "\xEF\xBF\xBF", 3, 3 },
	};
	EACH (c, cases)
		EQ_INT(utf8_valid(c->bytes, c->n), c->want);
}

TEST(cut_gives_back_only_a_character_that_is_incomplete)
{
	static const struct {
		const char *bytes;
		size_t n, want;
	} cases[] = {
		{ "", 0, 0 },	      { "a", 1, 1 },
		{ "a政", 4, 4 },      { "a政", 3, 1 },
		{ "a政", 2, 1 },      { "😀", 3, 0 },
		{ "😀", 2, 0 },	      { "😀", 1, 0 },
		{ "😀", 4, 4 },	      { "é", 1, 0 },
		{ "\x80\x80", 2, 2 }, { "a\xFF", 2, 2 },
		{ "é\x80", 3, 3 },    { "\x80\x80\x80\x80\x80", 5, 5 },
	};
	EACH (c, cases)
		EQ_INT(utf8_cut(c->bytes, c->n), c->want);
}

TEST(cut_leaves_a_valid_text_valid_at_every_length)
{
	static const char text[] = "a政é😀“领跑者”\u0301z";
	for (size_t n = 0; n < sizeof(text); n++) {
		size_t cut = utf8_cut(text, n);
		TRUE(cut <= n && n - cut < UTF8_MAX);
		EQ_INT(utf8_valid(text, cut), cut);
	}
}

TEST(positions_and_bytes_translate_into_each_other)
{
	static const char text[] = "a政é😀\xFFz";
	static const size_t offsets[] = { 0, 1, 4, 6, 10, 11, 12 };
	const size_t n = sizeof(text) - 1;
	for (size_t position = 0; position < 7; position++) {
		EQ_INT(utf8_offset(text, n, position), offsets[position]);
		EQ_INT(utf8_count(text, offsets[position]), position);
	}
	EQ_INT(utf8_offset(text, n, 99), n);
	EQ_INT(utf8_count("", 0), 0);
}

TEST(a_lead_byte_promises_its_length_and_others_nothing)
{
	static const struct {
		unsigned char lead;
		size_t want;
	} cases[] = {
		{ 0x00, 1 }, { 0x7F, 1 }, { 0x80, 0 }, { 0xBF, 0 }, { 0xC0, 0 },
		{ 0xC1, 0 }, { 0xC2, 2 }, { 0xDF, 2 }, { 0xE0, 3 }, { 0xEF, 3 },
		{ 0xF0, 4 }, { 0xF4, 4 }, { 0xF5, 0 }, { 0xFF, 0 },
	};
	EACH (c, cases)
		EQ_INT(utf8_promised(c->lead), c->want);
}
