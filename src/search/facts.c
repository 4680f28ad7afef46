#include "search/facts.h"

#include <stdlib.h>

#include "base/memory.h"

static void note_categories(struct facts *f, uint64_t categories, size_t measure, size_t measures)
{
	for (uint64_t rest = categories; rest; rest &= rest - 1) {
		struct bits *set = &f->categories[__builtin_ctzll(rest)];
		if (!set->words)
			bits_init(set, measures);
		bits_set(set, measure);
	}
}

static void note_reward(struct facts *f, int64_t yuan, size_t measure)
{
	f->measures =
		memory_grow(f->measures, &f->measure_capacity, f->count + 1, sizeof(*f->measures));
	f->yuan = memory_grow(f->yuan, &f->yuan_capacity, f->count + 1, sizeof(*f->yuan));
	f->measures[f->count] = (uint32_t)measure;
	f->yuan[f->count++] = yuan;
}

void facts_make(struct facts *f, const struct catalog *c)
{
	for (size_t i = 0; i < c->measure_count; i++) {
		const struct measure *m = &c->measures[i];
		note_categories(f, m->categories, i, c->measure_count);
		for (size_t k = 0; k < m->reward_count; k++) {
			if (m->rewards[k].yuan != REWARD_UNSTATED)
				note_reward(f, m->rewards[k].yuan, i);
		}
	}
	f->made = true;
}

void facts_done(struct facts *f)
{
	for (size_t i = 0; i < CATALOG_CATEGORIES; i++)
		bits_done(&f->categories[i]);
	free(f->measures);
	free(f->yuan);
	*f = (struct facts){ 0 };
}

void facts_add_category(const struct facts *f, size_t category, struct bits *out)
{
	if (f->categories[category].words)
		bits_or(out, &f->categories[category]);
}

void facts_add_rewards(const struct facts *f, struct range range, struct bits *out)
{
	for (size_t i = 0; i < f->count; i++) {
		if (f->yuan[i] >= range.low && f->yuan[i] <= range.high)
			bits_set(out, f->measures[i]);
	}
}
