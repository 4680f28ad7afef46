/* UTF-8 (RFC 3629): the only place where bytes become code points.
 * Bytes are size_t, code points uint32_t; a count of code points is size_t and called a position. */
#ifndef BASE_UTF8_H
#define BASE_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { UTF8_MAX = 4 }; /* bytes of the longest character */
#define UTF8_REPLACEMENT 0xFFFDu

/* Decodes the character at `text`, at most `n` > 0 bytes, into *cp; returns its bytes. A byte that begins no valid
 * character (overlong, surrogate, beyond 10FFFF, cut short) gives U+FFFD and 1: there is always progress. */
size_t utf8_decode(const char *text, size_t n, uint32_t *cp);

/* As above for a NUL-terminated text, 0 at its end. */
size_t utf8_next(const char *text, uint32_t *cp);

/* Writes cp into out and returns its bytes (1 to 4); what is no scalar value is written as U+FFFD. Adds no NUL. */
size_t utf8_encode(uint32_t cp, char out[UTF8_MAX]);

/* Bytes that are valid from the start: n when all are. */
size_t utf8_valid(const char *text, size_t n);

/* The largest length <= n that does not split a character. */
size_t utf8_cut(const char *text, size_t n);

/* Code points in the first n bytes. */
size_t utf8_count(const char *text, size_t n);

/* Bytes before the code point at `position`; n when there are fewer. */
size_t utf8_offset(const char *text, size_t n, size_t position);

/* Bytes that the lead byte promises: 1 to 4, or 0 when no character begins with it. */
size_t utf8_promised(unsigned char lead);

#endif
