/* Money that a text promises, read out of its words. Knows no table: where a table records rewards,
 * what it records counts (rewards.h).
 *
 * What is read. A sum is a number and 元 (also 圆): digits of either width (50万元, １００万, 1,000元,
 * 1.5亿元), Chinese numerals of either kind (五十万元, 伍拾万圆), both (1万5千元), ranges (10-20万元,
 * 二十至三十万元, 五万元以上十万元以下), lists whose last number alone names the unit (50、30万元), what
 * is only about (一千多万元: 1000万 to 2000万; 近50万元). Without 元 a number with 万 or 亿 counts where a
 * word of reward stands right before or behind it (奖励50万). One space inside a number is a fault
 * of printing where both parts have at most three digits; the sum is rounded to the yuan. Foreign
 * money is not read.
 *
 * Which sums are rewards. A text also names what a company must reach (年产值2000万元以上), what it
 * borrows, invests or pays as a fine, and what a budget holds. The nearest word before the sum in its
 * clause decides, 奖励 补助 给予 … against 产值 收入 投资 贷款 罚款 安排 …; then the first behind it; a sum
 * with no such word beside it counts where one of reward stands elsewhere in the sentence or before.
 * What was paid to all together (合计500万元, 已兑现) is no reward, nor is the limit of what is paid for each
 * (每项奖励5万元，最高不超过50万元).
 *
 * Whose level. 国家级、省级…分别…50万元、30万元: as many levels as sums answer each other; one level
 * before several sums is that of all; a list of levels before one sum, or 各 behind them, gets it
 * each; those in brackets behind them (20、10万元奖励（国家级、省级）) count where none stand before and
 * there are as many. Otherwise the source does not say, and no level is given. 省级财政 and 市级部门 pay
 * or decide: they are no level. A kind of standard (国际标准、国家标准) is named, but is no level of a
 * title.
 *
 * A promise without a sum (适当奖励, 专项资金) is read where the whole text names no sum, or where its
 * sentence names none and says that it leaves the sum open (适当 相应 一定). Support that is no
 * payment (经费优先, 基金, 信贷资金, 奖励政策, 表彰奖励) is none.
 *
 * Whatever the text, reading takes time in proportion to its length: what a sum needs to know of a far
 * part of its line is found once for all sums of a sentence. A list of more levels than anybody writes
 * (16) is none.
 *
 * Rules, not a grammar: more than 180 sentences in tests/unit/compare/money.c say what they do. */
#ifndef COMPARE_MONEY_H
#define COMPARE_MONEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/spans.h"
#include "compare/money_parts.h"
#include "table/catalog.h"

struct money {
	int64_t low, high; /* yuan; equal for one sum; both REWARD_UNSTATED for a promise without */
	enum money_bound bound;
	enum money_level level;
	bool once;	   /* 一次性 */
	struct span words; /* of the text, in code points: the sum with its unit, or the promise */
	struct span named; /* the level, as the text names it; empty: none */
	struct span per;   /* 每项, 每制定一项, /年; empty: not said */
};

struct money_list {	   /* zeroed: empty; its memory serves the next text */
	struct money *all; /* owned; in order of the text */
	size_t count, capacity;
	struct money_text text; /* the rest is scratch */
	struct sums sums;
	struct levels levels;
	struct answers answers;
};

/* Replaces what `out` held by what is read of text[0, n), UTF-8. */
void money_read(const char *text, size_t n, struct money_list *out);
void money_done(struct money_list *list);

/* False when money_read() would read nothing: fast, for going through a million texts. */
bool money_may_be_in(const char *text, size_t n);

#endif
