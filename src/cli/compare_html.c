/* A comparison as a page for a memo: a column for each region, the categories one below the other, what each rests on below. */
#include "cli/footnotes.h"
#include "cli/html.h"
#include "cli/pairs.h"
#include "table/describe.h"

static void add_cell(struct pairs *p, const struct measure *m, int side, struct html *h,
		     struct footnotes *notes)
{
	html_cell_begin(h, m ? HTML_PLAIN : HTML_MISSING);
	if (m) {
		html_marked(h, pairs_text(p, m, side), &p->moved);
		html_footnote_mark(h, footnotes_number(notes, m->entry));
		if (pairs_uncertain(p, m))
			html_aside(h, "文号或链接存疑，见注");
	} else {
		html_text(h, DESCRIBE_NOT_LISTED);
	}
	html_cell_end(h);
}

static void add_table(struct pairs *p, struct html *h, struct footnotes *notes)
{
	const struct html_column columns[] = { { "关系", 8, false },
					       { buffer_string(&p->regions[LEFT]), 46, false },
					       { buffer_string(&p->regions[RIGHT]), 46, false } };
	struct buffer words = { 0 };
	html_table_begin(h, columns, sizeof(columns) / sizeof(columns[0]));
	for (size_t i = 0; i < p->shown->count; i++) {
		if (shown_begins_group(p->shown, i)) {
			buffer_clear(&words);
			shown_group(p->shown, i, &words);
			html_group(h, buffer_string(&words));
		}
		const struct pair *pair = pairs_mark(p, i);
		pairs_relation(p, pair, &words);
		html_row_begin(h);
		html_head_cell(h, buffer_string(&words));
		for (int side = LEFT; side < SIDES; side++)
			add_cell(p, pairs_measure(p, pair, side), side, h, notes);
		html_row_end(h);
	}
	html_table_end(h);
	buffer_done(&words);
}

void compare_html(struct pairs *p, struct buffer *out)
{
	struct footnotes notes = { 0 };
	struct buffer words = { 0 };
	struct html h;
	pairs_title(p, &words);
	html_begin(&h, out, HTML_PORTRAIT, buffer_string(&words));
	buffer_clear(&words);
	pairs_summary(p, "加下划线的", &words);
	html_paragraph(&h, buffer_string(&words));
	for (int side = LEFT; side < SIDES; side++) {
		buffer_clear(&words);
		pairs_caution(p, side, &words);
		if (words.n)
			html_paragraph(&h, buffer_string(&words));
	}
	if (p->shown->count)
		add_table(p, &h, &notes);
	footnotes_html(&notes, p->c, &h);
	html_end(&h, p->c);
	footnotes_done(&notes);
	buffer_done(&words);
}
