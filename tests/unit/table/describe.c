#include "table/describe.h"

#include "support/check.h"
#include "table/load.h"

static const char *doubt(struct buffer *out, const char *const *candidates, size_t count)
{
	struct reference r = { .text = "甲〔2018〕1号",
			       .candidates = (const char **)candidates,
			       .candidate_count = count,
			       .reason = "两处同页" };
	buffer_clear(out);
	describe_doubt(out, &r);
	return buffer_string(out);
}

TEST(a_doubt_names_every_candidate_with_a_space_behind_each)
{
	static const char *const candidates[] = { "http://example.com/a.htm", "乙〔2018〕2号" };
	struct buffer out = { 0 };
	EQ_STR(doubt(&out, candidates, 1), "存疑：也可能是 http://example.com/a.htm （两处同页）");
	EQ_STR(doubt(&out, candidates, 2),
	       "存疑：也可能是 http://example.com/a.htm 或 乙〔2018〕2号 （两处同页）");
	buffer_clear(&out);
	describe_doubt(&out, &(struct reference){ .text = "甲", .certain = true });
	EQ_STR(buffer_string(&out), "");
	buffer_done(&out);
}

TEST(a_place_says_in_what_it_lies)
{
	struct catalog *c = load_builtin();
	struct buffer out = { 0 };
	for (size_t i = 0; i < c->region_count; i++) {
		describe_place(&out, c, i);
		buffer_char(&out, ';');
	}
	HAS(buffer_string(&out), ";江苏省;江苏 南通市;");
	HAS(buffer_string(&out), ";黑龙江 哈尔滨市;");
	buffer_done(&out);
	catalog_free(c);
}

TEST(a_sum_is_named_where_any_reward_has_one)
{
	struct reward unstated = { "国家级", REWARD_UNSTATED, false };
	struct reward none = { "省级", 0, true };
	struct reward rewards[3] = { unstated, unstated, none };
	TRUE(!describe_names_sum(&(struct measure){ .rewards = NULL }));
	TRUE(!describe_names_sum(&(struct measure){ .rewards = rewards, .reward_count = 2 }));
	TRUE(describe_names_sum(&(struct measure){ .rewards = rewards, .reward_count = 3 }));
}

TEST(rewards_stand_with_their_levels)
{
	struct reward rewards[] = {
		{ "国家级", 100000, false },  { NULL, 1000000, true },
		{ "省级", 150000000, false }, { NULL, 12345, false },
		{ NULL, 0, false },	      { "市级", REWARD_UNSTATED, false },
	};
	struct buffer out = { 0 };
	describe_rewards(&out, &(struct measure){ .rewards = rewards, .reward_count = 6 });
	EQ_STR(buffer_string(&out),
	       "国家级 10万元、最高100万元、省级 1.5亿元、12345元、0元、市级 未载明金额");
	buffer_done(&out);
}

TEST(a_region_that_borrows_says_from_where_by_its_level)
{
	static const struct {
		int depth;
		const char *want;
	} cases[] = {
		{ 0, "本省无自己的条目，列其所辖市" },
		{ 1, "本市无自己的条目，列其所辖县" },
		{ 2, "本县无自己的条目，列其所辖地域" },
	};
	EACH (c, cases) {
		struct buffer out = { 0 };
		describe_borrows(&out, &(struct region){ .depth = c->depth });
		EQ_STR(buffer_string(&out), c->want);
		buffer_done(&out);
	}
}
