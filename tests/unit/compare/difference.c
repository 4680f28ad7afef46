#include "compare/difference.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "support/check.h"

/* The text with its spans in { }. */
static void mark(const char *text, const struct spans *spans, struct buffer *out)
{
	size_t n = strlen(text), position = 0, next = 0;
	buffer_clear(out);
	for (size_t at = 0; at < n; position++) {
		uint32_t cp;
		size_t bytes = utf8_decode(text + at, n - at, &cp);
		if (next < spans->count && spans->all[next].start == position)
			buffer_char(out, '{');
		buffer_add(out, text + at, bytes);
		if (next < spans->count && spans->all[next].end == position + 1) {
			buffer_char(out, '}');
			next++;
		}
		at += bytes;
	}
	TRUE(next == spans->count);
}

static bool differ(const char *left, const char *right, struct buffer *in_left,
		   struct buffer *in_right)
{
	struct spans l = { 0 }, r = { 0 };
	bool differs = difference_spans(left, right, (struct difference_names){ 0 }, &l, &r);
	mark(left, &l, in_left);
	mark(right, &r, in_right);
	EQ_INT(differs, l.count + r.count > 0);
	spans_done(&l);
	spans_done(&r);
	return differs;
}

/* clang-format off */
static const struct { const char *left, *right, *in_left, *in_right; } words[] = {
	/* What one side adds. */
	{ "江苏省企业标准", "企业标准", "{江苏省}企业标准", "企业标准" },
	{ "企业标准“领跑者”", "企业标准", "企业标准{“领跑者”}", "企业标准" },
	{ "支持“领跑者”企业", "支持企业", "支持{“领跑者”}企业", "支持企业" },
	{ "鼓励各级政府采购", "鼓励政府采购", "鼓励{各级}政府采购", "鼓励政府采购" },
	{ "", "甲", "", "{甲}" },
	/* Where it could stand at several places, beside a punctuation mark. */
	{ "国际、国家标准", "国家标准", "{国际、}国家标准", "国家标准" },
	{ "参与国际、国家标准", "参与国家标准", "参与{国际、}国家标准", "参与国家标准" },
	{ "省级、市级、县级奖", "省级、县级奖", "省级、{市级、}县级奖", "省级、县级奖" },
	{ "给予甲奖励。给予乙奖励。", "给予乙奖励。", "{给予甲奖励。}给予乙奖励。", "给予乙奖励。" },
	{ "支持企业。", "支持企业。。", "支持企业。", "支持企业。{。}" },
	/* Words, not letters. */
	{ "产品或服务", "产品和服务", "产品{或}服务", "产品{和}服务" },
	{ "品牌价值评价等工作中采信", "品牌价值评估中采信", "品牌价值{评价等工作}中采信", "品牌价值{评估}中采信" },
	{ "支持甲的乙发展", "支持丙的丁发展", "支持{甲的乙}发展", "支持{丙的丁}发展" },
	{ "国际、国家标准", "国家、国际标准", "{国际、国家}标准", "{国家、国际}标准" },
	{ "产品或者服务", "产品或服务", "产品{或者}服务", "产品{或}服务" },
	{ "标准制修订", "标准制定", "标准{制修订}", "标准{制定}" },
	{ "制造业先进标准", "相关行业先进标准", "{制造业}先进标准", "{相关行业}先进标准" },
	{ "相关标准的产品或服务", "标准的产品和服务", "{相关}标准的产品{或}服务", "标准的产品{和}服务" },
	/* A few letters are no anchor between two longer differences. */
	{ "推荐子丑寅卯企业甲乙丙丁信贷支持", "推荐辰巳午未企业戊己庚辛信贷支持",
	  "推荐{子丑寅卯企业甲乙丙丁}信贷支持", "推荐{辰巳午未企业戊己庚辛}信贷支持" },
	{ "推荐子丑企业甲信贷支持", "推荐辰巳企业戊信贷支持", "推荐{子丑}企业{甲}信贷支持",
	  "推荐{辰巳}企业{戊}信贷支持" },
	{ "鼓励和支持金融机构", "加大支持力度，鼓励金融机构", "鼓励{和支持}金融机构",
	  "{加大支持力度，}鼓励金融机构" },
	{ "甲，乙", "丙，丁", "{甲，乙}", "{丙，丁}" },
	{ "采企业标准", "采信企业标准", "{采}企业标准", "{采信}企业标准" },
	{ "甲乙丙", "丁戊己", "{甲乙丙}", "{丁戊己}" },
	{ "的企业", "于企业", "{的}企业", "{于}企业" },
	/* Numbers and Latin words as a whole. */
	{ "补助100万元", "补助10万元", "补助{100}万元", "补助{10}万元" },
	{ "奖补50万元、30万元。", "奖补100万元、60万元。", "奖补{50}万元、{30}万元。", "奖补{100}万元、{60}万元。" },
	{ "3.5亿元", "3.8亿元", "{3.5}亿元", "{3.8}亿元" },
	{ "1,000元", "1000元", "{1,000}元", "{1000}元" },
	{ "2018年1月1日", "2019年11月1日", "{2018年1}月1日", "{2019年11}月1日" },
	{ "达到20%以上", "达到120%以上", "达到{20}%以上", "达到{120}%以上" },
	{ "共2018个", "共20和18个", "共{2018}个", "共{20和18}个" },
	{ "争创3-5个", "争创3-8个", "争创3-{5}个", "争创3-{8}个" },
	{ "采用ISO 9001认证", "采用IEC 9001认证", "采用{ISO} 9001认证", "采用{IEC} 9001认证" },
	{ "café店", "cafe店", "{café}店", "{cafe}店" },
	{ "第１００条", "第10条", "第{１００}条", "第{10}条" },
	/* Quotes and brackets with their partners. */
	{ "见《办法（试行）》。", "见《办法》。", "见《办法{（试行）}》。", "见《办法》。" },
	{ "按（甲乙）办理", "按（丙丁）、（戊己）办理", "按{（甲乙）}办理", "按{（丙丁）、（戊己）}办理" },
	{ "“甲乙丙丁”戊己", "“甲乙丙丁戊己", "{“}甲乙丙丁{”}戊己", "{“}甲乙丙丁戊己" },
	{ "标准“领跑者”企业", "标准领跑者企业", "标准{“}领跑者{”}企业", "标准领跑者企业" },
	/* Spaces inside a difference belong to it, others are none. */
	{ "在2018 年1 月1 日起", "在2018年2月1日起", "在2018 年{1} 月1 日起", "在2018年{2}月1日起" },
	{ "在 甲 乙 年", "在丙丁年", "在 {甲 乙} 年", "在{丙丁}年" },
};

static const struct { const char *left, *right; } same[] = {
	{ "", "" },
	{ "企业标准", "企业标准" },
	{ "企业标准 “领跑者”", "企业标准“领跑者”" },
	{ "1月1日", "1 月1 日" },
	{ "　企业\t标准 ", "企业标准" },
	{ "ISO 9001", "ISO9001" },
	{ "企业\"领跑者\"", "企业“领跑者”" },
	{ "「领跑者」", "“领跑者”" },
	{ "１００万元（试行）", "100万元(试行)" },
	{ "〔2018〕46号", "[2018]46 号" },
	{ "Q/320683HKC", "q/320683hkc" },
	{ "企\u200b业", "企业" },
	{ "caf\u00e9", "cafe\u0301" },
	{ " ", "" },
};

/* Whatever they hold, spans stay inside and tidy. */
static const char *const cruel[] = {
	"", " ", "\u0301", "e\u0301\u0301\u0301", "👩\u200d🚀👩\u200d🚀", "🇨🇳🇨",
	"\u202e企业\u202c", "\ufdfa\ufdfa", "㎡㎡m2", "①②③", "½", "((((((", "))))))",
	"”“”“", "\"\"\"", "（“）”", "a\u0300b\u0300", "\ufeff标准", "\xff\xfe坏", "\xe4\xb8",
	"𠮷野家", "ﬁﬁ", "1.2.3..4", ",,,", "、、、、", "标", "标标标标标标标", "İıſ",
	"\u1100\u1161\u11a8", "각",
};
/* clang-format on */

TEST(marks_the_words_that_differ_and_nothing_else)
{
	struct buffer l = { 0 }, r = { 0 };
	EACH (c, words) {
		TRUE(differ(c->left, c->right, &l, &r));
		EQ_STR(buffer_string(&l), c->in_left);
		EQ_STR(buffer_string(&r), c->in_right);
	}
	buffer_done(&l);
	buffer_done(&r);
}

TEST(changing_the_sides_changes_the_marks)
{
	struct buffer l = { 0 }, r = { 0 };
	EACH (c, words) {
		TRUE(differ(c->right, c->left, &l, &r));
		EQ_STR(buffer_string(&l), c->in_right);
		EQ_STR(buffer_string(&r), c->in_left);
	}
	buffer_done(&l);
	buffer_done(&r);
}

TEST(spaces_width_and_the_form_of_quotes_are_no_difference)
{
	struct buffer l = { 0 }, r = { 0 };
	EACH (c, same) {
		TRUE(!differ(c->left, c->right, &l, &r));
		EQ_STR(buffer_string(&l), c->left);
	}
	buffer_done(&l);
	buffer_done(&r);
}

static void check_tidy(const struct spans *s, const char *text)
{
	size_t end = 0;
	for (size_t i = 0; i < s->count; i++) {
		TRUE(i == 0 || s->all[i].start > end);
		TRUE(s->all[i].start < s->all[i].end);
		end = s->all[i].end;
	}
	TRUE(end <= utf8_count(text, strlen(text)));
}

/* clang-format off */
static const struct { const char *left, *right, *in_left, *in_right, *rest_left, *rest_right; } named[] = {
	{ "采信江苏省企业标准", "采信山西省企业标准", "采信{江苏省}企业标准", "采信{山西省}企业标准",
	  "采信江苏省企业标准", "采信山西省企业标准" },
	{ "采信江苏省企业标准", "采信企业标准", "采信{江苏省}企业标准", "采信企业标准", "采信江苏省企业标准",
	  "采信企业标准" },
	{ "江苏给予奖励", "给予奖励，山西", "{江苏}给予奖励", "给予奖励{，山西}", "江苏给予奖励", "给予奖励{，}山西" },
	{ "优先江苏省推荐", "一律山西评奖", "{优先江苏省推荐}", "{一律山西评奖}", "{优先}江苏省{推荐}",
	  "{一律}山西{评奖}" },
	{ "江苏省", "山西", "{江苏省}", "{山西}", "江苏省", "山西" },
	{ "江苏省", "", "{江苏省}", "", "江苏省", "" },
	/* Not the two regions'. */
	{ "采信浙江省结果", "采信江西省结果", "采信{浙江}省结果", "采信{江西}省结果", "采信{浙江}省结果",
	  "采信{江西}省结果" },
};
/* clang-format on */

TEST(names_are_words_and_can_be_ignored)
{
	static const char *const all[] = { "江苏省", "山西省", "江苏", "山西" };
	struct names names = { 0 };
	struct spans left = { 0 }, right = { 0 };
	struct buffer l = { 0 }, r = { 0 };
	EACH (name, all)
		fold_text(&names.all[names.count++], *name, strlen(*name));
	EACH (c, named) {
		difference_spans(c->left, c->right, (struct difference_names){ &names, false },
				 &left, &right);
		mark(c->left, &left, &l);
		mark(c->right, &right, &r);
		EQ_STR(buffer_string(&l), c->in_left);
		EQ_STR(buffer_string(&r), c->in_right);
		bool differs = difference_spans(
			c->left, c->right, (struct difference_names){ &names, true }, &left, &right);
		mark(c->left, &left, &l);
		mark(c->right, &right, &r);
		EQ_STR(buffer_string(&l), c->rest_left);
		EQ_STR(buffer_string(&r), c->rest_right);
		EQ_INT(differs, left.count + right.count > 0);
		EQ_INT(differs, difference_exists(c->left, c->right, &names));
		TRUE(difference_exists(c->left, c->right, NULL));
	}
	spans_done(&left);
	spans_done(&right);
	buffer_done(&l);
	buffer_done(&r);
	names_done(&names);
}

TEST(cruel_texts_give_tidy_spans_inside_them)
{
	struct spans l = { 0 }, r = { 0 };
	EACH (a, cruel) {
		for (size_t b = 0; b < sizeof(cruel) / sizeof(cruel[0]); b++) {
			bool differs = difference_spans(*a, cruel[b], (struct difference_names){ 0 }, &l, &r);
			check_tidy(&l, *a);
			check_tidy(&r, cruel[b]);
			EQ_INT(differs, l.count + r.count > 0);
			TRUE(!differs || *a != cruel[b]);
		}
	}
	spans_done(&l);
	spans_done(&r);
}

/* Text that is not marked is the same on both sides. */
TEST(what_is_not_marked_is_common)
{
	static const char *const parts[] = { "企业", "标准", "领跑者", "、", "100",
					     "国家", "a",    "《",     "》", "的" };
	unsigned state = 7;
	for (int round = 0; round < 400; round++) {
		struct buffer text[2] = { { 0 }, { 0 } }, rest[2] = { { 0 }, { 0 } };
		struct spans spans[2] = { { 0 }, { 0 } };
		for (int side = 0; side < 2; side++) {
			for (int i = 0; i < 12; i++) {
				state = state * 1664525u + 1013904223u;
				buffer_text(&text[side], parts[(state >> 16) % 10]);
			}
		}
		difference_spans(buffer_string(&text[0]), buffer_string(&text[1]), (struct difference_names){ 0 },
				 &spans[0], &spans[1]);
		for (int side = 0; side < 2; side++) {
			size_t position = 0;
			for (size_t at = 0; at < text[side].n; position++) {
				uint32_t cp;
				size_t bytes = utf8_next(text[side].bytes + at, &cp);
				if (!spans_contain(&spans[side], position))
					buffer_add(&rest[side], text[side].bytes + at, bytes);
				at += bytes;
			}
		}
		EQ_STR(buffer_string(&rest[0]), buffer_string(&rest[1]));
		for (int side = 0; side < 2; side++) {
			buffer_done(&text[side]);
			buffer_done(&rest[side]);
			spans_done(&spans[side]);
		}
	}
}

static char *long_text(size_t characters, unsigned seed)
{
	struct buffer b = { 0 };
	for (size_t i = 0; i < characters; i++) {
		seed = seed * 1664525u + 1013904223u;
		char out[UTF8_MAX];
		buffer_add(&b, out, utf8_encode(0x4E00 + (seed >> 16) % 400, out));
	}
	return b.bytes;
}

TEST(a_change_in_a_text_of_any_length_is_found_where_it_is)
{
	static const size_t lengths[] = { 100, 3000, 12000 };
	EACH (length, lengths) {
		char *text = long_text(*length, 3);
		size_t bytes = strlen(text);
		struct buffer changed = { 0 };
		buffer_text(&changed, "江苏");
		buffer_add(&changed, text, bytes / 6 * 3);
		buffer_text(&changed, "2018");
		buffer_text(&changed, text + bytes / 6 * 3);
		buffer_text(&changed, "山西");
		struct spans l = { 0 }, r = { 0 };
		TRUE(difference_spans(text, buffer_string(&changed), (struct difference_names){ 0 }, &l, &r));
		EQ_INT(l.count, 0);
		EQ_INT(r.count, 3);
		EQ_INT(r.all[0].start, 0);
		EQ_INT(r.all[1].start, 2 + bytes / 6);
		EQ_INT(r.all[1].end, 6 + bytes / 6);
		EQ_INT(r.all[2].end, *length + 8);
		spans_done(&l);
		spans_done(&r);
		buffer_done(&changed);
		free(text);
	}
}
