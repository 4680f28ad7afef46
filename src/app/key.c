#include "app/key.h"

#include <string.h>

#include "base/columns.h"
#include "base/utf8.h"

struct named {
	uint32_t key;
	const char *name;
};

/* The first name of a key is the one shown; key_parse() takes them all. */
/* clang-format off */
static const struct named names[] = {
	{ K_TAB, "Tab" },
	{ K_ENTER, "Enter" }, { K_ENTER, "Return" }, { K_ENTER, "CR" },
	{ K_ESCAPE, "Esc" }, { K_ESCAPE, "Escape" },
	{ K_BACKSPACE, "Backspace" }, { K_BACKSPACE, "BS" },
	{ ' ', "空格" }, { ' ', "Space" },
	{ '<', "<" }, { '<', "lt" },
	{ '>', ">" }, { '>', "gt" },
	{ K_UP, "Up" }, { K_DOWN, "Down" }, { K_LEFT, "Left" }, { K_RIGHT, "Right" },
	{ K_HOME, "Home" }, { K_END, "End" },
	{ K_PAGE_UP, "PgUp" }, { K_PAGE_UP, "PageUp" },
	{ K_PAGE_DOWN, "PgDn" }, { K_PAGE_DOWN, "PageDown" },
	{ K_DELETE, "Del" }, { K_DELETE, "Delete" },
	{ K_INSERT, "Ins" }, { K_INSERT, "Insert" },
	{ K_SHIFT_TAB, "S-Tab" },
	{ K_F1, "F1" }, { K_F2, "F2" }, { K_F3, "F3" }, { K_F4, "F4" },
	{ K_F5, "F5" }, { K_F6, "F6" }, { K_F7, "F7" }, { K_F8, "F8" },
	{ K_F9, "F9" }, { K_F10, "F10" }, { K_F11, "F11" }, { K_F12, "F12" },
	{ K_SHIFT_F4, "S-F4" }, { K_SHIFT_F4, "F16" },
	{ K_SHIFT_F6, "S-F6" }, { K_SHIFT_F6, "F18" },
	{ K_PASTE_BEGIN, "PasteBegin" }, { K_PASTE_END, "PasteEnd" },
	{ K_INVALID, "无效字节" }, { K_INVALID, "Invalid" },
	{ K_UNKNOWN, "未知键" }, { K_UNKNOWN, "Unknown" },
};

static const struct { uint32_t from, to; } input_method[] = {
	{ 0x3000, ' ' },	/* ideographic space */
	{ 0x3001, '/' },	/* 、 */
	{ 0x3002, '.' },	/* 。 */
	{ 0x300A, '<' }, { 0x300B, '>' },	/* 《 》 */
	{ 0x3010, '[' }, { 0x3011, ']' },	/* 【 】 */
	{ 0xFFE5, '$' }, { 0x00A5, '$' },	/* ￥ ¥ */
};
/* clang-format on */

enum { NAMES = sizeof(names) / sizeof(names[0]), FULL_WIDTH_OFFSET = 0xFEE0 };

uint32_t key_fold(uint32_t key)
{
	if (key >= 0xFF01 && key <= 0xFF5E)
		return key - FULL_WIDTH_OFFSET;
	for (size_t i = 0; i < sizeof(input_method) / sizeof(input_method[0]); i++)
		if (input_method[i].from == key)
			return input_method[i].to;
	return key;
}

const char *key_name(uint32_t key, char out[16])
{
	size_t n = 0;
	for (size_t i = 0; i < NAMES; i++)
		if (names[i].key == key)
			return memcpy(out, names[i].name, strlen(names[i].name) + 1);
	if (key < ' ') {
		out[n++] = '^';
		out[n++] = (char)(key + '@');
	} else {
		n = utf8_encode(columns_shown(key), out);
	}
	out[n] = '\0';
	return out;
}

static bool same_word(const char *a, const char *b, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		bool letter = (a[i] | 0x20) >= 'a' && (a[i] | 0x20) <= 'z';
		if (a[i] != b[i] && !(letter && (a[i] ^ b[i]) == 0x20))
			return false;
	}
	return b[n] == '\0';
}

/* What stands between < and >. */
static uint32_t bracketed(const char *word, size_t n)
{
	for (size_t i = 0; i < NAMES; i++)
		if (same_word(word, names[i].name, n))
			return names[i].key;
	if (n == 3 && (word[0] | 0x20) == 'c' && word[1] == '-') {
		if (word[2] == '?')
			return K_BACKSPACE;
		if (word[2] >= '@' && word[2] <= 'z' && word[2] != '`')
			return K_CTRL(word[2]);
	}
	return K_UNKNOWN;
}

uint32_t key_parse(const char **word)
{
	const char *text = *word;
	if (text[0] == '<') {
		size_t n = strcspn(text + 1, "<> \t\r\n");
		if (n > 0 && text[1 + n] == '>') {
			*word = text + n + 2;
			return bracketed(text + 1, n);
		}
	}
	uint32_t key;
	size_t n = utf8_next(text, &key);
	*word = text + n;
	if (n == 0)
		return 0;
	return key == UTF8_REPLACEMENT && n == 1 ? K_INVALID : key;
}
