#include "compare/assign.h"

#include <assert.h>
#include <math.h>
#include <stdbool.h>
#include <stdlib.h>

#include "base/memory.h"

/* Weights are whole numbers inside: sums of prices are then exact, and ties are ties. */
#define WEIGHT_ONE ((double)(INT64_C(1) << 40))

struct link {
	size_t right;
	int64_t weight;
};

struct column {
	size_t owner;  /* the left that it is matched with, or ASSIGN_NONE */
	int64_t held;  /* weight of that match */
	int64_t price; /* never positive: what taking it away costs the others */
	int64_t distance;
	size_t from;  /* the left that reached it at that distance */
	bool reached; /* in this search */
	bool settled; /* its distance is final */
};

struct waiting {
	int64_t distance;
	size_t column;
};

struct search {
	size_t *first; /* links of a left: [first[left], first[left + 1]) */
	struct link *links;
	struct column *columns;
	size_t *match;
	size_t *touched; /* columns reached in this search */
	size_t touched_count, touched_capacity;
	struct waiting *heap;
	size_t heap_count, heap_capacity;
	/* The best end of the path found so far: a free column, or a left that had better stay
	 * alone. */
	int64_t end_distance;
	size_t end_column; /* or ASSIGN_NONE: then the path ends with end_left alone */
	size_t end_left;
};

static bool sooner(struct waiting a, struct waiting b)
{
	return a.distance != b.distance ? a.distance < b.distance : a.column < b.column;
}

static void heap_push(struct search *s, struct waiting w)
{
	s->heap = memory_grow(s->heap, &s->heap_capacity, s->heap_count + 1, sizeof(*s->heap));
	size_t at = s->heap_count++;
	while (at > 0 && sooner(w, s->heap[(at - 1) / 2])) {
		s->heap[at] = s->heap[(at - 1) / 2];
		at = (at - 1) / 2;
	}
	s->heap[at] = w;
}

static struct waiting heap_pop(struct search *s)
{
	struct waiting top = s->heap[0], last = s->heap[--s->heap_count];
	size_t at = 0;
	for (;;) {
		size_t child = 2 * at + 1;
		if (child >= s->heap_count)
			break;
		if (child + 1 < s->heap_count && sooner(s->heap[child + 1], s->heap[child]))
			child++;
		if (!sooner(s->heap[child], last))
			break;
		s->heap[at] = s->heap[child];
		at = child;
	}
	s->heap[at] = last;
	return top;
}

static void end_at(struct search *s, int64_t distance, size_t column, size_t left)
{
	if (distance > s->end_distance ||
	    (distance == s->end_distance && s->end_left != ASSIGN_NONE))
		return;
	s->end_distance = distance;
	s->end_column = column;
	s->end_left = left;
}

static void reach(struct search *s, size_t right, int64_t distance, size_t from)
{
	struct column *c = &s->columns[right];
	if (c->settled || distance > s->end_distance || (c->reached && c->distance <= distance))
		return;
	if (!c->reached) {
		s->touched = memory_grow(s->touched, &s->touched_capacity, s->touched_count + 1,
					 sizeof(*s->touched));
		s->touched[s->touched_count++] = right;
	}
	c->reached = true;
	c->distance = distance;
	c->from = from;
	if (c->owner == ASSIGN_NONE)
		end_at(s, distance, right, from);
	else
		heap_push(s, (struct waiting){ distance, right });
}

/* From `left`, which stands at a distance of `base` counted as if it gave up nothing. Staying alone
 * costs nothing more: each left has a place of its own for that, which no other can reach, so it
 * needs no price. */
static void leave(struct search *s, size_t left, int64_t base)
{
	for (size_t i = s->first[left]; i < s->first[left + 1]; i++) {
		const struct link *l = &s->links[i];
		reach(s, l->right, base - l->weight - s->columns[l->right].price, left);
	}
	end_at(s, base, ASSIGN_NONE, left);
}

/* Gives the path its new matches, from its end back to the left that it began with. */
static void augment(struct search *s, size_t start)
{
	size_t column = s->end_column, left = s->end_left;
	for (;;) {
		size_t freed = s->match[left];
		s->match[left] = column;
		if (column != ASSIGN_NONE) {
			struct column *c = &s->columns[column];
			c->owner = left;
			for (size_t i = s->first[left]; i < s->first[left + 1]; i++)
				if (s->links[i].right == column)
					c->held = s->links[i].weight;
		}
		if (left == start)
			return;
		column = freed;
		left = s->columns[freed].from;
	}
}

static void add_left(struct search *s, size_t start)
{
	s->heap_count = s->touched_count = 0;
	s->end_distance = INT64_MAX;
	s->end_left = ASSIGN_NONE;
	leave(s, start, 0);
	while (s->heap_count > 0 && s->heap[0].distance < s->end_distance) {
		size_t right = heap_pop(s).column;
		struct column *c = &s->columns[right];
		if (c->settled)
			continue;
		c->settled = true;
		leave(s, c->owner, c->distance + c->held + c->price);
	}
	for (size_t i = 0; i < s->touched_count; i++) {
		struct column *c = &s->columns[s->touched[i]];
		if (c->settled)
			c->price += c->distance - s->end_distance;
		c->reached = c->settled = false;
	}
	augment(s, start);
}

/* Compares by left, then right, then the heavier first. */
static int by_place(const void *a, const void *b)
{
	const struct assign_edge *x = a, *y = b;
	if (x->left != y->left)
		return x->left < y->left ? -1 : 1;
	if (x->right != y->right)
		return x->right < y->right ? -1 : 1;
	return (x->weight < y->weight) - (x->weight > y->weight);
}

static void read_edges(struct search *s, const struct assign_edge *edges, size_t count,
		       size_t lefts, size_t rights)
{
	struct assign_edge *sorted = memory_new((count + 1) * sizeof(*sorted));
	for (size_t i = 0; i < count; i++) {
		assert(edges[i].left < lefts && edges[i].right < rights);
		sorted[i] = edges[i];
	}
	qsort(sorted, count, sizeof(*sorted), by_place);
	size_t kept = 0, next = 0;
	for (size_t left = 0; left < lefts; left++) {
		s->first[left] = kept;
		for (; next < count && sorted[next].left == left; next++) {
			bool again = kept > s->first[left] &&
				     s->links[kept - 1].right == sorted[next].right;
			int64_t weight = llround(sorted[next].weight * WEIGHT_ONE);
			if (!again && weight > 0)
				s->links[kept++] = (struct link){ sorted[next].right, weight };
		}
	}
	s->first[lefts] = kept;
	free(sorted);
}

void assign(const struct assign_edge *edges, size_t count, size_t lefts, size_t rights,
	    size_t *match)
{
	struct search s = {
		.first = memory_new((lefts + 1) * sizeof(*s.first)),
		.links = memory_new((count + 1) * sizeof(*s.links)),
		.columns = memory_new((rights + 1) * sizeof(*s.columns)),
		.match = match,
	};
	read_edges(&s, edges, count, lefts, rights);
	for (size_t right = 0; right < rights; right++)
		s.columns[right].owner = ASSIGN_NONE;
	for (size_t left = 0; left < lefts; left++)
		match[left] = ASSIGN_NONE;
	for (size_t left = 0; left < lefts; left++)
		add_left(&s, left);
	free(s.first);
	free(s.links);
	free(s.columns);
	free(s.touched);
	free(s.heap);
}
