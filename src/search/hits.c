#include "search/hits.h"

void hits_take(struct hits *h, struct bits *set, const struct catalog *c)
{
	bits_done(&h->set);
	*h = (struct hits){ .set = *set };
	*set = (struct bits){ 0 };
	bits_index(&h->set);
	h->count = bits_total(&h->set);
	for (size_t i = 0; i < c->region_count; i++) {
		const struct region *r = &c->regions[i];
		h->regions += hits_between(h, r->first_measure, r->own_measures_end) > 0;
	}
}

void hits_done(struct hits *h)
{
	bits_done(&h->set);
	*h = (struct hits){ 0 };
}

size_t hits_measure(const struct hits *h, size_t i)
{
	return bits_nth(&h->set, i);
}

size_t hits_between(const struct hits *h, size_t first, size_t end)
{
	return h->count > 0 ? bits_between(&h->set, first, end) : 0;
}

size_t hits_at_or_after(const struct hits *h, size_t measure)
{
	return h->count > 0 ? bits_before(&h->set, measure) : 0;
}
