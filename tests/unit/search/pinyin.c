#include "search/pinyin.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "search/fold.h"
#include "support/check.h"

/* Characters of the text's beginning that the word spells; both folded, as the engine has them. */
static size_t spelt(const char *word, const char *text)
{
	struct folded w = { 0 };
	struct folded t = { 0 };
	fold_text(&w, word, strlen(word));
	fold_text(&t, text, strlen(text));
	size_t n = pinyin_is_word(w.cps, w.count) ?
			   pinyin_match(w.cps, w.count, t.cps, t.count) :
			   0;
	fold_done(&w);
	fold_done(&t);
	return n;
}

struct row {
	const char *word, *text;
	size_t want;
};

TEST(whole_readings_initials_and_mixtures_spell_words)
{
	static const struct row rows[] = {
		{ "xindai", "信贷支持", 2 },
		{ "xd", "信贷支持", 2 },
		{ "xdai", "信贷支持", 2 },
		{ "xind", "信贷支持", 2 },
		{ "xinda", "信贷支持", 2 },
		{ "xin", "信贷支持", 1 },
		{ "xinx", "信贷支持", 0 },
		{ "xida", "信贷支持", 0 },
		{ "XINDAI", "信贷支持", 2 },
		{ "ｘｄ", "信贷支持", 2 },
		{ "zhengfcg", "政府采购", 4 },
		{ "zhengfucaigou", "政府采购", 4 },
		{ "zfcg", "政府采购", 4 },
		{ "zhfcg", "政府采购", 4 },
		{ "zhengfcgo", "政府采购", 4 },
		{ "zhengfcgx", "政府采购", 0 },
		{ "zefcg", "政府采购", 0 }, /* ze is neither an initial nor a reading */
		{ "fangan", "方案", 2 },
		{ "fanga", "方案", 2 },
		{ "fa", "方案", 1 }, /* the fewest: a beginning of fang, not f and a */
		{ "chshzh", "城市住", 3 },
		{ "csz", "城市住", 3 },
		{ "z", "住", 1 },
		{ "er", "儿", 1 },
		{ "e", "二", 1 },
		{ "erer", "二二", 2 },
	};
	EACH (r, rows)
		EQ_INT(spelt(r->word, r->text), r->want);
}

TEST(a_match_begins_with_a_character_and_covers_whole_ones)
{
	static const struct row rows[] = {
		{ "an", "先进", 0 },  { "an", "管理", 0 },	{ "an", "安全", 1 },
		{ "ian", "先进", 0 }, { "xian", "先进", 1 },	{ "xian", "西安市", 2 },
		{ "xi", "先进", 1 },  { "xianj", "先进", 2 },	{ "xianji", "西安吉", 3 },
		{ "xian", "西", 0 },  { "xian", "西 安", 2 },
	};
	EACH (r, rows)
		EQ_INT(spelt(r->word, r->text), r->want);
}

TEST(an_apostrophe_is_a_border)
{
	static const struct row rows[] = {
		{ "xi'an", "西安", 2 },	   { "xi'an", "先安", 0 },    { "xi’an", "西安", 2 },
		{ "xi''an", "西安", 2 },   { "xia'n", "先", 0 },      { "xi'", "西安", 1 },
		{ "xi'", "先", 0 },	   { "x'", "先", 1 },	      { "x'a", "西安", 2 },
		{ "xian'", "先进", 1 },	   { "xian'", "西安", 2 },    { "x'd", "信贷", 2 },
		{ "xin'dai", "信贷", 2 },  { "xind'ai", "信贷", 0 },  { "z'h", "政和", 2 },
		{ "zh'e", "政二", 2 },	   { "fang'an", "方案", 2 },  { "fan'gan", "方案", 0 },
		{ "'xi", "西", 0 },	   { "lu'an", "六安", 2 },    { "l'", "六安", 1 },
	};
	EACH (r, rows)
		EQ_INT(spelt(r->word, r->text), r->want);
}

TEST(every_reading_of_a_character_counts)
{
	static const struct row rows[] = {
		{ "cq", "重庆", 2 },	 { "zq", "重庆", 2 },	    { "chongqing", "重庆", 2 },
		{ "zhongqing", "重庆", 2 }, { "yh", "银行", 2 },   { "yinhang", "银行", 2 },
		{ "yinxing", "银行", 2 }, { "yx", "银行", 2 },	    { "yl", "银行", 0 },
		{ "xm", "厦门", 2 },	 { "sm", "厦门", 2 },	    { "xiamen", "厦门", 2 },
		{ "shamen", "厦门", 2 }, { "zengzhang", "增长", 2 }, { "cc", "长城", 2 },
		{ "lv", "绿色", 1 },	 { "lvse", "绿色", 2 },	    { "lvyou", "旅游", 2 },
		{ "nvxing", "女性", 2 }, { "zhanlve", "战略", 2 },  { "zhanlue", "战略", 2 },
		{ "zhanlu", "战略", 2 }, { "lu", "旅游", 0 },	    { "nue", "虐待", 1 },
		{ "lue", "绿", 0 },	 { "lv", "路", 0 },
	};
	EACH (r, rows)
		EQ_INT(spelt(r->word, r->text), r->want);
}

TEST(what_is_no_pinyin_spells_nothing)
{
	static const struct row rows[] = {
		{ "x1", "信贷", 0 },	 { "1", "一", 0 },	  { "xin1dai4", "信贷", 0 },
		{ "lü", "绿", 0 },	 { "gb/t", "标准", 0 },	  { "信", "信贷", 0 },
		{ "x-d", "信贷", 0 },	 { "", "信贷", 0 },	  { "xd", "", 0 },
		{ "x", "x", 0 },	 { "xd", "信d", 0 },	  { "xd", "信，贷", 0 },
		{ "i", "一", 0 },	 { "u", "五", 0 },	  { "я", "信", 0 },
	};
	EACH (r, rows)
		EQ_INT(spelt(r->word, r->text), r->want);
}
