#include "compare/pairing.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "compare/assign.h"
#include "compare/compare.h"
#include "compare/edges.h"
#include "compare/similar.h"

struct keyed {
	uint64_t key;
	size_t place;
};

struct work {
	const struct catalog *catalog;
	const size_t *measures[2]; /* of the left, of the right */
	struct profiles profiles[2];
	struct pairing *out;
};

static void take(struct work *w, size_t left, size_t right, double alike)
{
	w->out->match[left] = right;
	w->out->alike[left] = alike;
	w->profiles[0].taken[left] = w->profiles[1].taken[right] = true;
}

static const char *text_of(const struct work *w, int side, size_t place)
{
	return w->catalog->measures[w->measures[side][place]].text;
}

static uint64_t hash_bytes(const char *text)
{
	uint64_t hash = 0;
	for (; *text; text++) {
		hash = (hash ^ (unsigned char)*text) * UINT64_C(0x9E3779B97F4A7C15);
		hash ^= hash >> 29;
	}
	return hash;
}

static int by_key(const void *a, const void *b)
{
	const struct keyed *x = a, *y = b;
	if (x->key != y->key)
		return x->key < y->key ? -1 : 1;
	return (x->place > y->place) - (x->place < y->place);
}

/* Those that are free, by key and place. */
static struct keyed *list_keys(const struct work *w, int side, bool bytes, size_t *count)
{
	const struct profiles *p = &w->profiles[side];
	struct keyed *list = memory_new(p->count * sizeof(*list));
	*count = 0;
	for (size_t i = 0; i < p->count; i++)
		if (!p->taken[i])
			list[(*count)++] = (struct keyed){
				bytes ? hash_bytes(text_of(w, side, i)) : p->all[i].whole, i
			};
	qsort(list, *count, sizeof(*list), by_key);
	return list;
}

/* Pairs what is equal, the first with the first: byte for byte, or aside from spaces and
 * punctuation. */
static void pair_equals(struct work *w, bool bytes)
{
	size_t left_count, right_count;
	struct keyed *l = list_keys(w, 0, bytes, &left_count);
	struct keyed *r = list_keys(w, 1, bytes, &right_count);
	for (size_t i = 0, j = 0; i < left_count && j < right_count;) {
		if (l[i].key != r[j].key) {
			*(l[i].key < r[j].key ? &i : &j) += 1;
			continue;
		}
		if (!bytes ||
		    strcmp(text_of(w, 0, l[i].place), text_of(w, 1, r[j].place)) == 0)
			take(w, l[i].place, r[j].place, 1);
		i++;
		j++;
	}
	free(l);
	free(r);
}

/* Returns how many more now face each other. */
static size_t assign_edges(struct work *w, const struct edges *edges)
{
	size_t lefts = w->profiles[0].count, taken = 0;
	size_t *match = memory_new(lefts * sizeof(*match));
	assign(edges->all, edges->count, lefts, w->profiles[1].count, match);
	for (size_t i = 0; i < edges->count; i++) {
		const struct assign_edge *e = &edges->all[i];
		if (match[e->left] != e->right)
			continue;
		take(w, e->left, e->right, e->weight);
		taken++;
	}
	free(match);
	return taken;
}

static void pair_alike(struct work *w, struct crew *crew)
{
	for (int round = 0; round < PAIRING_ROUNDS; round++) {
		struct edges edges = { 0 };
		bool all = edges_between(&w->profiles[0], &w->profiles[1], COMPARE_THRESHOLD, crew,
					 &edges);
		size_t taken = assign_edges(w, &edges);
		edges_done(&edges);
		if (all || taken == 0)
			return;
	}
}

void pairing_find(const struct catalog *c, struct crew *crew, const size_t *lefts,
		  size_t left_count, const size_t *rights, size_t right_count, struct pairing *out)
{
	struct work w = { .catalog = c, .measures = { lefts, rights }, .out = out };
	out->match = memory_new(left_count * sizeof(*out->match));
	out->alike = memory_new(left_count * sizeof(*out->alike));
	for (size_t i = 0; i < left_count; i++)
		out->match[i] = ASSIGN_NONE;
	w.profiles[0] = (struct profiles){ .count = left_count, .taken = memory_new(left_count) };
	w.profiles[1] = (struct profiles){ .count = right_count, .taken = memory_new(right_count) };
	struct similar *s = similar_new(c);
	pair_equals(&w, true);
	profiles_read(s, crew, lefts, left_count, &w.profiles[0]);
	profiles_read(s, crew, rights, right_count, &w.profiles[1]);
	pair_equals(&w, false);
	pair_alike(&w, crew);
	profiles_done(&w.profiles[0]);
	profiles_done(&w.profiles[1]);
	similar_free(s);
}

void pairing_done(struct pairing *p)
{
	free(p->match);
	free(p->alike);
	*p = (struct pairing){ 0 };
}
