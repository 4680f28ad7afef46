#include "base/buffer.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

void buffer_add(struct buffer *b, const char *bytes, size_t n)
{
	b->bytes = memory_grow(b->bytes, &b->capacity, b->n + n + 1, 1);
	if (n)
		memcpy(b->bytes + b->n, bytes, n);
	b->n += n;
	b->bytes[b->n] = '\0';
}

void buffer_text(struct buffer *b, const char *text)
{
	buffer_add(b, text, strlen(text));
}

void buffer_char(struct buffer *b, char c)
{
	buffer_add(b, &c, 1);
}

void buffer_repeat(struct buffer *b, char c, int times)
{
	for (int i = 0; i < times; i++)
		buffer_char(b, c);
}

void buffer_print(struct buffer *b, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	va_list again;
	va_copy(again, args);
	int n = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (n > 0) {
		b->bytes = memory_grow(b->bytes, &b->capacity, b->n + (size_t)n + 1, 1);
		vsnprintf(b->bytes + b->n, (size_t)n + 1, format, again);
		b->n += (size_t)n;
	}
	va_end(again);
}

const char *buffer_string(const struct buffer *b)
{
	return b->bytes ? b->bytes : "";
}

void buffer_clear(struct buffer *b)
{
	b->n = 0;
	if (b->bytes)
		b->bytes[0] = '\0';
}

void buffer_done(struct buffer *b)
{
	free(b->bytes);
	*b = (struct buffer){ 0 };
}
