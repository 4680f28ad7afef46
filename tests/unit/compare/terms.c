#include "compare/terms.h"

#include <string.h>

#include "support/check.h"

static size_t pairs(const char *text, size_t reach)
{
	struct terms t = { 0 };
	terms_read(&t, text, reach, NULL);
	TRUE(t.count > 0 && terms_is_whole(t.all[0]));
	for (size_t i = 1; i < t.count; i++)
		TRUE(!terms_is_whole(t.all[i]));
	size_t count = t.count - 1;
	terms_done(&t);
	return count;
}

TEST(terms_are_pairs_within_reach)
{
	static const struct {
		const char *text;
		size_t reach, count;
	} cases[] = {
		{ "政府采购", TERMS_NEIGHBOURS, 3 }, { "政府采购", TERMS_REACH, 6 }, { "政府采购目录", TERMS_REACH, 12 },
		{ "政、府！采 购", TERMS_REACH, 6 },  { "3.5万", TERMS_REACH, 1 },    { "奖10000元", TERMS_REACH, 3 },
		{ "ISO9001认证", TERMS_REACH, 6 },   { "政", TERMS_REACH, 1 },
	};
	EACH (c, cases)
		EQ_INT(pairs(c->text, c->reach), c->count);
}

TEST(texts_are_equal_aside_from_spaces_and_punctuation)
{
	static const struct {
		const char *a, *b;
		bool equal;
	} cases[] = {
		{ "给予信贷支持。", "给予 信贷、支持", true },
		{ "１００万元", "100万元", true },
		{ "3.5万", "35万", false },
		{ "5%", "5", false },
		{ "甲乙", "乙甲", false },
	};
	EACH (c, cases) {
		struct terms a = { 0 }, b = { 0 };
		terms_read(&a, c->a, TERMS_REACH, NULL);
		terms_read(&b, c->b, TERMS_REACH, NULL);
		EQ_INT(terms_equal(&a, &b), c->equal);
		EQ_INT(a.all[0] == b.all[0], c->equal);
		EQ_INT(a.whole == b.whole, c->equal);
		terms_done(&a);
		terms_done(&b);
	}
}

TEST(levels_are_in_no_term)
{
	EQ_INT(pairs("国家级、省级奖励", TERMS_REACH), pairs("奖励", TERMS_REACH));
	EQ_INT(pairs("国家奖励", TERMS_REACH), 6);
}

TEST(a_name_set_aside_is_in_no_term_unless_it_is_the_whole_text)
{
	struct names names = { .count = 1 };
	struct terms with = { 0 }, alone = { 0 };
	fold_text(&names.all[0], "江苏省", strlen("江苏省"));
	terms_read(&with, "江苏省给予支持", TERMS_REACH, &names);
	EQ_INT(with.count, 7);
	for (size_t i = 1; i < with.count; i++)
		TRUE(with.all[i] >> 32 != U'省' && (uint32_t)with.all[i] != U'省');
	terms_read(&alone, "江苏省", TERMS_REACH, &names);
	EQ_INT(alone.count, 4);
	terms_done(&with);
	terms_done(&alone);
	names_done(&names);
}
