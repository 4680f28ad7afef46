/* What the entries rest on: every document and every link once, with the entries that rest on it; and the entries that rest on
 * nothing that the table lists.
 *
 * A document is its number (search/document_number.h) however it is printed: 苏质监发[2018]127号 and 苏质监发〔2018〕127号 are one row.
 * A reference that holds no number, several of them, or one without an agency is itself alone, by its
 * folded text. A link is its exact address. Links have no year: what an address seems to say is not what a document says.
 *
 * A candidate of an uncertain reference makes no row: the row of the reference says what else it may be. Where it also is the
 * reference of another entry it has its row by that.
 *
 * Rows are found by hash. All references are read once; a query only selects from what was read. Both are linear in the references,
 * however many of them one entry has. */
#ifndef COMPARE_DOCUMENTS_H
#define COMPARE_DOCUMENTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "search/hits.h"
#include "table/catalog.h"

#define DOCUMENTS_MISSING "未载文号或链接" /* in place of a text */

enum documents_order {
	DOCUMENTS_BY_REGION, /* the first entry that rests on it, in tree order: codes of GB/T 2260 */
	DOCUMENTS_NEWEST,    /* by year, those without one last, by region */
	DOCUMENTS_OLDEST,
	DOCUMENTS_BY_TEXT, /* agencies by pinyin, then year and number; links behind them, missing ones last */
	DOCUMENTS_ORDERS
};

enum documents_kind { DOCUMENTS_DOCUMENT, DOCUMENTS_LINK, DOCUMENTS_NOTHING };

struct documents_use { /* an entry that rests on it */
	uint32_t entry;
	uint32_t reference; /* by which of its references; of DOCUMENTS_NOTHING 0 */
};

/* 40 bytes: there may be a million. The text is as the first entry prints it, borrowed; DOCUMENTS_MISSING
 * where there is none. */
struct documents_row {
	const char *text;
	uint32_t uses;	    /* where its uses begin, in tree order, an entry once */
	uint32_t use_count; /* at least 1; of DOCUMENTS_NOTHING exactly 1 */
	uint32_t key,
		key_n;	    /* bytes of `keys` that tell documents apart; links are by their text */
	uint32_t agency_n;  /* of the key, its first ones */
	uint32_t number;    /* in its year; 0 for none */
	int16_t year;	    /* 0 for none */
	uint8_t kind;	    /* enum documents_kind */
	bool numbered : 1;  /* it is a document's number, which GB/T 9704 writes in one way */
	bool uncertain : 1; /* of some entry it is not certain that it rests on it */
	bool otherwise : 1; /* some entry prints it otherwise than `text` */
};

struct documents {		    /* zeroed: none */
	struct documents_row *rows; /* in the order asked for; owned */
	size_t row_count;
	struct documents_use *uses; /* owned */
	size_t use_count;
	struct buffer keys;
	size_t counts[DOCUMENTS_NOTHING + 1]; /* rows by kind */
	size_t uncertain;		      /* rows */
	enum documents_order order;
};

struct documents_met { /* an entry and a row of `all`, in tree order */
	struct documents_use use;
	uint32_t row;
	bool uncertain; /* of some reference of the entry that leads to the row */
	bool otherwise; /* the entry prints it in several ways */
};

/* All references of a catalog as they were read: to be selected from. Zeroed: none. */
struct documents_all {
	struct documents_row *rows; /* in the order met; without uses, counts and doubts */
	size_t row_count, row_capacity;
	struct documents_met *met; /* each entry with each row once */
	size_t met_count, met_capacity;
	struct buffer keys;
};

/* Replaces nothing. Texts are borrowed of the catalog. */
void documents_read(const struct catalog *c, struct documents_all *out);
void documents_all_done(struct documents_all *all);

/* Of the entries that have a hit, or of all with `only` NULL; by region. Replaces nothing; `all` may go afterwards. */
void documents_select(const struct catalog *c, const struct documents_all *all,
		      const struct hits *only, struct documents *out);

/* Both in one: reads the catalog for a single selection. */
void documents_build(const struct catalog *c, const struct hits *only, struct documents *out);
void documents_done(struct documents *d);

void documents_sort(struct documents *d, enum documents_order order);

/* The first row that rests on an entry of the region; row_count when none does. */
size_t documents_find(const struct documents *d, const struct catalog *c, size_t region);

/* The reference of a use; NULL for an entry without any. */
const struct reference *documents_reference(const struct catalog *c,
					    const struct documents_use *use);

/* The number as GB/T 9704 writes it; of a row that is none its text. */
void documents_canonical(const struct documents_row *row, struct buffer *out);

/* "江苏省、江苏省 > 南通市 等 5 个地域": the first `most` regions, each once, not yet made safe. */
void documents_regions(const struct documents *d, const struct catalog *c,
		       const struct documents_row *row, size_t most, struct buffer *out);

/* "按地域", "年份从新到旧", … */
const char *documents_order_name(enum documents_order order);

#endif
