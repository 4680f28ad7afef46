/* Faults of content: a good table with one thing changed, and every line that is said about it. */
#include <string.h>

#include "support/check.h"

#include "base/buffer.h"
#include "table/read_json.h"

/* clang-format off */
static const char good[] =
	"{\n"
	"  \"$schema\": \"lingpao-1.schema.json\",\n"
	"  \"format\": \"lingpao/1\",\n"
	"  \"title\": \"一览表\",\n"
	"  \"source\": { \"description\": \"来源\" },\n"
	"  \"categories\": [\n"
	"    { \"id\": \"credit\", \"name\": \"金融信贷\", \"short\": \"信贷\", "
	"\"keywords\": [\"信贷\"] },\n"
	"    { \"id\": \"award\", \"name\": \"评奖采信\", \"short\": \"评奖\", \"keywords\": [] }\n"
	"  ],\n"
	"  \"entries\": [\n"
	"    {\n"
	"      \"number\": 1,\n"
	"      \"region\": [\"山西省\", \"太原市\"],\n"
	"      \"code\": \"140100\",\n"
	"      \"printed_region\": \"山西省 太原市\",\n"
	"      \"inferred\": [\"province\"],\n"
	"      \"references\": [\n"
	"        { \"kind\": \"document\", \"text\": \"1号\", \"certain\": true },\n"
	"        { \"kind\": \"link\", \"text\": \"http://a.cn/\", \"certain\": false, "
	"\"candidates\": [\"2号\"], \"reason\": \"分不清\" }\n"
	"      ],\n"
	"      \"measures\": [\n"
	"        {\n"
	"          \"label\": \"1\",\n"
	"          \"text\": \"给予信贷支持。\",\n"
	"          \"categories\": [\"credit\"],\n"
	"          \"rewards\": [{ \"level\": \"省级\", \"yuan\": 50000, \"maximum\": false }]\n"
	"        }\n"
	"      ],\n"
	"      \"notes\": [\"注\"]\n"
	"    },\n"
	"    { \"number\": 2, \"region\": [\"北京市\"], \"measures\": [{ \"text\": \"评奖\" }] }\n"
	"  ]\n"
	"}\n";

static const struct { const char *name, *from, *to, *said; } cases[] = {
		/* The table */
		{ "no format", "  \"format\": \"lingpao/1\",\n", "",
		  "1:1: format: 缺少，应为“lingpao/1”" },
		{ "another version", "lingpao/1\",", "lingpao/2\",",
		  "3:13: format: 是“lingpao/2”，应为“lingpao/1”" },
		{ "a format that is a number", "\"lingpao/1\"", "1",
		  "3:13: format: 是数字，应为非空文字" },
		{ "no title", "  \"title\": \"一览表\",\n", "",
		  "1:1: title: 缺少，应为非空文字" },
		{ "an empty title", "\"一览表\"", "\"\"",
		  "4:12: title: 为空，应为非空文字" },
		{ "a title of full-width spaces", "\"一览表\"", "\"　　\"",
		  "4:12: title: 为空，应为非空文字" },
		{ "a title that is null", "\"一览表\"", "null",
		  "4:12: title: 是 null，应为非空文字" },
		{ "a schema that is a number", "\"lingpao-1.schema.json\"", "1",
		  "2:14: $schema: 是数字，应为非空文字" },
		{ "a source that is a text", "{ \"description\": \"来源\" }", "\"来源\"",
		  "5:13: source: 是文字，应为对象" },
		{ "a source without description", "{ \"description\": \"来源\" }", "{}",
		  "5:13: source.description: 缺少，应为非空文字" },
		{ "an unknown key in the source",
		  "{ \"description\"",
		  "{ \"url\": \"x\", \"description\"",
		  "5:15: source.url: 不认识的键，应为：description" },
		{ "no entries, by a wrong name", "\"entries\"", "\"rows\"",
		  "1:1: entries: 缺少，应为条目的数组\n"
		  "10:3: rows: 不认识的键，应为：$schema、format、title、source、categories、entries" },
		{ "entries that are null", "\"entries\": [", "\"entries\": null, \"x\": [",
		  "10:14: entries: 是 null，应为条目的数组\n"
		  "10:20: x: 不认识的键，应为：$schema、format、title、source、categories、entries" },
		{ "a key in capitals", "\"title\"", "\"Title\"",
		  "1:1: title: 缺少，应为非空文字\n"
		  "4:3: Title: 不认识的键，应为：$schema、format、title、source、categories、entries" },
		{ "a key twice", "\"source\":", "\"title\": \"二\", \"source\":",
		  "5:3: title: 键重复（第一次在第 4 行），应只有一次" },
		/* Categories */
		{ "a category that is a text",
		  "{ \"id\": \"award\", \"name\": \"评奖采信\", \"short\": \"评奖\", \"keywords\": [] }",
		  "\"award\"",
		  "8:5: categories[1]: 是文字，应为对象" },
		{ "a category without id", "\"id\": \"award\", ", "",
		  "8:5: categories[1].id: 缺少，应为非空文字" },
		{ "a category without name", "\"name\": \"评奖采信\", ", "",
		  "8:5: categories[1].name: 缺少，应为非空文字" },
		{ "an empty id", "\"id\": \"award\"", "\"id\": \"\"",
		  "8:13: categories[1].id: 为空，应为非空文字" },
		{ "the same id twice", "\"id\": \"award\"", "\"id\": \"credit\"",
		  "8:13: categories[1].id: 类别“credit”重复（第一次在第 7 行），应只有一次" },
		{ "an empty short name", "\"评奖\", ", "\"\", ",
		  "8:47: categories[1].short: 为空，应为非空文字" },
		{ "keywords that are a text", "\"keywords\": []", "\"keywords\": \"评奖\"",
		  "8:65: categories[1].keywords: 是文字，应为文字的数组" },
		{ "an empty keyword", "\"keywords\": []", "\"keywords\": [\"评奖\", \"\"]",
		  "8:72: categories[1].keywords[1]: 为空，应为非空文字" },
		{ "an unknown key in a category",
		  "\"id\": \"award\",",
		  "\"id\": \"award\", \"color\": 1,",
		  "8:22: categories[1].color: 不认识的键，应为：id、name、short、keywords" },
		/* Entries */
		{ "an entry that is null",
		  "{ \"number\": 2, \"region\": [\"北京市\"], \"measures\": [{ \"text\": \"评奖\" }] }",
		  "null",
		  "31:5: entries[1]: 是 null，应为对象" },
		{ "an empty entry",
		  "{ \"number\": 2, \"region\": [\"北京市\"], \"measures\": [{ \"text\": \"评奖\" }] }",
		  "{}",
		  "31:5: entries[1].number: 缺少，应为正整数\n"
		  "31:5: entries[1].region: 缺少，应为一至三段文字的数组\n"
		  "31:5: entries[1].measures: 缺少，应为至少有一项措施的数组" },
		{ "a number that is a text", "\"number\": 2", "\"number\": \"2\"",
		  "31:17: entries[1].number: 是文字，应为正整数" },
		{ "a number of 0", "\"number\": 2", "\"number\": 0",
		  "31:17: entries[1].number: 是 0，应为正整数" },
		{ "a negative number", "\"number\": 2", "\"number\": -2",
		  "31:17: entries[1].number: 是 -2，应为正整数" },
		{ "a fraction", "\"number\": 2", "\"number\": 2.0",
		  "31:17: entries[1].number: 是 2.0，应为正整数" },
		{ "an exponent", "\"number\": 2", "\"number\": 2e0",
		  "31:17: entries[1].number: 是 2e0，应为正整数" },
		{ "a number beyond all", "\"number\": 2", "\"number\": 9000000000000001",
		  "31:17: entries[1].number: 是 9000000000000001，太大，应为正整数" },
		{ "a number of 40 digits",
		  "\"number\": 2",
		  "\"number\": 2000000000000000000000000000000000000000",
		  "31:17: entries[1].number: 是 200000000000000000000000…，太大，应为正整数" },
		{ "a number that is null", "\"number\": 2", "\"number\": null",
		  "31:17: entries[1].number: 是 null，应为正整数" },
		{ "the same number twice", "\"number\": 2", "\"number\": 1",
		  "31:17: entries[1].number: 序号 1 重复（第一次在第 12 行），应只有一次" },
		{ "an unknown key in an entry", "\"number\": 2", "\"nummer\": 2",
		  "31:5: entries[1].number: 缺少，应为正整数\n"
		  "31:7: entries[1].nummer: 不认识的键，应为：number、region、code、printed"
		  "_region、inferred、references、measures、notes" },
		{ "a key of measures in an entry",
		  "\"number\": 2,",
		  "\"number\": 2, \"text\": \"x\",",
		  "31:20: entries[1].text: 不认识的键，应为：number、region、code、printed_"
		  "region、inferred、references、measures、notes" },
		/* Regions */
		{ "a region that is a text", "[\"北京市\"]", "\"北京市\"",
		  "31:30: entries[1].region: 是文字，应为一至三段文字的数组，如 [\"山西省\", \"太原市\"]" },
		{ "an empty path", "[\"北京市\"]", "[]",
		  "31:30: entries[1].region: 为空，应为一至三段文字的数组，如 [\"山西省\", \"太原市\"]" },
		{ "a path of four", "[\"北京市\"]", "[\"北京市\", \"a\", \"b\", \"c\"]",
		  "31:30: entries[1].region: 有 4 级，应为一至三段文字的数组，如 [\"山西省\", \"太原市\"]" },
		{ "an empty name", "[\"北京市\"]", "[\"北京市\", \"\"]",
		  "31:38: entries[1].region[1]: 为空，应为非空文字" },
		{ "a name that is a number", "[\"北京市\"]", "[110000]",
		  "31:31: entries[1].region[0]: 是数字，应为非空文字" },
		{ "a code that is a number", "\"code\": \"140100\"", "\"code\": 140100",
		  "14:15: entries[0].code: 是数字，应为非空文字" },
		{ "a code of five digits", "\"140100\"", "\"14010\"",
		  "14:15: entries[0].code: 是“14010”，应为六位数字的 GB/T 2260 代码" },
		{ "a code with letters", "\"140100\"", "\"14010x\"",
		  "14:15: entries[0].code: 是“14010x”，应为六位数字的 GB/T 2260 代码" },
		{ "a code in full width", "\"140100\"", "\"１４０１００\"",
		  "14:15: entries[0].code: 是“１４０１００”，应为六位数字的 GB/T 2260 代码" },
		{ "an unknown code", "\"140100\"", "\"149999\"",
		  "14:15: entries[0].code: 没有代码 149999，应为 GB/T 2260 中的代码" },
		{ "the code of another city", "\"140100\"", "\"140200\"",
		  "14:15: entries[0].code: 140200 是山西省/大同市的代码，应为山西省/太原市的代码" },
		{ "the code of the province", "\"140100\"", "\"140000\"",
		  "14:15: entries[0].code: 140000 是山西省的代码，应为山西省/太原市的代码" },
		{ "the code of a city in another province",
		  "[\"山西省\", \"太原市\"]",
		  "[\"山东省\", \"太原市\"]",
		  "14:15: entries[0].code: 140100 是山西省/太原市的代码，应为山东省/太原市的代码" },
		{ "a province by its short name",
		  "[\"山西省\", \"太原市\"]",
		  "[\"山西\", \"太原市\"]",
		  "14:15: entries[0].code: 140100 是山西省/太原市的代码，"
		  "地域名“山西/太原市”应为“山西省/太原市”" },
		{ "both by their short names",
		  "[\"山西省\", \"太原市\"]",
		  "[\"山西\", \"太原\"]",
		  "14:15: entries[0].code: 140100 是山西省/太原市的代码，"
		  "地域名“山西/太原”应为“山西省/太原市”" },
		{ "a short name with the code of another city",
		  "[\"山西省\", \"太原市\"]",
		  "[\"山西省\", \"大同\"]",
		  "14:15: entries[0].code: 140100 是山西省/太原市的代码，应为山西省/大同的代码" },
		{ "an empty printed name", "\"山西省 太原市\"", "\"\"",
		  "15:25: entries[0].printed_region: 为空，应为非空文字" },
		{ "a printed name that is an array", "\"山西省 太原市\"", "[\"山西省\"]",
		  "15:25: entries[0].printed_region: 是数组，应为非空文字" },
		{ "an unknown level", "[\"province\"]", "[\"provinz\"]",
		  "16:20: entries[0].inferred[0]: 是“provinz”，应为“province”、“city”或“county”" },
		{ "a level that the path lacks", "[\"province\"]", "[\"county\"]",
		  "16:20: entries[0].inferred[0]: region 只有 2 级，没有“county”，应为有的级" },
		{ "a level twice", "[\"province\"]", "[\"province\", \"province\"]",
		  "16:32: entries[0].inferred[1]: “province”重复，应只有一次" },
		{ "inferred that is true", "[\"province\"]", "true",
		  "16:19: entries[0].inferred: 是 true，应为“province”、“city”、“county”的数组" },
		/* References */
		{ "a reference that is a text",
		  "{ \"kind\": \"document\", \"text\": \"1号\", \"certain\": true }",
		  "\"1号\"",
		  "18:9: entries[0].references[0]: 是文字，应为对象" },
		{ "no kind", "\"kind\": \"document\", ", "",
		  "18:9: entries[0].references[0].kind: 缺少，应为“document”或“link”" },
		{ "an unknown kind", "\"document\"", "\"book\"",
		  "18:19: entries[0].references[0].kind: 是“book”，应为“document”或“link”" },
		{ "no text", "\"text\": \"1号\", ", "",
		  "18:9: entries[0].references[0].text: 缺少，应为非空文字" },
		{ "an empty text", "\"1号\"", "\" \"",
		  "18:39: entries[0].references[0].text: 为空，应为非空文字" },
		{ "a link by another scheme", "http://a.cn/", "ftp://a.cn/",
		  "19:35: entries[0].references[1].text: 不是链接，应以 http:// 或 https:// 开头" },
		{ "a script for a link", "http://a.cn/", "javascript:alert(1)",
		  "19:35: entries[0].references[1].text: 不是链接，应以 http:// 或 https:// 开头" },
		{ "a scheme alone", "http://a.cn/", "https://",
		  "19:35: entries[0].references[1].text: 链接不完整，应有主机名" },
		{ "a space in a link", "http://a.cn/", "http://a.cn/ b",
		  "19:35: entries[0].references[1].text: 链接中有空白或控制字符，应没有" },
		{ "an escape sequence in a link", "http://a.cn/", "http://a.cn/\\u001b]8;;",
		  "19:35: entries[0].references[1].text: 链接中有空白或控制字符，应没有" },
		{ "certain that is a text", "\"certain\": true", "\"certain\": \"yes\"",
		  "18:56: entries[0].references[0].certain: 是文字，应为逻辑值（true 或 false）" },
		{ "no reason", ", \"reason\": \"分不清\"", "",
		  "19:9: entries[0].references[1].reason: 缺少，文号不确定时应为非空文字" },
		{ "no candidates", ", \"candidates\": [\"2号\"]", "",
		  "19:9: entries[0].references[1].candidates: 缺少，文号不确定时应为至少有一段文字的数组" },
		{ "no candidates in the array", "[\"2号\"]", "[]",
		  "19:83: entries[0].references[1].candidates: 为空，应为至少有一段文字的数组" },
		{ "an empty candidate", "[\"2号\"]", "[\"2号\", \"\"]",
		  "19:90: entries[0].references[1].candidates[1]: 为空，应为非空文字" },
		{ "a reason that is null", "\"分不清\"", "null",
		  "19:101: entries[0].references[1].reason: 是 null，应为非空文字" },
		{ "neither candidates nor reason",
		  ", \"candidates\": [\"2号\"], \"reason\": \"分不清\"",
		  "",
		  "19:9: entries[0].references[1].candidates: 缺少，文号不确定时应为至少有一段文字的数组\n"
		  "19:9: entries[0].references[1].reason: 缺少，文号不确定时应为非空文字" },
		{ "certain with a reason",
		  "\"certain\": true",
		  "\"certain\": true, \"reason\": \"x\"",
		  "18:72: entries[0].references[0].reason: 文号确定（certain 不是 false），不应有此键" },
		{ "certain by default, with candidates",
		  "\"certain\": true",
		  "\"candidates\": [\"x\"]",
		  "18:59: entries[0].references[0].candidates: 文号确定（certain 不是 false），不应有此键" },
		/* Measures */
		{ "no measures", ", \"measures\": [{ \"text\": \"评奖\" }]", "",
		  "31:5: entries[1].measures: 缺少，应为至少有一项措施的数组" },
		{ "measures that are empty", "[{ \"text\": \"评奖\" }]", "[]",
		  "31:51: entries[1].measures: 为空，应为至少有一项措施的数组" },
		{ "a measure that is a text", "[{ \"text\": \"评奖\" }]", "[\"评奖\"]",
		  "31:52: entries[1].measures[0]: 是文字，应为对象" },
		{ "a measure without text", "{ \"text\": \"评奖\" }", "{ \"label\": \"1\" }",
		  "31:52: entries[1].measures[0].text: 缺少，应为非空文字" },
		{ "an empty measure", "\"评奖\" }", "\"\" }",
		  "31:62: entries[1].measures[0].text: 为空，应为非空文字" },
		{ "a measure of white space", "\"评奖\" }", "\"\\n\\t \\u3000\" }",
		  "31:62: entries[1].measures[0].text: 为空，应为非空文字" },
		{ "a text that is an array", "\"评奖\" }", "[\"评奖\"] }",
		  "31:62: entries[1].measures[0].text: 是数组，应为非空文字" },
		{ "a label that is a number", "\"label\": \"1\"", "\"label\": 1",
		  "23:20: entries[0].measures[0].label: 是数字，应为非空文字" },
		{ "an empty label", "\"label\": \"1\"", "\"label\": \"\"",
		  "23:20: entries[0].measures[0].label: 为空，应为非空文字" },
		{ "an unknown category", "[\"credit\"]", "[\"kredit\"]",
		  "25:26: entries[0].measures[0].categories[0]: 没有类别“kredit”，应为 categories 中的 id" },
		{ "a category by its name", "[\"credit\"]", "[\"金融信贷\"]",
		  "25:26: entries[0].measures[0].categories[0]: 没有类别“金融信贷”，应为 categories 中的 id" },
		{ "a category twice", "[\"credit\"]", "[\"credit\", \"award\", \"credit\"]",
		  "25:45: entries[0].measures[0].categories[2]: 类别“credit”重复，应只有一次" },
		{ "categories that are a text", "[\"credit\"]", "\"credit\"",
		  "25:25: entries[0].measures[0].categories: 是文字，应为类别 id 的数组" },
		{ "a category that is a number", "[\"credit\"]", "[7]",
		  "25:26: entries[0].measures[0].categories[0]: 是数字，应为非空文字" },
		/* Rewards and notes */
		{ "a reward that is a number",
		  "{ \"level\": \"省级\", \"yuan\": 50000, \"maximum\": false }",
		  "50000",
		  "26:23: entries[0].measures[0].rewards[0]: 是数字，应为对象" },
		{ "a level that is a number", "\"省级\"", "1",
		  "26:34: entries[0].measures[0].rewards[0].level: 是数字，应为非空文字" },
		{ "an empty level", "\"省级\"", "\"\"",
		  "26:34: entries[0].measures[0].rewards[0].level: 为空，应为非空文字" },
		{ "a negative sum", "50000", "-1",
		  "26:48: entries[0].measures[0].rewards[0].yuan: 是 -1，应为金额（0 至"
		  " 9000000000000000 元的整数）或 null" },
		{ "a fraction of a yuan", "50000", "0.5",
		  "26:48: entries[0].measures[0].rewards[0].yuan: 是 0.5，应为金额（0 "
		  "至 9000000000000000 元的整数）或 null" },
		{ "a sum too great", "50000", "9000000000000001",
		  "26:48: entries[0].measures[0].rewards[0].yuan: 是 90000000000"
		  "00001，太大，应为金额（0 至 9000000000000000 元的整数）或 null" },
		{ "a sum as a text", "50000", "\"5万元\"",
		  "26:48: entries[0].measures[0].rewards[0].yuan: 是文字，应为金额（0 至 "
		  "9000000000000000 元的整数）或 null" },
		{ "maximum that is null", "\"maximum\": false", "\"maximum\": null",
		  "26:66: entries[0].measures[0].rewards[0].maximum: 是 null，应为逻辑值（true 或 false）" },
		{ "an unknown key in a reward", "\"maximum\"", "\"minimum\"",
		  "26:55: entries[0].measures[0].rewards[0].minimum: 不认识的键，应为：level、yuan、maximum" },
		{ "rewards that are null",
		  "\"rewards\": [{ \"level\": \"省级\", \"yuan\": 50000, \"maximum\": false }]",
		  "\"rewards\": null",
		  "26:22: entries[0].measures[0].rewards: 是 null，应为奖补金额的数组" },
		{ "notes that are a text", "[\"注\"]", "\"注\"",
		  "29:16: entries[0].notes: 是文字，应为文字的数组" },
		{ "an empty note", "[\"注\"]", "[\"注\", \"\"]",
		  "29:22: entries[0].notes[1]: 为空，应为非空文字" },
		{ "a note that is null", "[\"注\"]", "[null]",
		  "29:17: entries[0].notes[0]: 是 null，应为非空文字" },
		/* Several at once, in the order of the text */
		{ "a wrong key between an empty text and a missing one",
		  "\"label\": \"1\",",
		  "\"label\": \"\", \"lable\": \"1\",",
		  "23:20: entries[0].measures[0].label: 为空，应为非空文字\n"
		  "23:24: entries[0].measures[0].lable: 不认识的键，应为：label、text、categories、rewards" },
		{ "an escape sequence and a disguise in a key",
		  "\"label\": \"1\",",
		  "\"\\u001b[31m\\u202e\": 1,",
		  "23:11: entries[0].measures[0].�[31m�: 不认识的键，应为：label、text、categories、rewards" },
};
/* clang-format on */

static void change(struct buffer *out, const char *from, const char *to)
{
	const char *at = strstr(good, from);
	TRUE(at != NULL);
	buffer_add(out, good, (size_t)(at - good));
	buffer_text(out, to);
	buffer_text(out, at + strlen(from));
}

/* What is said about the text, a line each, without the file's name. */
static void read_and_say(const char *text, struct buffer *said)
{
	struct build *b = build_new();
	struct faults faults = { 0 };
	bool accepted = read_json("t", text, strlen(text), b, &faults);
	TRUE(accepted == (faults.count == 0));
	struct buffer line = { 0 };
	for (size_t i = 0; i < faults.count; i++) {
		buffer_clear(&line);
		faults_print(&faults.all[i], &line);
		buffer_print(said, "%s%s", i ? "\n" : "", buffer_string(&line) + strlen("t:"));
	}
	buffer_done(&line);
	faults_done(&faults);
	build_free(b);
}

TEST(the_table_without_a_change_is_accepted)
{
	struct buffer said = { 0 };
	read_and_say(good, &said);
	EQ_STR(buffer_string(&said), "");
	buffer_done(&said);
}

TEST(every_fault_of_content_has_its_place_path_and_reason)
{
	EACH (c, cases) {
		struct buffer text = { 0 }, said = { 0 };
		change(&text, c->from, c->to);
		read_and_say(buffer_string(&text), &said);
		EQ_STR(buffer_string(&said), c->said);
		buffer_done(&text);
		buffer_done(&said);
	}
}
