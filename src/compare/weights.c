#include "compare/weights.h"

#include <math.h>
#include <stdlib.h>

#include "base/memory.h"

static size_t begin(uint64_t term)
{
	return (size_t)((term ^ term >> 29) * 0x9E3779B97F4A7C15u >> 20);
}

/* The term's place, or the empty one where it belongs; at least one place is empty. */
static struct weight *find(const struct weights *w, uint64_t term)
{
	for (size_t at = begin(term);; at++) {
		struct weight *place = &w->places[at & (w->capacity - 1)];
		if (place->term == term || place->term == 0)
			return place;
	}
}

static struct weight *find_or_add(struct weights *w, uint64_t term)
{
	if (2 * (w->count + 1) > w->capacity) {
		struct weights larger = { .capacity = w->capacity ? 2 * w->capacity : 1024 };
		larger.places = memory_new(larger.capacity * sizeof(*larger.places));
		for (size_t i = 0; i < w->capacity; i++)
			if (w->places[i].term)
				*find(&larger, w->places[i].term) = w->places[i];
		free(w->places);
		w->places = larger.places;
		w->capacity = larger.capacity;
	}
	struct weight *place = find(w, term);
	if (!place->term) {
		place->term = term;
		w->count++;
	}
	return place;
}

void weights_count(struct weights *w, uint64_t term)
{
	if (!term)
		return;
	struct weight *place = find_or_add(w, term);
	if (place->last != w->measures + 1) {
		place->last = w->measures + 1;
		place->measures++;
	}
}

void weights_next(struct weights *w)
{
	w->measures++;
}

void weights_keyword(struct weights *w, uint64_t term)
{
	if (term)
		find_or_add(w, term)->keyword = true;
}

void weights_settle(struct weights *w, double keyword_factor)
{
	double all = w->measures ? (double)w->measures : 1;
	w->unseen = log(1 + all);
	for (size_t i = 0; i < w->capacity; i++) {
		struct weight *place = &w->places[i];
		double measures = place->measures ? (double)place->measures : 1;
		place->value = log(1 + all / measures) * (place->keyword ? keyword_factor : 1);
	}
}

void weights_expect(const struct weights *w, uint64_t term)
{
	if (w->capacity)
		__builtin_prefetch(&w->places[begin(term) & (w->capacity - 1)]);
}

double weights_of(const struct weights *w, uint64_t term)
{
	const struct weight *place = w->capacity && term ? find(w, term) : NULL;
	return place && place->term ? place->value : w->unseen;
}

void weights_done(struct weights *w)
{
	free(w->places);
	*w = (struct weights){ 0 };
}
