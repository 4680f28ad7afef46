/* Document numbers for the oracle: a word is one when it is written like one, and stands where any of
 * the ways to write it stands, all of which are tried. */
#ifndef SEARCH_NAIVE_DOCUMENT_H
#define SEARCH_NAIVE_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <uchar.h>

enum { WAYS = 37, WAY = 160 };

/* clang-format off */
struct naive_document {
	uint32_t ways[WAYS][WAY];
	size_t lengths[WAYS];
	size_t agency; /* code points */
	size_t count; /* 0: the word is no document's number */
};
/* clang-format on */

static bool naive_digit(uint32_t cp)
{
	return cp >= '0' && cp <= '9';
}

static bool naive_year(const uint32_t *cps, size_t n)
{
	return n >= 4 && ((cps[0] == '1' && cps[1] == '9') || (cps[0] == '2' && cps[1] == '0')) &&
	       naive_digit(cps[2]) && naive_digit(cps[3]);
}

static void naive_way(struct naive_document *d, const uint32_t *agency, size_t agency_n,
		      const uint32_t *year, const char32_t *close, size_t zeros, bool word,
		      const uint32_t *rest, size_t rest_n)
{
	uint32_t *way = d->ways[d->count];
	size_t n = 0;
	memcpy(way, agency, agency_n * sizeof(*way));
	n = agency_n;
	if (close[0] == U')')
		way[n++] = '(';
	for (int i = 0; i < 4; i++)
		way[n++] = year[i];
	if (close[0])
		way[n++] = close[0];
	if (word)
		way[n++] = U'第';
	for (size_t i = 0; i < zeros; i++)
		way[n++] = '0';
	for (size_t i = 0; i < rest_n; i++)
		way[n++] = rest[i];
	d->lengths[d->count++] = n;
}

/* The rest behind the year: digits and perhaps 号, without 第 and zeros; false when it is otherwise. */
static bool naive_rest(const uint32_t **rest, size_t *n)
{
	size_t digits = 0, zeros = 0;
	if (*n > 0 && (*rest)[0] == U'第') {
		++*rest;
		--*n;
	}
	for (; *n > 0 && zeros < 8 && (*rest)[0] == '0'; zeros++) {
		++*rest;
		--*n;
	}
	if (*n > 0 && (*rest)[0] == '0')
		return false;
	while (digits < *n && naive_digit((*rest)[digits]))
		digits++;
	return digits <= 9 &&
	       (digits == *n || (digits > 0 && digits + 1 == *n && (*rest)[digits] == U'号'));
}

static void naive_ways(struct naive_document *d, const uint32_t *cps, size_t n)
{
	d->count = 0;
	for (size_t i = 0; i + 4 <= n && d->count == 0; i++) {
		bool bracket = cps[i] == '(';
		const uint32_t *year = cps + i + bracket, *rest = year + 5;
		size_t left = n - i - bracket;
		if (!naive_year(year, left))
			continue;
		bool bare = left == 4 && i > 0 && !bracket && cps[i - 1] >= 0x3400;
		if (bare)
			naive_way(d, cps, i, year, U"", 0, false, NULL, 0);
		bool digit_before = !bracket && i > 0 && naive_digit(cps[i - 1]);
		bool closed = left >= 5 && year[4] == (bracket ? U')' : U'年') && !digit_before;
		left -= closed ? 5 : 0;
		if (!bare && (!closed || !naive_rest(&rest, &left) || (left == 0 && i == 0)))
			continue;
		d->agency = i;
		for (size_t k = 0; k < 36; k++) {
			bool plain = bare || left == 0; /* the year alone */
			if (!plain || k < 2)
				naive_way(d, cps, i, year, k % 2 ? U"年" : U")", k / 4,
					  !plain && k / 2 % 2, rest, plain ? 0 : left);
		}
	}
}

static bool naive_ends_with_year(const uint32_t *cps, size_t n)
{
	if (n > 0 && cps[n - 1] == U'第')
		n--;
	if (n >= 6 && cps[n - 6] == '(' && naive_year(cps + n - 5, 4) && cps[n - 1] == ')')
		return true;
	return n >= 5 && (n == 5 || !naive_digit(cps[n - 6])) && naive_year(cps + n - 5, 4) &&
	       cps[n - 1] == U'年';
}

static size_t naive_document_at(const struct naive_document *d, const uint32_t *cps, size_t n)
{
	size_t longest = 0;
	for (size_t i = 0; i < d->count; i++) {
		size_t length = d->lengths[i];
		if (length <= n && length > longest &&
		    memcmp(cps, d->ways[i], length * sizeof(*cps)) == 0)
			longest = length;
	}
	return longest;
}

#endif
