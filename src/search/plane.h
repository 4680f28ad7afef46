/* A search plane: the folded texts of many items, as codes, one behind the other.
 *
 * Items are measures (each one value: its text), entries (their references) or anything else that a
 * word is looked for in. Codes are those of codes.h, 16 bits for each folded character; a code
 * CODES_END ends each item, CODES_BREAK stands between two values of one, so that no word is found
 * across either. Measured for a million measures of 132 bytes: 46 million codes, 92 MB, made in
 * 0.27 s by one thread (planes.h uses two); with what else stands here 0.73 of the bytes of text. Folding is done here,
 * once: a search compares numbers. Where in the printed text a word stood is computed when a measure
 * is shown (query_spans()), so no way back is kept.
 *
 * Items are found from positions by `first`, one number for each 64 codes: 2.9 MB; a binary search
 * over where items begin takes 80 ns for each of up to a million hits. `seen` says how often
 * each code occurs: a word's rarest characters are looked for first, one with a character that
 * never occurs is answered without looking.
 *
 * Immutable once made; threads may share it. Everything is a flat array without pointers, so that a
 * plane can lie in a mapped file: fill in the struct and leave `owned` false. */
#ifndef SEARCH_PLANE_H
#define SEARCH_PLANE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "search/codes.h"

enum {
	PLANE_MARGIN = 128, /* codes CODES_END before the first item and behind the last one */
	PLANE_STRIDE = 64,  /* items */
};

struct plane_seen {
	uint32_t times;
	uint16_t code;
};

struct plane_astral { /* a character beyond the first plane: several share one code */
	uint64_t at;  /* position */
	uint32_t cp;
};

struct plane {
	const struct codes *codes;
	const uint16_t *cells; /* `count` codes, with a margin on either side */
	size_t count;	       /* codes; positions are [0, count) */
	size_t items;
	const uint32_t *first;	/* the item that position 64 k belongs to, for each block begun */
	const uint64_t *starts; /* the position where item 64 k begins; the last one is `count` */
	const struct plane_seen *seen; /* codes that occur, ascending; CODES_END not among them */
	size_t seen_count;
	const struct plane_astral *astral; /* ascending */
	size_t astral_count;
	bool owned; /* the arrays are freed with the plane */
};

static inline size_t plane_blocks(const struct plane *p)
{
	return (p->count + 63) / 64;
}

static inline size_t plane_strides(const struct plane *p) /* starts has one element more */
{
	return (p->items + PLANE_STRIDE - 1) / PLANE_STRIDE;
}

/* How often the code occurs. */
uint32_t plane_times(const struct plane *p, uint16_t code);

/* The character at a position; 0 for CODES_END and CODES_BREAK. */
uint32_t plane_cp(const struct plane *p, size_t position);

size_t plane_bytes(const struct plane *p);
void plane_done(struct plane *p);

/* Makes planes. What it needs to fold quickly, the code of each character's folding, takes 3 ms, and it
 * needs 390 KiB, so keep it while planes of the same kind are made; it may make any number of them, one
 * after the other. The codes must outlive the maker and its planes. */
struct plane_maker;

struct plane_maker *plane_maker_new(const struct codes *codes);
struct plane_maker *plane_maker_another(const struct plane_maker *m); /* knows what m knows: 0.03 ms */
void plane_maker_free(struct plane_maker *m); /* NULL is allowed */

/* `bytes`: about how much text will come; memory is reserved for it, but used as codes come. */
void plane_maker_begin(struct plane_maker *m, size_t bytes);
void plane_maker_value(struct plane_maker *m, const char *text, size_t n);
void plane_maker_end_item(struct plane_maker *m);

/* Adds the items of `next`, behind which it is empty: two threads make a plane in two halves. The items
 * of `m` so far are a multiple of PLANE_STRIDE. */
void plane_maker_append(struct plane_maker *m, struct plane_maker *next);
void plane_maker_take(struct plane_maker *m, struct plane *out);

#endif
