/* A comparison as tables in Markdown, one for each category, and as rows in CSV. */
#include <string.h>

#include "base/utf8.h"
#include "cli/footnotes.h"
#include "cli/markdown.h"
#include "cli/pairs.h"
#include "cli/sheet.h"
#include "cli/words.h"
#include "table/describe.h"

static void add_markdown_cell(struct pairs *p, const struct measure *m, int side, struct sheet *s,
			      struct footnotes *notes)
{
	if (!m) {
		sheet_text(s, DESCRIBE_NOT_LISTED);
		return;
	}
	sheet_noted(s, pairs_text(p, m, side), &p->moved, footnotes_number(notes, m->entry));
	if (pairs_uncertain(p, m))
		buffer_text(s->out, "（文号或链接存疑）");
}

static void add_markdown_group(struct pairs *p, size_t i, struct buffer *words, struct sheet *s)
{
	static const int widths[] = { 6, 30, 30 };
	struct buffer *out = s->out;
	buffer_clear(words);
	shown_group(p->shown, i, words);
	buffer_text(out, "\n## ");
	markdown_text(out, buffer_string(words));
	buffer_text(out, "\n\n");
	const char *titles[] = { "关系", buffer_string(&p->regions[LEFT]),
				 buffer_string(&p->regions[RIGHT]) };
	*s = sheet_begin_wide(out, FORMAT_MARKDOWN, titles, widths, 3);
}

static void add_paragraph(const char *before, struct buffer *words, struct buffer *out)
{
	if (words->n == 0)
		return;
	buffer_text(out, before);
	markdown_text(out, buffer_string(words));
	buffer_text(out, "\n\n");
	buffer_clear(words);
}

void compare_markdown(struct pairs *p, struct buffer *out)
{
	struct footnotes notes = { 0 };
	struct buffer words = { 0 };
	struct sheet s = { .out = out };
	pairs_title(p, &words);
	add_paragraph("# ", &words, out);
	pairs_summary(p, "加粗的", &words);
	add_paragraph("", &words, out);
	for (int side = LEFT; side < SIDES; side++) {
		pairs_caution(p, side, &words);
		add_paragraph("", &words, out);
	}
	buffer_text(out, DESCRIBE_REMINDER "。\n");
	for (size_t i = 0; i < p->shown->count; i++) {
		if (shown_begins_group(p->shown, i))
			add_markdown_group(p, i, &words, &s);
		const struct pair *pair = pairs_mark(p, i);
		pairs_relation(p, pair, &words);
		sheet_text(&s, buffer_string(&words));
		for (int side = LEFT; side < SIDES; side++)
			add_markdown_cell(p, pairs_measure(p, pair, side), side, &s, &notes);
		sheet_end_row(&s);
	}
	buffer_text(out, notes.count ? "\n" : "");
	footnotes_markdown(&notes, p->c, out);
	footnotes_done(&notes);
	buffer_done(&words);
}

/* What differs, part by part, since a cell has no marks. */
static void add_differing(struct pairs *p, const struct measure *m, int side, struct buffer *words)
{
	size_t n = strlen(m->text);
	for (size_t i = 0; i < p->marks[side].count; i++) {
		size_t start = utf8_offset(m->text, n, p->marks[side].all[i].start);
		size_t end = utf8_offset(m->text, n, p->marks[side].all[i].end);
		buffer_text(words, i ? "\n" : "");
		buffer_add(words, m->text + start, end - start);
	}
}

enum { SIDE_CELLS = 6 };

static void add_csv_cells(struct pairs *p, const struct measure *m, int side, struct sheet *s)
{
	struct buffer *words = &p->words[side];
	if (!m) {
		for (int i = 0; i < SIDE_CELLS; i++)
			sheet_text(s, i == 2 ? DESCRIBE_NOT_LISTED : "");
		return;
	}
	const struct entry *e = pairs_entry(p, m);
	buffer_clear(words);
	describe_region(words, p->c, e->region);
	sheet_text(s, buffer_string(words));
	sheet_text(s, m->label);
	sheet_text(s, m->text);
	buffer_clear(words);
	add_differing(p, m, side, words);
	sheet_text(s, buffer_string(words));
	buffer_clear(words);
	words_references(words, e, "\n");
	sheet_text(s, buffer_string(words));
	buffer_clear(words);
	words_remarks(words, e, "\n");
	sheet_text(s, buffer_string(words));
}

void compare_csv(struct pairs *p, struct buffer *out)
{
	static const char *const titles[] = { "类别",	      "关系",	"左地域",	"左标号",
					      "左措施",	      "左不同", "左文号或链接", "左备注",
					      "右地域",	      "右标号", "右措施",	"右不同",
					      "右文号或链接", "右备注", "相似度" };
	struct sheet s = sheet_begin(out, FORMAT_CSV, titles, sizeof(titles) / sizeof(titles[0]));
	struct buffer words = { 0 };
	for (size_t i = 0; i < p->shown->count; i++) {
		const struct pair *pair = pairs_mark(p, i);
		sheet_text(&s, shown_group_name(p->shown, pair->group));
		pairs_relation(p, pair, &words);
		sheet_text(&s, buffer_string(&words));
		for (int side = LEFT; side < SIDES; side++)
			add_csv_cells(p, pairs_measure(p, pair, side), side, &s);
		buffer_clear(&words);
		buffer_print(&words, "%.3f", pair->similarity);
		sheet_text(&s, buffer_string(&words));
		sheet_end_row(&s);
	}
	buffer_done(&words);
}
