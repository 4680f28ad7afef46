#include "compare/similar.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "compare/terms.h"
#include "compare/weights.h"

enum {
	NAMES = 2 * CATALOG_DEPTH
}; /* official and short, of each step of the path */

struct similar {
	const struct catalog *catalog;
	struct weights weights;
	uint64_t categories; /* those that are common ground */
};

struct term {
	uint64_t term;
	double amount; /* weight × how often it stands in the text */
};

struct profile {
	struct terms terms;
	struct term *all; /* each once, ascending; owned */
	size_t count;
	double total; /* of the amounts */
	uint64_t categories;
};

static void read_terms(const struct catalog *c, size_t measure, struct terms *out)
{
	size_t path[CATALOG_DEPTH];
	size_t depth = catalog_path(c, catalog_measure_region(c, measure), path);
	struct folded names[NAMES] = { 0 };
	for (size_t i = 0; i < depth; i++) {
		const struct region *r = &c->regions[path[i]];
		fold_text(&names[2 * i], r->name, strlen(r->name));
		fold_text(&names[2 * i + 1], r->short_name, strlen(r->short_name));
	}
	terms_read(out, c->measures[measure].text, TERMS_REACH, names, 2 * depth);
	for (size_t i = 0; i < 2 * depth; i++)
		fold_done(&names[i]);
}

static void read_keywords(struct similar *s)
{
	struct terms terms = { 0 };
	for (size_t i = 0; i < s->catalog->category_count; i++) {
		const struct category *category = &s->catalog->categories[i];
		if (strcmp(category->id, SIMILAR_NO_INCENTIVE) != 0)
			s->categories |= UINT64_C(1) << i;
		for (size_t k = 0; k < category->keyword_count; k++) {
			terms_read(&terms, category->keywords[k], TERMS_NEIGHBOURS, NULL, 0);
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
	struct terms terms = { 0 };
	size_t step = (c->measure_count + SIMILAR_SAMPLE - 1) / SIMILAR_SAMPLE;
	for (size_t measure = 0; measure < c->measure_count; measure += step) {
		read_terms(c, measure, &terms);
		for (size_t i = 0; i < terms.count; i++)
			weights_count(&s->weights, terms.all[i]);
		weights_next(&s->weights);
	}
	terms_done(&terms);
	read_keywords(s);
	return s;
}

void similar_free(struct similar *s)
{
	if (!s)
		return;
	weights_done(&s->weights);
	free(s);
}

static int by_term(const void *a, const void *b)
{
	uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
	return (x > y) - (x < y);
}

static void profile_read(const struct similar *s, size_t measure, struct profile *p)
{
	*p = (struct profile){ .categories =
				       s->catalog->measures[measure].categories & s->categories };
	read_terms(s->catalog, measure, &p->terms);
	struct terms *t = &p->terms;
	qsort(t->all, t->count, sizeof(*t->all), by_term);
	p->all = memory_new(t->count * sizeof(*p->all));
	for (size_t i = 0; i < t->count;) {
		size_t end = i + 1;
		while (end < t->count && t->all[end] == t->all[i])
			end++;
		double weight = weights_of(&s->weights, t->all[i], SIMILAR_KEYWORD);
		if (terms_is_whole(t->all[i])) /* finds equal texts, says nothing of others */
			weight = 0;
		p->all[p->count] = (struct term){ t->all[i], weight * (double)(end - i) };
		p->total += p->all[p->count++].amount;
		i = end;
	}
}

static void profile_done(struct profile *p)
{
	terms_done(&p->terms);
	free(p->all);
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

/* Texts that are equal have the same first term, that of the whole. */
static bool equal(const struct profile *a, const struct profile *b)
{
	return a->all[0].term == b->all[0].term && terms_equal(&a->terms, &b->terms);
}

/* `common` is the sum of what both have, added up in the order of the terms. A share
 * below `surely_below` comes out as 0: most pairs' are, and the power costs more than all before it. */
static double similarity(const struct profile *a, const struct profile *b, double common,
			 double surely_below)
{
	if (equal(a, b))
		return 1;
	if (!(common > 0))
		return 0;
	double share = smaller((common / a->total + common / b->total) / 2, 1);
	if (share < surely_below)
		return 0;
	if (!(a->categories & b->categories))
		return share;
	return pow(share, 1 - SIMILAR_CATEGORY * categories_shared(a->categories, b->categories));
}

double similar_measures(const struct similar *s, size_t left, size_t right)
{
	struct profile a, b;
	profile_read(s, left, &a);
	profile_read(s, right, &b);
	double common = 0;
	for (size_t i = 0, j = 0; i < a.count && j < b.count;) {
		if (a.all[i].term == b.all[j].term)
			common += smaller(a.all[i++].amount, b.all[j++].amount);
		else if (a.all[i].term < b.all[j].term)
			i++;
		else
			j++;
	}
	double result = similarity(&a, &b, common, 0);
	profile_done(&a);
	profile_done(&b);
	return result;
}

/* The terms of the right side, each with where it stands: sorted by term, then by place in the
 * list. */
struct posting {
	uint64_t term;
	uint32_t right;
	double amount;
};

struct met {
	uint32_t right;
	double amount;
};

struct index {
	uint64_t *terms; /* each once */
	size_t *first;	 /* of each term: its rights are rights[first[i], first[i + 1]) */
	size_t term_count;
	uint32_t *slots; /* open addressing by term: its place + 1, or 0 */
	size_t slot_count;
	struct met *rights;
	double *common; /* for each right: what it shares with the left being looked at */
	bool *met;
	size_t *touched;
	size_t touched_count;
};

static int by_posting(const void *a, const void *b)
{
	const struct posting *x = a, *y = b;
	if (x->term != y->term)
		return x->term < y->term ? -1 : 1;
	return (x->right > y->right) - (x->right < y->right);
}

/* Where the term's place + 1 stands, or 0 that is free for it. */
static uint32_t *index_slot(const struct index *x, uint64_t term)
{
	size_t at = (size_t)((term ^ term >> 29) * 0x9E3779B97F4A7C15u >> 20);
	for (;; at++) {
		uint32_t *slot = &x->slots[at & (x->slot_count - 1)];
		if (*slot == 0 || x->terms[*slot - 1] == term)
			return slot;
	}
}

/* All postings in the order of the terms, one by one to where they are read. */
static void index_fill(struct index *x, const struct posting *all, size_t count)
{
	x->terms = memory_new(count * sizeof(*x->terms));
	x->first = memory_new((count + 1) * sizeof(*x->first));
	x->rights = memory_new(count * sizeof(*x->rights));
	for (size_t i = 0; i < count; i++) {
		if (i == 0 || all[i].term != all[i - 1].term) {
			x->terms[x->term_count] = all[i].term;
			x->first[x->term_count++] = i;
		}
		x->rights[i] = (struct met){ all[i].right, all[i].amount };
	}
	x->first[x->term_count] = count;
	for (x->slot_count = 1; x->slot_count < 2 * x->term_count + 1;)
		x->slot_count *= 2;
	x->slots = memory_new(x->slot_count * sizeof(*x->slots));
	for (size_t i = 0; i < x->term_count; i++)
		*index_slot(x, x->terms[i]) = (uint32_t)i + 1;
}

static void index_build(struct index *x, const struct profile *rights, size_t count)
{
	*x = (struct index){ 0 };
	size_t postings = 0, next = 0;
	for (size_t i = 0; i < count; i++)
		postings += rights[i].count;
	struct posting *all = memory_new(postings * sizeof(*all));
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < rights[i].count; k++)
			all[next++] = (struct posting){ rights[i].all[k].term, (uint32_t)i,
							rights[i].all[k].amount };
	qsort(all, postings, sizeof(*all), by_posting);
	index_fill(x, all, postings);
	free(all);
	x->common = memory_new(count * sizeof(*x->common));
	x->met = memory_new(count * sizeof(*x->met));
	x->touched = memory_new(count * sizeof(*x->touched));
}

static void index_done(struct index *x)
{
	free(x->terms);
	free(x->first);
	free(x->slots);
	free(x->rights);
	free(x->common);
	free(x->met);
	free(x->touched);
}

static void index_meet_term(struct index *x, size_t place, double amount)
{
	for (size_t at = x->first[place]; at < x->first[place + 1]; at++) {
		const struct met *m = &x->rights[at];
		if (!x->met[m->right]) {
			x->met[m->right] = true;
			x->common[m->right] = 0;
			x->touched[x->touched_count++] = m->right;
		}
		x->common[m->right] += smaller(amount, m->amount);
	}
}

static void index_meet(struct index *x, const struct profile *left)
{
	x->touched_count = 0;
	for (size_t i = 0; i < left->count; i++) {
		uint32_t place = *index_slot(x, left->all[i].term);
		if (place)
			index_meet_term(x, place - 1, left->all[i].amount);
	}
}

void similar_between(const struct similar *s, const size_t *lefts, size_t left_count,
		     const size_t *rights, size_t right_count, double threshold,
		     struct similar_edges *out)
{
	out->count = 0;
	struct profile *right = memory_new(right_count * sizeof(*right));
	for (size_t i = 0; i < right_count; i++)
		profile_read(s, rights[i], &right[i]);
	struct index x;
	index_build(&x, right, right_count);
	/* The lift is greatest where all categories are shared. */
	double surely_below = 0.999 * pow(threshold, 1 / (1 - SIMILAR_CATEGORY));
	for (size_t i = 0; i < left_count; i++) {
		struct profile left;
		profile_read(s, lefts[i], &left);
		index_meet(&x, &left);
		for (size_t k = 0; k < x.touched_count; k++) {
			size_t j = x.touched[k];
			x.met[j] = false;
			double alike = similarity(&left, &right[j], x.common[j], surely_below);
			if (alike < threshold)
				continue;
			out->all = memory_grow(out->all, &out->capacity, out->count + 1,
					       sizeof(*out->all));
			out->all[out->count++] = (struct assign_edge){ i, j, alike };
		}
		profile_done(&left);
	}
	index_done(&x);
	for (size_t i = 0; i < right_count; i++)
		profile_done(&right[i]);
	free(right);
}

void similar_edges_done(struct similar_edges *e)
{
	free(e->all);
	*e = (struct similar_edges){ 0 };
}
