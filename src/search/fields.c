#include "search/fields.h"

#include <string.h>

#include "base/utf8.h"
#include "search/fold.h"

enum {
	LONGEST_NAME = 8,
	DIGITS = 15, /* of a number, the point not counted */
	YEAR_DIGITS = 4,
};

/* clang-format off */
static const struct { enum query_field field; const char *name; } names[] = {
	{ QUERY_REGION, "地域" },    { QUERY_REGION, "地区" },        { QUERY_REGION, "dy" },
	{ QUERY_CATEGORY, "类别" },  { QUERY_CATEGORY, "lb" },
	{ QUERY_REFERENCE, "文号" }, { QUERY_REFERENCE, "发文字号" }, { QUERY_REFERENCE, "wh" },
	{ QUERY_YEAR, "年" },        { QUERY_YEAR, "n" },
	{ QUERY_MONEY, "金额" },     { QUERY_MONEY, "je" },
	{ QUERY_NUMBER, "序号" },    { QUERY_NUMBER, "xh" },
};

static const char *const examples[QUERY_FIELDS] = {
	[QUERY_ANY] = "信贷",       [QUERY_REGION] = "地域:江苏",      [QUERY_CATEGORY] = "类别:信贷",
	[QUERY_REFERENCE] = "文号:苏质监发", [QUERY_YEAR] = "年:2016-2018", [QUERY_MONEY] = "金额:>=50万",
	[QUERY_NUMBER] = "序号:4",
};
/* clang-format on */

bool fields_is_han(uint32_t cp)
{
	return (cp >= 0x3400 && cp <= 0x9FFF) || (cp >= 0xF900 && cp <= 0xFAFF) ||
	       (cp >= 0x20000 && cp <= 0x3FFFF) || cp == 0x3007;
}

static bool is_digit(uint32_t cp)
{
	return cp >= '0' && cp <= '9';
}

static bool is_letter(uint32_t cp)
{
	return cp >= 'a' && cp <= 'z';
}

/* Folded as the query is, whatever form folding gives its characters. */
static bool is_name(const char *name, const uint32_t *cps, size_t n)
{
	struct folded f = { 0 };
	fold_text(&f, name, strlen(name));
	bool same = f.count == n && memcmp(f.cps, cps, n * sizeof(*cps)) == 0;
	fold_done(&f);
	return same;
}

/* Could it be meant as a field? */
static bool name_like(const uint32_t *cps, size_t n)
{
	size_t han = 0, letters = 0;
	for (size_t i = 0; i < n; i++) {
		han += fields_is_han(cps[i]);
		letters += is_letter(cps[i]);
	}
	return han == n || letters == n;
}

enum field_prefix fields_prefix(const uint32_t *cps, size_t n, enum query_field *field,
				size_t *length)
{
	size_t colon = 0;
	*field = QUERY_ANY;
	*length = 0;
	while (colon < n && colon <= LONGEST_NAME && cps[colon] != ':')
		colon++;
	if (colon == 0 || colon >= n || colon > LONGEST_NAME)
		return FIELD_NONE;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (!is_name(names[i].name, cps, colon))
			continue;
		*field = names[i].field;
		*length = colon + 1;
		return FIELD_KNOWN;
	}
	bool address = is_letter(cps[0]) && colon + 1 < n && cps[colon + 1] == '/';
	if (colon + 1 == n || address || !name_like(cps, colon))
		return FIELD_NONE;
	*length = colon + 1;
	return FIELD_UNKNOWN;
}

bool fields_is_number(enum query_field field)
{
	return field == QUERY_YEAR || field == QUERY_MONEY || field == QUERY_NUMBER;
}

const char *fields_name(enum query_field field)
{
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (names[i].field == field)
			return names[i].name;
	}
	return "";
}

const char *fields_example(enum query_field field)
{
	return examples[field];
}

struct reader {
	const uint32_t *cps;
	size_t n, at;
	enum query_field field;
};

/* A number as typed: mantissa / 10^decimals * unit. */
struct number {
	int64_t mantissa, unit;
	int decimals;
	bool has_unit;
};

static bool take(struct reader *r, uint32_t cp)
{
	if (r->at == r->n || r->cps[r->at] != cp)
		return false;
	r->at++;
	return true;
}

/* Folding may give a character another form. */
static bool take_text(struct reader *r, const char *character)
{
	struct folded f = { 0 };
	fold_text(&f, character, strlen(character));
	bool taken = f.count == 1 && take(r, f.cps[0]);
	fold_done(&f);
	return taken;
}

static void take_units(struct reader *r, struct number *out)
{
	static const struct {
		const char *character;
		int64_t unit;
	} units[] = { { "百", 100 }, { "千", 1000 }, { "万", 10000 }, { "亿", 100000000 } };
	out->unit = 1;
	for (size_t i = 0; r->field == QUERY_MONEY && i < sizeof(units) / sizeof(units[0]);) {
		if (out->unit <= 100000000 && take_text(r, units[i].character)) {
			out->unit *= units[i].unit;
			out->has_unit = true;
			i = 0;
		} else {
			i++;
		}
	}
	if (r->field == QUERY_MONEY && take_text(r, "元"))
		out->has_unit = true;
	if (r->field == QUERY_YEAR)
		take_text(r, "年");
}

static bool take_number(struct reader *r, struct number *out)
{
	int digits = 0;
	bool point = false;
	*out = (struct number){ 0 };
	for (; r->at < r->n; r->at++) {
		uint32_t cp = r->cps[r->at];
		if (cp == '.' && !point && digits) {
			point = true;
		} else if (is_digit(cp) && digits < DIGITS) {
			out->mantissa = out->mantissa * 10 + (cp - '0');
			out->decimals += point;
			digits++;
		} else if (cp != ',' || !digits) {
			break;
		}
	}
	if (!digits)
		return false;
	take_units(r, out);
	return true;
}

/* Rounded down; *exact says whether it had to be. False when it is larger than any sum. */
static bool whole(const struct number *number, int64_t *out, bool *exact)
{
	int64_t divisor = 1;
	for (int i = 0; i < number->decimals; i++)
		divisor *= 10;
	int64_t unit = number->unit, high = number->mantissa / divisor,
		low = number->mantissa % divisor;
	if (high > INT64_MAX / 4 / unit)
		return false;
	/* Both are powers of ten: one of them becomes 1, and nothing overflows. */
	while (unit > 1 && divisor > 1) {
		divisor /= 10;
		unit /= 10;
	}
	*out = high * number->unit + low * unit / divisor;
	*exact = low * unit % divisor == 0;
	return true;
}

static enum number_reading compared(struct reader *r, bool less, bool equal, struct range *out)
{
	struct number number;
	int64_t value;
	bool exact;
	if (r->at == r->n)
		return NUMBER_UNFINISHED;
	if (!take_number(r, &number) || r->at < r->n || !whole(&number, &value, &exact))
		return NUMBER_UNREADABLE;
	*out = (struct range){ 0, INT64_MAX };
	if (less)
		out->high = equal || !exact ? value : value - 1;
	else
		out->low = equal && exact ? value : value + 1;
	return NUMBER_READ;
}

static bool take_dash(struct reader *r)
{
	return take(r, '-') || take(r, '~') || take_text(r, "至") || take_text(r, "到");
}

/* A, A-B, A- and -B. */
static enum number_reading between(struct reader *r, struct range *out)
{
	struct number low = { .unit = 1 }, high = { 0 };
	bool from = take_number(r, &low), dash = take_dash(r), to = dash && take_number(r, &high);
	bool low_exact = true, high_exact = true;
	if (r->at < r->n || (!from && !to))
		return dash && !from && r->at == r->n ? NUMBER_UNFINISHED : NUMBER_UNREADABLE;
	if (from && to && !low.has_unit)
		low.unit = high.unit;
	*out = (struct range){ 0, INT64_MAX };
	if (from && !whole(&low, &out->low, &low_exact))
		return NUMBER_UNREADABLE;
	if (to && !whole(&high, &out->high, &high_exact))
		return NUMBER_UNREADABLE;
	if (from && !dash) {
		out->high = out->low;
		high_exact = low_exact;
	}
	if (out->low > out->high) {
		*out = (struct range){ out->high, out->low };
		low_exact = high_exact;
	}
	out->low += !low_exact;
	return NUMBER_READ;
}

enum number_reading fields_number(enum query_field field, const uint32_t *cps, size_t n,
				  struct range *out)
{
	struct reader r = { cps, n, 0, field };
	if (n == 0)
		return NUMBER_UNFINISHED;
	if (take(&r, U'≥') || take(&r, U'⩾'))
		return compared(&r, false, true, out);
	if (take(&r, U'≤') || take(&r, U'⩽'))
		return compared(&r, true, true, out);
	if (take(&r, '>'))
		return compared(&r, false, take(&r, '='), out);
	if (take(&r, '<'))
		return compared(&r, true, take(&r, '='), out);
	if (take(&r, '=') && r.at == n)
		return NUMBER_UNFINISHED;
	return between(&r, out);
}

/* Four digits at cps[at], a year by what stands around them. */
static bool year_at(const uint32_t *cps, size_t n, size_t at, int64_t *year)
{
	*year = 0;
	for (size_t i = at; i < at + YEAR_DIGITS; i++) {
		if (!is_digit(cps[i]))
			return false;
		*year = *year * 10 + (cps[i] - '0');
	}
	uint32_t before = at > 0 ? cps[at - 1] : 0;
	uint32_t after = at + YEAR_DIGITS < n ? cps[at + YEAR_DIGITS] : 0;
	return (before == '(' && after == ')') || (after == U'年' && !is_digit(before));
}

bool fields_next_year(const uint32_t *cps, size_t n, size_t *at, int64_t *year)
{
	for (; *at + YEAR_DIGITS <= n; ++*at) {
		if (year_at(cps, n, *at, year)) {
			*at += YEAR_DIGITS;
			return true;
		}
	}
	return false;
}

bool fields_year_in(const uint32_t *cps, size_t n, struct range range)
{
	int64_t year;
	for (size_t at = 0; fields_next_year(cps, n, &at, &year);) {
		if (year >= range.low && year <= range.high)
			return true;
	}
	return false;
}
