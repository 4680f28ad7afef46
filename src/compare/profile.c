#include "compare/profile.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

enum {
	BLOCK = 256, /* measures read at once */
	UNITS = 1 << 12,
};

void profile_read_terms(struct profile_reader *r, size_t measure)
{
	const struct catalog *c = r->similar->catalog;
	size_t region = catalog_measure_region(c, measure);
	if (!r->named || r->region != region) {
		names_done(&r->names);
		names_add(&r->names, c, region);
		r->region = region;
		r->named = true;
	}
	terms_read(&r->terms, c->measures[measure].text, TERMS_REACH, &r->names);
}

size_t profile_room(const struct profile_reader *r)
{
	return r->terms.count;
}

static uint32_t short_term(uint64_t term)
{
	term ^= term >> 32;
	term *= UINT64_C(0xD6E8FEB86659FD93);
	term ^= term >> 32;
	return (uint32_t)(term * UINT64_C(0xD6E8FEB86659FD93) >> 32);
}

static void clear_slots(struct profile_reader *r)
{
	size_t need = 2 * r->terms.count;
	if (r->slot_count < need) {
		for (r->slot_count = 256; r->slot_count < need;)
			r->slot_count *= 2;
		free(r->slots);
		r->slots = memory_new(r->slot_count * sizeof(*r->slots));
	} else {
		memset(r->slots, 0, r->slot_count * sizeof(*r->slots));
	}
}

static uint32_t amount_of(const struct profile_reader *r, uint64_t term)
{
	if (terms_is_whole(term)) /* finds equal texts, says nothing of others */
		return 0;
	return (uint32_t)(weights_of(&r->similar->weights, term) * UNITS + 0.5);
}

/* Once more the same: its amount is a multiple of what one is worth. */
static void add_amount(struct profile *p, struct profile_term *t, uint32_t amount)
{
	uint32_t room = UINT32_MAX - t->amount;
	t->amount += amount < room ? amount : room;
	p->total += amount < room ? amount : room;
}

void profile_fill(struct profile_reader *r, size_t measure, struct profile_term *terms,
		  struct profile *out)
{
	const struct terms *t = &r->terms;
	*out = (struct profile){ .terms = terms,
				 .whole = t->whole,
				 .categories = r->similar->catalog->measures[measure].categories &
					       r->similar->categories };
	clear_slots(r);
	for (size_t i = 0; i < t->count; i++)
		weights_expect(&r->similar->weights, t->all[i]);
	for (size_t i = 0; i < t->count; i++) {
		uint32_t term = short_term(t->all[i]);
		size_t at = term & (r->slot_count - 1);
		while (r->slots[at] && terms[r->slots[at] - 1].term != term)
			at = (at + 1) & (r->slot_count - 1);
		if (!r->slots[at]) {
			terms[out->count] = (struct profile_term){ term, 0 };
			r->slots[at] = ++out->count;
		}
		add_amount(out, &terms[r->slots[at] - 1], amount_of(r, t->all[i]));
	}
}

void profile_reader_done(struct profile_reader *r)
{
	terms_done(&r->terms);
	names_done(&r->names);
	free(r->slots);
}

struct reading {
	const struct similar *similar;
	const size_t *measures;
	struct profiles *out;
};

static void read_block(void *context, size_t block)
{
	const struct reading *reading = context;
	struct profiles *out = reading->out;
	struct profile_reader r = { .similar = reading->similar };
	struct profile_term *terms = NULL;
	size_t count = 0, capacity = 0;
	size_t from = block * BLOCK, end = from + BLOCK < out->count ? from + BLOCK : out->count;
	for (size_t i = from; i < end; i++) {
		if (out->taken[i])
			continue;
		profile_read_terms(&r, reading->measures[i]);
		terms = memory_grow(terms, &capacity, count + profile_room(&r), sizeof(*terms));
		profile_fill(&r, reading->measures[i], terms + count, &out->all[i]);
		count += out->all[i].count;
	}
	terms = memory_resize(terms, (count + 1) * sizeof(*terms));
	out->blocks[block] = terms;
	for (size_t i = from; i < end; i++) { /* it may have moved while it grew */
		if (out->taken[i])
			continue;
		out->all[i].terms = terms;
		terms += out->all[i].count;
	}
	profile_reader_done(&r);
}

void profiles_read(const struct similar *s, struct crew *crew, const size_t *measures, size_t count,
		   struct profiles *out)
{
	out->all = memory_new(count * sizeof(*out->all));
	out->count = count;
	out->block_count = (count + BLOCK - 1) / BLOCK;
	out->blocks = memory_new(out->block_count * sizeof(*out->blocks));
	if (!out->taken)
		out->taken = memory_new(count * sizeof(*out->taken));
	struct reading reading = { s, measures, out };
	crew_run(crew, &(struct crew_work){ .chunk = read_block, .context = &reading },
		 out->block_count);
}

void profiles_done(struct profiles *p)
{
	for (size_t i = 0; i < p->block_count; i++)
		free(p->blocks[i]);
	free(p->blocks);
	free(p->all);
	free(p->taken);
	*p = (struct profiles){ 0 };
}
