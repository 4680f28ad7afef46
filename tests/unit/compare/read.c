#include "compare/compare.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "support/check.h"
#include "table/load.h"

/* Decided by reading data/table.json, before the program's answer was looked at and by another
 * reader than the rows of compare.c: two measures face each other when they promise the same kind
 * of thing to the same companies, and where several could, the one that a reader would lay his
 * finger on first, word for word before in other words. A measure of several promises faces one
 * that makes any of them. Places are counted from 1 in each region.
 *
 * 33 pairs of regions were decided. Two are not here, because the two readers differ: 江苏 against 北京,
 * where this one left 江苏's 推荐 alone and the other laid it beside 北京's 优先推荐 (as the program does);
 * and 北京 against 广元, where it is the other way round: this one laid 北京's 优先推荐 beside 广元's 支持 … 推荐,
 * the other and the program leave both alone. */
struct decision {
	const char *left, *right, *faces;
};

/* clang-format off */
static const struct decision decided[] = {
	{ "江苏", "浙江", "4-2 " },
	/* 在标准化项目和经费上给予优先 stands in both word for word. */
	{ "江苏", "贵州", "3-4 " },
	{ "江苏", "山东", "3-1 " },
	{ "江苏", "哈尔滨", "3-2 " },
	{ "江苏", "韩城", "2-1 4-2 5-3 6-4 " },
	{ "江苏", "济南", "" },
	/* 评奖, 基金, 信贷, 平台. */
	{ "山西", "广西", "1-2 3-3 4-4 5-5 " },
	{ "山西", "北京", "1-1 2-2 4-3 " },
	{ "山西", "浙江", "2-2 " },
	{ "山西", "贵州", "" },
	{ "陕西", "北京", "1-1 2-2 3-3 " },
	{ "陕西", "广西", "1-2 3-4 4-5 " },
	{ "韩城", "广元", "1-2 2-3 3-4 " },
	{ "哈尔滨", "广西", "2-1 " },
	{ "哈尔滨", "贵州", "2-3 " },
	{ "北京", "广西", "1-2 3-4 " },
	/* Money for the title; not that for those who do the evaluating. */
	{ "深圳", "合肥", "2-1 " },
	{ "太原", "济南", "1-1 " },
	/* Reports of what was done, each of something else. */
	{ "南通", "江西", "" },
	{ "邢台", "烟台", "" },
};

/* These were kept away from the program until the measure, the threshold and the assignment stood, and
 * then run for the first time. 北京 against 广元 came out as said above, and 太原 against 深圳 wrong, as
 * 合肥 against 深圳 had before among the others: levels were not set aside yet. All others were right at
 * once. */
static const struct decision held[] = {
	{ "江苏", "广西", "2-2 3-1 5-4 6-5 " },
	{ "山西", "广元", "1-2 2-3 4-4 " },
	{ "北京", "浙江", "2-2 " },
	{ "广元", "广西", "2-2 4-4 " },
	{ "浙江", "广元", "2-3 " },
	{ "贵州", "山东", "3-1 " },
	{ "哈尔滨", "山东", "2-1 " },
	{ "内蒙古", "江苏", "1-3 " },
	{ "太原", "深圳", "1-2 " },
	{ "合肥", "郑州", "1-1 " },
	{ "江西", "邢台", "" },
};
/* clang-format on */

static size_t region_named(const struct catalog *c, const char *name)
{
	for (size_t i = 0; i < c->region_count; i++)
		if (strcmp(c->regions[i].short_name, name) == 0)
			return i;
	return CATALOG_NONE;
}

static int by_left(const void *a, const void *b)
{
	const struct pair *x = a, *y = b;
	return (x->left > y->left) - (x->left < y->left);
}

static void check_decision(const struct catalog *c, const struct decision *row)
{
	size_t left = region_named(c, row->left), right = region_named(c, row->right);
	TRUE(left != CATALOG_NONE && right != CATALOG_NONE);
	struct comparison x;
	compare_regions(c, left, right, (struct compare_options){ 0 }, &x);
	qsort(x.pairs, x.count, sizeof(*x.pairs), by_left);
	struct buffer got = { 0 };
	for (size_t i = 0; i < x.count; i++)
		if (compare_passes(&x.pairs[i], COMPARE_SHARED))
			buffer_print(&got, "%zu-%zu ",
				     x.pairs[i].left - c->regions[left].first_measure + 1,
				     x.pairs[i].right - c->regions[right].first_measure + 1);
	EQ_STR(buffer_string(&got), row->faces);
	buffer_done(&got);
	compare_done(&x);
}

TEST(what_faces_what_is_as_a_second_reader_decided)
{
	struct catalog *c = load_builtin();
	EACH (row, decided)
		check_decision(c, row);
	EACH (row, held)
		check_decision(c, row);
	catalog_free(c);
}
