#include "table/unescape.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"

static const char *end_of(const char *at)
{
	for (; *at != '"'; at++)
		at += *at == '\\';
	return at;
}

static uint32_t hex4(const char *digits)
{
	char copy[] = { digits[0], digits[1], digits[2], digits[3], '\0' };
	return (uint32_t)strtoul(copy, NULL, 16);
}

/* Writes what the escape at `at` means; returns its end. */
static const char *take_escape(const char *at, char **out)
{
	static const char letters[] = "bfnrt", meant[] = "\b\f\n\r\t";
	if (at[1] != 'u') {
		const char *letter = strchr(letters, at[1]);
		*(*out)++ = letter ? meant[letter - letters] : at[1];
		return at + 2;
	}
	uint32_t cp = hex4(at + 2);
	at += 6;
	if (cp >= 0xD800 && cp <= 0xDBFF) {
		cp = 0x10000 + ((cp - 0xD800) << 10) + (hex4(at + 2) - 0xDC00);
		at += 6;
	}
	*out += utf8_encode(cp, *out);
	return at;
}

const char *unescape(const char *quote, struct arena *arena)
{
	const char *at = quote + 1;
	const char *end = strchr(at, '"');
	if (!memchr(at, '\\', (size_t)(end - at)))
		return arena_copy(arena, at, (size_t)(end - at));
	/* No escape is shorter than what it means, so that a copy has the room. */
	end = end_of(at);
	char *text = arena_copy(arena, at, (size_t)(end - at));
	char *out = text;
	while (at < end)
		if (*at == '\\')
			at = take_escape(at, &out);
		else
			*out++ = *at++;
	*out = '\0';
	return text;
}
