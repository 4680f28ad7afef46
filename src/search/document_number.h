/* Document numbers (发文字号), understood in folded text (fold.h): the agency's sign (机关代字), the year, the number in that
 * year. GB/T 9704-2012, 7.2.5 writes 苏质监发〔2018〕127号: the year in full in 〔〕, no 第, no leading zero, 号 behind it. As
 * people type and tables print, a number is
 *
 *	agency   any text, in a query; in a text what stands before the year: Han, letters, digits, / - .
 *	year     (2018), in brackets of any kind, or 2018年; from 1900 to 2099
 *	number   第 or not, up to DOCUMENT_ZEROS zeros or none, up to nine digits, 号
 *
 * and all ways to write one number are the same number: [2018]127号 = 2018年第0127号. Spaces are nothing here, as always in
 * folded text. */
#ifndef SEARCH_DOCUMENT_NUMBER_H
#define SEARCH_DOCUMENT_NUMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "search/fold.h"

enum {
	DOCUMENT_ZEROS = 8,   /* leading ones that are passed over */
	DOCUMENT_DIGITS = 9,  /* of the number, most */
	DOCUMENT_AGENCY = 64, /* code points of the agency, most */
	DOCUMENT_LONGEST = DOCUMENT_AGENCY + 8 + DOCUMENT_ZEROS + DOCUMENT_DIGITS,
};

struct document_number { /* places in folded code points, of what it was read from */
	size_t agency, agency_end;
	size_t year; /* four digits */
	size_t digits,
		digits_end; /* of the number, without leading zeros; empty when none is there */
	size_t end;	    /* one past all of it */
	bool open;	    /* typed: neither 年 nor a bracket closes the year */
	bool complete;	    /* 号 stands behind the number */
};

/* Whether a word typed in a query is one from its first character to its last. The agency may be
 * missing, or the number, but not both; 号 may be; behind an agency in Han 年 or the brackets may be, while
 * nothing follows. */
bool document_number_typed(const uint32_t *cps, size_t n, struct document_number *out);

/* Whether the word's last characters are a year with its 年 or bracket, or 第 behind that. */
bool document_number_ends_with_year(const uint32_t *cps, size_t n);

/* How many of cps[0, n), from the first one on, are the typed number in any way of writing it; 0 when
 * it does not stand there. Without 号 more digits may follow: typing goes on. */
size_t document_number_match(const uint32_t *typed, const struct document_number *number,
			     const uint32_t *cps, size_t n);

/* The first number that begins its year at *at or behind that in a folded text; *at is then behind it. Here its
 * digits are there, and 号 after 2018年, which otherwise is a date. A space ends the agency. */
bool document_number_next(const struct folded *text, size_t *at, struct document_number *out);

/* Of what was read from cps. */
int document_number_year(const uint32_t *cps, const struct document_number *number);
int64_t document_number_value(const uint32_t *cps, const struct document_number *number); /* 127 */

/* Adds it as GB/T 9704 writes it, the agency as the text that was folded prints it. */
void document_number_print(const char *text, const struct folded *folded,
			   const struct document_number *number, struct buffer *out);

#endif
