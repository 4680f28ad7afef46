#include "compare/money_parts.h"

#include <math.h>

#include "base/memory.h"

enum { MOST_IN_LIST = 16 };
#define MOST_SHARED 1000 /* 10-20万元; but 2019-100万元 is no range */

/* Where a word of reward or of money stands beside it, 50万 is money as well. */
static bool is_money_without_yuan(const struct money_text *t, const struct numeral *m)
{
	static const char32_t *const behind[] = { U"人民币", U"奖", U"补",   U"资助", U"的奖",
						  U"的补",   U"以", U"封顶", NULL };
	static const char32_t *const between[] = { U"最高", U"不超过", U"最多", U"各", U"分别",
						   U"达",   U"为",     U"可达", U"到", NULL };
	static const char32_t *const before[] = { U"奖励",   U"补助", U"奖补", U"补贴",
						  U"资助",   U"奖金", U"给予", U"人民币",
						  U"一次性", U"¥",    U"支持", NULL };
	static const char32_t ends[] = U"、,。;!?()/:-~和或及与至到";
	const char32_t *end = ends;
	uint32_t next = money_at(t, m->end);
	while (*end && *end != next)
		end++;
	if (m->unit == 1 || (next && !*end && !money_words(t, m->end, behind)))
		return false;
	size_t at = m->start, word;
	while (at > 0 && (word = money_last(t, at > 3 ? at - 3 : 0, at, between)) != FOLD_NOWHERE &&
	       word + money_words(t, word, between) == at)
		at = word;
	word = money_last(t, at > 3 ? at - 3 : 0, at, before);
	bool after_word = word != FOLD_NOWHERE && word + money_words(t, word, before) == at;
	return after_word || (next && !*end && money_at(t, m->end) != U'以');
}

static size_t range_joint(const struct money_text *t, size_t at)
{
	static const char32_t *const joints[] = { U"--", U"-", U"~", U"〜", U"至", U"到", NULL };
	return money_words(t, at, joints);
}

/* Two ends of a range become one, also the wrong way round; false when they are none. */
static bool join_range(struct numeral *low, const struct numeral *high)
{
	if (low->unit == 1 && !low->yuan && high->unit != 1) {
		if (low->low >= MOST_SHARED)
			return false;
		low->low *= high->unit;
	}
	double one = low->low, other = high->high;
	low->low = fmin(one, other);
	low->high = fmax(one, other);
	low->about = low->about || high->about;
	low->end = high->end;
	low->unit = high->unit;
	low->yuan = high->yuan;
	return true;
}

static void take_range(const struct money_text *t, struct numeral *m)
{
	struct numeral high;
	size_t joint = range_joint(t, m->end);
	if (joint && money_numeral(t, m->end + joint, &high))
		join_range(m, &high);
}

/* 五万元以上十万元以下 is one sum, from five to ten. */
static bool ends_range(struct sum *low, const struct money_text *t, const struct sum *high)
{
	static const char32_t *const above[] = { U"(含)以上", U"以上", NULL };
	static const char32_t *const below[] = { U"(含)以下", U"以下", U"以内", NULL };
	size_t word = money_words(t, low->end, above), end = money_words(t, high->end, below);
	size_t at = low->end + word + (money_at(t, low->end + word) == U'、');
	if (!word || !end || at != high->start || low->high > high->low)
		return false;
	low->high = high->high;
	low->end = high->end + end;
	return true;
}

static void add(struct sums *out, const struct money_text *t, const struct numeral *m, size_t end,
		size_t list)
{
	static const char32_t *const nearly[] = { U"近", U"约", U"上百", U"上千", NULL };
	static const char32_t *const or_so[] = { U"左右", U"上下", NULL };
	long long low = llround(m->low), high = llround(m->high);
	if (low < 1 || m->high > MONEY_MOST)
		return;
	bool about = m->about || (m->start > 0 && money_words(t, m->start - 1, nearly)) ||
		     money_words(t, end, or_so);
	struct sum s = { m->start, end, low, high, about, list, false };
	if (out->count > 0 && ends_range(&out->all[out->count - 1], t, &s))
		return;
	out->all = memory_grow(out->all, &out->capacity, out->count + 1, sizeof(*out->all));
	out->all[out->count++] = s;
}

/* A number that may take the unit of the one behind it: 50 in 50、30万元, but not the 1 of “1、”. */
static bool may_lend(const struct money_text *t, const struct numeral *m)
{
	return m->start > 0 && money_at(t, m->start - 1) != U'第' &&
	       money_at(t, m->start - 1) != U'前' && money_at(t, m->end) != ',' && m->unit == 1;
}

/* Numerals [0, count) stand in one list; those at its end without a unit are no money. */
static void add_list(struct sums *out, const struct money_text *t, struct numeral *list,
		     size_t count, size_t number)
{
	bool money = false;
	size_t end = 0;
	double unit = 1;
	for (size_t i = count; i-- > 0;) {
		struct numeral *m = &list[i];
		if (m->yuan || is_money_without_yuan(t, m)) {
			money = true;
			end = m->end;
			unit = m->unit;
		} else if (!money || (m->unit == 1 && !may_lend(t, m))) {
			m->low = 0;
			money = false;
			continue;
		} else if (m->unit == 1) {
			m->low *= unit;
			m->high *= unit;
		}
		m->end = end;
	}
	for (size_t i = 0; i < count; i++)
		add(out, t, &list[i], list[i].end, number);
}

void money_sums(const struct money_text *t, struct sums *out)
{
	out->count = 0;
	size_t number = 0;
	for (size_t at = 0; at < t->f.count;) {
		struct numeral list[MOST_IN_LIST];
		size_t count = 0, joint = 0;
		while (count < MOST_IN_LIST && money_numeral(t, at + joint, &list[count])) {
			take_range(t, &list[count]);
			at = list[count++].end;
			joint = money_joint(t, at);
			if (!joint)
				break;
		}
		if (count > 0)
			add_list(out, t, list, count, number++);
		else
			at = list[0].end > at ? list[0].end : at + 1;
	}
}
