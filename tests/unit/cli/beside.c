#include "cli/beside.h"

#include <string.h>

#include "base/columns.h"
#include "support/check.h"

static const struct beside_cell left = {
	"江苏", "1.", "鼓励政府采购在同等条件下优先选择企业标准“领跑者”符合标准的产品和服务。"
};
static const struct beside_cell right = { "山西", "12.", "本表未列" };

TEST(rows_stand_in_two_columns_of_equal_width)
{
	struct buffer out = { 0 };
	struct beside b = beside_begin(&out, 60);
	beside_row(&b, &left, &right);
	beside_rule(&b);
	EQ_STR(buffer_string(&out),
	       "1. 鼓励政府采购在同等条件下  | 12. 本表未列\n"
	       "   优先选择企业标准“领跑者”  |\n"
	       "   符合标准的产品和服务。    |\n"
	       "-----------------------------+-----------------------------\n");
	beside_done(&b);
	buffer_done(&out);
}

TEST(a_narrow_width_puts_one_below_the_other)
{
	struct buffer out = { 0 };
	struct beside b = beside_begin(&out, 30);
	beside_row(&b, &left, &right);
	EQ_STR(buffer_string(&out), "江苏\n"
				    "  1. 鼓励政府采购在同等条件下\n"
				    "     优先选择企业标准“领跑者”\n"
				    "     符合标准的产品和服务。\n"
				    "山西\n"
				    "  12. 本表未列\n");
	beside_done(&b);
	buffer_done(&out);
}

TEST(no_line_is_wider_than_asked_for)
{
	static const struct beside_cell cruel[] = {
		{ "甲", "", "" },
		{ "乙", "第一百二十三条之一",
		  "http://www.example.gov.cn/a/very/long/address/without/end.html" },
		{ "丙", "1.", "给予一次性奖励100万元，见〔2018〕46号；\n{第二}行“……”" },
	};
	for (int width = 8; width <= 130; width++)
		EACH (c, cruel) {
			struct buffer out = { 0 };
			struct beside b = beside_begin(&out, width);
			beside_row(&b, c, &cruel[1]);
			beside_row(&b, &cruel[2], c);
			for (const char *line = buffer_string(&out); *line;) {
				size_t n = strcspn(line, "\n");
				TRUE(columns_text(line, n) <= width);
				TRUE(n == 0 || line[n - 1] != ' ');
				line += n + 1;
			}
			beside_done(&b);
			buffer_done(&out);
		}
}

TEST(any_width_comes_to_an_end)
{
	static const int widths[] = { 1, 2, 3, 4, 5, 55, 56, 57, 1000 };
	EACH (width, widths) {
		struct buffer out = { 0 };
		struct beside b = beside_begin(&out, *width);
		beside_row(&b, &left, &right);
		beside_rule(&b);
		TRUE(out.n > 0);
		beside_done(&b);
		buffer_done(&out);
	}
}
