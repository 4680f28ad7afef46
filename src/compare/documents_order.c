/* Documents in order. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "compare/documents.h"
#include "search/pinyin.h"

struct key { /* of a row while rows are put in order */
	struct documents_row row;
	struct documents_use first;
	const char *text;
	size_t text_n;
	enum documents_order order;
};

static int by_region(const struct key *a, const struct key *b)
{
	if (a->first.entry != b->first.entry)
		return a->first.entry < b->first.entry ? -1 : 1;
	return (a->first.reference > b->first.reference) -
	       (a->first.reference < b->first.reference);
}

static int by_year(const struct key *a, const struct key *b)
{
	int x = a->row.year, y = b->row.year;
	if (x == y)
		return 0;
	if (x == 0 || y == 0)
		return x == 0 ? 1 : -1;
	return (a->order == DOCUMENTS_NEWEST) == (x > y) ? -1 : 1;
}

static int by_text(const struct key *a, const struct key *b)
{
	if (a->row.kind != b->row.kind)
		return a->row.kind < b->row.kind ? -1 : 1;
	size_t n = a->text_n < b->text_n ? a->text_n : b->text_n;
	int order = n ? memcmp(a->text, b->text, n) : 0;
	if (order)
		return order;
	if (a->text_n != b->text_n)
		return a->text_n < b->text_n ? -1 : 1;
	if (a->row.year != b->row.year)
		return a->row.year < b->row.year ? -1 : 1;
	return (a->row.number > b->row.number) - (a->row.number < b->row.number);
}

static int compare_keys(const void *left, const void *right)
{
	const struct key *a = left, *b = right;
	int order = 0;
	if (a->order == DOCUMENTS_BY_TEXT)
		order = by_text(a, b);
	else if (a->order != DOCUMENTS_BY_REGION)
		order = by_year(a, b);
	return order ? order : by_region(a, b);
}

/* Each character by its first reading, then itself, so that 冀 and 济 stand apart among the ji; letters and digits stand before. */
static void add_spelt(const char *text, size_t n, struct buffer *out)
{
	for (size_t at = 0, length; at < n; at += length) {
		const char *readings[PINYIN_READINGS];
		uint32_t cp;
		length = utf8_decode(text + at, n - at, &cp);
		if (pinyin_readings(cp, readings))
			buffer_print(out, "~%s!", readings[0]);
		buffer_add(out, text + at, length);
	}
}

/* All texts behind each other first: a growing buffer moves. */
static void spell_all(const struct documents *d, struct key *keys, struct buffer *spelt)
{
	size_t start = 0;
	for (size_t i = 0; i < d->row_count; i++) {
		const struct documents_row *row = &d->rows[i];
		add_spelt(buffer_string(&d->keys) + row->key, row->agency_n, spelt);
		keys[i].text_n = spelt->n - start;
		start = spelt->n;
	}
	start = 0;
	for (size_t i = 0; i < d->row_count; i++) {
		keys[i].text = buffer_string(spelt) + start;
		start += keys[i].text_n;
	}
}

void documents_sort(struct documents *d, enum documents_order order)
{
	struct key *keys = memory_new((d->row_count + 1) * sizeof(*keys));
	struct buffer spelt = { 0 };
	d->order = order;
	for (size_t i = 0; i < d->row_count; i++)
		keys[i] = (struct key){ d->rows[i], d->uses[d->rows[i].uses], NULL, 0, order };
	if (order == DOCUMENTS_BY_TEXT)
		spell_all(d, keys, &spelt);
	qsort(keys, d->row_count, sizeof(*keys), compare_keys);
	for (size_t i = 0; i < d->row_count; i++)
		d->rows[i] = keys[i].row;
	free(keys);
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
