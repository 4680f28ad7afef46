/* Growing bytes: what a command prints, a line being built. Always NUL-terminated once anything was added.
 * A zeroed struct is an empty buffer; the buffer owns `bytes`. */
#ifndef BASE_BUFFER_H
#define BASE_BUFFER_H

#include <stddef.h>

struct buffer {
	char *bytes; /* NULL while nothing was ever added */
	size_t n;    /* bytes, the NUL not counted */
	size_t capacity;
};

void buffer_add(struct buffer *b, const char *bytes, size_t n);
void buffer_text(struct buffer *b, const char *text);
void buffer_char(struct buffer *b, char c);
void buffer_repeat(struct buffer *b, char c, int times); /* nothing when times < 1 */
void buffer_print(struct buffer *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
const char *buffer_string(const struct buffer *b); /* "" when empty; valid until the next change */
void buffer_clear(struct buffer *b);		   /* keeps the memory */
void buffer_done(struct buffer *b);

#endif
