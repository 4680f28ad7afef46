#include "compare/rewards.h"

#include <stdio.h>
#include <string.h>

#include "support/check.h"
#include "table/build.h"
#include "table/load.h"

/* One row: "国家级|最高100万元|一次性|济南市|读出". */
static void add_row(const struct catalog *c, const struct rewards_row *row, struct buffer *out)
{
	rewards_level(c, row, out);
	buffer_char(out, '|');
	rewards_amount(row, out);
	buffer_char(out, '|');
	rewards_per(c, row, out);
	buffer_print(out, "|%s|%s", c->regions[catalog_measure_region(c, row->measure)].name,
		     row->read_out ? "读出" : "");
}

static void row_is(const struct catalog *c, const struct rewards *r, size_t row, const char *want)
{
	struct buffer got = { 0 };
	TRUE(row < r->count);
	add_row(c, &r->rows[row], &got);
	EQ_STR(buffer_string(&got), want);
	buffer_done(&got);
}

/* Measures of 江苏省, 南通市, 浙江省 and 杭州市 in turn, none with recorded rewards. */
static struct catalog *made(const char *const texts[4], struct reward *recorded)
{
	static const char *const paths[4][2] = {
		{ "江苏省", NULL }, { "江苏省", "南通市" }, { "浙江省", NULL }, { "浙江省", "杭州市" }
	};
	struct build *b = build_new();
	build_table(b, "测试", "测试", NULL);
	for (int i = 0; i < 4; i++) {
		struct measure m = { .text = texts[i] };
		if (recorded && i == 3) {
			m.rewards = recorded;
			m.reward_count = 1;
		}
		build_entry(b, &(struct build_entry){ .number = i + 1,
						      .path = { paths[i][0], paths[i][1] },
						      .measures = &m,
						      .measure_count = 1 });
	}
	struct catalog *c = build_catalog(b, NULL);
	build_free(b);
	return c;
}

/* clang-format off */
TEST(the_built_in_table_in_every_order)
{
	static const struct { enum rewards_order order; const char *rows[12]; } orders[] = {
		{ REWARDS_NATIONAL, {
			"国家级|100万元|一次性|郑州市|", "国家级|最高100万元||济南市|", "国家级|50万元|一次性|合肥市|",
			"国家级|10万元|一次性|太原市|", "省级|60万元|一次性|郑州市|", "省级|30万元|一次性|合肥市|",
			"省级|5万元|一次性|太原市|", "|未载明金额||北京市|", "|未载明金额||山东省|", "|未载明金额||烟台市|",
			"|未载明金额||深圳市|", "|未载明金额||深圳市|" } },
		{ REWARDS_PROVINCIAL, {
			"省级|60万元|一次性|郑州市|", "省级|30万元|一次性|合肥市|", "省级|5万元|一次性|太原市|",
			"国家级|100万元|一次性|郑州市|", "国家级|最高100万元||济南市|", "国家级|50万元|一次性|合肥市|",
			"国家级|10万元|一次性|太原市|", "|未载明金额||北京市|", "|未载明金额||山东省|", "|未载明金额||烟台市|",
			"|未载明金额||深圳市|", "|未载明金额||深圳市|" } },
		{ REWARDS_REGION, {
			"国家级|10万元|一次性|太原市|", "省级|5万元|一次性|太原市|", "国家级|50万元|一次性|合肥市|",
			"省级|30万元|一次性|合肥市|", "国家级|最高100万元||济南市|", "国家级|100万元|一次性|郑州市|",
			"省级|60万元|一次性|郑州市|", "|未载明金额||北京市|", "|未载明金额||山东省|", "|未载明金额||烟台市|",
			"|未载明金额||深圳市|", "|未载明金额||深圳市|" } },
	};
	struct catalog *c = load_builtin();
	struct rewards r = { 0 };
	EACH (o, orders) {
		rewards_build(c, NULL, o->order, &r);
		EQ_INT(r.stated, 7);
		EQ_INT(r.count, 12);
		EQ_INT(r.regions, 4);
		EQ_INT(r.stack_count, 0);
		TRUE(!r.read_out);
		for (size_t i = 0; i < 12; i++)
			row_is(c, &r, i, o->rows[i]);
	}
	rewards_done(&r);
	catalog_free(c);
}
/* clang-format on */

TEST(what_is_recorded_counts_and_nothing_else_of_that_measure_is_read)
{
	static const char *const texts[] = { "信贷支持。", "国家级奖励50万元。", "扶持。",
					     "省级奖励20万元、30万元。" };
	struct reward recorded = { "国家级", 1500000, true };
	struct catalog *c = made(texts, &recorded);
	struct rewards r = { 0 };
	rewards_build(c, NULL, REWARDS_NATIONAL, &r);
	EQ_INT(r.count, 2);
	row_is(c, &r, 0, "国家级|最高150万元||杭州市|");
	row_is(c, &r, 1, "国家级|50万元||南通市|读出");
	EQ_INT(r.rows[0].words.end, 0);
	TRUE(r.read_out);
	rewards_done(&r);
	catalog_free(c);
}

TEST(sums_of_a_city_and_its_province_are_added_level_by_level)
{
	static const char *const texts[] = {
		"国家级、省级分别奖励最高30万元、20万元；国家级试点奖励10万元。",
		"国家级奖励50万元，市级奖励5万元。", "国家级奖励40万元。", "省级奖励10万元。"
	};
	struct catalog *c = made(texts, NULL);
	struct rewards r = { 0 };
	struct buffer sum = { 0 };
	rewards_build(c, NULL, REWARDS_REGION, &r);
	EQ_INT(r.stack_count, 1);
	EQ_STR(c->regions[r.stacks[0].region].name, "南通市");
	EQ_INT(r.stacks[0].level, MONEY_NATIONAL);
	rewards_parts(&r, &r.stacks[0], &sum);
	EQ_STR(buffer_string(&sum), "省 最高30万元 + 市 50万元");
	buffer_done(&sum);
	rewards_done(&r);
	catalog_free(c);
}

TEST(a_sum_is_as_sure_as_its_parts)
{
	static const struct {
		const char *province, *city, *sum;
	} rows[] = {
		{ "国家级奖励30万元。", "国家级奖励50万元。", "80万元" },
		{ "国家级奖励最高30万元。", "国家级奖励50万元。", "最高80万元" },
		{ "国家级奖励30万元。", "国家级奖励50万元以上。", "至少80万元" },
		{ "国家级奖励最高30万元。", "国家级奖励不低于50万元。", "约80万元" },
		{ "国家级奖励10-30万元。", "国家级奖励50万元。", "60万元至80万元" },
		{ "国家级奖励约30万元。", "国家级奖励50万元。", "约80万元" },
	};
	EACH (row, rows) {
		const char *const texts[] = { row->province, row->city, "扶持。", "扶持。" };
		struct catalog *c = made(texts, NULL);
		struct rewards r = { 0 };
		struct buffer sum = { 0 };
		rewards_build(c, NULL, REWARDS_NATIONAL, &r);
		EQ_INT(r.stack_count, 1);
		rewards_amount(&r.stacks[0].sum, &sum);
		EQ_STR(buffer_string(&sum), row->sum);
		buffer_done(&sum);
		rewards_done(&r);
		catalog_free(c);
	}
}

TEST(only_the_measures_asked_for_count)
{
	static const char *const texts[] = { "奖励1万元。", "奖励2万元。", "奖励3万元。",
					     "给予适当奖励。" };
	struct catalog *c = made(texts, NULL);
	struct rewards r = { 0 }, all = { 0 };
	struct bits only;
	bits_init(&only, c->measure_count);
	rewards_build(c, &only, REWARDS_NATIONAL, &r);
	EQ_INT(r.count, 0);
	bits_set(&only, 1);
	bits_set(&only, 3);
	rewards_build(c, NULL, REWARDS_NATIONAL, &all);
	EQ_INT(all.count, 4);
	for (int way = 0; way < 2; way++) {
		if (way == 0)
			rewards_build(c, &only, REWARDS_NATIONAL, &r);
		else
			rewards_select(c, &all, &only, &r);
		EQ_INT(r.count, 2);
		EQ_INT(r.stated, 1);
		EQ_INT(r.regions, 1);
		EQ_INT(r.rows[0].high, 20000);
		EQ_INT(r.rows[1].high, REWARD_UNSTATED);
	}
	bits_done(&only);
	rewards_done(&all);
	rewards_done(&r);
	catalog_free(c);
}

/* Chunks are shared between threads: the answer is the same as that of one thread over one table. */
TEST(a_table_of_many_chunks_is_read_in_order)
{
	enum { ENTRIES = 20000 };
	struct build *b = build_new();
	struct rewards r = { 0 };
	char text[64];
	build_table(b, "测试", "测试", NULL);
	for (int i = 1; i <= ENTRIES; i++) {
		struct measure m = { .text = text };
		snprintf(text, sizeof(text), "国家级奖励%d元。", i);
		build_entry(b, &(struct build_entry){ .number = i,
						      .path = { "江苏省" },
						      .measures = &m,
						      .measure_count = 1 });
	}
	struct catalog *c = build_catalog(b, NULL);
	rewards_build(c, NULL, REWARDS_NATIONAL, &r);
	EQ_INT(r.stated, ENTRIES);
	for (int i = 0; i < ENTRIES; i++)
		EQ_INT(r.rows[i].high, ENTRIES - i);
	rewards_sort(c, REWARDS_REGION, &r);
	for (int i = 0; i < ENTRIES; i++)
		EQ_INT(r.rows[i].high, i + 1);
	rewards_done(&r);
	catalog_free(c);
	build_free(b);
}

TEST(facts_of_a_row_in_words)
{
	static const struct {
		struct rewards_row row;
		const char *amount, *number, *bound;
	} rows[] = {
		{ { .low = 1000000, .high = 1000000 }, "100万元", "100", "" },
		{ { .low = 12345, .high = 12345 }, "12345元", "1.2345", "" },
		{ { .low = 500, .high = 500, .bound = MONEY_AT_MOST }, "最高500元", "0.05", "最高" },
		{ { .low = 100000, .high = 200000 }, "10万元至20万元", "10-20", "" },
		{ { .low = 500000, .high = 500000, .bound = MONEY_AT_LEAST }, "至少50万元", "50", "至少" },
		{ { .low = 10000000, .high = 20000000, .bound = MONEY_ABOUT }, "约1000万元至2000万元",
		  "1000-2000", "约" },
		{ { .low = REWARD_UNSTATED, .high = REWARD_UNSTATED }, "未载明金额", "", "" },
	};
	EACH (r, rows) {
		struct buffer amount = { 0 }, number = { 0 };
		rewards_amount(&r->row, &amount);
		rewards_number(&r->row, &number);
		EQ_STR(buffer_string(&amount), r->amount);
		EQ_STR(buffer_string(&number), r->number);
		EQ_STR(rewards_bound(&r->row), r->bound);
		buffer_done(&amount);
		buffer_done(&number);
	}
}

TEST(the_sentence_of_a_sum_is_the_one_that_it_stands_in)
{
	static const char *const texts[] = { "扶持企业。国家级奖励50万元；省级奖励30万元", "扶持。",
					     "扶持。", "扶持。" };
	static const struct {
		size_t start, end;
	} sentences[] = { { 5, 15 }, { 15, 23 } };
	struct catalog *c = made(texts, NULL);
	struct rewards r = { 0 };
	rewards_build(c, NULL, REWARDS_REGION, &r);
	EQ_INT(r.count, 2);
	EACH (s, sentences) {
		struct rewards_place place = rewards_sentence(c, &r.rows[s - sentences]);
		EQ_INT(place.start, s->start);
		EQ_INT(place.end, s->end);
	}
	rewards_done(&r);
	catalog_free(c);
}
