#include "compare/money.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/utf8.h"
#include "support/check.h"
#include "table/load.h"

static void add_span(struct buffer *out, const char *text, struct span s)
{
	size_t n = strlen(text), start = utf8_offset(text, n, s.start);
	buffer_add(out, text + start, utf8_offset(text, n, s.end) - start);
}

/* "国家级 500000 一次性; 省级 <=300000 每项": level as named, bound, yuan, per what. ">=" at least, "~"
 * about; "?资助" a promise without a sum. */
static void render(const char *text, const struct money_list *list, struct buffer *out)
{
	static const char *const bounds[] = {
		[MONEY_EXACT] = "", [MONEY_AT_MOST] = "<=", [MONEY_AT_LEAST] = ">=", [MONEY_ABOUT] = "~"
	};
	for (size_t i = 0; i < list->count; i++) {
		const struct money *m = &list->all[i];
		buffer_text(out, i ? "; " : "");
		if (m->named.end > m->named.start) {
			add_span(out, text, m->named);
			buffer_char(out, ' ');
		}
		if (m->low == REWARD_UNSTATED) {
			buffer_char(out, '?');
			add_span(out, text, m->words);
		} else {
			buffer_print(out, "%s%" PRId64, bounds[m->bound], m->low);
			if (m->high != m->low)
				buffer_print(out, "-%" PRId64, m->high);
		}
		if (m->per.end > m->per.start) {
			buffer_char(out, ' ');
			add_span(out, text, m->per);
		}
		buffer_text(out, m->once ? " 一次性" : "");
	}
}

struct row {
	const char *text, *want;
};

static void reads(const char *text, const char *want)
{
	struct money_list list = { 0 };
	struct buffer got = { 0 };
	money_read(text, strlen(text), &list);
	render(text, &list, &got);
	EQ_STR(buffer_string(&got), want);
	buffer_done(&got);
	money_done(&list);
}

/* clang-format off */
TEST(numbers_are_read_however_they_are_written)
{
	static const struct row rows[] = {
		{ "给予50万元奖励。", "500000" },
		{ "给予１００万元奖励。", "1000000" },
		{ "给予１，０００元奖励。", "1000" },
		{ "给予1,000元奖励。", "1000" },
		{ "给予1,000,000元奖励。", "1000000" },
		{ "奖励1.5亿元。", "150000000" },
		{ "奖励3541.07万元。", "35410700" },
		{ "奖励1.23456万元。", "12346" },
		{ "奖励100000万元。", "1000000000" },
		{ "奖励0.5万元。", "5000" },
		{ "奖励800元。", "800" },
		{ "给予五十万元奖励。", "500000" },
		{ "给予十万元奖励。", "100000" },
		{ "给予十五万元奖励。", "150000" },
		{ "给予一百零五万元奖励。", "1050000" },
		{ "给予一千二百万元奖励。", "12000000" },
		{ "给予一亿二千万元奖励。", "120000000" },
		{ "给予伍拾万圆整奖励。", "500000" },
		{ "给予两万五千元奖励。", "25000" },
		{ "给予二〇万元奖励。", "200000" },
		{ "给予1万5千元奖励。", "15000" },
		{ "给予1亿5000万元奖励。", "150000000" },
		{ "给予5千万元奖励。", "50000000" },
		{ "给予百万元奖励。", "1000000" },
		{ "给予 50 万元 奖励。", "500000" },
		{ "给予5 0万元奖励。", "500000" },
		{ "给予1 000 000元奖励。", "1000000" },
		{ "給予五十萬元獎勵。", "500000" },
		{ "给予50万元人民币奖励。", "500000" },
		{ "奖励人民币50万元。", "500000" },
		{ "奖励￥50万。", "500000" },
		{ "奖励50万。", "500000" },
		{ "国家级奖励50万，省级奖励30万。", "国家级 500000; 省级 300000" },
		{ "给予50万、30万、20万奖励。", "500000; 300000; 200000" },
		{ "给予最高不超过200万的补助。", "<=2000000" },
	};
	EACH (r, rows)
		reads(r->text, r->want);
}

TEST(ranges_and_vague_sums_keep_both_ends)
{
	static const struct row rows[] = {
		{ "给予10-20万元奖励。", "100000-200000" },
		{ "给予10万元-20万元奖励。", "100000-200000" },
		{ "给予10万～20万元奖励。", "100000-200000" },
		{ "给予10—20万元奖励。", "100000-200000" },
		{ "给予10至20万元奖励。", "100000-200000" },
		{ "给予二十至三十万元奖励。", "200000-300000" },
		{ "给予5000元到1万元奖励。", "5000-10000" },
		{ "给予5000-10000元奖励。", "5000-10000" },
		{ "给予五万元以上十万元以下奖励。", "50000-100000" },
		{ "给予5万元以上、10万元以内的补助。", "50000-100000" },
		{ "给予一千多万元补助。", "~10000000-20000000" },
		{ "给予二百余万元补助。", "~2000000-3000000" },
		{ "给予50多万元补助。", "~500000-600000" },
		{ "给予三五万元补助。", "~30000-50000" },
		{ "给予二三十万元补助。", "~200000-300000" },
		{ "给予十几万元补助。", "~100000-200000" },
		{ "给予数十万元补助。", "~100000-1000000" },
		{ "给予近50万元补助。", "~500000" },
		{ "给予50万元左右补助。", "~500000" },
		{ "给予上百万元补助。", "~1000000" },
		{ "给予20-10万元奖励。", "100000-200000" },
	};
	EACH (r, rows)
		reads(r->text, r->want);
}

TEST(bounds_and_what_a_sum_is_for)
{
	static const struct row rows[] = {
		{ "给予最高100万元奖励。", "<=1000000" },
		{ "奖励不超过30万元。", "<=300000" },
		{ "最高可给予100万元奖励。", "<=1000000" },
		{ "给予100万元以内的奖励。", "<=1000000" },
		{ "给予100万元（含）以下奖励。", "<=1000000" },
		{ "奖励50万元封顶。", "<=500000" },
		{ "奖励总额上限500万元。", "<=5000000" },
		{ "给予50万元以上奖励。", ">=500000" },
		{ "奖励不低于10万元。", ">=100000" },
		{ "分别给予最高50万元、30万元奖励。", "<=500000; <=300000" },
		{ "获得国家最高科学技术奖的，奖励100万元。", "1000000" },
		{ "每项奖励5万元。", "50000 每项" },
		{ "每家企业每年最高补助20万元。", "<=200000 每家企业每年" },
		{ "每主导制定一项国际标准的，资助50-80万元。", "国际标准 500000-800000 每主导制定一项" },
		{ "每项补助5000元，每家企业每年不超过5万元。", "5000 每项; <=50000 每家企业每年" },
		{ "每制定一项国家标准奖励50万元。", "国家标准 500000 每制定一项" },
		{ "给予一次性奖励10万元。", "100000 一次性" },
		{ "给予10万元的一次性补助。", "100000 一次性" },
		{ "每年给予5万元资助。", "50000 每年" },
		{ "按5万元/项给予资助。", "50000 /项" },
		{ "每吨补贴50元。", "50 每吨" },
		{ "每个项目资助不超过20万元。", "<=200000 每个项目" },
		{ "奖励20万元，每家企业累计不超过100万元。", "200000; <=1000000 每家企业" },
		{ "按投入的30%给予补助，最高50万元。", "<=500000" },
		{ "每年评选一次，对获奖企业奖励5万元。", "50000" },
	};
	EACH (r, rows)
		reads(r->text, r->want);
}

TEST(lists_of_sums_answer_lists_of_levels)
{
	static const struct row rows[] = {
		{ "对获得国家级、省级企业标准领跑者的，分别给予一次性奖补50万元、30万元。",
		  "国家级 500000 一次性; 省级 300000 一次性" },
		{ "国家级、省级、市级分别给予50、30、20万元奖励。", "国家级 500000; 省级 300000; 市级 200000" },
		{ "国家级、省级、市级分别奖励50万元，30万元，20万元。", "国家级 500000; 省级 300000; 市级 200000" },
		{ "国家级和省级的，分别给予最高50万元和30万元奖励。", "国家级 <=500000; 省级 <=300000" },
		{ "国家级50万元、省级30万元、市级10万元的奖励。", "国家级 500000; 省级 300000; 市级 100000" },
		{ "对国家级的奖励50万元，省级的奖励30万元。", "国家级 500000; 省级 300000" },
		{ "分别给予50万元（国家级）、30万元（省级）奖励。", "国家级 500000; 省级 300000" },
		{ "奖励标准为：国家级50万元；省级30万元。", "国家级 500000; 省级 300000" },
		{ "获得国家、省、市级称号的，分别奖励50万元、30万元、10万元。", "国家 500000; 省 300000; 市级 100000" },
		{ "入选国家企业标准“领跑者”的，奖励20万元。", "国家 200000" },
		{ "入选省企业标准“领跑者”的，奖励10万元。", "省 100000" },
		{ "参与国际、国家、行业标准制修订的，分别奖励50万元、30万元、20万元。", "国际 500000; 国家 300000; 行业标准 200000" },
		{ "主导制定国际标准、国家标准的，分别奖励100万元、50万元。", "国际标准 1000000; 国家标准 500000" },
		{ "对国家级、省级“领跑者”给予10万元奖励。", "国家级 100000; 省级 100000" },
		{ "国家级“领跑者”，第一、二、三名分别奖励50万元、30万元、20万元。", "国家级 500000; 国家级 300000; 国家级 200000" },
		{ "国家级、省级分别奖励50万元、30万元，每家企业最高100万元。", "国家级 500000; 省级 300000; <=1000000 每家企业" },
		{ "国家级、省级分别给予50万元奖励、30万元奖励。", "国家级 500000; 省级 300000" },
		{ "国家级、省级分别奖励50万元、30万元、20万元。", "500000; 300000; 200000" },
		{ "国家级奖励50万元；对团队另奖10万元。", "国家级 500000; 100000" },
		{ "国家级奖励50万元，连续三年的再奖励20万元。", "国家级 500000; 国家级 200000" },
		{ "国家级领跑者和国家级质量奖分别奖励20万元、50万元。", "国家级 200000; 国家级 500000" },
		{ "自治区级的奖励8万元。", "自治区级 80000" },
		{ "由省级财政给予50万元补助。", "500000" },
		{ "由市级主管部门奖励5万元。", "50000" },
		{ "省、市财政分别给予50万元、30万元补助。", "500000; 300000" },
		{ "县级市的企业奖励5万元。", "50000" },
		{ "一等奖、二等奖、三等奖分别奖励5万元、3万元、1万元。", "50000; 30000; 10000" },
	};
	EACH (r, rows)
		reads(r->text, r->want);
}

TEST(what_is_no_money_is_not_read)
{
	static const struct row rows[] = {
		{ "2018年1月1日起给予奖励政策支持。", "" },
		{ "“5215”工业大企业。", "" },
		{ "共有31项标准申请企业标准“领跑者”评价。", "" },
		{ "合格率达到90%以上，给予表彰奖励。", "" },
		{ "申报地理标志保护产品10个以上，资源共享。", "" },
		{ "面向全市“3+3”主导产业补短板。", "" },
		{ "全市百万家企业、十万元件。", "" },
		{ "万家企业资源计划。", "" },
		{ "半数以上的企业获奖。", "" },
		{ "文件第10号，元旦起施行。", "" },
		{ "2018年元月发布获奖名单。", "" },
		{ "多元化、一元化、三元材料、单元奖。", "" },
		{ "第三单元获奖，第二单元补考。", "" },
		{ "每万元产值能耗下降，奖优罚劣。", "" },
		{ "GB/T 1.1、Q/320683HKC001-2017，获奖。", "" },
		{ "争创国家级、省级企业标准“领跑者”3-5个，获奖。", "" },
		{ "50条举措擦亮获奖品牌", "" },
		{ "奖励100万美元、50万港元、30欧元。", "?奖励" },
		{ "补贴50万户、资助3万人。", "?补贴" },
		{ "1.2.3元奖励办法。", "" },
		{ "奖励0元政策，奖励办法另定。", "?奖励" },
		{ "12345678901234567890元奖励办法。", "" },
		{ "百分之五十的补助政策。", "" },
	};
	EACH (r, rows)
		reads(r->text, r->want);
}

TEST(money_that_is_no_reward_is_not_read)
{
	static const struct row rows[] = {
		{ "年产值2000万元以上的企业，给予20万元奖励。", "200000" },
		{ "对年销售收入超过1亿元、税收500万元以上的企业，奖励50万元。", "500000" },
		{ "奖励年产值1亿元以上的企业50万元。", "500000" },
		{ "对投资5000万元以上的项目给予支持。", "" },
		{ "对1000万元以上的项目给予奖励支持。", "?奖励" },
		{ "给予最高500万元的信用贷款。", "" },
		{ "给予50万元贷款贴息补助。", "500000" },
		{ "授信500万元，支持获奖企业。", "" },
		{ "处以5万元罚款，取消获奖资格。", "" },
		{ "市财政安排500万元支持标准化。", "" },
		{ "产业规模达到500亿元，力争获奖。", "" },
		{ "实现节约成本100万元，获奖。", "" },
		{ "注册资本1000万元的获奖企业。", "" },
		{ "人均可支配收入5万元，获质量奖。", "" },
		{ "已兑现奖金，已累计发放1200万元。", "?奖金" },
		{ "全市国内生产总值达到1万亿元。", "" },
		{ "给予投资额10%、最高50万元的补助。", "<=500000" },
		{ "购置设备500万元的，补助50万元。", "500000" },
		{ "门票50元。", "" },
	};
	EACH (r, rows)
		reads(r->text, r->want);
}

TEST(promises_without_a_sum_are_read_where_no_sum_is_named)
{
	static const struct row rows[] = {
		{ "给予专项资金资助奖励。", "?资金" },
		{ "优先申请环保资金。", "?资金" },
		{ "给予适当奖励。", "?奖励" },
		{ "国家级奖励50万元；省级给予适当奖励。", "国家级 500000; ?奖励" },
		{ "国家级给予适当奖励。省级奖励10万元。", "?奖励; 省级 100000" },
		{ "给予50万元奖励。奖励资金从专项资金中列支。", "500000" },
		{ "争取其他奖励政策。", "" },
		{ "在项目和经费上给予优先。", "" },
		{ "设立专项基金。", "" },
		{ "引导社会资金、信贷资金投入。", "" },
		{ "给予表彰奖励。", "" },
		{ "给予信贷支持。", "" },
		{ "", "" },
	};
	EACH (r, rows)
		reads(r->text, r->want);
}
/* clang-format on */

TEST(what_is_read_of_the_built_in_table_is_what_it_records)
{
	struct catalog *c = load_builtin();
	struct money_list list = { 0 };
	size_t sums = 0, promises = 0;
	TRUE(c != NULL);
	EQ_INT(c->measure_count, 62);
	for (size_t i = 0; i < c->measure_count; i++) {
		const struct measure *m = &c->measures[i];
		check_row(i);
		money_read(m->text, strlen(m->text), &list);
		EQ_INT(list.count, m->reward_count);
		for (size_t j = 0; j < list.count; j++) {
			const struct reward *recorded = &m->rewards[j];
			const struct money *read = &list.all[j];
			EQ_INT(read->low, recorded->yuan);
			EQ_INT(read->high, recorded->yuan);
			EQ_INT(read->bound, recorded->maximum ? MONEY_AT_MOST : MONEY_EXACT);
			EQ_INT(read->level, money_level_of(recorded->level));
			sums += read->low != REWARD_UNSTATED;
			promises += read->low == REWARD_UNSTATED;
		}
	}
	EQ_INT(sums, 7);
	EQ_INT(promises, 5);
	money_done(&list);
	catalog_free(c);
}

/* Pieces that numbers, levels and rewards are made of, and bytes that are no characters. */
static void add_piece(struct buffer *out)
{
	static const char *const pieces[] = {
		"0", "1", "9", "５", ".", ",", "，", "、", "-", "～", "至", "一", "十", "百", "千", "万",
		"亿", "两", "〇", "多", "余", "数", "几", "元", "圆", "国家级", "省级", "国家", "省", "分别",
		"奖励", "给予", "补助", "最高", "以上", "以下", "每", "一项", "/", "（", "）", "。", "；",
		" ", "\n", "资金", "适当", "产值", "¥", "ﷺ", "㎡", "e\u0301", "\xff", "\xe5\x85", "😀" };
	buffer_text(out, pieces[(size_t)rand() % (sizeof(pieces) / sizeof(pieces[0]))]);
}

TEST(whatever_the_text_spans_lie_in_it_and_sums_are_sums)
{
	struct money_list list = { 0 };
	struct buffer text = { 0 };
	size_t read = 0;
	srand(4);
	for (int round = 0; round < 60000; round++) {
		buffer_clear(&text);
		for (int pieces = rand() % 40; pieces >= 0; pieces--)
			add_piece(&text);
		money_read(buffer_string(&text), text.n, &list);
		size_t length = utf8_count(buffer_string(&text), text.n), before = 0;
		for (size_t i = 0; i < list.count; i++, read++) {
			const struct money *m = &list.all[i];
			bool promise = m->low == REWARD_UNSTATED;
			TRUE(m->words.start < m->words.end && m->words.end <= length);
			TRUE(m->named.start <= m->named.end && m->named.end <= length);
			TRUE(m->per.start <= m->per.end && m->per.end <= length);
			TRUE(promise ? m->high == m->low : m->low >= 1 && m->low <= m->high);
			TRUE(m->words.start >= before);
			before = m->words.start;
		}
		TRUE(list.count == 0 || money_may_be_in(buffer_string(&text), text.n));
	}
	TRUE(read > 20000);
	buffer_done(&text);
	money_done(&list);
}
