#include <string.h>

#include "support/check.h"

#include "table/divisions.h"

TEST(all_divisions_are_there_in_ascending_order_below_their_parents)
{
	size_t count, provinces = 0;
	const struct division *all = divisions_all(&count);
	EQ_INT(count, 3341);
	for (size_t i = 0; i < count; i++) {
		check_row(i);
		TRUE(all[i].code >= 100000 && all[i].code <= 999999);
		TRUE(i == 0 || all[i - 1].code < all[i].code);
		TRUE(strlen(all[i].name) >= 6 && !strpbrk(all[i].name, ",\r\n"));
		provinces += all[i].parent == 0;
		if (!all[i].parent)
			continue;
		TRUE(all[i].parent < all[i].code && all[i].parent / 10000 == all[i].code / 10000);
		TRUE(divisions_by_code(all[i].parent) != NULL);
	}
	EQ_INT(provinces, 34);
}

TEST(every_division_is_found_by_its_code_and_no_other_is)
{
	size_t count;
	const struct division *all = divisions_all(&count);
	for (size_t i = 0; i < count; i++)
		TRUE(divisions_by_code(all[i].code) == &all[i]);
	static const int none[] = { 0, -1, 110100, 999999, 109999, 820001 };
	EACH (code, none)
		TRUE(divisions_by_code(*code) == NULL);
}

TEST(a_path_of_names_leads_to_one_division)
{
	static const struct { const char *path[3]; int want; } cases[] = {
		{ { "江苏省" }, 320000 },
		{ { "江苏省", "南通市" }, 320600 },
		{ { "江苏省", "南通市", "海安市" }, 320685 },
		{ { "陕西省", "韩城市" }, 610581 },	     /* a level left out */
		{ { "湖北省", "仙桃市" }, 429004 },	     /* directly under the province */
		{ { "北京市", "朝阳区" }, 110105 },	     /* not the one in 长春 */
		{ { "吉林省", "长春市", "朝阳区" }, 220104 },
		{ { "深圳市" }, 440300 },		     /* without a province */
		{ { "台湾省" }, 710000 },
		{ { "海南省" }, 460000 },
		{ { "河北省", "桥西区" }, 0 },		     /* in three cities */
		{ { "江苏省", "太原市" }, 0 },
		{ { "太原市", "山西省" }, 0 },
		{ { "江苏" }, 0 },			     /* no official name */
		{ { "火星省" }, 0 },
		{ { "" }, 0 },
	};
	EACH (c, cases) {
		size_t length = 0;
		while (length < 3 && c->path[length])
			length++;
		const struct division *d = divisions_by_path(c->path, length);
		EQ_INT(d ? d->code : 0, c->want);
		TRUE(!d || divisions_is_path(d, c->path, length));
	}
}

TEST(a_division_is_only_that_of_its_own_path)
{
	static const struct { int code; const char *path[3]; bool want; } cases[] = {
		{ 610581, { "陕西省", "韩城市" }, true },
		{ 610581, { "陕西省", "渭南市", "韩城市" }, true },
		{ 610581, { "渭南市", "韩城市" }, true },
		{ 610581, { "渭南市", "陕西省", "韩城市" }, false }, /* wrong order */
		{ 610581, { "山西省", "韩城市" }, false },
		{ 610581, { "陕西省", "渭南市" }, false },
		{ 610581, { "陕西省", "陕西省", "韩城市" }, false },
		{ 610000, { "陕西省" }, true },
	};
	EACH (c, cases) {
		size_t length = 0;
		while (length < 3 && c->path[length])
			length++;
		TRUE(divisions_is_path(divisions_by_code(c->code), c->path, length) == c->want);
	}
	TRUE(!divisions_is_path(divisions_by_code(610000), NULL, 0));
}

TEST(a_short_name_drops_the_rank_and_the_peoples)
{
	static const struct { const char *name, *want; } cases[] = {
		{ "江苏省", "江苏" },
		{ "广西壮族自治区", "广西" },
		{ "内蒙古自治区", "内蒙古" },
		{ "新疆维吾尔自治区", "新疆" },
		{ "西藏自治区", "西藏" },
		{ "香港特别行政区", "香港" },
		{ "北京市", "北京" },
		{ "南通市", "南通" },
		{ "延边朝鲜族自治州", "延边" },
		{ "黔东南苗族侗族自治州", "黔东南" },
		{ "伊犁哈萨克自治州", "伊犁" },
		{ "克孜勒苏柯尔克孜自治州", "克孜勒苏" },
		{ "巴音郭楞蒙古自治州", "巴音郭楞" },
		{ "双江拉祜族佤族布朗族傣族自治县", "双江" },
		{ "积石山保安族东乡族撒拉族自治县", "积石山" },
		{ "东乡族自治县", "东乡" },
		{ "鄂温克族自治旗", "鄂温克" },
		{ "鄂伦春自治旗", "鄂伦春" },
		{ "莫力达瓦达斡尔族自治旗", "莫力达瓦" },
		{ "龙胜各族自治县", "龙胜" },
		{ "顺河回族区", "顺河" },
		{ "大理白族自治州", "大理" },
		{ "锡林郭勒盟", "锡林郭勒" },
		{ "阿里地区", "阿里" },
		{ "神农架林区", "神农架" },
		{ "浦东新区", "浦东" },
		{ "阿拉善左旗", "阿拉善左旗" },
		{ "正蓝旗", "正蓝旗" },
		{ "翁牛特旗", "翁牛特" },
		{ "和县", "和县" },
		{ "矿区", "矿区" },
		{ "市中区", "市中" },
		{ "西沙群岛", "西沙群岛" },
		{ "省", "省" },
		{ "", "" },
		{ "Springfield", "Springfield" },
	};
	EACH (c, cases) {
		char out[64];
		EQ_STR(divisions_short_name(c->name, out, sizeof(out)), c->want);
	}
}

TEST(no_short_name_is_shorter_than_two_characters_or_no_part_of_the_name)
{
	size_t count;
	const struct division *all = divisions_all(&count);
	for (size_t i = 0; i < count; i++) {
		char out[64];
		check_row(i);
		divisions_short_name(all[i].name, out, sizeof(out));
		TRUE(strlen(out) >= 6);
		TRUE(strncmp(all[i].name, out, strlen(out)) == 0);
	}
}

TEST(a_short_name_that_does_not_fit_ends_at_a_character)
{
	static const struct { size_t size; const char *want; } cases[] = {
		{ 1, "" }, { 3, "" }, { 4, "内" }, { 6, "内" }, { 7, "内蒙" }, { 10, "内蒙古" },
	};
	EACH (c, cases) {
		char out[64];
		EQ_STR(divisions_short_name("内蒙古自治区", out, c->size), c->want);
	}
}
