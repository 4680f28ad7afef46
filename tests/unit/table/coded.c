#include "table/coded.h"

#include "support/check.h"

#include "table/load.h"
#include "unit/table/made_lines.h"

#define IN_TABLE(entries) "{\"format\":\"lingpao/1\",\"title\":\"表\",\"entries\":[\n" entries "]}"
#define CODED(number, region, code) \
	"{\"number\":" #number ",\"region\":[" region "],\"code\":\"" code "\",\"measures\":[{\"text\":\"甲\"}]}"
#define QIAOXI "\"河北省\",\"桥西区\""

/* The regions as "name code ", then the faults as "file:line path what;", files by their number. */
static void load(const char *const *texts, size_t count, struct buffer *said)
{
	char paths[2][MADE_PATH];
	const char *files[2] = { paths[0], paths[1] };
	for (size_t i = 0; i < count; i++)
		made_file(paths[i], texts[i], strlen(texts[i]));
	struct faults faults = { 0 };
	struct catalog *c = load_tables(files, count, &faults);
	buffer_clear(said);
	for (size_t i = 0; c && i < c->region_count; i++)
		buffer_print(said, "%s %d ", c->regions[i].name, c->regions[i].code);
	for (size_t i = 0; i < faults.count; i++)
		buffer_print(said, "%d:%zu %s %s;", strcmp(faults.all[i].file, paths[0]) != 0,
			     faults.all[i].line, faults.all[i].path, faults.all[i].what);
	catalog_free(c);
	faults_done(&faults);
	for (size_t i = 0; i < count; i++)
		remove(paths[i]);
}

TEST(a_region_has_one_code)
{
	static const struct { const char *text, *said; } cases[] = {
		{ IN_TABLE(CODED(1, QIAOXI, "130104") ",\n" CODED(2, QIAOXI, "130104")),
		  "河北省 130000 桥西区 130104 " },
		/* an entry that says none is of the one that is there, before or after */
		{ IN_TABLE(LINE(1, QIAOXI, "甲") ",\n" CODED(2, QIAOXI, "130703") ",\n" LINE(3, QIAOXI, "甲")),
		  "河北省 130000 桥西区 130703 " },
		/* names written in full are two regions */
		{ IN_TABLE(CODED(1, "\"河北省\",\"石家庄市\",\"桥西区\"", "130104") ",\n"
			   CODED(2, "\"河北省\",\"张家口市\",\"桥西区\"", "130703")),
		  "河北省 130000 石家庄市 130100 桥西区 130104 张家口市 130700 桥西区 130703 " },
		{ CODED(1, QIAOXI, "130104") "\n" CODED(2, QIAOXI, "130104"), "河北省 130000 桥西区 130104 " },
		{ LINE(1, QIAOXI, "甲") "\n" CODED(2, QIAOXI, "130703") "\n" LINE(3, QIAOXI, "甲"),
		  "河北省 130000 桥西区 130703 " },
		{ CODED(1, QIAOXI, "130104") "\n\n" CODED(2, QIAOXI, "130703") "\n" LINE(3, QIAOXI, "甲"),
		  "河北省 130000 桥西区 130104 0:3 code 130703 与第 1 行" },
		/* the code of a refused line is nobody's */
		{ LINE(1, QIAOXI, "甲") "\n" CODED(1, QIAOXI, "130703"), "河北省 130000 桥西区 0 0:2 number 序号" },
	};
	struct buffer said = { 0 };
	EACH (c, cases) {
		load(&c->text, 1, &said);
		HAS(buffer_string(&said), c->said);
		TRUE(said.n == strlen(c->said) || strchr(c->said, ':'));
	}
	buffer_done(&said);
}

TEST(the_fault_names_both_codes_and_both_places)
{
	static const char *const whole = IN_TABLE("{},\n" CODED(1, QIAOXI, "130104") ",\n\n"
						  CODED(3, QIAOXI, "130703"));
	static const char *const two[] = { IN_TABLE(CODED(1, QIAOXI, "130104")),
					   CODED(1, QIAOXI, "130703") };
	struct buffer said = { 0 };
	load(&whole, 1, &said);
	HAS(buffer_string(&said), "0:5 entries[2].code 130703 与第 3 行同一地域的代码 130104 不同，应相同；"
				  "若是两地，region 应写全：河北省/张家口市/桥西区、河北省/石家庄市/桥西区;");
	load(two, 2, &said);
	HAS(buffer_string(&said), "1:1 code 130703 与 /tmp/lingpao-lines-");
	HAS(buffer_string(&said), " 第 2 行同一地域的代码 130104 不同");
	buffer_done(&said);
}

/* Far more than one block of a file holds, the last line the only wrong one. */
TEST(a_code_is_known_in_every_part_of_a_long_file)
{
	struct buffer text = { 0 }, said = { 0 };
	for (int i = 0; i < 12000; i++)
		buffer_text(&text, "{\"region\":[" QIAOXI "],\"code\":\"130104\",\"measures\":[{\"text\":\"甲\"}]}\n");
	buffer_text(&text, "{\"region\":[" QIAOXI "],\"code\":\"130703\",\"measures\":[{\"text\":\"甲\"}]}\n");
	const char *bytes = buffer_string(&text);
	load(&bytes, 1, &said);
	HAS(buffer_string(&said), "桥西区 130104 0:12001 code 130703 与第 1 行");
	buffer_done(&text);
	buffer_done(&said);
}
