#include "table/encoding.h"

#include <string.h>

#include "support/check.h"

TEST(a_text_that_is_not_utf8_is_called_what_it_seems)
{
	static const struct {
		const char *text;
		size_t n, line, column; /* line 0: it is UTF-8 */
		const char *what;
	} cases[] = {
		{ "政策\n", 7, 0, 0, NULL },
		{ "", 0, 0, 0, NULL },
		{ "\xFF\xFE{\0", 4, 1, 1, "UTF-16LE" },
		{ "\0{", 2, 1, 1, "UTF-16BE" },
		{ "{\"a\":\"\xD5\xFE\xB2\xDF\"}", 12, 1, 7, "GB18030" },
		{ "政\n策\xFF", 8, 2, 2, "字节 0xff，不会出现的字节" },
		{ "a\x80", 2, 1, 2, "多余的后续字节" },
		{ "政\xC0\xAF", 5, 1, 2, "过长的编码" },
		{ "政\xED\xA0\x80", 6, 1, 2, "代理码位" },
		{ "政\xF4\x90\x80\x80", 7, 1, 2, "大于 U+10FFFF" },
		{ "政\xE6\x94", 5, 1, 2, "字符不完整" },
	};
	EACH (c, cases) {
		struct faults faults = { 0 };
		TRUE(encoding_check("F", c->text, c->n, &faults) == (c->line == 0));
		EQ_INT(faults.count, c->line != 0);
		if (c->line) {
			EQ_INT(faults.all[0].line, c->line);
			EQ_INT(faults.all[0].column, c->column);
			HAS(faults.all[0].what, c->what);
		}
		faults_done(&faults);
	}
}
