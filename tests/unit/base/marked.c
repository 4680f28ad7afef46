#include "base/marked.h"

#include "base/utf8.h"
#include "support/check.h"

TEST(each_span_stands_between_its_marks)
{
	static const struct {
		const char *text;
		size_t spans[3][2]; /* ends with one that is empty */
		const char *want;
	} cases[] = {
		{ "给予江苏省企业", { { 2, 5 } }, "给予{江苏省}企业" },
		{ "abc", { { 0, 3 } }, "{abc}" },
		{ "和服务或", { { 0, 1 }, { 3, 4 } }, "{和}服务{或}" },
		{ "无", { { 0, 0 } }, "无" },
		{ "", { { 0, 0 } }, "" },
		{ "短", { { 0, 9 } }, "{短}" },
	};
	EACH (row, cases) {
		struct spans spans = { 0 }, moved = { 0 };
		struct buffer got = { 0 }, again = { 0 };
		for (size_t i = 0; row->spans[i][1]; i++)
			spans_add(&spans, row->spans[i][0], row->spans[i][1]);
		marked_add(&got, row->text, &spans, "{", "}", &moved);
		EQ_STR(buffer_string(&got), row->want);
		EQ_INT(moved.count, spans.count);
		marked_add(&again, row->text, &spans, "{", "}", NULL);
		EQ_STR(buffer_string(&again), row->want);
		spans_done(&spans);
		spans_done(&moved);
		buffer_done(&got);
		buffer_done(&again);
	}
}

TEST(the_spans_move_with_their_marks)
{
	struct spans spans = { 0 }, moved = { 0 };
	struct buffer got = { 0 };
	spans_add(&spans, 0, 1);
	spans_add(&spans, 3, 5);
	marked_add(&got, "甲乙丙丁戊己", &spans, "【", "】", &moved);
	EQ_STR(buffer_string(&got), "【甲】乙丙【丁戊】己");
	EQ_INT(moved.all[0].start, 0);
	EQ_INT(moved.all[0].end, 3);
	EQ_INT(moved.all[1].start, 5);
	EQ_INT(moved.all[1].end, 9);
	spans_done(&spans);
	spans_done(&moved);
	buffer_done(&got);
}
