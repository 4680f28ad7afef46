#include "term/clip.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "term/internal.h"

static void add_base64(struct buffer *out, const unsigned char *bytes, size_t n)
{
	static const char digits[] =
		"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

	for (size_t i = 0; i < n; i += 3) {
		uint32_t three = (uint32_t)bytes[i] << 16;

		if (i + 1 < n)
			three |= (uint32_t)bytes[i + 1] << 8;
		if (i + 2 < n)
			three |= bytes[i + 2];
		buffer_char(out, digits[three >> 18]);
		buffer_char(out, digits[three >> 12 & 63]);
		buffer_char(out, i + 1 < n ? digits[three >> 6 & 63] : '=');
		buffer_char(out, i + 2 < n ? digits[three & 63] : '=');
	}
}

static void add_without_controls(struct buffer *out, const char *text)
{
	size_t n = strlen(text);

	for (size_t i = 0; i < n;) {
		uint32_t cp;
		size_t length = utf8_decode(text + i, n - i, &cp);

		if (cp == '\t' || cp == '\n' || (cp >= ' ' && cp < 0x7F) || cp >= 0xA0)
			buffer_add(out, text + i, length);
		i += length;
	}
}

static void wrap(const struct buffer *sequence, enum clip_way way, struct buffer *out)
{
	if (way != CLIP_SCREEN)
		buffer_add(out, sequence->bytes, sequence->n);
	if (way == CLIP_TMUX) {
		/* The only ESC of the sequence is its first byte; tmux wants it twice. */
		buffer_text(out, "\033Ptmux;\033");
		buffer_add(out, sequence->bytes, sequence->n);
		buffer_text(out, "\033\\");
	}
	for (size_t i = 0; way == CLIP_SCREEN && i < sequence->n; i += CLIP_CHUNK) {
		size_t left = sequence->n - i;

		buffer_text(out, "\033P");
		buffer_add(out, sequence->bytes + i, left < CLIP_CHUNK ? left : CLIP_CHUNK);
		buffer_text(out, "\033\\");
	}
}

bool clip_sequence(const char *text, enum clip_way way, struct buffer *out)
{
	struct buffer clean = { 0 };
	struct buffer sequence = { 0 };

	add_without_controls(&clean, text);
	bool fits = clean.n <= CLIP_BYTES;

	if (fits) {
		buffer_text(&sequence, "\033]52;c;");
		add_base64(&sequence, (const unsigned char *)clean.bytes, clean.n);
		buffer_char(&sequence, '\a');
		wrap(&sequence, way, out);
	}
	buffer_done(&sequence);
	buffer_done(&clean);
	return fits;
}

enum clip_way clip_way(const char *tmux, const char *sty, const char *term)
{
	if (tmux && *tmux)
		return CLIP_TMUX;
	return sty && *sty && term && strncmp(term, "screen", 6) == 0 ? CLIP_SCREEN : CLIP_PLAIN;
}

bool term_copy(struct term *t, const char *text)
{
	struct buffer bytes = { 0 };
	bool sent = clip_sequence(text, clip_way(getenv("TMUX"), getenv("STY"), getenv("TERM")),
				  &bytes) &&
		    !t->away && term_write(t, bytes.bytes, bytes.n);

	buffer_done(&bytes);
	return sent;
}
