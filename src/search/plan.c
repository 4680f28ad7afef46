#include "search/plan.h"

#include <stdlib.h>

#include "base/memory.h"

/* The index of the rarest code within reach of `near`, that one not counted. */
static size_t rarest(const struct plan *plan, const struct plane *p, size_t near)
{
	size_t best = near;
	uint32_t least = UINT32_MAX;
	for (size_t i = 0; i < plan->word_count; i++) {
		size_t distance = i > near ? i - near : near - i;
		uint32_t times = plane_times(p, plan->codes[i]);
		if (near != SIZE_MAX && (distance == 0 || distance > KERNEL_REACH))
			continue;
		if (times < least) {
			least = times;
			best = i;
		}
	}
	return best;
}

static void plan_printed(struct plan *plan, const struct plane *p)
{
	plan->codes = memory_new(plan->word_count * sizeof(*plan->codes));
	for (size_t i = 0; i < plan->word_count; i++) {
		plan->codes[i] = codes_of(p->codes, plan->word[i]);
		plan->astral |= codes_is_astral(plan->codes[i]);
		if (plane_times(p, plan->codes[i]) == 0)
			return;
	}
	struct plan_test *t = &plan->tests[plan->count++];
	t->offset = rarest(plan, p, SIZE_MAX);
	t->exact = plan->word_count <= 2 && !plan->astral;
	t->kernel.a = plan->codes[t->offset];
	if (plan->word_count == 1)
		return;
	size_t second = rarest(plan, p, t->offset);
	t->kernel.b = plan->codes[second];
	t->kernel.distance = (int)second - (int)t->offset;
}

void plan_make(struct plan *plan, const struct plane *p, const uint32_t *word, size_t count,
	       bool pinyin)
{
	*plan = (struct plan){ .word = word, .word_count = count, .pinyin = pinyin };
	plan_printed(plan, p);
	if (!pinyin)
		return;
	if (!spell_word(&plan->spell, p, word, count)) {
		plan->slow = count > SPELL_LETTERS;
		return;
	}
	plan->spelt = plan->spell.pieces[0] != 0;
	if (plan->spelt)
		paths_make(&plan->paths, &plan->spell, p);
}

void plan_done(struct plan *plan)
{
	free(plan->codes);
	spell_done(&plan->spell);
	paths_done(&plan->paths);
	*plan = (struct plan){ 0 };
}
