#include "search/variants.h"

#include <string.h>

#include "base/utf8.h"
#include "search/fold.h"
#include "search/pinyin.h"
#include "support/check.h"
#include "table/builtin.h"

static bool same(const char *a, const char *b)
{
	struct folded x = { 0 };
	struct folded y = { 0 };
	fold_text(&x, a, strlen(a));
	fold_text(&y, b, strlen(b));
	bool equal = x.count == y.count && !memcmp(x.cps, y.cps, x.count * sizeof(*x.cps));
	fold_done(&x);
	fold_done(&y);
	return equal;
}

TEST(traditional_and_simplified_text_have_one_form)
{
	static const struct {
		const char *traditional, *simplified;
	} rows[] = {
		{ "標準", "标准" },
		{ "企業標準領跑者", "企业标准领跑者" },
		{ "政府採購", "政府采购" },
		{ "銀行信貸", "银行信贷" },
		{ "獎勵資金", "奖励资金" },
		{ "後台", "后台" },
		{ "皇后", "皇后" },
		{ "頭髮", "头发" },
		{ "發展", "发展" },
		{ "幹部", "干部" },
		{ "裏 裡", "里 里" },
		{ "關於", "关于" },
		{ "復審 複審 覆審", "复审 复审 复审" },
		{ "徵收", "征收" },
		{ "瞭解", "了解" },
		{ "公佈 佔比 週期", "公布 占比 周期" },
		{ "啟 啓", "启 启" },
		{ "説 說", "说 说" },
		{ "爲 為", "为 为" },
		{ "羣 峯 綫 線", "群 峰 线 线" },
		{ "鑒 鑑", "鉴 鉴" },
		{ "贊 讚", "赞 赞" },
		{ "臺 颱 檯 枱", "台 台 台 台" },
		{ "產 産", "产 产" },
		{ "晉陞", "晋升" },
		{ "⾴ 豈",
		  "页 岂" }, /* a radical and a compatibility character become 頁 and 豈 on the way */
		{ "㑶", "㐹" },	    /* extension A */
		{ "𬣣", "𬣣" }, /* extension E */
	};
	EACH (r, rows)
		TRUE(same(r->traditional, r->simplified));
}

TEST(characters_of_simplified_text_with_a_reading_of_their_own_stay_apart)
{
	static const struct {
		const char *a, *b;
	} rows[] = {
		{ "著名", "着名" },	{ "乾县", "干县" }, { "玛瑙", "玛𰡻" },
		{ "大阪市", "大板市" }, { "后土", "厚土" }, { "己", "已" },
		{ "戊", "戌" },
	};
	EACH (r, rows)
		TRUE(!same(r->a, r->b));
}

TEST(what_is_not_han_is_itself)
{
	static const uint32_t rows[] = { 0,	 'a',	   U'，',    0x33FF,	0x3400,
					 0xA000, 0xD800,   0x1F600,  0x33FFF,	0x34000,
					 0xFFFF, 0x10FFFF, 0x110000, UINT32_MAX };
	EACH (cp, rows)
		EQ_INT(variants_fold(*cp), *cp);
}

TEST(folding_what_is_folded_changes_nothing_for_any_code_point)
{
	int folded = 0;
	for (uint32_t cp = 0; cp < 0x110000; cp++) {
		uint32_t form = variants_fold(cp);
		folded += form != cp;
		if (variants_fold(form) != form)
			EQ_INT(cp, 0);
	}
	TRUE(folded > 6000);
}

/* Each line once more, by another way than the module's: no character twice, none folding to two. */
TEST(every_line_of_the_file_is_understood)
{
	const char *at = builtin_variants;
	size_t members = 0;
	while (at < builtin_variants_end) {
		const char *end = strchr(at, '\n');
		if (*at != '#') {
			uint32_t form;
			uint32_t cp;
			at += utf8_next(at, &form);
			EQ_INT(*at++, '\t');
			TRUE(at < end);
			for (; at < end; members++) {
				at += utf8_next(at, &cp);
				EQ_INT(variants_fold(cp), form);
			}
		}
		at = end + 1;
	}
	for (uint32_t cp = 0; cp < 0x110000; cp++)
		members -= variants_fold(cp) != cp;
	EQ_INT(members, 0);
}

/* Search sees folded text, so a form that could not be read would take the pinyin of its whole family away. */
TEST(a_form_can_be_read_when_its_variants_can)
{
	const char *readings[PINYIN_READINGS];
	for (uint32_t cp = 0x3400; cp < 0x34000; cp++) {
		if (pinyin_readings(cp, readings) && !pinyin_readings(variants_fold(cp), readings))
			EQ_INT(cp, 0);
	}
}
