#include "search/explain.h"

#include "support/check.h"
#include "table/load.h"

TEST(a_hit_is_explained_word_by_word)
{
	static const struct {
		const char *query;
		size_t hit; /* among the hits */
		const char *want;
	} cases[] = {
		{ "信贷", 0, "信贷 → 信贷 措施" },
		{ "xindai 江苏 !南通", 0,
		  "xindai → 信贷 xin dai 措施；江苏 → 江苏 措施；!南通 → 不含" },
		{ "xd caigou | zhengfcg", 0, "zhengfcg → 政府采购 zheng fu cai gou 措施" },
		{ "dy:nt", 0, "dy:nt → 南通市 nan tong 地域" },
		{ "江苏南通", 0, "江苏南通 → 江苏南通市 地域" },
		{ "“领跑者”评价 文号:nantong", 0,
		  "“领跑者”评价 → “领跑者”评价 措施；文号:nantong → "
		  "http://www.nantong.gov.cn/ntsrmzf/xwfbh/content/"
		  "30476643-1c93-4029-b82c-a468451954c7.html 文号或链接" },
		{ "年:2017", 0, "年:2017 → 内质监标联〔2017〕124号 文号或链接" },
		{ "金额:100万", 0, "金额:100万 → 最高100万元 奖补金额" },
		{ "序号:4", 0, "序号:4 → 4 序号" },
		{ "类别:\"信 贷\"", 0, "类别:\"信 贷\" → 信贷 类别" },
		{ "1月1日", 1, "1月1日 → 1 月1 日 措施" },
		{ "", 0, "" },
	};
	struct catalog *c = load_builtin();
	struct engine *e = engine_new(c);
	struct query q = { 0 };
	struct hits hits = { 0 };
	struct buffer out = { 0 };
	EACH (t, cases) {
		query_parse(&q, t->query);
		engine_search(e, &q, &hits);
		TRUE(t->hit < hits.count);
		buffer_clear(&out);
		explain_hit(e, c, &q, t->query, hits_measure(&hits, t->hit), &out);
		EQ_STR(buffer_string(&out), t->want);
	}
	query_parse(&q, "量子");
	buffer_clear(&out);
	explain_hit(e, c, &q, "量子", 0, &out);
	EQ_STR(buffer_string(&out), "");
	buffer_done(&out);
	hits_done(&hits);
	query_done(&q);
	engine_free(e);
	catalog_free(c);
}
