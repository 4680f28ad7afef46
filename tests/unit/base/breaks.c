#include "base/breaks.h"

#include <string.h>

#include "support/check.h"

/* The grades between the characters as digits, the last one left out. */
static void grades(const char *text, char *out)
{
	struct breaks b = breaks_find(text, strlen(text));
	for (size_t i = 0; i + 1 < b.count; i++)
		*out++ = (char)('0' + b.grades[i]);
	*out = '\0';
	breaks_done(&b);
}

TEST(a_break_is_as_good_as_what_it_parts)
{
	static const struct {
		const char *text, *grades;
	} cases[] = {
		{ "", "" },
		{ "政", "" },
		{ "政策", "4" },
		{ "政。", "1" },      /* closing punctuation at a line's start */
		{ "“政", "1" },	      /* opening at an end */
		{ "100", "22" },      /* inside a number */
		{ "100万元", "2233" }, /* what belongs together */
		{ "ab", "2" },
		{ "e\u0301", "0" }, /* before a mark */
		{ "a b", "04" },    /* behind the space, not before it */
	};
	EACH (c, cases) {
		char got[32];
		grades(c->text, got);
		EQ_STR(got, c->grades);
	}
}

TEST(code_points_are_as_shown_one_for_one)
{
	struct breaks b = breaks_find("a\x1b\r\n\uFFFF\U0001F1E8", strlen("a\x1b\r\n\uFFFF\U0001F1E8"));
	static const uint32_t want[] = { 'a', 0xFFFD, ' ', '\n', 0xFFFD };
	EQ_INT(b.count, 6);
	for (size_t i = 0; i < 5; i++)
		EQ_INT(b.cps[i], want[i]);
	breaks_done(&b);
	TRUE(breaks_blank(' ') && breaks_blank(0x3000) && !breaks_blank(0xA0) && !breaks_blank('\n'));
}
