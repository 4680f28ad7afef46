#include "base/utf8.h"

#include <string.h>

size_t utf8_promised(unsigned char lead)
{
	if (lead < 0x80)
		return 1;
	if (lead >= 0xC2 && lead <= 0xDF)
		return 2;
	if (lead >= 0xE0 && lead <= 0xEF)
		return 3;
	if (lead >= 0xF0 && lead <= 0xF4)
		return 4;
	return 0;
}

static size_t invalid(uint32_t *cp)
{
	*cp = UTF8_REPLACEMENT;
	return 1;
}

/* Returns 0 instead of replacing. */
static size_t decode_strict(const char *text, size_t n, uint32_t *cp)
{
	const unsigned char *s = (const unsigned char *)text;
	static const uint32_t least[] = { 0, 0, 0x80, 0x800, 0x10000 };
	static const unsigned char lead_bits[] = { 0, 0x7F, 0x1F, 0x0F, 0x07 };
	size_t length = utf8_promised(s[0]);
	if (length == 0 || length > n)
		return 0;
	uint32_t value = s[0] & lead_bits[length];
	for (size_t i = 1; i < length; i++) {
		if ((s[i] & 0xC0) != 0x80)
			return 0;
		value = value << 6 | (s[i] & 0x3F);
	}
	if (value < least[length] || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
		return 0;
	*cp = value;
	return length;
}

size_t utf8_decode(const char *text, size_t n, uint32_t *cp)
{
	size_t length = decode_strict(text, n, cp);
	return length ? length : invalid(cp);
}

size_t utf8_next(const char *text, uint32_t *cp)
{
	if (!*text)
		return 0;
	return utf8_decode(text, strnlen(text, UTF8_MAX), cp);
}

size_t utf8_encode(uint32_t cp, char out[UTF8_MAX])
{
	if (cp > 0x10FFFF || (cp >= 0xD800 && cp <= 0xDFFF))
		cp = UTF8_REPLACEMENT;
	if (cp < 0x80) {
		out[0] = (char)cp;
		return 1;
	}
	size_t length = cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
	static const unsigned char lead[] = { 0, 0, 0xC0, 0xE0, 0xF0 };
	for (size_t i = length - 1; i > 0; i--) {
		out[i] = (char)(0x80 | (cp & 0x3F));
		cp >>= 6;
	}
	out[0] = (char)(lead[length] | cp);
	return length;
}

/* Eight bytes of ASCII. */
static bool is_ascii8(const char *text)
{
	uint64_t word;
	memcpy(&word, text, sizeof(word));
	return !(word & UINT64_C(0x8080808080808080));
}

/* Three bytes with a lead that can be neither overlong (E0) nor a surrogate (ED): the bulk of Chinese. */
static bool is_usual_han(const char *text)
{
	const unsigned char *s = (const unsigned char *)text;
	return s[0] >= 0xE1 && s[0] <= 0xEF && s[0] != 0xED && (s[1] & 0xC0) == 0x80 && (s[2] & 0xC0) == 0x80;
}

size_t utf8_valid(const char *text, size_t n)
{
	size_t at = 0;
	while (at < n) {
		while (n - at >= 8 && is_ascii8(text + at))
			at += 8;
		while (n - at >= 3 && is_usual_han(text + at))
			at += 3;
		if (at == n)
			break;
		uint32_t cp;
		size_t length = decode_strict(text + at, n - at, &cp);
		if (length == 0)
			break;
		at += length;
	}
	return at;
}

size_t utf8_cut(const char *text, size_t n)
{
	size_t back = 0;
	while (back < n && back < UTF8_MAX && ((unsigned char)text[n - 1 - back] & 0xC0) == 0x80)
		back++;
	if (back == n || back == UTF8_MAX)
		return n;
	size_t promised = utf8_promised((unsigned char)text[n - 1 - back]);
	return promised > back + 1 ? n - 1 - back : n;
}

size_t utf8_count(const char *text, size_t n)
{
	size_t count = 0;
	for (size_t at = 0; at < n; count++) {
		uint32_t cp;
		at += utf8_decode(text + at, n - at, &cp);
	}
	return count;
}

size_t utf8_offset(const char *text, size_t n, size_t position)
{
	size_t at = 0;
	for (; position > 0 && at < n; position--) {
		uint32_t cp;
		at += utf8_decode(text + at, n - at, &cp);
	}
	return at;
}
