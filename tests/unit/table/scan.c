#include <stdlib.h>
#include <string.h>

#include "support/check.h"

#include "base/memory.h"
#include "table/builtin.h"
#include "table/json.h"
#include "table/scan.h"

/* The fault of a text, "" when it is accepted. */
static void scan_and_say(const char *text, size_t n, struct buffer *said)
{
	struct scan scan = { 0 };
	struct faults faults = { 0 };
	buffer_clear(said);
	bool accepted = scan_json("t", text, n, &scan, &faults);
	EQ_INT(faults.count, !accepted);
	if (!accepted)
		faults_print(&faults.all[0], said);
	faults_done(&faults);
	scan_done(&scan);
}

TEST(good_json_is_accepted)
{
	static const char *const cases[] = {
		"null", " true ", "0", "-0", "-0.5e-10", "1E+400", "\"\"", "[]", "{}", "[[],{}]",
		"\xEF\xBB\xBF{}", "\r\n[\t1 , 2\n]\n", "{\"\":0}", "{\"a\":1,\"a\":2}",
		"\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uD83D\\uDE00\"",
		"\"\x7F\xC2\x80\xF4\x8F\xBF\xBF\"",
		"\"\xEF\xBB\xBF\"", "[0,10,1.0,1e1]", "{\"a\":{\"b\":[{\"c\":null}]}}",
	};
	struct buffer said = { 0 };
	EACH (c, cases) {
		scan_and_say(*c, strlen(*c), &said);
		EQ_STR(buffer_string(&said), "");
	}
	buffer_done(&said);
}

TEST(every_key_and_value_has_its_place)
{
	static const char text[] = "\xEF\xBB\xBF{ \"a\": [1, {}], \"b\" : \"]\" }";
	static const struct { const char *begins; size_t next; } want[] = {
		{ "{ \"a\"", 7 }, /* the whole */
		{ "\"a\"", 2 },	   /* a key */
		{ "[1", 5 },	   /* its value, an array of two */
		{ "1", 4 },
		{ "{}", 5 },
		{ "\"b\"", 6 },
		{ "\"]\"", 7 },
	};
	struct scan scan = { 0 };
	struct faults faults = { 0 };
	TRUE(scan_json("t", text, sizeof(text) - 1, &scan, &faults));
	EQ_INT(scan.count, sizeof(want) / sizeof(want[0]));
	EACH (w, want) {
		const struct scan_node *node = &scan.nodes[w - want];
		TRUE(strncmp(text + node->offset, w->begins, strlen(w->begins)) == 0);
		EQ_INT(node->next, w->next);
	}
	scan_done(&scan);
}

TEST(a_place_counts_lines_and_code_points)
{
	static const struct { const char *text; size_t offset, line, column; } cases[] = {
		{ "abc", 0, 1, 1 },	  { "abc", 3, 1, 4 },
		{ "政策a", 6, 1, 3 },	  { "政策a", 7, 1, 4 },
		{ "a\nb", 1, 1, 2 },	  { "a\nb", 2, 2, 1 },
		{ "a\r\n省b", 6, 2, 2 },  { "\n\n\n", 3, 4, 1 },
		{ "😀x", 4, 1, 2 },	  { "e\u0301x", 3, 1, 3 },
		{ "\uFEFFab", 3, 1, 1 },  { "\uFEFFab", 4, 1, 2 },
		{ "\uFEFF\na", 4, 2, 1 }, { "\uFEFFa", 0, 1, 1 },
	};
	EACH (c, cases) {
		size_t line, column;
		scan_place(c->text, c->offset, &line, &column);
		EQ_INT(line, c->line);
		EQ_INT(column, c->column);
	}
}

/* `count` times `piece` between two texts. */
static void repeat(struct buffer *out, const char *before, const char *piece, size_t count,
		   const char *after)
{
	buffer_clear(out);
	buffer_text(out, before);
	for (size_t i = 0; i < count; i++)
		buffer_text(out, piece);
	buffer_text(out, after);
}

TEST(each_limit_holds_to_the_one)
{
	static const struct {
		const char *before, *piece;
		size_t count;
		const char *after, *said;
	} cases[] = {
		{ "", "[", 64, "", "t:1:65: 文件到此为止，应为值或“]”" },
		{ "", "[", 65, "", "t:1:65: 嵌套多于 64 层，应更浅" },
		{ "", "[", 1000000, "", "t:1:65: 嵌套多于 64 层，应更浅" },
		{ "", "{\"a\":", 65, "", "t:1:321: 嵌套多于 64 层，应更浅" },
		{ "[\"", "x", SCAN_STRING, "\"]", "" },
		{ "[\"", "x", SCAN_STRING + 1, "\"]", "t:1:2: 文字长于 1 MiB，应更短" },
		{ "[\"", "\\n", SCAN_STRING / 2, "\"]", "" },
		{ "[\"", "\\n", SCAN_STRING / 2 + 1, "\"]", "t:1:2: 文字长于 1 MiB，应更短" },
		{ "{\"", "k", SCAN_KEY, "\":1}", "" },
		{ "{\"", "k", SCAN_KEY + 1, "\":1}", "t:1:2: 键长于 256 字节，应更短" },
		{ "[0", ",0", SCAN_NODES - 2, "]", "" },
		{ "[0", ",0", SCAN_NODES - 1, "]", "t:1:8000000: 值和键多于 4000000 个，应更少" },
	};
	struct buffer text = { 0 }, said = { 0 };
	EACH (c, cases) {
		repeat(&text, c->before, c->piece, c->count, c->after);
		scan_and_say(buffer_string(&text), text.n, &said);
		EQ_STR(buffer_string(&said), c->said);
	}
	buffer_done(&text);
	buffer_done(&said);
}

TEST(a_text_of_64_mib_is_accepted_and_one_byte_more_is_not)
{
	struct buffer said = { 0 };
	char *text = memory_new(SCAN_BYTES + 1);
	memset(text, ' ', SCAN_BYTES + 1);
	text[0] = '1';
	scan_and_say(text, SCAN_BYTES, &said);
	EQ_STR(buffer_string(&said), "");
	scan_and_say(text, SCAN_BYTES + 1, &said);
	EQ_STR(buffer_string(&said), "t:1:1: 文件大于 64 MiB，应更小");
	free(text);
	buffer_done(&said);
}

TEST(a_text_cut_off_anywhere_is_refused_with_a_place)
{
	static const char text[] =
		"{\"省\": [1.5e+3, -20, \"\\ud83d\\ude00\\n\", true, null], \"b\": {\"c\": {}}}";
	struct buffer said = { 0 };
	for (size_t n = 0; n < sizeof(text) - 1; n++) {
		char *cut = memory_new(n); /* exactly so long, for the address sanitizer */
		memcpy(cut, text, n);
		check_row(n);
		scan_and_say(cut, n, &said);
		HAS(buffer_string(&said), "t:1:");
		free(cut);
	}
	scan_and_say(text, sizeof(text) - 1, &said);
	EQ_STR(buffer_string(&said), "");
	buffer_done(&said);
}

/* xorshift: the same on every machine. */
static uint32_t next_random(uint32_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 17;
	return *state ^= *state << 5;
}

static size_t mutate(char *text, size_t n, uint32_t *state)
{
	static const char bytes[] = "{}[]\",:\\u0019-.eE \n\t\x80\xE6\xFF/ntf";
	size_t at = next_random(state) % n;
	size_t length = 1 + next_random(state) % 8;
	switch (next_random(state) % 4) {
	case 0: /* another byte */
		text[at] = bytes[next_random(state) % (sizeof(bytes) - 1)];
		return n;
	case 1: /* some bytes less */
		length = length < n - at ? length : n - at - 1;
		memmove(text + at, text + at + length, n - at - length);
		return n - length;
	case 2: /* a piece of it elsewhere */
		length = length < n - at ? length : n - at;
		memmove(text + next_random(state) % (n - length), text + at, length);
		return n;
	default: /* cut off */
		return n - at % 16;
	}
}

/* Counts in *accepted and *refused what becomes of one mutated text. */
static void parse_mutated(char *text, size_t n, uint32_t *state, size_t *accepted, size_t *refused)
{
	for (uint32_t times = next_random(state) % 4; times > 0; times--)
		n = mutate(text, n, state);
	struct faults faults = { 0 };
	struct json *json = json_open("t", text, n, &faults);
	EQ_INT(faults.count, !json);
	if (json) {
		TRUE(json_close(json, &faults));
		++*accepted;
	} else {
		TRUE(faults.all[0].line > 0 && faults.all[0].column > 0);
		TRUE(strstr(faults.all[0].what, "内存不足") == NULL); /* said where cJSON refuses */
		++*refused;
	}
	faults_done(&faults);
}

TEST(what_the_scan_accepts_is_parsed_and_what_it_refuses_has_a_place)
{
	enum { ROUNDS = 8000, WHOLE = 40 }; /* each 40 rounds all of the table, else an entry */
	const char *entry = strstr(builtin_table, "    {\n");
	size_t entry_length = (size_t)(strstr(entry, "\n    }") - entry) + strlen("\n    }");
	size_t whole_length = (size_t)(builtin_table_end - builtin_table);
	uint32_t state = 20240607;
	size_t accepted = 0, refused = 0;
	for (int i = 0; i < ROUNDS; i++) {
		bool whole = i % WHOLE == 0;
		size_t n = whole ? whole_length : entry_length;
		char *text = memory_copy(whole ? builtin_table : entry, n);
		parse_mutated(text, n, &state, &accepted, &refused);
		free(text);
	}
	TRUE(accepted > ROUNDS / 4 && refused > ROUNDS / 4);
}
