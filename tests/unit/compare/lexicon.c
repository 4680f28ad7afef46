#include "compare/lexicon.h"

#include <string.h>

#include "search/fold.h"
#include "support/check.h"

TEST(the_longest_word_at_a_place_is_found)
{
	static const struct {
		const char *text;
		size_t length;
	} cases[] = {
		{ "评估结果", 2 },   { "制修订标准", 3 }, { "标准化试点", 3 }, { "标准试点", 2 },
		{ "知识产权局", 4 }, { "知识", 2 },	   { "或者", 2 },	     { "或", 0 },
		{ "的企业", 0 },	   { "", 0 },	   { "㐀㐁", 0 },	     { "龍龍", 0 },
		{ "一体化", 3 },
		{ "一次性", 3 },
		{ "增值", 2 },
		{ "抽查", 2 },
		{ "高质量", 3 },
		{ "鼓励", 2 },
	};
	struct folded f = { 0 };
	EACH (c, cases) {
		fold_text(&f, c->text, strlen(c->text));
		EQ_INT(lexicon_word(f.cps, f.count), c->length);
	}
	fold_done(&f);
}
