#include "search/document_number.h"

#include <string.h>

#include "base/utf8.h"
#include "search/fields.h"

enum { YEAR_DIGITS = 4, FIRST_YEAR = 1900, LAST_YEAR = 2099 };

/* Text being read: where in it. */
struct reader {
	const uint32_t *cps;
	size_t n, at;
};

static bool is_digit(uint32_t cp)
{
	return cp >= '0' && cp <= '9';
}

static bool take(struct reader *r, uint32_t cp)
{
	if (r->at == r->n || r->cps[r->at] != cp)
		return false;
	r->at++;
	return true;
}

static int64_t value_of(const uint32_t *cps, size_t n)
{
	int64_t value = 0;
	for (size_t i = 0; i < n; i++)
		value = value * 10 + (cps[i] - '0');
	return value;
}

static bool take_year(struct reader *r, size_t *year)
{
	*year = r->at;
	for (size_t i = 0; i < YEAR_DIGITS; i++, r->at++) {
		if (r->at == r->n || !is_digit(r->cps[r->at]))
			return false;
	}
	int64_t value = value_of(r->cps + *year, YEAR_DIGITS);
	return value >= FIRST_YEAR && value <= LAST_YEAR;
}

/* (2018) or 2018年; not the end of a longer number. */
static bool take_year_form(struct reader *r, size_t *year)
{
	size_t start = r->at;
	bool bracket = take(r, '(');
	if (!bracket && start > 0 && is_digit(r->cps[start - 1]))
		return false;
	return take_year(r, year) && take(r, bracket ? ')' : U'年');
}

static void take_number(struct reader *r, struct document_number *out)
{
	take(r, U'第');
	for (int zeros = 0; zeros < DOCUMENT_ZEROS && take(r, '0'); zeros++)
		continue;
	out->digits = r->at;
	bool more_zeros = r->at < r->n && r->cps[r->at] == '0';
	while (!more_zeros && r->at < r->n && is_digit(r->cps[r->at]))
		r->at++;
	out->digits_end = r->at;
	out->complete = out->digits_end > out->digits && take(r, U'号');
	out->end = r->at;
}

/* The digits fit: too many are none of a document's. */
static bool has_number(const struct document_number *number)
{
	size_t digits = number->digits_end - number->digits;
	return digits > 0 && digits <= DOCUMENT_DIGITS;
}

bool document_number_ends_with_year(const uint32_t *cps, size_t n)
{
	n -= n > 0 && cps[n - 1] == U'第';
	for (size_t form = YEAR_DIGITS + 1; form <= YEAR_DIGITS + 2 && form <= n; form++) {
		struct reader r = { cps, n, n - form };
		size_t year;
		if (take_year_form(&r, &year) && r.at == n)
			return true;
	}
	return false;
}

/* Behind an agency in Han the year is one before its 年 or bracket is typed. */
static bool ends_open(const uint32_t *cps, size_t n, struct document_number *out)
{
	struct reader r = { cps, n, out->agency_end };
	if (n != r.at + YEAR_DIGITS || r.at == 0 || !fields_is_han(cps[r.at - 1]))
		return false;
	out->digits = out->digits_end = out->end = n;
	out->open = take_year(&r, &out->year);
	return out->open;
}

bool document_number_typed(const uint32_t *cps, size_t n, struct document_number *out)
{
	for (size_t i = 0; i < n && i <= DOCUMENT_AGENCY; i++) {
		struct reader r = { cps, n, i };
		*out = (struct document_number){ .agency_end = i };
		if (ends_open(cps, n, out))
			return true;
		if (!take_year_form(&r, &out->year))
			continue;
		take_number(&r, out);
		bool agency_alone = i > 0 && out->digits == out->digits_end;
		if (r.at == n && (has_number(out) || agency_alone))
			return true;
	}
	return false;
}

/* Whether the reader stands at cps[0, n); it is then behind them. */
static bool take_all(struct reader *r, const uint32_t *cps, size_t n)
{
	if (n > r->n - r->at || memcmp(r->cps + r->at, cps, n * sizeof(*cps)) != 0)
		return false;
	r->at += n;
	return true;
}

size_t document_number_match(const uint32_t *typed, const struct document_number *number,
			     const uint32_t *cps, size_t n)
{
	struct reader r = { cps, n, 0 };
	if (!take_all(&r, typed, number->agency_end))
		return 0;
	bool bracket = take(&r, '(');
	if (!take_all(&r, typed + number->year, YEAR_DIGITS))
		return 0;
	if (!take(&r, bracket ? ')' : U'年'))
		return number->open && !bracket ? r.at : 0;
	if (number->digits == number->digits_end)
		return r.at;
	take(&r, U'第');
	for (int zeros = 0; zeros < DOCUMENT_ZEROS && take(&r, '0'); zeros++)
		continue;
	if (!take_all(&r, typed + number->digits, number->digits_end - number->digits))
		return 0;
	return !number->complete || take(&r, U'号') ? r.at : 0;
}

static bool is_agency(uint32_t cp)
{
	return fields_is_han(cp) || is_digit(cp) || (cp >= 'a' && cp <= 'z') || cp == '/' ||
	       cp == '-' || cp == '.';
}

/* Backwards from the year to a sign, to a space inside it, or to where the last number ended. */
static size_t agency_start(const struct folded *text, size_t end, size_t least)
{
	size_t start = end;
	while (start > least && end - start < DOCUMENT_AGENCY && is_agency(text->cps[start - 1])) {
		bool space = start < end && text->from[start] - text->from[start - 1] > 1;
		if (space)
			break;
		start--;
	}
	return start;
}

bool document_number_next(const struct folded *text, size_t *at, struct document_number *out)
{
	size_t least = *at;
	for (; *at < text->count; ++*at) {
		struct reader r = { text->cps, text->count, *at };
		*out = (struct document_number){ .agency_end = *at };
		if (!take_year_form(&r, &out->year))
			continue;
		take_number(&r, out);
		bool bracket = text->cps[*at] == '(';
		if (!has_number(out) || (!out->complete && !bracket))
			continue;
		out->agency = agency_start(text, *at, least);
		*at = out->end;
		return true;
	}
	return false;
}

int document_number_year(const uint32_t *cps, const struct document_number *number)
{
	return (int)value_of(cps + number->year, YEAR_DIGITS);
}

int64_t document_number_value(const uint32_t *cps, const struct document_number *number)
{
	return value_of(cps + number->digits, number->digits_end - number->digits);
}

void document_number_print(const char *text, const struct folded *folded,
			   const struct document_number *number, struct buffer *out)
{
	size_t n = strlen(text);
	if (number->agency < number->agency_end) {
		size_t start = utf8_offset(text, n, folded->from[number->agency]);
		size_t end = utf8_offset(text, n, (size_t)folded->from[number->agency_end - 1] + 1);
		buffer_add(out, text + start, end - start);
	}
	buffer_print(out, "〔%d〕%lld号", document_number_year(folded->cps, number),
		     (long long)document_number_value(folded->cps, number));
}
