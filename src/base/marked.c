#include "base/marked.h"

#include <string.h>

#include "base/utf8.h"

void marked_add(struct buffer *out, const char *text, const struct spans *spans, const char *open,
		const char *close, struct spans *moved)
{
	size_t n = strlen(text), done = 0, shift = 0;
	size_t both = utf8_count(open, strlen(open)) + utf8_count(close, strlen(close));
	if (moved)
		spans_clear(moved);
	for (size_t i = 0; i < spans->count; i++) {
		const struct span *s = &spans->all[i];
		size_t start = utf8_offset(text, n, s->start), end = utf8_offset(text, n, s->end);
		buffer_add(out, text + done, start - done);
		buffer_text(out, open);
		buffer_add(out, text + start, end - start);
		buffer_text(out, close);
		if (moved)
			spans_add(moved, s->start + shift, s->end + shift + both);
		shift += both;
		done = end;
	}
	buffer_add(out, text + done, n - done);
}
