/* Bytes from the terminal -> keys. Knows no terminal and no clock, so that it can be tested
 * without them.
 *
 * Always: an invalid byte gives K_INVALID and swallows nothing that follows; an escape sequence
 * is one key, K_UNKNOWN when it has no name, and never leaves its letters behind as commands. A
 * zeroed struct is a decoder without bytes.
 *
 * *	decode_byte(&d, byte); *	while (decode_next(&d, &key)) *		…
 * */
#ifndef TERM_DECODE_H
#define TERM_DECODE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "app/key.h"

enum { DECODE_BYTES = 32, DECODE_WAIT_MS = 50 };

struct decoder {
	unsigned char bytes[DECODE_BYTES]; /* not yet made into keys */
	size_t n;
	bool final; /* no byte that would complete them comes any more */
};

/* Takes one byte. Between two of them decode_next() must have been called until it was false. */
void decode_byte(struct decoder *d, unsigned char byte);

/* Gives the first key that is complete; false when there is none (yet). */
bool decode_next(struct decoder *d, uint32_t *key);

/* The bytes that wait for more are now keys as they stand: a lone ESC is K_ESCAPE, half a
 * character K_INVALID. */
void decode_flush(struct decoder *d);

/* Milliseconds to wait for more before decode_flush(); 0 for a lone ESC, because ncurses has
 * waited for its sequence already; -1 when nothing waits. */
int decode_patience(const struct decoder *d);

#endif
