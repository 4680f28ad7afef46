#include "app/reader.h"

#include <inttypes.h>
#include <string.h>

#include "base/buffer.h"
#include "base/columns.h"
#include "table/describe.h"

enum {
	LEAST_TEXT = 4,	     /* columns that a hanging text must have left */
	SUMMARY_ENTRIES = 8, /* of a region in a summary: references of more would bury the next */
};

/* What the building functions share. */
struct reading {
	struct document *doc;
	const struct catalog *catalog;
	const struct query *query;
	int width;
	struct spans spans;
	struct buffer words;
};

size_t reader_labelled(struct document *d, size_t line, const struct labelled *l)
{
	int hang = 0;
	if (l->label && *l->label) {
		hang = columns_text(l->label, strlen(l->label)) + 1;
		if (l->width - hang < LEAST_TEXT) {
			struct flow above = { l->col, l->width, l->label_style, NULL, STYLE_TEXT };
			line = document_flow(d, line, &above, l->label, strlen(l->label));
			hang = 0;
		} else {
			document_piece(d, line, l->col, l->label, l->label_style);
		}
	}
	struct flow flow = { l->col + hang, l->width - hang, l->style, l->marks, l->mark_style };
	return document_flow(d, line, &flow, l->text, strlen(l->text));
}

const char *reader_measure_label(struct document *d, const struct measure *m)
{
	if (!m->label)
		return "-";
	size_t n = strlen(m->label);
	char *label = arena_new(&d->arena, n + 2);
	memcpy(label, m->label, n);
	label[n] = '.';
	return label;
}

/* Adds "label text" below all that is there, with the query's hits marked. */
static void add(struct reading *r, const char *label, enum style label_style, const char *text,
		enum style style)
{
	query_spans(r->query, text, &r->spans);
	struct labelled l = { 0, r->width, label, label_style, text, style, &r->spans, STYLE_HIT };
	reader_labelled(r->doc, r->doc->line_count, &l);
}

/* As above, of words that were put together in r->words. */
static void add_words(struct reading *r, const char *label, enum style label_style,
		      enum style style)
{
	if (r->words.n)
		add(r, label, label_style, document_keep(r->doc, r->words.bytes, r->words.n),
		    style);
	buffer_clear(&r->words);
}

static void add_references(struct reading *r, const struct entry *e)
{
	for (size_t i = 0; i < e->reference_count; i++) {
		const struct reference *ref = &e->references[i];
		add(r, describe_reference_kind(ref), STYLE_LABEL, ref->text,
		    ref->kind == REFERENCE_LINK ? STYLE_LINK : STYLE_TEXT);
		describe_doubt(&r->words, ref);
		add_words(r, "  !", STYLE_WARNING, STYLE_WARNING);
	}
	if (e->reference_count == 0)
		add(r, "文号", STYLE_LABEL, "未载明", STYLE_WARNING);
}

static void add_origin(struct reading *r, const struct entry *e)
{
	describe_inferred(&r->words, e);
	if (r->words.n)
		add_words(r, "推断", STYLE_WARNING, STYLE_WARNING);
	else if (describe_prints_otherwise(r->catalog, e))
		add(r, "原印", STYLE_LABEL, e->printed_region, STYLE_TEXT);
	for (size_t i = 0; i < e->note_count; i++)
		add(r, "注", STYLE_LABEL, e->notes[i], STYLE_DIM);
}

static void add_measure(struct reading *r, size_t measure)
{
	const struct measure *m = &r->catalog->measures[measure];
	struct document *d = r->doc;
	document_blank(d);
	size_t first = d->line_count;
	const char *label = reader_measure_label(d, m);
	add(r, label, STYLE_LABEL, m->text, STYLE_TEXT);
	describe_categories(&r->words, r->catalog, m);
	if (r->words.n) {
		struct buffer names = r->words;
		r->words = (struct buffer){ 0 };
		buffer_print(&r->words, "%s %s", m->by_keywords ? "类别（按关键词）" : "类别",
			     buffer_string(&names));
		buffer_done(&names);
	}
	if (m->reward_count) {
		buffer_text(&r->words, r->words.n ? "    " : "");
		buffer_text(&r->words, describe_names_sum(m) ? "金额 " : "");
		describe_rewards(&r->words, m);
	}
	if (r->words.n) {
		const char *words = document_keep(d, r->words.bytes, r->words.n);
		int hang = columns_text(label, strlen(label)) + 1;
		struct flow flow = { hang, r->width - hang, STYLE_DIM, NULL, STYLE_TEXT };
		document_flow(d, d->line_count, &flow, words, r->words.n);
		buffer_clear(&r->words);
	}
	document_item(d, measure, first, d->line_count);
}

/* The part of an entry's measures, counted from the region's first, that is in [first, end). */
static void add_entry(struct reading *r, const struct entry *e, bool numbered, size_t region_first,
		      size_t first, size_t end)
{
	size_t own = e->first_measure - region_first;
	if (own + e->measure_count < first || own >= end)
		return;
	if (own >= first) {
		document_blank(r->doc);
		if (numbered) {
			buffer_print(&r->words, "%" PRId64, e->number);
			add_words(r, "序号", STYLE_HEADING, STYLE_HEADING);
		}
		add_references(r, e);
		add_origin(r, e);
	}
	for (size_t i = 0; i < e->measure_count; i++)
		if (own + i >= first && own + i < end)
			add_measure(r, e->first_measure + i);
}

/* One region inside a summary, as an item. */
static void add_inside_item(struct reading *r, size_t inside)
{
	const struct catalog *c = r->catalog;
	const struct region *city = &c->regions[inside];
	struct document *d = r->doc;
	uint64_t categories = 0;
	document_blank(d);
	size_t first = d->line_count;
	buffer_print(&r->words, "%s  %zu 项", city->name, catalog_own_measures(city));
	add_words(r, NULL, STYLE_TEXT, STYLE_HEADING);
	size_t shown = city->own_entries_end - city->first_entry;
	if (shown > SUMMARY_ENTRIES)
		shown = SUMMARY_ENTRIES;
	for (size_t e = city->first_entry; e < city->first_entry + shown; e++)
		add_references(r, &c->entries[e]);
	for (size_t m = city->first_measure; m < city->own_measures_end; m++)
		categories |= c->measures[m].categories;
	bool by_keywords = city->first_measure < city->own_measures_end &&
			   c->measures[city->first_measure].by_keywords;
	describe_categories(&r->words, c, &(struct measure){ .categories = categories });
	add_words(r, by_keywords ? "类别（按关键词）" : "类别", STYLE_LABEL, STYLE_DIM);
	document_item(d, inside, first, d->line_count);
}

static void add_summary(struct reading *r, size_t region, size_t first, size_t end)
{
	const struct region *top = &r->catalog->regions[region];
	if (first == 0) {
		buffer_print(&r->words, "本表没有%s自己的条目；所辖地域共 %zu 项，按 Enter 打开：",
			     top->name, catalog_total_measures(top));
		add_words(r, NULL, STYLE_TEXT, STYLE_TEXT);
	}
	size_t item = 0;
	for (size_t inside = region + 1; inside < top->end && item < end; inside++) {
		if (catalog_own_measures(&r->catalog->regions[inside]) == 0)
			continue;
		if (item++ >= first)
			add_inside_item(r, inside);
	}
}

/* Behind a region's own measures: which regions inside it have some too. */
static void add_inside(struct reading *r, size_t region)
{
	const struct region *top = &r->catalog->regions[region];
	if (catalog_total_measures(top) == catalog_own_measures(top))
		return;
	document_blank(r->doc);
	add(r, NULL, STYLE_TEXT, "所辖地域另有：", STYLE_DIM);
	for (size_t inside = region + 1; inside < top->end; inside++) {
		const struct region *city = &r->catalog->regions[inside];
		if (catalog_own_measures(city) == 0)
			continue;
		buffer_print(&r->words, "%s  %zu 项", city->name, catalog_own_measures(city));
		add_words(r, NULL, STYLE_TEXT, STYLE_DIM);
	}
}

size_t reader_count(const struct catalog *c, size_t region)
{
	const struct region *top = &c->regions[region];
	if (!catalog_borrows(c, region))
		return catalog_own_measures(top);
	size_t count = 0;
	for (size_t inside = region + 1; inside < top->end; inside++)
		count += catalog_own_measures(&c->regions[inside]) > 0;
	return count;
}

void reader_build(struct document *d, const struct catalog *c, size_t region, const struct query *q,
		  int width, size_t first, size_t end)
{
	struct reading r = { .doc = d, .catalog = c, .query = q, .width = width > 1 ? width : 1 };
	document_clear(d);
	const struct region *top = &c->regions[region];
	if (catalog_borrows(c, region)) {
		add_summary(&r, region, first, end);
	} else {
		bool several = top->own_entries_end - top->first_entry > 1;
		for (size_t e = top->first_entry; e < top->own_entries_end; e++)
			add_entry(&r, &c->entries[e], several, top->first_measure, first, end);
		if (end >= catalog_own_measures(top))
			add_inside(&r, region);
	}
	spans_done(&r.spans);
	buffer_done(&r.words);
}
