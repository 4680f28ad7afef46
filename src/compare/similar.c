#include "compare/similar.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

static void read_keywords(struct similar *s)
{
	struct terms terms = { 0 };
	for (size_t i = 0; i < s->catalog->category_count; i++) {
		const struct category *category = &s->catalog->categories[i];
		if (strcmp(category->id, SIMILAR_NO_INCENTIVE) != 0)
			s->categories |= UINT64_C(1) << i;
		for (size_t k = 0; k < category->keyword_count; k++) {
			terms_read(&terms, category->keywords[k], TERMS_NEIGHBOURS, NULL);
			for (size_t at = 0; at < terms.count; at++)
				weights_keyword(&s->weights, terms.all[at]);
		}
	}
	terms_done(&terms);
}

struct similar *similar_new(const struct catalog *c)
{
	struct similar *s = memory_new(sizeof(*s));
	s->catalog = c;
	struct profile_reader r = { .similar = s };
	size_t step = (c->measure_count + SIMILAR_SAMPLE - 1) / SIMILAR_SAMPLE;
	for (size_t measure = 0; measure < c->measure_count; measure += step) {
		profile_read_terms(&r, measure);
		for (size_t i = 0; i < r.terms.count; i++)
			weights_count(&s->weights, r.terms.all[i]);
		weights_next(&s->weights);
	}
	profile_reader_done(&r);
	read_keywords(s);
	weights_settle(&s->weights, SIMILAR_KEYWORD);
	return s;
}

void similar_free(struct similar *s)
{
	if (!s)
		return;
	weights_done(&s->weights);
	free(s);
}

static double smaller(double a, double b)
{
	return a < b ? a : b;
}

static double categories_shared(uint64_t a, uint64_t b)
{
	int either = __builtin_popcountll(a) + __builtin_popcountll(b);
	return either ? 2.0 * __builtin_popcountll(a & b) / either : 0;
}

double similar_profiles(const struct profile *a, const struct profile *b, uint64_t common,
			double surely_below)
{
	if (a->whole == b->whole)
		return 1;
	if (common == 0)
		return 0;
	double sum = (double)common / (double)a->total + (double)common / (double)b->total;
	double share = smaller(sum / 2, 1);
	if (share < surely_below)
		return 0;
	if (!(a->categories & b->categories))
		return share;
	return pow(share, 1 - SIMILAR_CATEGORY * categories_shared(a->categories, b->categories));
}

void similar_lookup_fill(struct similar_lookup *l, const struct profile *p)
{
	for (l->count = 256; l->count < 4 * (size_t)p->count;)
		l->count *= 2;
	l->slots = memory_grow(l->slots, &l->capacity, l->count, sizeof(*l->slots));
	memset(l->slots, 0, l->count * sizeof(*l->slots));
	for (size_t i = 0; i < p->count; i++) {
		size_t at = p->terms[i].term;
		while (l->slots[at & (l->count - 1)].amount)
			at++;
		l->slots[at & (l->count - 1)] = p->terms[i];
	}
}

uint64_t similar_common(const struct similar_lookup *l, const struct profile *p)
{
	uint64_t common = 0;
	for (size_t i = 0; i < p->count; i++) {
		struct profile_term t = p->terms[i];
		size_t at = t.term;
		while (l->slots[at & (l->count - 1)].amount &&
		       l->slots[at & (l->count - 1)].term != t.term)
			at++;
		uint32_t amount = l->slots[at & (l->count - 1)].amount;
		common += amount < t.amount ? amount : t.amount;
	}
	return common;
}

void similar_lookup_done(struct similar_lookup *l)
{
	free(l->slots);
	*l = (struct similar_lookup){ 0 };
}

double similar_measures(const struct similar *s, size_t left, size_t right)
{
	struct profiles l = { 0 }, r = { 0 };
	struct similar_lookup lookup = { 0 };
	profiles_read(s, NULL, &left, 1, &l);
	profiles_read(s, NULL, &right, 1, &r);
	similar_lookup_fill(&lookup, &l.all[0]);
	double result = similar_profiles(&l.all[0], &r.all[0], similar_common(&lookup, &r.all[0]), 0);
	similar_lookup_done(&lookup);
	profiles_done(&l);
	profiles_done(&r);
	return result;
}
