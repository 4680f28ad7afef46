#include "compare/documents.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "search/document_number.h"
#include "search/fields.h"
#include "table/describe.h"

/* An entry and its row, in the order met. */
struct met {
	struct documents_use use;
	uint32_t row;
};

struct slot {
	uint32_t hash;
	uint32_t row; /* + 1; 0: free */
};

struct building {
	const struct catalog *catalog;
	struct documents *out;
	size_t row_capacity;
	struct met *met;
	size_t met_count, met_capacity;
	struct slot *slots;
	size_t slot_count; /* a power of two */
	struct folded folded;
	struct buffer key;
	struct documents_row row; /* what the reference at hand would be */
};

static uint32_t hash_of(const char *bytes, size_t n) /* FNV-1a */
{
	uint64_t hash = UINT64_C(14695981039346656037);
	for (size_t i = 0; i < n; i++)
		hash = (hash ^ (unsigned char)bytes[i]) * UINT64_C(1099511628211);
	return (uint32_t)(hash ^ hash >> 32);
}

static const char *key_of(const struct documents *d, const struct documents_row *row)
{
	return row->kind == DOCUMENTS_LINK ? row->text : buffer_string(&d->keys) + row->key;
}

static void add_folded(struct building *b, size_t first, size_t end)
{
	char bytes[UTF8_MAX];
	for (size_t i = first; i < end; i++)
		buffer_add(&b->key, bytes, utf8_encode(b->folded.cps[i], bytes));
}

/* The one number with an agency that the folded text holds. */
static bool single_number(const struct folded *folded, struct document_number *number)
{
	struct document_number other;
	size_t at = 0;
	return document_number_next(folded, &at, number) && number->agency < number->agency_end &&
	       !document_number_next(folded, &at, &other);
}

/* Behind the agency in the key: year and number as they are, so that nothing is written out and read. */
static void add_number(struct building *b, const struct document_number *number)
{
	struct documents_row *row = &b->row;
	row->year = (int16_t)document_number_year(b->folded.cps, number);
	row->number = (uint32_t)document_number_value(b->folded.cps, number);
	add_folded(b, number->agency, number->agency_end);
	row->agency_n = (uint32_t)b->key.n;
	buffer_add(&b->key, (const char *)&row->year, sizeof(row->year));
	buffer_add(&b->key, (const char *)&row->number, sizeof(row->number));
}

static void read_document(struct building *b)
{
	struct documents_row *row = &b->row;
	struct document_number number;
	size_t at = 0;
	int64_t year = 0;
	fold_text(&b->folded, row->text, strlen(row->text));
	row->numbered = single_number(&b->folded, &number);
	if (row->numbered) {
		add_number(b, &number);
		return;
	}
	if (fields_next_year(b->folded.cps, b->folded.count, &at, &year))
		row->year = (int16_t)year;
	add_folded(b, 0, b->folded.count);
	row->agency_n = (uint32_t)b->key.n;
}

static void read_reference(struct building *b, const struct reference *r)
{
	buffer_clear(&b->key);
	b->row = (struct documents_row){ .text = r->text };
	if (r->kind == REFERENCE_LINK) {
		b->row.kind = DOCUMENTS_LINK;
		b->row.key_n = b->row.agency_n = (uint32_t)strlen(r->text);
	} else {
		read_document(b);
		b->row.key_n = (uint32_t)b->key.n;
	}
}

static void grow_slots(struct building *b)
{
	struct slot *old = b->slots;
	size_t count = b->slot_count;
	if (2 * b->out->row_count < count)
		return;
	b->slot_count = count ? 4 * count : 1024;
	b->slots = memory_new(b->slot_count * sizeof(*b->slots));
	for (size_t i = 0; i < count; i++) {
		size_t at = old[i].hash & (b->slot_count - 1);
		while (old[i].row && b->slots[at].row)
			at = (at + 1) & (b->slot_count - 1);
		if (old[i].row)
			b->slots[at] = old[i];
	}
	free(old);
}

static size_t add_row(struct building *b)
{
	struct documents *d = b->out;
	b->row.key = (uint32_t)d->keys.n;
	buffer_add(&d->keys, buffer_string(&b->key), b->key.n);
	d->rows = memory_grow(d->rows, &b->row_capacity, d->row_count + 1, sizeof(*d->rows));
	d->rows[d->row_count] = b->row;
	d->counts[b->row.kind]++;
	return d->row_count++;
}

static bool is_row(const struct building *b, const struct documents_row *r, const char *key)
{
	return r->kind == b->row.kind && r->numbered == b->row.numbered &&
	       r->key_n == b->row.key_n && memcmp(key_of(b->out, r), key, r->key_n) == 0;
}

/* The row of the reference at hand, which is made when it is the first of its kind. */
static size_t find_row(struct building *b)
{
	const char *key = b->row.kind == DOCUMENTS_LINK ? b->row.text : buffer_string(&b->key);
	uint32_t hash = hash_of(key, b->row.key_n);
	grow_slots(b);
	size_t at = hash & (b->slot_count - 1);
	for (; b->slots[at].row; at = (at + 1) & (b->slot_count - 1)) {
		size_t row = b->slots[at].row - 1;
		if (b->slots[at].hash == hash && is_row(b, &b->out->rows[row], key))
			return row;
	}
	b->slots[at] = (struct slot){ hash, (uint32_t)b->out->row_count + 1 };
	return add_row(b);
}

static void meet(struct building *b, size_t row, size_t entry, size_t reference)
{
	struct documents_use use = { (uint32_t)entry, (uint32_t)reference };
	b->met = memory_grow(b->met, &b->met_capacity, b->met_count + 1, sizeof(*b->met));
	b->met[b->met_count++] = (struct met){ use, (uint32_t)row };
	b->out->rows[row].use_count++;
}

/* Whether the entry was met with the row already, by a reference just before. */
static bool met_already(const struct building *b, size_t row, size_t entry)
{
	for (size_t i = b->met_count; i > 0 && b->met[i - 1].use.entry == entry; i--)
		if (b->met[i - 1].row == row)
			return true;
	return false;
}

static void add_entry(struct building *b, size_t entry)
{
	const struct entry *e = &b->catalog->entries[entry];
	for (size_t i = 0; i < e->reference_count; i++) {
		const struct reference *r = &e->references[i];
		read_reference(b, r);
		size_t at = find_row(b);
		struct documents_row *row = &b->out->rows[at];
		b->out->uncertain += !row->uncertain && !r->certain;
		row->uncertain |= !r->certain;
		row->otherwise |= strcmp(row->text, r->text) != 0;
		if (!met_already(b, at, entry))
			meet(b, at, entry, i);
	}
	if (e->reference_count == 0) {
		buffer_clear(&b->key);
		b->row = (struct documents_row){ .text = DOCUMENTS_MISSING,
						 .kind = DOCUMENTS_NOTHING };
		meet(b, add_row(b), entry, 0);
	}
}

/* What was met row by row; in a row it stays in the order met. */
static void group_uses(struct building *b)
{
	struct documents *d = b->out;
	uint32_t before = 0;
	d->use_count = b->met_count;
	d->uses = memory_new((d->use_count + 1) * sizeof(*d->uses));
	for (size_t i = 0; i < d->row_count; i++) {
		d->rows[i].uses = before;
		before += d->rows[i].use_count;
		d->rows[i].use_count = 0;
	}
	for (size_t i = 0; i < b->met_count; i++) {
		struct documents_row *row = &d->rows[b->met[i].row];
		d->uses[row->uses + row->use_count++] = b->met[i].use;
	}
}

void documents_build(const struct catalog *c, const struct hits *only, struct documents *out)
{
	struct building b = { .catalog = c, .out = out };
	*out = (struct documents){ 0 };
	for (size_t i = 0; i < c->entry_count; i++) {
		const struct entry *e = &c->entries[i];
		size_t end = e->first_measure + e->measure_count;
		if (!only || hits_between(only, e->first_measure, end) > 0)
			add_entry(&b, i);
	}
	group_uses(&b);
	free(b.met);
	free(b.slots);
	fold_done(&b.folded);
	buffer_done(&b.key);
}

void documents_done(struct documents *d)
{
	free(d->rows);
	free(d->uses);
	buffer_done(&d->keys);
	*d = (struct documents){ 0 };
}

size_t documents_find(const struct documents *d, const struct catalog *c, size_t region)
{
	size_t found = d->row_count;
	for (size_t i = 0; i < d->row_count && found == d->row_count; i++) {
		const struct documents_row *row = &d->rows[i];
		for (size_t k = 0; k < row->use_count; k++)
			if (c->entries[d->uses[row->uses + k].entry].region == region)
				found = i;
	}
	return found;
}

const struct reference *documents_reference(const struct catalog *c,
					    const struct documents_use *use)
{
	const struct entry *e = &c->entries[use->entry];
	return use->reference < e->reference_count ? &e->references[use->reference] : NULL;
}

void documents_canonical(const struct documents_row *row, struct buffer *out)
{
	struct folded folded = { 0 };
	struct document_number number;
	fold_text(&folded, row->text, strlen(row->text));
	if (row->numbered && single_number(&folded, &number))
		document_number_print(row->text, &folded, &number, out);
	else
		buffer_text(out, row->text);
	fold_done(&folded);
}

void documents_regions(const struct documents *d, const struct catalog *c,
		       const struct documents_row *row, size_t most, struct buffer *out)
{
	size_t count = 0, last = CATALOG_NONE;
	for (size_t i = 0; i < row->use_count; i++) {
		size_t region = c->entries[d->uses[row->uses + i].entry].region;
		if (region == last)
			continue;
		last = region;
		if (count++ >= most)
			continue;
		buffer_text(out, count > 1 ? "、" : "");
		describe_region(out, c, region);
	}
	if (count > most)
		buffer_print(out, " 等 %zu 个地域", count);
}
