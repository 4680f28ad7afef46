#include "cli/rewards.h"

#include <inttypes.h>
#include <string.h>

#include "base/columns.h"
#include "base/utf8.h"
#include "cli/footnotes.h"
#include "cli/markdown.h"
#include "cli/narrow.h"
#include "cli/print.h"
#include "cli/sheet.h"
#include "cli/words.h"
#include "compare/documents.h"
#include "table/describe.h"

enum { LEVEL_COLS = 9, AMOUNT_COLS = 22, PER_COLS = 15, INDENT = 4 };

struct page { /* what is being printed, and scratch */
	const struct catalog *c;
	const struct rewards *r;
	struct buffer *out;
	struct buffer words;
	struct spans spans;
	struct footnotes notes;
};

const struct entry *rewards_entry(const struct catalog *c, const struct rewards_row *row)
{
	return &c->entries[c->measures[row->measure].entry];
}

void rewards_region(const struct catalog *c, const struct rewards_row *row, struct buffer *out)
{
	const struct entry *e = rewards_entry(c, row);
	describe_region(out, c, e->region);
	buffer_text(out, e->inferred ? " ?" : "");
}

void rewards_title(const struct catalog *c, struct buffer *out)
{
	buffer_print(out, "奖补金额：%s", c->tables[0].title);
	if (c->table_count > 1)
		buffer_print(out, " 等 %zu 份", c->table_count);
}

void rewards_summary(const struct rewards *r, const char *query, struct buffer *out)
{
	if (query)
		buffer_print(out, "只计检索“%s”命中的措施：", query);
	buffer_print(out, "%zu 笔金额，%zu 个地域，", r->stated, r->regions);
	if (r->count > r->stated)
		buffer_print(out, "%zu 笔未载明金额，", r->count - r->stated);
	buffer_print(out, "按%s排列。", rewards_order_name(r->order));
	if (r->read_out)
		buffer_text(out, "标“" REWARDS_READ_OUT "”的由程序从原文读出，原表未载，请对照原文。");
}

void rewards_quote(const struct catalog *c, const struct rewards_row *row, struct buffer *sentence,
		   struct spans *words)
{
	const char *text = c->measures[row->measure].text;
	size_t n = strlen(text);
	struct rewards_place place = rewards_sentence(c, row);
	size_t start = utf8_offset(text, n, place.start);
	buffer_clear(sentence);
	buffer_add(sentence, text + start, utf8_offset(text, n, place.end) - start);
	spans_clear(words);
	if (row->words.end > row->words.start)
		spans_add(words, row->words.start - place.start, row->words.end - place.start);
}

static const char *taken(struct page *p)
{
	return buffer_string(&p->words);
}

static struct buffer *fresh(struct page *p)
{
	buffer_clear(&p->words);
	return &p->words;
}

static void end_line(struct page *p)
{
	columns_add_safe(p->out, taken(p), p->words.n);
	buffer_char(p->out, '\n');
	buffer_clear(&p->words);
}

/* Uncertain references, what is inferred, and that it was read out: what a careful reader must know. */
static void add_remarks(struct page *p, const struct rewards_row *row)
{
	const struct entry *e = rewards_entry(p->c, row);
	words_references(&p->words, e, "  ");
	if (e->reference_count == 0)
		buffer_text(&p->words, DOCUMENTS_MISSING);
	if (e->inferred) {
		buffer_text(&p->words, "  ");
		describe_inferred(&p->words, e);
	}
}

static void text_row(struct page *p, const struct rewards_row *row)
{
	rewards_level(p->c, row, fresh(p));
	words_padded(p->out, p->words.n ? taken(p) : "-", LEVEL_COLS);
	rewards_amount(row, fresh(p));
	words_padded(p->out, taken(p), AMOUNT_COLS);
	rewards_per(p->c, row, fresh(p));
	words_padded(p->out, taken(p), PER_COLS);
	describe_region(fresh(p), p->c, rewards_entry(p->c, row)->region);
	buffer_print(&p->words, "（序号 %" PRId64 "）", rewards_entry(p->c, row)->number);
	buffer_text(&p->words, row->read_out ? "  " REWARDS_READ_OUT : "");
	end_line(p);
	buffer_repeat(p->out, ' ', INDENT);
	rewards_quote(p->c, row, &p->words, &p->spans);
	end_line(p);
	buffer_repeat(p->out, ' ', INDENT);
	add_remarks(p, row);
	end_line(p);
}

static void text_stacks(struct page *p)
{
	if (p->r->stack_count == 0)
		return;
	buffer_text(p->out, "\n省市合计（" REWARDS_CAUTION "）\n");
	for (size_t i = 0; i < p->r->stack_count; i++) {
		const struct rewards_stack *stack = &p->r->stacks[i];
		words_padded(p->out, rewards_level_name(stack->level), LEVEL_COLS + 2);
		rewards_amount(&stack->sum, fresh(p));
		words_padded(p->out, taken(p), AMOUNT_COLS);
		describe_region(fresh(p), p->c, stack->region);
		buffer_text(&p->words, "：");
		rewards_parts(p->r, stack, &p->words);
		end_line(p);
	}
}

static void print_text(struct page *p, const char *query)
{
	rewards_title(p->c, fresh(p));
	end_line(p);
	rewards_summary(p->r, query, &p->words);
	end_line(p);
	buffer_char(p->out, '\n');
	for (size_t i = 0; i < p->r->stated; i++)
		text_row(p, &p->r->rows[i]);
	text_stacks(p);
	if (p->r->count > p->r->stated)
		buffer_text(p->out, "\n未载明金额\n");
	for (size_t i = p->r->stated; i < p->r->count; i++)
		text_row(p, &p->r->rows[i]);
	buffer_text(p->out, "\n" DESCRIBE_REMINDER "\n");
}

/* Where the sum comes from: 表中所载, or what the text says of it. */
static void add_source(struct page *p, const struct rewards_row *row)
{
	if (!row->read_out) {
		buffer_text(&p->words, "表中所载");
		return;
	}
	buffer_text(&p->words, REWARDS_READ_OUT "“");
	rewards_words(p->c, row, &p->words);
	buffer_text(&p->words, "”");
}

/* Cells that Markdown and CSV have in common: level, sum, per what, region. */
static void sheet_facts(struct page *p, struct sheet *s, const struct rewards_row *row)
{
	rewards_level(p->c, row, fresh(p));
	sheet_text(s, taken(p));
	rewards_amount(row, fresh(p));
	sheet_text(s, taken(p));
	rewards_per(p->c, row, fresh(p));
	sheet_text(s, taken(p));
	if (s->format == FORMAT_CSV) /* whose remarks say what is inferred */
		describe_region(fresh(p), p->c, rewards_entry(p->c, row)->region);
	else
		rewards_region(p->c, row, fresh(p));
	sheet_text(s, taken(p));
}

static void sheet_yuan(struct page *p, struct sheet *s, int64_t yuan)
{
	if (yuan != REWARD_UNSTATED)
		buffer_print(fresh(p), "%" PRId64, yuan);
	else
		fresh(p);
	sheet_text(s, taken(p));
}

static void print_csv(struct page *p)
{
	static const char *const titles[] = { "级别", "金额", "每项等", "地域",	"低（元）", "高（元）",
					      "序号", "标号", "措施",	"来源", "文号或链接", "备注" };
	struct sheet s = sheet_begin(p->out, FORMAT_CSV, titles, sizeof(titles) / sizeof(titles[0]));
	for (size_t i = 0; i < p->r->count; i++) {
		const struct rewards_row *row = &p->r->rows[i];
		const struct measure *m = &p->c->measures[row->measure];
		const struct entry *e = rewards_entry(p->c, row);
		sheet_facts(p, &s, row);
		sheet_yuan(p, &s, row->low);
		sheet_yuan(p, &s, row->high);
		sheet_number(&s, e->number);
		sheet_text(&s, m->label);
		sheet_text(&s, m->text);
		fresh(p);
		add_source(p, row);
		sheet_text(&s, taken(p));
		words_references(fresh(p), e, "\n");
		sheet_text(&s, taken(p));
		words_remarks(fresh(p), e, "\n");
		sheet_text(&s, taken(p));
		sheet_end_row(&s);
	}
}

static void markdown_rows(struct page *p, size_t first, size_t end)
{
	static const char *const titles[] = { "级别", "金额", "每项等", "地域", "原文", "来源" };
	struct sheet s = sheet_begin(p->out, FORMAT_MARKDOWN, titles, sizeof(titles) / sizeof(titles[0]));
	for (size_t i = first; i < end; i++) {
		const struct rewards_row *row = &p->r->rows[i];
		sheet_facts(p, &s, row);
		rewards_quote(p->c, row, &p->words, &p->spans);
		sheet_noted(&s, taken(p), &p->spans,
			    footnotes_number(&p->notes, p->c->measures[row->measure].entry));
		fresh(p);
		add_source(p, row);
		if (describe_is_uncertain(rewards_entry(p->c, row)))
			buffer_text(&p->words, "；文号或链接存疑，见注");
		sheet_text(&s, taken(p));
		sheet_end_row(&s);
	}
}

static void markdown_stacks(struct page *p)
{
	static const char *const titles[] = { "级别", "合计", "地域", "由来" };
	buffer_text(p->out, "\n## 省市合计\n\n" REWARDS_CAUTION "。\n\n");
	struct sheet s = sheet_begin(p->out, FORMAT_MARKDOWN, titles, sizeof(titles) / sizeof(titles[0]));
	for (size_t i = 0; i < p->r->stack_count; i++) {
		const struct rewards_stack *stack = &p->r->stacks[i];
		sheet_text(&s, rewards_level_name(stack->level));
		rewards_amount(&stack->sum, fresh(p));
		sheet_text(&s, taken(p));
		describe_region(fresh(p), p->c, stack->region);
		sheet_text(&s, taken(p));
		rewards_parts(p->r, stack, fresh(p));
		sheet_text(&s, taken(p));
		sheet_end_row(&s);
	}
}

static void print_markdown(struct page *p, const char *query)
{
	buffer_text(p->out, "# ");
	rewards_title(p->c, fresh(p));
	markdown_text(p->out, taken(p));
	buffer_text(p->out, "\n\n");
	rewards_summary(p->r, query, fresh(p));
	markdown_text(p->out, taken(p));
	buffer_text(p->out, "\n\n");
	markdown_rows(p, 0, p->r->stated);
	if (p->r->stack_count)
		markdown_stacks(p);
	if (p->r->count > p->r->stated) {
		buffer_text(p->out, "\n## 未载明金额\n\n");
		markdown_rows(p, p->r->stated, p->r->count);
	}
	buffer_text(p->out, "\n" DESCRIBE_REMINDER "\n\n");
	footnotes_markdown(&p->notes, p->c, p->out);
}

void rewards_print(const struct catalog *c, const struct rewards *r, const char *query,
		   enum format format, struct buffer *out)
{
	struct page p = { .c = c, .r = r, .out = out };
	switch (format) {
	case FORMAT_TEXT:
		print_text(&p, query);
		break;
	case FORMAT_MARKDOWN:
		print_markdown(&p, query);
		break;
	case FORMAT_CSV:
		print_csv(&p);
		break;
	case FORMAT_JSON:
		rewards_json(c, r, query, out);
		break;
	case FORMAT_HTML:
		rewards_html(c, r, query, out);
		break;
	}
	buffer_done(&p.words);
	spans_done(&p.spans);
	footnotes_done(&p.notes);
}

static bool find_order(const char *name, enum rewards_order *order, struct error *err)
{
	static const char *const words[REWARDS_ORDERS] = { "国家级", "省级", "地域" };
	struct buffer safe = { 0 };
	for (int i = 0; i < REWARDS_ORDERS; i++) {
		*order = (enum rewards_order)i;
		if (!name || strcmp(name, rewards_order_word(*order)) == 0 || strcmp(name, words[i]) == 0)
			return true;
	}
	columns_add_safe(&safe, name, strlen(name));
	error_set(err, "选项 --sort 不认识“%s”，可用的是：national、provincial、region", buffer_string(&safe));
	buffer_done(&safe);
	return false;
}

int print_rewards(const struct options *o, const struct catalog *c, struct engine *engine,
		  struct buffer *out, struct error *err)
{
	struct narrow n;
	struct rewards r = { 0 };
	enum rewards_order order;
	int code = EXIT_FOUND;
	if (!find_order(o->sort, &order, err))
		return EXIT_USAGE;
	if (narrow_begin(&n, o, c, engine, &code, err)) {
		rewards_build(c, narrow_set(&n), order, &r);
		rewards_print(c, &r, n.typed, o->format, out);
		if (code == EXIT_FOUND && r.count == 0)
			code = EXIT_NOTHING;
		rewards_done(&r);
	}
	narrow_done(&n);
	return code;
}
