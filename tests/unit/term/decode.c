#include "term/decode.h"

#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "base/utf8.h"
#include "support/check.h"

/* Keys as one line: characters as themselves, the rest as hexadecimal. */
static void add_key(struct buffer *line, uint32_t key)
{
	char bytes[UTF8_MAX];

	if (key == K_INVALID)
		buffer_text(line, "!");
	else if (key == K_UNKNOWN)
		buffer_text(line, "?");
	else if (key > ' ' && key < K_FIRST_NAMED && key != K_BACKSPACE)
		buffer_add(line, bytes, utf8_encode(key, bytes));
	else
		buffer_print(line, "<%X>", (unsigned)key);
}

static void feed(struct decoder *d, const char *bytes, size_t n, struct buffer *line)
{
	uint32_t key;

	for (size_t i = 0; i < n; i++) {
		decode_byte(d, (unsigned char)bytes[i]);
		while (decode_next(d, &key))
			add_key(line, key);
	}
}

static void flush(struct decoder *d, struct buffer *line)
{
	uint32_t key;

	decode_flush(d);
	while (decode_next(d, &key))
		add_key(line, key);
}

TEST(characters_come_out_when_their_last_byte_is_there)
{
	struct decoder d = { 0 };
	struct buffer line = { 0 };

	feed(&d, "\xE4\xBF", 2, &line);
	EQ_STR(buffer_string(&line), "");
	EQ_INT(decode_patience(&d), DECODE_WAIT_MS);
	feed(&d, "\xA1", 1, &line);
	EQ_STR(buffer_string(&line), "信");
	EQ_INT(decode_patience(&d), -1);
	buffer_done(&line);
}

TEST(a_byte_that_is_no_character_swallows_nothing)
{
	static const struct {
		const char *bytes, *now, *after;
	} cases[] = {
		{ "\x80q", "!q", "" },
		{ "\xFFq", "!q", "" },
		{ "\xC0\xAFq", "!!q", "" },
		{ "\xC1q", "!q", "" },
		{ "\xD6\xD0\xCE\xC4q", "!!!!q", "" },
		{ "\xE4q", "!q", "" },
		{ "\xE4\xBFq", "!!q", "" },
		{ "\xE4信", "!信", "" },
		{ "\xE0\x80\x80q", "!!!q", "" },
		{ "\xED\xA0\x80q", "!!!q", "" },
		{ "\xF4\x90\x80\x80q", "!!!!q", "" },
		{ "\xF0\x9F\x98q", "!!!q", "" },
		{ "\xF0\x9F\x98\x80q", "😀q", "" },
		{ "\uFFFDq", "\uFFFDq", "" },
		{ "\xE4", "", "!" },
		{ "\xE4\xBF", "", "!!" },
		{ "q\xF5", "q!", "" },
	};

	EACH (c, cases) {
		struct decoder d = { 0 };
		struct buffer line = { 0 }, rest = { 0 };

		feed(&d, c->bytes, strlen(c->bytes), &line);
		EQ_STR(buffer_string(&line), c->now);
		flush(&d, &rest);
		EQ_STR(buffer_string(&rest), c->after);
		EQ_INT(d.n, 0);
		buffer_done(&line);
		buffer_done(&rest);
	}
}

TEST(control_bytes_are_keys_of_their_own)
{
	static const struct {
		const char *bytes;
		uint32_t key;
	} cases[] = {
		{ "\r", K_ENTER },	 { "\n", K_ENTER },	    { "\t", K_TAB },
		{ "\x7F", K_BACKSPACE }, { "\b", K_CTRL('H') },	    { "\x03", K_CTRL('C') },
		{ "\x13", K_CTRL('S') }, { "\xC2\x85", K_UNKNOWN },
	};

	EACH (c, cases) {
		struct decoder d = { 0 };
		uint32_t key = 0;

		for (const char *byte = c->bytes; *byte; byte++)
			decode_byte(&d, (unsigned char)*byte);
		TRUE(decode_next(&d, &key));
		EQ_INT(key, c->key);
		TRUE(!decode_next(&d, &key));
	}
}

TEST(an_escape_sequence_is_one_key_and_leaves_no_letters)
{
	static const struct {
		const char *bytes;
		uint32_t key;
	} cases[] = {
		{ "[A", K_UP },		 { "OD", K_LEFT },	     { "[1~", K_HOME },
		{ "[8~", K_END },	 { "[3~", K_DELETE },	     { "[Z", K_SHIFT_TAB },
		{ "OM", K_ENTER },	 { "[1;2S", K_SHIFT_F4 }, { "[17;2~", K_SHIFT_F6 },    { "[[A", K_F1 },
		{ "[24~", K_F12 },	 { "[200~", K_PASTE_BEGIN }, { "[201~", K_PASTE_END },
		{ "[1;5C", K_UNKNOWN },	 { "[I", K_UNKNOWN },	     { "[<0;3;4M", K_UNKNOWN },
		{ "[?62;c", K_UNKNOWN }, { "[20~", K_F9 },	     { "[20$~", K_UNKNOWN },
	};

	EACH (c, cases) {
		struct decoder d = { 0 };
		uint32_t key = 0;
		size_t n = strlen(c->bytes);

		decode_byte(&d, 0x1B);
		for (size_t i = 0; i < n; i++) {
			TRUE(!decode_next(&d, &key));
			decode_byte(&d, (unsigned char)c->bytes[i]);
		}
		TRUE(decode_next(&d, &key));
		EQ_INT(key, c->key);
		TRUE(!decode_next(&d, &key));
		EQ_INT(d.n, 0);
	}
}

TEST(what_only_begins_like_a_sequence_is_escape_and_keys)
{
	static const struct {
		const char *bytes, *now, *after;
	} cases[] = {
		{ "\033", "", "<1B>" },		{ "\033j", "<1B>j", "" },
		{ "\033\033", "<1B>", "<1B>" }, { "\033[", "", "<1B>[" },
		{ "\033O", "", "<1B>O" },	{ "\033[2\033[A", "<1B>[2<110000>", "" },
		{ "\033[信", "<1B>[信", "" },	{ "\033[20", "", "<1B>[20" },
		{ "\033[\x80", "<1B>[!", "" },	{ "\033信", "<1B>信", "" },
	};

	EACH (c, cases) {
		struct decoder d = { 0 };
		struct buffer line = { 0 }, rest = { 0 };

		feed(&d, c->bytes, strlen(c->bytes), &line);
		EQ_STR(buffer_string(&line), c->now);
		flush(&d, &rest);
		EQ_STR(buffer_string(&rest), c->after);
		buffer_done(&line);
		buffer_done(&rest);
	}
}

TEST(escape_alone_is_not_waited_for)
{
	struct decoder d = { 0 };

	decode_byte(&d, 0x1B);
	EQ_INT(decode_patience(&d), 0);
	decode_byte(&d, '[');
	EQ_INT(decode_patience(&d), DECODE_WAIT_MS);
}

TEST(a_sequence_without_an_end_is_dropped_in_pieces_and_never_fills_the_decoder)
{
	struct decoder d = { 0 };
	struct buffer line = { 0 };
	char bytes[1002] = "\033[";

	memset(bytes + 2, '1', 1000);
	feed(&d, bytes, 1002, &line);
	TRUE(d.n < DECODE_BYTES);
	TRUE(buffer_string(&line)[0] == '?');
	flush(&d, &line);
	feed(&d, "q", 1, &line);
	EQ_INT(buffer_string(&line)[line.n - 1], 'q');
	buffer_done(&line);
}

/* Whatever comes, keys follow one another without loss: a marker after it is always seen. */
TEST(after_any_bytes_and_a_pause_the_next_key_is_itself)
{
	uint32_t state = 1;

	for (int round = 0; round < 20000; round++) {
		static const unsigned char bytes[] = { 0x1B, '[',  'O',	 'A',  '1',  ';',
						       '~',  0x80, 0xBF, 0xC2, 0xE4, 0xED,
						       0xF0, 0xF4, 0xFF, 'q' };
		struct decoder d = { 0 };
		struct buffer line = { 0 };

		for (int i = 0; i < 8; i++) {
			state = state * 1664525u + 1013904223u;
			feed(&d, (const char *)&bytes[state >> 28], 1, &line);
			TRUE(d.n < DECODE_BYTES);
		}
		flush(&d, &line);
		EQ_INT(d.n, 0);
		buffer_clear(&line);
		feed(&d, "信", 3, &line);
		EQ_STR(buffer_string(&line), "信");
		buffer_done(&line);
	}
}
