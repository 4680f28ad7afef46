#include "compare/similar.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "compare/compare.h"
#include "support/check.h"
#include "table/build.h"
#include "table/load.h"

enum {
	CREDIT = 1,
	SUBSIDY = 2,
	WORK = 4
};

/* A catalog of two measures, in 江苏省 and 山西省, and some that have nothing to do with them. */
static struct catalog *catalog_of(const char *left, uint64_t left_categories, const char *right,
				  uint64_t right_categories)
{
	static const char *const others[] = { "鼓励电商、大型卖场采信评估结果。",
					      "减少现场检查频次。" };
	static const char *keywords[] = { "信贷" };
	struct build *b = build_new();
	build_table(b, "测试", "测试", NULL);
	build_category(b, &(struct category){ "credit", "金融信贷", "信贷", keywords, 1 });
	build_category(b, &(struct category){ "subsidy", "资金奖补", "奖补", NULL, 0 });
	build_category(b, &(struct category){ SIMILAR_NO_INCENTIVE, "工作部署", "部署", NULL, 0 });
	struct measure measures[] = {
		{ .text = left, .categories = left_categories },
		{ .text = right, .categories = right_categories },
		{ .text = others[0] },
		{ .text = others[1] },
	};
	static const char *const names[] = { "江苏省", "山西省", "北京市", "贵州省" };
	for (int i = 0; i < 4; i++)
		build_entry(b, &(struct build_entry){ .number = i + 1,
						      .path = { names[i] },
						      .measures = &measures[i],
						      .measure_count = 1 });
	return build_finish(b);
}

static size_t measure_in(const struct catalog *c, const char *region)
{
	for (size_t i = 0; i < c->measure_count; i++)
		if (strcmp(c->regions[catalog_measure_region(c, i)].name, region) == 0)
			return i;
	return CATALOG_NONE;
}

static double alike(const char *left, uint64_t left_categories, const char *right,
		    uint64_t right_categories)
{
	struct catalog *c = catalog_of(left, left_categories, right, right_categories);
	struct similar *s = similar_new(c);
	double result = similar_measures(s, measure_in(c, "江苏省"), measure_in(c, "山西省"));
	similar_free(s);
	catalog_free(c);
	return result;
}

/* clang-format off */
static const struct { const char *left, *right; } equal[] = {
	{ "给予企业信贷支持。", "给予企业信贷支持" },
	{ "给予企业标准 “领跑者”信贷支持。", "给予企业标准领跑者，信贷支持；" },
	{ "补助100万元", "补助１００ 万元。" },
	{ "江苏省信贷支持", "“江苏省”信贷支持" },
	{ "山西省江苏省", "山西省 江苏省" },
	{ "支", "支。" },
	{ "。", "，" },
	{ "江苏省", "江苏省" },
	{ "ISO 9001", "iso9001" },
};

static const struct { const char *left, *right; } not_equal[] = {
	{ "补助3.5万元", "补助35万元" },
	{ "争创3-5个", "争创35个" },
	{ "达到20%", "达到20" },
	{ "补助100万元", "补助10万元" },
	{ "支", "持" },
	{ "支持", "。" },
};
/* clang-format on */

TEST(texts_equal_aside_from_spaces_and_punctuation_are_entirely_alike)
{
	EACH (c, equal) {
		TRUE(alike(c->left, CREDIT, c->right, SUBSIDY) == 1);
		TRUE(alike(c->left, 0, c->right, 0) == 1);
	}
}

TEST(texts_that_say_something_else_are_not_entirely_alike)
{
	EACH (c, not_equal)
		TRUE(alike(c->left, CREDIT, c->right, CREDIT) < 1);
}

TEST(the_names_of_the_own_regions_are_set_aside)
{
	double names = alike("给予江苏省企业信贷支持", 0, "给予山西省企业信贷支持", 0);
	double words = alike("给予优秀的企业信贷支持", 0, "给予先进些企业信贷支持", 0);
	EQ_REAL(names, 1);
	TRUE(names > words);
	TRUE(alike("江苏省", 0, "山西省", 0) < 0.5);
}

TEST(shared_categories_lift_what_has_words_in_common_and_only_that)
{
	const char *left = "给予企业补助十万元", *right = "给予单位补助一笔";
	TRUE(alike(left, SUBSIDY, right, SUBSIDY) > alike(left, SUBSIDY | CREDIT, right, SUBSIDY));
	TRUE(alike(left, SUBSIDY | CREDIT, right, SUBSIDY) > alike(left, CREDIT, right, SUBSIDY));
	EQ_REAL(alike(left, CREDIT, right, SUBSIDY), alike(left, WORK, right, WORK));
	EQ_REAL(alike("甲乙丙丁", SUBSIDY, "戊己庚辛", SUBSIDY), 0);
}

TEST(a_keyword_in_common_says_more_than_another_word)
{
	TRUE(alike("开展信贷工作", 0, "提供信贷服务", 0) >
	     alike("开展评价工作", 0, "提供评价服务", 0));
}

TEST(a_short_measure_that_stands_in_a_long_one_is_alike)
{
	TRUE(alike("在标准化项目和经费上给予优先支持", 0,
		   "各级政府及有关部门在政策上、项目经费上应给予大力扶持，标准化主管部门在企业标准"
		   "制修订上应给予大力支持",
		   0) > 0.2);
}

TEST(every_pair_of_the_table_is_symmetric_and_between_nothing_and_one)
{
	struct catalog *c = load_builtin();
	struct similar *s = similar_new(c);
	for (size_t a = 0; a < c->measure_count; a++) {
		TRUE(similar_measures(s, a, a) == 1);
		for (size_t b = 0; b < a; b++) {
			double there = similar_measures(s, a, b), back = similar_measures(s, b, a);
			TRUE(there == back);
			TRUE(there >= 0 && there <= 1);
		}
	}
	similar_free(s);
	catalog_free(c);
}

TEST(a_catalog_without_measures_is_no_trouble)
{
	struct build *b = build_new();
	build_table(b, "空", "空", NULL);
	struct catalog *c = build_finish(b);
	similar_free(similar_new(c));
	catalog_free(c);
}
