#include "cli/html.h"

#include <string.h>

#include "cli/footnotes.h"
#include "support/check.h"
#include "table/load.h"

static const struct html_column two[] = { { "地域", 20, false }, { "项数", 0, true } };

static size_t count_of(const struct buffer *out, const char *words)
{
	size_t count = 0;
	for (const char *at = buffer_string(out); (at = strstr(at, words)); at += strlen(words))
		count++;
	return count;
}

TEST(nothing_in_a_text_is_markup)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
		{ "", "" },
		{ "企业标准“领跑者”", "企业标准“领跑者”" },
		{ "a<b>&amp;\"'", "a&lt;b&gt;&amp;amp;&quot;&#39;" },
		{ "</style><script>alert(1)</script>",
		  "&lt;/style&gt;&lt;script&gt;alert(1)&lt;/script&gt;" },
		{ "javascript:alert(1)", "javascript:alert(1)" },
		{ "data:text/html,x", "data:text/html,x" },
		{ "a\033[31mb\001", "a\xEF\xBF\xBD[31mb\xEF\xBF\xBD" },
		{ "a\xE2\x80\xAE"
		  "b\xFFz",
		  "a\xEF\xBF\xBD"
		  "b\xEF\xBF\xBDz" },
		{ "甲\t乙\n丙", "甲 乙<br>丙" },
		{ "见https://a.cn/b?x=1&y=2。完",
		  "见<a href=\"https://a.cn/b?x=1&amp;y=2\">https://a.cn/<wbr>b?x=1&amp;y=2</a>。完" },
		{ "http://a.cn/'onclick='x",
		  "<a href=\"http://a.cn/&#39;onclick=&#39;x\">http://a.cn/<wbr>&#39;onclick=&#39;x</a>" },
		{ "http://a.cn/\"><b>", "<a href=\"http://a.cn/\">http://a.cn/</a>&quot;&gt;&lt;b&gt;" },
		{ "http://a.cn/, http://b.cn.",
		  "<a href=\"http://a.cn/\">http://a.cn/</a>, <a href=\"http://b.cn\">http://b.cn</a>." },
	};
	EACH (c, cases) {
		struct buffer out = { 0 };
		struct html h = { .out = &out };
		html_text(&h, c->text);
		EQ_STR(buffer_string(&out), c->want);
		buffer_done(&out);
	}
}

TEST(marks_hold_what_they_mark_and_cut_a_link)
{
	static const struct {
		const char *text;
		struct span marks[2];
		size_t count;
		const char *want;
	} cases[] = {
		{ "信贷支持", { { 0, 2 } }, 1, "<mark>信贷</mark>支持" },
		{ "甲<乙>", { { 1, 2 }, { 3, 4 } }, 2, "甲<mark>&lt;</mark>乙<mark>&gt;</mark>" },
		{ "甲", { { 0, 1 } }, 1, "<mark>甲</mark>" },
		{ "甲乙", { { 0, 0 } }, 0, "甲乙" },
		{ "见http://a.cn/b完",
		  { { 8, 15 } },
		  1,
		  "见http://<mark>a.cn/b完</mark>" },
	};
	EACH (c, cases) {
		struct span all[2] = { c->marks[0], c->marks[1] };
		struct spans marks = { all, c->count, 2 };
		struct buffer out = { 0 };
		struct html h = { .out = &out };
		html_marked(&h, c->text, &marks);
		EQ_STR(buffer_string(&out), c->want);
		buffer_done(&out);
	}
}

TEST(a_table_is_written_cell_by_cell)
{
	struct buffer out = { 0 };
	struct html h = { .out = &out };
	html_table_begin(&h, two, 2);
	html_group(&h, "华<东");
	html_row_begin(&h);
	html_head_cell(&h, "江苏");
	html_cell(&h, "6");
	html_row_end(&h);
	html_row_begin(&h);
	html_cell(&h, NULL);
	html_cell_begin(&h, HTML_MISSING);
	html_text(&h, "本表未列");
	html_footnote_mark(&h, 3);
	html_cell_end(&h);
	html_row_end(&h);
	html_table_end(&h);
	EQ_STR(buffer_string(&out),
	       "<table>\n<colgroup><col style=\"width:20%\"><col></colgroup>\n"
	       "<thead><tr><th scope=\"col\">地域</th><th scope=\"col\" class=\"number\">项数</th></tr></thead>\n"
	       "<tbody>\n"
	       "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"2\">华&lt;东</th></tr>\n"
	       "<tr><th scope=\"row\">江苏</th><td class=\"number\">6</td></tr>\n"
	       "<tr><td></td><td class=\"missing\">本表未列&NoBreak;<sup><a href=\"#note-3\">[3]</a></sup></td></tr>\n"
	       "</tbody>\n</table>\n");
	buffer_done(&out);
}

TEST(a_page_fetches_nothing_and_ends_with_the_reminder_and_the_source)
{
	struct faults faults = { 0 };
	struct catalog *c = load_tables(NULL, 0, &faults);
	struct buffer out = { 0 };
	struct html h;
	html_begin(&h, &out, HTML_LANDSCAPE, "</title><b>江苏");
	html_heading(&h, "<h>");
	html_paragraph(&h, "共有 3 项");
	html_end(&h, c);
	TRUE(strncmp(buffer_string(&out), "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n", 36) == 0);
	TRUE(strstr(buffer_string(&out), "<title>&lt;/title&gt;&lt;b&gt;江苏</title>") != NULL);
	TRUE(strstr(buffer_string(&out), "size:A4 landscape") != NULL);
	TRUE(strstr(buffer_string(&out), "default-src 'none'") != NULL);
	TRUE(strstr(buffer_string(&out), "引用前请核对现行有效") != NULL);
	TRUE(strstr(buffer_string(&out), c->tables[0].title) != NULL);
	static const char *const forbidden[] = { "<script", "src=\"", "url(", "@import", "<link",
						 "onload" };
	EACH (word, forbidden)
		TRUE(strstr(buffer_string(&out), *word) == NULL);
	EQ_INT(count_of(&out, "<style>"), 1);
	EQ_INT(count_of(&out, "</html>"), 1);
	buffer_done(&out);
	catalog_free(c);
	faults_done(&faults);
}

TEST(an_entry_has_one_footnote_with_its_reference_and_its_doubts)
{
	struct faults faults = { 0 };
	struct catalog *c = load_tables(NULL, 0, &faults);
	struct footnotes notes = { 0 };
	struct buffer out = { 0 }, page = { 0 };
	struct html h = { .out = &page };
	size_t uncertain = 0;
	while (c->entries[uncertain].reference_count == 0 ||
	       c->entries[uncertain].references[0].certain)
		uncertain++;
	EQ_INT(footnotes_number(&notes, 7), 1);
	EQ_INT(footnotes_number(&notes, uncertain), uncertain == 7 ? 1 : 2);
	EQ_INT(footnotes_number(&notes, 7), 1);
	footnotes_number(&notes, 0);
	footnotes_markdown(&notes, c, &out);
	footnotes_html(&notes, c, &h);
	EQ_INT(count_of(&out, "\n"), notes.count);
	EQ_INT(count_of(&page, "<li id=\"note-"), notes.count);
	TRUE(strncmp(buffer_string(&out), "[^1]: ", 6) == 0);
	TRUE(strstr(buffer_string(&out), "存疑：也可能是") != NULL);
	TRUE(strstr(buffer_string(&page), "存疑：也可能是") != NULL);
	footnotes_done(&notes);
	buffer_done(&out);
	buffer_done(&page);
	catalog_free(c);
	faults_done(&faults);
}
