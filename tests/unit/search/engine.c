#include "search/engine.h"

#include <string.h>

#include "base/buffer.h"
#include "base/utf8.h"
#include "support/check.h"
#include "table/build.h"
#include "table/load.h"

struct bench {
	struct catalog *catalog;
	struct engine *engine;
	struct query query;
	struct hits hits;
};

static struct bench bench_of(struct catalog *c)
{
	return (struct bench){ .catalog = c, .engine = engine_new(c) };
}

static void bench_done(struct bench *b)
{
	hits_done(&b->hits);
	query_done(&b->query);
	engine_free(b->engine);
	catalog_free(b->catalog);
}

static size_t find(struct bench *b, const char *query)
{
	query_parse(&b->query, query);
	engine_search(b->engine, &b->query, &b->hits);
	return b->hits.count;
}

/* The index of an entry's n-th measure, from 1. */
static size_t measure_of(const struct catalog *c, int64_t number, size_t n)
{
	for (size_t i = 0; i < c->entry_count; i++) {
		if (c->entries[i].number == number)
			return c->entries[i].first_measure + n - 1;
	}
	return CATALOG_NONE;
}

/* All counted by reading the table. */
TEST(queries_find_in_the_real_table_what_a_reader_finds)
{
	static const struct {
		const char *query;
		size_t hits, regions;
	} cases[] = {
		{ "", 62, 21 },
		{ "信贷", 7, 7 },
		{ "政府采购", 7, 7 },
		{ "量子", 0, 0 },
		{ "信贷 量子", 0, 0 },
		{ "!信贷", 55, 21 },
		{ "！信贷", 55, 21 },
		{ "信贷 !信贷", 0, 0 },
		{ "!", 62, 21 },
		/* regions: official, printed and short; alone and joined; with what lies inside */
		{ "广西省", 5, 1 },
		{ "广西壮族自治区", 5, 1 },
		{ "广西", 5, 1 },
		{ "内蒙古", 1, 1 },
		{ "江苏", 9, 2 },
		{ "江苏省", 9, 2 },
		{ "南通", 3, 1 },
		{ "江苏省南通市", 3, 1 },
		{ "江苏南通", 3, 1 },
		{ "山西太原市", 1, 1 },
		{ "河南省", 1, 1 },
		{ "广东深圳", 2, 1 },
		{ "南通江苏", 0, 0 },
		/* several words, in any order and in any field */
		{ "江苏 信贷", 1, 1 },
		{ "信贷　江苏", 1, 1 },
		{ "信贷 !江苏", 6, 6 },
		{ "信贷 2018)127", 1, 1 },
		{ "江苏 !南通", 6, 1 },
		/* folded and skipped */
		{ "1月1日", 2, 1 },
		{ "１１月１７日", 2, 1 },
		{ "(试行)", 1, 1 },
		{ "（试行）", 1, 1 },
		{ "100万", 2, 2 },
		{ "１００万", 2, 2 },
		{ "３－５个", 1, 1 },
		{ "企业标准\"领跑者\"评价指南", 1, 1 },
		{ "企业标准“领跑者”评价指南》，", 1, 1 },
		{ "\"5215\"工业", 1, 1 },
		{ "q/320683hkc", 1, 1 },
		/* references, and what an uncertain one may be */
		{ "２０１８〕１２７", 6, 1 },
		{ "苏质监发【2018】127号", 6, 1 },
		{ "〔2019〕12号", 1, 1 },
		{ "ZWXX", 4, 1 },
		{ "陕市监标", 8, 2 },
		{ "snamr.shaanxi", 8, 2 },
		{ "合政〔2018〕144号", 2, 2 },
		{ "amr.hefei", 2, 2 },
		/* document numbers, however written */
		{ "[2018]127号", 6, 1 },
		{ "〔2018〕127号", 6, 1 },
		{ "2018年127号", 6, 1 },
		{ "(2018)127", 6, 1 },
		{ "苏质监发2018年127号", 6, 1 },
		{ "苏质监发 2018年 第 0127 号", 6, 1 },
		{ "文号:2018年第127号", 6, 1 },
		{ "\"2018年127号\"", 0, 0 },
		{ "济高管办字2019年12号", 1, 1 },
		{ "合政2018年144号", 2, 2 },
		/* categories */
		{ "类别:信贷", 8, 7 },
		{ "类别：信贷", 8, 7 },
		{ "类别:金融信贷", 8, 7 },
		{ "类别:CRED", 8, 7 },
		{ "类别:采信", 0, 0 },
		{ "类别:", 62, 21 },
		{ "!类别:信贷", 54, 21 },
		{ "！类别：信贷", 54, 21 },
		{ "类别:信贷 !信贷", 1, 1 },
		{ "类别:信贷 江苏", 1, 1 },
		{ "金融信贷", 0, 0 },
		/* pinyin */
		{ "信贷 xindai", 7, 7 },
		{ "zhengfucaigou", 7, 7 },
		{ "zhengfcg", 7, 7 },
		{ "dy:nt", 3, 1 },
		{ "nantong", 3, 1 },
		{ "lb:xd", 8, 7 },
		/* or, phrases, fields */
		{ "江苏 信贷 | 北京 信贷", 2, 2 },
		{ "信贷 | !信贷", 62, 21 },
		{ "量子 | ", 0, 0 },
		{ "\"政府 采购\"", 7, 7 },
		{ "地域:江苏", 9, 2 },
		{ "dy:信贷", 0, 0 },
		{ "文号:2018", 11, 5 },
		{ "年:2018", 11, 5 },
		{ "年:2017", 1, 1 },
		{ "年:2016-2017", 9, 3 },
		{ "年:>=2016", 41, 14 },
		{ "金额:100万", 2, 2 },
		{ "金额:>=50万", 3, 3 },
		{ "金额:30万-60万", 2, 2 },
		{ "序号:4", 3, 1 },
		{ "!序号:4", 59, 20 },
		{ "foo:bar 信贷", 7, 7 },
	};
	struct bench b = bench_of(load_builtin());
	EACH (c, cases) {
		EQ_INT(find(&b, c->query), c->hits);
		EQ_INT(b.hits.regions, c->regions);
	}
	bench_done(&b);
}

TEST(all_names_of_a_region_find_the_same_measures)
{
	static const char *const names[] = { "广西省", "广西壮族自治区", "广 西" };
	struct bench b = bench_of(load_builtin());
	EACH (name, names) {
		EQ_INT(find(&b, *name), 5);
		for (size_t i = 0; i < 5; i++)
			EQ_INT(hits_measure(&b.hits, i), measure_of(b.catalog, 11, i + 1));
	}
	bench_done(&b);
}

TEST(a_hit_says_in_which_field_it_was_found)
{
	static const struct {
		const char *query;
		int64_t number;
		size_t measure;
		const char *field;
	} cases[] = {
		{ "信贷", 1, 3, "text" },
		{ "江苏", 3, 2, "region" },
		{ "江苏", 3, 5, "text" },
		{ "南通", 4, 3, "region" },
		{ "2018]127", 3, 2, "reference" },
		{ "合政", 20, 1, "reference" },
		{ "类别:信贷", 1, 3, "category" },
		{ "类别:信贷 北京", 1, 3, "category" },
		{ "北京 类别:信贷", 1, 3, "region" },
		{ "北京 信贷", 1, 3, "text" },
		{ "年:2018", 3, 2, "reference" },
		{ "金额:10万", 9, 1, "reward" },
		{ "序号:3", 3, 2, "number" },
		{ "量子 | 2018]127", 3, 2, "reference" },
		{ "2018]127 江苏", 3, 2, "reference" },
		{ "江苏 2018]127", 3, 2, "region" },
		{ "!量子", 1, 3, "text" },
		{ "!量子 北京", 1, 3, "region" },
		{ "", 1, 3, "text" },
	};
	struct bench b = bench_of(load_builtin());
	EACH (c, cases) {
		size_t measure = measure_of(b.catalog, c->number, c->measure);
		find(&b, c->query);
		TRUE(hits_measure(&b.hits, hits_at_or_after(&b.hits, measure)) == measure);
		EQ_STR(field_name(engine_field(b.engine, &b.query, measure)), c->field);
	}
	bench_done(&b);
}

/* The sum over the regions' own hits is the whole, and a province holds those of its cities. */
TEST(hits_are_counted_by_region)
{
	struct bench b = bench_of(load_builtin());
	find(&b, "信贷");
	size_t own = 0, with_hits = 0, inside = 0;
	for (size_t i = 0; i < b.catalog->region_count; i++) {
		const struct region *r = &b.catalog->regions[i];
		size_t n = hits_between(&b.hits, r->first_measure, r->own_measures_end);
		own += n;
		with_hits += n > 0;
		if (r->depth == 0)
			inside += hits_between(&b.hits, r->first_measure, r->measures_end);
		if (strcmp(r->name, "陕西省") == 0)
			EQ_INT(hits_between(&b.hits, r->first_measure, r->measures_end), 2);
	}
	EQ_INT(own, 7);
	EQ_INT(inside, 7);
	EQ_INT(with_hits, b.hits.regions);
	bench_done(&b);
}

TEST(typing_a_query_never_needs_more_than_its_prefix)
{
	static const char query[] = "！类别：信贷 江苏　“领跑者” !量子 ２０１８〕１２７ é㎡";
	struct bench b = bench_of(load_builtin());
	for (size_t n = 0; n <= strlen(query); n++) {
		struct buffer prefix = { 0 };
		buffer_add(&prefix, query, n);
		find(&b, buffer_string(&prefix));
		for (size_t i = 0; i < b.hits.count; i++)
			engine_field(b.engine, &b.query, hits_measure(&b.hits, i));
		TRUE(b.hits.count <= 62);
		buffer_done(&prefix);
	}
	EQ_INT(b.hits.count, 0);
	EQ_INT(find(&b, "！类别：信贷 江苏　“领跑者” !量子 ２０１８〕１２７"), 5);
	bench_done(&b);
}

static void add_entry(struct build *b, int64_t number, const char *const path[CATALOG_DEPTH],
		      const char *printed, struct reference *reference, const char *text)
{
	struct measure measure = { .text = text, .categories = 1 };
	struct build_entry entry = {
		.number = number,
		.path = { path[0], path[1], path[2] },
		.printed_region = printed,
		.references = reference,
		.reference_count = reference ? 1 : 0,
		.measures = &measure,
		.measure_count = 1,
	};
	build_entry(b, &entry);
}

/* One province printed in two ways, a county, an uncertain number, one table. */
static struct catalog *small_catalog(void)
{
	static const char *const guangxi[CATALOG_DEPTH] = { "广西壮族自治区" };
	static const char *const nanning[CATALOG_DEPTH] = { "广西壮族自治区", "南宁市" };
	static const char *const haian[CATALOG_DEPTH] = { "江苏省", "南通市", "海安市" };
	static const char *candidates[] = { "海政〔2020〕７号" };
	struct reference uncertain = { .text = "通政办[2020]8号",
				       .candidates = candidates,
				       .candidate_count = 1,
				       .reason = "同页两处" };
	struct category credit = { .id = "credit", .name = "Ｃredit 支持", .short_name = "贷" };
	struct build *b = build_new();
	build_table(b, "small.json", "小表", NULL);
	build_category(b, &credit);
	add_entry(b, 1, guangxi, "广西省", NULL, "甲");
	add_entry(b, 2, guangxi, "广西壮族自治区", NULL, "乙");
	add_entry(b, 3, nanning, NULL, NULL, "丙");
	add_entry(b, 4, haian, "海安", &uncertain, "丁 caf\xC3\xA9 ㎡");
	return build_finish(b);
}

TEST(names_joined_paths_and_candidates_are_searched_too)
{
	static const struct {
		const char *query;
		size_t hits, regions;
	} cases[] = {
		{ "广西省", 3, 2 },
		{ "广西省 乙", 1, 1 },
		{ "广西壮族自治区", 3, 2 },
		{ "江苏省南通市海安市", 1, 1 },
		{ "江苏南通海安", 1, 1 },
		{ "江苏省南通海安市", 1, 1 },
		{ "江苏南通市", 1, 1 },
		{ "江苏海安", 0, 0 },
		{ "江苏 海安", 1, 1 },
		{ "(2020)8号", 1, 1 },
		{ "海政〔2020〕7号", 1, 1 },
		{ "8号海政", 0, 0 },
		{ "同页两处", 0, 0 },
		{ "CAFE\xCC\x81", 1, 1 },
		{ "M2", 1, 1 },
		{ "甲乙", 0, 0 },
		{ "类别:credit支", 4, 3 },
		{ "类别:贷", 4, 3 },
		{ "类别:支持", 0, 0 },
		{ "类别:creditx", 0, 0 },
	};
	struct bench b = bench_of(small_catalog());
	EACH (c, cases) {
		EQ_INT(find(&b, c->query), c->hits);
		EQ_INT(b.hits.regions, c->regions);
	}
	bench_done(&b);
}

TEST(an_empty_catalog_has_no_hits)
{
	struct build *builder = build_new();
	build_table(builder, "empty.json", "空", NULL);
	struct bench b = bench_of(build_finish(builder));
	EQ_INT(find(&b, ""), 0);
	EQ_INT(find(&b, "信贷 类别:x"), 0);
	EQ_INT(b.hits.regions, 0);
	bench_done(&b);
	engine_free(NULL);
}
