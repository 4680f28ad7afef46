#include "compare/money.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"

enum { MOST_DEED = 9 }; /* characters of 每主导或参与制定一项 before the last two */

/* A sentence, or the part of one between semicolons, and where it is being read. */
struct reading {
	const struct money_text *t;
	size_t position; /* of the line's first character in the whole text */
	size_t start, end;
	size_t first_sum, last_sum; /* its sums: [first, last) */
	struct money_list *out;
};

/* What stands around a list of sums. */
struct about {
	size_t from;	   /* behind the list before it, or where the sentence begins */
	size_t clause;	   /* the same, or behind the last comma */
	size_t start, end; /* the list */
	size_t to;	   /* the next comma, list, or end of the sentence */
};

/* clang-format off */
static const char32_t *const reward_nouns[] = {
	U"奖", U"补助", U"补贴", U"资助", U"奖补", U"贴息", U"补偿", U"扶持", U"后补", U"配套", NULL };
static const char32_t *const reward_verbs[] = { U"给予", U"予以", U"给", U"支持", U"发放", U"拨付", NULL };
static const char32_t *const other_money[] = {
	U"产值", U"产量", U"收入", U"销售", U"营业额", U"营收", U"投资", U"投入", U"注册资", U"资产", U"利润", U"利税", U"税", U"贷款", U"信贷",
	U"授信", U"融资", U"担保", U"罚款", U"处以", U"处罚", U"并处", U"罚金", U"出口", U"进口", U"成交", U"交易额", U"采购", U"合同", U"效益",
	U"规模", U"资本", U"募集", U"造价", U"保证金", U"收费", U"费用", U"缴", U"预算", U"生产总值", U"增加值", U"保费", U"保额", U"价值",
	U"成本", U"节约", U"增收", U"安排", U"设立", U"列支", U"筹集", U"统筹", U"购置", U"购买", U"损失", U"总产", U"净值", U"市值", U"订单",
	U"存款", U"债券", U"股权", U"违法所得", U"货值", U"已", U"兑现", U"累计发放", U"共发放", NULL };
static const char32_t *const behind_other[] = {
	U"贷款贴息", U"贷款利息", NULL };
static const char32_t *const other_behind[] = {
	U"罚款", U"贷款", U"信用贷", U"授信", U"投资", U"融资", U"担保", U"保证金", U"注册资", U"销售", U"产值", U"规模的", U"债券", NULL };
static const char32_t *const who[] = {
	U"企业", U"项目", U"单位", U"的企业", U"的项目", U"的单位", U"的产品", U"的园区", U"的机构", U"的,", U"的;", NULL };

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

static struct span span_of(const struct reading *r, size_t start, size_t end)
{
	const uint32_t *from = r->t->f.from;
	return (struct span){ r->position + from[start], r->position + from[end - 1] + 1 };
}

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

static struct about around(const struct reading *r, size_t first, size_t last)
{
	static const char32_t *const comma[] = { U",", NULL };
	const struct sum *sums = r->out->sums.all;
	struct about a = { .from = first > r->first_sum ? sums[first - 1].end : r->start,
			   .start = sums[first].start,
			   .end = sums[last - 1].end,
			   .to = last < r->last_sum ? sums[last].start : r->end };
	size_t before = money_last(r->t, a.from, a.start, comma);
	size_t behind = money_first(r->t, a.end, a.to, comma);
	a.clause = before == FOLD_NOWHERE ? a.from : before + 1;
	if (behind != FOLD_NOWHERE)
		a.to = behind;
	return a;
}

static bool is_least(const struct reading *r, const struct about *a)
{
	return has(r->t, a->clause, a->start, least) || money_words(r->t, a->end, least_behind);
}

static bool is_most(const struct reading *r, const struct about *a)
{
	size_t word = money_last(r->t, a->clause, a->start, most);
	bool named = word != FOLD_NOWHERE && money_words(r->t, word, most_honoured);
	return (word != FOLD_NOWHERE && !named) || money_words(r->t, a->end, most_behind);
}

/* No word in the sum's own clause decides: one of reward elsewhere does. */
static bool is_promised_elsewhere(const struct reading *r, const struct about *a)
{
	if (has(r->t, 0, a->clause, reward_nouns) || has(r->t, r->start, a->clause, reward_verbs))
		return true;
	return has(r->t, a->end, r->end, reward_nouns);
}

/* Whether the list is a reward and not what a company must reach, borrow, pay. */
static bool is_reward(const struct reading *r, const struct about *a)
{
	const struct money_text *t = r->t;
	size_t noun = last_end(t, a->clause, a->start, reward_nouns);
	size_t verb = last_end(t, a->clause, a->start, reward_verbs);
	size_t other = last_end(t, a->clause, a->start, other_money);
	size_t reward = noun > verb ? noun : verb;
	size_t behind = money_first(t, a->end, a->to, other_behind);
	size_t prize = money_first(t, a->end, a->to, reward_nouns);
	if (behind != FOLD_NOWHERE && !money_words(t, behind, behind_other) &&
	    (prize == FOLD_NOWHERE || behind < prize))
		return false;
	if (reward > other)
		return true;
	if (other > 0)
		return reward > 0 && is_most(r, a);
	size_t at = a->end + money_words(t, a->end, least_behind);
	bool condition = has(t, a->clause, a->start, conditions) && !is_most(r, a);
	return !condition && !money_words(t, at, who) && is_promised_elsewhere(r, a);
}

/* What is counted behind the 每 at `at`: its length with the 每, also of several (每家企业每年); 0 when
 * it is nothing known. */
static size_t per_length(const struct money_text *t, size_t at)
{
	static const char32_t *const units[] = {
		U"家企业", U"个企业", U"户企业", U"项标准", U"个标准", U"个项目", U"家单位", U"个单位",
		U"平方米", U"企业",   U"单位",   U"标准",   U"季度",   U"年",     U"月",     U"项",
		U"个",     U"家",     U"户",     U"人",     U"次",     U"件",     U"名",     U"位",
		U"吨",     U"亩",     U"台",     U"套",     U"度",     U"种",     U"只",     U"辆", NULL };
	size_t end = at, unit;
	while ((end == at || money_at(t, end) == U'每') &&
	       (unit = money_words(t, end + 1, units)) != 0)
		end += 1 + unit;
	return end - at;
}

/* 每制定一项: the counted thing behind a verb. */
static size_t per_deed_length(const struct money_text *t, size_t at, size_t to)
{
	static const char32_t *const one[] = { U"一项", U"1项", U"一个", U"1个", U"一件", U"1件",
					       U"一家", U"1家", NULL };
	size_t counted = money_first(t, at, to < at + MOST_DEED ? to : at + MOST_DEED, one);
	return counted == FOLD_NOWHERE ? 0 : counted + money_words(t, counted, one) - at;
}

/* 每项, 每家企业每年; 每制定一项; behind the sum 每年, /项. */
static struct span per_what(const struct reading *r, const struct about *a)
{
	static const char32_t *const each[] = { U"每", NULL };
	const struct money_text *t = r->t;
	uint32_t next = money_at(t, a->end);
	size_t length = next == '/' || next == U'每' ? per_length(t, a->end) : 0;
	if (length)
		return span_of(r, a->end, a->end + length);
	size_t at = money_last(t, a->from, a->start, each);
	/* The first of several that stand together. */
	while (at != FOLD_NOWHERE) {
		size_t before = money_last(t, a->from, at, each);
		if (before == FOLD_NOWHERE || before + per_length(t, before) <= at)
			break;
		at = before;
	}
	if (at == FOLD_NOWHERE)
		return (struct span){ 0, 0 };
	bool yearly = money_at(t, at + 1) == U'年' || money_at(t, at + 1) == U'月';
	length = per_length(t, at);
	if (length == 0)
		length = per_deed_length(t, at, a->start);
	/* 每年评选一次，奖励5万元 says nothing of how often it is paid. */
	if (length == 0 || (yearly && at < a->clause))
		return (struct span){ 0, 0 };
	return span_of(r, at, at + length);
}

static void push(struct money_list *out, const struct money *m)
{
	out->all = memory_grow(out->all, &out->capacity, out->count + 1, sizeof(*out->all));
	out->all[out->count++] = *m;
}

static void add_sum(const struct reading *r, const struct about *a, const struct sum *s,
		    const struct level *level)
{
	static const char32_t *const once[] = { U"一次性", NULL };
	struct money m = { .low = s->low,
			   .high = s->high,
			   .words = span_of(r, s->start, s->end),
			   .per = per_what(r, a),
			   .once = has(r->t, a->clause, a->start, once) ||
				   money_words(r->t, a->end, once) ||
				   money_word(r->t, a->end, U"的一次性") };
	m.bound = s->about	   ? MONEY_ABOUT
		  : is_least(r, a) ? MONEY_AT_LEAST
		  : is_most(r, a)  ? MONEY_AT_MOST
				   : MONEY_EXACT;
	if (level) {
		m.level = level->level;
		m.named = span_of(r, level->start, level->end);
	}
	push(r->out, &m);
}

/* The list of sums that sum i stands in. */
static struct about around_sum(const struct reading *r, size_t i)
{
	const struct sum *sums = r->out->sums.all;
	size_t first = i, last = i + 1;
	while (first > r->first_sum && sums[first - 1].list == sums[i].list)
		first--;
	while (last < r->last_sum && sums[last].list == sums[i].list)
		last++;
	return around(r, first, last);
}

static void read_sums(const struct reading *r)
{
	struct money_list *out = r->out;
	for (size_t i = r->first_sum; i < r->last_sum; i++) {
		struct about a = around_sum(r, i);
		out->sums.all[i].reward = is_reward(r, &a);
	}
	out->answers.count = 0;
	money_answer(r->t, &out->sums, r->first_sum, r->last_sum, &out->levels, r->start,
		     &out->answers);
	for (size_t i = 0; i < out->answers.count; i++) {
		const struct answer *answer = &out->answers.all[i];
		struct about a = around_sum(r, answer->sum);
		add_sum(r, &a, &out->sums.all[answer->sum], answer->level);
	}
}

/* At most one for a sentence without a sum; which of them stay is known when all is read. */
static void read_promise(const struct reading *r)
{
	size_t length;
	bool open = false;
	size_t at = money_promise(r->t, r->start, r->end, &length, &open);
	if (at == FOLD_NOWHERE)
		return;
	struct money m = { .low = REWARD_UNSTATED,
			   .high = REWARD_UNSTATED,
			   .bound = open ? MONEY_ABOUT : MONEY_EXACT,
			   .words = span_of(r, at, at + length) };
	push(r->out, &m);
}

static size_t sentence_end(const struct money_text *t, size_t at)
{
	for (; at < t->f.count; at++) {
		uint32_t cp = t->f.cps[at];
		if (cp == U'。' || cp == ';' || cp == '!' || cp == '?')
			break;
	}
	return at;
}

static void read_line(struct money_list *out, size_t position)
{
	struct reading r = { .t = &out->text, .position = position, .out = out };
	while (r.start < r.t->f.count) {
		r.end = sentence_end(r.t, r.start);
		while (r.last_sum < out->sums.count && out->sums.all[r.last_sum].start < r.end)
			r.last_sum++;
		size_t before = out->count;
		if (r.last_sum > r.first_sum)
			read_sums(&r);
		if (out->count == before)
			read_promise(&r);
		r.first_sum = r.last_sum;
		r.start = r.end + 1;
	}
}

/* Beside sums, only promises that leave theirs open; without any sum, the first promise. */
static void keep_promises(struct money_list *out)
{
	size_t kept = 0;
	bool sums = false;
	for (size_t i = 0; i < out->count; i++)
		sums = sums || out->all[i].low != REWARD_UNSTATED;
	for (size_t i = 0; i < out->count; i++) {
		struct money m = out->all[i];
		bool promise = m.low == REWARD_UNSTATED;
		bool stays = !promise || (sums ? m.bound == MONEY_ABOUT : kept == 0);
		if (promise)
			m.bound = MONEY_EXACT;
		if (stays)
			out->all[kept++] = m;
	}
	out->count = kept;
}

/* Line by line: no sentence goes over the end of a line. */
void money_read(const char *text, size_t n, struct money_list *out)
{
	size_t position = 0;
	out->count = 0;
	if (!money_may_be_in(text, n))
		return;
	for (size_t at = 0; at < n;) {
		const char *newline = memchr(text + at, '\n', n - at);
		size_t length = newline ? (size_t)(newline - text) - at : n - at;
		out->text.bytes = text + at;
		out->text.n = length;
		fold_text(&out->text.f, text + at, length);
		money_sums(&out->text, &out->sums);
		out->levels.count = 0;
		if (out->sums.count > 0)
			money_levels(&out->text, &out->levels);
		read_line(out, position);
		position += utf8_count(text + at, length) + 1;
		at += length + 1;
	}
	keep_promises(out);
}

void money_done(struct money_list *list)
{
	free(list->all);
	free(list->sums.all);
	free(list->levels.all);
	free(list->answers.all);
	fold_done(&list->text.f);
	*list = (struct money_list){ 0 };
}

/* clang-format off */
static bool is_of_money(uint32_t cp)
{
	switch (cp) {
	case U'元': case U'圆': case U'圓': case U'奖': case U'獎': case U'补': case U'補':
	case U'资': case U'資': case U'贴': case U'貼':
		return true;
	default:
		return false;
	}
}
/* clang-format on */

bool money_may_be_in(const char *text, size_t n)
{
	const unsigned char *s = (const unsigned char *)text;
	for (size_t at = 0; at + 2 < n;) {
		if ((s[at] & 0xF0) != 0xE0) {
			at++;
			continue;
		}
		if (is_of_money((s[at] & 0x0Fu) << 12 | (s[at + 1] & 0x3Fu) << 6 |
				(s[at + 2] & 0x3Fu)))
			return true;
		at += 3;
	}
	return false;
}
