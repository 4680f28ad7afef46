#include "search/near.h"

#include "support/check.h"
#include "table/load.h"

TEST(a_query_without_hits_is_told_what_to_try)
{
	static const struct {
		const char *query, *want;
	} cases[] = {
		{ "信货", "是否为“信贷”（7 项）" },
		{ "政府彩购", "是否为“政府采购”（7 项）" },
		{ "政府采取购", "是否为“政府采购”（7 项）" },
		{ "政采购", "是否为“政府采购”（7 项）" },
		{ "南迪", "是否为“南通”（3 项）" },
		{ "地域:南迪", "是否为“南通”（3 项）" },
		{ "xidnai", "是否为“信贷”（7 项）" },
		{ "xindaai", "是否为“信贷”（7 项）" },
		{ "nantogn", "是否为“南通”（3 项）" },
		{ "地域:nantogn", "是否为“南通”（3 项）" },
		{ "江苏 xidnai", "去掉“xidnai”有 9 项；是否为“信贷”（1 项）" },
		{ "信贷 小微", "去掉“小微”有 7 项" },
		{ "江苏 信货", "去掉“信货”有 9 项；是否为“信贷”（1 项）" },
		{ "信贷 !\"信 贷\"", "去掉“信贷”有 55 项" },
		{ "信贷 年:1999", "去掉“年:1999”有 7 项" },
		{ "量子", "" }, /* 质量奖 is no 量奖 */
		{ "采购人", "" }, /* 采购在 is no word */
		{ "龘", "" },
		{ "qqqq", "" },
	};
	struct catalog *c = load_builtin();
	struct engine *e = engine_new(c);
	struct query q = { 0 };
	struct hits hits = { 0 };
	struct buffer out = { 0 };
	EACH (t, cases) {
		query_parse(&q, t->query);
		engine_search(e, &q, &hits);
		buffer_clear(&out);
		near_describe(e, c, &q, t->query, &out);
		EQ_STR(buffer_string(&out), t->want);
	}
	buffer_done(&out);
	hits_done(&hits);
	query_done(&q);
	engine_free(e);
	catalog_free(c);
}
