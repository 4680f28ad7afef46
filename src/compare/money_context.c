/* Whether a sum is a reward, how sure it is and per what it is paid: by the words around it. */
#include "compare/money_parts.h"

enum { MOST_DEED = 9 }; /* characters of 每主导或参与制定一项 before the last two */

/* clang-format off */
static const char32_t *const reward_nouns[] = {
	U"奖", U"补助", U"补贴", U"资助", U"奖补", U"贴息", U"补偿", U"扶持", U"后补", U"配套", NULL };
static const char32_t *const reward_verbs[] = { U"给予", U"予以", U"给", U"支持", U"发放", U"拨付", NULL };
static const char32_t *const other_money[] = {
	U"产值", U"产量", U"收入", U"销售", U"营业额", U"营收", U"投资", U"投入", U"注册资", U"资产", U"利润", U"利税", U"税", U"贷款", U"信贷",
	U"授信", U"融资", U"担保", U"罚款", U"处以", U"处罚", U"并处", U"罚金", U"出口", U"进口", U"成交", U"交易额", U"采购", U"合同", U"效益",
	U"规模", U"资本", U"募集", U"造价", U"保证金", U"收费", U"费用", U"缴", U"预算", U"生产总值", U"增加值", U"保费", U"保额", U"价值",
	U"成本", U"节约", U"增收", U"安排", U"设立", U"列支", U"筹集", U"统筹", U"购置", U"购买", U"损失", U"总产", U"净值", U"市值", U"订单",
	U"存款", U"债券", U"股权", U"违法所得", U"货值", U"已", NULL };
/* What was paid to all together is no sum that a company gets. */
static const char32_t *const totals[] = {
	U"合计", U"总计", U"共计", U"兑现", U"共发放", U"累计发放", U"已发放", U"已累计", NULL };
static const char32_t *const behind_other[] = {
	U"贷款贴息", U"贷款利息", NULL };
static const char32_t *const other_behind[] = {
	U"罚款", U"贷款", U"信用贷", U"授信", U"投资", U"融资", U"担保", U"保证金", U"注册资", U"销售", U"产值", U"规模的", U"债券", NULL };
static const char32_t *const who[] = {
	U"企业", U"项目", U"单位", U"的企业", U"的项目", U"的单位", U"的产品", U"的园区", U"的机构", U"的,", U"的;", NULL };

/* With no word of reward beside them: what a budget holds. */
static const char32_t *const funds[] = { U"资金", U"经费", U"基金", NULL };
static const char32_t *const conditions[] = { U"对", U"达到", U"超过", U"满", NULL };

static const char32_t *const most[] = {
	U"最高", U"最多", U"不超过", U"不高于", U"不超", U"至多", U"上限", U"封顶", U"限额", U"不突破", NULL };
static const char32_t *const most_honoured[] = {
	U"最高科", U"最高荣", U"最高质", U"最高技", U"最高等", U"最高级", U"最高人", U"最高奖项", NULL };
static const char32_t *const most_behind[] = {
	U"(含)以内", U"(含)以下", U"(含本数)以内", U"(含本数)以下", U"以内", U"以下", U"封顶", U"为限", U"上限", NULL };
static const char32_t *const least[] = { U"不低于", U"不少于", U"最低", U"至少", NULL };
static const char32_t *const least_behind[] = { U"(含)以上", U"(含本数)以上", U"以上", U"起", NULL };
/* clang-format on */

static bool has(const struct money_text *t, size_t from, size_t to, const char32_t *const *words)
{
	return money_first(t, from, to, words) != FOLD_NOWHERE;
}

/* Where the last of the words in [from, to) ends; 0 when there is none. */
static size_t last_end(const struct money_text *t, size_t from, size_t to,
		       const char32_t *const *words)
{
	size_t at = money_last(t, from, to, words);
	return at == FOLD_NOWHERE ? 0 : at + money_words(t, at, words);
}

static bool is_least(const struct money_text *t, const struct money_about *a)
{
	return has(t, a->clause, a->start, least) || money_words(t, a->end, least_behind);
}

static bool is_most_before(const struct money_text *t, const struct money_about *a)
{
	size_t word = money_last(t, a->clause, a->start, most);
	return word != FOLD_NOWHERE && !money_words(t, word, most_honoured);
}

static bool is_most(const struct money_text *t, const struct money_about *a)
{
	return is_most_before(t, a) || money_words(t, a->end, most_behind);
}

void money_find_words(const struct money_text *t, size_t start, size_t end, struct money_words_at *w)
{
	/* Beyond the first of a line there is no need to look in its other sentences. */
	if (w->first_noun == FOLD_NOWHERE)
		w->first_noun = money_first(t, start, end, reward_nouns);
	w->first_verb = money_first(t, start, end, reward_verbs);
	w->last_noun = money_last(t, start, end, reward_nouns);
}

static bool is_before(size_t word, size_t at)
{
	return word != FOLD_NOWHERE && word < at;
}

/* No word in the sum's own clause decides: one of reward elsewhere does, unless the clause before is
 * about other money (发放信用贷款，最高500万元) and no condition (年收入1亿元以上的，10万元). */
static bool is_promised_elsewhere(const struct money_text *t, const struct money_about *a)
{
	static const char32_t *const percent[] = { U"%", NULL };
	size_t noun = last_end(t, a->from, a->clause, reward_nouns);
	size_t verb = last_end(t, a->from, a->clause, reward_verbs);
	size_t other = last_end(t, a->from, a->clause, other_money);
	/* 注册资本的1%，最高500万元: the other sum is what the percentage is of. */
	bool share = money_first(t, a->from, a->clause, percent) != FOLD_NOWHERE;
	bool condition = a->clause >= a->sentence + 2 && money_at(t, a->clause - 2) == U'的';
	if (other > noun && other > verb && !condition && !share)
		return false;
	return is_before(a->words->first_noun, a->clause) ||
	       is_before(a->words->first_verb, a->clause) ||
	       (a->words->last_noun != FOLD_NOWHERE && a->words->last_noun >= a->end);
}

/* 50万元奖励, 50万元以内的补助 */
static bool names_reward_behind(const struct money_text *t, const struct money_about *a)
{
	size_t at = a->end + money_words(t, a->end, most_behind);
	at += money_words(t, at, least_behind);
	at += money_at(t, at) == U'的';
	return money_words(t, at, reward_nouns);
}

/* It is borrowed, invested or paid as a fine, or another pays it (在省级50万元奖励的基础上): the words
 * behind it say so. */
static bool names_other_behind(const struct money_text *t, const struct money_about *a)
{
	static const char32_t *const base[] = { U"基础上", NULL };
	if (has(t, a->end, a->to, base))
		return true;
	size_t other = money_first(t, a->end, a->to, other_behind);
	size_t prize = money_first(t, a->end, a->to, reward_nouns);
	return other != FOLD_NOWHERE && !money_words(t, other, behind_other) &&
	       (prize == FOLD_NOWHERE || other < prize);
}

/* Whether the list is a reward and not what a company must reach, borrow, pay. */
bool money_is_reward(const struct money_text *t, const struct money_about *a)
{
	bool capped = is_most_before(t, a);
	size_t noun = last_end(t, a->clause, a->start, reward_nouns);
	size_t verb = last_end(t, a->clause, a->start, reward_verbs);
	size_t other = last_end(t, a->clause, a->start, other_money);
	size_t reward = noun > verb ? noun : verb;
	bool total = has(t, a->clause, a->start, totals) || money_at(t, a->start - 1) == U'共';
	if (names_other_behind(t, a) || (!capped && total))
		return false;
	if (reward > other || names_reward_behind(t, a))
		return true;
	if (other > 0)
		return reward > 0 && capped;
	size_t at = a->end + money_words(t, a->end, least_behind);
	bool condition = !capped && has(t, a->clause, a->start, conditions);
	if (has(t, a->clause, a->start, funds))
		return false;
	return !condition && !money_words(t, at, who) && is_promised_elsewhere(t, a);
}

/* What is counted behind the 每 at `at`: its length with the 每; 0 when it is nothing known. */
static size_t per_one_length(const struct money_text *t, size_t at)
{
	static const char32_t *const units[] = {
		U"家企业", U"个企业", U"户企业", U"项标准", U"个标准", U"个项目", U"家单位",
		U"个单位", U"平方米", U"企业",	 U"单位",   U"标准",   U"季度",	  U"年",
		U"月",	   U"项",     U"个",	 U"家",	    U"户",     U"人",	  U"次",
		U"件",	   U"名",     U"位",	 U"张证书", U"吨",     U"亩",	  U"台",
		U"套",	   U"度",     U"种",	 U"只",	    U"辆",     NULL
	};
	size_t unit = money_words(t, at + 1, units);
	return unit ? 1 + unit : 0;
}

/* The same, also of several (每家企业每年). */
static size_t per_length(const struct money_text *t, size_t at)
{
	size_t end = at, one;
	while ((end == at || money_at(t, end) == U'每') && (one = per_one_length(t, end)) != 0)
		end += one;
	return end - at;
}

/* 每制定一项: the counted thing behind a verb. */
static size_t per_deed_length(const struct money_text *t, size_t at, size_t to)
{
	static const char32_t *const one[] = { U"一项", U"1项",	 U"一个", U"1个", U"一件",
					       U"1件",	U"一家", U"1家",  NULL };
	size_t counted = money_first(t, at, to < at + MOST_DEED ? to : at + MOST_DEED, one);
	return counted == FOLD_NOWHERE ? 0 : counted + money_words(t, counted, one) - at;
}

/* 每项, 每家企业每年; 每制定一项; behind the sum 每年, /项. */
size_t money_per(const struct money_text *t, const struct money_about *a, size_t *length)
{
	static const char32_t *const each[] = { U"每", NULL };
	uint32_t next = money_at(t, a->end);
	*length = next == '/' || next == U'每' ? per_length(t, a->end) : 0;
	if (*length)
		return a->end;
	size_t at = money_last(t, a->from, a->start, each);
	/* The first of several that stand together. */
	while (at != FOLD_NOWHERE) {
		size_t before = money_last(t, a->from, at, each);
		if (before == FOLD_NOWHERE || before + per_one_length(t, before) < at ||
		    !per_one_length(t, at))
			break;
		at = before;
	}
	if (at == FOLD_NOWHERE)
		return FOLD_NOWHERE;
	bool yearly = money_at(t, at + 1) == U'年' || money_at(t, at + 1) == U'月';
	*length = per_length(t, at);
	if (*length == 0)
		*length = per_deed_length(t, at, a->start);
	/* 每年评选一次，奖励5万元 says nothing of how often it is paid. */
	if (*length == 0 || (yearly && at < a->clause))
		return FOLD_NOWHERE;
	return at;
}

bool money_is_cap(const struct money_text *t, const struct money_about *a)
{
	static const char32_t *const all[] = { U"总额", U"累计", U"合计", U"总计", U"总共", NULL };
	static const char32_t *const whom[] = { U"对", U"的,", U"另", U"再", NULL };
	bool rewarded = has(t, a->clause, a->start, reward_nouns) ||
			has(t, a->clause, a->start, reward_verbs);
	return is_most_before(t, a) && !has(t, a->from, a->start, whom) &&
	       (!rewarded || has(t, a->clause, a->start, all));
}

enum money_bound money_bound_of(const struct money_text *t, const struct money_about *a)
{
	return is_least(t, a) ? MONEY_AT_LEAST : is_most(t, a) ? MONEY_AT_MOST : MONEY_EXACT;
}

bool money_is_once(const struct money_text *t, const struct money_about *a)
{
	static const char32_t *const once[] = { U"一次性", U"的一次性", NULL };
	return has(t, a->clause, a->start, once) || money_words(t, a->end, once);
}
