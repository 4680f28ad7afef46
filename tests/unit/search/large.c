/* An engine of a large catalog: the same answers as of a small one, words kept, keys that overtake. */
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "search/engine.h"
#include "search/explain.h"
#include "search/kept.h"
#include "search/near.h"
#include "support/check.h"
#include "table/build.h"
#include "table/load.h"

struct asker {
	int asked;
	int patience; /* true when asked more often; negative: never */
};

static bool waiting(void *context)
{
	struct asker *a = context;
	a->asked++;
	return a->patience >= 0 && a->asked > a->patience;
}

struct bench {
	struct catalog *catalog;
	struct engine *engine;
	struct query query;
	struct hits hits;
	struct asker asker;
};

static void bench_of(struct bench *b, struct catalog *c)
{
	*b = (struct bench){ .catalog = c, .engine = engine_new_large(c), .asker = { 0, -1 } };
	engine_on_key(b->engine, waiting, &b->asker);
}

static void bench_done(struct bench *b)
{
	hits_done(&b->hits);
	query_done(&b->query);
	engine_free(b->engine);
	catalog_free(b->catalog);
}

/* How often the search asked for keys: not at all when every word was kept. */
static int asked(struct bench *b, const char *query)
{
	b->asker.asked = 0;
	query_parse(&b->query, query);
	TRUE(engine_search(b->engine, &b->query, &b->hits));
	return b->asker.asked;
}

static const char *const queries[] = {
	"",
	"信贷",
	"政府采购",
	"量子",
	"!信贷",
	"信贷 !信贷",
	"广西省",
	"江苏",
	"南通",
	"江苏省南通市",
	"江苏南通",
	"山西太原市",
	"南通江苏",
	"江苏 信贷",
	"信贷 !江苏",
	"信贷 2018)127",
	"1月1日",
	"１１月１７日",
	"（试行）",
	"３－５个",
	"企业标准“领跑者”评价指南》，",
	"q/320683hkc",
	"２０１８〕１２７",
	"苏质监发【2018】127号",
	"ZWXX",
	"陕市监标",
	"合政〔2018〕144号",
	"类别:信贷",
	"!类别:信贷",
	"类别:CRED",
	"lb:xd",
	"类别:采信",
	"信贷 xindai",
	"zhengfcg",
	"dy:nt",
	"nantong",
	"xd caigou | zhengfcg",
	"江苏 信贷 | 北京 信贷",
	"量子 | ",
	"\"政府 采购\"",
	"地域:江苏",
	"dy:信贷",
	"文号:2018",
	"文号:nantong",
	"年:2018",
	"年:2016-2017",
	"年:>=2016",
	"年:1999",
	"金额:100万",
	"金额:>=50万",
	"金额:30万-60万",
	"!金额:>=1元",
	"序号:4",
	"!序号:4",
	"foo:bar 信贷",
	"信货",
	"政府彩购",
	"南迪",
	"地域:南迪",
	"信贷 小微",
	"江苏 信货",
	"。",
	"y",
	"xian",
	"xi'an",
	"an",
};

static void say_all(const struct engine *e, const struct catalog *c, const char *query,
		    struct buffer *out)
{
	struct query q = { 0 };
	struct hits hits = { 0 };
	query_parse(&q, query);
	TRUE(engine_search(e, &q, &hits));
	buffer_clear(out);
	buffer_print(out, "%s: %zu in %zu\n", query, hits.count, hits.regions);
	for (size_t i = 0; i < hits.count; i++) {
		size_t measure = hits_measure(&hits, i);
		buffer_print(out, "%zu %s ", measure, field_name(engine_field(e, &q, measure)));
		explain_hit(e, c, &q, query, measure, out);
		buffer_char(out, '\n');
	}
	if (hits.count == 0)
		TRUE(near_describe(e, c, &q, query, out));
	query_done(&q);
	hits_done(&hits);
}

static void check_same(const struct engine *small, const struct engine *large,
		       const struct catalog *c)
{
	struct buffer want = { 0 }, got = { 0 };
	EACH (query, queries) {
		say_all(small, c, *query, &want);
		say_all(large, c, *query, &got);
		EQ_STR(buffer_string(&got), buffer_string(&want));
	}
	buffer_done(&want);
	buffer_done(&got);
}

TEST(a_large_engine_says_what_a_small_one_says)
{
	struct catalog *c = load_builtin();
	struct engine *small = engine_new(c), *large = engine_new_large(c);
	TRUE(engine_text_plane(small) == NULL && engine_reference_plane(small) == NULL);
	check_same(small, large, c);
	engine_free(large);
	engine_free(small);
	catalog_free(c);
}

TEST(an_engine_over_planes_made_before_says_the_same)
{
	struct catalog *c = load_builtin();
	struct engine *small = engine_new(c), *large = engine_new_large(c);
	struct engine *over =
		engine_from_planes(c, engine_text_plane(large), engine_reference_plane(large));
	check_same(small, over, c);
	engine_free(over);
	check_same(small, large, c);
	engine_free(large);
	engine_free(small);
	catalog_free(c);
}

TEST(texts_are_given_back_folded)
{
	struct catalog *c = load_builtin();
	struct engine *engines[] = { engine_new(c), engine_new_large(c) };
	struct folded want = { 0 };
	struct plane_item scratch = { 0 };
	for (size_t i = 0; i < 2 * c->measure_count; i++) {
		size_t measure = i / 2, n;
		const char *text = c->measures[measure].text;
		fold_text(&want, text, strlen(text));
		const uint32_t *got = engine_text(engines[i % 2], measure, &scratch, &n);
		EQ_INT(n, want.count);
		TRUE(memcmp(got, want.cps, n * sizeof(*got)) == 0);
	}
	plane_item_done(&scratch);
	fold_done(&want);
	engine_free(engines[0]);
	engine_free(engines[1]);
	catalog_free(c);
}

/* Small enough to be quick, large enough to be large: entries of three measures in two cities. */
static struct catalog *many(size_t entries)
{
	static const char *const cities[] = { "南通市", "苏州市" };
	struct build *b = build_new();
	build_table(b, "many.jsonl", "多", NULL);
	for (size_t i = 0; i < entries; i++) {
		char number[64];
		snprintf(number, sizeof(number), "苏政发〔%d〕%zu号", 2000 + (int)(i % 20), i + 1);
		struct reference reference = { .text = number, .certain = true };
		struct reward reward = { .yuan = (int64_t)(i + 1) * 100 };
		struct measure measures[] = { { .text = i % 10 ? "信贷支持" : "政府采购" },
					      { .text = "", .rewards = &reward, .reward_count = 1 },
					      { .text = i == 7 ? "𠮷野家奖励" : "奖励" } };
		struct build_entry entry = { .number = (int64_t)i + 1,
					     .path = { "江苏省", cities[i % 2] },
					     .references = &reference,
					     .reference_count = 1,
					     .measures = measures,
					     .measure_count = 3 };
		build_entry(b, &entry);
	}
	return build_finish(b);
}

TEST(beyond_a_size_there_are_planes_and_all_is_found_across_their_parts)
{
	enum { ENTRIES = 3000 };
	static const struct {
		const char *query;
		size_t hits, regions;
	} cases[] = {
		{ "", 3 * ENTRIES, 2 },
		{ "信贷", ENTRIES * 9 / 10, 2 },
		{ "zfcg", ENTRIES / 10, 1 },
		{ "zfcg | xindai", ENTRIES, 2 },
		{ "jiangli", ENTRIES, 2 },
		{ "江苏", 3 * ENTRIES, 2 },
		{ "nantong jiangli", ENTRIES / 2, 1 },
		{ "!苏州 奖励", ENTRIES / 2, 1 },
		{ "年:2003", 3 * ENTRIES / 20, 1 },
		{ "年:2001-2002", 3 * ENTRIES / 10, 2 },
		{ "文号:2999号", 3, 1 },
		{ "号", 3 * ENTRIES, 2 },
		{ "金额:>=10万", ENTRIES - 999, 2 },
		{ "序号:>2990", 30, 2 },
		{ "序号:3000 信贷", 1, 1 },
		{ "𠮷野家", 1, 1 },
		{ "持奖", 0, 0 },
	};
	struct bench b = { .catalog = many(ENTRIES) };
	TRUE(b.catalog->measure_count > ENGINE_SMALL);
	b.engine = engine_new(b.catalog);
	TRUE(engine_text_plane(b.engine) && engine_reference_plane(b.engine));
	EACH (c, cases) {
		asked(&b, c->query);
		EQ_INT(b.hits.count, c->hits);
		EQ_INT(b.hits.regions, c->regions);
	}
	bench_done(&b);
}

TEST(a_key_costs_its_own_word_and_taking_it_back_nothing)
{
	struct bench b;
	bench_of(&b, load_builtin());
	int alone = asked(&b, "江苏");
	TRUE(alone > 0);
	bench_done(&b);
	bench_of(&b, load_builtin());
	TRUE(asked(&b, "信") > 0);
	TRUE(asked(&b, "信贷") > 0);
	TRUE(asked(&b, "信贷 江") > 0);
	EQ_INT(asked(&b, "信贷 江苏"), alone);
	size_t hits = b.hits.count;
	EQ_INT(asked(&b, "信贷 江"), 0);
	EQ_INT(asked(&b, "信贷"), 0);
	EQ_INT(asked(&b, "信"), 0);
	EQ_INT(asked(&b, ""), 0);
	EQ_INT(asked(&b, "江苏 !信贷"), 0);
	EQ_INT(asked(&b, "江苏　信贷"), 0);
	EQ_INT(b.hits.count, hits);
	bench_done(&b);
}

/* What looks alike but is not the same word is not answered from what was kept. */
TEST(a_word_is_kept_with_all_that_decides_its_set)
{
	static const struct {
		const char *query;
		size_t hits;
		bool kept;
	} cases[] = {
		{ "江苏", 9, false },	    { "地域:江苏", 9, false },
		{ "nantong", 3, false },    { "\"nantong\"", 3, false },
		{ "dy:nantong", 3, false }, { "文号:nantong", 3, false },
		{ "年:2018", 11, false },   { "年:2017", 1, false },
		{ "年:2018", 11, true },    { "年:＝2018", 11, true },
		{ "序号:4", 3, false },	    { "lb:cred", 8, true },
		{ "!江苏", 53, true },	    { "ＮＡＮtong", 3, true },
	};
	struct bench b;
	bench_of(&b, load_builtin());
	EACH (c, cases) {
		int times = asked(&b, c->query);
		EQ_INT(times == 0, c->kept);
		EQ_INT(b.hits.count, c->hits);
	}
	bench_done(&b);
}

TEST(only_the_last_words_are_kept)
{
	char query[32];
	struct bench b;
	bench_of(&b, load_builtin());
	asked(&b, "信贷");
	for (int i = 0; i < KEPT_SETS; i++) {
		snprintf(query, sizeof(query), "信贷信%d", i);
		asked(&b, query);
		EQ_INT(b.hits.count, 0);
		EQ_INT(asked(&b, "信贷"), 0); /* used again and again */
	}
	TRUE(asked(&b, "信贷信0") > 0);
	asked(&b, "信贷");
	EQ_INT(b.hits.count, 7);
	bench_done(&b);
}

TEST(an_overtaken_search_leaves_its_hits_as_they_were)
{
	struct bench b;
	struct buffer out = { 0 };
	bench_of(&b, load_builtin());
	asked(&b, "信贷");
	EQ_INT(b.hits.count, 7);
	for (int patience = 0; patience < 2; patience++) {
		b.asker = (struct asker){ 0, patience };
		query_parse(&b.query, "政府采购 江苏");
		EQ_INT(engine_search(b.engine, &b.query, &b.hits), false);
		EQ_INT(b.asker.asked, patience + 1);
		EQ_INT(b.hits.count, 7);
		EQ_INT(hits_between(&b.hits, 0, 62), 7);
	}
	b.asker = (struct asker){ 0, 0 };
	query_parse(&b.query, "金额:1 量子");
	EQ_INT(near_describe(b.engine, b.catalog, &b.query, "金额:1 量子", &out), false);
	EQ_INT(out.n, 0);
	b.asker.patience = -1;
	asked(&b, "政府采购");
	EQ_INT(b.hits.count, 7);
	asked(&b, "政府采购 江苏");
	EQ_INT(b.hits.regions, 1);
	bench_done(&b);
	buffer_done(&out);
}
