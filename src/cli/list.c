#include "cli/print.h"

#include <string.h>

#include "base/columns.h"
#include "cli/html.h"
#include "cli/sheet.h"
#include "cli/words.h"
#include "table/describe.h"
#include "table/write_json.h"

enum {
	INDENT = 2,	/* columns a level */
	NAME_COLS = 40, /* a longer name pushes its row to the right */
	CODE_COLS = 8,
};

static size_t own_entries(const struct region *r)
{
	return r->own_entries_end - r->first_entry;
}

static void code_text(struct buffer *out, const struct region *r)
{
	buffer_clear(out);
	if (r->code)
		buffer_print(out, "%06d", r->code);
}

static int name_cols(const struct catalog *c)
{
	int most = columns_text("地域", strlen("地域"));
	for (size_t i = 0; i < c->region_count; i++) {
		const struct region *r = &c->regions[i];
		int cols = INDENT * r->depth + columns_text(r->name, strlen(r->name));
		if (cols > most && cols <= NAME_COLS)
			most = cols;
	}
	return most + INDENT;
}

static size_t uncertain(const struct catalog *c, const struct region *r)
{
	size_t count = 0;
	for (size_t i = r->first_entry; i < r->own_entries_end; i++)
		for (size_t j = 0; j < c->entries[i].reference_count; j++)
			count += !c->entries[i].references[j].certain;
	return count;
}

/* Where an entry's province is not printed, the tree rests on an inference, and its row says so;
 * so does the row of a province that no entry inside it prints. */
static void inferred_words(struct buffer *out, const struct catalog *c, const struct region *r)
{
	size_t unprinted = 0;
	for (size_t i = r->first_entry; i < r->own_entries_end; i++) {
		if (!c->entries[i].inferred)
			continue;
		describe_inferred(out, &c->entries[i]);
		return;
	}
	for (size_t i = r->first_entry; i < r->entries_end; i++)
		unprinted += c->entries[i].inferred >> r->depth & 1;
	if (unprinted && unprinted == r->entries_end - r->first_entry)
		buffer_text(out, "推断，原表未印");
}

/* "  存疑 1 处；省份为推断，…" */
static void add_remarks(struct buffer *out, const struct catalog *c, const struct region *r)
{
	struct buffer words = { 0 };
	size_t doubts = uncertain(c, r);
	inferred_words(&words, c, r);
	if (doubts)
		buffer_print(out, "  存疑 %zu 处", doubts);
	if (words.n)
		buffer_text(out, doubts ? "；" : "  ");
	columns_add_safe(out, buffer_string(&words), words.n);
	buffer_done(&words);
}

static void add_titles(struct buffer *out, const struct catalog *c)
{
	for (size_t i = 0; i < c->table_count; i++) {
		columns_add_safe(out, c->tables[i].title, strlen(c->tables[i].title));
		buffer_char(out, '\n');
	}
}

static void list_text(const struct catalog *c, struct buffer *out)
{
	int cols = name_cols(c);
	struct buffer code = { 0 };
	add_titles(out, c);
	words_padded(out, "地域", cols);
	words_padded(out, "代码", CODE_COLS);
	buffer_text(out, "  条目    措施  含下级  备注\n");
	for (size_t i = 0; i < c->region_count; i++) {
		const struct region *r = &c->regions[i];
		code_text(&code, r);
		buffer_repeat(out, ' ', INDENT * r->depth);
		words_padded(out, r->name, cols - INDENT * r->depth);
		words_padded(out, buffer_string(&code), CODE_COLS);
		buffer_print(out, "%6zu%8zu%8zu", own_entries(r), catalog_own_measures(r),
			     catalog_total_measures(r));
		add_remarks(out, c, r);
		buffer_char(out, '\n');
	}
	buffer_print(out, "共 %zu 条 %zu 项，%zu 个省级地域，%zu 个市\n", c->entry_count,
		     c->measure_count, catalog_count_regions(c, 0), catalog_count_regions(c, 1));
	buffer_done(&code);
}

static void list_sheet(const struct catalog *c, enum format format, struct buffer *out)
{
	static const char *const titles[] = { "地域",		"代码", "条目", "措施",
					      "措施（含下级）", "存疑", "推断" };
	struct sheet s = sheet_begin(out, format, titles, sizeof(titles) / sizeof(titles[0]));
	struct buffer words = { 0 };
	for (size_t i = 0; i < c->region_count; i++) {
		const struct region *r = &c->regions[i];
		buffer_clear(&words);
		describe_region(&words, c, i);
		sheet_text(&s, buffer_string(&words));
		code_text(&words, r);
		sheet_text(&s, buffer_string(&words));
		sheet_number(&s, (long long)own_entries(r));
		sheet_number(&s, (long long)catalog_own_measures(r));
		sheet_number(&s, (long long)catalog_total_measures(r));
		sheet_number(&s, (long long)uncertain(c, r));
		buffer_clear(&words);
		inferred_words(&words, c, r);
		sheet_text(&s, buffer_string(&words));
		sheet_end_row(&s);
	}
	buffer_done(&words);
}

static void list_html(const struct catalog *c, struct buffer *out)
{
	static const struct html_column columns[] = {
		{ "地域", 32, false }, { "代码", 12, false },  { "条目", 10, true },
		{ "措施", 10, true },  { "含下级", 10, true }, { "备注", 26, false },
	};
	struct html h;
	struct buffer words = { 0 };
	html_begin(&h, out, HTML_PORTRAIT, c->tables[0].title);
	html_table_begin(&h, columns, sizeof(columns) / sizeof(columns[0]));
	for (size_t i = 0; i < c->region_count; i++) {
		const struct region *r = &c->regions[i];
		html_row_begin(&h);
		buffer_clear(&words);
		describe_region(&words, c, i);
		html_head_cell(&h, buffer_string(&words));
		code_text(&words, r);
		html_cell(&h, buffer_string(&words));
		html_number(&h, own_entries(r));
		html_number(&h, catalog_own_measures(r));
		html_number(&h, catalog_total_measures(r));
		buffer_clear(&words);
		add_remarks(&words, c, r);
		html_cell(&h, buffer_string(&words) + strspn(buffer_string(&words), " "));
		html_row_end(&h);
	}
	html_table_end(&h);
	html_end(&h, c);
	buffer_done(&words);
}

static void list_json(const struct catalog *c, struct buffer *out)
{
	buffer_text(out, "[");
	for (size_t i = 0; i < c->region_count; i++) {
		const struct region *r = &c->regions[i];
		buffer_text(out, i ? ",\n  {\"region\": " : "\n  {\"region\": ");
		write_json_region(out, c, i);
		if (r->code)
			buffer_print(out, ", \"code\": \"%06d\"", r->code);
		else
			buffer_text(out, ", \"code\": null");
		buffer_print(out, ", \"entries\": %zu, \"measures\": %zu, \"total_measures\": %zu",
			     own_entries(r), catalog_own_measures(r), catalog_total_measures(r));
		buffer_print(out, ", \"uncertain\": %zu}", uncertain(c, r));
	}
	buffer_text(out, c->region_count ? "\n]\n" : "]\n");
}

int print_list(const struct options *o, const struct catalog *c, struct buffer *out)
{
	switch (o->format) {
	case FORMAT_TEXT:
		list_text(c, out);
		break;
	case FORMAT_JSON:
		list_json(c, out);
		break;
	case FORMAT_MARKDOWN:
	case FORMAT_CSV:
		list_sheet(c, o->format, out);
		break;
	case FORMAT_HTML:
		list_html(c, out);
		break;
	}
	return EXIT_FOUND;
}
