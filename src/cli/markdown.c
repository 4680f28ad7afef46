#include "cli/markdown.h"

#include <stdbool.h>
#include <string.h>
#include <wctype.h>

#include "base/columns.h"
#include "base/utf8.h"
#include "cli/words.h"

/* Whether the character can be markup where it stands. Those of the last group are markup only
 * in company, or at the beginning; escaping them everywhere would make document numbers
 * unreadable. */
static bool is_markup(const char *text, size_t at, size_t n)
{
	char c = text[at];
	if (strchr("\\`*_{}[]<>#|~^$&!\"'", c))
		return true;
	if (c == '@') /* a citation, a mention */
		return true;
	if (strchr("+-=:%", c))
		return at == 0 || at + 1 == n || text[at - 1] == c || text[at + 1] == c;
	if (c == '.' || c == ')') {
		size_t digits = at;
		while (digits > 0 && text[digits - 1] >= '0' && text[digits - 1] <= '9')
			digits--;
		return digits == 0 || text[at - 1] == c || (at + 1 < n && text[at + 1] == c);
	}
	return false;
}

static void add_character(struct buffer *out, const char *text, size_t at, size_t bytes, size_t n)
{
	unsigned char c = (unsigned char)text[at];
	if (c == '\n') {
		buffer_text(out, "<br>");
		return;
	}
	if (c > ' ' && c < 0x7F && is_markup(text, at, n))
		buffer_char(out, '\\');
	columns_add_safe(out, text + at, bytes);
}

/* "**" opens and closes only where it does not stand between a letter outside and a punctuation
 * mark inside, and Chinese text puts no spaces there. A letter written as a character reference
 * ends in ";" and begins with "&", which is punctuation too. */
static void add_beside_mark(struct buffer *out, const char *text, size_t at, size_t bytes, size_t n,
			    uint32_t outside, uint32_t inside)
{
	if (iswalnum((wint_t)outside) && !iswalnum((wint_t)inside))
		buffer_print(out, "&#%u;", (unsigned)outside);
	else
		add_character(out, text, at, bytes, n);
}

struct position {
	const char *text;
	size_t n;	   /* bytes */
	size_t at;	   /* byte */
	size_t cp;	   /* code point */
	uint32_t previous; /* character, or 0 */
};

/* One character; `before` and `after`: a mark begins behind it, or has ended before it. Returns
 * its bytes. */
static size_t add_one(struct buffer *out, const struct position *p, bool before, bool after)
{
	uint32_t here, next = 0;
	size_t bytes = utf8_decode(p->text + p->at, p->n - p->at, &here);
	if (p->at + bytes < p->n)
		utf8_decode(p->text + p->at + bytes, p->n - p->at - bytes, &next);
	if (before && !iswalnum((wint_t)next))
		add_beside_mark(out, p->text, p->at, bytes, p->n, here, next);
	else if (after)
		add_beside_mark(out, p->text, p->at, bytes, p->n, here, p->previous);
	else
		add_character(out, p->text, p->at, bytes, p->n);
	return bytes;
}

void markdown_marked(struct buffer *out, const char *text, const struct spans *marks)
{
	struct position p = { text, strlen(text), 0, 0, 0 };
	size_t mark = 0;
	while (p.at < p.n) {
		const struct span *s = marks && mark < marks->count ? &marks->all[mark] : NULL;
		size_t address = words_address(text + p.at);
		if (address && (!s || p.cp + address <= s->start)) {
			buffer_char(out, '<');
			buffer_add(out, text + p.at, address);
			buffer_char(out, '>');
			p.at += address;
			p.cp += address;
			p.previous = '>';
			continue;
		}
		if (s && p.cp == s->start)
			buffer_text(out, "**");
		bool after = mark > 0 && p.cp == marks->all[mark - 1].end;
		size_t bytes = add_one(out, &p, s && p.cp + 1 == s->start, after);
		utf8_decode(text + p.at, bytes, &p.previous);
		p.at += bytes;
		p.cp++;
		if (s && p.cp == s->end) {
			buffer_text(out, "**");
			mark++;
		}
	}
}

void markdown_text(struct buffer *out, const char *text)
{
	markdown_marked(out, text, NULL);
}
