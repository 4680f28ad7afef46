#include "compare/rewards.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "search/crew.h"

enum {
	LEVELS = MONEY_LEVEL_OTHER + 1,
	CHUNK = 8192, /* measures that a thread reads at a time: about 10 ms */
};

struct part { /* the rows of one chunk */
	struct rewards_row *rows;
	size_t count, capacity;
};

struct making {
	const struct catalog *c;
	const struct bits *only;
	struct part *parts;
};

static struct rewards_place place_of(struct span s)
{
	return (struct rewards_place){ (uint32_t)s.start, (uint32_t)s.end };
}

static struct rewards_row *push(struct part *p)
{
	p->rows = memory_grow(p->rows, &p->capacity, p->count + 1, sizeof(*p->rows));
	p->rows[p->count] = (struct rewards_row){ 0 };
	return &p->rows[p->count++];
}

static void add_places(struct rewards_row *row, const struct money *m)
{
	row->words = place_of(m->words);
	row->named = place_of(m->named);
	row->per = place_of(m->per);
	row->once = m->once;
}

static bool names_the_same(const struct measure *m, const struct money_list *read)
{
	if (read->count != m->reward_count)
		return false;
	for (size_t i = 0; i < read->count; i++)
		if (read->all[i].high != m->rewards[i].yuan)
			return false;
	return true;
}

static void add_recorded(struct part *p, const struct catalog *c, size_t measure,
			 struct money_list *read)
{
	const struct measure *m = &c->measures[measure];
	money_read(m->text, strlen(m->text), read);
	bool same = names_the_same(m, read);
	for (unsigned i = 0; i < m->reward_count; i++) {
		const struct reward *reward = &m->rewards[i];
		struct rewards_row *row = push(p);
		row->low = row->high = reward->yuan;
		row->measure = (uint32_t)measure;
		row->recorded = i;
		row->bound = reward->maximum ? MONEY_AT_MOST : MONEY_EXACT;
		row->level = (uint8_t)money_level_of(reward->level);
		if (same)
			add_places(row, &read->all[i]);
	}
}

static void add_read(struct part *p, const struct catalog *c, size_t measure,
		     struct money_list *read)
{
	const char *text = c->measures[measure].text;
	money_read(text, strlen(text), read);
	for (size_t i = 0; i < read->count; i++) {
		const struct money *m = &read->all[i];
		struct rewards_row *row = push(p);
		row->low = m->low;
		row->high = m->high;
		row->measure = (uint32_t)measure;
		row->bound = (uint8_t)m->bound;
		row->level = (uint8_t)m->level;
		row->read_out = true;
		add_places(row, m);
	}
}

/* How early a level stands in the order; the smaller, the earlier. */
static int level_rank(enum rewards_order order, unsigned level)
{
	static const uint8_t ranks[2][LEVELS] = {
		[REWARDS_NATIONAL] = { [MONEY_NATIONAL] = 0,
				       [MONEY_PROVINCIAL] = 1,
				       [MONEY_CITY] = 2,
				       [MONEY_COUNTY] = 3,
				       [MONEY_LEVEL_OTHER] = 4,
				       [MONEY_LEVEL_NONE] = 5 },
		[REWARDS_PROVINCIAL] = { [MONEY_PROVINCIAL] = 0,
					 [MONEY_NATIONAL] = 1,
					 [MONEY_CITY] = 2,
					 [MONEY_COUNTY] = 3,
					 [MONEY_LEVEL_OTHER] = 4,
					 [MONEY_LEVEL_NONE] = 5 },
	};
	return order == REWARDS_REGION ? 0 : ranks[order][level];
}

/* Of the same sum, what is surely paid stands before what is paid at most. */
static int bound_rank(unsigned bound)
{
	static const int ranks[] = {
		[MONEY_AT_LEAST] = 0, [MONEY_EXACT] = 1, [MONEY_ABOUT] = 2, [MONEY_AT_MOST] = 3
	};
	return ranks[bound];
}

static int compare_rows(const void *a, const void *b, void *order)
{
	const struct rewards_row *x = a, *y = b;
	enum rewards_order by = *(enum rewards_order *)order;
	int level = level_rank(by, x->level) - level_rank(by, y->level);
	bool promise = x->low == REWARD_UNSTATED, other = y->low == REWARD_UNSTATED;
	if (promise != other)
		return promise ? 1 : -1;
	if (by != REWARDS_REGION && !promise) {
		if (level)
			return level;
		if (x->high != y->high)
			return x->high < y->high ? 1 : -1;
		if (x->low != y->low)
			return x->low < y->low ? 1 : -1;
		if (x->bound != y->bound)
			return bound_rank(x->bound) - bound_rank(y->bound);
	}
	if (x->measure != y->measure)
		return x->measure < y->measure ? -1 : 1;
	if (x->recorded != y->recorded)
		return x->recorded < y->recorded ? -1 : 1;
	if (x->words.start != y->words.start)
		return x->words.start < y->words.start ? -1 : 1;
	return (x->named.start > y->named.start) - (x->named.start < y->named.start);
}

/* The row with the largest sum of each region and level, as its number and one; 0: none. */
static uint32_t *find_largest(const struct catalog *c, const struct rewards *r)
{
	uint32_t *largest = memory_new((c->region_count + 1) * LEVELS * sizeof(*largest));
	for (size_t i = 0; i < r->stated; i++) {
		size_t region = catalog_measure_region(c, r->rows[i].measure);
		uint32_t *best = &largest[region * LEVELS + r->rows[i].level];
		if (*best == 0 || r->rows[*best - 1].high < r->rows[i].high)
			*best = (uint32_t)i + 1;
	}
	return largest;
}

/* At most and at least together are only about. */
static uint8_t sum_bound(unsigned a, unsigned b)
{
	if (a == b || b == MONEY_EXACT)
		return (uint8_t)a;
	return a == MONEY_EXACT ? (uint8_t)b : MONEY_ABOUT;
}

static void add_stack(struct rewards *r, const struct catalog *c, const uint32_t *largest,
		      size_t region, enum money_level level)
{
	size_t path[CATALOG_DEPTH], length = catalog_path(c, region, path), named = 0;
	struct rewards_stack stack = { .region = region, .level = level };
	for (size_t i = 0; i < CATALOG_DEPTH; i++) {
		uint32_t best = i < length ? largest[path[i] * LEVELS + level] : 0;
		stack.parts[i] = best ? best - 1 : REWARDS_NONE;
		if (!best)
			continue;
		const struct rewards_row *row = &r->rows[best - 1];
		stack.sum.low += row->low;
		stack.sum.high += row->high;
		stack.sum.bound = sum_bound(stack.sum.bound, row->bound);
		named++;
	}
	if (named < 2)
		return;
	r->stacks =
		memory_grow(r->stacks, &r->stack_capacity, r->stack_count + 1, sizeof(*r->stacks));
	r->stacks[r->stack_count++] = stack;
}

static void find_stacks(const struct catalog *c, struct rewards *r)
{
	static const enum money_level levels[] = { MONEY_NATIONAL, MONEY_PROVINCIAL, MONEY_CITY,
						   MONEY_COUNTY, MONEY_LEVEL_NONE };
	uint32_t *largest = find_largest(c, r);
	r->stack_count = r->regions = 0;
	for (size_t region = 0; region < c->region_count; region++) {
		bool names = false;
		for (size_t level = 0; level < LEVELS; level++)
			names = names || largest[region * LEVELS + level];
		r->regions += names;
		for (size_t i = 0; names && i < sizeof(levels) / sizeof(levels[0]); i++)
			if (largest[region * LEVELS + levels[i]])
				add_stack(r, c, largest, region, levels[i]);
	}
	free(largest);
}

static void make_chunk(void *context, size_t chunk)
{
	struct making *m = context;
	struct money_list read = { 0 };
	size_t first = chunk * CHUNK, end = first + CHUNK;
	if (end > m->c->measure_count)
		end = m->c->measure_count;
	for (size_t i = m->only ? bits_next(m->only, first) : first; i < end;
	     i = m->only ? bits_next(m->only, i + 1) : i + 1) {
		if (m->c->measures[i].reward_count)
			add_recorded(&m->parts[chunk], m->c, i, &read);
		else
			add_read(&m->parts[chunk], m->c, i, &read);
	}
	money_done(&read);
}

static void add_row(struct rewards *r, const struct rewards_row *row)
{
	r->rows = memory_grow(r->rows, &r->capacity, r->count + 1, sizeof(*r->rows));
	r->rows[r->count++] = *row;
	r->stated += row->low != REWARD_UNSTATED;
	r->read_out = r->read_out || row->read_out;
}

static void clear(struct rewards *r)
{
	r->count = r->stated = 0;
	r->read_out = false;
}

static bool build(struct making *m, enum rewards_order order, struct crew_work *work,
		  struct rewards *out)
{
	size_t chunks = (m->c->measure_count + CHUNK - 1) / CHUNK;
	struct crew *crew = chunks > 1 ? crew_new() : NULL;
	m->parts = memory_new((chunks + 1) * sizeof(struct part));
	work->chunk = make_chunk;
	work->context = m;
	bool done = crew_run(crew, work, chunks);
	crew_free(crew);
	clear(out);
	for (size_t i = 0; i < chunks; i++) {
		for (size_t row = 0; done && row < m->parts[i].count; row++)
			add_row(out, &m->parts[i].rows[row]);
		free(m->parts[i].rows);
	}
	free(m->parts);
	rewards_sort(m->c, order, out);
	return done;
}

void rewards_build(const struct catalog *c, const struct bits *only, enum rewards_order order,
		   struct rewards *out)
{
	struct making m = { .c = c, .only = only };
	struct crew_work work = { 0 };
	build(&m, order, &work, out);
}

bool rewards_try(const struct catalog *c, enum rewards_order order, bool (*cancelled)(void *asker),
		 void *asker, struct rewards *out)
{
	struct making m = { .c = c };
	struct crew_work work = { .cancelled = cancelled, .asker = asker };
	return build(&m, order, &work, out);
}

void rewards_select(const struct catalog *c, const struct rewards *all, const struct bits *only,
		    struct rewards *out)
{
	clear(out);
	for (size_t i = 0; i < all->count; i++)
		if (bits_get(only, all->rows[i].measure))
			add_row(out, &all->rows[i]);
	out->order = all->order;
	find_stacks(c, out);
}

void rewards_sort(const struct catalog *c, enum rewards_order order, struct rewards *r)
{
	r->order = order;
	if (r->count)
		qsort_r(r->rows, r->count, sizeof(*r->rows), compare_rows, &order);
	find_stacks(c, r);
}

void rewards_done(struct rewards *r)
{
	free(r->rows);
	free(r->stacks);
	*r = (struct rewards){ 0 };
}
