#include "compare/index.h"

#include <stdlib.h>

#include "base/memory.h"

enum {
	SIZES = 33 /* of a list, by powers of two */
};

struct found {
	uint32_t number; /* of the term */
	uint32_t amount;
};

struct slot {
	uint32_t term;
	uint32_t number; /* of the term, + 1; 0: free */
};

/* The term's slot, or the free one where it belongs. */
static struct slot *find_slot(struct slot *slots, size_t count, uint32_t term)
{
	for (size_t at = term;; at++) {
		struct slot *slot = &slots[at & (count - 1)];
		if (slot->number == 0 || slot->term == term)
			return slot;
	}
}

static void grow_slots(struct index *x)
{
	if (2 * (x->term_count + 1) <= x->slot_count)
		return;
	size_t count = x->slot_count ? 4 * x->slot_count : 1024;
	struct slot *slots = memory_new(count * sizeof(*slots));
	for (size_t i = 0; i < x->slot_count; i++)
		if (x->slots[i].number)
			*find_slot(slots, count, x->slots[i].term) = x->slots[i];
	free(x->slots);
	x->slots = slots;
	x->slot_count = count;
}

static uint32_t number_of(struct index *x, uint32_t term)
{
	const struct slot *known = find_slot(x->slots, x->slot_count, term);
	if (known->number)
		return known->number - 1;
	grow_slots(x);
	x->first = memory_grow(x->first, &x->first_capacity, x->term_count + 3, sizeof(*x->first));
	x->first[x->term_count + 2] = 0;
	*find_slot(x->slots, x->slot_count, term) =
		(struct slot){ term, (uint32_t)++x->term_count };
	return (uint32_t)x->term_count - 1;
}

/* Sets numbers[] of all terms one after the other, and first[i + 2] to where the list of term i begins,
 * which goes on while it is filled. */
static void count_terms(struct index *x, uint32_t *numbers)
{
	x->first = memory_grow(x->first, &x->first_capacity, 2, sizeof(*x->first));
	x->first[0] = x->first[1] = 0;
	grow_slots(x);
	for (size_t i = x->from; i < x->end; i++) {
		const struct profile *p = &x->profiles->all[i];
		for (size_t k = 0; k < p->count && !x->profiles->taken[i]; k++)
			__builtin_prefetch(&x->slots[p->terms[k].term & (x->slot_count - 1)]);
		for (size_t k = 0; k < p->count && !x->profiles->taken[i]; k++) {
			uint32_t number = number_of(x, p->terms[k].term);
			x->first[number + 2]++;
			*numbers++ = number;
		}
	}
	for (size_t i = 1; i < x->term_count; i++)
		x->first[i + 1] += x->first[i];
}

static void fill(struct index *x, const uint32_t *numbers)
{
	for (size_t i = x->from; i < x->end; i++) {
		const struct profile *p = &x->profiles->all[i];
		for (size_t k = 0; k < p->count && !x->profiles->taken[i]; k++)
			x->postings[x->first[*numbers++ + 1]++] =
				(struct posting){ (uint32_t)i, p->terms[k].amount };
	}
}

void index_build(struct index *x, const struct profiles *p, size_t from, size_t end)
{
	*x = (struct index){ .profiles = p, .from = from, .end = end };
	size_t postings = 0;
	for (size_t i = from; i < end; i++)
		postings += p->taken[i] ? 0 : p->all[i].count;
	uint32_t *numbers = memory_new(postings * sizeof(*numbers));
	count_terms(x, numbers);
	x->postings = memory_new(postings * sizeof(*x->postings));
	fill(x, numbers);
	free(numbers);
}

void index_done(struct index *x)
{
	free(x->first);
	free(x->slots);
	free(x->postings);
	*x = (struct index){ 0 };
}

void meeting_init(struct meeting *m, size_t profiles)
{
	*m = (struct meeting){
		.common = memory_new(profiles * sizeof(*m->common)),
		.met = memory_new(profiles * sizeof(*m->met)),
	};
}

void meeting_begin(struct meeting *m)
{
	m->count = 0;
	m->whole = true;
}

void meeting_done(struct meeting *m)
{
	free(m->common);
	free(m->met);
	free(m->found);
	*m = (struct meeting){ 0 };
}

static size_t list_length(const struct index *x, uint32_t number)
{
	return x->first[number + 1] - x->first[number];
}

static size_t list_size(const struct index *x, uint32_t number)
{
	return 32 - (size_t)__builtin_clz((uint32_t)list_length(x, number));
}

/* The terms that the index has; returns how long their lists are. */
static size_t find_terms(const struct index *x, const struct profile *p, struct meeting *m,
			 size_t *found, size_t lengths[SIZES])
{
	size_t all = 0;
	m->found = memory_grow(m->found, &m->found_capacity, p->count + 1, sizeof(*m->found));
	*found = 0;
	for (size_t i = 0; i < p->count; i++) /* else each is waited for */
		__builtin_prefetch(&x->slots[p->terms[i].term & (x->slot_count - 1)]);
	for (size_t i = 0; i < p->count; i++) {
		uint32_t number =
			find_slot(x->slots, x->slot_count, p->terms[i].term)->number;
		if (number-- == 0)
			continue;
		m->found[(*found)++] = (struct found){ number, p->terms[i].amount };
		lengths[list_size(x, number)] += list_length(x, number);
		all += list_length(x, number);
	}
	return all;
}

static void walk(const struct index *x, struct found found, struct meeting *m)
{
	for (size_t at = x->first[found.number]; at < x->first[found.number + 1]; at++) {
		struct posting p = x->postings[at];
		uint64_t before = m->common[p.profile];
		/* One more, so that a term that weighs nothing is met, too. */
		m->common[p.profile] += before == 0;
		if (before == 0)
			m->met[m->count++] = p.profile;
		m->common[p.profile] += found.amount < p.amount ? found.amount : p.amount;
	}
}

void index_meet(const struct index *x, const struct profile *p, size_t work, struct meeting *m)
{
	size_t lengths[SIZES] = { 0 }, found, largest = SIZES - 1, left = work, before = m->count;
	bool whole = find_terms(x, p, m, &found, lengths) <= work;
	m->whole &= whole;
	if (!whole) {
		for (largest = 0; lengths[largest] <= left; largest++)
			left -= lengths[largest];
	}
	for (size_t i = 0; i < found; i++) {
		size_t size = list_size(x, m->found[i].number);
		size_t length = list_length(x, m->found[i].number);
		if (!whole && (size > largest || (size == largest && length > left)))
			continue;
		left -= !whole && size == largest ? length : 0;
		walk(x, m->found[i], m);
	}
	for (size_t i = before; i < m->count; i++)
		m->common[m->met[i]]--;
}
