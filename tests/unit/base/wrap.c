#include "base/wrap.h"

#include <string.h>
#include <time.h>

#include "base/buffer.h"
#include "support/check.h"

static const char *joined(struct buffer *b, const char *text, int cols)
{
	struct wrap_lines lines = { 0 };
	wrap_text(text, strlen(text), cols, &lines);
	buffer_clear(b);
	for (size_t i = 0; i < lines.count; i++) {
		if (i)
			buffer_char(b, '|');
		buffer_add(b, text + lines.all[i].start, lines.all[i].end - lines.all[i].start);
	}
	wrap_done(&lines);
	return buffer_string(b);
}

struct example {
	const char *text;
	int cols;
	const char *want;
};

static void check_example(const struct example *c)
{
	struct buffer b = { 0 };
	EQ_STR(joined(&b, c->text, c->cols), c->want);
	buffer_done(&b);
}

TEST(punctuation_stays_with_the_character_it_belongs_to)
{
	static const struct example cases[] = {
		{ "领跑者。", 6, "领跑|者。" },
		{ "见“领跑者”", 4, "见|“领|跑|者”" },
		{ "见“领跑者”名单", 11, "见“领跑者”|名单" },
		{ "（试行）》，办法", 8, "（试|行）》，|办法" },
		{ "标准 “领跑者”", 6, "标准|“领跑|者”" },
		{ "“一“二”三”。", 6, "“一|“二”|三”。" },
		{ "一二。。", 4,
		  "一|二。|。" }, /* two stops and their character are wider than the line */
		{ "一二。。", 6, "一|二。。" },
		{ "（（一））", 6, "（（一|））" },
		{ "江西·品牌", 5, "江西·|品牌" },
		{ "江西·品牌", 4, "江|西·|品牌" },
		{ "支持——企业", 5, "支持|——企|业" },
		{ "支持企……", 7, "支持|企……" },
		{ "他说don’t吧", 8, "他说|don’t吧" },
		{ "见2018《指南》", 8, "见2018|《指南》" },
		{ "好！？", 4, "好！|？" },
		{ "文🇨🇳。好", 4, "文|🇨🇳。|好" },
	};
	EACH (c, cases)
		check_example(c);
}

TEST(amounts_document_numbers_and_dates_stay_whole)
{
	static const struct example cases[] = {
		{ "奖励100万元整", 8, "奖励|100万元|整" },
		{ "奖励3.5亿元整", 9, "奖励|3.5亿元整" },
		{ "最高1,000,000元", 12, "最高|1,000,000元" },
		{ "达到２０％以上", 7, "达到|２０％|以上" },
		{ "奖补１００万元", 12, "奖补|１００万元" },
		{ "领跑者3-5个，促进", 10, "领跑者|3-5个，促|进" },
		{ "占比10%—20%之间", 8, "占比|10%—20%|之间" },
		{ "新增1至2个", 8, "新增|1至2个" },
		{ "为期3个月整", 7, "为期|3个月整" },
		{ "约30余项标准", 6, "约|30余项|标准" },
		{ "哈政办规〔2018〕46号", 16, "哈政办规|〔2018〕46号" },
		{ "苏质监发[2018]127号", 14, "苏质监发|[2018]127号" },
		{ "济高管（2019）12 号。", 17, "济高管|（2019）12 号。" },
		{ "见〔2019〕第12号", 15, "见|〔2019〕第12号" },
		{ "自2018年1月1日起", 10, "自2018年|1月1日起" },
		{ "在2018 年1 月1 日至", 10, "在2018 年|1 月1 日至" },
		{ "符合GB/T 1.1要求", 9, "符合|GB/T 1.1|要求" },
		{ "见GB 2312表", 8, "见|GB 2312|表" },
		/* wider than the line: between the parts, not inside a number */
		{ "100万元", 4, "100|万元" },
		{ "〔2018〕46号", 11, "〔2018〕46|号" },
		{ "10 万元", 5, "10 万|元" },
	};
	EACH (c, cases)
		check_example(c);
}

TEST(a_link_breaks_only_behind_its_own_punctuation)
{
	static const struct example cases[] = {
		{ "http://a.gov.cn/bc/de", 10, "http://a.|gov.cn/bc/|de" },
		{ "http://a.cn/b?cd=ef&gh=ij", 12, "http://a.cn/|b?cd=ef&gh=|ij" },
		{ "http://a.cn/b_c_d%20e,f", 12, "http://a.cn/|b_c_d%20e,f" },
		{ "http://a.cn/12345678901234", 12, "http://a.cn/|123456789012|34" },
		{ "见https://a.cn/bcd。另", 12, "见https://a.|cn/bcd。另" },
		{ "（http://a.cn/b）后", 9, "（http://|a.cn/b）|后" },
		{ "HTTP://A.CN/B", 8, "HTTP://|A.CN/B" },
		{ "http://a.cn/2018年", 12, "http://a.cn/|2018年" },
		{ "http", 2, "ht|tp" },
		{ "http://", 4, "htt|p://" },
	};
	EACH (c, cases)
		check_example(c);
}

TEST(newlines_and_blanks_make_the_lines_that_they_promise)
{
	static const struct example cases[] = {
		{ "", 5, "" },
		{ "\n", 5, "" },
		{ "一\n", 5, "一" },
		{ "一\n\n二", 5, "一||二" },
		{ "\n一", 5, "|一" },
		{ "一\r\n二\r\n", 5, "一|二" },
		{ "一\r二", 5, "一\r二" },
		{ "一二  三", 4, "一二|三" },
		{ "一二   ", 4, "一二" },
		{ "一二  \n  三", 4, "一二|  三" },
		{ "一　　二", 3, "一|二" },
		{ "　　一二", 8, "　　一二" },
		{ "    一", 3, "一" },
		{ "     ", 3, "" },
		{ "a\tb", 2, "a|b" },
		{ "a \u0301b", 2, "a \u0301|b" },
		{ "一 \u0301二", 2, "一| \u0301|二" },
		{ "一　\u0301二", 2, "一|　\u0301|二" },
	};
	EACH (c, cases)
		check_example(c);
}

TEST(there_is_progress_at_any_width)
{
	static const struct example cases[] = {
		{ "一二", 1, "一|二" },
		{ "一二", 0, "一|二" },
		{ "一二", -7, "一|二" },
		{ "”。", 1, "”|。" },
		{ "““", 1, "“|“" },
		{ "e\u0301\u0302e", 1, "e\u0301\u0302|e" },
		{ "政\u0301", 1, "政\u0301" },
		{ "\u0301\u0302", 1, "\u0301\u0302" },
		{ "abcdef", 4, "abcd|ef" },
	};
	EACH (c, cases)
		check_example(c);
}

/* libunibreak 1.1 ends the program at these. */
TEST(flags_and_noncharacters_do_no_harm)
{
	static const struct example cases[] = {
		{ "🇨🇳🇨🇳", 2, "🇨🇳|🇨🇳" },
		{ "一\uFFFF二", 3, "一\uFFFF|二" },
		{ "\uFFFF", 3, "\uFFFF" },
		{ "a🇨", 1, "a|🇨" },
		{ "一\u2028二\xC2\x85三\v四", 20, "一\u2028二\xC2\x85三\v四" },
	};
	EACH (c, cases)
		check_example(c);
}

static double seconds(void)
{
	return (double)clock() / CLOCKS_PER_SEC;
}

/* Here a line would be read again and again if what is carried over to the next line were not
 * bounded. */
TEST(a_mebibyte_takes_the_same_time_at_every_width)
{
	static const char *const units[] = {
		"政策", "ab。。。。。。。。", "万", "“", "e\u0301", "a b", "1-", "http://a/"
	};
	enum {
		MEBIBYTE = 1 << 20
	};
	struct wrap_lines lines = { 0 };
	struct buffer b = { 0 };
	EACH (unit, units) {
		buffer_clear(&b);
		buffer_text(&b, **unit == 'a' ? "" : "1");
		while (b.n < MEBIBYTE / 4)
			buffer_text(&b, *unit);
		double start = seconds();
		for (int cols = 2; cols <= 2000000; cols *= 100)
			wrap_text(b.bytes, b.n, cols, &lines);
		TRUE(seconds() - start < 2);
	}
	wrap_done(&lines);
	buffer_clear(&b);
	while (b.n < MEBIBYTE)
		buffer_text(&b, "企业标准“领跑者”，");
	wrap_text(b.bytes, b.n, 40, &lines);
	TRUE(lines.count > b.n / 3 * 2 / 40);
	EQ_INT(lines.all[lines.count - 1].end, b.n);
	buffer_done(&b);
	wrap_done(&lines);
}

TEST(lines_are_cleared_and_reused)
{
	struct wrap_lines lines = { 0 };
	wrap_text("一二三", 9, 2, &lines);
	EQ_INT(lines.count, 3);
	wrap_text("一", 3, 2, &lines);
	EQ_INT(lines.count, 1);
	wrap_text(NULL, 0, 2, &lines);
	EQ_INT(lines.count, 1);
	EQ_INT(lines.all[0].end, 0);
	wrap_done(&lines);
	TRUE(!lines.all);
}
