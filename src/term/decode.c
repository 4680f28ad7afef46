#include "term/decode.h"

#include <assert.h>
#include <string.h>

#include "base/utf8.h"

enum { ESC = 0x1B };

/* What common terminals send after ESC. ncurses names the keys of the terminal that TERM says;
 * these are for the terminal that it really is. */
/* clang-format off */
static const struct { const char *bytes; uint32_t key; } sequences[] = {
	{ "[A", K_UP },         { "OA", K_UP },         { "[B", K_DOWN },       { "OB", K_DOWN },
	{ "[C", K_RIGHT },      { "OC", K_RIGHT },      { "[D", K_LEFT },       { "OD", K_LEFT },
	{ "[H", K_HOME },       { "OH", K_HOME },       { "[F", K_END },        { "OF", K_END },
	{ "[1~", K_HOME },      { "[7~", K_HOME },      { "[4~", K_END },       { "[8~", K_END },
	{ "[2~", K_INSERT },    { "[3~", K_DELETE },    { "[5~", K_PAGE_UP },
	{ "[6~", K_PAGE_DOWN }, { "[Z", K_SHIFT_TAB },  { "OM", K_ENTER },
	{ "[1;2S", K_SHIFT_F4 }, { "[17;2~", K_SHIFT_F6 }, { "OP", K_F1 },
	{ "OQ", K_F2 },         { "OR", K_F3 },         { "OS", K_F4 },         { "[11~", K_F1 },
	{ "[12~", K_F2 },       { "[13~", K_F3 },       { "[14~", K_F4 },       { "[[A", K_F1 },
	{ "[[B", K_F2 },        { "[[C", K_F3 },        { "[[D", K_F4 },        { "[[E", K_F5 },
	{ "[15~", K_F5 },       { "[17~", K_F6 },       { "[18~", K_F7 },       { "[19~", K_F8 },
	{ "[20~", K_F9 },       { "[21~", K_F10 },      { "[23~", K_F11 },      { "[24~", K_F12 },
	{ "[200~", K_PASTE_BEGIN }, { "[201~", K_PASTE_END },
};
/* clang-format on */

void decode_byte(struct decoder *d, unsigned char byte)
{
	assert(d->n < DECODE_BYTES);
	d->bytes[d->n++] = byte;
	d->final = false;
}

static bool drop(struct decoder *d, size_t n)
{
	d->n -= n;
	memmove(d->bytes, d->bytes + n, d->n);
	return true;
}

/* Bytes of the sequence at the start, ESC counted; 0 when there is none, and DECODE_BYTES + 1
 * when it is not complete. */
static size_t sequence_length(const struct decoder *d)
{
	const size_t incomplete = DECODE_BYTES + 1;

	if (d->n < 2)
		return incomplete;
	if (d->bytes[1] != '[' && d->bytes[1] != 'O')
		return 0;
	/* ESC O and the Linux console's ESC [ [ are followed by one letter. */
	size_t i = d->n > 2 && d->bytes[1] == '[' && d->bytes[2] == '[' ? 3 : 2;

	if (d->bytes[1] == '[' && i == 2)
		while (i < d->n && d->bytes[i] >= 0x20 && d->bytes[i] <= 0x3F)
			i++;
	if (i == d->n)
		return d->n == DECODE_BYTES ? d->n : incomplete;
	return d->bytes[i] >= 0x40 && d->bytes[i] <= 0x7E ? i + 1 : 0;
}

static uint32_t sequence_key(const unsigned char *bytes, size_t n)
{
	for (size_t i = 0; i < sizeof(sequences) / sizeof(sequences[0]); i++)
		if (strlen(sequences[i].bytes) == n && memcmp(sequences[i].bytes, bytes, n) == 0)
			return sequences[i].key;
	return K_UNKNOWN;
}

static bool next_escape(struct decoder *d, uint32_t *key)
{
	size_t length = sequence_length(d);

	if (length > DECODE_BYTES && !d->final)
		return false;
	if (length == 0 || length > DECODE_BYTES) {
		*key = K_ESCAPE;
		return drop(d, 1);
	}
	*key = sequence_key(d->bytes + 1, length - 1);
	return drop(d, length);
}

static uint32_t plain_key(uint32_t cp)
{
	if (cp == '\n')
		return K_ENTER;
	return cp >= 0x80 && cp < 0xA0 ? K_UNKNOWN : cp;
}

bool decode_next(struct decoder *d, uint32_t *key)
{
	if (d->n == 0)
		return false;
	if (d->bytes[0] == ESC)
		return next_escape(d, key);

	size_t promised = utf8_promised(d->bytes[0]);
	size_t have = 1;
	uint32_t cp;

	while (have < promised && have < d->n && (d->bytes[have] & 0xC0) == 0x80)
		have++;
	if (have < promised && have == d->n && !d->final)
		return false;
	size_t length = utf8_decode((const char *)d->bytes, d->n, &cp);

	/* A byte that is no character decodes to U+FFFD of one byte; a typed U+FFFD has three. */
	*key = length == 1 && cp == UTF8_REPLACEMENT ? K_INVALID : plain_key(cp);
	return drop(d, length);
}

void decode_flush(struct decoder *d)
{
	d->final = d->n > 0;
}

int decode_patience(const struct decoder *d)
{
	if (d->n == 0)
		return -1;
	return d->n == 1 && d->bytes[0] == ESC ? 0 : DECODE_WAIT_MS;
}
