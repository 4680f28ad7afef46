#include "cli/csv.h"

#include "support/check.h"

TEST(a_cell_is_quoted_only_where_it_must_be)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
		{ "", "" },
		{ "江苏省", "江苏省" },
		{ "a,b", "\"a,b\"" },
		{ "a，b", "a，b" },
		{ "企业标准“领跑者”", "企业标准“领跑者”" },
		{ "a\"b", "\"a\"\"b\"" },
		{ "\"", "\"\"\"\"" },
		{ "1.甲\n2.乙", "\"1.甲\n2.乙\"" },
		{ "\n", "\"\n\"" },
		{ " a ", " a " },
	};
	EACH (c, cases) {
		struct buffer out = { 0 };
		csv_cell(&out, c->text, true);
		EQ_STR(buffer_string(&out), c->want);
		buffer_done(&out);
	}
}

TEST(no_cell_becomes_a_formula)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
		{ "=1+1", "'=1+1" },
		{ "+86", "'+86" },
		{ "-1", "'-1" },
		{ "@SUM(A1)", "'@SUM(A1)" },
		{ "＝1", "'＝1" },
		{ "＋1", "'＋1" },
		{ "－1", "'－1" },
		{ "＠a", "'＠a" },
		{ "\t=1", "' =1" },
		{ "\r=1", "'\xEF\xBF\xBD=1" },
		{ "=\"a\"", "\"'=\"\"a\"\"\"" },
		{ "1-1", "1-1" },
		{ "a=b", "a=b" },
	};
	EACH (c, cases) {
		struct buffer out = { 0 };
		csv_cell(&out, c->text, true);
		EQ_STR(buffer_string(&out), c->want);
		buffer_done(&out);
	}
}

TEST(a_row_is_cells_with_commas_and_ends_in_crlf)
{
	struct buffer out = { 0 };
	csv_begin(&out);
	csv_cell(&out, "序号", true);
	csv_cell(&out, "", false);
	csv_cell(&out, "地域", false);
	csv_end_row(&out);
	EQ_STR(buffer_string(&out), "\xEF\xBB\xBF序号,,地域\r\n");
	buffer_done(&out);
}

TEST(a_cell_holds_no_control_but_its_newlines)
{
	struct buffer out = { 0 };
	csv_cell(&out, "a\033[1mb\x7F\nc\xFF", true);
	EQ_STR(buffer_string(&out), "\"a\xEF\xBF\xBD[1mb\xEF\xBF\xBD\nc\xEF\xBF\xBD\"");
	buffer_done(&out);
}
