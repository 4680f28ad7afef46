#include "app/references.h"

#include <inttypes.h>
#include <string.h>

#include "app/app.h"
#include "app/views.h"
#include "base/wrap.h"
#include "table/describe.h"

enum {
	LABEL_COLS = 5,
	NARROW = 60,	  /* columns below which there are no labels */
	DETAIL_SHARE = 3, /* one part of the body in so many is the detail's at least, */
	DETAIL_ROWS = 7,  /* and so many rows where that is more */
	MOST_USES = 100,  /* said in the detail */
};

const struct documents_row *app_references_row(const struct app *a)
{
	const struct app_references *r = &a->references;
	return r->list.sel < r->table.row_count ? &r->table.rows[r->list.sel] : NULL;
}

size_t app_references_entry(const struct app *a)
{
	const struct documents_row *row = app_references_row(a);
	return row ? a->references.table.uses[row->uses].entry : CATALOG_NONE;
}

const struct reference *app_references_reference(const struct app *a)
{
	const struct documents_row *row = app_references_row(a);
	return row ? documents_reference(a->catalog, &a->references.table.uses[row->uses]) : NULL;
}

/* A detail being laid out. */
struct laying {
	const struct app *app;
	struct document *doc;
	int width;
	struct buffer words;
	struct spans spans;
};

/* What is in l->words, behind a label; the hits of the query in it are marked. */
static void add_lines(struct laying *l, const char *label, enum style style)
{
	struct document *d = l->doc;
	size_t line = d->line_count, n = l->words.n;
	const char *text = document_keep(d, buffer_string(&l->words), n);
	int col = l->width >= NARROW ? LABEL_COLS : 0;
	query_spans(&l->app->query, text, &l->spans);
	struct flow flow = { col, l->width - col, style, &l->spans, STYLE_HIT };
	if (col)
		document_piece(d, line, 0, label, STYLE_LABEL);
	document_flow(d, line, &flow, text, n);
	buffer_clear(&l->words);
}

static void add_text(struct laying *l, const struct documents_row *row)
{
	static const char *const labels[] = { "文号", "链接", "缺" };
	buffer_text(&l->words, row->text);
	add_lines(l, labels[row->kind],
		  row->kind == DOCUMENTS_LINK	   ? STYLE_LINK
		  : row->kind == DOCUMENTS_NOTHING ? STYLE_WARNING
						   : STYLE_TEXT);
	if (!row->numbered)
		return;
	documents_canonical(row, &l->words);
	if (strcmp(buffer_string(&l->words), row->text) != 0)
		add_lines(l, "规范", STYLE_DIM);
	buffer_clear(&l->words);
}

static void add_doubt(struct laying *l, const struct reference *r)
{
	if (!r || r->certain)
		return;
	describe_doubt(&l->words, r);
	add_lines(l, "!", STYLE_WARNING);
}

/* "2. 陕西省（序号 6，4 项）", and what is to be known of it: printed otherwise, uncertain, inferred. Of a single one
 * the doubt comes first: on a small screen there may be no room for more. */
static void add_use(struct laying *l, const struct documents_row *row, size_t at)
{
	const struct catalog *c = l->app->catalog;
	const struct documents_use *use = &l->app->references.table.uses[row->uses + at];
	const struct entry *e = &c->entries[use->entry];
	const struct reference *r = documents_reference(c, use);
	bool alone = row->use_count == 1;
	if (alone)
		add_doubt(l, r);
	else
		buffer_print(&l->words, "%zu. ", at + 1);
	describe_region(&l->words, c, e->region);
	buffer_print(&l->words, "（序号 %" PRId64 "，%" PRIu32 " 项）", e->number,
		     e->measure_count);
	if (r && strcmp(r->text, row->text) != 0)
		buffer_print(&l->words, "印作 %s", r->text);
	add_lines(l, at ? "" : "依据", STYLE_TEXT);
	if (!alone)
		add_doubt(l, r);
	if (e->inferred) {
		describe_inferred(&l->words, e);
		add_lines(l, "?", STYLE_WARNING);
	}
}

static void make_detail(struct app *a)
{
	struct laying l = { .app = a, .doc = &a->references.detail };
	const struct documents_row *row = app_references_row(a);
	l.width = a->cols > APP_GUTTER + 1 ? a->cols - APP_GUTTER : 1;
	document_clear(l.doc);
	if (row)
		add_text(&l, row);
	for (size_t i = 0; row && i < row->use_count && i < MOST_USES; i++)
		add_use(&l, row, i);
	if (row && row->use_count > MOST_USES) {
		buffer_print(&l.words, "等 %" PRIu32 " 条", row->use_count);
		add_lines(&l, "", STYLE_DIM);
	}
	buffer_done(&l.words);
	spans_done(&l.spans);
}

/* Rows of the list. Below it are the separator, the detail, which takes its share and more when it needs more, and the reminder. */
static int list_rows(const struct app *a)
{
	int rows = a->layout.body_rows - 2, wanted = (int)a->references.detail.line_count;
	int least = rows / DETAIL_SHARE < DETAIL_ROWS ? rows / DETAIL_SHARE : DETAIL_ROWS;
	if (wanted < least)
		wanted = least;
	return rows - wanted > 1 ? rows - wanted : 1;
}

void app_references_lay_out(struct app *a)
{
	struct app_references *r = &a->references;
	list_resize(&r->list, r->table.row_count, r->list.height);
	make_detail(a);
	list_resize(&r->list, r->table.row_count, list_rows(a));
}

static size_t row_of(const struct documents *d, size_t entry)
{
	for (size_t i = 0; i < d->row_count; i++) {
		const struct documents_row *row = &d->rows[i];
		for (size_t k = 0; k < row->use_count; k++)
			if (d->uses[row->uses + k].entry == entry)
				return i;
	}
	return 0;
}

void app_references_make(struct app *a, size_t entry)
{
	struct app_references *r = &a->references;
	documents_done(&r->table);
	if (!r->made)
		documents_read(a->catalog, &r->all);
	r->made = true;
	documents_select(a->catalog, &r->all, app_has_query(a) ? &a->hits : NULL, &r->table);
	if (r->order != DOCUMENTS_BY_REGION)
		documents_sort(&r->table, r->order);
	list_resize(&r->list, r->table.row_count, r->list.height);
	if (entry != CATALOG_NONE)
		list_select(&r->list, row_of(&r->table, entry));
	app_references_lay_out(a);
}

void app_references_forget(struct app_references *r)
{
	documents_all_done(&r->all);
	r->made = false;
}

void app_references_done(struct app_references *r)
{
	app_references_forget(r);
	documents_done(&r->table);
	document_done(&r->detail);
}

void app_references_sort(struct app *a)
{
	struct app_references *r = &a->references;
	size_t chosen = r->list.sel < r->table.row_count ? r->table.rows[r->list.sel].uses : 0;
	r->order = (r->order + 1) % DOCUMENTS_ORDERS;
	documents_sort(&r->table, r->order);
	for (size_t i = 0; i < r->table.row_count; i++)
		if (r->table.rows[i].uses == chosen)
			list_select(&r->list, i);
	app_references_lay_out(a);
	app_message(a, "次序：%s", documents_order_name(r->order));
}

/* The first of the entry's measures that the query leaves. */
static size_t first_measure(const struct app *a, const struct entry *e)
{
	if (!app_has_query(a))
		return e->first_measure;
	size_t hit = hits_at_or_after(&a->hits, e->first_measure);
	return hit < a->hits.count ? hits_measure(&a->hits, hit) : e->first_measure;
}

size_t app_references_measure(const struct app *a)
{
	size_t entry = app_references_entry(a);
	return entry == CATALOG_NONE ? CATALOG_NONE : first_measure(a, &a->catalog->entries[entry]);
}

void app_references_select(struct app *a, size_t measure)
{
	struct app_references *r = &a->references;
	list_select(&r->list, row_of(&r->table, a->catalog->measures[measure].entry));
	app_references_lay_out(a);
}

void app_references_enter(struct app *a)
{
	const struct documents_row *row = app_references_row(a);
	size_t which = a->count ? (size_t)a->count - 1 : 0;
	if (!row)
		return;
	if (which >= row->use_count) {
		app_message(a, "依据它的只有 %" PRIu32 " 条", row->use_count);
		return;
	}
	const struct documents_use *use = &a->references.table.uses[row->uses + which];
	const struct entry *e = &a->catalog->entries[use->entry];
	size_t measure = first_measure(a, e);
	app_view_enter(a, measure);
	if (measure == a->catalog->regions[e->region].first_measure)
		pager_start(&a->reader); /* with what stands above it: the reference, its doubts */
}
