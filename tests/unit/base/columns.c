#include "base/columns.h"

#include <string.h>
#include <wchar.h>

#include "base/utf8.h"
#include "support/check.h"

static int clipped(const char *text, int cols, int *used)
{
	return (int)columns_clip(text, strlen(text), cols, used);
}

static const char *safe(struct buffer *b, const char *text, size_t n)
{
	buffer_clear(b);
	columns_add_safe(b, text, n);
	return buffer_string(b);
}

static const char *padded(struct buffer *b, const char *text, int cols)
{
	buffer_clear(b);
	columns_add_padded(b, text, strlen(text), cols);
	return buffer_string(b);
}

TEST(a_character_takes_the_columns_that_the_c_library_says)
{
	static const struct {
		uint32_t cp;
		int cols;
	} cases[] = {
		{ 'a', 1 },    { '~', 1 },    { ' ', 1 },    { U'政', 2 },   { U'，', 2 },
		{ U'“', 1 },   { U'—', 1 },   { U'…', 1 },   { U'·', 1 },    { U'①', 1 },
		{ U'《', 2 },  { U'〔', 2 },  { 0x3000, 2 }, { U'Ａ', 2 },   { U'㎡', 2 },
		{ U'😀', 2 },   { 0x301, 0 },  { 0x20DD, 0 }, { 0x20000, 2 }, { 0xFFFD, 1 },
		{ 0x9FA5, 2 }, { 0x9FA6, 2 }, { 0xA0, 1 },   { '\t', 1 },    { '\n', 1 },
		{ 0x1B, 1 },   { 0x200B, 1 }, { 0x200D, 1 }, { 0xE000, 1 },
	};
	EACH (c, cases)
		EQ_INT(columns_of(c->cp), c->cols);
}

TEST(what_could_command_or_deceive_is_shown_as_the_replacement_character)
{
	static const struct {
		uint32_t first, last;
	} cases[] = {
		{ 0x00, 0x08 },		{ 0x0A, 0x1F },
		{ 0x7F, 0x9F },		{ 0xAD, 0xAD },
		{ 0x34F, 0x34F },	{ 0x61C, 0x61C },
		{ 0x115F, 0x1160 },	{ 0x17B4, 0x17B5 },
		{ 0x180B, 0x180F },	{ 0x200B, 0x200F },
		{ 0x2028, 0x202E },	{ 0x2060, 0x206F },
		{ 0x2800, 0x2800 },	{ 0x3164, 0x3164 },
		{ 0xD800, 0xDFFF },	{ 0xE000, 0xF8FF },
		{ 0xFDD0, 0xFDEF },	{ 0xFE00, 0xFE0F },
		{ 0xFEFF, 0xFEFF },	{ 0xFFA0, 0xFFA0 },
		{ 0xFFF9, 0xFFFB },	{ 0xFFFE, 0xFFFF },
		{ 0x13430, 0x13438 },	{ 0x1BCA0, 0x1BCA3 },
		{ 0x1D159, 0x1D159 },	{ 0x1D173, 0x1D17A },
		{ 0x1FFFE, 0x1FFFF },	{ 0x2FFFE, 0x2FFFF },
		{ 0xDFFFE, 0xDFFFF },	{ 0xE0000, 0xE0FFF },
		{ 0xEFFFE, 0xEFFFF },	{ 0xF0000, 0xFFFFF },
		{ 0x100000, 0x110010 }, { 0xFFFFFFF0u, 0xFFFFFFFEu },
	};
	EACH (c, cases)
		for (uint32_t cp = c->first; cp <= c->last; cp++) {
			EQ_INT(columns_shown(cp), UTF8_REPLACEMENT);
			EQ_INT(columns_of(cp), 1);
		}
}

TEST(what_stands_beside_an_unsafe_range_is_shown_as_itself)
{
	static const struct {
		uint32_t cp;
	} cases[] = {
		{ 0x20 },    { 0x7E },	  { 0xA0 },    { 0xAC },    { 0xAE },	 { 0x34E },
		{ 0x350 },   { 0x115E },  { 0x1161 },  { 0x180A },  { 0x200A },	 { 0x2010 },
		{ 0x2027 },  { 0x202F },  { 0x205F },  { 0x2070 },  { 0x27FF },	 { 0x2801 },
		{ 0x3163 },  { 0x3165 },  { 0xD7A3 },  { 0xF900 },  { 0xFDCF },	 { 0xFDF0 },
		{ 0xFDFF },  { 0xFE10 },  { 0xFE70 },  { 0xFEFC },  { 0xFF9F },	 { 0xFFA1 },
		{ 0xFFE6 },  { 0xFFFC },  { 0xFFFD },  { 0x1F600 }, { 0x1F1E8 }, { 0x1D158 },
		{ 0x1D15A }, { 0x20000 }, { 0x2A6D6 },
	};
	EACH (c, cases)
		EQ_INT(columns_shown(c->cp), c->cp);
}

TEST(every_code_point_is_shown_as_something_whose_width_ncurses_agrees_with)
{
	for (uint32_t cp = 0; cp <= 0x110000; cp++) {
		uint32_t shown = columns_shown(cp);
		int cols = columns_of(cp);
		if (shown != cp && shown != UTF8_REPLACEMENT && cp != '\t')
			EQ_INT(shown, cp);
		if (columns_shown(shown) != shown)
			EQ_INT(columns_shown(shown), shown);
		if (cols < 0 || cols > 2 || cols != wcwidth((wchar_t)shown))
			EQ_INT(cols, wcwidth((wchar_t)shown));
	}
	EQ_INT(columns_shown('\t'), ' ');
}

TEST(the_columns_of_a_text_count_marks_as_nothing_and_unsafe_ones_as_one)
{
	static const struct {
		const char *text;
		int cols;
	} cases[] = {
		{ "", 0 },	   { "企业标准“领跑者”", 16 }, { "e\u0301", 1 },
		{ "\u0301", 0 },   { "a\u200Bb", 3 },	       { "\x1B[31m红", 7 },
		{ "👨\u200D👩", 5 }, { "\xFF\xFE", 2 },	       { "政\xE7\xAD", 4 },
	};
	EACH (c, cases)
		EQ_INT(columns_text(c->text, strlen(c->text)), c->cols);
}

TEST(clip_never_splits_a_character)
{
	static const struct {
		const char *text;
		int cols, want, used;
	} cases[] = {
		{ "政策", 3, 3, 2 },	   { "政策", 4, 6, 4 },	   { "政策", 5, 6, 4 },
		{ "政策", 1, 0, 0 },	   { "a政", 2, 1, 1 },	   { "", 5, 0, 0 },
		{ "政策", 0, 0, 0 },	   { "政策", -3, 0, 0 },   { "e\u0301\u0302f", 1, 5, 1 },
		{ "政\u0301策", 2, 5, 2 }, { "\u0301a", 0, 2, 0 }, { "\u0301a", -1, 0, 0 },
		{ "a\u200Db", 2, 4, 2 },   { "\x1Bxy", 1, 1, 1 },  { "😀😀", 3, 4, 2 },
	};
	EACH (c, cases) {
		int used = -1;
		EQ_INT(clipped(c->text, c->cols, &used), c->want);
		EQ_INT(used, c->used);
	}
	EQ_INT(clipped("政策", 3, NULL), 3);
}

TEST(safe_text_keeps_one_code_point_for_one_and_no_more_than_four_marks)
{
	struct buffer b = { 0 };
	EQ_STR(safe(&b, "", 0), "");
	EQ_STR(safe(&b, "企业标准", 12), "企业标准");
	EQ_STR(safe(&b, "a\tb\nc", 5), "a b\uFFFDc");
	EQ_STR(safe(&b, "\x1B]0;x\x07", 6), "\uFFFD]0;x\uFFFD");
	EQ_STR(safe(&b, "a\0b", 3), "a\uFFFDb");
	EQ_STR(safe(&b, "\u202E政\u2066\uFEFF", 12), "\uFFFD政\uFFFD\uFFFD");
	EQ_STR(safe(&b,
		    "\xC2\x9B"
		    "31m",
		    5),
	       "\uFFFD31m");
	EQ_STR(safe(&b, "\xFF\xE6\x94", 3), "\uFFFD\uFFFD\uFFFD");
	EQ_STR(safe(&b, "e\u0301\u0301\u0301\u0301", 9), "e\u0301\u0301\u0301\u0301");
	EQ_STR(safe(&b, "e\u0301\u0301\u0301\u0301\u0302\u0303f\u0302", 16),
	       "e\u0301\u0301\u0301\u0301f\u0302");
	buffer_done(&b);
}

TEST(padded_text_takes_exactly_the_columns_asked_for)
{
	static const struct {
		const char *text;
		int cols;
		const char *want;
	} cases[] = {
		{ "江苏", 6, "江苏  " },
		{ "江苏", 4, "江苏" },
		{ "江苏省", 5, "江苏~" },
		{ "江苏省", 4, "江 ~" },
		{ "江苏省", 2, " ~" },
		{ "江苏省", 1, "~" },
		{ "江", 1, "~" },
		{ "", 3, "   " },
		{ "江苏", 0, "" },
		{ "江苏", -4, "" },
		{ "a", 1, "a" },
		{ "\u0301a", 2, "a " },
		{ "e\u0301f", 1, "~" },
		{ "e\u0301", 1, "e\u0301" },
		{ "\u200Bab", 2, "\uFFFD~" },
		{ "a\nb", 3, "a\uFFFDb" },
	};
	struct buffer b = { 0 };
	EACH (c, cases) {
		EQ_STR(padded(&b, c->text, c->cols), c->want);
		EQ_INT(columns_text(buffer_string(&b), b.n), c->cols > 0 ? c->cols : 0);
	}
	buffer_done(&b);
}

/* wcwidth knows neither U+0378 (unassigned) nor, in some C libraries, what is newer than they are. */
TEST(what_is_unsafe_in_a_file_does_not_depend_on_the_c_library)
{
	static const struct {
		uint32_t cp;
		bool is_unsafe;
	} cases[] = {
		{ 0, true },	    { 0x1F, true },	{ ' ', false },	    { '~', false },
		{ 0x7F, true },	    { 0x9F, true },	{ 0xA0, false },    { 0x378, false },
		{ 0x200A, false },  { 0x200B, true },	{ 0x202E, true },   { 0x202F, false },
		{ 0x301, false },   { U'政', false },	{ 0xD7FF, false },  { 0xD800, true },
		{ 0xF900, false },  { 0xFFFC, false },	{ 0xFFFD, false },  { 0xFFFE, true },
		{ 0x1F600, false }, { 0x1FAFF, false }, { 0x3FFFD, false }, { 0x3FFFE, true },
		{ 0xE0001, true },  { 0x10FFFF, true }, { '\t', true },
	};
	EACH (c, cases) {
		EQ_INT(columns_is_unsafe(c->cp), c->is_unsafe);
		if (c->is_unsafe)
			TRUE(columns_shown(c->cp) != c->cp);
	}
}

TEST(a_long_text_is_shortened_in_the_middle)
{
	static const struct {
		const char *text;
		int cols;
		const char *want;
	} cases[] = {
		{ "www.nantong.gov.cn/a/b/c.html", 29, "www.nantong.gov.cn/a/b/c.html" },
		{ "www.nantong.gov.cn/a/b/c.html", 20, "www.nantong../c.html" },
		{ "www.nantong.gov.cn/a/b/c.html", 4, "ww.." },
		{ "www.nantong.gov.cn/a/b/c.html", 3, "www" },
		{ "江苏省企业标准领跑者", 12, "江苏省..跑者" },
		{ "江苏省企业标准领跑者", 11, "江苏省..者" },
		{ "a\033b中\xCC\x81文字ab", 7,
		  "a\xEF\xBF\xBD"
		  "b..ab" },
		{ "", 5, "" },
		{ "abc", 0, "" },
	};
	EACH (c, cases) {
		struct buffer b = { 0 };
		columns_add_shortened(&b, c->text, strlen(c->text), c->cols);
		EQ_STR(buffer_string(&b), c->want);
		TRUE(columns_text(buffer_string(&b), b.n) <= c->cols);
		buffer_done(&b);
	}
}
