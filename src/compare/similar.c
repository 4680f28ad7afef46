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

/* `common` is the sum of what both have, added up in the order of the terms. */
static double similarity(const struct profile *a, const struct profile *b, double common)
{
	if (terms_equal(&a->terms, &b->terms))
		return 1;
	if (!(common > 0))
		return 0;
	double share = smaller((common / a->total + common / b->total) / 2, 1);
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
	double result = similarity(&a, &b, common);
	profile_done(&a);
	profile_done(&b);
	return result;
}

/* The terms of the right side, each with where it stands: sorted by term, then by place in the
 * list. */
struct posting {
	uint64_t term;
	size_t right;
	double amount;
};

struct index {
	struct posting *all;
	size_t count;
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

static void index_build(struct index *x, const struct profile *rights, size_t count)
{
	*x = (struct index){ 0 };
	for (size_t i = 0; i < count; i++)
		x->count += rights[i].count;
	x->all = memory_new(x->count * sizeof(*x->all));
	x->common = memory_new(count * sizeof(*x->common));
	x->met = memory_new(count * sizeof(*x->met));
	x->touched = memory_new(count * sizeof(*x->touched));
	size_t next = 0;
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < rights[i].count; k++)
			x->all[next++] = (struct posting){ rights[i].all[k].term, i,
							   rights[i].all[k].amount };
	qsort(x->all, x->count, sizeof(*x->all), by_posting);
}

static void index_done(struct index *x)
{
	free(x->all);
	free(x->common);
	free(x->met);
	free(x->touched);
}

static size_t index_find(const struct index *x, uint64_t term)
{
	size_t low = 0, high = x->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (x->all[middle].term < term)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static void index_meet(struct index *x, const struct profile *left)
{
	x->touched_count = 0;
	for (size_t i = 0; i < left->count; i++) {
		uint64_t term = left->all[i].term;
		for (size_t at = index_find(x, term); at < x->count && x->all[at].term == term;
		     at++) {
			size_t right = x->all[at].right;
			if (!x->met[right]) {
				x->met[right] = true;
				x->common[right] = 0;
				x->touched[x->touched_count++] = right;
			}
			x->common[right] += smaller(left->all[i].amount, x->all[at].amount);
		}
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
	for (size_t i = 0; i < left_count; i++) {
		struct profile left;
		profile_read(s, lefts[i], &left);
		index_meet(&x, &left);
		for (size_t k = 0; k < x.touched_count; k++) {
			size_t j = x.touched[k];
			x.met[j] = false;
			double alike = similarity(&left, &right[j], x.common[j]);
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
