#include "compare/money_parts.h"

#include <math.h>

#include "base/utf8.h"

enum { MOST_DIGITS = 15, GROUP = 3 };

/* A Chinese or mixed numeral, being read from left to right. */
struct walk {
	const struct money_text *t;
	size_t at;
	bool high; /* which end of 三五万 or 一千多万 is wanted */
	double total, section, digit;
	double last; /* what one of the last place is worth: 10 in 50, 1000 in 一千 */
	double unit;
	bool has_digit, any, about;
};

static bool is_digit(uint32_t cp)
{
	return cp >= '0' && cp <= '9';
}

/* clang-format off */
/* -1 when it is none. */
static int han_digit(uint32_t cp)
{
	switch (cp) {
	case U'零': case U'〇': return 0;
	case U'一': case U'壹': return 1;
	case U'二': case U'贰': case U'两': return 2;
	case U'三': case U'叁': return 3;
	case U'四': case U'肆': return 4;
	case U'五': case U'伍': return 5;
	case U'六': case U'陆': return 6;
	case U'七': case U'柒': return 7;
	case U'八': case U'捌': return 8;
	case U'九': case U'玖': return 9;
	default: return -1;
	}
}
/* clang-format on */

static double unit_of(uint32_t cp)
{
	switch (cp) {
	case U'十':
	case U'拾':
		return 10;
	case U'百':
	case U'佰':
		return 100;
	case U'千':
	case U'仟':
		return 1000;
	case U'万':
		return 1e4;
	case U'亿':
		return 1e8;
	default:
		return 0;
	}
}

static bool is_multiple(uint32_t cp)
{
	return cp == U'万' || cp == U'亿';
}

/* The character as it is printed, before folding. */
static uint32_t printed(const struct money_text *t, size_t at)
{
	uint32_t cp;
	size_t from = t->f.from[at], place = t->places[from / MONEY_PLACES];
	size_t offset = place + utf8_offset(t->bytes + place, t->n - place, from % MONEY_PLACES);
	return offset < t->n && utf8_decode(t->bytes + offset, t->n - offset, &cp) ? cp : 0;
}

static size_t digits_at(const struct money_text *t, size_t at)
{
	size_t n = 0;
	while (is_digit(money_at(t, at + n)) &&
	       (n == 0 || t->f.from[at + n] <= t->f.from[at + n - 1] + 1))
		n++;
	return n;
}

/* Characters between a group of digits that ends at `at` and the next that belongs to it: 0 where the
 * next stands right here behind a space, 1 for a comma; -1 when there is none. A full-width comma
 * ends a clause, except among full-width digits. */
static int group_joint(const struct money_text *t, size_t at, size_t before)
{
	if (before > GROUP)
		return -1;
	if (money_at(t, at) != ',') {
		size_t next = digits_at(t, at);
		return next > 0 && next <= GROUP && t->f.from[at] == t->f.from[at - 1] + 2 ? 0 : -1;
	}
	if (digits_at(t, at + 1) != GROUP)
		return -1;
	return printed(t, at) == ',' || !is_digit(printed(t, at - 1)) ? 1 : -1;
}

/* 1,000.5: false for what is no number (1.2.3, too long). */
static bool arabic(struct walk *w)
{
	double value = 0, place = 1;
	size_t zeros = 0, digits = 0;
	for (int joint = 0; joint >= 0;) {
		w->at += (size_t)joint;
		size_t n = digits_at(w->t, w->at);
		for (size_t i = 0; i < n; i++, digits++) {
			uint32_t cp = money_at(w->t, w->at++);
			value = value * 10 + (cp - '0');
			zeros = cp == '0' ? zeros + 1 : 0;
		}
		joint = group_joint(w->t, w->at, n);
	}
	w->last = pow(10, (double)(zeros < digits ? zeros : 0));
	if (money_at(w->t, w->at) == '.' && is_digit(money_at(w->t, w->at + 1))) {
		w->at++;
		for (size_t n = digits_at(w->t, w->at); n > 0; n--, digits++)
			value += (money_at(w->t, w->at++) - '0') * (place /= 10);
		w->last = place;
	}
	w->digit = value;
	bool more = money_at(w->t, w->at) == '.' && is_digit(money_at(w->t, w->at + 1));
	while (more && (is_digit(money_at(w->t, w->at)) || money_at(w->t, w->at) == '.'))
		w->at++;
	return digits <= MOST_DIGITS && !more;
}

/* 五; 三五 (three to five); 二〇一八. */
static void chinese_digits(struct walk *w)
{
	size_t n = 0;
	bool zero = false;
	double value = 0;
	for (int digit; (digit = han_digit(money_at(w->t, w->at + n))) >= 0; n++) {
		zero = zero || digit == 0;
		value = value * 10 + digit;
	}
	if (n == 2 && !zero &&
	    han_digit(money_at(w->t, w->at)) < han_digit(money_at(w->t, w->at + 1))) {
		w->about = true;
		value = han_digit(money_at(w->t, w->at + w->high));
	}
	w->digit = value;
	w->last = 1;
	w->at += n;
}

static bool take_digits(struct walk *w)
{
	uint32_t cp = money_at(w->t, w->at);
	if (w->has_digit || (!is_digit(cp) && han_digit(cp) < 0))
		return false;
	if (!is_digit(cp))
		chinese_digits(w);
	else if (!arabic(w))
		return false;
	w->has_digit = w->any = true;
	return true;
}

static bool take_unit(struct walk *w)
{
	uint32_t cp = money_at(w->t, w->at);
	double unit = unit_of(cp);
	if (unit == 0)
		return false;
	if (is_multiple(cp)) {
		if (!w->any)
			return false;
		double whole = w->section + (w->has_digit ? w->digit : 0);
		w->total = unit > 1e4 || whole == 0 ? (w->total + whole) * unit
						    : w->total + whole * unit;
		w->section = 0;
		w->unit = unit;
	} else {
		if (!w->any && unit > 10 && !is_multiple(money_at(w->t, w->at + 1)))
			return false;
		w->section += (w->has_digit ? w->digit : 1) * unit;
	}
	w->last = is_multiple(cp) ? w->last * unit : unit;
	w->has_digit = false;
	w->any = true;
	w->at++;
	return true;
}

/* 一千多万, 200余万, 十几万; 数十万 and 几万 at the start. */
static bool take_vague(struct walk *w)
{
	uint32_t cp = money_at(w->t, w->at), next = money_at(w->t, w->at + 1);
	bool counts = unit_of(next) > 0;
	bool few = cp == U'几' || cp == U'数';
	if (!(few || cp == U'多' || cp == U'余' || cp == U'来') || (!counts && next != U'元'))
		return false;
	if (!w->any) {
		if (!few || !counts)
			return false;
		w->digit = w->high ? 10 : 1;
		w->last = 1;
		w->has_digit = w->any = true;
	} else if (w->high && w->has_digit) {
		w->digit += w->last;
	} else if (w->high && w->section > 0) {
		w->section += w->last;
	} else if (w->high) {
		w->total += w->last;
	}
	w->about = true;
	w->at++;
	return true;
}

static double walk(struct walk *w, size_t start)
{
	w->at = start;
	w->unit = w->last = 1;
	while (take_digits(w) || take_unit(w) || take_vague(w))
		;
	/* 1万5千: the 万 is not the unit of all. */
	if (w->section > 0 || w->has_digit)
		w->unit = 1;
	return w->total + w->section + (w->has_digit ? w->digit : 0);
}

/* 三元材料, 一元化, 二元结构. */
static bool is_yuan(const struct money_text *t, const struct numeral *m)
{
	static const char32_t *const others[] = { U"素", U"化", U"结构", U"材料", U"催化", U"锂",
						  U"件", U"器", U"体系", U"论",	  U"旦",   U"月",
						  U"宵", U"二", U"乳",	 U"复合", NULL };
	uint32_t cp = money_at(t, m->end);
	return cp == U'圆' ||
	       (cp == U'元' && (m->low >= 10 || !money_words(t, m->end + 1, others)));
}

bool money_numeral(const struct money_text *t, size_t at, struct numeral *out)
{
	*out = (struct numeral){ .start = at };
	uint32_t cp = money_at(t, at);
	if (!is_digit(cp) && han_digit(cp) < 0 && unit_of(cp) == 0 && cp != U'数' && cp != U'几')
		return false;
	struct walk low = { .t = t }, high = { .t = t, .high = true };
	out->low = walk(&low, at);
	out->end = low.at;
	if (!low.any || out->low > MONEY_MOST)
		return false;
	out->high = walk(&high, at);
	out->unit = low.unit;
	out->about = low.about;
	if (is_yuan(t, out)) {
		out->yuan = true;
		out->end++;
	}
	return true;
}
