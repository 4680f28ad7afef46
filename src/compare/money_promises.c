#include "compare/money_parts.h"

/* clang-format off */
static const char32_t *const promises[] = {
	U"奖励资金", U"奖补资金", U"奖补", U"补助", U"补贴", U"资助", U"奖金", U"贴息", U"奖励", U"资金", NULL };

/* Of these, what is no payment to whom the measure is for. */
static const char32_t *const no_promise[] = {
	U"奖励政策", U"奖励机制", U"奖励办法", U"奖励措施", U"奖励制度", U"奖励体系", U"奖励规定", U"奖励活动", U"奖励条例", U"奖励条件",
	U"奖励范围", U"奖励对象", U"奖励名单", U"资金链", U"资金需求", U"资金压力", U"资金困难", U"资金问题", U"资金周转", U"资金投放", U"资金流",
	U"资金由", U"资金从", U"奖励资金由", U"奖励资金从", U"奖补资金由", U"奖补资金从", U"资金管理", U"资金使用", U"资金监管", U"补贴政策", U"补助政策", U"资助政策", U"补助办法", U"资助办法", NULL };
static const char32_t *const not_behind[] = {
	U"表彰", U"精神", U"荣誉", U"社会", U"信贷", U"自有", U"自筹", U"流动", U"民间", U"融资", U"引导", U"注册", U"外资", U"募集", U"追回", U"收回", U"取消", U"停止", U"获得", NULL };
static const char32_t *const open_words[] = { U"适当", U"相应", U"一定", U"另行", NULL };
/* clang-format on */

enum { BEFORE = 3, OPEN_REACH = 8 };

size_t money_promise(const struct money_text *t, size_t from, size_t to, size_t *length, bool *open)
{
	for (size_t at = from; at < to; at++) {
		uint32_t cp = t->f.cps[at];
		bool begins = cp == U'奖' || cp == U'补' || cp == U'资' || cp == U'贴';
		*length = begins ? money_words(t, at, promises) : 0;
		if (!*length || at + *length > to)
			continue;
		size_t near = at > from + BEFORE ? at - BEFORE : from;
		size_t far = at > from + OPEN_REACH ? at - OPEN_REACH : from;
		if (money_words(t, at, no_promise) ||
		    money_last(t, near, at, not_behind) != FOLD_NOWHERE) {
			at += *length - 1; /* 奖励资金 is not tried again as 资金 */
			continue;
		}
		*open = money_last(t, far, at, open_words) != FOLD_NOWHERE;
		return at;
	}
	return FOLD_NOWHERE;
}
