#include "app/prompt.h"

#include <stdlib.h>
#include <string.h>
#include <wctype.h>

#include "app/key.h"
#include "base/columns.h"
#include "base/memory.h"
#include "base/utf8.h"

/* What ^W takes at once. */
enum word_class { WORD_BLANK, WORD_HAN, WORD_LETTERS, WORD_REST };

static enum word_class class_of(uint32_t cp)
{
	if (cp == ' ' || cp == 0x3000)
		return WORD_BLANK;
	if ((cp >= 0x3400 && cp <= 0x9FFF) || (cp >= 0xF900 && cp <= 0xFAFF) ||
	    (cp >= 0x20000 && cp <= 0x3FFFF) || (cp >= 0x3005 && cp <= 0x3007))
		return WORD_HAN;
	return iswalnum((wint_t)cp) ? WORD_LETTERS : WORD_REST;
}

/* Bytes before the character that ends at `at`; *cp gets its first code point, the others are its
 * marks. */
static size_t before(const struct prompt *p, size_t at, uint32_t *cp)
{
	const char *text = buffer_string(&p->text);
	*cp = 0;
	while (at > 0) {
		do
			at--;
		while (at > 0 && ((unsigned char)text[at] & 0xC0) == 0x80);
		utf8_next(text + at, cp);
		if (columns_of(*cp) > 0)
			break;
	}
	return at;
}

static size_t behind(const struct prompt *p, size_t at)
{
	const char *text = buffer_string(&p->text);
	uint32_t cp;
	at += utf8_next(text + at, &cp);
	for (;;) {
		size_t length = utf8_next(text + at, &cp);
		if (length == 0 || columns_of(cp) > 0)
			return at;
		at += length;
	}
}

static size_t before_word(const struct prompt *p)
{
	uint32_t cp;
	size_t at = p->caret, next = before(p, at, &cp);
	for (; at > 0 && class_of(cp) == WORD_BLANK; next = before(p, at, &cp))
		at = next;
	enum word_class class = class_of(cp);
	for (; at > 0 && class_of(cp) == class; next = before(p, at, &cp))
		at = next;
	return at;
}

/* Back to the text being typed: what was recalled has become it, or it is replaced. */
static void stop_recalling(struct prompt *p)
{
	free(p->typed);
	p->typed = NULL;
	p->recalled = p->history_count;
}

static enum prompt_result move(struct prompt *p, size_t caret)
{
	p->caret = caret;
	return PROMPT_MOVED;
}

/* Removes from `start` to `end`, in bytes; the caret goes to `start`. */
static enum prompt_result take_out(struct prompt *p, size_t start, size_t end)
{
	if (start == end)
		return PROMPT_MOVED;
	struct buffer *text = &p->text;
	memmove(text->bytes + start, text->bytes + end, text->n - end + 1);
	text->n -= end - start;
	p->caret = start;
	stop_recalling(p);
	return PROMPT_CHANGED;
}

static enum prompt_result put_in(struct prompt *p, uint32_t cp)
{
	char bytes[UTF8_MAX];
	size_t n = utf8_encode(cp, bytes), tail = p->text.n - p->caret;
	bool mark_alone = columns_of(cp) == 0 && p->caret == 0;
	if (columns_shown(cp) != cp || mark_alone || p->text.n + n > PROMPT_BYTES)
		return PROMPT_MOVED;
	buffer_add(&p->text, bytes, n);
	char *at = p->text.bytes + p->caret;
	memmove(at + n, at, tail);
	memcpy(at, bytes, n);
	p->caret += n;
	stop_recalling(p);
	return PROMPT_CHANGED;
}

/* The text only; the walk through the history stays where it is. */
static void show(struct prompt *p, const char *text)
{
	buffer_clear(&p->text);
	buffer_text(&p->text, text);
	p->caret = p->text.n;
}

static enum prompt_result recall_older(struct prompt *p)
{
	if (p->recalled == 0)
		return PROMPT_MOVED;
	if (p->recalled == p->history_count)
		p->typed = memory_copy(buffer_string(&p->text), p->text.n);
	show(p, p->history[--p->recalled]);
	return PROMPT_CHANGED;
}

static enum prompt_result recall_newer(struct prompt *p)
{
	if (p->recalled == p->history_count)
		return PROMPT_MOVED;
	if (++p->recalled < p->history_count) {
		show(p, p->history[p->recalled]);
	} else {
		show(p, p->typed);
		stop_recalling(p);
	}
	return PROMPT_CHANGED;
}

enum prompt_result prompt_key(struct prompt *p, uint32_t key)
{
	uint32_t cp;
	switch (key) {
	case K_BACKSPACE:
	case K_CTRL('H'):
		return take_out(p, before(p, p->caret, &cp), p->caret);
	case K_DELETE:
	case K_CTRL('D'):
		return take_out(p, p->caret, behind(p, p->caret));
	case K_CTRL('W'):
		return take_out(p, before_word(p), p->caret);
	case K_CTRL('U'):
		return take_out(p, 0, p->caret);
	case K_CTRL('K'):
		return take_out(p, p->caret, p->text.n);
	case K_LEFT:
	case K_CTRL('B'):
		return move(p, before(p, p->caret, &cp));
	case K_RIGHT:
	case K_CTRL('F'):
		return move(p, behind(p, p->caret));
	case K_HOME:
	case K_CTRL('A'):
		return move(p, 0);
	case K_END:
	case K_CTRL('E'):
		return move(p, p->text.n);
	case K_CTRL('P'):
		return recall_older(p);
	case K_CTRL('N'):
		return recall_newer(p);
	default:
		return key < ' ' || key >= K_FIRST_NAMED ? PROMPT_IGNORED : put_in(p, key);
	}
}

void prompt_set(struct prompt *p, const char *text)
{
	buffer_clear(&p->text);
	p->caret = 0;
	uint32_t cp;
	for (size_t n = utf8_next(text, &cp); n && p->text.n + n <= PROMPT_BYTES;
	     n = utf8_next(text, &cp)) {
		put_in(p, cp == '\t' || cp == '\n' ? ' ' : cp);
		text += n;
	}
	stop_recalling(p);
}

void prompt_remember(struct prompt *p)
{
	const char *text = buffer_string(&p->text);
	bool again = p->history_count && strcmp(p->history[p->history_count - 1], text) == 0;
	if (*text && !again) {
		p->history = memory_grow(p->history, &p->history_capacity, p->history_count + 1,
					 sizeof(*p->history));
		p->history[p->history_count++] = memory_copy(text, p->text.n);
	}
	stop_recalling(p);
}

int prompt_caret_columns(const struct prompt *p)
{
	return columns_text(buffer_string(&p->text), p->caret);
}

void prompt_done(struct prompt *p)
{
	for (size_t i = 0; i < p->history_count; i++)
		free(p->history[i]);
	free(p->history);
	free(p->typed);
	buffer_done(&p->text);
	*p = (struct prompt){ 0 };
}
