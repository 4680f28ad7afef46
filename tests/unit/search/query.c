#include "search/query.h"

#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "base/utf8.h"
#include "support/check.h"

/* The words as understood, "|" between them, "||" between branches: "-" before an excluded one, the
 * field's letter and "@", the ends of a number. */
static const char *understood(const struct query *q, struct buffer *out)
{
	buffer_clear(out);
	for (size_t i = 0; i < q->count; i++) {
		const struct query_word *w = &q->words[i];
		static const char *const fields[QUERY_FIELDS] = { "",	"dy@", "@",  "wh@",
								  "n@", "je@", "xh@" };
		const char *between = i == 0				    ? ""
				      : w->branch == q->words[i - 1].branch ? "|"
									    : "||";
		buffer_print(out, "%s%s%s", between, w->exclude ? "-" : "", fields[w->field]);
		if (fields_is_number(w->field))
			buffer_print(out, w->range.high == INT64_MAX ? "%lld-" : "%lld-%lld",
				     (long long)w->range.low, (long long)w->range.high);
		for (size_t k = 0; !fields_is_number(w->field) && k < w->folded.count; k++) {
			char bytes[UTF8_MAX];
			buffer_add(out, bytes, utf8_encode(w->folded.cps[k], bytes));
		}
	}
	return buffer_string(out);
}

static const char *parsed(const char *text, struct buffer *out)
{
	struct query q = { 0 };
	query_parse(&q, text);
	understood(&q, out);
	query_done(&q);
	return buffer_string(out);
}

TEST(words_are_separated_by_spaces_and_their_signs_understood)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
		{ "", "" },
		{ "   　\t ", "" },
		{ "信贷", "信贷" },
		{ "  信贷　江苏\t１００万 ", "信贷|江苏|100万" },
		{ "江苏\xC2\xA0南通", "江苏|南通" },
		{ "!信贷", "-信贷" },
		{ "！信贷", "-信贷" },
		{ "!", "" },
		{ "！", "" },
		{ "! 信贷", "信贷" },
		{ "!!", "-!" },
		{ "!!信贷", "-!信贷" },
		{ "信!贷", "信!贷" },
		{ "苏质监发 2018年 第 127 号 信贷", "苏质监发|2018年第127号|信贷" },
		{ "!wh:〔2018〕 127号", "-wh@(2018)127号" },
		{ "2018年 信贷 127号", "2018年|信贷|127号" },
		{ "2018年 127", "2018年|127" },
		{ "2018年 | 127号", "2018年||127号" },
		{ "2018年 \"127号\"", "2018年|127号" },
		{ "2018年 !127号", "2018年|-127号" },
		{ "年:2018年 127号", "n@2018-2018|127号" },
		{ "2018年 苏发〔2019〕1号", "2018年|苏发(2019)1号" },
		{ "类别:信贷", "@信贷" },
		{ "类别：信贷", "@信贷" },
		{ "!类别:信贷", "-@信贷" },
		{ "！类别：信贷", "-@信贷" },
		{ "类别:!信贷", "@!信贷" },
		{ "类", "类" },
		{ "类别", "类别" },
		{ "类别:", "" },
		{ "!类别：", "" },
		{ "类别: 信贷", "信贷" },
		{ "类别信贷", "类别信贷" },
		{ "类别:类别:x", "@类别:x" },
		{ "文号:2018", "wh@2018" },
		{ "发文字号：2018 WH:127", "wh@2018|wh@127" },
		{ "地域:江苏 地区：江苏 !dy:江苏", "dy@江苏|dy@江苏|-dy@江苏" },
		{ "a b | c", "a|b||c" },
		{ "a｜b|c d", "a||b||c|d" },
		{ "| a || ! | b |", "a||b" },
		{ "\"a b\" c", "ab|c" },
		{ "＂a b＂!c", "ab|-c" },
		{ "!\"a b", "-ab" },
		{ "\"!类别:a | b\"", "!类别:a|b" },
		{ "类别:\"a b\" x", "@ab|x" },
		{ "\"\" \" \" \"", "" },
		{ "a\"b c\"", "a\"b|c\"" },
		{ "http://a.b:80/ https: GB/T:1 12:30", "http://a.b:80/|https:|gb/t:1|12:30" },
		{ "foo:bar a", "a" },
		{ "说明:x", "" },
		{ "说明:", "说明:" },
		{ "年:2018 n:２０１８年", "n@2018-2018|n@2018-2018" },
		{ "年:>=2018 年：＞2018", "n@2018-|n@2019-" },
		{ "年:<2018 年:≤2018", "n@0-2017|n@0-2018" },
		{ "年:2016-2018 年:2018—2016", "n@2016-2018|n@2016-2018" },
		{ "年:2016- 年:-2018", "n@2016-|n@0-2018" },
		{ "年: 年:> 年:>= 年:= 年:-", "" },
		{ "金额:>=50万 je:1.5亿元", "je@500000-|je@150000000-150000000" },
		{ "金额:50-100万 金额:5百元至1千", "je@500000-1000000|je@500-1000" },
		{ "金额:>0.5 金额:<0.5 金额:0.5", "je@1-|je@0-0|je@1-0" },
		{ "金额:1,000,000 !序号:4", "je@1000000-1000000|-xh@4-4" },
		{ "金额:很多 年:2018万 序号:四 金额:99999999999999亿亿 a", "a" },
		{ "“领跑者”", "\"领跑者\"" },
		{ "\xE2\x80\x8B", "" },
		{ "!\xE2\x80\x8B", "" },
		{ "\xE2\x80\x8B!信贷", "-信贷" },
		{ "a\xE2\x80\x8B"
		  "b",
		  "ab" },
	};
	struct buffer out = { 0 };
	EACH (c, cases)
		EQ_STR(parsed(c->text, &out), c->want);
	buffer_done(&out);
}

TEST(parsing_again_replaces_the_query)
{
	struct query q = { 0 };
	struct buffer out = { 0 };
	query_parse(&q, "江苏 信贷");
	query_parse(&q, "山西");
	EQ_STR(understood(&q, &out), "山西");
	query_parse(&q, "");
	EQ_INT(q.count, 0);
	query_done(&q);
	query_done(&q);
	buffer_done(&out);
}

/* "start-end start-end …" in code points */
static const char *spans_of(const char *query, const char *text, struct buffer *out)
{
	struct query q = { 0 };
	struct spans spans = { 0 };
	spans_add(&spans, 90, 99); /* what was there is replaced */
	query_parse(&q, query);
	query_spans(&q, text, &spans);
	buffer_clear(out);
	for (size_t i = 0; i < spans.count; i++)
		buffer_print(out, "%s%zu-%zu", i ? " " : "", spans.all[i].start, spans.all[i].end);
	spans_done(&spans);
	query_done(&q);
	return buffer_string(out);
}

TEST(spans_are_whole_characters_of_the_printed_text)
{
	static const struct {
		const char *query, *text, *want;
	} cases[] = {
		{ "信贷", "支持信贷，信贷投放", "2-4 5-7" },
		{ "1月1日", "在2018 年1 月1 日起", "7-13" },
		{ "2018年1月", "在2018 年1 月1 日起", "1-10" },
		{ "年1", "年 \xE2\x80\x8B 1 月", "0-5" },
		{ "月", "1 月 日", "2-3" },
		{ "１００万", "最高100万元", "2-6" },
		{ "100万", "最高１００ 万元", "2-7" },
		{ "(试行)", "办法（试行）》", "2-6" },
		{ "２０１８〕１２７", "苏质监发[2018]127号", "5-13" },
		{ "\"领跑者\"", "企业标准 “领跑者”评价", "6-9" },
		{ "x“领跑者\"", "企x “领跑者”评价", "1-8" },
		{ "xindai", "支持信贷，信 贷", "2-4 5-8" },
		{ "xd", "支持信贷支持", "2-4" },
		{ "zhengfcg", "政府采购", "0-4" },
		{ "xi'an", "先进，西安市", "3-5" },
		{ "an", "先进管理", "" },
		{ "cq zq", "重庆", "0-2" },
		{ "XD", "信贷 XD", "0-2 3-5" },
		{ "\"xd\"", "信贷 xd", "3-5" },
		{ "dy:xd 文号:xd", "信贷 xd", "" },
		{ "信贷 | 支持 | !采购", "支持采购信贷", "0-2 4-6" },
		{ "yi", "㈠", "0-1" },
		{ "“领跑者”", "\"领跑者\"", "0-5" },
		{ "\"支 持\"", "支持 支 持", "0-2 3-6" },
		{ "\"m\"", "每㎡补助", "1-2" },
		{ "m", "每㎡补助", "0-2" },
		{ "2补", "每㎡补助", "1-3" },
		{ "每m", "每㎡补助", "0-2" },
		{ "一", "㈠", "0-1" },
		{ "aa", "aaaa", "0-4" },
		{ "aba", "ababa", "0-5" },
		{ "aba", "abaxaba", "0-3 4-7" },
		{ "a", "a a", "0-1 2-3" },
		{ "信贷 江苏", "江苏信贷", "0-4" },
		{ "信贷 !支持", "支持信贷", "2-4" },
		{ "类别:信贷", "支持信贷", "" },
		{ "!信贷", "支持信贷", "" },
		{ "", "支持信贷", "" },
		{ "信贷", "", "" },
		{ "量子", "支持信贷", "" },
		{ "支持信贷支持信贷", "支持信贷", "" },
		/* marks: e + U+0301 is one printed character */
		{ "\xC3\xA9",
		  "caf"
		  "e\xCC\x81!",
		  "3-5" },
		{ "e\xCC\x81", "caf\xC3\xA9!", "3-4" },
		{ "e", "e\xCC\x81\xCC\xA3x", "0-3" },
		{ "\xCC\xA3x", "ae\xCC\x81\xCC\xA3x", "1-5" },
		{ "E", "caf\xC3\xA9", "3-4" },
		{ "cafe",
		  "caf"
		  "e\xCC\x81",
		  "0-5" },
		{ "a", "a \xCC\x81", "0-1" },
		{ "ᄒ", "한", "0-1" },
		{ "💰", "有💰𠮷", "1-2" },
		{ "\xFF", "政策", "" },
	};
	struct buffer out = { 0 };
	EACH (c, cases)
		EQ_STR(spans_of(c->query, c->text, &out), c->want);
	buffer_done(&out);
}

TEST(what_is_left_out_is_said_once_and_in_words)
{
	static const struct {
		const char *query, *want;
	} cases[] = {
		{ "信贷", "" },
		{ "foo:bar 信贷", "没有“foo”这个字段，有：地域 类别 文号 年 金额 序号" },
		{ "!Foo：bar", "没有“Foo”这个字段，有：地域 类别 文号 年 金额 序号" },
		{ "金额:很多 foo:bar", "金额读不懂：很多，例：金额:>=50万" },
		{ "n:二〇 foo:bar", "年读不懂：二〇，例：年:2016-2018" },
		{ "xh:x\xE2\x80\xAE", "序号读不懂：x\xEF\xBF\xBD，例：序号:4" },
		{ "foo: 金额:>= \"金额:很多\" https://x", "" },
	};
	struct query q = { 0 };
	EACH (c, cases) {
		query_parse(&q, c->query);
		EQ_STR(buffer_string(&q.problem), c->want);
	}
	query_done(&q);
}

/* As the prompt makes them: character by character; and byte by byte, as nobody should. */
TEST(every_prefix_of_a_query_is_a_query)
{
	static const char *const queries[] = {
		"！类别：信贷 江苏　!“领跑者” e\xCC\x81 ㎡ 2018〕127 !类别:x",
		"!!! ！！！ 类别：： 类别:!x \xE2\x80\x8B! 💰",
		"a | \"b c\" ｜ 年:>=2016-x 金额：50万-1亿元 foo:bar zhengf'cg \" ＂ | |",
	};
	static const char text[] = "江苏省企业标准 “领跑者” é ㎡ 苏质监发[2018]127号 💰 类别：x";
	size_t length = utf8_count(text, strlen(text));
	struct spans spans = { 0 };
	struct query q = { 0 };
	EACH (query, queries) {
		for (size_t n = 0; n <= strlen(*query); n++) {
			char prefix[200];
			snprintf(prefix, sizeof(prefix), "%.*s", (int)n, *query);
			query_parse(&q, prefix);
			for (size_t i = 0; i < q.count; i++)
				TRUE(q.words[i].folded.count > 0);
			query_spans(&q, text, &spans);
			TRUE(spans.count == 0 || spans.all[spans.count - 1].end <= length);
		}
	}
	query_done(&q);
	spans_done(&spans);
}

TEST(a_long_query_against_a_long_text_takes_no_time)
{
	enum { TEXT = 3000, WORD = 1000 };
	struct buffer text = { 0 }, word = { 0 }, out = { 0 };
	buffer_repeat(&text, 'a', TEXT);
	buffer_repeat(&word, 'a', WORD);
	EQ_STR(spans_of(buffer_string(&word), buffer_string(&text), &out), "0-3000");
	buffer_char(&word, 'b');
	EQ_STR(spans_of(buffer_string(&word), buffer_string(&text), &out), "");
	buffer_done(&text);
	buffer_done(&word);
	buffer_done(&out);
}
