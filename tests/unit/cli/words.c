#include "cli/words.h"

#include <string.h>

#include "cli/entry.h"
#include "support/check.h"
#include "unit/table/made.h"

static const char table[] = MADE_HEAD
	"{ \"id\": \"credit\", \"name\": \"金融信贷\", \"short\": \"信贷\", \"keywords\": [\"贷款\"] }" MADE_ENTRIES
	"{ \"number\": 4, \"region\": [\"江苏省\"], \"printed_region\": \"江\\u001b苏\", \"inferred\": [\"province\"],"
	"\"notes\": [\"注一\", \"注二\"], \"references\": [{ \"kind\": \"document\", \"text\": \"甲1号\" },"
	"{ \"kind\": \"link\", \"text\": \"http://a\", \"certain\": false, \"candidates\": [\"乙2号\"], \"reason\": \"同页\" }],"
	"\"measures\": [{ \"label\": \"1\", \"text\": \"给\\u0007予\", \"categories\": [\"credit\"],"
	"\"rewards\": [{ \"level\": \"省级\", \"yuan\": 100000 }] }, { \"text\": \"=贷款\" }, { \"text\": \"无\" }] }" MADE_END;

TEST(words_of_an_entry_and_its_measures)
{
	struct catalog *c = made_of(table);
	struct buffer out = { 0 };
	words_references(&out, &c->entries[0], "；");
	EQ_STR(buffer_string(&out), "甲1号；http://a 存疑：也可能是 乙2号 （同页）");
	buffer_clear(&out);
	words_remarks(&out, &c->entries[0], "/");
	EQ_STR(buffer_string(&out), "省份为推断，原表只印“江\x1b苏”/注一/注二");
	static const char *const kinds[] = { "类别：信贷；奖补金额：省级 10万元", "类别：信贷（由关键词判定）", "" };
	static const char *const labels[] = { "1.", "", "" };
	for (size_t i = 0; i < 3; i++) {
		buffer_clear(&out);
		words_kind(&out, c, &c->measures[i]);
		EQ_STR(buffer_string(&out), kinds[i]);
		buffer_clear(&out);
		words_label(&out, &c->measures[i]);
		EQ_STR(buffer_string(&out), labels[i]);
	}
	buffer_done(&out);
	catalog_free(c);
}

TEST(marks_stand_around_characters_and_what_is_between_is_safe)
{
	struct spans marks = { 0 };
	struct buffer out = { 0 };
	spans_add(&marks, 1, 3);
	spans_add(&marks, 4, 5);
	words_marked(&out, "甲乙\x1b丙丁", &marks, "{", "}");
	EQ_STR(buffer_string(&out), "甲{乙\uFFFD}丙{丁}");
	buffer_clear(&out);
	words_padded(&out, "政", 5);
	words_padded(&out, "政策", 3);
	EQ_STR(buffer_string(&out), "政   政策");
	buffer_done(&out);
	spans_done(&marks);
}

TEST(an_entry_is_printed_with_all_that_is_known_of_it_and_safely)
{
	struct catalog *c = made_of(table);
	struct buffer out = { 0 };
	entry_text(&out, c, &c->entries[0]);
	EQ_STR(buffer_string(&out), "江苏省\n"
				    "  代码      320000\n"
				    "  序号      4\n"
				    "  原表印作  江\uFFFD苏\n"
				    "  推断      省份为推断，原表只印“江\uFFFD苏”\n"
				    "  文号      甲1号\n"
				    "  链接      http://a\n"
				    "            存疑：也可能是 乙2号 （同页）\n"
				    "  注        注一\n"
				    "  注        注二\n"
				    "  措施      3 项\n\n"
				    "  1.  给\uFFFD予\n"
				    "      类别：信贷；奖补金额：省级 10万元\n"
				    "  -   =贷款\n"
				    "      类别：信贷（由关键词判定）\n"
				    "  -   无\n\n");
	buffer_clear(&out);
	struct sheet s = entry_sheet(&out);
	entry_rows(&s, c, &c->entries[0]);
	HAS(buffer_string(&out), "序号,地域,标号,措施,类别,奖补金额,文号或链接,备注\r\n4,江苏省,1,给\uFFFD予,信贷,省级 10万元,");
	HAS(buffer_string(&out), "\r\n4,江苏省,,'=贷款,");
	buffer_clear(&out);
	entry_markdown(&out, c, &c->entries[0]);
	HAS(buffer_string(&out), "## 江苏省\n\n- 代码：320000\n- 序号：4\n");
	HAS(buffer_string(&out), "\n- 1\\. 给\uFFFD予\n  - 类别：信贷；奖补金额：省级 10万元\n- \\=贷款\n");
	buffer_done(&out);
	catalog_free(c);
}
