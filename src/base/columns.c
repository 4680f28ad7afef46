#include "base/columns.h"

#include <wchar.h>

#include "base/utf8.h"

struct range {
	uint32_t first;
	uint32_t last;
};

/* What is never shown as itself, in ascending order. What wcwidth does not know needs no row, yet
 * where one C library knows it and another does not, the row makes both agree. */
/* clang-format off */
static const struct range unsafe[] = {
	{ 0x0000, 0x001F },	/* C0: escape sequences begin here */
	{ 0x007F, 0x009F },	/* DEL and C1: 9B begins a sequence too */
	{ 0x00AD, 0x00AD },	/* soft hyphen: shown by some terminals, not by others */
	{ 0x034F, 0x034F },	/* combining grapheme joiner: invisible */
	{ 0x061C, 0x061C },	/* Arabic letter mark: bidirectional */
	{ 0x115F, 0x1160 },	/* Hangul fillers: blank letters */
	{ 0x17B4, 0x17B5 },	/* Khmer inherent vowels: invisible */
	{ 0x180B, 0x180F },	/* Mongolian variation selectors and vowel separator */
	{ 0x200B, 0x200F },	/* zero-width space and joiners, direction marks */
	{ 0x2028, 0x202E },	/* line and paragraph separators, embeddings and overrides */
	{ 0x2060, 0x206F },	/* word joiner, invisible operators, isolates, controls */
	{ 0x2800, 0x2800 },	/* Braille pattern blank: a symbol that looks like a space */
	{ 0x3164, 0x3164 },	/* Hangul filler */
	{ 0xD800, 0xF8FF },	/* surrogates; private use: every font has its own */
	{ 0xFDD0, 0xFDEF },	/* noncharacters */
	{ 0xFE00, 0xFE0F },	/* variation selectors */
	{ 0xFEFF, 0xFEFF },	/* byte order mark, zero width */
	{ 0xFFA0, 0xFFA0 },	/* half-width Hangul filler */
	{ 0xFFF0, 0xFFFB },	/* unassigned specials, interlinear annotation */
	{ 0xFFFE, 0xFFFF },	/* noncharacters */
	{ 0x13430, 0x1343F },	/* Egyptian format controls */
	{ 0x16FE4, 0x16FE4 },	/* Khitan filler */
	{ 0x1BCA0, 0x1BCA3 },	/* shorthand format controls */
	{ 0x1D159, 0x1D159 },	/* musical null notehead: blank */
	{ 0x1D173, 0x1D17A },	/* musical format controls */
	{ 0x1FFFE, 0x1FFFF },	/* noncharacters, of this and the planes below */
	{ 0x2FFFE, 0x2FFFF },
	{ 0x3FFFE, 0x3FFFF },
	{ 0x4FFFE, 0x4FFFF },
	{ 0x5FFFE, 0x5FFFF },
	{ 0x6FFFE, 0x6FFFF },
	{ 0x7FFFE, 0x7FFFF },
	{ 0x8FFFE, 0x8FFFF },
	{ 0x9FFFE, 0x9FFFF },
	{ 0xAFFFE, 0xAFFFF },
	{ 0xBFFFE, 0xBFFFF },
	{ 0xCFFFE, 0xCFFFF },
	{ 0xDFFFE, 0xDFFFF },
	{ 0xE0000, 0xE0FFF },	/* tags, variation selectors, and room for more of their kind */
	{ 0xEFFFE, UINT32_MAX },	/* noncharacters, private use, beyond Unicode */
};
/* clang-format on */

bool columns_is_unsafe(uint32_t cp)
{
	size_t low = 0, high = sizeof(unsafe) / sizeof(unsafe[0]);
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (unsafe[middle].last < cp)
			low = middle + 1;
		else
			high = middle;
	}
	return unsafe[low].first <= cp;
}

static bool is_ascii_text(uint32_t cp)
{
	return cp >= 0x20 && cp < 0x7F;
}

/* The Han characters that every C library knows, since Unicode 1.1. */
static bool is_common_han(uint32_t cp)
{
	return cp >= 0x4E00 && cp <= 0x9FA5;
}

/* The columns of what stands for cp on the screen, which goes into *shown. */
static int measure(uint32_t cp, uint32_t *shown)
{
	*shown = cp;
	if (is_ascii_text(cp))
		return 1;
	if (is_common_han(cp))
		return 2;
	if (cp == '\t') {
		*shown = ' ';
		return 1;
	}
	int cols = columns_is_unsafe(cp) ? -1 : wcwidth((wchar_t)cp);
	if (cols >= 0 && cols <= 2)
		return cols;
	*shown = UTF8_REPLACEMENT;
	return 1;
}

uint32_t columns_shown(uint32_t cp)
{
	uint32_t shown;
	measure(cp, &shown);
	return shown;
}

int columns_of(uint32_t cp)
{
	uint32_t shown;
	return measure(cp, &shown);
}

int columns_text(const char *text, size_t n)
{
	int cols = 0;
	for (size_t at = 0; at < n;) {
		uint32_t cp;
		at += utf8_decode(text + at, n - at, &cp);
		cols += columns_of(cp);
	}
	return cols;
}

size_t columns_clip(const char *text, size_t n, int cols, int *used)
{
	size_t at = 0;
	int taken = 0;
	while (at < n) {
		uint32_t cp;
		size_t length = utf8_decode(text + at, n - at, &cp);
		int wide = columns_of(cp);
		if (wide > cols - taken)
			break;
		taken += wide;
		at += length;
	}
	if (used)
		*used = taken;
	return at;
}

void columns_add_safe(struct buffer *b, const char *text, size_t n)
{
	int marks = 0;
	for (size_t at = 0; at < n;) {
		uint32_t cp, shown;
		at += utf8_decode(text + at, n - at, &cp);
		marks = measure(cp, &shown) == 0 ? marks + 1 : 0;
		if (marks > COLUMNS_MARKS)
			continue;
		char bytes[UTF8_MAX];
		buffer_add(b, bytes, utf8_encode(shown, bytes));
	}
}

/* Bytes of the marks at the start, which would stand on what is not this text. */
static size_t stray_marks(const char *text, size_t n)
{
	return columns_clip(text, n, 0, NULL);
}

void columns_add_padded(struct buffer *b, const char *text, size_t n, int cols)
{
	if (cols < 1)
		return;
	size_t stray = stray_marks(text, n);
	text += stray;
	n -= stray;
	int used;
	size_t length = columns_clip(text, n, cols, &used);
	bool clipped = length < n;
	if (clipped)
		length = columns_clip(text, n, cols - 1, &used);
	columns_add_safe(b, text, length);
	buffer_repeat(b, ' ', cols - used - clipped);
	if (clipped)
		buffer_char(b, '~');
}

void columns_add_shortened(struct buffer *b, const char *text, size_t n, int cols)
{
	int skip = columns_text(text, n) - cols, room = cols - 2, used;
	if (skip <= 0 || room < 2) {
		columns_add_safe(b, text, skip <= 0 ? n : columns_clip(text, n, cols, NULL));
		return;
	}
	int head = room - room * 2 / 5;
	size_t first = columns_clip(text, n, head, &used);
	size_t last = columns_clip(text, n, columns_text(text, n) - (room - used), &used);
	while (last < n && columns_text(text + last, n - last) > room - columns_text(text, first)) {
		uint32_t cp;
		last += utf8_decode(text + last, n - last, &cp);
	}
	columns_add_safe(b, text, first);
	buffer_text(b, "..");
	last += stray_marks(text + last, n - last);
	columns_add_safe(b, text + last, n - last);
}
