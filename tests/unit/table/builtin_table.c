/* What the built-in table says, beside its words (those are held by transcription.c). */
#include <string.h>

#include "base/buffer.h"
#include "base/utf8.h"
#include "support/check.h"
#include "table/catalog.h"
#include "table/divisions.h"
#include "table/load.h"

static const struct entry *entry_of(const struct catalog *c, int64_t number)
{
	for (size_t i = 0; i < c->entry_count; i++)
		if (c->entries[i].number == number)
			return &c->entries[i];
	TRUE(!"an entry of that number");
	return NULL;
}

static void path_names(const struct catalog *c, const struct entry *e,
		       const char *names[CATALOG_DEPTH], size_t *n)
{
	size_t path[CATALOG_DEPTH];
	*n = catalog_path(c, e->region, path);
	for (size_t i = 0; i < *n; i++)
		names[i] = c->regions[path[i]].name;
}

/* "1 2 3", "-" for a measure without a label. */
static void labels(const struct catalog *c, const struct entry *e, struct buffer *out)
{
	buffer_clear(out);
	for (size_t i = 0; i < e->measure_count; i++) {
		const char *label = c->measures[e->first_measure + i].label;
		buffer_text(out, i ? " " : "");
		buffer_text(out, label ? label : "-");
	}
}

static size_t category_index(const struct catalog *c, const char *id)
{
	for (size_t i = 0; i < c->category_count; i++)
		if (strcmp(c->categories[i].id, id) == 0)
			return i;
	TRUE(!"a category of that id");
	return 0;
}

TEST(the_table_has_its_counts)
{
	struct catalog *c = load_builtin();
	EQ_INT(c->table_count, 1);
	EQ_STR(c->tables[0].title, "21省市企业标准“领跑者”制度激励政策一览表");
	EQ_INT(c->entry_count, 21);
	EQ_INT(c->measure_count, 62);
	EQ_INT(catalog_count_regions(c, 0), 16);
	EQ_INT(catalog_count_regions(c, 1), 11);
	EQ_INT(c->region_count, 27);
	for (size_t i = 0; i < c->entry_count; i++)
		EQ_INT(c->entries[c->reading[i]].number, i + 1);
	catalog_free(c);
}

/* Links are held whole by transcription.c; here their hosts are enough to tell them apart. */
/* clang-format off */
static const struct row {
	int code;
	const char *region, *printed, *labels;
	enum reference_kind kind;
	const char *reference;
} rows[] = {
	{ 110000, "北京市", "北京市", "1 2 3 4", REFERENCE_LINK, "http://scjgj.beijing.gov.cn/" },
	{ 130500, "河北省/邢台市", "河北省 邢台市", "1 2", REFERENCE_LINK, "http://www.hebei.gov.cn/" },
	{ 320000, "江苏省", "江苏省", "1 2 3 4 5 6", REFERENCE_DOCUMENT, "苏质监发[2018]127号" },
	{ 320600, "江苏省/南通市", "江苏省 南通市", "1 2 3", REFERENCE_LINK, "http://www.nantong.gov.cn/" },
	{ 230100, "黑龙江省/哈尔滨市", "黑龙江省 哈尔滨市", "1 2", REFERENCE_DOCUMENT, "哈政办规〔2018〕46号" },
	{ 610000, "陕西省", "陕西省", "1 2 3 4", REFERENCE_LINK, "http://snamr.shaanxi.gov.cn/" },
	{ 610581, "陕西省/韩城市", "陕西省 韩城市", "1 2 3 4", REFERENCE_DOCUMENT, "陕市监标〔2019〕5号" },
	{ 140000, "山西省", "山西省", "1 2 3 4 5", REFERENCE_LINK, "http://scjgj.shanxi.gov.cn/" },
	{ 140100, "山西省/太原市", "山西省 太原市", "1", REFERENCE_DOCUMENT, "万政〔2018〕49号" },
	{ 360000, "江西省", "江西省", "1 2 3 4", REFERENCE_LINK, "http://www.jiangxi.gov.cn/" },
	{ 450000, "广西壮族自治区", "广西省", "1 2 3 4 5", REFERENCE_DOCUMENT, "桂市监发〔2019〕19号" },
	{ 150000, "内蒙古自治区", "内蒙古自治区", "-", REFERENCE_DOCUMENT, "内质监标联〔2017〕124号" },
	{ 520000, "贵州省", "贵州省", "1 2 3 3", REFERENCE_DOCUMENT, "黔质技监标〔2016〕201号" },
	{ 370000, "山东省", "山东省", "1 2 3 4", REFERENCE_DOCUMENT, "鲁质监标发〔2016〕49号" },
	{ 370100, "山东省/济南市", "山东省 济南市", "-", REFERENCE_DOCUMENT, "济高管办字〔2019〕12 号" },
	{ 370600, "山东省/烟台市", "山东省 烟台市", "-", REFERENCE_LINK, "http://www.jiaodong.net/" },
	{ 330000, "浙江省", "浙江省", "1 2", REFERENCE_LINK, "http://zjj.zhejiang.gov.cn/" },
	{ 510800, "四川省/广元市", "四川省 广元市", "1 2 3 4 5", REFERENCE_DOCUMENT, "广市监发〔2019〕32 号" },
	{ 340100, "安徽省/合肥市", "安徽省 合肥市", "-", REFERENCE_DOCUMENT, "合政〔2018〕144号" },
	{ 410100, "河南省/郑州市", "郑州市", "-", REFERENCE_LINK, "http://amr.hefei.gov.cn/" },
	{ 440300, "广东省/深圳市", "深圳市", "- -", REFERENCE_DOCUMENT, "深市监规〔2019〕9号" },
};
/* clang-format on */

TEST(each_row_has_its_region_labels_and_reference)
{
	struct catalog *c = load_builtin();
	struct buffer text = { 0 };
	EACH (row, rows) {
		int64_t number = row - rows + 1;
		const struct entry *e = entry_of(c, number);
		const char *names[CATALOG_DEPTH] = { "" };
		size_t n;
		path_names(c, e, names, &n);
		buffer_clear(&text);
		buffer_text(&text, names[0]);
		if (n > 1)
			buffer_print(&text, "/%s", names[1]);
		EQ_STR(buffer_string(&text), row->region);
		EQ_INT(c->regions[e->region].code, row->code);
		EQ_STR(e->printed_region, row->printed);
		labels(c, e, &text);
		EQ_STR(buffer_string(&text), row->labels);
		EQ_INT(e->inferred, number >= 20 ? INFERRED_PROVINCE : 0);
		EQ_INT(e->reference_count, 1);
		EQ_INT(e->references[0].kind, row->kind);
		HAS(e->references[0].text, row->reference);
	}
	buffer_done(&text);
	catalog_free(c);
}

TEST(each_row_has_its_own_measures)
{
	static const char *const beginnings[] = {
		"在政府质量奖评选等工作",
		"到2020年，全市企业",
		"推荐江苏省企业标准",
		"2018年初，南通市",
		"省市场监管局和省工信厅",
		"在标准创新贡献奖和各级",
		"在标准创新贡献奖和政府质",
		"在山西省标准创新",
		"获得国家级、省级标准",
		"50条举措擦亮",
		"支持标准“领跑者”企业加大",
		"对纳入自治区",
		"支持标准领跑者企业加大",
		"支持获得标准“领跑者”荣誉企业，积极开展我省",
		"对当年被确定为国家级",
		"烟台进一步",
		"浙江省出台",
		"支持获得企业标准“领跑者”荣誉的企业参与",
		"对获得国家级、省级企业标准领跑者的，分别给予一次性奖补50万元",
		"对获得国家级、省级企业标准领跑者的，分别给予一次性奖补100万元",
		"对在2018年1月1日",
	};
	struct catalog *c = load_builtin();
	EACH (begins, beginnings) {
		const struct entry *e = entry_of(c, begins - beginnings + 1);
		const char *text = c->measures[e->first_measure].text;
		EQ_INT(strncmp(text, *begins, strlen(*begins)), 0);
	}
	catalog_free(c);
}

TEST(codes_are_those_of_the_divisions)
{
	struct catalog *c = load_builtin();
	for (size_t i = 0; i < c->region_count; i++) {
		const struct division *d = divisions_by_code(c->regions[i].code);
		TRUE(d != NULL);
		EQ_STR(c->regions[i].name, d->name);
	}
	for (size_t i = 0; i < c->entry_count; i++) {
		const char *names[CATALOG_DEPTH] = { "" };
		size_t n;
		path_names(c, &c->entries[i], names, &n);
		const struct division *d = divisions_by_path(names, n);
		TRUE(d != NULL);
		EQ_INT(c->regions[c->entries[i].region].code, d->code);
	}
	catalog_free(c);
}

TEST(exactly_four_references_are_uncertain_and_name_each_other)
{
	static const struct {
		int64_t number, other;
	} cases[] = { { 6, 7 }, { 7, 6 }, { 19, 20 }, { 20, 19 } };
	struct catalog *c = load_builtin();
	size_t uncertain = 0;
	for (size_t i = 0; i < c->entry_count; i++)
		uncertain += !c->entries[i].references[0].certain;
	EQ_INT(uncertain, 4);
	EACH (t, cases) {
		const struct reference *r = &entry_of(c, t->number)->references[0];
		TRUE(!r->certain);
		EQ_INT(r->candidate_count, 1);
		EQ_STR(r->candidates[0], entry_of(c, t->other)->references[0].text);
		HAS(r->reason, t->number < 10 ? "属第6行还是第7行" : "属第19行还是第20行");
		HAS(r->reason, t->number < 10 ? "原表第2页" : "原表第4页");
		TRUE(utf8_count(r->reason, strlen(r->reason)) <= 64);
	}
	catalog_free(c);
}

TEST(every_amount_is_recorded_and_no_other)
{
	static const struct {
		int64_t number;
		size_t measure;
		const char *level;
		int64_t yuan;
		bool maximum;
	} cases[] = {
		{ 1, 3, NULL, REWARD_UNSTATED, false },	 { 9, 0, "国家级", 100000, false },
		{ 9, 0, "省级", 50000, false },		 { 14, 2, NULL, REWARD_UNSTATED, false },
		{ 15, 0, "国家级", 1000000, true },	 { 16, 0, NULL, REWARD_UNSTATED, false },
		{ 19, 0, "国家级", 500000, false },	 { 19, 0, "省级", 300000, false },
		{ 20, 0, "国家级", 1000000, false },	 { 20, 0, "省级", 600000, false },
		{ 21, 0, NULL, REWARD_UNSTATED, false }, { 21, 1, NULL, REWARD_UNSTATED, false },
	};
	struct catalog *c = load_builtin();
	size_t rewards = 0;
	for (size_t i = 0; i < c->measure_count; i++)
		rewards += c->measures[i].reward_count;
	EQ_INT(rewards, sizeof(cases) / sizeof(cases[0]));
	EACH (t, cases) {
		const struct measure *m =
			&c->measures[entry_of(c, t->number)->first_measure + t->measure];
		bool found = false;
		for (size_t i = 0; i < m->reward_count; i++) {
			const struct reward *r = &m->rewards[i];
			bool level =
				t->level ? r->level && strcmp(r->level, t->level) == 0 : !r->level;
			found |= level && r->yuan == t->yuan && r->maximum == t->maximum;
		}
		TRUE(found);
	}
	catalog_free(c);
}

TEST(a_reward_means_the_category_of_subsidies_and_the_reverse)
{
	struct catalog *c = load_builtin();
	uint64_t subsidy = UINT64_C(1) << category_index(c, "subsidy");
	for (size_t i = 0; i < c->measure_count; i++)
		EQ_INT((c->measures[i].categories & subsidy) != 0, c->measures[i].reward_count > 0);
	catalog_free(c);
}

TEST(every_measure_has_categories_by_reading)
{
	struct catalog *c = load_builtin();
	uint64_t all = (UINT64_C(1) << c->category_count) - 1;
	uint64_t work = UINT64_C(1) << category_index(c, "work");
	uint64_t seen = 0;
	for (size_t i = 0; i < c->measure_count; i++) {
		const struct measure *m = &c->measures[i];
		TRUE(m->categories != 0 && (m->categories & ~all) == 0);
		TRUE(!m->by_keywords);
		TRUE(!(m->categories & work) || m->categories == work);
		seen |= m->categories;
	}
	EQ_INT(seen, all);
	catalog_free(c);
}

TEST(categories_have_distinct_names_short_names_and_keywords)
{
	struct catalog *c = load_builtin();
	for (size_t i = 0; i < c->category_count; i++) {
		const struct category *a = &c->categories[i];
		size_t points = utf8_count(a->short_name, strlen(a->short_name));
		TRUE(points >= 2 && points <= 4);
		TRUE(a->keyword_count > 0);
		for (size_t k = 0; k < i; k++) {
			const struct category *b = &c->categories[k];
			TRUE(strcmp(a->id, b->id) != 0);
			TRUE(strcmp(a->name, b->name) != 0);
			TRUE(strcmp(a->short_name, b->short_name) != 0);
			for (size_t x = 0; x < a->keyword_count; x++)
				for (size_t y = 0; y < b->keyword_count; y++)
					TRUE(strcmp(a->keywords[x], b->keywords[y]) != 0);
		}
	}
	catalog_free(c);
}

TEST(every_fault_of_the_source_has_its_note)
{
	static const struct {
		int64_t number;
		const char *part;
	} cases[] = {
		{ 4, "空格" },	    { 6, "采企业标准" }, { 7, "空格" },	     { 9, "适用范围待核" },
		{ 9, "空格" },	    { 10, "1.50" },	 { 10, "没有句号" }, { 10, "空格" },
		{ 11, "广西省" },   { 11, "；" },	 { 12, "未加引号" }, { 13, "序号都是3" },
		{ 13, "“，”结尾" }, { 13, "未加引号" },	 { 15, "空格" },     { 15, "适用范围待核" },
		{ 17, "引号" },	    { 18, "空格" },	 { 19, "未加引号" }, { 20, "未加引号" },
		{ 20, "河南省" },   { 21, "广东省" },	 { 21, "。。" },     { 21, "1 月1 日" },
	};
	struct catalog *c = load_builtin();
	EACH (t, cases) {
		const struct entry *e = entry_of(c, t->number);
		bool found = false;
		for (size_t i = 0; i < e->note_count; i++)
			found |= strstr(e->notes[i], t->part) != NULL;
		TRUE(found);
	}
	catalog_free(c);
}
