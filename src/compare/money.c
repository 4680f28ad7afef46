#include "compare/money.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"

/* A sentence, or the part of one between semicolons, and where it is being read. */
struct reading {
	const struct money_text *t;
	size_t position; /* of the line's first character in the whole text */
	size_t start, end;
	size_t first_sum, last_sum; /* its sums: [first, last) */
	struct money_words_at words;
	struct money_list *out;
};

static struct span span_of(const struct reading *r, size_t start, size_t end)
{
	const uint32_t *from = r->t->f.from;
	return (struct span){ r->position + from[start], r->position + from[end - 1] + 1 };
}

static struct money_about around(const struct reading *r, size_t first, size_t last)
{
	static const char32_t *const comma[] = { U",", NULL };
	const struct sum *sums = r->out->sums.all;
	struct money_about a = { .words = &r->words,
				 .sentence = r->start,
				 .sentence_end = r->end,
				 .from = first > r->first_sum ? sums[first - 1].end : r->start,
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

static void push(struct money_list *out, const struct money *m)
{
	out->all = memory_grow(out->all, &out->capacity, out->count + 1, sizeof(*out->all));
	out->all[out->count++] = *m;
}

static void add_sum(const struct reading *r, const struct money_about *a, const struct sum *s,
		    const struct level *level)
{
	struct money m = { .low = s->low,
			   .high = s->high,
			   .words = span_of(r, s->start, s->end),
			   .once = money_is_once(r->t, a),
			   .bound = s->about ? MONEY_ABOUT : money_bound_of(r->t, a) };
	size_t length, per = money_per(r->t, a, &length);
	if (per != FOLD_NOWHERE)
		m.per = span_of(r, per, per + length);
	if (level) {
		m.level = level->level;
		m.named = span_of(r, level->start, level->end);
	}
	push(r->out, &m);
}

/* The list of sums that sum i stands in. */
static struct money_about around_sum(const struct reading *r, size_t i)
{
	const struct sum *sums = r->out->sums.all;
	size_t first = i, last = i + 1;
	while (first > r->first_sum && sums[first - 1].list == sums[i].list)
		first--;
	while (last < r->last_sum && sums[last].list == sums[i].list)
		last++;
	return around(r, first, last);
}

static bool names_level(const struct reading *r, size_t from, size_t to)
{
	const struct levels *l = &r->out->levels;
	size_t first = levels_from(l, from);
	return first < l->count && l->all[first].start < to;
}

/* 每项奖励5万元，最高不超过50万元: no reward of its own, but where those of the list before it end. */
static bool caps_list_before(const struct reading *r, size_t i, const struct money_about *a)
{
	const struct sum *sums = r->out->sums.all;
	size_t length, first = i;
	while (first > r->first_sum && sums[first - 1].list == sums[i].list)
		first--;
	if (first == r->first_sum || !sums[first - 1].reward || !money_is_cap(r->t, a) ||
	    names_level(r, a->from, a->start))
		return false;
	struct money_about before = around_sum(r, first - 1);
	return money_per(r->t, &before, &length) != FOLD_NOWHERE &&
	       money_per(r->t, a, &length) == FOLD_NOWHERE;
}

static void read_sums(const struct reading *r)
{
	struct money_list *out = r->out;
	for (size_t i = r->first_sum; i < r->last_sum; i++) {
		struct money_about a = around_sum(r, i);
		out->sums.all[i].reward = money_is_reward(r->t, &a) && !caps_list_before(r, i, &a);
	}
	out->answers.count = 0;
	money_answer(r->t, &out->sums, r->first_sum, r->last_sum, &out->levels, r->start,
		     &out->answers);
	for (size_t i = 0; i < out->answers.count; i++) {
		const struct answer *answer = &out->answers.all[i];
		struct money_about a = around_sum(r, answer->sum);
		add_sum(r, &a, &out->sums.all[answer->sum], answer->level);
	}
}

/* 安排专项资金500万元, 奖励合计500万元: it states a sum, though none that anybody is promised. */
static bool states_sum(const struct reading *r, size_t promise)
{
	static const char32_t *const comma[] = { U",", NULL };
	for (size_t i = r->first_sum; i < r->last_sum; i++) {
		size_t start = r->out->sums.all[i].start;
		if (start > promise)
			return money_first(r->t, promise, start, comma) == FOLD_NOWHERE;
	}
	return false;
}

/* At most one for a sentence without a sum; which of them stay is known when all is read. */
static void read_promise(const struct reading *r)
{
	size_t length;
	bool open = false;
	size_t at = money_promise(r->t, r->start, r->end, &length, &open);
	if (at == FOLD_NOWHERE || states_sum(r, at))
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
	struct reading r = { .t = &out->text,
			     .position = position,
			     .words.first_noun = FOLD_NOWHERE,
			     .out = out };
	while (r.start < r.t->f.count) {
		r.end = sentence_end(r.t, r.start);
		while (r.last_sum < out->sums.count && out->sums.all[r.last_sum].start < r.end)
			r.last_sum++;
		size_t before = out->count;
		if (out->sums.count > r.first_sum)
			money_find_words(r.t, r.start, r.end, &r.words);
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
		money_take_line(&out->text, text + at, length);
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
	free(list->text.places);
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
