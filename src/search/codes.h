/* Codes: every folded character as 16 bits, and which of them sound alike.
 *
 * A search plane is an array of these codes (plane.h). A character is a code, and "any character with a
 * reading that begins with z" is a set of codes, which a table of 65,536 tells (kernel.h): printed
 * characters and pinyin are found in the same plane. UTF-8 would need 1.5 times the bytes and can be
 * searched for printed characters only; two planes more for pinyin would need the double.
 *
 *	0			the end of an item (a measure, an entry)
 *	1			between two values of an item
 *	2 … 			characters without a reading, in the order of Unicode
 *	…			characters with readings: those with the same list of readings together
 *				(a class), classes with the same first letters together
 *	CODES_ASTRAL … 65535	the planes beyond the first, folded onto the 2,048 numbers that the
 *				surrogates leave free: the only codes that several characters share
 *
 * Made from the readings (pinyin.h) alone, so the same program always makes the same codes;
 * codes_checksum() tells those of another version apart. Made once per engine of a large catalog:
 * 0.7 ms, and 0.5 ms for the readings where nobody asked for them before; 390 KiB. Immutable
 * afterwards: threads may share it. */
#ifndef SEARCH_CODES_H
#define SEARCH_CODES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum {
	CODES_END = 0,
	CODES_BREAK = 1,
	CODES_FIRST = 2,
	CODES_ASTRAL = 0x10000 - 0x800,
	CODES_COUNT = 0x10000,
};

struct codes {
	uint16_t of[CODES_COUNT]; /* by character of the first plane */
	uint16_t cp[CODES_COUNT]; /* by code; 0 for the codes that are no character, or several */
	uint16_t class[CODES_COUNT]; /* by code; 0: no reading */
	uint32_t *samples;	     /* by class: one of its characters; [0] is 0 */
	size_t class_count;	     /* class 0 counted */
};

struct codes *codes_new(void);
void codes_free(struct codes *c); /* NULL is allowed */

/* Never CODES_END or CODES_BREAK for a character that folding leaves over. */
static inline uint16_t codes_of(const struct codes *c, uint32_t cp)
{
	return cp < CODES_COUNT ? c->of[cp] : (uint16_t)(CODES_ASTRAL + (cp & 0x7FF));
}

static inline bool codes_is_astral(uint16_t code)
{
	return code >= CODES_ASTRAL;
}

uint32_t codes_checksum(const struct codes *c);

#endif
