#include "cli/footnotes.h"
#include "cli/html.h"
#include "cli/rewards.h"
#include "table/describe.h"

struct page {
	const struct catalog *c;
	const struct rewards *r;
	struct html h;
	struct footnotes notes;
	struct buffer words; /* scratch */
	struct spans spans;
};

static struct buffer *fresh(struct page *p)
{
	buffer_clear(&p->words);
	return &p->words;
}

static void cell(struct page *p)
{
	html_cell(&p->h, buffer_string(&p->words));
}

/* The sentence, its words marked, with the footnote; below it that the sum was read out, and what is uncertain. */
static void add_quote(struct page *p, const struct rewards_row *row)
{
	rewards_quote(p->c, row, &p->words, &p->spans);
	html_cell_begin(&p->h, HTML_PLAIN);
	html_marked(&p->h, buffer_string(&p->words), &p->spans);
	html_footnote_mark(&p->h,
			   footnotes_number(&p->notes, p->c->measures[row->measure].entry));
	if (row->read_out)
		html_aside(&p->h, REWARDS_READ_OUT);
	if (describe_is_uncertain(rewards_entry(p->c, row)))
		html_aside(&p->h, "文号或链接存疑，见注");
	html_cell_end(&p->h);
}

static void add_rows(struct page *p, size_t first, size_t end)
{
	static const struct html_column columns[] = {
		{ .title = "级别", .percent = 10 },
		{ .title = "金额", .percent = 17, .number = true },
		{ .title = "每项等", .percent = 12 },
		{ .title = "地域", .percent = 18 },
		{ .title = "原文" },
	};
	html_table_begin(&p->h, columns, sizeof(columns) / sizeof(columns[0]));
	for (size_t i = first; i < end; i++) {
		const struct rewards_row *row = &p->r->rows[i];
		html_row_begin(&p->h);
		rewards_level(p->c, row, fresh(p));
		html_head_cell(&p->h, buffer_string(&p->words));
		rewards_amount(row, fresh(p));
		cell(p);
		rewards_per(p->c, row, fresh(p));
		cell(p);
		rewards_region(p->c, row, fresh(p));
		cell(p);
		add_quote(p, row);
		html_row_end(&p->h);
	}
	html_table_end(&p->h);
}

static void add_stacks(struct page *p)
{
	static const struct html_column columns[] = {
		{ .title = "级别", .percent = 14 },
		{ .title = "合计", .percent = 18, .number = true },
		{ .title = "地域", .percent = 24 },
		{ .title = "由来" },
	};
	html_heading(&p->h, "省市合计");
	html_paragraph(&p->h, REWARDS_CAUTION "。");
	html_table_begin(&p->h, columns, sizeof(columns) / sizeof(columns[0]));
	for (size_t i = 0; i < p->r->stack_count; i++) {
		const struct rewards_stack *stack = &p->r->stacks[i];
		html_row_begin(&p->h);
		html_head_cell(&p->h, rewards_level_name(stack->level));
		rewards_amount(&stack->sum, fresh(p));
		cell(p);
		describe_region(fresh(p), p->c, stack->region);
		cell(p);
		rewards_parts(p->r, stack, fresh(p));
		cell(p);
		html_row_end(&p->h);
	}
	html_table_end(&p->h);
}

void rewards_html(const struct catalog *c, const struct rewards *r, const char *query,
		  struct buffer *out)
{
	struct page p = { .c = c, .r = r };
	rewards_title(c, fresh(&p));
	html_begin(&p.h, out, HTML_PORTRAIT, buffer_string(&p.words));
	rewards_summary(r, query, fresh(&p));
	html_paragraph(&p.h, buffer_string(&p.words));
	add_rows(&p, 0, r->stated);
	if (r->stack_count)
		add_stacks(&p);
	if (r->count > r->stated) {
		html_heading(&p.h, "未载明金额");
		add_rows(&p, r->stated, r->count);
	}
	footnotes_html(&p.notes, c, &p.h);
	html_end(&p.h, c);
	footnotes_done(&p.notes);
	buffer_done(&p.words);
	spans_done(&p.spans);
}
