#include "base/breaks.h"

#include <linebreak.h>
#include <stdlib.h>
#include <string.h>
#include <uchar.h>

#include "base/columns.h"
#include "base/memory.h"
#include "base/utf8.h"

enum {
	IDEOGRAPHIC_SPACE = 0x3000,
	NO_BREAK_SPACE = 0xA0,
	GETA = 0x3013,
	APOSTROPHE = 0x2019
};

/* GB/T 15834-2011 §5.1, with the ASCII and half-width forms. */
static const char32_t not_at_start[] =
	U"!),.:;?]}·‧’”、。〃〉》」』】〕〗〙〛〞〟・！），．：；？］｝～｡｣､";
static const char32_t not_at_end[] = U"([{‘“〈《「『【〔〖〘〚〝（［｛｢";

static const char32_t magnitudes[] = U"十百千万亿余多";
static const char32_t counters[] =
	U"元角分年月日天周季时度号项个条款章页家次件种类名人位户批届期级倍份台套亩吨米省市县区";
static const char32_t signs[] = U"%％‰℃";
static const char32_t range_signs[] = U"-–—~～至到";
static const char32_t year_openers[] = U"〔[【［(（";
static const char32_t year_closers[] = U"〕]】］)）";
static const char32_t link_breakers[] = U"/?&=-.";

static bool one_of(const char32_t *set, uint32_t cp)
{
	while (*set && *set != cp)
		set++;
	return *set != 0;
}

static bool is_letter(uint32_t cp)
{
	return (cp >= 'A' && cp <= 'Z') || (cp >= 'a' && cp <= 'z');
}

static bool is_digit(uint32_t cp)
{
	return (cp >= '0' && cp <= '9') || (cp >= U'０' && cp <= U'９');
}

static bool is_alnum(uint32_t cp)
{
	return is_letter(cp) || is_digit(cp);
}

/* Letters and the common Han characters are most of any text; they need no look into the sets. */
static bool is_punctuation(uint32_t cp)
{
	return !(is_letter(cp) || (cp >= 0x3400 && cp <= 0xFF00));
}

static bool is_flag_half(uint32_t cp)
{
	return cp >= 0x1F1E6 && cp <= 0x1F1FF;
}

bool breaks_blank(uint32_t cp)
{
	return cp == ' ' || cp == IDEOGRAPHIC_SPACE;
}

static uint32_t at(const struct breaks *b, size_t i)
{
	return i < b->count ? b->cps[i] : 0;
}

static void decode(struct breaks *b, const char *text, size_t n)
{
	b->cps = memory_resize(NULL, n * sizeof(*b->cps));
	for (size_t byte = 0; byte < n;) {
		uint32_t cp;
		byte += utf8_decode(text + byte, n - byte, &cp);
		uint32_t before = b->count ? b->cps[b->count - 1] : 0;
		/* A blank that bears a mark is no blank. */
		if (breaks_blank(before) && columns_of(cp) == 0)
			b->cps[b->count - 1] = before == ' ' ? NO_BREAK_SPACE : GETA;
		/* CR LF: the CR goes as a blank at the line's end. */
		bool line_end = cp == '\r' && byte < n && text[byte] == '\n';
		b->cps[b->count++] = cp == '\n' ? cp : line_end ? ' ' : columns_shown(cp);
	}
}

static void ask_library(struct breaks *b)
{
	init_linebreak();
	for (size_t i = 0; i < b->count;) {
		size_t end = i;
		while (end < b->count && !is_flag_half(b->cps[end]))
			end++;
		set_linebreaks_utf32(b->cps + i, end - i, "zh", (char *)b->grades + i);
		for (i = end; i < b->count && is_flag_half(b->cps[i]); i++)
			b->grades[i] = (i - end) % 2 ? LINEBREAK_ALLOWBREAK : LINEBREAK_NOBREAK;
	}
}

/* Where the library and we differ on the break between `a` and `c`, the code points behind and
 * before it: a Chinese opening needs no space before it (2018|《…), an apostrophe is no closing
 * quotation mark, GB/T and GB 2312 are names. */
static enum break_grade amended(const struct breaks *b, size_t i, enum break_grade grade)
{
	uint32_t a = b->cps[i], c = at(b, i + 1), before = i ? b->cps[i - 1] : 0;
	if (is_alnum(a) && c > 0x7F && one_of(not_at_end, c))
		return BREAK_FREE;
	if (a == APOSTROPHE && is_letter(before) && is_letter(c))
		return BREAK_INSIDE;
	if (grade != BREAK_FREE)
		return grade;
	if (a == '/' && is_alnum(before) && is_alnum(c))
		return BREAK_LOOSE;
	if (a == ' ' && before >= 'A' && before <= 'Z' && is_digit(c))
		return BREAK_LOOSE;
	return grade;
}

static void grade_all(struct breaks *b)
{
	uint32_t visible = 0; /* the last code point that is no blank */
	for (size_t i = 0; i < b->count; i++) {
		uint32_t cp = b->cps[i], next = at(b, i + 1);
		/* A break that must be is a newline's, which wrap.c sees, or a piece's end. */
		bool possible =
			b->grades[i] == LINEBREAK_ALLOWBREAK || b->grades[i] == LINEBREAK_MUSTBREAK;
		if (!breaks_blank(cp))
			visible = columns_of(cp) == 0 ? visible : cp;
		if (breaks_blank(next) || columns_of(next) == 0)
			b->grades[i] = BREAK_NEVER;
		else if ((is_punctuation(visible) && one_of(not_at_end, visible)) ||
			 (is_punctuation(next) && one_of(not_at_start, next)))
			b->grades[i] = BREAK_LAST;
		else
			b->grades[i] =
				(unsigned char)amended(b, i, possible ? BREAK_FREE : BREAK_INSIDE);
	}
}

/* The matchers below return the end of what begins at i, or i when it is something else. */

static size_t match_number(const struct breaks *b, size_t i)
{
	while (is_digit(at(b, i))) {
		i++;
		bool goes_on = at(b, i) == '.' || at(b, i) == ',' || at(b, i) == U'．';
		if (goes_on && is_digit(at(b, i + 1)))
			i++;
	}
	return i;
}

static size_t match_unit(const struct breaks *b, size_t i)
{
	size_t end = at(b, i) == ' ' ? i + 1 : i, start = end;
	while (one_of(magnitudes, at(b, end)))
		end++;
	if (one_of(signs, at(b, end)))
		return end + 1;
	for (int most = 2; most > 0 && one_of(counters, at(b, end)); most--) /* 个月, 人次, 年度 */
		end++;
	return end > start ? end : i;
}

/* A number with its unit, and what is joined to it: 3-5个, 10%—20%, 1月1日. One space may stand
 * before a unit. */
static size_t match_amount(const struct breaks *b, size_t i)
{
	size_t end = match_number(b, i);
	while (end > i) {
		size_t unit_end = match_unit(b, end);
		uint32_t last = at(b, unit_end - 1);
		bool month = last == U'月' && unit_end > end;
		bool range = one_of(range_signs, at(b, unit_end)) && !one_of(counters, last);
		end = unit_end;
		size_t next = end + (range || (month && at(b, end) == ' '));
		if (!(range || month) || match_number(b, next) == next)
			break;
		end = match_number(b, next);
	}
	return end;
}

/* 〔2018〕46号 */
static size_t match_document_number(const struct breaks *b, size_t i)
{
	if (!one_of(year_openers, at(b, i)))
		return i;
	size_t closer = match_number(b, i + 1);
	if (closer != i + 5 || !one_of(year_closers, at(b, closer)))
		return i;
	size_t number = closer + 1 + (at(b, closer + 1) == U'第');
	size_t end = match_amount(b, number);
	return end > number ? end : i;
}

static bool is_link_character(uint32_t cp)
{
	return cp > ' ' && cp < 0x7F && !one_of(U"\"<>\\^`{|}", cp);
}

static size_t match_link(const struct breaks *b, size_t i)
{
	static const char scheme[] = "http";
	size_t end = i;
	for (const char *c = scheme; *c; c++, end++)
		if ((at(b, end) | 0x20) != (uint32_t)*c)
			return i;
	if ((at(b, end) | 0x20) == 's')
		end++;
	if (at(b, end) != ':' || at(b, end + 1) != '/' || at(b, end + 2) != '/')
		return i;
	while (is_link_character(at(b, end)))
		end++;
	return end;
}

static void keep_together(struct breaks *b, size_t start, size_t end)
{
	for (size_t i = start; i + 1 < end; i++)
		if (b->grades[i] == BREAK_FREE)
			b->grades[i] = BREAK_LOOSE;
}

static void break_link(struct breaks *b, size_t start, size_t end)
{
	for (size_t i = start; i + 1 < end; i++) {
		bool behind =
			one_of(link_breakers, b->cps[i]) && !one_of(link_breakers, b->cps[i + 1]);
		if (b->grades[i] >= BREAK_INSIDE)
			b->grades[i] = behind ? BREAK_FREE : BREAK_INSIDE;
	}
}

static void keep_all_together(struct breaks *b)
{
	for (size_t i = 0; i < b->count;) {
		size_t end = match_link(b, i);
		if (end > i) {
			break_link(b, i, end);
		} else {
			end = match_document_number(b, i);
			if (end == i)
				end = match_amount(b, i);
			keep_together(b, i, end);
		}
		i = end > i ? end : i + 1;
	}
}

struct breaks breaks_find(const char *text, size_t n)
{
	struct breaks b = { 0 };
	decode(&b, text, n);
	b.grades = memory_new(b.count);
	ask_library(&b);
	grade_all(&b);
	keep_all_together(&b);
	return b;
}

void breaks_done(struct breaks *b)
{
	free(b->cps);
	free(b->grades);
	*b = (struct breaks){ 0 };
}
