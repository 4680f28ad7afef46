#include "search/kept.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

/* A number is its range, however it was typed; whether a word is excluded is no matter of its set. */
static bool is_answer(const struct kept_set *s, const struct query_word *word)
{
	const struct folded *f = &word->folded;
	if (s->used == 0 || s->field != word->field)
		return false;
	if (fields_is_number(word->field))
		return s->range.low == word->range.low && s->range.high == word->range.high;
	return s->pinyin == word->pinyin && s->document == word->document && s->count == f->count &&
	       memcmp(s->cps, f->cps, f->count * sizeof(*f->cps)) == 0;
}

const struct bits *kept_find(struct kept *k, const struct query_word *word)
{
	for (size_t i = 0; i < KEPT_SETS; i++) {
		if (!is_answer(&k->sets[i], word))
			continue;
		k->sets[i].used = ++k->now;
		return &k->sets[i].set;
	}
	return NULL;
}

static void drop(struct kept_set *s)
{
	bits_done(&s->set);
	free(s->cps);
	*s = (struct kept_set){ 0 };
}

const struct bits *kept_add(struct kept *k, const struct query_word *word, struct bits *set)
{
	struct kept_set *s = &k->sets[0];
	for (size_t i = 1; i < KEPT_SETS; i++) {
		if (k->sets[i].used < s->used)
			s = &k->sets[i];
	}
	drop(s);
	*s = (struct kept_set){ .set = *set,
				.field = word->field,
				.pinyin = word->pinyin,
				.document = word->document,
				.range = word->range,
				.count = word->folded.count,
				.used = ++k->now };
	*set = (struct bits){ 0 };
	s->cps = memory_new(s->count * sizeof(*s->cps));
	memcpy(s->cps, word->folded.cps, s->count * sizeof(*s->cps));
	return &s->set;
}

void kept_done(struct kept *k)
{
	for (size_t i = 0; i < KEPT_SETS; i++)
		drop(&k->sets[i]);
}
