#include "compare/documents.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "search/document_number.h"
#include "search/fields.h"
#include "table/describe.h"

struct slot {
	uint32_t hash;
	uint32_t row; /* + 1; 0: free */
};

struct building {
	const struct catalog *catalog;
	struct documents_all *out;
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

static const char *key_of(const struct buffer *keys, const struct documents_row *row)
{
	return row->kind == DOCUMENTS_LINK ? row->text : buffer_string(keys) + row->key;
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
	struct documents_all *all = b->out;
	b->row.key = (uint32_t)all->keys.n;
	buffer_add(&all->keys, buffer_string(&b->key), b->key.n);
	all->rows = memory_grow(all->rows, &all->row_capacity, all->row_count + 1,
				sizeof(*all->rows));
	all->rows[all->row_count] = b->row;
	return all->row_count++;
}

static bool is_row(const struct building *b, const struct documents_row *r, const char *key)
{
	return r->kind == b->row.kind && r->numbered == b->row.numbered &&
	       r->key_n == b->row.key_n && memcmp(key_of(&b->out->keys, r), key, r->key_n) == 0;
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

/* The meeting of the entry with the row; a new one unless an earlier reference led there. Until all is read, `uses` of a row is
 * the number of its last meeting, counted from 1. */
static struct documents_met *meet(struct building *b, size_t row, size_t entry, size_t reference)
{
	struct documents_all *all = b->out;
	struct documents_row *r = &all->rows[row];
	if (r->uses && all->met[r->uses - 1].use.entry == entry)
		return &all->met[r->uses - 1];
	all->met = memory_grow(all->met, &all->met_capacity, all->met_count + 1,
			       sizeof(*all->met));
	all->met[all->met_count] = (struct documents_met){
		.use = { (uint32_t)entry, (uint32_t)reference }, .row = (uint32_t)row
	};
	r->uses = (uint32_t)++all->met_count;
	return &all->met[all->met_count - 1];
}

static void add_entry(struct building *b, size_t entry)
{
	const struct entry *e = &b->catalog->entries[entry];
	for (size_t i = 0; i < e->reference_count; i++) {
		const struct reference *r = &e->references[i];
		read_reference(b, r);
		struct documents_met *met = meet(b, find_row(b), entry, i);
		met->uncertain |= !r->certain;
		met->otherwise |= strcmp(e->references[met->use.reference].text, r->text) != 0;
	}
	if (e->reference_count == 0) {
		buffer_clear(&b->key);
		b->row = (struct documents_row){ .text = DOCUMENTS_MISSING,
						 .kind = DOCUMENTS_NOTHING };
		meet(b, add_row(b), entry, 0);
	}
}

void documents_read(const struct catalog *c, struct documents_all *out)
{
	struct building b = { .catalog = c, .out = out };
	*out = (struct documents_all){ 0 };
	for (size_t i = 0; i < c->entry_count; i++)
		add_entry(&b, i);
	for (size_t i = 0; i < out->row_count; i++)
		out->rows[i].uses = 0;
	free(b.slots);
	fold_done(&b.folded);
	buffer_done(&b.key);
}

void documents_all_done(struct documents_all *all)
{
	free(all->rows);
	free(all->met);
	buffer_done(&all->keys);
	*all = (struct documents_all){ 0 };
}

static bool is_kept(const struct catalog *c, const struct documents_met *met,
		    const struct hits *only)
{
	const struct entry *e = &c->entries[met->use.entry];
	return !only ||
	       hits_between(only, e->first_measure, e->first_measure + e->measure_count) > 0;
}

static const char *text_of(const struct catalog *c, const struct documents_use *use)
{
	const struct reference *r = documents_reference(c, use);
	return r ? r->text : DOCUMENTS_MISSING;
}

/* The row as the entry, the first of those kept, prints it. */
static size_t keep_row(const struct documents_all *all, const struct documents_met *met,
		       const char *text, struct documents *out)
{
	struct documents_row row = all->rows[met->row];
	if (row.kind != DOCUMENTS_LINK) {
		const char *key = key_of(&all->keys, &row);
		row.key = (uint32_t)out->keys.n;
		buffer_add(&out->keys, key, row.key_n);
	}
	row.text = text;
	out->counts[row.kind]++;
	out->rows[out->row_count] = row;
	return out->row_count++;
}

/* Counts the uses of each row. places: of each row of `all` its row in `out`, + 1; 0 while it has none. */
static void keep_rows(const struct catalog *c, const struct documents_all *all,
		      const struct hits *only, uint32_t *places, struct documents *out)
{
	for (size_t i = 0; i < all->met_count; i++) {
		const struct documents_met *met = &all->met[i];
		if (!is_kept(c, met, only))
			continue;
		const char *text = text_of(c, &met->use);
		uint32_t *place = &places[met->row];
		if (*place == 0)
			*place = (uint32_t)keep_row(all, met, text, out) + 1;
		struct documents_row *row = &out->rows[*place - 1];
		out->uncertain += met->uncertain && !row->uncertain;
		row->uncertain |= met->uncertain;
		row->otherwise |= met->otherwise || strcmp(row->text, text) != 0;
		row->use_count++;
		out->use_count++;
	}
}

/* What was met row by row; in a row it stays in the order met. */
static void group_uses(const struct catalog *c, const struct documents_all *all,
		       const struct hits *only, const uint32_t *places, struct documents *out)
{
	uint32_t before = 0;
	out->uses = memory_new((out->use_count + 1) * sizeof(*out->uses));
	for (size_t i = 0; i < out->row_count; i++) {
		out->rows[i].uses = before;
		before += out->rows[i].use_count;
		out->rows[i].use_count = 0;
	}
	for (size_t i = 0; i < all->met_count; i++) {
		const struct documents_met *met = &all->met[i];
		if (places[met->row] == 0 || !is_kept(c, met, only))
			continue;
		struct documents_row *row = &out->rows[places[met->row] - 1];
		out->uses[row->uses + row->use_count++] = met->use;
	}
}

void documents_select(const struct catalog *c, const struct documents_all *all,
		      const struct hits *only, struct documents *out)
{
	uint32_t *places = memory_new((all->row_count + 1) * sizeof(*places));
	*out = (struct documents){ 0 };
	out->rows = memory_new((all->row_count + 1) * sizeof(*out->rows));
	keep_rows(c, all, only, places, out);
	group_uses(c, all, only, places, out);
	free(places);
}

void documents_build(const struct catalog *c, const struct hits *only, struct documents *out)
{
	struct documents_all all;
	documents_read(c, &all);
	documents_select(c, &all, only, out);
	documents_all_done(&all);
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
