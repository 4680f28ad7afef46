#include "table/lines.h"

#include "support/check.h"

#include "table/build.h"
#include "table/json.h"
#include "table/load.h"
#include "table/source.h"
#include "unit/table/made_lines.h"

/* What a file of these bytes gives: measures in the order of the file, then what is said, refused and
 * unlisted. The file's name is "F" in it. */
static void load_bytes(const char *bytes, size_t n, struct buffer *said)
{
	char path[MADE_PATH];
	const char *file = path;
	made_file(path, bytes, n);
	struct faults faults = { 0 };
	struct catalog *c = load_tables(&file, 1, &faults);
	buffer_clear(said);
	for (size_t i = 0; c && i < c->entry_count; i++) {
		const struct entry *e = &c->entries[c->reading[i]];
		buffer_print(said, "%lld", (long long)e->number);
		for (size_t k = 0; k < e->measure_count; k++)
			buffer_print(said, " %s", c->measures[e->first_measure + k].text);
		buffer_char(said, '\n');
	}
	for (size_t i = 0; i < faults.count; i++) {
		struct fault fault = faults.all[i];
		EQ_STR(fault.file, path);
		fault.file = "F";
		faults_print(&fault, said);
		buffer_char(said, '\n');
	}
	if (faults.refused || faults.unlisted)
		buffer_print(said, "refused %zu unlisted %zu\n", faults.refused, faults.unlisted);
	if (!c)
		buffer_text(said, "nothing\n");
	catalog_free(c);
	faults_done(&faults);
	remove(path);
}

#define A LINE(1, "\"北京市\"", "甲")
#define B LINE(7, "\"江苏省\",\"南通市\"", "乙")
#define HEADER "{\"format\":\"lingpao/1\",\"title\":\"表\",\"categories\":[" \
	"{\"id\":\"c\",\"name\":\"金融\",\"keywords\":[\"信贷\"]}]}"

TEST(lines_are_read_whatever_stands_between_them)
{
	static const struct { const char *bytes, *said; } cases[] = {
		{ A "\n" B "\n", "1 甲\n7 乙\n" },
		{ A "\n" B, "1 甲\n7 乙\n" },
		{ A, "1 甲\n" },
		{ "\n \t\n" A "\r\n\r\n\n" B "\r\n \n", "1 甲\n7 乙\n" },
		{ "\xEF\xBB\xBF" A "\n" B "\n", "1 甲\n7 乙\n" },
		{ HEADER "\n" A "\n" B "\n", "1 甲\n7 乙\n" },
		{ "\xEF\xBB\xBF\n" HEADER "\r\n" A "\r\n", "1 甲\n" },
		/* A line without a number has the line's. */
		{ LINE_WITHOUT("\"北京市\"", "丙") "\n\n" LINE_WITHOUT("\"北京市\"", "丁"), "1 丙\n3 丁\n" },
		{ HEADER "\n" LINE_WITHOUT("\"北京市\"", "丙"), "2 丙\n" },
		{ LINE(1, "\"北京市\"", "\\u4e00\\ud83d\\ude00\\\"\\\\\\/") "\n", "1 一😀\"\\/\n" },
		{ "{\"\\u006eumber\":5,\"r\\u0065gion\":[\"北京市\"],\"measures\":[{\"text\":\"甲\"}]}\n" A,
		  "5 甲\n1 甲\n" },
	};
	struct buffer said = { 0 };
	EACH (c, cases) {
		load_bytes(c->bytes, strlen(c->bytes), &said);
		EQ_STR(buffer_string(&said), c->said);
	}
	buffer_done(&said);
}

TEST(a_faulty_line_is_named_and_the_rest_is_read)
{
	static const struct { const char *bytes, *said; } cases[] = {
		{ A "\n{\"number\":2,\n" B, "1 甲\n7 乙\nF:2:13: 文件到此为止，应为键（用双引号）\n"
					    "refused 1 unlisted 0\n" },
		{ A "\n\n[1]\n" B, "1 甲\n7 乙\nF:3:1: 是数组，应为对象\nrefused 1 unlisted 0\n" },
		{ A "\n" A "\n" B, "1 甲\n7 乙\nF:2:11: number: 序号 1 重复（第一次在第 1 行），应只有一次\n"
				   "refused 1 unlisted 0\n" },
		{ B "\n" A "\n" B "\n{\n", "7 乙\n1 甲\nF:3:11: number: 序号 7 重复（第一次在第 1 行），应只有一次\n"
				   "F:4:2: 文件到此为止，应为键（用双引号）或“}”\nrefused 2 unlisted 0\n" },
		{ A "\n" LINE(2, "\"北京市\"", " ") "\n",
		  "1 甲\nF:2:50: measures[0].text: 为空，应为非空文字\nrefused 1 unlisted 0\n" },
		{ A "\n" LINE(2, "", "x\xFFy") "\n",
		  "1 甲\nF:2:47: 不是 UTF-8：字节 0xff，不会出现的字节，应为 UTF-8 文字\nrefused 1 unlisted 0\n" },
		{ A "\n" A B "\n" B, "1 甲\n7 乙\nF:2:56: 这里是“{”，应为文件结束\nrefused 1 unlisted 0\n" },
		/* The first line may be the faulty one. */
		{ "{\"number\":x}\n" B "\n", "7 乙\nF:1:11: 这里是“x”，应为值\nrefused 1 unlisted 0\n" },
		/* A header is a line, too. */
		{ "{\"format\":\"lingpao/2\",\"title\":\"t\"}\n" A,
		  "1 甲\nF:1:11: format: 是“lingpao/2”，应为“lingpao/1”\nrefused 1 unlisted 0\n" },
		{ A "\n{\"format\":\"lingpao/1\",\"region\":[\"北京市\"],\"measures\":[{\"text\":\"x\"}]}\n",
		  "1 甲\nF:2:2: format: 不认识的键，应为：number、region、code、printed_region、inferred、"
		  "references、measures、notes\nrefused 1 unlisted 0\n" },
	};
	struct buffer said = { 0 };
	EACH (c, cases) {
		load_bytes(c->bytes, strlen(c->bytes), &said);
		EQ_STR(buffer_string(&said), c->said);
	}
	buffer_done(&said);
}

TEST(what_is_no_table_of_lines_is_read_as_a_whole)
{
	static const struct { const char *bytes, *said; } cases[] = {
		{ "", "F:1:1: 文件到此为止，应为值\nnothing\n" },
		{ " \n\n", "F:3:1: 文件到此为止，应为值\nnothing\n" },
		{ "{\"format\":\"lingpao/1\",\"title\":\"t\",\"entries\":[" A "]}\n", "1 甲\n" },
		{ "{\n\"format\":\"lingpao/1\",\"title\":\"t\",\"entries\":[\n" A ",\n" B "\n]}\n", "1 甲\n7 乙\n" },
		{ "{\"format\":\"lingpao/1\",\"title\":\"t\",\"entries\":[\n" A ",\n" B "\n]}\n", "1 甲\n7 乙\n" },
		/* A header alone is a table without its entries. */
		{ HEADER "\n\n", "F:1:1: entries: 缺少，应为条目的数组\nnothing\n" },
		{ "[1]\n[2]\n", "F:2:1: 这里是“[”，应为文件结束\nnothing\n" },
		/* Nothing but refused lines. */
		{ LINE(0, "\"北京市\"", "x"), "F:1:11: number: 是 0，应为正整数\nrefused 1 unlisted 0\nnothing\n" },
	};
	struct buffer said = { 0 };
	EACH (c, cases) {
		load_bytes(c->bytes, strlen(c->bytes), &said);
		EQ_STR(buffer_string(&said), c->said);
	}
	buffer_done(&said);
}

TEST(categories_come_from_the_header_or_from_keywords_of_any_table)
{
	char lines[MADE_PATH], whole[MADE_PATH], headed[MADE_PATH];
	static const char plain[] = LINE(1, "\"北京市\"", "信贷与补助") "\n";
	static const char table[] = "{\"format\":\"lingpao/1\",\"title\":\"t\",\"categories\":["
		"{\"id\":\"s\",\"name\":\"奖补\",\"keywords\":[\"补助\"]}],\"entries\":[]}";
	static const char with[] = HEADER "\n"
		"{\"region\":[\"北京市\"],\"measures\":[{\"text\":\"补助\",\"categories\":[\"c\"]}]}\n";
	made_file(lines, plain, sizeof(plain) - 1);
	made_file(whole, table, sizeof(table) - 1);
	made_file(headed, with, sizeof(with) - 1);
	struct faults faults = { 0 };
	struct catalog *c = load_tables((const char *[]){ lines, whole, headed }, 3, &faults);
	TRUE(c != NULL);
	EQ_INT(c->category_count, 18); /* the built-in ones, since the first file defines none */
	EQ_STR(c->tables[0].title, strrchr(lines, '/') + 1); /* without a header: the file's name */
	EQ_STR(c->tables[2].title, "表");
	EQ_STR(c->categories[2].id, "credit");
	EQ_STR(c->categories[5].id, "subsidy");
	EQ_INT(c->measures[0].categories, 1 << 2 | 1 << 5 | 1 << 16 | 1 << 17);
	TRUE(c->measures[0].by_keywords);
	EQ_INT(c->measures[1].categories, 1 << 17);
	TRUE(!c->measures[1].by_keywords);
	EQ_INT(c->entries[1].number, 2);
	EQ_INT(c->entries[1].table, 2);
	catalog_free(c);
	faults_done(&faults);
	remove(lines);
	remove(whole);
	remove(headed);
}

TEST(at_most_a_thousand_faults_are_kept_and_all_are_counted)
{
	struct buffer bytes = { 0 }, said = { 0 };
	buffer_text(&bytes, A "\n");
	for (int i = 0; i < 2500; i++)
		buffer_text(&bytes, "{}\n");
	buffer_text(&bytes, B "\n");
	load_bytes(buffer_string(&bytes), bytes.n, &said);
	TRUE(strncmp(buffer_string(&said), "1 甲\n7 乙\nF:2:1: region: 缺少", 30) == 0);
	/* Two faults a line: region and measures. */
	HAS(buffer_string(&said), "F:501:1: measures: ");
	HAS(buffer_string(&said), "\nrefused 2500 unlisted 4000\n");
	buffer_done(&bytes);
	buffer_done(&said);
}

/* An entry whose line is `bytes` long; notes of a megabyte at most fill it. */
static void add_long_line(struct buffer *out, size_t bytes)
{
	size_t start = out->n;
	buffer_text(out, "{\"region\":[\"北京市\"],\"measures\":[{\"text\":\"长\"}],\"notes\":[");
	size_t end = start + bytes - 2;
	while (end - out->n > 3) {
		size_t left = end - out->n - 2 - (out->bytes[out->n - 1] == '"');
		size_t n = left > 1000000 ? 900000 : left;
		buffer_text(out, out->bytes[out->n - 1] == '"' ? ",\"" : "\"");
		buffer_repeat(out, 'x', (int)n);
		buffer_char(out, '"');
	}
	buffer_repeat(out, ' ', (int)(end - out->n));
	buffer_text(out, "]}");
	EQ_INT(out->n - start, bytes);
}

TEST(a_line_of_more_than_four_megabytes_is_refused_with_its_number)
{
	static const struct { size_t bytes; const char *said; } cases[] = {
		{ LINES_LONGEST, "1 甲\n2 长\n7 乙\n" },
		{ LINES_LONGEST + 1, "1 甲\n7 乙\nF:2:1: 这一行长于 4 MiB，应更短\nrefused 1 unlisted 0\n" },
		{ 3 * (size_t)LINES_LONGEST + 12345,
		  "1 甲\n7 乙\nF:2:1: 这一行长于 4 MiB，应更短\nrefused 1 unlisted 0\n" },
	};
	EACH (c, cases) {
		struct buffer bytes = { 0 }, said = { 0 };
		buffer_text(&bytes, A "\n");
		add_long_line(&bytes, c->bytes);
		buffer_text(&bytes, "\n" B "\n");
		load_bytes(buffer_string(&bytes), bytes.n, &said);
		EQ_STR(buffer_string(&said), c->said);
		buffer_done(&bytes);
		buffer_done(&said);
	}
}

/* A line is read as the same entry is in a whole table; faults are the same but for their place. */
TEST(lines_and_whole_tables_agree_on_entries_made_wrong_at_random)
{
	static const char entry[] =
		"{\"number\":3,\"region\":[\"河南省\",\"郑州市\"],\"code\":\"410100\",\"inferred\":[\"province\"],"
		"\"references\":[{\"kind\":\"link\",\"text\":\"http://a/b\",\"certain\":false,"
		"\"candidates\":[\"x\"],\"reason\":\"y\"}],\"measures\":[{\"label\":null,\"text\":\"给\\u4e00\\n\","
		"\"rewards\":[{\"yuan\":100,\"maximum\":true}]}],\"notes\":[\"z\"]}";
	static const char letters[] = "{}[]\":,\\u0e1ntrx- \xE4\xB8";
	uint32_t random = 1;
	for (int round = 0; round < 3000; round++) {
		char line[sizeof(entry)];
		memcpy(line, entry, sizeof(entry));
		for (int changes = 0; changes <= round % 3; changes++) {
			random = random * 1664525 + 1013904223;
			line[(random >> 8) % (sizeof(entry) - 1)] =
				letters[(random >> 20) % (sizeof(letters) - 1)];
		}
		struct faults a = { 0 }, b = { 0 };
		struct json *one = json_open("F", line, sizeof(line) - 1, &a);
		struct json *many = json_lines("F");
		bool opened = json_open_line(many, 1, line, sizeof(line) - 1, &b);
		EQ_INT(opened, one != NULL);
		struct vocabulary none = { .count = 0 };
		struct arena arena = { 0 };
		if (opened) {
			struct build_entry x = { 0 }, y = { 0 };
			struct json_value v = json_root(one), w = json_root(many);
			struct entry_places places = { 0 };
			read_entry(&v, &none, true, &arena, &x, &places);
			read_entry(&w, &none, true, &arena, &y, &places);
			if (json_fault_count(one) == 0) {
				EQ_INT(y.number, x.number);
				EQ_STR(y.path[1], x.path[1]);
				EQ_INT(y.inferred, x.inferred);
				EQ_INT(y.measure_count, x.measure_count);
				EQ_STR(y.measures[0].text, x.measures[0].text);
				EQ_INT(y.measures[0].reward_count, x.measures[0].reward_count);
				EQ_INT(y.reference_count, x.reference_count);
			}
			json_close_line(many, &b);
			json_close(one, &a);
		}
		json_close(many, &b);
		EQ_INT(b.count, a.count);
		for (size_t i = 0; i < a.count; i++) {
			EQ_STR(b.all[i].what, a.all[i].what);
			EQ_INT(b.all[i].column, a.all[i].column);
			EQ_INT(b.all[i].line, a.all[i].line);
		}
		arena_done(&arena);
		faults_done(&a);
		faults_done(&b);
	}
}
