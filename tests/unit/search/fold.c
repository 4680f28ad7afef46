#include "search/fold.h"

#include <stdint.h>
#include <string.h>

#include "base/buffer.h"
#include "base/utf8.h"
#include "support/check.h"

static const char *folded(const char *text, struct buffer *out)
{
	struct folded f = { 0 };
	fold_text(&f, text, strlen(text));
	buffer_clear(out);
	for (size_t i = 0; i < f.count; i++) {
		char bytes[UTF8_MAX];
		buffer_add(out, bytes, utf8_encode(f.cps[i], bytes));
	}
	fold_done(&f);
	return buffer_string(out);
}

TEST(one_form_stands_for_all_ways_to_write_a_character)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
		{ "政策", "政策" },
		{ "ABCxyz019", "abcxyz019" },
		{ "ＡｂＺ０１９％／：！", "abz019%/:!" },
		{ "“”„‟＂「」〝〞〟\"﹁﹂", "\"\"\"\"\"\"\"\"\"\"\"\"\"" },
		{ "‘’‚‛＇『』'", "''''''''" },
		{ "〔[【〖［（(﹝", "((((((((" },
		{ "〕]】〗］）)﹞", "))))))))" },
		{ "—–－―‐‒−‑-", "---------" },
		{ "①⑩㈠½㎡℃№㍿", "110(一)1/2m2°cno株式会社" },
		{ "⼀⼈\xEF\xA4\x80", "一人岂" },
		{ "ﬁß", "fiss" },
		{ "ΣΑς", "σασ" },
		{ "\xC3\xA9 e\xCC\x81 \xC3\x89", "e\xCC\x81"
						 "e\xCC\x81"
						 "e\xCC\x81" },
		{ "e´ ¨゛", "e´¨゛" },
		{ "ﾊﾟ", "ハ\xE3\x82\x9A" },
		{ "，。、；", ",。、;" },
		{ "{}《》〈〉", "{}《》〈〉" },
		{ "😀𠮷", "😀𠮷" },
	};
	struct buffer out = { 0 };
	EACH (c, cases)
		EQ_STR(folded(c->text, &out), c->want);
	buffer_done(&out);
}

TEST(what_cannot_be_seen_is_skipped)
{
	static const char *cases[] = {
		" a b ",
		"　a　b",
		"a\tb\n\r",
		"a\xC2\xA0"
		"b", /* no-break space */
		"a\xE2\x80\x89"
		"b\xE2\x80\xA8", /* thin space, line separator */
		"a\xE2\x80\x8B"
		"b\xE2\x80\x8D", /* zero-width space and joiner */
		"\xEF\xBB\xBF"
		"a\xC2\xAD"
		"b", /* byte order mark, soft hyphen */
		"a\xEF\xB8\x8F"
		"b\xF3\xA0\x84\x80", /* variation selectors */
		"\xE2\x80\xAE"
		"ab\xE2\x80\xAC", /* a turned direction */
		"a\x01"
		"b\x7F\xC2\x85", /* controls */
		"a\xE3\x85\xA4"
		"b\xEF\xBE\xA0", /* Hangul fillers */
	};
	struct buffer out = { 0 };
	EACH (c, cases)
		EQ_STR(folded(*c, &out), "ab");
	buffer_done(&out);
}

TEST(every_folded_character_knows_where_it_came_from)
{
	struct folded f = { 0 };
	const char *text = " ㎡\xE2\x80\x8B政 é①";
	fold_text(&f, text, strlen(text));
	static const uint32_t cps[] = { 'm', '2', U'政', 'e', 0x301, '1' };
	static const uint32_t from[] = { 1, 1, 3, 5, 5, 6 };
	EQ_INT(f.count, 6);
	for (size_t i = 0; i < f.count; i++) {
		EQ_INT(f.cps[i], cps[i]);
		EQ_INT(f.from[i], from[i]);
	}
	fold_text(&f, "x", 1);
	EQ_INT(f.count, 1);
	EQ_INT(f.from[0], 0);
	fold_text(&f, "", 0);
	EQ_INT(f.count, 0);
	fold_done(&f);
}

TEST(bytes_that_are_no_utf8_fold_to_the_replacement_character)
{
	struct buffer out = { 0 };
	EQ_STR(folded("a\xFF\xE4\xB8", &out), "a\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD");
	buffer_done(&out);
}

/* Only the first failure is worth a message: the loop is over all of Unicode. */
TEST(folding_what_is_folded_changes_nothing_for_any_character)
{
	struct folded once = { 0 }, twice = { 0 };
	struct buffer text = { 0 };
	uint32_t failed = 0;
	for (uint32_t cp = 1; cp <= 0x10FFFF && !failed; cp++) {
		char bytes[UTF8_MAX];
		fold_text(&once, bytes, utf8_encode(cp, bytes));
		buffer_clear(&text);
		for (size_t i = 0; i < once.count; i++)
			buffer_add(&text, bytes, utf8_encode(once.cps[i], bytes));
		fold_text(&twice, buffer_string(&text), text.n);
		if (once.count != twice.count ||
		    (once.count &&
		     memcmp(once.cps, twice.cps, once.count * sizeof(*once.cps)) != 0))
			failed = cp;
	}
	EQ_INT(failed, 0);
	buffer_done(&text);
	fold_done(&once);
	fold_done(&twice);
}

TEST(a_word_is_found_from_a_place_on)
{
	static const uint32_t text[] = { 'a', 'b', 'a', 'b', 'a' }, word[] = { 'a', 'b', 'a' };
	EQ_INT(fold_find(text, 5, 0, word, 3), 0);
	EQ_INT(fold_find(text, 5, 1, word, 3), 2);
	TRUE(fold_find(text, 5, 3, word, 3) == FOLD_NOWHERE);
	TRUE(fold_find(text, 5, 5, word, 3) == FOLD_NOWHERE);
	TRUE(fold_find(text, 2, 0, word, 3) == FOLD_NOWHERE);
	TRUE(fold_find(NULL, 0, 0, word, 3) == FOLD_NOWHERE);
}

TEST(spaces_and_marks_are_told_apart_from_letters)
{
	static const struct {
		uint32_t cp;
		bool space, mark;
	} cases[] = {
		{ ' ', true, false },	 { 0x3000, true, false }, { '\t', true, false },
		{ 0xA0, true, false },	 { 0x2028, true, false }, { 0x7F, true, false },
		{ 'a', false, false },	 { U'政', false, false }, { 0x301, false, true },
		{ 0x20DD, false, true }, { 0x93F, false, true },  { 0x200B, false, false },
	};
	EACH (c, cases) {
		EQ_INT(fold_is_space(c->cp), c->space);
		EQ_INT(fold_is_mark(c->cp), c->mark);
	}
}
