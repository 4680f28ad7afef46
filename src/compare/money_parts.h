/* What money.c is made of: the folded text, the numbers (money_numerals.c) and the sums
 * (money_sums.c) that stand in it, the levels that it names (money_levels.c), which of them answer
 * each other (money_answers.c), the words around a sum (money_context.c), promises without a sum
 * (money_promises.c), and finding words (money_words.c). Places are indexes into the folded text; only money.c turns them into spans. */
#ifndef COMPARE_MONEY_PARTS_H
#define COMPARE_MONEY_PARTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <uchar.h>

#include "search/fold.h"

enum money_level {
	MONEY_LEVEL_NONE,
	MONEY_NATIONAL,
	MONEY_PROVINCIAL, /* also 自治区级 */
	MONEY_CITY,
	MONEY_COUNTY,
	MONEY_LEVEL_OTHER, /* named, but none of these: 国家标准, 国际级 */
};

enum money_bound {
	MONEY_EXACT,	/* a range when low < high */
	MONEY_AT_MOST,	/* 最高 不超过 以内 */
	MONEY_AT_LEAST, /* 不低于 以上 */
	MONEY_ABOUT,	/* 一千多万元 近50万元 */
};

struct money_text {
	const char *bytes; /* one line, borrowed */
	size_t n;
	struct folded f;
	size_t *places; /* of bytes: where every MONEY_PLACES-th character is; owned */
	size_t place_capacity;
};

enum { MONEY_PLACES = 64 };

/* Replaces what `t` held by a line, text[0, n). Zeroed before the first. */
void money_take_line(struct money_text *t, const char *text, size_t n);

/* A number as it stands. Where it is only about, `high` is where it ends to be true. */
struct numeral {
	size_t start, end;
	double low, high;
	double unit; /* 万 or 亿 that it ends in; 1 without */
	bool about;
	bool yuan; /* 元 stands behind it, before `end` */
};

struct sum { /* [start, end) are its words, the unit among them */
	size_t start, end;
	int64_t low, high; /* yuan */
	bool about;
	size_t list; /* sums with the same number stand in one list: 50万元、30万元 */
	bool reward; /* set by money.c */
};

struct sums {		 /* ascending */
	struct sum *all; /* owned */
	size_t count, capacity;
};

struct level {
	size_t start, end;
	enum money_level level;
};

struct levels {		   /* ascending */
	struct level *all; /* owned */
	size_t count, capacity;
};

#define MONEY_MOST 1e15 /* yuan: a larger number is no sum */

/* The number at `at`, with 元 where it stands behind it. False when there is none; out->end is then
 * behind what only looks like one. */
bool money_numeral(const struct money_text *t, size_t at, struct numeral *out);

/* Replace what `out` held. */
void money_sums(const struct money_text *t, struct sums *out);
void money_levels(const struct money_text *t, struct levels *out);

/* The first that begins at `from` or behind it; l->count when none does. */
size_t levels_from(const struct levels *l, size_t from);

/* What a level is, as a table or a text names it; NULL: none. */
enum money_level money_level_of(const char *name);

/* Characters at `at` that are the word: its length, or 0. */
size_t money_word(const struct money_text *t, size_t at, const char32_t *word);

/* The same for a list of words that ends in NULL, the first that stands there. */
size_t money_words(const struct money_text *t, size_t at, const char32_t *const *words);

/* The last place in [from, to) where one of the words begins and ends before `to`; FOLD_NOWHERE. */
size_t money_last(const struct money_text *t, size_t from, size_t to, const char32_t *const *words);

/* The first such place. */
size_t money_first(const struct money_text *t, size_t from, size_t to,
		   const char32_t *const *words);

/* Where words of reward stand in a sentence, found once for all of its sums; FOLD_NOWHERE. */
struct money_words_at {
	size_t first_noun; /* of the line, as far as it is read */
	size_t first_verb, last_noun;
};

/* Of the sentence [start, end); for the first of a line, first_noun is FOLD_NOWHERE before. To be called
 * for every sentence of the line, in order. */
void money_find_words(const struct money_text *t, size_t start, size_t end,
		      struct money_words_at *w);

/* What stands around a list of sums. */
struct money_about {
	const struct money_words_at *words;
	size_t sentence, sentence_end;
	size_t from;	   /* behind the list before it, or where the sentence begins */
	size_t clause;	   /* the same, or behind the last comma */
	size_t start, end; /* the list */
	size_t to;	   /* the next comma, list, or end of the sentence */
};

/* Whether the list is a reward, and not what a company must reach, borrow, pay. */
bool money_is_reward(const struct money_text *t, const struct money_about *a);

/* Whether the list says how much all together are at most (最高不超过50万元, 奖励总额不超过50万元) and names
 * nobody who is rewarded. */
bool money_is_cap(const struct money_text *t, const struct money_about *a);

enum money_bound money_bound_of(const struct money_text *t, const struct money_about *a);
bool money_is_once(const struct money_text *t, const struct money_about *a); /* 一次性 */

/* Where it says per what it is paid (每项, /年), and the length; FOLD_NOWHERE where it does not. */
size_t money_per(const struct money_text *t, const struct money_about *a, size_t *length);

struct answer { /* a reward and its level; a sum for several levels has several */
	size_t sum;
	const struct level *level; /* or NULL */
};

struct answers {
	struct answer *all; /* owned */
	size_t count, capacity;
};

/* Adds those of sums [first, last), all of one sentence, which begins at `start`; those without
 * `reward` are passed over. */
void money_answer(const struct money_text *t, const struct sums *sums, size_t first, size_t last,
		  const struct levels *levels, size_t start, struct answers *out);

/* The first promise in [from, to): where, and its length in *length; FOLD_NOWHERE when there is none.
 * *open: it says that it leaves the sum open (适当奖励). */
size_t money_promise(const struct money_text *t, size_t from, size_t to, size_t *length,
		     bool *open);

uint32_t money_at(const struct money_text *t, size_t at); /* 0 behind the end */

/* Joins parts of a list: 、 和 或 及 与 / (and a comma); its length, or 0. */
size_t money_joint(const struct money_text *t, size_t at);

#endif
