#include "compare/several.h"

#include <string.h>

#include "base/buffer.h"
#include "support/check.h"
#include "table/load.h"
#include "unit/table/made.h"

enum { MOST_NAMES = 6 };

static size_t region_named(const struct catalog *c, const char *name)
{
	for (size_t i = 0; i < c->region_count; i++)
		if (strcmp(c->regions[i].short_name, name) == 0)
			return i;
	printf("# no region %s\n", name);
	TRUE(false);
	return CATALOG_NONE;
}

static void build(const struct catalog *c, const char *const *names, bool cities,
		  struct several *out)
{
	size_t regions[MOST_NAMES], count = 0;
	for (; count < MOST_NAMES && names[count]; count++)
		regions[count] = region_named(c, names[count]);
	several_build(c, regions, count, cities, out);
}

/* "南通1" where a measure is not the column's own, otherwise its place in its region alone. */
static void add_place(struct buffer *out, const struct catalog *c, size_t owner, size_t measure)
{
	size_t region = catalog_measure_region(c, measure);
	if (region != owner)
		buffer_text(out, c->regions[region].short_name);
	buffer_print(out, "%zu", measure - c->regions[region].first_measure + 1);
}

/* "评奖 1 2 -; 采购 2,3 - 1": rows, in each the places of the measures of each column. */
static const char *described(const struct catalog *c, const struct several *s, struct buffer *out)
{
	buffer_clear(out);
	for (size_t row = 0; row < s->row_count; row++) {
		size_t category = s->rows[row].category;
		buffer_print(out, "%s%s", row ? "; " : "",
			     category == c->category_count ? "none"
							   : c->categories[category].short_name);
		for (size_t column = 0; column < s->count; column++) {
			struct several_cell cell = several_cell(s, row, column);
			buffer_text(out, cell.count ? " " : " -");
			for (size_t i = 0; i < cell.count; i++) {
				buffer_text(out, i ? "," : "");
				add_place(out, c, s->columns[column].region, cell.measures[i]);
			}
		}
	}
	return buffer_string(out);
}

/* Read off the table by hand. */
/* clang-format off */
static const struct { const char *names[MOST_NAMES + 1]; bool cities; const char *rows; } read[] = {
	{ { "江苏", "山西", "陕西", "广西" }, false,
	  "评奖 2 1 1 2; 采购 4 2 2 -; 信贷 5 4 3 4; 基金 - 3 - 3; 平台 6 5 4 5; 经费 3 - - -; "
	  "制修订 3 - - 1; 推荐 1 - - -; 科技 - - - 1" },
	{ { "江苏", "山西", "陕西" }, true,
	  "评奖 2 1 1,韩城1; 采购 4 2 2,韩城2; 信贷 5 4 3,韩城3; 基金 - 3 -; 平台 6 5 4,韩城4; "
	  "奖补 - 太原1 -; 经费 3 - -; 制修订 3 - -; 推荐 1 - -; 部署 南通1,南通2,南通3 - -" },
	/* Borrowed from their cities, cities asked for or not. */
	{ { "河北", "安徽", "贵州" }, false,
	  "奖补 - 合肥1 -; 经费 - - 4; 制修订 - - 3; 科技 - - 1,2; 部署 邢台1,邢台2 - -" },
	/* One measure of five categories stands in five rows. */
	{ { "内蒙古", "浙江", "太原" }, false,
	  "采购 - 2 -; 奖补 - - 1; 经费 1 - -; 制修订 1 - -; 推荐 1 - -; 转化 1 - -; 宣传 - 1 -; 扶持 1 - -" },
	/* 邢台's count for 邢台; 河北, which has no other, has nothing. */
	{ { "河北", "邢台", "太原" }, false, "奖补 - - 1; 部署 - 1,2 -" },
	{ { "山西", "太原", "陕西", "韩城" }, true,
	  "评奖 1 - 1 1; 采购 2 - 2 2; 信贷 4 - 3 3; 基金 3 - - -; 平台 5 - 4 4; 奖补 - 1 - -" },
	{ { "贵州" }, false, "经费 4; 制修订 3; 科技 1,2" },
};
/* clang-format on */

TEST(each_category_has_what_each_region_gives_of_it)
{
	struct catalog *c = load_builtin();
	struct buffer out = { 0 };
	EACH (r, read) {
		struct several s;
		build(c, r->names, r->cities, &s);
		EQ_STR(described(c, &s, &out), r->rows);
		several_done(&s);
	}
	buffer_done(&out);
	catalog_free(c);
}

TEST(columns_follow_the_order_asked_for)
{
	static const char *const names[] = { "广西", "江苏", "山西", NULL };
	struct catalog *c = load_builtin();
	struct several s;
	build(c, names, false, &s);
	for (size_t i = 0; i < s.count; i++)
		EQ_STR(c->regions[s.columns[i].region].short_name, names[i]);
	several_done(&s);
	catalog_free(c);
}

/* Every measure of a column stands once in the row of each of its categories, and nowhere else. */
TEST(nothing_is_lost_and_nothing_is_there_twice)
{
	static const char *const names[] = { "江苏", "山东", "四川", "广西", "陕西", "内蒙古" };
	struct catalog *c = load_builtin();
	struct several s;
	build(c, names, true, &s);
	for (size_t column = 0; column < s.count; column++) {
		size_t expected = 0, found = 0;
		const struct region *r = &c->regions[s.columns[column].region];
		for (size_t m = r->first_measure; m < r->measures_end; m++)
			expected += (size_t)__builtin_popcountll(c->measures[m].categories);
		for (size_t row = 0; row < s.row_count; row++) {
			struct several_cell cell = several_cell(&s, row, column);
			for (size_t i = 0; i < cell.count; i++) {
				TRUE(c->measures[cell.measures[i]].categories >>
					     s.rows[row].category &
				     1);
				TRUE(i == 0 || cell.measures[i - 1] < cell.measures[i]);
			}
			found += cell.count;
		}
		EQ_INT(found, expected);
		EQ_INT(s.columns[column].count, catalog_total_measures(r));
	}
	several_done(&s);
	catalog_free(c);
}

TEST(rows_say_how_many_regions_have_them)
{
	static const char *const names[] = { "江苏", "山西", "陕西", "广西", NULL };
	struct catalog *c = load_builtin();
	struct buffer unlisted = { 0 };
	struct several s;
	build(c, names, false, &s);
	static const size_t having[] = { 4, 3, 4, 2, 4, 1, 2, 1, 1 };
	EQ_INT(s.row_count, 9);
	for (size_t row = 0; row < s.row_count; row++) {
		EQ_INT(s.rows[row].having, having[row]);
		EQ_INT(several_differs(&s, row), having[row] < 4);
	}
	EQ_INT(s.all, 3);
	EQ_INT(s.one, 3);
	for (size_t i = 0; i < c->category_count; i++)
		if (s.unlisted >> i & 1)
			buffer_print(&unlisted, "%s ", c->categories[i].short_name);
	EQ_STR(buffer_string(&unlisted), "奖补 转化 宣传 诚信 监管 扶持 部署 ");
	buffer_done(&unlisted);
	several_done(&s);
	catalog_free(c);
}

TEST(a_column_says_whose_measures_it_holds)
{
	static const char *const names[] = { "河北", "山西", "贵州", NULL };
	struct catalog *c = load_builtin();
	struct several s;
	build(c, names, false, &s);
	TRUE(s.columns[0].borrows && s.columns[0].inside);
	TRUE(!s.columns[1].borrows && !s.columns[1].inside);
	several_done(&s);
	build(c, names, true, &s);
	TRUE(s.columns[0].borrows && s.columns[0].inside);
	TRUE(!s.columns[1].borrows && s.columns[1].inside);
	TRUE(!s.columns[2].borrows && !s.columns[2].inside);
	several_done(&s);
	catalog_free(c);
}

/* Beside its only city a province that borrows has nothing left, so nothing of it needs an owner. */
TEST(what_counts_for_an_inner_region_does_not_count_for_the_outer)
{
	static const char *const names[] = { "河北", "邢台", "贵州", NULL };
	struct catalog *c = load_builtin();
	struct several s;
	build(c, names, false, &s);
	EQ_INT(s.columns[0].count, 0);
	TRUE(s.columns[0].borrows && !s.columns[0].inside);
	EQ_INT(s.columns[1].count, 2);
	for (size_t e = 0; e < c->entry_count; e++) {
		const char *owner = c->regions[c->entries[e].region].short_name;
		TRUE(!several_rests_on(&s, c, 0, &c->entries[e]));
		EQ_INT(several_rests_on(&s, c, 1, &c->entries[e]), strcmp(owner, "邢台") == 0);
	}
	several_done(&s);
	catalog_free(c);
}

/* Only by what a column rests on: 安徽's doubt is 合肥's, and 深圳's province was inferred. */
TEST(doubt_is_that_of_the_entries_a_column_rests_on)
{
	static const struct {
		const char *names[4];
		bool cities;
		const char *want;
	} cases[] = {
		{ { "山西", "陕西", "深圳" }, false, "- ! ?" },
		{ { "安徽", "合肥", "江苏" }, true, "- ! -" },
		{ { "安徽", "郑州", "江苏" }, false, "! !? -" },
	};
	struct catalog *c = load_builtin();
	struct buffer out = { 0 };
	EACH (t, cases) {
		struct several s;
		build(c, t->names, t->cities, &s);
		buffer_clear(&out);
		for (size_t i = 0; i < s.count; i++) {
			const struct several_column *here = &s.columns[i];
			buffer_print(&out, "%s%s%s%s", i ? " " : "", here->uncertain ? "!" : "",
				     here->inferred ? "?" : "",
				     here->uncertain || here->inferred ? "" : "-");
		}
		EQ_STR(buffer_string(&out), t->want);
		several_done(&s);
	}
	buffer_done(&out);
	catalog_free(c);
}

TEST(measures_of_no_category_stand_in_the_last_row)
{
	struct catalog *c = made_of(
		MADE_HEAD
		"{ \"id\": \"a\", \"name\": \"甲\", \"keywords\": [\"甲\"] }, "
		"{ \"id\": \"b\", \"name\": \"乙\", \"keywords\": [\"乙\"] }" MADE_ENTRIES
			MADE_ENTRY(1, "\"江苏省\"", "甲类的") ", " MADE_ENTRY(
				2, "\"山西省\"", "说不清的") ", " MADE_ENTRY(3, "\"陕西省\"",
									     "甲类的，也是说得清的")
				MADE_END);
	static const char *const names[] = { "江苏", "山西", "陕西", NULL };
	struct buffer out = { 0 };
	struct several s;
	build(c, names, false, &s);
	EQ_STR(described(c, &s, &out), "甲 1 - 1; none - 1 -");
	EQ_INT(s.unlisted, 2);
	EQ_INT(s.one, 1);
	EQ_INT(s.all, 0);
	several_done(&s);
	buffer_done(&out);
	catalog_free(c);
}

TEST(a_table_without_categories_has_one_row)
{
	struct catalog *c = made_of(MADE_HEAD MADE_ENTRIES MADE_ENTRY(
		1, "\"江苏省\"", "一") ", " MADE_ENTRY(2, "\"山西省\"", "二") MADE_END);
	static const char *const names[] = { "江苏", "山西", NULL };
	struct buffer out = { 0 };
	struct several s;
	build(c, names, false, &s);
	EQ_STR(described(c, &s, &out), "none 1 1");
	EQ_INT(s.all, 1);
	several_done(&s);
	buffer_done(&out);
	catalog_free(c);
}
