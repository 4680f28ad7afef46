#include "cli/print.h"

#include <inttypes.h>
#include <string.h>

#include "base/columns.h"
#include "cli/footnotes.h"
#include "cli/html.h"
#include "cli/markdown.h"
#include "cli/narrow.h"
#include "cli/sheet.h"
#include "cli/words.h"
#include "search/explain.h"
#include "table/describe.h"
#include "table/write_json.h"

#define MARK_ON "\033[1;7m" /* bold and reversed: no colour is needed to see it */
#define MARK_OFF "\033[0m"
#define DIM_ON "\033[2m"

struct search { /* what was asked, and what came of it */
	const struct options *o;
	const struct catalog *c;
	const char *typed;
	const char *title; /* what they are, of measures that were not searched for; NULL: hits */
	struct engine *engine;
	struct query query;
	struct hits hits;
	struct spans spans;  /* of the hit that is being printed */
	struct buffer words; /* scratch */
};

/* Into s->words, safe: why the measure is a hit, when that is asked for. */
static const char *reason(struct search *s, size_t measure)
{
	buffer_clear(&s->words);
	if (s->o->explain)
		explain_hit(s->engine, s->c, &s->query, s->typed, measure, &s->words);
	return buffer_string(&s->words);
}

static const struct entry *entry_of(const struct search *s, size_t measure)
{
	return &s->c->entries[s->c->measures[measure].entry];
}

static void add_safe(struct buffer *out, const struct buffer *words)
{
	columns_add_safe(out, buffer_string(words), words->n);
}

static void add_region(struct search *s, size_t region, struct buffer *out)
{
	buffer_clear(&s->words);
	describe_region(&s->words, s->c, region);
	add_safe(out, &s->words);
	buffer_char(out, '\n');
}

static void add_entry(struct search *s, const struct entry *e, struct buffer *out)
{
	buffer_clear(&s->words);
	buffer_print(&s->words, "  序号 %" PRId64, e->number);
	for (size_t i = 0; i < e->reference_count; i++) {
		buffer_print(&s->words, "  %s ", describe_reference_kind(&e->references[i]));
		words_reference(&s->words, &e->references[i]);
	}
	if (e->inferred) {
		buffer_text(&s->words, "  ");
		describe_inferred(&s->words, e);
	}
	add_safe(out, &s->words);
	buffer_char(out, '\n');
}

static void add_hit(struct search *s, size_t measure, bool marks, struct buffer *out)
{
	const struct measure *m = &s->c->measures[measure];
	enum field field = engine_field(s->engine, &s->query, measure);
	buffer_clear(&s->words);
	words_label(&s->words, m);
	buffer_text(out, "    ");
	words_padded(out, m->label ? buffer_string(&s->words) : "-", 3);
	buffer_char(out, ' ');
	query_spans(&s->query, m->text, &s->spans);
	if (!marks)
		spans_clear(&s->spans);
	words_marked(out, m->text, &s->spans, MARK_ON, MARK_OFF);
	if (field != FIELD_TEXT)
		buffer_print(out, "  [命中%s]", explain_field(field));
	buffer_char(out, '\n');
	if (*reason(s, measure))
		buffer_print(out, "        （%s）\n", buffer_string(&s->words));
	buffer_clear(&s->words);
	words_kind(&s->words, s->c, m);
	if (!s->words.n)
		return;
	buffer_print(out, "        %s", marks ? DIM_ON : "");
	add_safe(out, &s->words);
	buffer_print(out, "%s\n", marks ? MARK_OFF : "");
}

/* "8 项命中，7 个地域。" */
static void add_sum(const struct search *s, struct buffer *out)
{
	buffer_print(out, "%zu 项%s，%zu 个地域。", s->hits.count, s->title ? "" : "命中",
		     s->hits.regions);
}

/* What they are, before them, where that is not a query. */
static void add_title(const struct search *s, enum format format, struct buffer *out)
{
	if (!s->title)
		return;
	if (format == FORMAT_MARKDOWN)
		markdown_text(out, s->title);
	else
		columns_add_safe(out, s->title, strlen(s->title));
	buffer_text(out, "\n\n");
}

static void search_text(struct search *s, bool marks, struct buffer *out)
{
	size_t region = CATALOG_NONE, entry = CATALOG_NONE;
	for (size_t i = 0; i < s->hits.count; i++) {
		size_t measure = hits_measure(&s->hits, i);
		const struct entry *e = entry_of(s, measure);
		if (e->region != region)
			add_region(s, e->region, out);
		if (s->c->measures[measure].entry != entry)
			add_entry(s, e, out);
		region = e->region;
		entry = s->c->measures[measure].entry;
		add_hit(s, measure, marks, out);
	}
	add_sum(s, out);
	buffer_text(out, DESCRIBE_REMINDER "\n");
}

static void search_sheet(struct search *s, enum format format, struct buffer *out)
{
	static const char *const titles[] = { "序号",	  "地域",	"标号",	  "措施", "类别",
					      "奖补金额", "文号或链接", "命中处", "理由" };
	size_t columns = sizeof(titles) / sizeof(titles[0]) - !s->o->explain;
	struct sheet sheet = sheet_begin(out, format, titles, columns);
	for (size_t i = 0; i < s->hits.count; i++) {
		size_t measure = hits_measure(&s->hits, i);
		const struct measure *m = &s->c->measures[measure];
		const struct entry *e = entry_of(s, measure);
		sheet_number(&sheet, e->number);
		buffer_clear(&s->words);
		describe_region(&s->words, s->c, e->region);
		sheet_text(&sheet, buffer_string(&s->words));
		sheet_text(&sheet, m->label);
		query_spans(&s->query, m->text, &s->spans);
		sheet_marked(&sheet, m->text, &s->spans);
		buffer_clear(&s->words);
		words_categories(&s->words, s->c, m);
		sheet_text(&sheet, buffer_string(&s->words));
		buffer_clear(&s->words);
		describe_rewards(&s->words, m);
		sheet_text(&sheet, buffer_string(&s->words));
		buffer_clear(&s->words);
		words_references(&s->words, e, "\n");
		sheet_text(&sheet, buffer_string(&s->words));
		sheet_text(&sheet, explain_field(engine_field(s->engine, &s->query, measure)));
		if (s->o->explain)
			sheet_text(&sheet, reason(s, measure));
		sheet_end_row(&sheet);
	}
	if (format != FORMAT_MARKDOWN)
		return;
	buffer_char(out, '\n');
	add_sum(s, out);
	buffer_text(out, DESCRIBE_REMINDER "\n");
}

/* A measure with its label, its marks, and why it is a hit where that is not plain to see. */
static void add_html_measure(struct search *s, size_t measure, size_t note, struct html *h)
{
	const struct measure *m = &s->c->measures[measure];
	enum field field = engine_field(s->engine, &s->query, measure);
	html_cell_begin(h, HTML_PLAIN);
	buffer_clear(&s->words);
	words_label(&s->words, m);
	buffer_text(&s->words, m->label ? " " : "");
	html_text(h, buffer_string(&s->words));
	query_spans(&s->query, m->text, &s->spans);
	html_marked(h, m->text, &s->spans);
	html_footnote_mark(h, note);
	if (field != FIELD_TEXT) {
		buffer_clear(&s->words);
		buffer_print(&s->words, "命中%s", explain_field(field));
		html_aside(h, buffer_string(&s->words));
	}
	if (*reason(s, measure))
		html_aside(h, buffer_string(&s->words));
	html_cell_end(h);
}

static void add_html_hit(struct search *s, size_t measure, size_t note, struct html *h)
{
	const struct measure *m = &s->c->measures[measure];
	html_row_begin(h);
	buffer_clear(&s->words);
	describe_region(&s->words, s->c, entry_of(s, measure)->region);
	html_head_cell(h, buffer_string(&s->words));
	add_html_measure(s, measure, note, h);
	buffer_clear(&s->words);
	words_categories(&s->words, s->c, m);
	html_cell(h, buffer_string(&s->words));
	buffer_clear(&s->words);
	describe_rewards(&s->words, m);
	html_cell(h, buffer_string(&s->words));
	html_row_end(h);
}

static void search_html(struct search *s, struct buffer *out)
{
	static const struct html_column columns[] = { { "地域", 16, false },
						      { "措施", 54, false },
						      { "类别", 15, false },
						      { "奖补金额", 15, false } };
	struct html h;
	struct footnotes notes = { 0 };
	buffer_clear(&s->words);
	buffer_print(&s->words, "%s%s", s->title ? "" : "检索：", s->title ? s->title : s->typed);
	html_begin(&h, out, HTML_PORTRAIT, buffer_string(&s->words));
	buffer_clear(&s->words);
	add_sum(s, &s->words);
	html_paragraph(&h, buffer_string(&s->words));
	html_table_begin(&h, columns, sizeof(columns) / sizeof(columns[0]));
	for (size_t i = 0; i < s->hits.count; i++) {
		size_t measure = hits_measure(&s->hits, i);
		size_t entry = s->c->measures[measure].entry;
		add_html_hit(s, measure, footnotes_number(&notes, entry), &h);
	}
	html_table_end(&h);
	footnotes_html(&notes, s->c, &h);
	html_end(&h, s->c);
	footnotes_done(&notes);
}

static void search_json(struct search *s, struct buffer *out)
{
	buffer_text(out, "[");
	for (size_t i = 0; i < s->hits.count; i++) {
		size_t measure = hits_measure(&s->hits, i);
		const struct measure *m = &s->c->measures[measure];
		const struct entry *e = entry_of(s, measure);
		buffer_print(out, "%s\n  {\"number\": %" PRId64 ", \"region\": ", i ? "," : "",
			     e->number);
		write_json_region(out, s->c, e->region);
		buffer_text(out, ", \"label\": ");
		write_json_string(out, m->label);
		buffer_text(out, ", \"text\": ");
		write_json_string(out, m->text);
		buffer_text(out, ", \"references\": ");
		write_json_references(out, e);
		buffer_print(out, ", \"field\": \"%s\", \"spans\": [",
			     field_name(engine_field(s->engine, &s->query, measure)));
		query_spans(&s->query, m->text, &s->spans);
		for (size_t j = 0; j < s->spans.count; j++)
			buffer_print(out, "%s[%zu, %zu]", j ? ", " : "", s->spans.all[j].start,
				     s->spans.all[j].end);
		buffer_text(out, "], \"categories\": ");
		write_json_categories(out, s->c, m);
		buffer_text(out, ", \"rewards\": ");
		write_json_rewards(out, m);
		if (s->o->explain) {
			buffer_text(out, ", \"reason\": ");
			write_json_string(out, reason(s, measure));
		}
		buffer_char(out, '}');
	}
	buffer_text(out, s->hits.count ? "\n]\n" : "]\n");
}

static void print_found(struct search *s, struct buffer *out)
{
	switch (s->o->format) {
	case FORMAT_JSON:
		search_json(s, out);
		break;
	case FORMAT_HTML:
		if (s->hits.count)
			search_html(s, out);
		break;
	case FORMAT_CSV:
		search_sheet(s, s->o->format, out);
		break;
	case FORMAT_MARKDOWN:
		add_title(s, s->o->format, out);
		if (s->hits.count)
			search_sheet(s, s->o->format, out);
		break;
	case FORMAT_TEXT:
		add_title(s, s->o->format, out);
		if (s->hits.count)
			search_text(s, s->o->colour == WHEN_ALWAYS, out);
		break;
	}
}

static int search_and_print(struct search *s, struct buffer *out, struct error *err)
{
	engine_search(s->engine, &s->query, &s->hits);
	if (s->o->count)
		buffer_print(out, "%zu\n", s->hits.count);
	else
		print_found(s, out);
	narrow_say(&s->query, s->typed, s->engine, s->c,
		   s->hits.count == 0 && narrow_for_reader(s->o), err);
	return s->hits.count ? EXIT_FOUND : EXIT_NOTHING;
}

void print_measures(const struct catalog *c, struct engine *engine, const struct query *q,
		    const struct hits *hits, const char *title, enum format format,
		    struct buffer *out)
{
	struct options o = { .format = format, .colour = WHEN_NEVER };
	struct search s = { .o = &o, .c = c, .engine = engine, .typed = "", .title = title,
			    .query = *q, .hits = *hits };
	print_found(&s, out);
	spans_done(&s.spans);
	buffer_done(&s.words);
}

int print_search(const struct options *o, const struct catalog *c, struct engine *engine,
		 const char *words, struct buffer *out, struct error *err)
{
	struct search s = { .o = o, .c = c, .engine = engine, .typed = words };
	query_parse(&s.query, words);
	int code = EXIT_USAGE;
	if (s.query.count)
		code = search_and_print(&s, out, err);
	else
		narrow_refuse(&s.query, words, err);
	query_done(&s.query);
	hits_done(&s.hits);
	spans_done(&s.spans);
	buffer_done(&s.words);
	return code;
}
