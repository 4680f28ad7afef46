#include "app/document.h"

#include <string.h>

#include "base/buffer.h"
#include "support/check.h"

/* A line as text, marks in [ ]. */
static void line_text(const struct document *d, size_t line, struct buffer *out)
{
	buffer_clear(out);
	buffer_text(out, "");
	for (size_t i = d->lines[line].first; i != DOCUMENT_NONE; i = d->pieces[i].next) {
		const struct piece *p = &d->pieces[i];
		bool marked = p->style == STYLE_HIT;
		buffer_print(out, "%d:", p->col);
		if (marked)
			buffer_char(out, '[');
		buffer_add(out, p->text, p->n);
		if (marked)
			buffer_char(out, ']');
		buffer_char(out, ' ');
	}
}

static void flow(struct document *d, size_t line, int col, int width, const char *text,
		 const struct spans *marks)
{
	struct flow f = { col, width, STYLE_TEXT, marks, STYLE_HIT };
	document_flow(d, line, &f, text, strlen(text));
}

TEST(marks_stand_on_whole_characters_also_across_lines)
{
	struct document d = { 0 };
	struct buffer got = { 0 };
	struct spans marks = { 0 };
	spans_add(&marks, 2, 6);
	flow(&d, 0, 4, 8, "鼓励和支持金融机构", &marks);
	EQ_INT(d.line_count, 3);
	line_text(&d, 0, &got);
	EQ_STR(buffer_string(&got), "4:鼓励 8:[和支] ");
	line_text(&d, 1, &got);
	EQ_STR(buffer_string(&got), "4:[持金] 8:融机 ");
	line_text(&d, 2, &got);
	EQ_STR(buffer_string(&got), "4:构 ");
	spans_done(&marks);
	buffer_done(&got);
	document_done(&d);
}

TEST(marks_behind_a_dropped_space_stay_on_their_characters)
{
	struct document d = { 0 };
	struct buffer got = { 0 };
	struct spans marks = { 0 };
	spans_add(&marks, 3, 4); /* the 丙 behind the space at the line's end */
	flow(&d, 0, 0, 4, "甲乙 丙丁", &marks);
	line_text(&d, 1, &got);
	EQ_STR(buffer_string(&got), "0:[丙] 2:丁 ");
	spans_done(&marks);
	buffer_done(&got);
	document_done(&d);
}

TEST(two_columns_share_their_lines)
{
	struct document d = { 0 };
	struct buffer got = { 0 };
	flow(&d, 0, 0, 4, "甲乙丙", NULL);
	flow(&d, 0, 7, 4, "丁戊己庚辛", NULL);
	document_item(&d, 42, 0, d.line_count);
	EQ_INT(d.line_count, 3);
	line_text(&d, 0, &got);
	EQ_STR(buffer_string(&got), "0:甲乙 7:丁戊 ");
	line_text(&d, 2, &got);
	EQ_STR(buffer_string(&got), "7:辛 ");
	EQ_INT(d.items[0].id, 42);
	EQ_INT(d.items[0].end_line, 3);
	EQ_INT(d.lines[2].item, 0);
	buffer_done(&got);
	document_done(&d);
}

TEST(a_blank_line_separates_once)
{
	struct document d = { 0 };
	document_blank(&d);
	EQ_INT(d.line_count, 0);
	document_piece(&d, 0, 0, "甲", STYLE_TEXT);
	document_blank(&d);
	document_blank(&d);
	EQ_INT(d.line_count, 2);
	document_done(&d);
}

TEST(a_cleared_document_is_empty_and_can_be_built_again)
{
	struct document d = { 0 };
	flow(&d, 0, 0, 10, document_keep(&d, "一二三", 9), NULL);
	document_clear(&d);
	EQ_INT(d.line_count, 0);
	flow(&d, 0, 0, 10, "四", NULL);
	EQ_INT(d.line_count, 1);
	EQ_INT(d.piece_count, 1);
	document_done(&d);
}

TEST(an_item_is_found_by_its_lines_and_those_that_lead_to_it)
{
	static const struct {
		size_t line;
		int want; /* id, or -1 */
	} cases[] = { { 0, -1 }, { 1, 7 }, { 2, 7 }, { 3, 7 }, { 4, 7 }, { 5, -1 },
		      { 6, 8 },	 { 7, 8 }, { 8, -1 }, { 99, -1 } };
	struct document d = { 0 };
	document_piece(&d, 1, 0, "heading", STYLE_HEADING);
	document_item(&d, 7, 3, 5);
	EQ_INT(d.items[0].lead, 3);
	document_lead(&d, 1);
	document_item(&d, 8, 6, 8);
	document_piece(&d, 9, 0, "below", STYLE_TEXT);
	EACH (row, cases) {
		const struct item *item = document_item_at(&d, row->line);
		EQ_INT(item ? (int)item->id : -1, row->want);
	}
	document_done(&d);
}
