#include <errno.h>
#include <poll.h>
#include <sys/ioctl.h>

#include "term/internal.h"
#include "term/signals.h"

/* clang-format off */
static const struct { int code; uint32_t key; } named[] = {
	{ KEY_UP, K_UP },               { KEY_DOWN, K_DOWN },           { KEY_LEFT, K_LEFT },
	{ KEY_RIGHT, K_RIGHT },         { KEY_HOME, K_HOME },           { KEY_END, K_END },
	{ KEY_PPAGE, K_PAGE_UP },       { KEY_NPAGE, K_PAGE_DOWN },     { KEY_FIND, K_HOME },
	{ KEY_SELECT, K_END },          { KEY_A1, K_HOME },             { KEY_A3, K_PAGE_UP },
	{ KEY_C1, K_END },              { KEY_C3, K_PAGE_DOWN },        { KEY_DC, K_DELETE },
	{ KEY_IC, K_INSERT },           { KEY_BTAB, K_SHIFT_TAB },      { KEY_ENTER, K_ENTER },
	{ KEY_BACKSPACE, K_BACKSPACE }, { KEY_F(1), K_F1 },             { KEY_F(2), K_F2 },
	{ KEY_F(3), K_F3 },             { KEY_F(4), K_F4 },             { KEY_F(5), K_F5 },
	{ KEY_F(6), K_F6 },             { KEY_F(7), K_F7 },             { KEY_F(8), K_F8 },
	{ KEY_F(9), K_F9 },             { KEY_F(10), K_F10 },           { KEY_F(11), K_F11 },
	{ KEY_F(12), K_F12 },           { KEY_F(16), K_SHIFT_F4 },
	{ KEY_F(18), K_SHIFT_F6 },
};
/* clang-format on */

/* A terminal that can be read but holds nothing has ended. A few such readings may be another
 * reader's doing. */
enum { EMPTY_READS = 10 };

/* ms without a byte after which a paste whose end was lost is over: no key would work any more. */
enum { PASTE_PATIENCE = 1000 };

static uint32_t key_of(int code)
{
	for (size_t i = 0; i < sizeof(named) / sizeof(named[0]); i++)
		if (named[i].code == code)
			return named[i].key;
	return K_UNKNOWN;
}

/* Bytes are read one by one and made into characters by our decoder: get_wch() swallows every
 * key after one byte that is not UTF-8, until a function key comes or its buffer is full. */
static bool next(struct term *t, uint32_t *key)
{
	for (;;) {
		if (decode_next(&t->decoder, key))
			return true;
		if (t->named) {
			*key = t->named;
			t->named = 0;
			return true;
		}
		int code = getch();

		if (code == ERR) {
			if (decode_patience(&t->decoder) != 0)
				return false;
			decode_flush(&t->decoder);
		} else if (code >= 0 && code <= 0xFF) {
			decode_byte(&t->decoder, (unsigned char)code);
		} else if (code != KEY_RESIZE) {
			decode_flush(&t->decoder);
			t->named = key_of(code);
		}
	}
}

bool keys_next(struct term *t, uint32_t *key)
{
	if (!next(t, key))
		return false;
	if (*key == K_PASTE_BEGIN || *key == K_PASTE_END)
		t->pasting = *key == K_PASTE_BEGIN;
	return true;
}

static bool has_ended(struct term *t)
{
	return t->gone || signals_ending();
}

/* What signals brought; true with the event. */
static bool news(struct term *t, enum term_event *event)
{
	signals_let_in();
	if (has_ended(t)) {
		*event = TERM_ENDED;
		return true;
	}
	if (signals_stopping()) {
		term_suspend(t);
		*event = has_ended(t) ? TERM_ENDED : TERM_RESIZED;
		return true;
	}
	if (signals_continued()) {
		term_return(t);
		*event = TERM_RESIZED;
		return true;
	}
	if (signals_resized()) {
		term_fit(t);
		*event = TERM_RESIZED;
		return true;
	}
	return false;
}

/* True when what is watched can be read. */
static bool wait_for_more(struct term *t)
{
	bool watched;
	int patience = decode_patience(&t->decoder);
	bool paste = patience < 0 && t->pasting;
	if (paste)
		patience = PASTE_PATIENCE;
	int events = signals_wait(t->in, t->watched, patience, &watched);
	int bytes = 0;

	if (events == 0 && !watched && paste)
		t->named = K_PASTE_END;
	else if (events == 0 && !watched)
		decode_flush(&t->decoder);
	if (events <= 0)
		return watched;
	if (events & (POLLHUP | POLLERR | POLLNVAL))
		t->gone = true;
	else if (ioctl(t->in, FIONREAD, &bytes) != 0 || bytes > 0)
		t->empty_reads = 0;
	else if (++t->empty_reads > EMPTY_READS)
		t->gone = true;
	return false; /* keys come first */
}

enum term_event term_key(struct term *t, uint32_t *key)
{
	enum term_event event;

	for (;;) {
		if (news(t, &event))
			return event;
		if (t->has_ahead) {
			t->has_ahead = false;
			*key = t->ahead;
			return TERM_KEY;
		}
		if (keys_next(t, key))
			return TERM_KEY;
		if (wait_for_more(t))
			return TERM_WATCHED;
	}
}

void term_watch(struct term *t, int fd)
{
	t->watched = fd;
}

bool term_key_ready(struct term *t)
{
	if (!t->has_ahead && !t->away)
		t->has_ahead = keys_next(t, &t->ahead);
	return t->has_ahead;
}

int term_signal(const struct term *t)
{
	(void)t;
	return signals_ending();
}
