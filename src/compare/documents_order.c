/* Documents in order. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "compare/documents.h"
#include "search/pinyin.h"

struct order { /* while rows are put in order */
	const struct documents *documents;
	enum documents_order by;
	const char *spelt;
	const uint32_t *starts; /* of each row in `spelt`, and where the last one ends */
};

static int compare(uint32_t a, uint32_t b)
{
	return (a > b) - (a < b);
}

static int by_region(const struct order *o, const struct documents_row *a,
		     const struct documents_row *b)
{
	const struct documents_use *x = &o->documents->uses[a->uses];
	const struct documents_use *y = &o->documents->uses[b->uses];
	return x->entry != y->entry ? compare(x->entry, y->entry)
				    : compare(x->reference, y->reference);
}

static int by_year(const struct documents_row *a, const struct documents_row *b, bool newest)
{
	if (a->year == b->year)
		return 0;
	if (a->year == 0 || b->year == 0)
		return a->year == 0 ? 1 : -1;
	return (a->year > b->year) == newest ? -1 : 1;
}

static int by_text(const struct order *o, const struct documents_row *a,
		   const struct documents_row *b)
{
	const uint32_t *x = &o->starts[a - o->documents->rows];
	const uint32_t *y = &o->starts[b - o->documents->rows];
	size_t x_n = x[1] - x[0], y_n = y[1] - y[0];
	if (a->kind != b->kind)
		return compare(a->kind, b->kind);
	int order = memcmp(o->spelt + x[0], o->spelt + y[0], x_n < y_n ? x_n : y_n);
	if (order == 0)
		order = (x_n > y_n) - (x_n < y_n);
	if (order == 0)
		order = compare((uint32_t)a->year, (uint32_t)b->year);
	return order ? order : compare(a->number, b->number);
}

static int compare_rows(const void *left, const void *right, void *context)
{
	const struct order *o = context;
	const struct documents_row *a = &o->documents->rows[*(const uint32_t *)left];
	const struct documents_row *b = &o->documents->rows[*(const uint32_t *)right];
	int order = 0;
	if (o->by == DOCUMENTS_BY_TEXT)
		order = by_text(o, a, b);
	else if (o->by != DOCUMENTS_BY_REGION)
		order = by_year(a, b, o->by == DOCUMENTS_NEWEST);
	return order ? order : by_region(o, a, b);
}

/* Each character by its first reading, then itself, so that 冀 and 济 stand apart among the ji; letters
 * and digits stand before. */
static void add_spelt(const char *text, size_t n, struct buffer *out)
{
	for (size_t at = 0, length; at < n; at += length) {
		const char *readings[PINYIN_READINGS];
		uint32_t cp;
		length = utf8_decode(text + at, n - at, &cp);
		if (pinyin_readings(cp, readings)) {
			buffer_char(out, '~');
			buffer_text(out, readings[0]);
			buffer_char(out, '!');
		}
		buffer_add(out, text + at, length);
	}
}

static uint32_t *spell_all(const struct documents *d, struct buffer *spelt)
{
	uint32_t *starts = memory_new((d->row_count + 1) * sizeof(*starts));
	for (size_t i = 0; i < d->row_count; i++) {
		const struct documents_row *row = &d->rows[i];
		if (row->kind == DOCUMENTS_LINK)
			buffer_add(spelt, row->text, row->agency_n);
		else
			add_spelt(buffer_string(&d->keys) + row->key, row->agency_n, spelt);
		starts[i + 1] = (uint32_t)spelt->n;
	}
	return starts;
}

void documents_sort(struct documents *d, enum documents_order order)
{
	size_t n = d->row_count;
	uint32_t *places = memory_new((n + 1) * sizeof(*places));
	struct documents_row *rows = memory_new((n + 1) * sizeof(*rows));
	struct buffer spelt = { 0 };
	uint32_t *starts = order == DOCUMENTS_BY_TEXT ? spell_all(d, &spelt) : NULL;
	struct order by = { d, order, buffer_string(&spelt), starts };
	for (size_t i = 0; i < n; i++)
		places[i] = (uint32_t)i;
	qsort_r(places, n, sizeof(*places), compare_rows, &by);
	for (size_t i = 0; i < n; i++)
		rows[i] = d->rows[places[i]];
	free(d->rows);
	d->rows = rows;
	d->order = order;
	free(places);
	free(starts);
	buffer_done(&spelt);
}

const char *documents_order_name(enum documents_order order)
{
	static const char *const names[DOCUMENTS_ORDERS] = {
		[DOCUMENTS_BY_REGION] = "按地域",
		[DOCUMENTS_NEWEST] = "按年份，新的在前",
		[DOCUMENTS_OLDEST] = "按年份，旧的在前",
		[DOCUMENTS_BY_TEXT] = "按文号",
	};
	return names[order];
}
