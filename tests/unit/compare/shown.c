#include "compare/shown.h"

#include <stdlib.h>
#include <string.h>

#include "support/check.h"
#include "table/build.h"
#include "table/load.h"

struct fixture {
	struct catalog *c;
	struct comparison comparison;
	struct shown shown;
	struct buffer words;
};

static size_t region_named(const struct catalog *c, const char *name)
{
	for (size_t i = 0; i < c->region_count; i++)
		if (strcmp(c->regions[i].name, name) == 0)
			return i;
	return CATALOG_NONE;
}

static void begin(struct fixture *f, struct catalog *c, const char *left, const char *right,
		  struct compare_options options, enum compare_filter filter)
{
	*f = (struct fixture){ .c = c };
	compare_regions(c, region_named(c, left), region_named(c, right), options, &f->comparison);
	shown_make(&f->shown, c, &f->comparison, filter);
}

static void end(struct fixture *f)
{
	shown_done(&f->shown);
	compare_done(&f->comparison);
	catalog_free(f->c);
	buffer_done(&f->words);
}

TEST(a_filter_lets_through_what_it_counts)
{
	struct fixture f;
	begin(&f, load_builtin(), "江苏省", "山西省", (struct compare_options){ 0 }, COMPARE_ALL);
	for (int i = 0; i < SHOWN_FILTERS; i++) {
		enum compare_filter filter = (enum compare_filter)i;
		shown_make(&f.shown, f.c, &f.comparison, filter);
		EQ_INT(f.shown.count, shown_filter_count(&f.shown, filter));
		for (size_t at = 0; at < f.shown.count; at++)
			TRUE(compare_passes(shown_pair(&f.shown, at), filter));
	}
	end(&f);
}

TEST(filters_are_called_by_the_regions)
{
	static const char *const want[] = { "全部", "共有", "相同", "不同", "仅江苏", "仅山西" };
	struct fixture f;
	begin(&f, load_builtin(), "江苏省", "山西省", (struct compare_options){ 0 }, COMPARE_ALL);
	for (int i = 0; i < SHOWN_FILTERS; i++) {
		buffer_clear(&f.words);
		shown_filter_name(&f.shown, (enum compare_filter)i, &f.words);
		EQ_STR(buffer_string(&f.words), want[i]);
	}
	end(&f);
}

TEST(a_group_counts_what_is_shown_of_it)
{
	static const struct {
		enum compare_filter filter;
		const char *want;
	} cases[] = {
		{ COMPARE_ALL, "评奖采信  共有 1|政府采购与招投标  共有 1|金融信贷  共有 "
			       "1|社会资本与基金  仅山西 1|"
			       "平台采信  共有 1|项目经费  仅江苏 1|推荐评优与试点  仅江苏 1|" },
		{ COMPARE_SAME, "金融信贷  相同 1|平台采信  相同 1|" },
		{ COMPARE_DIFFERENT, "评奖采信  不同 1|政府采购与招投标  不同 1|" },
		{ COMPARE_RIGHT, "社会资本与基金  仅山西 1|" },
	};
	struct fixture f;
	struct compare_options names = { .ignore_names = true };
	begin(&f, load_builtin(), "江苏省", "山西省", names, COMPARE_ALL);
	EACH (row, cases) {
		shown_make(&f.shown, f.c, &f.comparison, row->filter);
		buffer_clear(&f.words);
		for (size_t i = 0; i < f.shown.count; i++) {
			if (!shown_begins_group(&f.shown, i))
				continue;
			shown_group(&f.shown, i, &f.words);
			buffer_char(&f.words, '|');
		}
		EQ_STR(buffer_string(&f.words), row->want);
	}
	end(&f);
}

TEST(the_options_that_are_on_are_said)
{
	static const struct {
		struct compare_options options;
		const char *want;
	} cases[] = {
		{ { false, false }, "" },
		{ { true, false }, "（含所辖市）" },
		{ { false, true }, "（不计地名）" },
		{ { true, true }, "（含所辖市，不计地名）" },
	};
	EACH (row, cases) {
		struct fixture f;
		begin(&f, load_builtin(), "江苏省", "山西省", row->options, COMPARE_ALL);
		shown_options(&f.shown, &f.words);
		EQ_STR(buffer_string(&f.words), row->want);
		end(&f);
	}
}

static void add_entry(struct build *b, int64_t number, const char *province, const char *city,
		      const char *text)
{
	struct measure m = { .text = text };
	build_entry(b, &(struct build_entry){ .number = number,
					      .path = { province, city },
					      .measures = &m,
					      .measure_count = 1 });
}

static struct catalog *with_cities(int cities, int entries_of_one)
{
	static const char *const names[] = { "南京市", "无锡市",   "徐州市", "常州市", "苏州市",
					     "南通市", "连云港市", "淮安市", "盐城市" };
	struct build *b = build_new();
	build_table(b, "made", "表", NULL);
	int64_t number = 0;
	for (int i = 0; i < cities; i++)
		add_entry(b, ++number, "江苏省", names[i], "给予信贷支持。");
	for (int i = 0; i < entries_of_one; i++)
		add_entry(b, ++number, "山西省", NULL, "给予信贷支持。");
	return build_finish(b);
}

TEST(a_side_of_many_entries_says_for_each_measure_what_it_rests_on)
{
	static const struct {
		int cities, entries;
		bool left, right;
	} cases[] = {
		{ 1, 1, false, false },
		{ SHOWN_ENTRIES, 1, false, false },
		{ SHOWN_ENTRIES + 1, 1, true, false },
		{ 1, 2, false, true }, /* two of one region: a list above would not tell which */
	};
	EACH (row, cases) {
		struct fixture f;
		begin(&f, with_cities(row->cities, row->entries), "江苏省", "山西省",
		      (struct compare_options){ 0 }, COMPARE_ALL);
		EQ_INT(f.shown.left_refers, row->left);
		EQ_INT(f.shown.right_refers, row->right);
		EQ_INT(shown_entries(&f.shown, true), row->cities);
		EQ_INT(shown_entries(&f.shown, false), row->entries);
		end(&f);
	}
}

TEST(what_counts_for_the_inner_region_is_not_among_the_outer_ones_entries)
{
	struct fixture f;
	begin(&f, with_cities(4, 1), "江苏省", "徐州市", (struct compare_options){ 0 },
	      COMPARE_ALL);
	EQ_INT(shown_entries(&f.shown, true), 3);
	EQ_INT(shown_entries(&f.shown, false), 1);
	size_t inner = shown_entry(&f.shown, false, 0);
	for (size_t e = shown_entry(&f.shown, true, 0); e != CATALOG_NONE;
	     e = shown_entry(&f.shown, true, e + 1))
		TRUE(e != inner);
	end(&f);
}

TEST(regions_of_one_short_name_are_told_apart)
{
	struct build *b = build_new();
	struct fixture f;
	build_table(b, "made", "表", NULL);
	add_entry(b, 1, "吉林省", NULL, "给予信贷支持。");
	add_entry(b, 2, "吉林省", "吉林市", "给予信贷支持。");
	begin(&f, build_finish(b), "吉林省", "吉林市", (struct compare_options){ 0 }, COMPARE_ALL);
	EQ_STR(shown_name(&f.shown, true), "吉林省");
	EQ_STR(shown_name(&f.shown, false), "吉林市");
	end(&f);
}

TEST(a_region_says_what_it_leaves_to_the_one_inside_it)
{
	static const char leaves[] = "不含南通市的措施，已列在另一边";
	static const struct {
		const char *left, *right;
		bool cities;
		const char *of_left, *of_right;
	} cases[] = {
		{ "江苏省", "南通市", true, leaves, "" },
		{ "南通市", "江苏省", true, "", leaves },
		{ "江苏省", "南通市", false, "", "" },
		{ "江苏省", "山西省", true, "", "" },
		{ "河北省", "邢台市", false, "不含邢台市的措施，已列在另一边", "" },
	};
	EACH (t, cases) {
		struct fixture f;
		begin(&f, load_builtin(), t->left, t->right,
		      (struct compare_options){ .cities = t->cities }, COMPARE_ALL);
		shown_yielded(&f.shown, true, &f.words);
		EQ_STR(buffer_string(&f.words), t->of_left);
		buffer_clear(&f.words);
		shown_yielded(&f.shown, false, &f.words);
		EQ_STR(buffer_string(&f.words), t->of_right);
		end(&f);
	}
}
