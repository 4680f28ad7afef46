#include "compare/documents.h"

#include <stdio.h>
#include <string.h>

#include "search/engine.h"
#include "support/check.h"
#include "table/load.h"
#include "unit/table/made.h"

#define DOC(text) "{ \"kind\": \"document\", \"text\": \"" text "\", \"certain\": true }"
#define LINK(text) "{ \"kind\": \"link\", \"text\": \"" text "\", \"certain\": true }"
#define DOUBT(text, other)                                                       \
	"{ \"kind\": \"document\", \"text\": \"" text "\", \"certain\": false, " \
	"\"candidates\": [\"" other "\"], \"reason\": \"分不清\" }"
#define ENTRY(number, region, references)                                                       \
	"{ \"number\": " #number ", \"region\": [\"" region "\"], \"references\": [" references \
	"], \"measures\": [{ \"text\": \"给予信贷支持" #number "\" }] }"

static const char cruel[] =
	MADE_HEAD
		MADE_ENTRIES
			ENTRY(1, "北京市",
			      DOC("国发〔2015〕13号") "," DOC("国发 [2015] 第013 号")) "," ENTRY(2, "天津市", DOC("国发2015年13号")) "," ENTRY(3, "河北省", "") "," ENTRY(4, "山西省", DOUBT("晋政发〔2019〕2号", "国发〔2015〕13号")) "," ENTRY(5, "辽宁省", DOC("晋政发〔2019〕2号") "," LINK("http://a.cn/1")) "," ENTRY(6,
																																							    "吉林省",
																																							    LINK("http://a.cn/1")) "," ENTRY(7, "上海市", LINK("http://a.cn/1/")) "," ENTRY(8, "江苏省", DOC("国发〔2015〕13号、国办发〔2015〕67号")) "," ENTRY(9,
																																																										"浙江省",
																																																										DOC(
																																																											"〔2018〕5号")) "," ENTRY(10, "安徽省", DOC("会议纪要")) "," ENTRY(11, "福建省", DOC("冀政〔2018〕10号")) "," ENTRY(12,
																																																																									    "江西省",
																																																																									    DOC("冀政〔2018〕9号")) "," ENTRY(13, "山东省", DOC("济政〔2017〕9号")) "," ENTRY(14, "河南省", DOC("Q/320683〔2018〕5号")) "," ENTRY(15, "湖北省", DOC("穗府〔2020〕1号")) "," ENTRY(16,
																																																																																																  "湖南省",
																																																																																																  "")
				MADE_END;

/* "text!*: regions; …": ! uncertain, * printed otherwise too. */
static const char *described(const struct documents *d, const struct catalog *c, struct buffer *out)
{
	buffer_clear(out);
	for (size_t i = 0; i < d->row_count; i++) {
		const struct documents_row *row = &d->rows[i];
		buffer_print(out, "%s%s%s%s ", i ? "; " : "", row->text, row->uncertain ? "!" : "",
			     row->otherwise ? "*" : "");
		for (size_t k = 0; k < row->use_count; k++)
			buffer_print(out, "%s%lld", k ? "," : "",
				     (long long)c->entries[d->uses[row->uses + k].entry].number);
	}
	return buffer_string(out);
}

static const char *texts(const struct documents *d, struct buffer *out)
{
	buffer_clear(out);
	for (size_t i = 0; i < d->row_count; i++)
		buffer_print(out, "%s%.60s", i ? "; " : "", d->rows[i].text);
	return buffer_string(out);
}

TEST(one_document_is_one_row_however_it_is_printed)
{
	struct catalog *c = made_of(cruel);
	struct documents d;
	struct buffer got = { 0 };
	documents_build(c, NULL, &d);
	EQ_STR(described(&d, c, &got),
	       "国发〔2015〕13号* 1,2; 未载文号或链接 3; 晋政发〔2019〕2号! 4,5; "
	       "http://a.cn/1 5,6; http://a.cn/1/ 7; 国发〔2015〕13号、国办发〔2015〕67号 8; "
	       "〔2018〕5号 9; 会议纪要 10; 冀政〔2018〕10号 11; 冀政〔2018〕9号 12; "
	       "济政〔2017〕9号 13; Q/320683〔2018〕5号 14; 穗府〔2020〕1号 15; 未载文号或链接 16");
	EQ_INT(d.counts[DOCUMENTS_DOCUMENT], 10);
	EQ_INT(d.counts[DOCUMENTS_LINK], 2);
	EQ_INT(d.counts[DOCUMENTS_NOTHING], 2);
	EQ_INT(d.uncertain, 1);
	documents_done(&d);
	buffer_done(&got);
	catalog_free(c);
}

TEST(each_order_is_whole_and_ends_with_what_it_cannot_place)
{
	static const struct {
		enum documents_order order;
		const char *want;
	} cases[] = {
		{ DOCUMENTS_NEWEST,
		  "穗府〔2020〕1号; 晋政发〔2019〕2号; 〔2018〕5号; 冀政〔2018〕10号; "
		  "冀政〔2018〕9号; Q/320683〔2018〕5号; 济政〔2017〕9号; 国发〔2015〕13号; "
		  "国发〔2015〕13号、国办发〔2015〕67号; 未载文号或链接; http://a.cn/1; "
		  "http://a.cn/1/; 会议纪要; 未载文号或链接" },
		{ DOCUMENTS_OLDEST,
		  "国发〔2015〕13号; 国发〔2015〕13号、国办发〔2015〕67号; 济政〔2017〕9号; "
		  "〔2018〕5号; 冀政〔2018〕10号; 冀政〔2018〕9号; Q/320683〔2018〕5号; "
		  "晋政发〔2019〕2号; 穗府〔2020〕1号; 未载文号或链接; http://a.cn/1; "
		  "http://a.cn/1/; 会议纪要; 未载文号或链接" },
		{ DOCUMENTS_BY_TEXT,
		  "〔2018〕5号; Q/320683〔2018〕5号; 国发〔2015〕13号; "
		  "国发〔2015〕13号、国办发〔2015〕67号; 会议纪要; 冀政〔2018〕9号; "
		  "冀政〔2018〕10号; 济政〔2017〕9号; 晋政发〔2019〕2号; 穗府〔2020〕1号; "
		  "http://a.cn/1; http://a.cn/1/; 未载文号或链接; 未载文号或链接" },
		{ DOCUMENTS_BY_REGION,
		  "国发〔2015〕13号; 未载文号或链接; 晋政发〔2019〕2号; http://a.cn/1; "
		  "http://a.cn/1/; 国发〔2015〕13号、国办发〔2015〕67号; 〔2018〕5号; 会议纪要; "
		  "冀政〔2018〕10号; 冀政〔2018〕9号; 济政〔2017〕9号; Q/320683〔2018〕5号; "
		  "穗府〔2020〕1号; 未载文号或链接" },
	};
	struct catalog *c = made_of(cruel);
	struct documents d;
	struct buffer got = { 0 };
	documents_build(c, NULL, &d);
	EACH (row, cases) {
		documents_sort(&d, row->order);
		EQ_STR(texts(&d, &got), row->want);
	}
	documents_done(&d);
	buffer_done(&got);
	catalog_free(c);
}

TEST(a_query_leaves_the_documents_of_its_hits)
{
	struct catalog *c = made_of(cruel);
	struct engine *e = engine_new(c);
	struct query q = { 0 };
	struct hits hits = { 0 };
	struct documents d;
	struct buffer got = { 0 };
	query_parse(&q, "国发2015年13号 | 信贷支持7");
	engine_search(e, &q, &hits);
	documents_build(c, &hits, &d);
	EQ_STR(described(&d, c, &got),
	       "国发〔2015〕13号* 1,2; 晋政发〔2019〕2号! 4; http://a.cn/1/ 7; "
	       "国发〔2015〕13号、国办发〔2015〕67号 8");
	documents_done(&d);
	query_parse(&q, "没有这个词");
	engine_search(e, &q, &hits);
	documents_build(c, &hits, &d);
	EQ_INT(d.row_count, 0);
	documents_sort(&d, DOCUMENTS_BY_TEXT);
	documents_done(&d);
	hits_done(&hits);
	query_done(&q);
	buffer_done(&got);
	engine_free(e);
	catalog_free(c);
}

/* Entry 6 leads to one document thrice, once uncertainly and once printed otherwise; 2 and 6 rest on what 1 and 3 rest on too. */
static const char shared[] = MADE_HEAD MADE_ENTRIES
	ENTRY(1, "北京市", DOC("国发〔2015〕13号")) ","
	ENTRY(2, "天津市", LINK("http://a.cn/1") "," DOC("国发2015年13号")) ","
	ENTRY(3, "河北省", DOC("冀政〔2018〕10号")) ","
	ENTRY(4, "山西省", DOUBT("国发2015年13号", "晋政发〔2019〕2号")) ","
	ENTRY(5, "辽宁省", "") ","
	ENTRY(6, "吉林省", DOC("冀政〔2018〕10号") "," DOUBT("冀政[2018]10号", "吉政〔2018〕10号") ","
	      DOC("国发〔2015〕13号") "," DOC("冀政〔2018〕10号"))
	MADE_END;

/* One reading answers every query as if it were the only one. */
TEST(a_selection_says_only_what_its_entries_say)
{
	static const struct {
		const char *query, *want;
		size_t uncertain;
	} cases[] = {
		{ "信贷支持2", "http://a.cn/1 2; 国发2015年13号 2", 0 },
		{ "信贷支持3 | 信贷支持2",
		  "http://a.cn/1 2; 国发2015年13号 2; 冀政〔2018〕10号 3", 0 },
		{ "信贷支持4 | 信贷支持2", "http://a.cn/1 2; 国发2015年13号! 2,4", 1 },
		{ "信贷支持6 | 信贷支持4",
		  "国发2015年13号!* 4,6; 冀政〔2018〕10号!* 6", 2 },
		{ "信贷支持6 | 信贷支持5",
		  "未载文号或链接 5; 冀政〔2018〕10号!* 6; 国发〔2015〕13号 6", 1 },
		{ "没有这个词", "", 0 },
		{ "信贷支持1", "国发〔2015〕13号 1", 0 },
	};
	struct catalog *c = made_of(shared);
	struct engine *e = engine_new(c);
	struct documents_all all;
	struct buffer got = { 0 };
	documents_read(c, &all);
	EACH (row, cases) {
		struct query q = { 0 };
		struct hits hits = { 0 };
		struct documents d;
		query_parse(&q, row->query);
		engine_search(e, &q, &hits);
		documents_select(c, &all, &hits, &d);
		EQ_STR(described(&d, c, &got), row->want);
		EQ_INT(d.uncertain, row->uncertain);
		documents_done(&d);
		hits_done(&hits);
		query_done(&q);
	}
	documents_all_done(&all);
	engine_free(e);
	buffer_done(&got);
	catalog_free(c);
}

TEST(an_entry_may_have_a_hundred_thousand_references)
{
	enum { MANY = 100000, DIFFERENT = MANY - 10 };
	struct buffer table = { 0 };
	struct documents d;
	buffer_text(&table, MADE_HEAD MADE_ENTRIES
		    "{ \"number\": 1, \"region\": [\"北京市\"], \"references\": [");
	for (int i = 0; i < MANY; i++)
		buffer_print(&table, "%s" DOC("京发〔2018〕%d号"), i ? "," : "", i % DIFFERENT + 1);
	buffer_text(&table, "], \"measures\": [{ \"text\": \"信贷\" }] }" MADE_END);
	struct catalog *c = made_of(buffer_string(&table));
	documents_build(c, NULL, &d);
	EQ_INT(d.row_count, DIFFERENT);
	EQ_INT(d.use_count, DIFFERENT);
	EQ_INT(d.rows[9].use_count, 1);
	EQ_STR(documents_reference(c, &d.uses[d.rows[9].uses])->text, "京发〔2018〕10号");
	documents_done(&d);
	buffer_done(&table);
	catalog_free(c);
}

TEST(the_regions_of_a_document_are_named_once_each)
{
	struct catalog *c = made_of(cruel);
	struct documents d;
	struct buffer got = { 0 };
	documents_build(c, NULL, &d);
	documents_regions(&d, c, &d.rows[0], SIZE_MAX, &got);
	EQ_STR(buffer_string(&got), "北京市、天津市");
	buffer_clear(&got);
	documents_regions(&d, c, &d.rows[0], 1, &got);
	EQ_STR(buffer_string(&got), "北京市 等 2 个地域");
	EQ_INT(documents_find(&d, c, c->entries[2].region), 1);
	EQ_INT(documents_find(&d, c, c->entries[4].region), 2);
	EQ_INT(documents_find(&d, c, c->entries[1].region), 0);
	documents_done(&d);
	buffer_done(&got);
	catalog_free(c);
}

/* The table itself, read by hand: twelve documents, nine links, four of them uncertain. */
TEST(the_documents_of_the_table_are_all_there)
{
	struct catalog *c = load_builtin();
	struct documents d;
	struct buffer got = { 0 };
	TRUE(c != NULL);
	documents_build(c, NULL, &d);
	EQ_INT(d.counts[DOCUMENTS_DOCUMENT], 12);
	EQ_INT(d.counts[DOCUMENTS_LINK], 9);
	EQ_INT(d.counts[DOCUMENTS_NOTHING], 0);
	EQ_INT(d.uncertain, 4);
	documents_sort(&d, DOCUMENTS_NEWEST);
	EQ_INT(d.rows[0].year, 2019);
	documents_sort(&d, DOCUMENTS_BY_TEXT);
	for (size_t i = 0; i < d.counts[DOCUMENTS_DOCUMENT]; i++) {
		buffer_text(&got, i ? " " : "");
		documents_canonical(&d.rows[i], &got);
	}
	EQ_STR(buffer_string(&got),
	       "广市监发〔2019〕32号 桂市监发〔2019〕19号 哈政办规〔2018〕46号 合政〔2018〕144号 "
	       "济高管办字〔2019〕12号 鲁质监标发〔2016〕49号 内质监标联〔2017〕124号 "
	       "黔质技监标〔2016〕201号 陕市监标〔2019〕5号 深市监规〔2019〕9号 "
	       "苏质监发〔2018〕127号 万政〔2018〕49号");
	documents_done(&d);
	buffer_done(&got);
	catalog_free(c);
}
