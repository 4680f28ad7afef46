/* The rules of wrap.h, held against the real texts at every width and against random ones. */
#include "base/wrap.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <wchar.h>

#include "base/buffer.h"
#include "base/columns.h"
#include "base/utf8.h"
#include "support/check.h"

/* Of the default table, as printed. */
static const char *const real[] = {
	"在政府质量奖评选等工作中采信企业标准“领跑者”评估结果，将“领跑者”企业信息纳入质量诚信体系建"
	"设。",
	"优先推荐企业标准“领跑者”申报中国标准创新贡献奖、国家级标准化试点示范、北京市技术标准制修订"
	"补助资金、市级企业技术中心等。",
	"到2020年，全市企业产品和服务标准全部实现自我声明公开，企业公开标准严于国家标准、行业标准的"
	"比例达到20%以上。",
	"积极参加国家、省企业标准“领跑者”活动，在具有特色优势的装备制造、新兴产业和服务领域，争创国"
	"家级、省级企业标准“领跑者”3-5个，促进产品和服务质量水平整体提升。",
	"2018年初，南通市质监局推出了《南通市2018年企业标准 "
	"“领跑者”评价指南》，面向全市“3+"
	"3”主导产业、战略性新兴产业、高端装备制造业、高新技术企业、“5215”工业大企业和县域板块特色产"
	"业等领域的工业制造企业，开展企业标准“领跑者”评价。",
	"经过宣传发动，共有31项标准申请进行企业标准“领跑者”评价。按照评价指南要求进行材料审核和严格"
	"的标准比对，筛选出《涤纶牵伸丝》（Q/"
	"320683HKC001-2017）等十项企业标准进行为期十天的社会公示后，认定为2018年企业标准“领跑者”。",
	"获得国家级、省级标准“领跑者”荣誉的企业，分别一次性补助10万元、5万元。",
	"50条举措擦亮“江西品牌”",
	"省质监局印发《2017年全省质量技术监督工作要点》，质监部门将联合各部门各行业，在全省范围内开"
	"展质量提升行动，着力提升建筑装修材料、妇幼用品、食品接触类产品以及农用生产资料等产品质量水"
	"平，力争重点产品质量省级以上（含省级）监督抽查合格率达到90%以上。",
	"在农业方面， "
	"我省将新增1至2个全国有机产品认证示范区，促进绿色优质农产品供给。加大国家地理标志产品挖掘、"
	"培育和保护力度，申报国家地理标志保护产品10个以上，新增5个以上。",
	"浙江省出台《浙江省企业标准“领跑者”评价管理办法（试行）》，办法中指出“获得浙江省企业标准“领"
	"跑者”称号的企业可以在相应的产品及其包装、服务场所或者广告宣传中使用浙江省企业标准“领跑者”"
	"标识。”",
	"共享企业融资信息和监测评估情况，引导和推动金融机构重点加大对“领跑者”企业的培育辅导和融资支"
	"持。（责任单位：市市场监管局，市财政局，人行广元市中心支行）",
	"对当年被确定为国家级企业标准“领跑者”的企业，给予最高100万元奖励。",
	"对获得国家级、省级企业标准领跑者的，分别给予一次性奖补100万元、60万元。",
	"对在2018年1月1日至2019年11月17日期间经国家级标准化研究机构确认的国家企业标准“领跑者”评估机"
	"构并提交评估方案，给予深圳标准领域专项资金资助奖励。。",
	"对在2018 年1 月1 日至2019 年11 月17 "
	"日期间经企业标准“领跑者”评估机构确认为企业标准“领跑者”的深圳市企业",
	"苏质监发[2018]127号",
	"哈政办规〔2018〕46号",
	"济高管办字〔2019〕12 号",
	"广市监发〔2019〕32 号",
	"21省市企业标准“领跑者”制度激励政策一览表",
	"http://www.nantong.gov.cn/ntsrmzf/xwfbh/content/30476643-1c93-4029-b82c-a468451954c7.html",
	"http://scjgj.beijing.gov.cn/zwxx/ttgg/201909/t20190904_252670.html",
	"http://www.hebei.gov.cn/hebei/11937442/10756595/10756641/14597819/index.html",
	"http://scjgj.shanxi.gov.cn/content/qylpz/5ca101fee4b0e9847497aee9.htm",
	"http://zjj.zhejiang.gov.cn/HTML/gggs/201907/e00e2c79-d77c-46a3-b774-4f51bf078e3d.html",
	"详见（http://amr.hefei.gov.cn/ywzda/yzjwz/zjj/zcfg_35724/201904/"
	"t20190429_2769287.html），或者"
	"https://a.cn/q?k=标准&p=2。",
};

/* What must stand on one line where a line has room for it. */
/* clang-format off */
static const char *const whole[] = {
	"100万元", "60万元", "10万元", "5万元", "20%", "90%", "3-5个", "1至2个", "10个",
	"5个", "31项", "50条", "2018年", "2019年", "2017年", "2020年", "1月1日", "11月17日",
	"1 月1 日", "11 月17 日", "2018 年", "21省市", "[2018]127号", "〔2018〕46号",
	"〔2019〕12 号", "〔2019〕32 号", "“3+3”", "“5215”", "Q/320683HKC001-2017",
};
/* clang-format on */

/* Written down apart from the program's own list. */
static bool closes(uint32_t cp)
{
	return cp && wcschr(L"，。、；：？！”’）〕】》〉」』·～,.;:!?)]}", (wchar_t)cp);
}

static bool opens(uint32_t cp)
{
	return cp && wcschr(L"“‘（〔【《〈「『([{", (wchar_t)cp);
}

static bool blank(uint32_t cp)
{
	return cp == ' ' || cp == '\t' || cp == 0x3000;
}

static uint32_t character_at(const char *text, size_t n, size_t at, size_t *length)
{
	uint32_t cp = 0;
	*length = at < n ? utf8_decode(text + at, n - at, &cp) : 0;
	return cp;
}

/* The code point that ends at `at`, and where it begins. */
static uint32_t character_before(const char *text, size_t at, size_t *start)
{
	uint32_t cp = 0;
	*start = at;
	if (at == 0)
		return 0;
	do
		--*start;
	while (((unsigned char)text[*start] & 0xC0) == 0x80);
	utf8_decode(text + *start, at - *start, &cp);
	return cp;
}

static void fail(const char *what, const char *text, int cols, const struct wrap_line *line)
{
	fprintf(stderr, "%s at %d columns, line |%.*s| of\n%s\n", what, cols,
		(int)(line->end - line->start), text + line->start, text);
	TRUE(!"the rule holds");
}

/* The run of openings, one character, marks, blanks and closings that ends behind the closing at
 * `end`. */
static int columns_clinging_before(const char *text, size_t end)
{
	size_t at = end, start;
	uint32_t cp;
	do {
		cp = character_before(text, at, &start);
		at = start;
	} while (at > 0 && (closes(cp) || blank(cp) || columns_of(cp) == 0));
	while (at > 0 && (cp = character_before(text, at, &start),
			  opens(cp) || blank(cp) || columns_of(cp) == 0))
		at = start;
	return columns_text(text + at, end - at);
}

/* The openings that end at `end` and the one character behind them. */
static int columns_clinging_behind(const char *text, size_t n, size_t end)
{
	size_t at = end, start, length;
	uint32_t cp;
	while (at > 0 && (cp = character_before(text, at, &start),
			  opens(cp) || blank(cp) || columns_of(cp) == 0))
		at = start;
	do {
		cp = character_at(text, n, end, &length);
		end += length;
	} while (length && (opens(cp) || blank(cp)));
	return columns_text(text + at, end - at);
}

static bool one_character(const char *text, const struct wrap_line *line)
{
	uint32_t cp;
	size_t at = line->start + utf8_decode(text + line->start, line->end - line->start, &cp);
	return at == line->end || columns_text(text + at, line->end - at) == 0;
}

static void check_line(const char *text, size_t n, int cols, const struct wrap_line *line,
		       bool first, bool last)
{
	if (line->cols != columns_text(text + line->start, line->end - line->start))
		fail("wrong columns", text, cols, line);
	if (line->cols > cols && !(cols == 1 && line->cols == 2 && one_character(text, line)))
		fail("too wide", text, cols, line);
	if (line->start == line->end) {
		if (!first || !last)
			fail("no progress", text, cols, line);
		return;
	}
	size_t length, start;
	uint32_t head = character_at(text, n, line->start, &length);
	uint32_t tail = character_before(text, line->end, &start);
	if (blank(tail))
		fail("blank at the end", text, cols, line);
	size_t next;
	bool bears_mark =
		columns_of(character_at(text, line->end, line->start + length, &next)) == 0 && next;
	if (!first && ((blank(head) && !bears_mark) || columns_of(head) == 0))
		fail("blank or mark at the start", text, cols, line);
	if (!first && closes(head) && columns_clinging_before(text, line->start + length) <= cols)
		fail("closing punctuation at the start", text, cols, line);
	if (!last && opens(tail) && columns_clinging_behind(text, n, line->end) <= cols)
		fail("opening punctuation at the end", text, cols, line);
}

/* What stands between two lines, or at the text's ends: blanks, and a newline or none. */
static size_t check_gap(const char *text, size_t from, size_t to, int cols,
			const struct wrap_line *line)
{
	size_t newlines = 0;
	if (to < from || utf8_cut(text, to) != to)
		fail("a character split or shown twice", text, cols, line);
	for (size_t at = from; at < to;) {
		uint32_t cp;
		size_t length = utf8_decode(text + at, to - at, &cp);
		bool cr = cp == '\r' && text[at + 1] == '\n';
		if (cp != '\n' && !blank(cp) && !cr)
			fail("text lost before", text, cols, line);
		newlines += cp == '\n';
		at += length;
	}
	if (newlines > 1)
		fail("an empty line lost before", text, cols, line);
	return newlines;
}

static void check_rules(const char *text, size_t n, int cols, struct wrap_lines *lines)
{
	wrap_text(text, n, cols, lines);
	TRUE(lines->count > 0);
	size_t end = 0;
	bool first = true;
	for (size_t i = 0; i < lines->count; i++) {
		const struct wrap_line *line = &lines->all[i], *next = line + 1;
		bool is_end = i + 1 == lines->count;
		if (i == 0)
			check_gap(text, end, line->start, cols, line);
		bool last =
			check_gap(text, line->end, is_end ? n : next->start, cols, line) || is_end;
		check_line(text, n, cols, line, first, last);
		first = last;
		end = line->end;
	}
}

/* With the punctuation that clings to it the part at `start` has to fit. */
static void check_part(const char *text, size_t n, size_t start, size_t end, int cols,
		       const struct wrap_lines *lines)
{
	size_t from = start, to = end, at, length;
	while (opens(character_before(text, from, &at)))
		from = at;
	while (closes(character_at(text, n, to, &length)))
		to += length;
	if (columns_text(text + from, to - from) > cols)
		return;
	for (size_t i = 0; i < lines->count; i++)
		if (lines->all[i].end > start && lines->all[i].end < end)
			fail("what belongs together is broken", text, cols, &lines->all[i]);
}

static void check_whole(const char *text, size_t n, int cols, const struct wrap_lines *lines)
{
	EACH (part, whole)
		for (const char *at = text; (at = strstr(at, *part)); at++) {
			bool tail_of_a_number = at > text && strchr("-0123456789", at[-1]);
			size_t start = (size_t)(at - text);
			if (!tail_of_a_number)
				check_part(text, n, start, start + strlen(*part), cols, lines);
		}
}

static bool breaks_link(const char *text, size_t at)
{
	return strchr("/?&=-.", text[at - 1]) && !strchr("/?&=-.", text[at]);
}

static void check_links(const char *text, int cols, const struct wrap_lines *lines)
{
	const char *link = strstr(text, "http");
	if (!link)
		return;
	size_t start = (size_t)(link - text), from = start, at;
	while (opens(character_before(text, from, &at)))
		from = at;
	size_t end = start + strspn(link, "/:?&=-._abcdefghijklmnopqrstuvwxyzHTML0123456789");
	for (size_t i = 0; i + 1 < lines->count; i++) {
		const struct wrap_line *line = &lines->all[i];
		if (line->end <= start || line->end >= end || breaks_link(text, line->end))
			continue;
		for (at = line->start + 1; at < line->end; at++)
			if ((at <= from && line->start < from) ||
			    (at > start && breaks_link(text, at)))
				fail("a link broken where it need not be", text, cols, line);
	}
}

TEST(real_texts_keep_every_rule_at_every_width)
{
	struct wrap_lines lines = { 0 };
	EACH (text, real)
		for (int cols = 1; cols <= 120; cols++) {
			size_t n = strlen(*text);
			check_rules(*text, n, cols, &lines);
			check_whole(*text, n, cols, &lines);
			check_links(*text, cols, &lines);
		}
	wrap_done(&lines);
}

static uint32_t drawn(uint32_t *seed)
{
	*seed ^= *seed << 13;
	*seed ^= *seed >> 17;
	*seed ^= *seed << 5;
	return *seed;
}

TEST(random_mixtures_keep_every_rule_at_narrow_widths)
{
	/* clang-format off */
	static const char *const pieces[] = {
		"政", "策", "标准", "企业", "一二三四五", "，", "。", "、", "“", "”", "‘",
		"’", "（", "）", "《", "》", "〔", "〕", "【", "】", "——", "……", "！", "？",
		"：", "；", "·", " ", "  ", "\t", "　", "\n", "\r\n", "\r", "a", "Word",
		"GB/T", "1", "2018", "年", "月", "号", "3-5", "100", "万元", "%", "[", "]",
		"(", ")", ".", ",", "/", "-", "~", "～", "至", "http://a.cn/b?c=d",
		"https://", "😀", "👨\u200D👩", "🇨🇳", "🇨", "\u0301", "\u20DD", "\u200B",
		"\u202E", "\uFEFF", "\x1B", "\xC2\x85", "\uE000", "\uFFFF", "\uFFFD",
		"\uD7A3", "\u1112\u1161\u11AB", "\U00020000", "\U000E0041",
	};
	/* clang-format on */
	enum {
		PIECES = sizeof(pieces) / sizeof(pieces[0])
	};
	struct wrap_lines lines = { 0 };
	struct buffer b = { 0 };
	uint32_t seed = 20180046;
	for (int round = 0; round < 1500; round++) {
		buffer_clear(&b);
		for (uint32_t left = 1 + drawn(&seed) % 40; left > 0; left--)
			buffer_text(&b, pieces[drawn(&seed) % PIECES]);
		for (int cols = 1; cols <= 40; cols += 1 + (int)(drawn(&seed) % 5))
			check_rules(b.bytes, b.n, cols, &lines);
	}
	buffer_done(&b);
	wrap_done(&lines);
}
