/* Several regions as a page for a memo: a row for each category, a column for each region, what each measure rests on below. */
#include "cli/footnotes.h"
#include "cli/html.h"
#include "cli/several_parts.h"
#include "table/describe.h"

static void add_cell(struct printing *p, size_t row, size_t column, struct html *h,
		     struct footnotes *notes)
{
	struct several_cell cell = several_cell(p->s, row, column);
	html_cell_begin(h, cell.count ? HTML_PLAIN : HTML_MISSING);
	if (cell.count == 0)
		html_text(h, DESCRIBE_NOT_LISTED);
	for (size_t i = 0; i < cell.count; i++) {
		size_t measure = cell.measures[i];
		const struct measure *m = &p->c->measures[measure];
		html_text(h, i ? "\n" : "");
		html_text(h, several_labelled(p, column, measure));
		html_footnote_mark(h, footnotes_number(notes, m->entry));
		if (m->by_keywords && m->categories)
			html_aside(h, "类别由关键词判定");
		if (several_is_uncertain(p, measure))
			html_aside(h, "文号或链接存疑，见注");
	}
	html_cell_end(h);
}

static void add_table(struct printing *p, struct html *h, struct footnotes *notes)
{
	struct html_column columns[SEVERAL_MOST + 1] = { { "类别", 8, false } };
	struct buffer names[SEVERAL_MOST] = { { 0 } };
	for (size_t i = 0; i < p->s->count; i++) {
		buffer_text(&names[i], several_region(p, i));
		columns[i + 1].title = buffer_string(&names[i]);
		columns[i + 1].percent = (int)(92 / p->s->count);
	}
	html_table_begin(h, columns, p->s->count + 1);
	for (size_t row = 0; row < p->s->row_count; row++) {
		html_row_begin(h);
		html_head_cell(h, several_short_name(p, row));
		for (size_t column = 0; column < p->s->count; column++)
			add_cell(p, row, column, h, notes);
		html_row_end(h);
	}
	html_table_end(h);
	for (size_t i = 0; i < p->s->count; i++)
		buffer_done(&names[i]);
}

void several_html(struct printing *p)
{
	struct footnotes notes = { 0 };
	struct html h;
	html_begin(&h, p->out, HTML_LANDSCAPE, several_title(p));
	html_paragraph(&h, several_summary(p));
	for (size_t i = 0; i < p->s->count; i++)
		if (*several_borrowing(p, i))
			html_paragraph(&h, buffer_string(&p->words));
	if (p->s->row_count)
		add_table(p, &h, &notes);
	footnotes_html(&notes, p->c, &h);
	html_end(&h, p->c);
	footnotes_done(&notes);
}
