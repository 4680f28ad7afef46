#include "search/document_number.h"

#include <stdio.h>
#include <string.h>

#include "support/check.h"

/* "4/2018/127号": code points of the agency, year and number; "" for what is none. */
static void typed(const char *text, char *out, size_t size)
{
	struct folded f = { 0 };
	struct document_number d;
	out[0] = '\0';
	fold_text(&f, text, strlen(text));
	if (document_number_typed(f.cps, f.count, &d)) {
		snprintf(out, size, "%zu/%d/", d.agency_end, document_number_year(f.cps, &d));
		size_t n = strlen(out);
		if (d.digits < d.digits_end)
			snprintf(out + n, size - n, "%lld%s",
				 (long long)document_number_value(f.cps, &d),
				 d.complete ? "号" : "");
	}
	fold_done(&f);
}

TEST(a_number_is_understood_however_it_is_typed)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
		{ "苏质监发〔2018〕127号", "4/2018/127号" },
		{ "苏质监发[2018]127号", "4/2018/127号" },
		{ "苏质监发(2018)127号", "4/2018/127号" },
		{ "苏质监发（2018）127号", "4/2018/127号" },
		{ "苏质监发［2018］127号", "4/2018/127号" },
		{ "苏质监发【2018】127号", "4/2018/127号" },
		{ "苏质监发2018年127号", "4/2018/127号" },
		{ "苏质监发２０１８年第１２７號", "4/2018/127号" },
		{ "苏质监发 〔2018〕 第 0127 号", "4/2018/127号" },
		{ "苏质监发〔2018〕127", "4/2018/127" },
		{ "苏质监发〔2018〕第", "4/2018/" },
		{ "苏质监发〔2018〕", "4/2018/" },
		{ "苏质监发2018", "4/2018/" },
		{ "[2018]127号", "0/2018/127号" },
		{ "2018年127号", "0/2018/127号" },
		{ "(2018)127", "0/2018/127" },
		{ "2018年1", "0/2018/1" },
		{ "Q/320683〔2018〕5号", "8/2018/5号" },
		{ "国发〔1996〕000000001号", "2/1996/1号" },
		{ "国发〔1996〕999999999号", "2/1996/999999999号" },
		{ "", "" },
		{ "2018", "" },
		{ "2018年", "" },
		{ "(2018)", "" },
		{ "2018年第", "" },
		{ "Q/2018", "" },
		{ "2018年12月", "" },
		{ "2018年127号文件", "" },
		{ "12018年127号", "" },
		{ "(2018年127号", "1/2018/127号" },
		{ "〔1899〕1号", "" },
		{ "〔2100〕1号", "" },
		{ "〔201〕1号", "" },
		{ "〔2018〕1234567890号", "" },
		{ "〔2018〕0号", "" },
		{ "〔2018〕0000000001号", "" },
		{ "〔2018〕号", "" },
	};
	EACH (c, cases) {
		char got[64];
		typed(c->text, got, sizeof(got));
		EQ_STR(got, c->want);
	}
}

TEST(all_ways_to_write_one_number_find_each_other)
{
	static const char *const same[] = {
		"苏质监发〔2018〕127号", "苏质监发[2018]127号",	      "苏质监发 (2018) 127 号",
		"苏质监发2018年127号",	 "苏质监发２０１８年第127号", "苏质监发【2018】第00127號",
	};
	static const char *const others[] = {
		"苏质监发〔2018〕1270号", "苏质监发〔2018〕12号", "苏质监发〔2019〕127号",
		"苏市监发〔2018〕127号",  "苏质监发2018年127月",  "苏质监发〔2018127号",
	};
	struct folded a = { 0 }, b = { 0 };
	EACH (typing, same) {
		struct document_number d;
		fold_text(&a, *typing, strlen(*typing));
		TRUE(document_number_typed(a.cps, a.count, &d));
		EACH (printed, same) {
			fold_text(&b, *printed, strlen(*printed));
			EQ_INT(document_number_match(a.cps, &d, b.cps, b.count), b.count);
		}
		EACH (printed, others) {
			fold_text(&b, *printed, strlen(*printed));
			EQ_INT(document_number_match(a.cps, &d, b.cps, b.count), 0);
		}
	}
	fold_done(&a);
	fold_done(&b);
}

static void read_all(const char *text, struct buffer *out)
{
	struct folded f = { 0 };
	struct document_number d;
	buffer_clear(out);
	fold_text(&f, text, strlen(text));
	for (size_t at = 0; document_number_next(&f, &at, &d);) {
		buffer_text(out, out->n ? " " : "");
		document_number_print(text, &f, &d, out);
	}
	fold_done(&f);
}

TEST(numbers_are_read_out_of_what_a_table_prints)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
		{ "苏质监发[2018]127号", "苏质监发〔2018〕127号" },
		{ "济高管办字〔2019〕12 号", "济高管办字〔2019〕12号" },
		{ "济高管办字 〔2019〕 012 号", "济高管办字〔2019〕12号" },
		{ "《关于领跑者的通知》（苏质监发〔2018〕127号）", "苏质监发〔2018〕127号" },
		{ "关于领跑者的通知 苏质监发〔2018〕127号", "苏质监发〔2018〕127号" },
		{ "国发〔2015〕13号、国办发〔2015〕67号", "国发〔2015〕13号 国办发〔2015〕67号" },
		{ "国发〔2015〕13号国办发〔2015〕67号", "国发〔2015〕13号 国办发〔2015〕67号" },
		{ "市场监管总局公告2019年第28号", "市场监管总局公告〔2019〕28号" },
		{ "Q/320683[2018]5", "Q/320683〔2018〕5号" },
		{ "國發〔2015〕13號", "國發〔2015〕13号" },
		{ "〔2018〕127号", "〔2018〕127号" },
		{ "2018年12月5日", "" },
		{ "2018年5", "" },
		{ "GB/T 9704-2012", "" },
		{ "http://www.jiangxi.gov.cn/art/2017/5/16/art_393_123618.html", "" },
		{ "", "" },
	};
	struct buffer got = { 0 };
	EACH (c, cases) {
		read_all(c->text, &got);
		EQ_STR(buffer_string(&got), c->want);
	}
	buffer_done(&got);
}
