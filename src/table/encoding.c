#include "table/encoding.h"

#include <string.h>

#include "base/buffer.h"
#include "base/utf8.h"
#include "table/scan.h"

static bool begins(const char *text, size_t n, const char *bytes, size_t length)
{
	return n >= length && memcmp(text, bytes, length) == 0;
}

/* By its BOM, or by the zero bytes that ASCII has in it. */
static const char *utf16_name(const char *text, size_t n)
{
	if (begins(text, n, "\xFF\xFE", 2))
		return "UTF-16LE";
	if (begins(text, n, "\xFE\xFF", 2))
		return "UTF-16BE";
	if (n < 2 || !text[0] == !text[1])
		return NULL;
	return text[0] ? "UTF-16LE" : "UTF-16BE";
}

static bool between(unsigned char c, unsigned char low, unsigned char high)
{
	return c >= low && c <= high;
}

/* Bytes of the GB18030 character at s; 0 when there is none. */
static size_t gb18030_length(const unsigned char *s, size_t n)
{
	if (s[0] < 0x80)
		return 1;
	if (n < 2 || !between(s[0], 0x81, 0xFE))
		return 0;
	if (between(s[1], 0x40, 0x7E) || between(s[1], 0x80, 0xFE))
		return 2;
	bool four = n >= 4 && between(s[1], 0x30, 0x39) && between(s[2], 0x81, 0xFE) &&
		    between(s[3], 0x30, 0x39);
	return four ? 4 : 0;
}

/* The Han of GB 2312, its punctuation and all of four bytes. */
static bool is_usual(const unsigned char *s, size_t length)
{
	return length == 4 || (length == 2 && between(s[0], 0xA1, 0xF7) && s[1] >= 0xA1);
}

/* `valid` bytes from the start are UTF-8. Three-byte characters among them mean that it is UTF-8
 * with a fault: pairs of its bytes often pass for GB18030, but then most of them are unusual. */
static bool like_gb18030(const char *text, size_t n, size_t valid)
{
	for (size_t i = 0; i < valid; i++)
		if ((unsigned char)text[i] >= 0xE0)
			return false;
	size_t usual = 0, unusual = 0, length;
	for (size_t at = 0; at < n; at += length) {
		const unsigned char *s = (const unsigned char *)text + at;
		length = gb18030_length(s, n - at);
		if (length == 0)
			return false;
		if (is_usual(s, length))
			usual++;
		else if (length > 1)
			unusual++;
	}
	return usual > unusual;
}

/* Why no character begins at s. */
static const char *reason(const unsigned char *s, size_t n)
{
	unsigned char second = n > 1 ? s[1] : 0;
	bool follows = between(second, 0x80, 0xBF);
	if (between(s[0], 0x80, 0xBF))
		return "多余的后续字节";
	if (s[0] == 0xC0 || s[0] == 0xC1 || (s[0] == 0xE0 && between(second, 0x80, 0x9F)) ||
	    (s[0] == 0xF0 && between(second, 0x80, 0x8F)))
		return "过长的编码";
	if (s[0] == 0xED && between(second, 0xA0, 0xBF))
		return "代理码位";
	if ((s[0] == 0xF4 && follows && second > 0x8F) || between(s[0], 0xF5, 0xF7))
		return "大于 U+10FFFF";
	if (s[0] > 0xF7)
		return "不会出现的字节";
	return "字符不完整";
}

bool encoding_check(const char *file, const char *text, size_t n, struct faults *faults)
{
	size_t valid = utf8_valid(text, n);
	const char *utf16 = utf16_name(text, n);
	if (valid == n && !utf16)
		return true;
	if (utf16) {
		faults_add(faults, file, 1, 1, NULL, "不是 UTF-8（像是 %s），请先转换为 UTF-8",
			   utf16);
		return false;
	}
	size_t line, column;
	scan_place(text, valid, &line, &column);
	const unsigned char *bad = (const unsigned char *)text + valid;
	if (like_gb18030(text, n, valid))
		faults_add(faults, file, line, column, NULL,
			   "不是 UTF-8（像是 GB18030），请先转换为 UTF-8");
	else
		faults_add(faults, file, line, column, NULL,
			   "不是 UTF-8：字节 0x%02x，%s，应为 UTF-8 文字", bad[0],
			   reason(bad, n - valid));
	return false;
}
