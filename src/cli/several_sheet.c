/* Several regions as rows: in Markdown a table with a column for each region, in CSV a row for each measure of a cell. */
#include "cli/footnotes.h"
#include "cli/markdown.h"
#include "cli/several_parts.h"
#include "cli/sheet.h"
#include "cli/words.h"
#include "table/describe.h"

/* The measures of a cell one below the other, each with the mark of its footnote. */
static void add_cell(struct printing *p, size_t row, size_t column, struct footnotes *notes)
{
	struct several_cell cell = several_cell(p->s, row, column);
	buffer_text(p->out, " | ");
	if (cell.count == 0)
		buffer_text(p->out, DESCRIBE_NOT_LISTED);
	for (size_t i = 0; i < cell.count; i++) {
		size_t measure = cell.measures[i];
		const struct measure *m = &p->c->measures[measure];
		buffer_text(p->out, i ? "<br>" : "");
		markdown_text(p->out, several_labelled(p, column, measure));
		buffer_print(p->out, "[^%zu]", footnotes_number(notes, m->entry));
		buffer_text(p->out, m->by_keywords && m->categories ? "（类别由关键词判定）" : "");
		buffer_text(p->out,
			    several_is_uncertain(p, measure) ? "（文号或链接存疑，见注）" : "");
	}
}

static void add_table(struct printing *p, struct footnotes *notes)
{
	buffer_text(p->out, "| 类别");
	for (size_t i = 0; i < p->s->count; i++) {
		buffer_text(p->out, " | ");
		markdown_text(p->out, several_region(p, i));
	}
	buffer_text(p->out, " |\n|------");
	for (size_t i = 0; i < p->s->count; i++)
		buffer_text(p->out, "|--------------------");
	buffer_text(p->out, "|\n");
	for (size_t row = 0; row < p->s->row_count; row++) {
		buffer_text(p->out, "| ");
		markdown_text(p->out, several_short_name(p, row));
		for (size_t column = 0; column < p->s->count; column++)
			add_cell(p, row, column, notes);
		buffer_text(p->out, " |\n");
	}
}

void several_markdown(struct printing *p)
{
	struct footnotes notes = { 0 };
	buffer_text(p->out, "# ");
	markdown_text(p->out, several_title(p));
	buffer_text(p->out, "\n\n");
	markdown_text(p->out, several_summary(p));
	buffer_text(p->out, "\n\n");
	for (size_t i = 0; i < p->s->count; i++) {
		if (!*several_borrowing(p, i))
			continue;
		markdown_text(p->out, buffer_string(&p->words));
		buffer_text(p->out, "\n\n");
	}
	if (p->s->row_count)
		add_table(p, &notes);
	buffer_text(p->out, "\n" DESCRIBE_REMINDER "\n\n");
	footnotes_markdown(&notes, p->c, p->out);
	footnotes_done(&notes);
}

static void add_measure(struct printing *p, struct sheet *s, size_t measure)
{
	const struct measure *m = &p->c->measures[measure];
	const struct entry *e = &p->c->entries[m->entry];
	buffer_clear(&p->words);
	describe_region(&p->words, p->c, e->region);
	sheet_text(s, buffer_string(&p->words));
	sheet_text(s, m->label);
	sheet_text(s, m->text);
	buffer_clear(&p->words);
	words_references(&p->words, e, "\n");
	sheet_text(s, buffer_string(&p->words));
	buffer_clear(&p->words);
	words_remarks(&p->words, e, "\n");
	sheet_text(s, buffer_string(&p->words));
	sheet_text(s, m->by_keywords && m->categories ? "由关键词判定" : "");
}

static void add_missing(struct sheet *s)
{
	sheet_text(s, "");
	sheet_text(s, "");
	sheet_text(s, DESCRIBE_NOT_LISTED);
	for (int i = 0; i < 3; i++)
		sheet_text(s, "");
}

static void add_rows(struct printing *p, struct sheet *s, size_t row, size_t column)
{
	struct several_cell cell = several_cell(p->s, row, column);
	for (size_t i = 0; i < cell.count || i == 0; i++) {
		sheet_text(s, several_name(p, row));
		sheet_text(s, several_region(p, column));
		if (cell.count)
			add_measure(p, s, cell.measures[i]);
		else
			add_missing(s);
		sheet_end_row(s);
	}
}

void several_csv(struct printing *p)
{
	static const char *const titles[] = { "类别", "对比地域",   "地域", "标号",
					      "措施", "文号或链接", "备注", "类别判定" };
	struct sheet s =
		sheet_begin(p->out, FORMAT_CSV, titles, sizeof(titles) / sizeof(titles[0]));
	for (size_t row = 0; row < p->s->row_count; row++)
		for (size_t column = 0; column < p->s->count; column++)
			add_rows(p, &s, row, column);
}
