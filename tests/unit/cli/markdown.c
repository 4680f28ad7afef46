#include "cli/markdown.h"

#include "cli/sheet.h"
#include "support/check.h"

TEST(nothing_in_a_text_is_markup)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
		{ "", "" },
		{ "企业标准“领跑者”", "企业标准“领跑者”" },
		{ "a|b", "a\\|b" },
		{ "\\|", "\\\\\\|" },
		{ "*粗*_斜_`码`", "\\*粗\\*\\_斜\\_\\`码\\`" },
		{ "<script>&amp;", "\\<script\\>\\&amp;" },
		{ "[a](b)", "\\[a\\](b)" },
		{ "![a]", "\\!\\[a\\]" },
		{ "苏质监发[2018]127号", "苏质监发\\[2018\\]127号" },
		{ "1.50条举措", "1\\.50条举措" },
		{ "12) 甲", "12\\) 甲" },
		{ "3.5亿元增长2.5倍", "3\\.5亿元增长2.5倍" },
		{ "- 甲", "\\- 甲" },
		{ "+ 甲", "\\+ 甲" },
		{ "# 甲", "\\# 甲" },
		{ "Q/320683HKC001-2017", "Q/320683HKC001-2017" },
		{ "“3+3”", "“3+3”" },
		{ "甲--乙", "甲\\-\\-乙" },
		{ "甲...", "甲\\.\\.\\." },
		{ "~~删~~", "\\~\\~删\\~\\~" },
		{ "$x$ @某", "\\$x\\$ \\@某" },
		{ "a\033b", "a\xEF\xBF\xBD"
			    "b" },
		{ "甲\n乙", "甲<br>乙" },
	};
	EACH (c, cases) {
		struct buffer out = { 0 };
		markdown_text(&out, c->text);
		EQ_STR(buffer_string(&out), c->want);
		buffer_done(&out);
	}
}

TEST(a_web_address_is_a_link_and_nothing_behind_it_is)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
		{ "http://a.gov.cn/x_y/t_1.html", "<http://a.gov.cn/x_y/t_1.html>" },
		{ "见https://a.cn/b。完", "见<https://a.cn/b>。完" },
		{ "http://a.cn/b. 完", "<http://a.cn/b>. 完" },
		{ "javascript:alert(1)", "javascript:alert(1)" },
		{ "http://a.cn/><b>", "<http://a.cn/>\\>\\<b\\>" },
		{ "http://a.cn/a|b", "<http://a.cn/a>\\|b" },
	};
	EACH (c, cases) {
		struct buffer out = { 0 };
		markdown_text(&out, c->text);
		EQ_STR(buffer_string(&out), c->want);
		buffer_done(&out);
	}
}

/* CommonMark closes "**" between a mark and a letter only when no letter touches it from outside. */
TEST(marks_are_bold_also_beside_chinese_punctuation)
{
	static const struct {
		const char *text;
		struct span marks[2];
		size_t count;
		const char *want;
	} cases[] = {
		{ "信贷支持", { { 0, 2 } }, 1, "**信贷**支持" },
		{ "给予信贷", { { 2, 4 } }, 1, "给予**信贷**" },
		{ "甲乙丙丁", { { 0, 1 }, { 2, 3 } }, 2, "**甲**乙**丙**丁" },
		{ "评估“领跑者”的", { { 2, 7 } }, 1, "评&#20272;**“领跑者”**&#30340;" },
		{ "甲，乙", { { 1, 2 } }, 1, "&#30002;**，**&#20057;" },
		{ "甲（乙）", { { 1, 4 } }, 1, "&#30002;**（乙）**" },
		{ "给a|b", { { 1, 4 } }, 1, "给**a\\|b**" },
		{ "甲", { { 0, 1 } }, 1, "**甲**" },
		{ "见http://a.cn/b完", { { 1, 5 } }, 1, "见**http**://a.cn/b完" },
	};
	EACH (c, cases) {
		struct span all[2] = { c->marks[0], c->marks[1] };
		struct spans marks = { all, c->count, 2 };
		struct buffer out = { 0 };
		markdown_marked(&out, c->text, &marks);
		EQ_STR(buffer_string(&out), c->want);
		buffer_done(&out);
	}
}

TEST(a_sheet_is_a_table_in_either_format)
{
	static const char *const titles[] = { "地域", "措施" };
	static const struct {
		enum format format;
		const char *want;
	} cases[] = {
		{ FORMAT_MARKDOWN, "| 地域 | 措施 |\n|---|---|\n| a\\|b | 4 |\n|  | **甲**乙 |\n" },
		{ FORMAT_CSV, "\xEF\xBB\xBF地域,措施\r\na|b,4\r\n,甲乙\r\n" },
	};
	EACH (c, cases) {
		struct span one = { 0, 1 };
		struct spans marks = { &one, 1, 1 };
		struct buffer out = { 0 };
		struct sheet s = sheet_begin(&out, c->format, titles, 2);
		sheet_text(&s, "a|b");
		sheet_number(&s, 4);
		sheet_end_row(&s);
		sheet_text(&s, NULL);
		sheet_marked(&s, "甲乙", &marks);
		sheet_end_row(&s);
		EQ_STR(buffer_string(&out), c->want);
		buffer_done(&out);
	}
}
