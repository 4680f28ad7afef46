#include "compare/compare.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "compare/difference.h"
#include "compare/similar.h"
#include "support/check.h"
#include "table/build.h"
#include "table/load.h"

static size_t region_named(const struct catalog *c, const char *name)
{
	for (size_t i = 0; i < c->region_count; i++)
		if (strcmp(c->regions[i].short_name, name) == 0)
			return i;
	return CATALOG_NONE;
}

/* The place of a measure in its region, from 1. */
static size_t place(const struct catalog *c, size_t measure)
{
	return measure - c->regions[catalog_measure_region(c, measure)].first_measure + 1;
}

/* Decided by reading the table. Left out are the places of each side that face nothing. */
/* clang-format off */
static const struct { const char *left, *right, *faces; } read[] = {
	/* 评奖, 采购, 信贷, 平台; 江苏's 推荐 and 制修订 and 山西's 社会资本 stay alone. */
	{ "江苏", "山西", "2-1 4-2 5-4 6-5 " },
	{ "江苏", "陕西", "2-1 4-2 5-3 6-4 " },
	{ "山西", "陕西", "1-1 2-2 4-3 5-4 " },
	{ "陕西", "韩城", "1-1 2-2 3-3 4-4 " },
	{ "山西", "韩城", "1-1 2-2 4-3 5-4 " },
	/* 北京's 优先推荐…申报 and 江苏's 推荐…参加 are both 推荐: to awards and to the national 评估. */
	{ "北京", "江苏", "1-2 2-4 3-5 4-1 " },
	/* 北京 says 落实国家有关政府采购…政策 where the others say what to do: the same incentive. */
	{ "北京", "陕西", "1-1 2-2 3-3 " },
	{ "北京", "山西", "1-1 2-2 3-4 " },
	{ "北京", "浙江", "2-2 " },
	/* 广西's 5 goes on about 红利 after the same first half; its 3 and 山西's 3 are both 社会资本. */
	{ "山西", "广西", "1-2 3-3 4-4 5-5 " },
	/* 广西's 1 has three parts, the last is 制修订, as in 江苏's 3. */
	{ "江苏", "广西", "2-2 3-1 5-4 6-5 " },
	/* 广西's 1 holds 贵州's 1, 2 and 3; one measure faces one, and 科技投入 is the first and the
	 * longest. */
	{ "广西", "贵州", "1-1 " },
	/* 内蒙古's one sentence has 项目经费, as 贵州's 4, but neither 科技投入 nor 参与国际标准. */
	{ "内蒙古", "贵州", "1-4 " },
	{ "内蒙古", "广西", "" },
	{ "内蒙古", "江苏", "1-3 " },
	{ "浙江", "江苏", "2-4 " },
	{ "浙江", "山西", "2-2 " },
	/* 广元's 1 has 推荐争取各类奖项; 4 and 5 are both credit, 4 is 信贷, 5 is 融资信息. */
	{ "江苏", "广元", "1-1 2-2 4-3 5-4 " },
	{ "山西", "广元", "1-2 2-3 4-4 " },
	{ "北京", "广元", "1-2 2-3 3-4 " },
	{ "山东", "哈尔滨", "1-2 " },
	{ "山东", "贵州", "1-3 " },
	{ "山东", "广元", "1-1 " },
	{ "江苏", "贵州", "3-4 " },
	{ "江苏", "哈尔滨", "3-2 " },
	{ "广西", "哈尔滨", "1-2 " },
	{ "合肥", "郑州", "1-1 " },
	{ "太原", "合肥", "1-1 " },
	{ "太原", "郑州", "1-1 " },
	{ "济南", "太原", "1-1 " },
	{ "济南", "郑州", "1-1 " },
	/* Reports and targets face nothing, not even each other: they are of different things. */
	{ "南通", "江苏", "" },
	{ "南通", "邢台", "" },
	{ "江西", "邢台", "" },
	{ "江西", "南通", "" },
	{ "江西", "江苏", "" },
	{ "烟台", "济南", "" },
	{ "太原", "山西", "" },
	{ "深圳", "广西", "" },
	{ "邢台", "北京", "" },
};
/* clang-format on */

static int by_left(const void *a, const void *b)
{
	const struct pair *x = a, *y = b;
	return (x->left > y->left) - (x->left < y->left);
}

/* "1-2 4-3 ": the pairs that both have, by the left, as places. */
static void describe(const struct catalog *c, const struct comparison *x, struct buffer *out)
{
	struct pair *pairs = malloc((x->count + 1) * sizeof(*pairs));
	memcpy(pairs, x->pairs, x->count * sizeof(*pairs));
	qsort(pairs, x->count, sizeof(*pairs), by_left);
	buffer_clear(out);
	for (size_t i = 0; i < x->count; i++)
		if (compare_passes(&pairs[i], COMPARE_SHARED))
			buffer_print(out, "%zu-%zu ", place(c, pairs[i].left),
				     place(c, pairs[i].right));
	free(pairs);
}

TEST(what_faces_what_is_what_a_reader_would_pair)
{
	struct catalog *c = load_builtin();
	struct buffer got = { 0 };
	EACH (e, read) {
		struct comparison x;
		compare_regions(c, region_named(c, e->left), region_named(c, e->right),
				(struct compare_options){ 0 }, &x);
		describe(c, &x, &got);
		EQ_STR(buffer_string(&got), e->faces);
		compare_done(&x);
	}
	buffer_done(&got);
	catalog_free(c);
}

/* Of the pairs above, none is near the threshold, and neither are measures that a reader would not
 * pair. */
TEST(the_threshold_has_a_margin)
{
	static const struct {
		const char *left;
		int i;
		const char *right;
		int j;
	} apart[] = {
		{ "江苏", 6, "广元", 2 }, { "山西", 5, "广元", 2 }, { "江苏", 1, "邢台", 2 },
		{ "江苏", 2, "陕西", 4 }, { "山西", 1, "陕西", 4 }, { "北京", 4, "太原", 1 },
		{ "江苏", 4, "贵州", 2 }, { "贵州", 1, "山东", 2 }, { "南通", 1, "邢台", 2 },
		{ "江苏", 5, "广西", 3 }, { "北京", 1, "江苏", 6 }, { "内蒙古", 1, "广西", 1 },
	};
	struct catalog *c = load_builtin();
	EACH (e, read) {
		struct comparison x;
		compare_regions(c, region_named(c, e->left), region_named(c, e->right),
				(struct compare_options){ 0 }, &x);
		for (size_t i = 0; i < x.count; i++)
			TRUE(!compare_passes(&x.pairs[i], COMPARE_SHARED) ||
			     x.pairs[i].similarity > COMPARE_THRESHOLD + 0.025);
		compare_done(&x);
	}
	struct similar *s = similar_new(c);
	EACH (e, apart) {
		size_t left = c->regions[region_named(c, e->left)].first_measure + (size_t)e->i - 1;
		size_t right =
			c->regions[region_named(c, e->right)].first_measure + (size_t)e->j - 1;
		TRUE(similar_measures(s, left, right) < COMPARE_THRESHOLD - 0.025);
	}
	similar_free(s);
	catalog_free(c);
}

static bool before(const struct pair *a, const struct pair *b)
{
	if (a->group != b->group)
		return a->group < b->group;
	int a_kind = a->kind <= PAIR_DIFFERENT ? 0 : (int)a->kind;
	int b_kind = b->kind <= PAIR_DIFFERENT ? 0 : (int)b->kind;
	if (a_kind != b_kind)
		return a_kind < b_kind;
	return a->left != b->left ? a->left < b->left : a->right < b->right;
}

static void check_group(const struct catalog *c, const struct pair *p)
{
	uint64_t left = p->left == CATALOG_NONE ? 0 : c->measures[p->left].categories;
	uint64_t right = p->right == CATALOG_NONE ? 0 : c->measures[p->right].categories;
	uint64_t of = left & right ? left & right : left | right;
	EQ_INT(p->group == c->category_count, of == 0);
	if (of)
		TRUE(of >> p->group & 1 && (of & ((UINT64_C(1) << p->group) - 1)) == 0);
}

/* The words that are marked, and the kind, say the same. */
static void check_kind(const struct catalog *c, const struct comparison *x, const struct pair *p)
{
	struct spans left = { 0 }, right = { 0 };
	EQ_INT(p->left == CATALOG_NONE, p->kind == PAIR_RIGHT_ONLY);
	EQ_INT(p->right == CATALOG_NONE, p->kind == PAIR_LEFT_ONLY);
	EQ_INT(compare_differences(c, x, p, &left, &right), p->kind == PAIR_DIFFERENT);
	EQ_INT(left.count + right.count > 0, p->kind == PAIR_DIFFERENT);
	if (compare_passes(p, COMPARE_SHARED))
		TRUE(p->similarity >= COMPARE_THRESHOLD && p->similarity <= 1);
	else
		TRUE(p->similarity == 0);
	spans_done(&left);
	spans_done(&right);
}

static void check_comparison(const struct catalog *c, const struct comparison *x, size_t lefts,
			     size_t rights)
{
	bool *seen = calloc(c->measure_count + 1, sizeof(*seen));
	size_t kinds[4] = { 0 };
	for (size_t i = 0; i < x->count; i++) {
		const struct pair *p = &x->pairs[i];
		TRUE(i == 0 || before(p - 1, p));
		kinds[p->kind]++;
		check_group(c, p);
		check_kind(c, x, p);
		if (p->left != CATALOG_NONE)
			TRUE(p->left >= x->left_first && p->left < x->left_end);
		if (p->right == CATALOG_NONE)
			continue;
		TRUE(p->right >= x->right_first && p->right < x->right_end);
		TRUE(!seen[p->right]);
		seen[p->right] = true;
		TRUE(p->left != p->right || x->left == x->right);
	}
	EQ_INT(kinds[PAIR_SAME], x->same);
	EQ_INT(kinds[PAIR_DIFFERENT], x->different);
	EQ_INT(kinds[PAIR_LEFT_ONLY], x->left_only);
	EQ_INT(kinds[PAIR_RIGHT_ONLY], x->right_only);
	EQ_INT(x->same + x->different + x->left_only, lefts);
	EQ_INT(x->same + x->different + x->right_only, rights);
	free(seen);
}

static size_t measures_of(const struct region *r, bool cities)
{
	bool own = r->own_entries_end > r->first_entry;
	return cities || !own ? catalog_total_measures(r) : catalog_own_measures(r);
}

/* How many of the left a side loses because the other lies inside it. */
static size_t lost(const struct catalog *c, size_t outer, size_t inner, bool cities)
{
	const struct region *o = &c->regions[outer], *i = &c->regions[inner];
	bool own = o->own_entries_end > o->first_entry;
	bool inside = inner > outer && inner < o->end;
	return inside && (cities || !own) ? measures_of(i, cities) : 0;
}

TEST(every_pair_of_regions_adds_up_and_turns_round)
{
	struct catalog *c = load_builtin();
	for (size_t l = 0; l < c->region_count; l++) {
		for (size_t r = 0; r <= l; r++) {
			bool cities = (l + r) % 2;
			struct compare_options options = { cities, l % 3 == 0 };
			struct comparison x, back;
			compare_regions(c, l, r, options, &x);
			check_comparison(
				c, &x, measures_of(&c->regions[l], cities) - lost(c, l, r, cities),
				measures_of(&c->regions[r], cities) - lost(c, r, l, cities));
			compare_regions(c, r, l, options, &back);
			EQ_INT(back.same, x.same);
			EQ_INT(back.different, x.different);
			EQ_INT(back.left_only, x.right_only);
			for (size_t i = 0; i < x.count; i++) {
				size_t k = 0;
				while (k < back.count && (back.pairs[k].right != x.pairs[i].left ||
							  back.pairs[k].left != x.pairs[i].right))
					k++;
				TRUE(k < back.count);
				EQ_INT(back.pairs[k].group, x.pairs[i].group);
				TRUE(back.pairs[k].similarity == x.pairs[i].similarity);
			}
			compare_done(&x);
			compare_done(&back);
		}
	}
	catalog_free(c);
}

TEST(the_words_of_every_pair_can_be_told_apart)
{
	struct catalog *c = load_builtin();
	struct spans left = { 0 }, right = { 0 };
	for (size_t a = 0; a < c->measure_count; a++) {
		for (size_t b = 0; b < c->measure_count; b += 3) {
			bool differs = difference_spans(c->measures[a].text, c->measures[b].text,
							(struct difference_names){ 0 }, &left, &right);
			EQ_INT(differs, left.count + right.count > 0);
			TRUE(differs || strncmp(c->measures[a].text, c->measures[b].text, 9) == 0);
		}
	}
	spans_done(&left);
	spans_done(&right);
	catalog_free(c);
}

/* clang-format off */
static const struct {
	const char *left, *right;
	bool cities;
	size_t lefts, rights;
	bool left_borrows, right_borrows, left_names, right_names;
} sides[] = {
	{ "江苏", "山西", false, 6, 5, false, false, false, false },
	{ "江苏", "山西", true, 9, 6, false, false, true, true },
	/* Without an entry of their own they always take their cities'. */
	{ "河北", "江苏", false, 2, 6, true, false, true, false },
	{ "四川", "黑龙江", false, 5, 2, true, true, true, true },
	{ "北京", "河北", true, 4, 2, false, true, false, true },
	/* A province and its own city: what is the city's is not the province's too. */
	{ "江苏", "南通", false, 6, 3, false, false, false, false },
	{ "江苏", "南通", true, 6, 3, false, false, false, false },
	{ "南通", "江苏", true, 3, 6, false, false, false, false },
	{ "山东", "济南", true, 5, 1, false, false, true, false },
	{ "河北", "邢台", false, 0, 2, true, false, false, false },
	{ "邢台", "河北", true, 2, 0, false, true, false, false },
	{ "济南", "烟台", true, 1, 1, false, false, false, false },
};
/* clang-format on */

TEST(each_side_has_the_measures_that_are_its_own)
{
	struct catalog *c = load_builtin();
	EACH (e, sides) {
		struct comparison x;
		compare_regions(c, region_named(c, e->left), region_named(c, e->right),
				(struct compare_options){ .cities = e->cities }, &x);
		check_comparison(c, &x, e->lefts, e->rights);
		EQ_INT(x.left_borrows, e->left_borrows);
		EQ_INT(x.right_borrows, e->right_borrows);
		EQ_INT(compare_names_owner(&x, true), e->left_names);
		EQ_INT(compare_names_owner(&x, false), e->right_names);
		compare_done(&x);
	}
	catalog_free(c);
}

TEST(a_region_compared_with_itself_pairs_each_measure_with_itself)
{
	struct catalog *c = load_builtin();
	for (size_t region = 0; region < c->region_count; region++) {
		struct comparison x;
		compare_regions(c, region, region, (struct compare_options){ .cities = true }, &x);
		EQ_INT(x.same, x.count);
		EQ_INT(x.count, catalog_total_measures(&c->regions[region]));
		for (size_t i = 0; i < x.count; i++) {
			EQ_INT(x.pairs[i].left, x.pairs[i].right);
			TRUE(x.pairs[i].similarity == 1);
		}
		compare_done(&x);
	}
	catalog_free(c);
}

/* Two provinces with the real table's measures many times over, each time with another number in
 * it. */
static struct catalog *large_catalog(size_t copies)
{
	struct catalog *real = load_builtin();
	struct build *b = build_new();
	build_table(b, "大表", "大表", NULL);
	static const char *const names[] = { "江苏省", "山西省" };
	for (size_t copy = 0; copy < copies; copy++) {
		struct measure *measures = calloc(real->measure_count, sizeof(*measures));
		struct buffer *texts = calloc(real->measure_count, sizeof(*texts));
		for (size_t i = 0; i < real->measure_count; i++) {
			buffer_print(&texts[i], "%s自%zu年起施行。", real->measures[i].text, copy);
			measures[i].text = buffer_string(&texts[i]);
		}
		build_entry(b, &(struct build_entry){ .number = (int64_t)copy + 1,
						      .path = { names[copy % 2] },
						      .measures = measures,
						      .measure_count = real->measure_count });
		for (size_t i = 0; i < real->measure_count; i++)
			buffer_done(&texts[i]);
		free(texts);
		free(measures);
	}
	catalog_free(real);
	return build_finish(b);
}

TEST(hundreds_of_measures_on_each_side_are_compared_at_once)
{
	enum {
		COPIES = 10
	};
	struct catalog *c = large_catalog(COPIES);
	struct comparison x;
	compare_regions(c, 0, 1, (struct compare_options){ 0 }, &x);
	check_comparison(c, &x, c->measure_count / 2, c->measure_count / 2);
	EQ_INT(x.same + x.different, c->measure_count / 2);
	compare_done(&x);
	catalog_free(c);
}
