#include "cli/print.h"

#include "support/check.h"
#include "unit/table/made.h"

static struct catalog *small(void)
{
	return made_of(MADE_HEAD MADE_ENTRIES MADE_ENTRY(1, "\"江苏省\"", "给予信贷支持。") ","
		MADE_ENTRY(2, "\"山东省\", \"济南市\"", "给予信贷支持") "," MADE_ENTRY(3, "\"无名省\"", "减少检查") MADE_END);
}

TEST(the_list_has_a_row_for_each_region_and_a_sum)
{
	struct catalog *c = small();
	struct buffer out = { 0 };
	EQ_INT(print_list(&(struct options){ 0 }, c, &out), EXIT_FOUND);
	EQ_STR(buffer_string(&out), "表\n"
				    "地域      代码      条目    措施  含下级  备注\n"
				    "江苏省    320000       1       1       1\n"
				    "山东省    370000       0       0       1\n"
				    "  济南市  370100       1       1       1\n"
				    "无名省                 1       1       1\n"
				    "共 3 条 3 项，3 个省级地域，1 个市\n");
	buffer_clear(&out);
	print_list(&(struct options){ .format = FORMAT_JSON }, c, &out);
	HAS(buffer_string(&out), "{\"region\": [\"山东省\"], \"code\": \"370000\", \"entries\": 0, \"measures\": 0, "
				 "\"total_measures\": 1, \"uncertain\": 0},\n");
	HAS(buffer_string(&out), "[\"无名省\"], \"code\": null,");
	buffer_done(&out);
	catalog_free(c);
}

TEST(what_is_found_is_shown_once_and_what_is_not_is_said)
{
	struct catalog *c = small();
	struct buffer out = { 0 };
	struct error err = { "" };
	const char *names[] = { "江苏", "没有的", "320000", "山东" };
	struct options o = { .arguments = names, .argument_count = 4 };
	EQ_INT(print_show(&o, c, &out, &err), EXIT_NOTHING);
	HAS(err.message, "没有的");
	HAS(buffer_string(&out), "江苏省\n  代码      320000\n");
	TRUE(!strstr(strstr(buffer_string(&out), "江苏省\n") + 1, "江苏省\n"));
	HAS(buffer_string(&out), "山东省：本省无自己的条目，列其所辖市\n\n山东省 > 济南市\n");
	HAS(buffer_string(&out), "引用前请核对现行有效\n");
	buffer_clear(&out);
	o = (struct options){ .arguments = names + 3, .argument_count = 1, .format = FORMAT_JSON };
	EQ_INT(print_show(&o, c, &out, &err), EXIT_FOUND);
	HAS(buffer_string(&out), "\"borrows\": true,");
	buffer_done(&out);
	catalog_free(c);
}

TEST(two_regions_are_compared_and_one_with_itself_is_refused)
{
	struct catalog *c = small();
	struct buffer out = { 0 };
	struct error err = { "" };
	const char *names[] = { "江苏", "山东", "江苏" };
	struct options o = { .arguments = names, .argument_count = 2 };
	EQ_INT(print_compare(&o, c, &out, &err), EXIT_FOUND);
	HAS(buffer_string(&out), "共有 1 项（相同 0，不同 1），仅江苏 0 项，仅山东 0 项。");
	HAS(buffer_string(&out), "（济南市）");
	buffer_clear(&out);
	const char *other[] = { "江苏", "无名省" };
	o = (struct options){ .arguments = other, .argument_count = 2, .format = FORMAT_CSV };
	EQ_INT(print_compare(&o, c, &out, &err), EXIT_FOUND);
	HAS(buffer_string(&out), "仅江苏,江苏省,,给予信贷支持。,,,,,,本表未列,,,,0.000\r\n");
	buffer_clear(&out);
	names[1] = "江苏省";
	o = (struct options){ .arguments = names, .argument_count = 2 };
	EQ_INT(print_compare(&o, c, &out, &err), EXIT_USAGE);
	HAS(err.message, "同一个地域");
	EQ_INT(out.n, 0);
	buffer_done(&out);
	catalog_free(c);
}
