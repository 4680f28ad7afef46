#include <time.h>

#include "support/check.h"

#include "base/utf8.h"
#include "table/faults.h"
#include "unit/table/made.h"

TEST(a_fault_is_one_safe_line)
{
	static const struct {
		const char *file;
		size_t line, column;
		const char *path, *what, *want;
	} cases[] = {
		{ "a.json", 12, 9, "entries[3].measures[0].text", "缺少，应为非空文字",
		  "a.json:12:9: entries[3].measures[0].text: 缺少，应为非空文字" },
		{ "a.json", 1, 1, NULL, "文件到此为止", "a.json:1:1: 文件到此为止" },
		{ "a.json", 0, 0, NULL, "还有 2 处", "a.json: 还有 2 处" },
		{ "a\nb\x1b", 1, 2, "x\u202e", "“\x07”", "a\uFFFDb\uFFFD:1:2: x\uFFFD: “\uFFFD”" },
		{ "\xFF\xFE", 1, 2, NULL, "x", "\uFFFD\uFFFD:1:2: x" },
	};
	EACH (c, cases) {
		struct faults faults = { 0 };
		struct buffer out = { 0 };
		faults_add(&faults, c->file, c->line, c->column, c->path, "%s", c->what);
		faults_print(&faults.all[0], &out);
		EQ_STR(buffer_string(&out), c->want);
		EQ_INT(faults.input_output, 0);
		buffer_done(&out);
		faults_done(&faults);
	}
}

TEST(faults_of_input_and_output_are_counted_apart)
{
	struct faults faults = { 0 };
	faults_add(&faults, "a", 1, 1, NULL, "%d%%", 5);
	faults_add_input_output(&faults, "b", "100%s");
	EQ_INT(faults.count, 2);
	EQ_INT(faults.input_output, 1);
	EQ_STR(faults.all[0].what, "5%");
	EQ_STR(faults.all[1].what, "100%s");
	EQ_INT(faults.all[1].line, 0);
	faults_done(&faults);
	EQ_INT(faults.count + faults.input_output, 0);
}

/* A fault in each of 1500 entries, the last ones in the lines 1001 and 1500. */
TEST(a_thousand_faults_of_a_file_are_listed_and_the_rest_counted)
{
	struct buffer text = { 0 };
	buffer_text(&text, MADE_HEAD MADE_ENTRIES);
	for (int i = 0; i < 1500; i++)
		buffer_print(&text, "%s%d", i ? ",\n" : "", i);
	buffer_text(&text, MADE_END);
	struct build *b = build_new();
	struct faults faults = { 0 };
	TRUE(!read_json("t", buffer_string(&text), text.n, b, &faults));
	EQ_INT(faults.count, 1001);
	EQ_INT(faults.all[999].line, 1000);
	EQ_INT(faults.all[999].column, 1);
	EQ_STR(faults.all[999].path, "entries[999]");
	EQ_STR(faults.all[1000].what, "还有 500 处错误没有列出，请先改正以上 1000 处");
	faults_done(&faults);
	build_free(b);
	buffer_done(&text);
}

/* A number in a text of which the message repeats only the beginning. */
TEST(a_message_repeats_only_the_beginning_of_a_long_text)
{
	struct buffer text = { 0 };
	buffer_text(&text, "{ \"format\": \"");
	for (int i = 0; i < 100; i++)
		buffer_text(&text, "政");
	buffer_text(&text, "\", \"title\": \"x\", \"entries\": [] }");
	struct build *b = build_new();
	struct faults faults = { 0 };
	TRUE(!read_json("t", buffer_string(&text), text.n, b, &faults));
	EQ_INT(faults.count, 1);
	EQ_INT(strlen(faults.all[0].what), strlen("是“”，应为“lingpao/1”") + 40 * strlen("政"));
	faults_done(&faults);
	build_free(b);
	buffer_done(&text);
}

/* One line of 6 MB with 1,000 faults, the columns of which lie 6,002 apart: counted from the line's
 * start each, it takes seconds. */
TEST(places_in_one_long_line_are_counted_in_one_pass)
{
	struct buffer text = { 0 };
	buffer_text(&text, "\xEF\xBB\xBF" MADE_HEAD MADE_ENTRIES);
	size_t before = utf8_count(buffer_string(&text), text.n) - 1; /* the mark at the start is no column */
	for (int i = 0; i < 1000; i++) {
		buffer_print(&text, "%s%d", i ? "," : "", i + 1000);
		for (int k = 0; k < 1999; k++)
			buffer_text(&text, "   ");
	}
	buffer_text(&text, MADE_END);
	struct build *b = build_new();
	struct faults faults = { 0 };
	TRUE(!read_json("t", buffer_string(&text), text.n, b, &faults));
	EQ_INT(faults.count, 1000);
	for (size_t i = 0; i < faults.count; i++) {
		EQ_INT(faults.all[i].line, 1);
		EQ_INT(faults.all[i].column, before + i * 6002 + 1);
	}
	faults_done(&faults);
	build_free(b);
	buffer_done(&text);
}

/* 30,000 numbers, each there twice, in 3 MB: to look for the line of each first one from the start is
 * 45 GB to read. */
TEST(the_lines_of_many_first_numbers_are_found_in_no_time)
{
	enum { COUNT = 30000 };
	struct buffer text = { 0 }, what = { 0 };
	buffer_text(&text, MADE_HEAD MADE_ENTRIES);
	for (int i = 0; i < 2 * COUNT; i++)
		buffer_print(&text, "%s{ \"number\": %d, \"region\": [\"北京市\"],\n\"measures\": [{ \"text\": \"甲\" }] }",
			     i ? ",\n" : "\n", i % COUNT + 1);
	buffer_text(&text, MADE_END);
	struct build *b = build_new();
	struct faults faults = { 0 };
	clock_t start = clock();
	TRUE(!read_json("t", buffer_string(&text), text.n, b, &faults));
	TRUE(clock() - start < 5 * CLOCKS_PER_SEC); /* under sanitizers too it takes a tenth of that */
	EQ_INT(faults.count, 1001);
	for (size_t i = 0; i < 1000; i++) {
		buffer_clear(&what);
		buffer_print(&what, "序号 %zu 重复（第一次在第 %zu 行），应只有一次", i + 1, 2 * i + 2);
		EQ_STR(faults.all[i].what, buffer_string(&what));
		EQ_INT(faults.all[i].line, 2 * (COUNT + i) + 2);
	}
	HAS(faults.all[1000].what, "还有 29000 处");
	faults_done(&faults);
	build_free(b);
	buffer_done(&text);
	buffer_done(&what);
}
