#include "cli/entry.h"

#include <inttypes.h>
#include <string.h>

#include "base/columns.h"
#include "cli/markdown.h"
#include "cli/words.h"
#include "table/describe.h"

enum {
	NAME_COLS = 10, /* of a fact */
	LABEL_COLS = 4, /* of a measure's number */
};

/* "  序号      4" */
static void add_fact(struct buffer *out, const char *name, const char *value)
{
	buffer_text(out, "  ");
	words_padded(out, name, NAME_COLS);
	columns_add_safe(out, value, strlen(value));
	buffer_char(out, '\n');
}

static const char *region_words(struct buffer *words, const struct catalog *c, size_t region)
{
	buffer_clear(words);
	describe_region(words, c, region);
	return buffer_string(words);
}

static const char *number_words(struct buffer *words, int64_t number)
{
	buffer_clear(words);
	buffer_print(words, "%" PRId64, number);
	return buffer_string(words);
}

static const char *doubt_words(struct buffer *words, const struct reference *r)
{
	buffer_clear(words);
	describe_doubt(words, r);
	return buffer_string(words);
}

static const char *inferred_words(struct buffer *words, const struct entry *e)
{
	buffer_clear(words);
	describe_inferred(words, e);
	return buffer_string(words);
}

static const char *kind_words(struct buffer *words, const struct catalog *c,
			      const struct measure *m)
{
	buffer_clear(words);
	words_kind(words, c, m);
	return buffer_string(words);
}

static void add_measure(struct buffer *out, const struct catalog *c, const struct measure *m,
			struct buffer *words)
{
	buffer_clear(words);
	words_label(words, m);
	buffer_text(out, "  ");
	words_padded(out, m->label ? buffer_string(words) : "-", LABEL_COLS - 1);
	buffer_char(out, ' ');
	columns_add_safe(out, m->text, strlen(m->text));
	buffer_char(out, '\n');
	if (*kind_words(words, c, m)) {
		buffer_repeat(out, ' ', 2 + LABEL_COLS);
		columns_add_safe(out, buffer_string(words), words->n);
		buffer_char(out, '\n');
	}
}

void entry_text(struct buffer *out, const struct catalog *c, const struct entry *e)
{
	struct buffer words = { 0 };
	region_words(&words, c, e->region);
	columns_add_safe(out, buffer_string(&words), words.n);
	buffer_char(out, '\n');
	if (c->regions[e->region].code)
		add_fact(out, "代码", number_words(&words, c->regions[e->region].code));
	add_fact(out, "序号", number_words(&words, e->number));
	if (describe_prints_otherwise(c, e))
		add_fact(out, "原表印作", e->printed_region);
	if (e->inferred)
		add_fact(out, "推断", inferred_words(&words, e));
	for (size_t i = 0; i < e->reference_count; i++) {
		const struct reference *r = &e->references[i];
		add_fact(out, describe_reference_kind(r), r->text);
		if (!r->certain)
			add_fact(out, "", doubt_words(&words, r));
	}
	for (size_t i = 0; i < e->note_count; i++)
		add_fact(out, "注", e->notes[i]);
	buffer_print(out, "  措施      %u 项\n\n", e->measure_count);
	for (size_t i = 0; i < e->measure_count; i++)
		add_measure(out, c, &c->measures[e->first_measure + i], &words);
	buffer_char(out, '\n');
	buffer_done(&words);
}

static void add_item(struct buffer *out, const char *begin, const char *name, const char *value)
{
	buffer_print(out, "%s%s%s", begin, name, *name ? "：" : "");
	markdown_text(out, value);
	buffer_char(out, '\n');
}

static void add_item_reference(struct buffer *out, const struct reference *r, struct buffer *words)
{
	add_item(out, "- ", describe_reference_kind(r), r->text);
	if (!r->certain)
		add_item(out, "  - ", "", doubt_words(words, r));
}

static void add_item_measure(struct buffer *out, const struct catalog *c, const struct measure *m,
			     struct buffer *words)
{
	buffer_clear(words);
	words_label(words, m);
	buffer_text(out, "- ");
	markdown_text(out, buffer_string(words));
	buffer_text(out, m->label ? " " : "");
	markdown_text(out, m->text);
	buffer_char(out, '\n');
	if (*kind_words(words, c, m))
		add_item(out, "  - ", "", buffer_string(words));
}

void entry_markdown(struct buffer *out, const struct catalog *c, const struct entry *e)
{
	struct buffer words = { 0 };
	buffer_text(out, "## ");
	markdown_text(out, region_words(&words, c, e->region));
	buffer_text(out, "\n\n");
	if (c->regions[e->region].code)
		add_item(out, "- ", "代码", number_words(&words, c->regions[e->region].code));
	add_item(out, "- ", "序号", number_words(&words, e->number));
	if (describe_prints_otherwise(c, e))
		add_item(out, "- ", "原表印作", e->printed_region);
	if (e->inferred)
		add_item(out, "- ", "推断", inferred_words(&words, e));
	for (size_t i = 0; i < e->reference_count; i++)
		add_item_reference(out, &e->references[i], &words);
	for (size_t i = 0; i < e->note_count; i++)
		add_item(out, "- ", "注", e->notes[i]);
	buffer_print(out, "\n措施 %u 项：\n\n", e->measure_count);
	for (size_t i = 0; i < e->measure_count; i++)
		add_item_measure(out, c, &c->measures[e->first_measure + i], &words);
	buffer_char(out, '\n');
	buffer_done(&words);
}

static void html_facts(struct html *h, const struct catalog *c, const struct entry *e)
{
	struct buffer words = { 0 };
	html_facts_begin(h);
	if (c->regions[e->region].code)
		html_fact(h, "代码", number_words(&words, c->regions[e->region].code));
	html_fact(h, "序号", number_words(&words, e->number));
	if (describe_prints_otherwise(c, e))
		html_fact(h, "原表印作", e->printed_region);
	if (e->inferred)
		html_fact(h, "推断", inferred_words(&words, e));
	for (size_t i = 0; i < e->reference_count; i++) {
		buffer_clear(&words);
		words_reference(&words, &e->references[i]);
		html_fact(h, describe_reference_kind(&e->references[i]), buffer_string(&words));
	}
	for (size_t i = 0; i < e->note_count; i++)
		html_fact(h, "注", e->notes[i]);
	html_facts_end(h);
	buffer_done(&words);
}

void entry_html(struct html *h, const struct catalog *c, const struct entry *e)
{
	static const struct html_column columns[] = { { "标号", 7, false },
						      { "措施", 61, false },
						      { "类别", 16, false },
						      { "奖补金额", 16, false } };
	struct buffer words = { 0 };
	html_heading(h, region_words(&words, c, e->region));
	html_facts(h, c, e);
	html_table_begin(h, columns, sizeof(columns) / sizeof(columns[0]));
	for (size_t i = 0; i < e->measure_count; i++) {
		const struct measure *m = &c->measures[e->first_measure + i];
		html_row_begin(h);
		buffer_clear(&words);
		words_label(&words, m);
		html_head_cell(h, buffer_string(&words));
		html_cell(h, m->text);
		buffer_clear(&words);
		words_categories(&words, c, m);
		html_cell(h, buffer_string(&words));
		buffer_clear(&words);
		describe_rewards(&words, m);
		html_cell(h, buffer_string(&words));
		html_row_end(h);
	}
	html_table_end(h);
	buffer_done(&words);
}

struct sheet entry_sheet(struct buffer *out)
{
	static const char *const titles[] = { "序号", "地域",	  "标号",	"措施",
					      "类别", "奖补金额", "文号或链接", "备注" };
	return sheet_begin(out, FORMAT_CSV, titles, sizeof(titles) / sizeof(titles[0]));
}

void entry_rows(struct sheet *s, const struct catalog *c, const struct entry *e)
{
	struct buffer words = { 0 };
	for (size_t i = 0; i < e->measure_count; i++) {
		const struct measure *m = &c->measures[e->first_measure + i];
		sheet_number(s, e->number);
		sheet_text(s, region_words(&words, c, e->region));
		sheet_text(s, m->label);
		sheet_text(s, m->text);
		buffer_clear(&words);
		words_categories(&words, c, m);
		sheet_text(s, buffer_string(&words));
		buffer_clear(&words);
		describe_rewards(&words, m);
		sheet_text(s, buffer_string(&words));
		buffer_clear(&words);
		words_references(&words, e, "\n");
		sheet_text(s, buffer_string(&words));
		buffer_clear(&words);
		words_remarks(&words, e, "\n");
		sheet_text(s, buffer_string(&words));
		sheet_end_row(s);
	}
	buffer_done(&words);
}
