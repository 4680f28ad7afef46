#include "support/check.h"

#include "table/load.h"
#include "table/lookup.h"
#include "unit/table/made.h"

/* What the lookup says: the region's path for a found one, otherwise the message. */
static enum lookup look(const struct catalog *c, const char *name, struct buffer *said)
{
	struct buffer message = { 0 };
	buffer_text(&message, "from before");
	size_t region = CATALOG_NONE, path[CATALOG_DEPTH];
	enum lookup result = lookup_region(c, name, &region, &message);
	buffer_clear(said);
	if (result != LOOKUP_FOUND) {
		EQ_INT(region, CATALOG_NONE);
		buffer_text(said, buffer_string(&message));
	} else {
		EQ_STR(buffer_string(&message), "");
		size_t length = catalog_path(c, region, path);
		for (size_t i = 0; i < length; i++)
			buffer_print(said, "%s%s", i ? "/" : "", c->regions[path[i]].name);
	}
	buffer_done(&message);
	return result;
}

struct lookup_case { const char *name; enum lookup result; const char *said; };

static void check_cases(const struct catalog *c, const struct lookup_case *cases, size_t count)
{
	struct buffer said = { 0 };
	for (size_t i = 0; i < count; i++) {
		check_row(i);
		EQ_INT(look(c, cases[i].name, &said), cases[i].result);
		EQ_STR(buffer_string(&said), cases[i].said);
	}
	buffer_done(&said);
}

TEST(a_region_is_found_by_each_of_its_names)
{
	static const struct lookup_case cases[] = {
		{ "江苏省", LOOKUP_FOUND, "江苏省" },
		{ "江苏", LOOKUP_FOUND, "江苏省" },
		{ "广西壮族自治区", LOOKUP_FOUND, "广西壮族自治区" },
		{ "广西省", LOOKUP_FOUND, "广西壮族自治区" },
		{ "广西", LOOKUP_FOUND, "广西壮族自治区" },
		{ "内蒙古", LOOKUP_FOUND, "内蒙古自治区" },
		{ "北京", LOOKUP_FOUND, "北京市" },
		{ "南通", LOOKUP_FOUND, "江苏省/南通市" },
		{ "南通市", LOOKUP_FOUND, "江苏省/南通市" },
		{ "河北", LOOKUP_FOUND, "河北省" }, /* has no entry of its own */
		{ "韩城", LOOKUP_FOUND, "陕西省/韩城市" },
		{ "320600", LOOKUP_FOUND, "江苏省/南通市" },
		{ "130000", LOOKUP_FOUND, "河北省" },
		{ "610581", LOOKUP_FOUND, "陕西省/韩城市" },
	};
	struct catalog *c = load_builtin();
	check_cases(c, cases, sizeof(cases) / sizeof(cases[0]));
	catalog_free(c);
}

TEST(a_path_may_be_joined_in_any_way)
{
	static const struct lookup_case cases[] = {
		{ "山西/太原", LOOKUP_FOUND, "山西省/太原市" },
		{ "山西省太原市", LOOKUP_FOUND, "山西省/太原市" },
		{ "山西省 太原市", LOOKUP_FOUND, "山西省/太原市" },
		{ "山西太原市", LOOKUP_FOUND, "山西省/太原市" },
		{ "山西省 > 太原", LOOKUP_FOUND, "山西省/太原市" },
		{ "山西 › 太原市", LOOKUP_FOUND, "山西省/太原市" },
		{ "山西-太原", LOOKUP_FOUND, "山西省/太原市" },
		{ "　山西　／　太原　", LOOKUP_FOUND, "山西省/太原市" },
		{ "\t山西\n", LOOKUP_FOUND, "山西省" },
		{ "３２０６００", LOOKUP_FOUND, "江苏省/南通市" },
		{ "陕西/渭南/韩城", LOOKUP_FOUND, "陕西省/韩城市" }, /* longer than the table's own path */
		{ "河南郑州", LOOKUP_FOUND, "河南省/郑州市" },	     /* the table prints no province */
	};
	struct catalog *c = load_builtin();
	check_cases(c, cases, sizeof(cases) / sizeof(cases[0]));
	catalog_free(c);
}

TEST(a_real_place_that_is_not_in_the_table_is_said_to_be_so)
{
	static const struct lookup_case cases[] = {
		{ "上海市", LOOKUP_NOT_LISTED, "本表未列上海市" },
		{ "上海", LOOKUP_NOT_LISTED, "本表未列上海市" },
		{ "苏州", LOOKUP_NOT_LISTED, "本表未列江苏省/苏州市" },
		{ "江苏苏州", LOOKUP_NOT_LISTED, "本表未列江苏省/苏州市" },
		{ "海南", LOOKUP_NOT_LISTED, "本表未列海南省" }, /* not 海南藏族自治州 */
		{ "朝阳", LOOKUP_NOT_LISTED, "本表未列北京市/朝阳区、辽宁省/朝阳市" },
		{ "310000", LOOKUP_NOT_LISTED, "本表未列上海市" },
		{ "320685", LOOKUP_NOT_LISTED, "本表未列江苏省/南通市/海安市" },
		{ "台湾", LOOKUP_NOT_LISTED, "本表未列台湾省" },
	};
	struct catalog *c = load_builtin();
	check_cases(c, cases, sizeof(cases) / sizeof(cases[0]));
	catalog_free(c);
}

TEST(an_unknown_name_has_the_nearest_ones_named)
{
	static const struct lookup_case cases[] = {
		{ "太远", LOOKUP_UNKNOWN, "没有名为“太远”的地域，是否为：山西省/太原市？" },
		{ "江孙", LOOKUP_UNKNOWN, "没有名为“江孙”的地域，是否为：江苏省、江西省？" },
		{ "黑龙", LOOKUP_UNKNOWN, "没有名为“黑龙”的地域，是否为：黑龙江省？" },
		{ "广西自治区", LOOKUP_UNKNOWN, "没有名为“广西自治区”的地域，是否为：广西壮族自治区？" },
		{ "南通市江苏省", LOOKUP_UNKNOWN, "没有名为“南通市江苏省”的地域，是否为：江苏省、江苏省/南通市？" },
		{ "火星", LOOKUP_UNKNOWN, "没有名为“火星”的地域" },
		{ "\x1b[31m", LOOKUP_UNKNOWN, "没有名为“\xEF\xBF\xBD[31m”的地域" },
		{ "999999", LOOKUP_UNKNOWN, "没有代码为 999999 的地域" },
		{ "000000", LOOKUP_UNKNOWN, "没有代码为 000000 的地域" },
		{ "", LOOKUP_UNKNOWN, "地域名为空" },
		{ " /> ", LOOKUP_UNKNOWN, "地域名为空" },
		{ "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五",
		  LOOKUP_UNKNOWN,
		  "没有名为“一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十…”的地域" },
	};
	struct catalog *c = load_builtin();
	check_cases(c, cases, sizeof(cases) / sizeof(cases[0]));
	catalog_free(c);
}

TEST(a_name_of_several_regions_is_ambiguous_until_it_is_whole)
{
	static const struct lookup_case cases[] = {
		{ "吉林", LOOKUP_AMBIGUOUS, "“吉林”不止一处：吉林省、吉林省/吉林市" },
		{ "吉林省", LOOKUP_FOUND, "吉林省" },
		{ "吉林市", LOOKUP_FOUND, "吉林省/吉林市" },
		{ "吉林/吉林", LOOKUP_FOUND, "吉林省/吉林市" },
		{ "吉林吉林市", LOOKUP_FOUND, "吉林省/吉林市" },
		{ "220200", LOOKUP_FOUND, "吉林省/吉林市" },
		{ "朝阳", LOOKUP_AMBIGUOUS, "“朝阳”不止一处：北京市/朝阳区、吉林省/长春市/朝阳区" },
		{ "朝阳区", LOOKUP_AMBIGUOUS, "“朝阳区”不止一处：北京市/朝阳区、吉林省/长春市/朝阳区" },
		{ "北京朝阳", LOOKUP_FOUND, "北京市/朝阳区" },
		{ "长春朝阳", LOOKUP_FOUND, "吉林省/长春市/朝阳区" },
		{ "吉林朝阳区", LOOKUP_FOUND, "吉林省/长春市/朝阳区" },
		{ "Mars", LOOKUP_FOUND, "Mars" }, /* an official name before a short one */
		{ "ＭＡＲＳ市", LOOKUP_FOUND, "Mars/mars市" },
	};
	struct catalog *c = made_of(MADE_HEAD MADE_ENTRIES
		MADE_ENTRY(1, "\"吉林省\", \"吉林市\"", "a") ","
		MADE_ENTRY(2, "\"吉林省\", \"长春市\", \"朝阳区\"", "a") ","
		MADE_ENTRY(3, "\"北京市\", \"朝阳区\"", "a") ","
		MADE_ENTRY(4, "\"Mars\", \"mars市\"", "a") MADE_END);
	check_cases(c, cases, sizeof(cases) / sizeof(cases[0]));
	catalog_free(c);
}

TEST(of_many_candidates_ten_are_named)
{
	struct buffer text = { 0 }, said = { 0 };
	buffer_text(&text, MADE_HEAD MADE_ENTRIES);
	for (int i = 0; i < 12; i++)
		buffer_print(&text, "%s{ \"number\": %d, \"region\": [\"省%c\", \"同名市\"], "
			     "\"measures\": [{ \"text\": \"a\" }] }", i ? "," : "", i + 1, 'a' + i);
	buffer_text(&text, MADE_END);
	struct catalog *c = made_of(buffer_string(&text));
	EQ_INT(look(c, "同名", &said), LOOKUP_AMBIGUOUS);
	HAS(buffer_string(&said), "“同名”不止一处：省a/同名市、省b/同名市、");
	HAS(buffer_string(&said), "、省j/同名市等 12 处");
	catalog_free(c);
	buffer_done(&text);
	buffer_done(&said);
}

TEST(an_empty_catalog_knows_real_places_only)
{
	static const struct lookup_case cases[] = {
		{ "江苏", LOOKUP_NOT_LISTED, "本表未列江苏省" },
		{ "江孙", LOOKUP_UNKNOWN, "没有名为“江孙”的地域" },
	};
	struct catalog *c = made_of(MADE_HEAD MADE_ENTRIES MADE_END);
	check_cases(c, cases, sizeof(cases) / sizeof(cases[0]));
	catalog_free(c);
}
