#include "table/scan.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/columns.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "table/encoding.h"

/* What may come next. */
enum wanted {
	WANT_VALUE,
	WANT_KEY,
	WANT_COLON,
	WANT_COMMA, /* or the end of the object or array */
	WANT_END,   /* of the text */
};

struct level {
	size_t node;
	bool object;
	bool empty; /* nothing in it so far: its end may stand where a key or value may */
};

struct scanner {
	const char *file;
	const char *text;
	size_t n;
	size_t at;
	enum wanted wanted;
	struct level levels[SCAN_LEVELS];
	size_t depth;
	struct scan *out;
	struct faults *faults;
};

size_t scan_bom(const char *text, size_t n)
{
	return n >= 3 && memcmp(text, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
}

void scan_place(const char *text, size_t offset, size_t *line, size_t *column)
{
	size_t start = scan_bom(text, offset);
	*line = 1;
	const char *newline;
	while ((newline = memchr(text + start, '\n', offset - start))) {
		start = (size_t)(newline - text) + 1;
		++*line;
	}
	*column = utf8_count(text + start, offset - start) + 1;
}

void scan_done(struct scan *s)
{
	free(s->nodes);
	*s = (struct scan){ 0 };
}

/* Always false, so that it can be returned. */
static bool refuse(struct scanner *s, size_t offset, const char *what)
{
	size_t line, column;
	scan_place(s->text, offset, &line, &column);
	faults_add(s->faults, s->file, line, column, NULL, "%s", what);
	return false;
}

enum {
	WORD_SHOWN = 20,
	NO_BREAK_SPACE = 0xA0,
	IDEOGRAPHIC_SPACE = 0x3000
};

/* Bytes of the word of ASCII letters and digits, or of the one character, that stands here. */
static size_t word_length(const struct scanner *s, uint32_t *cp)
{
	size_t length = utf8_decode(s->text + s->at, s->n - s->at, cp);
	if (*cp < 0x80 && isalnum((int)*cp))
		while (length < WORD_SHOWN && s->at + length < s->n &&
		       isalnum((unsigned char)s->text[s->at + length]))
			length++;
	return length;
}

/* "文件到此为止" or what stands there. */
static bool refuse_here(struct scanner *s, const char *wanted)
{
	struct buffer what = { 0 };
	if (s->at >= s->n) {
		buffer_print(&what, "文件到此为止，应为%s", wanted);
	} else {
		uint32_t cp;
		size_t length = word_length(s, &cp);
		if (cp == IDEOGRAPHIC_SPACE)
			buffer_print(&what, "这里是全角空格，应为%s", wanted);
		else if (cp > ' ' && cp != NO_BREAK_SPACE && columns_shown(cp) == cp)
			buffer_print(&what, "这里是“%.*s”，应为%s", (int)length, s->text + s->at,
				     wanted);
		else
			buffer_print(&what, "这里是 U+%04X，应为%s", (unsigned)cp, wanted);
	}
	refuse(s, s->at, buffer_string(&what));
	buffer_done(&what);
	return false;
}

static int peek(const struct scanner *s)
{
	return s->at < s->n ? (unsigned char)s->text[s->at] : -1;
}

static bool add_node(struct scanner *s)
{
	struct scan *out = s->out;
	if (out->count == SCAN_NODES)
		return refuse(s, s->at, "值和键多于 4000000 个，应更少");
	out->nodes = memory_grow(out->nodes, &out->capacity, out->count + 1, sizeof(*out->nodes));
	out->nodes[out->count] = (struct scan_node){ (uint32_t)s->at, (uint32_t)out->count + 1 };
	out->count++;
	return true;
}

/* Four hexadecimal digits at `at`; -1 when they are not. */
static long hex4(const struct scanner *s, size_t at)
{
	long value = 0;
	for (size_t i = at; i < at + 4; i++) {
		if (i >= s->n || !isxdigit((unsigned char)s->text[i]))
			return -1;
		int c = tolower((unsigned char)s->text[i]);
		value = value * 16 + (c <= '9' ? c - '0' : c - 'a' + 10);
	}
	return value;
}

/* \uXXXX at s->at, with the second half of a pair. */
static bool scan_unicode(struct scanner *s)
{
	long first = hex4(s, s->at + 2);
	if (first < 0)
		return refuse(s, s->at, "\\u 之后应为四位十六进制数字");
	if (first == 0)
		return refuse(s, s->at, "\\u0000 不可用，应为没有 NUL 的文字");
	if (first >= 0xDC00 && first <= 0xDFFF)
		return refuse(s, s->at, "只有后半个代理对，之前应为 \\ud800 至 \\udbff");
	if (first < 0xD800 || first > 0xDBFF) {
		s->at += 6;
		return true;
	}
	bool escape = s->at + 7 < s->n && s->text[s->at + 6] == '\\' && s->text[s->at + 7] == 'u';
	long second = escape ? hex4(s, s->at + 8) : -1;
	if (second < 0xDC00 || second > 0xDFFF)
		return refuse(s, s->at, "只有前半个代理对，之后应为 \\udc00 至 \\udfff");
	s->at += 12;
	return true;
}

static bool scan_escape(struct scanner *s)
{
	if (s->at + 1 >= s->n) {
		s->at = s->n;
		return refuse_here(s, "“\"”（文字没有结束）");
	}
	char c = s->text[s->at + 1];
	if (c == 'u')
		return scan_unicode(s);
	if (!c || !strchr("\"\\/bfnrt", c))
		return refuse(s, s->at,
			      "不认识的转义，应为 \\\" \\\\ \\/ \\b \\f \\n \\r \\t 或 \\uXXXX");
	s->at += 2;
	return true;
}

/* Whether any of eight bytes is a quote, a backslash or a control character. */
static bool any_special(const char *text)
{
	const uint64_t ones = UINT64_C(0x0101010101010101), tops = UINT64_C(0x8080808080808080);
	uint64_t word;
	memcpy(&word, text, sizeof(word));
	uint64_t quote = word ^ ones * '"', backslash = word ^ ones * '\\';
	uint64_t zero = ((quote - ones) & ~quote) | ((backslash - ones) & ~backslash);
	return (zero | ((word - ones * ' ') & ~word)) & tops;
}

static bool scan_string(struct scanner *s, size_t limit, const char *too_long)
{
	size_t start = s->at++;
	for (int c;;) {
		while (s->n - s->at >= sizeof(uint64_t) && !any_special(s->text + s->at))
			s->at += sizeof(uint64_t);
		c = peek(s);
		if (c == '"')
			break;
		if (s->at - start > limit)
			return refuse(s, start, too_long);
		if (c < 0)
			return refuse_here(s, "“\"”（文字没有结束）");
		if (c < ' ')
			return refuse_here(s, "文字（控制字符须写作 \\u 加四位十六进制数字）");
		if (c != '\\')
			s->at++;
		else if (!scan_escape(s))
			return false;
	}
	if (s->at - start - 1 > limit)
		return refuse(s, start, too_long);
	s->at++;
	return true;
}

static bool scan_digits(struct scanner *s)
{
	if (!isdigit(peek(s)))
		return refuse_here(s, "数字");
	while (isdigit(peek(s)))
		s->at++;
	return true;
}

static bool scan_number(struct scanner *s)
{
	if (peek(s) == '-')
		s->at++;
	size_t first = s->at;
	if (!scan_digits(s))
		return false;
	if (s->text[first] == '0' && s->at > first + 1)
		return refuse(s, first, "数字以 0 开头，应为不以 0 开头的数字");
	if (peek(s) == '.') {
		s->at++;
		if (!scan_digits(s))
			return false;
	}
	if (peek(s) == 'e' || peek(s) == 'E') {
		s->at++;
		if (peek(s) == '+' || peek(s) == '-')
			s->at++;
		if (!scan_digits(s))
			return false;
	}
	return true;
}

static bool scan_word(struct scanner *s, const char *wanted)
{
	static const char *const words[] = { "true", "false", "null" };
	size_t length = 0;
	while (s->at + length < s->n && isalnum((unsigned char)s->text[s->at + length]))
		length++;
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
		if (length != strlen(words[i]) || memcmp(s->text + s->at, words[i], length) != 0)
			continue;
		s->at += length;
		return true;
	}
	return refuse_here(s, wanted);
}

static bool open_level(struct scanner *s, bool object)
{
	if (s->depth == SCAN_LEVELS)
		return refuse(s, s->at, "嵌套多于 64 层，应更浅");
	s->levels[s->depth++] = (struct level){ s->out->count - 1, object, true };
	s->wanted = object ? WANT_KEY : WANT_VALUE;
	s->at++;
	return true;
}

static void after_value(struct scanner *s)
{
	s->wanted = s->depth ? WANT_COMMA : WANT_END;
}

static void close_level(struct scanner *s)
{
	struct level *level = &s->levels[--s->depth];
	s->out->nodes[level->node].next = (uint32_t)s->out->count;
	s->at++;
	after_value(s);
}

static bool ends_level(const struct scanner *s)
{
	return s->depth && peek(s) == (s->levels[s->depth - 1].object ? '}' : ']');
}

static bool scan_value(struct scanner *s)
{
	struct level *level = s->depth ? &s->levels[s->depth - 1] : NULL;
	bool may_end = level && !level->object && level->empty;
	if (may_end && ends_level(s)) {
		close_level(s);
		return true;
	}
	if (level)
		level->empty = false;
	int c = peek(s);
	if (c < 0 || (!strchr("{[\"-", c) && !isalnum(c)) || c == '\0')
		return refuse_here(s, may_end ? "值或“]”" : "值");
	if (!add_node(s))
		return false;
	if (c == '{' || c == '[')
		return open_level(s, c == '{');
	after_value(s);
	if (c == '"')
		return scan_string(s, SCAN_STRING, "文字长于 1 MiB，应更短");
	if (c == '-' || isdigit(c))
		return scan_number(s);
	return scan_word(s, may_end ? "值或“]”" : "值");
}

static bool scan_key(struct scanner *s)
{
	struct level *level = &s->levels[s->depth - 1];
	if (level->empty && ends_level(s)) {
		close_level(s);
		return true;
	}
	if (peek(s) != '"')
		return refuse_here(s, level->empty ? "键（用双引号）或“}”" : "键（用双引号）");
	level->empty = false;
	s->wanted = WANT_COLON;
	return add_node(s) && scan_string(s, SCAN_KEY, "键长于 256 字节，应更短");
}

static bool scan_comma(struct scanner *s)
{
	bool object = s->levels[s->depth - 1].object;
	if (ends_level(s)) {
		close_level(s);
		return true;
	}
	if (peek(s) != ',')
		return refuse_here(s, object ? "“,”或“}”" : "“,”或“]”");
	s->wanted = object ? WANT_KEY : WANT_VALUE;
	s->at++;
	return true;
}

static bool scan_token(struct scanner *s)
{
	switch (s->wanted) {
	case WANT_VALUE:
		return scan_value(s);
	case WANT_KEY:
		return scan_key(s);
	case WANT_COMMA:
		return scan_comma(s);
	case WANT_END:
		return refuse_here(s, "文件结束");
	case WANT_COLON:
		break;
	}
	if (peek(s) != ':')
		return refuse_here(s, "“:”");
	s->wanted = WANT_VALUE;
	s->at++;
	return true;
}

bool scan_json(const char *file, const char *text, size_t n, struct scan *s, struct faults *faults)
{
	struct scanner scanner = {
		.file = file,
		.text = text,
		.n = n,
		.out = s,
		.faults = faults,
		.at = scan_bom(text, n),
	};
	s->count = 0;
	if (n > SCAN_BYTES)
		return refuse(&scanner, 0, "文件大于 64 MiB，应更小");
	if (!encoding_check(file, text, n, faults))
		return false;
	for (;;) {
		int c = peek(&scanner);
		if (c == ' ' || c == '\t' || c == '\n' || c == '\r')
			scanner.at++;
		else if (c < 0 && scanner.wanted == WANT_END)
			return true;
		else if (!scan_token(&scanner))
			return false;
	}
}
