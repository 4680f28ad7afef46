#include <stdlib.h>

#include "support/check.h"

#include "table/builtin.h"
#include "table/load.h"
#include "table/write_json.h"
#include "unit/table/made.h"

TEST(the_built_in_table_is_written_as_it_stands_in_its_file)
{
	struct catalog *c = load_builtin();
	struct buffer out = { 0 };
	write_json_catalog(&out, c);
	EQ_INT(out.n, builtin_table_end - builtin_table);
	EQ_STR(buffer_string(&out), builtin_table);
	buffer_done(&out);
	catalog_free(c);
}

TEST(what_was_read_from_a_written_table_is_written_the_same)
{
	static const char *const tables[] = {
		MADE_HEAD MADE_ENTRIES MADE_END,
		MADE_HEAD MADE_ENTRIES MADE_ENTRY(5, "\"陕西省\", \"韩城市\"", "a") ","
		MADE_ENTRY(3, "\"火星省\", \"甲市\", "
		"\"乙县\"", "a") "," MADE_ENTRY(4, "\"北京市\"", "a") MADE_END,
		MADE_HEAD "{ \"id\": \"z\", \"name\": \"Z\" }, { \"id\": \"a\\\"b\\\\\", \"name\": "
		"\"\\u202e\", \"keywords\": [\"\\u001f\", \"给予\"] }" MADE_ENTRIES
		"{ \"number\": 9000000000000000, \"region\": [\"a\\\"\", \"b\\\\\", \"c\\n\"], "
		"\"inferred\": "
		"[\"county\", \"province\"], \"notes\": [\"\\u0085\", \"😀\\ud83d\\ude00\", "
		"\"\\/\"], "
		"\"references\": [{ \"kind\": \"link\", \"text\": \"HTTPS://a/?\\\"=\", "
		"\"certain\": false, "
		"\"candidates\": [\"\\ufeff\"], \"reason\": \"\\udb40\\udc41\" }, "
		"{ \"text\": \"1号\", \"kind\": \"document\" }], "
		"\"measures\": [{ \"text\": \"给予\\u0001b\", \"categories\": [\"z\", "
		"\"a\\\"b\\\\\"] }, "
		"{ \"text\": \"给予\\u001f\", \"label\": \"\\u3000x\", \"rewards\": [{}, { "
		"\"yuan\": 0, "
		"\"level\": \"\\u200b\", \"maximum\": true }] }] }" MADE_END,
	};
	EACH (table, tables) {
		struct buffer once = { 0 }, twice = { 0 };
		struct catalog *c = made_of(*table);
		write_json_catalog(&once, c);
		catalog_free(c);
		c = made_of(buffer_string(&once));
		write_json_catalog(&twice, c);
		catalog_free(c);
		EQ_STR(buffer_string(&twice), buffer_string(&once));
		buffer_done(&once);
		buffer_done(&twice);
	}
}

TEST(a_table_has_one_form)
{
	static const char *const want =
		"{\n"
		"  \"$schema\": \"lingpao-1.schema.json\",\n"
		"  \"format\": \"lingpao/1\",\n"
		"  \"title\": \"表\",\n"
		"  \"categories\": [\n"
		"    { \"id\": \"a\", \"name\": \"甲\", \"short\": \"甲\", \"keywords\": "
		"[\"信贷\"] }\n"
		"  ],\n"
		"  \"entries\": [\n"
		"    {\n"
		"      \"number\": 2,\n"
		"      \"region\": [\"火星省\"],\n"
		"      \"printed_region\": \"火星省\",\n"
		"      \"inferred\": [],\n"
		"      \"references\": [],\n"
		"      \"measures\": [\n"
		"        {\n"
		"          \"label\": null,\n"
		"          \"text\": \"信贷\",\n"
		"          \"categories\": [],\n"
		"          \"rewards\": []\n"
		"        }\n"
		"      ],\n"
		"      \"notes\": []\n"
		"    },\n"
		"    {\n"
		"      \"number\": 1,\n"
		"      \"region\": [\"山西省\", \"太原市\"],\n"
		"      \"code\": \"140100\",\n"
		"      \"printed_region\": \"太原\",\n"
		"      \"inferred\": [\"province\"],\n"
		"      \"references\": [\n"
		"        { \"kind\": \"document\", \"text\": \"1号\", \"certain\": true },\n"
		"        { \"kind\": \"link\", \"text\": \"http://a/\", \"certain\": false, "
		"\"candidates\": [\"2号\", \"3号\"], \"reason\": \"不明\" }\n"
		"      ],\n"
		"      \"measures\": [\n"
		"        {\n"
		"          \"label\": \"1\",\n"
		"          \"text\": \"补助\",\n"
		"          \"categories\": [\"a\"],\n"
		"          \"rewards\": [\n"
		"            { \"level\": \"国家级\", \"yuan\": 100000, \"maximum\": false },\n"
		"            { \"level\": null, \"yuan\": null, \"maximum\": true }\n"
		"          ]\n"
		"        }\n"
		"      ],\n"
		"      \"notes\": [\n"
		"        \"一\",\n"
		"        \"二\"\n"
		"      ]\n"
		"    }\n"
		"  ]\n"
		"}\n";
	struct catalog *c = made_of(
		MADE_HEAD "{ \"keywords\": [\"信贷\"], \"id\": \"a\", \"name\": "
		"\"甲\" }" MADE_ENTRIES
		MADE_ENTRY(2, "\"火星省\"", "信贷") ", { \"notes\": [\"一\", \"二\"], "
		"\"inferred\": [\"province\"], "
		"\"printed_region\": \"太原\", \"measures\": [{ \"rewards\": [{ \"yuan\": "
		"100000, \"level\": "
		"\"国家级\" }, { \"maximum\": true }], \"categories\": [\"a\"], \"text\": "
		"\"补助\", \"label\": "
		"\"1\" }], \"references\": [{ \"kind\": \"document\", \"text\": \"1号\" }, { "
		"\"certain\": false, "
		"\"kind\": \"link\", \"text\": \"http://a/\", \"reason\": \"不明\", "
		"\"candidates\": [\"2号\", "
		"\"3号\"] }], \"region\": [\"山西省\", \"太原市\"], \"number\": 1 }" MADE_END);
	struct buffer out = { 0 };
	write_json_catalog(&out, c);
	EQ_STR(buffer_string(&out), want);
	buffer_done(&out);
	catalog_free(c);
}

static void write_numbers(const char *const *tables, struct buffer *out)
{
	struct buffer text = { 0 };
	struct catalog *c = made(tables, 2);
	write_json_catalog(&text, c);
	catalog_free(c);
	for (const char *at = buffer_string(&text); (at = strstr(at, "\"number\": ")); at++)
		buffer_print(out, "%d ", atoi(at + strlen("\"number\": ")));
	HAS(buffer_string(&text), "\"title\": \"表\"");
	buffer_done(&text);
}

TEST(several_tables_are_numbered_anew_only_where_numbers_meet)
{
	static const char *const apart[] = {
		MADE_HEAD MADE_ENTRIES MADE_ENTRY(5, "\"江苏省\"", "a") MADE_END,
		"{ \"format\": \"lingpao/1\", \"title\": \"二\", \"entries\": ["
		MADE_ENTRY(2, "\"北京市\"", "a") MADE_END,
	};
	static const char *const meeting[] = {
		MADE_HEAD MADE_ENTRIES MADE_ENTRY(5, "\"江苏省\"", "a") ","
		MADE_ENTRY(6, "\"北京市\"", "a") MADE_END,
		MADE_HEAD MADE_ENTRIES MADE_ENTRY(6, "\"北京市\"", "a") MADE_END,
	};
	struct buffer numbers = { 0 };
	write_numbers(apart, &numbers);
	EQ_STR(buffer_string(&numbers), "5 2 ");
	buffer_clear(&numbers);
	write_numbers(meeting, &numbers);
	EQ_STR(buffer_string(&numbers), "1 2 3 ");
	buffer_done(&numbers);
}

TEST(a_string_is_safe_on_a_terminal)
{
	static const struct { const char *text, *want; } cases[] = {
		{ NULL, "null" },
		{ "", "\"\"" },
		{ "“领跑者”", "\"“领跑者”\"" },
		{ "a\"b\\c/d", "\"a\\\"b\\\\c/d\"" },
		{ "\x1b[2J", "\"\\u001b[2J\"" },
		{ "a\tb\nc\r\x7f", "\"a\\u0009b\\u000ac\\u000d\\u007f\"" },
		{ "\xC2\x9B", "\"\\u009b\"" },
		{ "\u202e\u200b\u2028\ufeff", "\"\\u202e\\u200b\\u2028\\ufeff\"" },
		{ "\U000e0041", "\"\\udb40\\udc41\"" },
		{ "😀𠀀", "\"😀𠀀\"" },
		{ "\uFFFD", "\"\uFFFD\"" },
		{ "e\u0301", "\"e\u0301\"" },
		/* no C library need know it: the bytes are the same everywhere */
		{ "\u0378", "\"\u0378\"" },
	};
	EACH (c, cases) {
		struct buffer out = { 0 };
		write_json_string(&out, c->text);
		EQ_STR(buffer_string(&out), c->want);
		buffer_done(&out);
	}
}

TEST(regions_and_references_stand_on_one_line)
{
	struct catalog *c = load_builtin();
	struct buffer out = { 0 };
	const struct entry *e = &c->entries[c->reading[8]];
	write_json_region(&out, c, e->region);
	EQ_STR(buffer_string(&out), "[\"山西省\", \"太原市\"]");
	buffer_clear(&out);
	write_json_references(&out, e);
	EQ_STR(buffer_string(&out),
	       "[{ \"kind\": \"document\", \"text\": \"万政〔2018〕49号\", \"certain\": true }]");
	buffer_clear(&out);
	write_json_references(&out, &(struct entry){ .reference_count = 0 });
	EQ_STR(buffer_string(&out), "[]");
	buffer_done(&out);
	catalog_free(c);
}
