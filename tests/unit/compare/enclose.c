#include "compare/enclose.h"

#include <uchar.h>

#include "support/check.h"

TEST(a_closing_one_belongs_to_the_innermost_open_one_of_its_kind)
{
	static const struct {
		const char32_t *text;
		const char *partners; /* by digit; '-' none */
	} cases[] = {
		{ U"“a”", "2-0" },
		{ U"“a“b”c”", "6-4-2-0" },
		{ U"“（”）", "2301" },
		{ U"“a", "--" },
		{ U"a”", "--" },
		{ U"““a”", "-3-1" },
		{ U"\"a\"b\"", "2-0--" },
		{ U"a'b", "---" },
	};
	EACH (c, cases) {
		size_t count = 0, partner[16];
		while (c->text[count])
			count++;
		enclose_partners((const uint32_t *)c->text, count, partner);
		char got[17] = "";
		for (size_t i = 0; i < count; i++)
			got[i] = partner[i] == SIZE_MAX ? '-' : (char)('0' + partner[i]);
		EQ_STR(got, c->partners);
	}
	TRUE(enclose_opens(U'“') && !enclose_opens(U'”') && !enclose_opens('"') && !enclose_opens(U'政'));
}
