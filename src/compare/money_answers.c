#include "compare/money_parts.h"

#include "base/memory.h"

enum {
	MOST_LEVELS = 16,
	MOST_BETWEEN = 8,    /* characters of 的一次性奖励（ behind a sum */
	MOST_BRACKETED = 60, /* and of the brackets */
};

/* One sentence, while its sums are given their levels. */
struct answering {
	const struct money_text *t;
	const struct levels *levels;
	const struct sum *sums;
	size_t last_sum;	    /* one past its last */
	size_t in_turn;		    /* where it first says 分别, or FOLD_NOWHERE */
	const struct level *single; /* the one level of the run before, or NULL */
	struct answers *out;
};

/* Levels that stand before a run of sums. */
struct group {
	const struct level *all[MOST_LEVELS];
	size_t count;
};

static bool same_level(const struct level *a, const struct level *b)
{
	return a->level == b->level && a->level != MONEY_LEVEL_OTHER;
}

static void drop_repeated(struct group *g)
{
	size_t kept = 0;
	for (size_t i = 0; i < g->count; i++) {
		size_t j = 0;
		while (j < kept && !same_level(g->all[j], g->all[i]))
			j++;
		if (j == kept)
			g->all[kept++] = g->all[i];
	}
	g->count = kept;
}

/* 获得国家级称号并制定国家标准的: the title counts, where kinds of standard do not answer the sums. */
static void drop_standards(struct group *g)
{
	size_t kept = 0, titles = 0;
	for (size_t i = 0; i < g->count; i++)
		titles += g->all[i]->level != MONEY_LEVEL_OTHER;
	for (size_t i = 0; i < g->count; i++)
		if (titles == 0 || g->all[i]->level != MONEY_LEVEL_OTHER)
			g->all[kept++] = g->all[i];
	g->count = kept;
}

/* Those in [from, to); none where there are more than anybody writes. */
static void take_levels(const struct answering *w, size_t from, size_t to, struct group *out)
{
	const struct levels *l = w->levels;
	out->count = 0;
	for (size_t i = levels_from(l, from); i < l->count && l->all[i].start < to; i++) {
		if (out->count == MOST_LEVELS) {
			out->count = 0;
			return;
		}
		out->all[out->count++] = &l->all[i];
	}
}

/* The level in brackets behind the sum, as in 50万元（国家级）; NULL when there is none. */
static const struct level *level_behind(const struct answering *w, const struct sum *s)
{
	const struct levels *l = w->levels;
	size_t i = levels_from(l, s->end + 1);
	bool behind = money_at(w->t, s->end) == '(' && i < l->count &&
		      l->all[i].start == s->end + 1;
	return behind ? &l->all[i] : NULL;
}

/* 20、10、5万元奖励（国家级、省级、市级）: as many levels as the sums before the brackets. Returns where they
 * close; 0 when there are none. */
static size_t levels_in_brackets(const struct answering *w, const struct sum *last, size_t count,
				 struct group *out)
{
	static const char32_t *const opens[] = { U"(", NULL };
	static const char32_t *const closes[] = { U")", NULL };
	static const char32_t *const stops[] = { U",", U"。", U";", NULL };
	size_t open = money_first(w->t, last->end, last->end + MOST_BETWEEN, opens);
	if (open == FOLD_NOWHERE || money_first(w->t, last->end, open, stops) != FOLD_NOWHERE)
		return 0;
	size_t close = money_first(w->t, open, open + MOST_BRACKETED, closes);
	if (close == FOLD_NOWHERE)
		return 0;
	take_levels(w, open, close, out);
	if (out->count != count)
		out->count = 0;
	return out->count ? close : 0;
}

static size_t next_reward(const struct answering *w, size_t i)
{
	while (i < w->last_sum && !w->sums[i].reward)
		i++;
	return i;
}

/* One past the last reward that has no level between it and the first. */
static size_t run_end(const struct answering *w, size_t first)
{
	size_t last = first;
	for (size_t i = next_reward(w, first + 1); i < w->last_sum; i = next_reward(w, i + 1)) {
		struct group between;
		take_levels(w, w->sums[last].end, w->sums[i].start, &between);
		if (between.count > 0)
			break;
		last = i;
	}
	return last + 1;
}

/* 国家级、省级, or each of them all the same: several levels get one sum each. */
static bool shares(const struct answering *w, const struct group *g, size_t sum)
{
	static const char32_t *const each[] = { U"各", U"均", U"都", NULL };
	bool listed = g->count > 1;
	for (size_t i = 1; i < g->count; i++) {
		size_t end = g->all[i - 1]->end;
		listed = listed && end + money_joint(w->t, end) == g->all[i]->start;
	}
	return listed || money_first(w->t, g->all[g->count - 1]->end, sum, each) != FOLD_NOWHERE;
}

static void add(struct answers *out, size_t sum, const struct level *level)
{
	out->all = memory_grow(out->all, &out->capacity, out->count + 1, sizeof(*out->all));
	out->all[out->count++] = (struct answer){ sum, level };
}

static void count_run(const struct answering *w, size_t first, size_t last, size_t *all,
		      size_t *listed)
{
	*all = *listed = 0;
	for (size_t i = first; i < last; i++) {
		*all += w->sums[i].reward;
		*listed += w->sums[i].reward && w->sums[i].list == w->sums[first].list;
	}
}

/* Rewards [first, last) answer the levels in [from, the first of them), or those in brackets behind them.
 * Returns where the words for them end. */
static size_t answer_run(struct answering *w, size_t from, size_t first, size_t last)
{
	struct group g;
	size_t all, listed, at = 0, close = 0;
	take_levels(w, from, w->sums[first].start, &g);
	count_run(w, first, last, &all, &listed);
	if (g.count == 0)
		close = levels_in_brackets(w, &w->sums[last - 1], all, &g);
	bool in_turn = all == g.count && w->in_turn != FOLD_NOWHERE &&
		       w->in_turn < w->sums[first].start;
	if (g.count != listed && !in_turn)
		drop_standards(&g);
	if (g.count != listed && !in_turn)
		drop_repeated(&g);
	bool pairs = in_turn || g.count == listed,
	     spread = !pairs && g.count > 1 && listed == 1 && shares(w, &g, w->sums[first].start);
	if (g.count > 0)
		w->single = g.count == 1 ? g.all[0] : NULL;
	for (size_t i = first; i < last; i = next_reward(w, i + 1), at++) {
		const struct level *behind = level_behind(w, &w->sums[i]);
		const struct level *paired = pairs && at < g.count ? g.all[at] : NULL;
		if (!behind && spread && at == 0) {
			for (size_t j = 0; j < g.count; j++)
				add(w->out, i, g.all[j]);
		} else {
			add(w->out, i, behind ? behind : w->single ? w->single : paired);
		}
	}
	return close ? close : w->sums[last - 1].end;
}

void money_answer(const struct money_text *t, const struct sums *sums, size_t first, size_t last,
		  const struct levels *levels, size_t start, struct answers *out)
{
	static const char32_t *const each[] = { U"分别", U"依次", NULL };
	struct answering w = { .t = t,
			       .levels = levels,
			       .sums = sums->all,
			       .last_sum = last,
			       .in_turn = money_first(t, start, sums->all[last - 1].start, each),
			       .out = out };
	size_t from = start;
	for (size_t i = next_reward(&w, first), end; i < last; i = next_reward(&w, end)) {
		end = run_end(&w, i);
		from = answer_run(&w, from, i, end);
	}
}
