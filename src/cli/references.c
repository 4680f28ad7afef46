#include "cli/references.h"

#include <inttypes.h>
#include <string.h>

#include "base/columns.h"
#include "cli/html.h"
#include "cli/print.h"
#include "cli/sheet.h"
#include "cli/words.h"
#include "table/describe.h"
#include "table/write_json.h"

enum { YEAR_COLS = 6, REGION_COLS = 36 }; /* a longer one pushes its row to the right */

static const struct entry *entry_of(const struct catalog *c, const struct documents_use *use)
{
	return &c->entries[use->entry];
}

/* "江苏省 > 南通市（序号 4）" */
static void add_use(struct buffer *out, const struct catalog *c, const struct documents_use *use)
{
	describe_region(out, c, entry_of(c, use)->region);
	buffer_print(out, "（序号 %" PRId64 "）", entry_of(c, use)->number);
}

static void add_uses(struct buffer *out, const struct catalog *c, const struct documents *d,
		     const struct documents_row *row)
{
	for (size_t i = 0; i < row->use_count; i++) {
		buffer_text(out, i ? "、" : "");
		add_use(out, c, &d->uses[row->uses + i]);
	}
}

static void add_remark(struct buffer *out, const struct catalog *c, const struct documents_row *row,
		       const struct documents_use *use)
{
	const struct reference *r = documents_reference(c, use);
	const char *between = "";
	if (r && strcmp(r->text, row->text) != 0) {
		buffer_print(out, "另印作 %s", r->text);
		between = "；";
	}
	if (r && !r->certain) {
		buffer_text(out, between);
		describe_doubt(out, r);
		between = "；";
	}
	if (entry_of(c, use)->inferred) {
		buffer_text(out, between);
		describe_inferred(out, entry_of(c, use));
	}
}

/* What is uncertain, inferred or printed otherwise; of several entries each with its own. */
static void add_remarks(struct buffer *out, const struct catalog *c, const struct documents *d,
			const struct documents_row *row, const char *between)
{
	struct buffer one = { 0 };
	for (size_t i = 0; i < row->use_count; i++) {
		const struct documents_use *use = &d->uses[row->uses + i];
		buffer_clear(&one);
		add_remark(&one, c, row, use);
		if (one.n == 0)
			continue;
		buffer_text(out, out->n ? between : "");
		if (row->use_count > 1) {
			add_use(out, c, use);
			buffer_text(out, "：");
		}
		buffer_text(out, buffer_string(&one));
	}
	buffer_done(&one);
}

static void add_year(struct buffer *out, const struct documents_row *row)
{
	if (row->year)
		buffer_print(out, "%d", row->year);
}

/* "12 个文号，9 个链接，其中 4 个存疑，按地域" */
static void add_counts(struct buffer *out, const struct documents *d)
{
	buffer_print(out, "%zu 个文号，%zu 个链接", d->counts[DOCUMENTS_DOCUMENT],
		     d->counts[DOCUMENTS_LINK]);
	if (d->uncertain)
		buffer_print(out, "，其中 %zu 个存疑", d->uncertain);
	if (d->counts[DOCUMENTS_NOTHING])
		buffer_print(out, "；%zu 条" DOCUMENTS_MISSING, d->counts[DOCUMENTS_NOTHING]);
	buffer_print(out, "；%s", documents_order_name(d->order));
}

static void add_title(struct buffer *out, const struct catalog *c, const char *query)
{
	buffer_print(out, "%s", c->tables[0].title);
	if (c->table_count > 1)
		buffer_print(out, " 等 %zu 份", c->table_count);
	buffer_text(out, "：文号与链接");
	if (query)
		buffer_print(out, "（只列“%s”的命中所依据的）", query);
}

static void add_safe_line(struct buffer *out, struct buffer *words)
{
	columns_add_safe(out, buffer_string(words), words->n);
	buffer_char(out, '\n');
	buffer_clear(words);
}

static const char *mark_of(const struct documents_row *row)
{
	return row->kind == DOCUMENTS_NOTHING ? "缺" : row->uncertain ? "! " : "  ";
}

static void print_text(const struct catalog *c, const struct documents *d, const char *query,
		       struct buffer *out)
{
	struct buffer words = { 0 };
	add_title(&words, c, query);
	add_safe_line(out, &words);
	words_padded(out, "年份", YEAR_COLS);
	words_padded(out, "   地域", REGION_COLS + 3);
	buffer_text(out, " 文号或链接\n");
	for (size_t i = 0; i < d->row_count; i++) {
		const struct documents_row *row = &d->rows[i];
		add_year(&words, row);
		words_padded(out, words.n ? buffer_string(&words) : "-", YEAR_COLS);
		buffer_print(out, "%s ", mark_of(row));
		buffer_clear(&words);
		add_uses(&words, c, d, row);
		words_padded(out, buffer_string(&words), REGION_COLS);
		buffer_clear(&words);
		buffer_print(&words, " %s", row->text);
		add_safe_line(out, &words);
		add_remarks(&words, c, d, row, "；");
		if (words.n) {
			buffer_repeat(out, ' ', YEAR_COLS + 3);
			add_safe_line(out, &words);
		}
	}
	add_counts(&words, d);
	buffer_print(out, "%s。" DESCRIBE_REMINDER "\n", buffer_string(&words));
	buffer_done(&words);
}

static void print_sheet(const struct catalog *c, const struct documents *d, const char *query,
			enum format format, struct buffer *out)
{
	static const char *const titles[] = { "年份", "文号或链接", "规范写法", "地域", "备注" };
	struct buffer words = { 0 };
	if (format == FORMAT_MARKDOWN && query) {
		add_title(&words, c, query);
		add_safe_line(out, &words);
		buffer_char(out, '\n');
	}
	struct sheet s = sheet_begin(out, format, titles, sizeof(titles) / sizeof(titles[0]));
	for (size_t i = 0; i < d->row_count; i++) {
		const struct documents_row *row = &d->rows[i];
		buffer_clear(&words);
		add_year(&words, row);
		sheet_text(&s, buffer_string(&words));
		sheet_text(&s, row->text);
		buffer_clear(&words);
		if (row->numbered)
			documents_canonical(row, &words);
		sheet_text(&s, buffer_string(&words));
		buffer_clear(&words);
		add_uses(&words, c, d, row);
		sheet_text(&s, buffer_string(&words));
		buffer_clear(&words);
		add_remarks(&words, c, d, row, "\n");
		sheet_text(&s, buffer_string(&words));
		sheet_end_row(&s);
	}
	buffer_clear(&words);
	add_counts(&words, d);
	if (format == FORMAT_MARKDOWN)
		buffer_print(out, "\n%s。" DESCRIBE_REMINDER "\n", buffer_string(&words));
	buffer_done(&words);
}

static void add_json_candidates(struct buffer *out, const struct reference *r)
{
	buffer_text(out, ", \"candidates\": [");
	for (size_t i = 0; i < r->candidate_count; i++) {
		buffer_text(out, i ? ", " : "");
		write_json_string(out, r->candidates[i]);
	}
	buffer_text(out, "], \"reason\": ");
	write_json_string(out, r->reason);
}

static void add_json_use(struct buffer *out, const struct catalog *c,
			 const struct documents_use *use)
{
	const struct reference *r = documents_reference(c, use);
	buffer_print(out, "{\"number\": %" PRId64 ", \"region\": ", entry_of(c, use)->number);
	write_json_region(out, c, entry_of(c, use)->region);
	if (r) {
		buffer_text(out, ", \"text\": ");
		write_json_string(out, r->text);
		buffer_print(out, ", \"certain\": %s", r->certain ? "true" : "false");
		if (!r->certain)
			add_json_candidates(out, r);
	}
	buffer_char(out, '}');
}

static void add_json_row(struct buffer *out, const struct catalog *c, const struct documents *d,
			 const struct documents_row *row)
{
	static const char *const kinds[] = { "\"document\"", "\"link\"", "null" };
	struct buffer canonical = { 0 };
	buffer_print(out, "{\"kind\": %s, \"text\": ", kinds[row->kind]);
	write_json_string(out, row->kind == DOCUMENTS_NOTHING ? NULL : row->text);
	if (row->numbered)
		documents_canonical(row, &canonical);
	buffer_text(out, ", \"canonical\": ");
	write_json_string(out, row->numbered ? buffer_string(&canonical) : NULL);
	if (row->year)
		buffer_print(out, ", \"year\": %d", row->year);
	else
		buffer_text(out, ", \"year\": null");
	if (row->numbered)
		buffer_print(out, ", \"serial\": %" PRIu32, row->number);
	else
		buffer_text(out, ", \"serial\": null");
	buffer_print(out, ", \"certain\": %s, \"entries\": [", row->uncertain ? "false" : "true");
	for (size_t i = 0; i < row->use_count; i++) {
		buffer_text(out, i ? ", " : "");
		add_json_use(out, c, &d->uses[row->uses + i]);
	}
	buffer_text(out, "]}");
	buffer_done(&canonical);
}

static void print_json(const struct catalog *c, const struct documents *d, struct buffer *out)
{
	buffer_text(out, "[");
	for (size_t i = 0; i < d->row_count; i++) {
		buffer_text(out, i ? ",\n  " : "\n  ");
		add_json_row(out, c, d, &d->rows[i]);
	}
	buffer_text(out, d->row_count ? "\n]\n" : "]\n");
}

static void print_html(const struct catalog *c, const struct documents *d, const char *query,
		       struct buffer *out)
{
	static const struct html_column columns[] = {
		{ .title = "年份", .percent = 7 },
		{ .title = "文号或链接", .percent = 43 },
		{ .title = "地域", .percent = 20 },
		{ .title = "备注", .percent = 30 },
	};
	struct html h;
	struct buffer words = { 0 };
	add_title(&words, c, query);
	html_begin(&h, out, HTML_PORTRAIT, buffer_string(&words));
	buffer_clear(&words);
	add_counts(&words, d);
	buffer_text(&words, "。");
	html_paragraph(&h, buffer_string(&words));
	html_table_begin(&h, columns, sizeof(columns) / sizeof(columns[0]));
	for (size_t i = 0; i < d->row_count; i++) {
		const struct documents_row *row = &d->rows[i];
		html_row_begin(&h);
		buffer_clear(&words);
		add_year(&words, row);
		html_cell(&h, buffer_string(&words));
		html_cell_begin(&h, row->kind == DOCUMENTS_NOTHING ? HTML_MISSING : HTML_PLAIN);
		html_text(&h, row->text);
		html_cell_end(&h);
		buffer_clear(&words);
		add_uses(&words, c, d, row);
		html_cell(&h, buffer_string(&words));
		buffer_clear(&words);
		add_remarks(&words, c, d, row, "\n");
		html_cell(&h, buffer_string(&words));
		html_row_end(&h);
	}
	html_table_end(&h);
	html_end(&h, c);
	buffer_done(&words);
}

void references_print(const struct catalog *c, const struct documents *d, const char *query,
		      enum format format, struct buffer *out)
{
	switch (format) {
	case FORMAT_TEXT:
		print_text(c, d, query, out);
		break;
	case FORMAT_MARKDOWN:
	case FORMAT_CSV:
		print_sheet(c, d, query, format, out);
		break;
	case FORMAT_JSON:
		print_json(c, d, out);
		break;
	case FORMAT_HTML:
		print_html(c, d, query, out);
		break;
	}
}

static const struct {
	const char *name, *word;
} orders[DOCUMENTS_ORDERS] = {
	[DOCUMENTS_BY_REGION] = { "region", "地域" },
	[DOCUMENTS_NEWEST] = { "year", "年份" },
	[DOCUMENTS_OLDEST] = { "oldest", "旧" },
	[DOCUMENTS_BY_TEXT] = { "text", "文号" },
};

static bool find_order(const char *name, enum documents_order *order, struct error *err)
{
	struct buffer safe = { 0 };
	*order = DOCUMENTS_BY_REGION;
	if (!name)
		return true;
	for (int i = 0; i < DOCUMENTS_ORDERS; i++) {
		*order = (enum documents_order)i;
		if (strcmp(name, orders[i].name) == 0 || strcmp(name, orders[i].word) == 0)
			return true;
	}
	columns_add_safe(&safe, name, strlen(name));
	error_set(err, "选项 --sort 不认识“%s”，可用的是：region、year、oldest、text",
		  buffer_string(&safe));
	buffer_done(&safe);
	return false;
}

/* The hits of --query; false when it is given and has none, or no word. */
static bool restrict_to(struct engine *e, const char *words, struct hits *hits, struct error *err)
{
	struct query q = { 0 };
	struct buffer said = { 0 };
	query_parse(&q, words);
	if (q.count)
		engine_search(e, &q, hits);
	buffer_text(&said, buffer_string(&q.problem));
	if (hits->count == 0) {
		buffer_print(&said, "%s没有命中“", said.n ? "；" : "");
		columns_add_safe(&said, words, strlen(words));
		buffer_text(&said, "”的措施");
	}
	if (said.n)
		error_set(err, "%s", buffer_string(&said));
	query_done(&q);
	buffer_done(&said);
	return hits->count > 0;
}

int print_references(const struct options *o, const struct catalog *c, struct engine *engine,
		     struct buffer *out, struct error *err)
{
	struct documents d;
	struct hits hits = { 0 };
	enum documents_order order;
	const char *query = o->query && *o->query ? o->query : NULL;
	if (!find_order(o->sort, &order, err))
		return EXIT_USAGE;
	bool found = !query || restrict_to(engine, query, &hits, err);
	documents_build(c, query ? &hits : NULL, &d);
	documents_sort(&d, order);
	if (found || o->format != FORMAT_TEXT)
		references_print(c, &d, query, o->format, out);
	documents_done(&d);
	hits_done(&hits);
	return found ? EXIT_FOUND : EXIT_NOTHING;
}
