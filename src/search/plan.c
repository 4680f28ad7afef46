#include "search/plan.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

/* What things cost, in picoseconds, with AVX2 on one thread. */
enum {
	COST_CODE = 90,	       /* one more test */
	COST_RANGE = 20,       /* to compare a code with a range */
	COST_CANDIDATE = 35000 /* to look at a place found */
};
enum { SAMPLES = 16, SAMPLE_BLOCKS = 32 };

static uint64_t bit(size_t i)
{
	return UINT64_C(1) << i;
}

/* A set while it is made: its ranges, and how often the codes between two of them occur. */
struct ranges {
	struct kernel_range *all;
	uint64_t *gaps; /* [i]: between all[i] and all[i + 1] */
	size_t count, capacity, gap_capacity;
	uint64_t times; /* of all codes in the ranges */
};

static void ranges_done(struct ranges *r)
{
	free(r->all);
	free(r->gaps);
}

static void make_ranges(const struct plane *p, const bool *classes, struct ranges *r)
{
	bool open = false;
	*r = (struct ranges){ 0 };
	for (size_t i = 0; i < p->seen_count; i++) {
		struct plane_seen seen = p->seen[i];
		if (!classes[p->codes->class[seen.code]]) {
			open = false;
			if (r->count > 0)
				r->gaps[r->count - 1] += seen.times;
			continue;
		}
		if (!open) {
			r->all = memory_grow(r->all, &r->capacity, r->count + 1, sizeof(*r->all));
			r->gaps = memory_grow(r->gaps, &r->gap_capacity, r->count + 1,
					      sizeof(*r->gaps));
			r->gaps[r->count] = 0;
			r->all[r->count++].low = seen.code;
		}
		r->all[r->count - 1].high = seen.code;
		r->times += seen.times;
		open = true;
	}
}

/* Joins ranges over the rarest codes between them: while there are too many ranges, and where what
 * is found by mistake costs less than a range does. Whether any were. */
static bool join_ranges(struct ranges *r, double cheap)
{
	bool joined = false;
	while (r->count > 1) {
		size_t best = 0;
		for (size_t i = 1; i + 1 < r->count; i++) {
			if (r->gaps[i] < r->gaps[best])
				best = i;
		}
		if (r->count <= KERNEL_RANGES && (double)r->gaps[best] >= cheap)
			break;
		joined = true;
		r->times += r->gaps[best];
		r->all[best].high = r->all[best + 1].high;
		r->count--;
		for (size_t i = best; i < r->count; i++) {
			r->gaps[i] = r->gaps[i + 1];
			if (i > best)
				r->all[i] = r->all[i + 1];
		}
	}
	return joined;
}

static void take_ranges(const struct ranges *r, struct kernel_set *out)
{
	out->count = r->count;
	if (r->count > 0)
		memcpy(out->ranges, r->all, r->count * sizeof(*r->all));
}

static void single(struct kernel_set *s, uint16_t code)
{
	s->count = 1;
	s->ranges[0] = (struct kernel_range){ code, code };
}

/* The index of the rarest code within reach of `near`, that one not counted. */
static size_t rarest(const struct plan *plan, const struct plane *p, size_t near)
{
	size_t best = near;
	uint32_t least = UINT32_MAX;
	for (size_t i = 0; i < plan->word_count; i++) {
		size_t distance = i > near ? i - near : near - i;
		uint32_t times = plane_times(p, plan->codes[i]);
		if (near != SIZE_MAX && (distance == 0 || distance > KERNEL_REACH))
			continue;
		if (times < least) {
			least = times;
			best = i;
		}
	}
	return best;
}

static void plan_printed(struct plan *plan, const struct plane *p)
{
	plan->codes = memory_new(plan->word_count * sizeof(*plan->codes));
	for (size_t i = 0; i < plan->word_count; i++) {
		plan->codes[i] = codes_of(p->codes, plan->word[i]);
		plan->astral |= codes_is_astral(plan->codes[i]);
		if (plane_times(p, plan->codes[i]) == 0)
			return;
	}
	struct plan_test *t = &plan->tests[plan->count++];
	size_t first = rarest(plan, p, SIZE_MAX);
	*t = (struct plan_test){ .offset = first, .exact = plan->word_count <= 2 && !plan->astral };
	single(&t->kernel.a, plan->codes[first]);
	if (plan->word_count == 1)
		return;
	size_t second = rarest(plan, p, first);
	single(&t->kernel.b, plan->codes[second]);
	t->kernel.distance = (int)second - (int)first;
}

/* A way to cut: between pieces that come from `from` to one of `nodes`, and from there go to `to`. */
struct cut {
	uint64_t nodes, from, to;
};

/* Picoseconds for each code of the plane, as if neighbours were independent. */
static double cost_of(const struct plane *p, const struct ranges *a, const struct ranges *b,
		      bool exact)
{
	double n = (double)p->count + 1;
	double found = (double)a->times / n * ((double)b->times / n);
	return COST_CODE + COST_RANGE * (double)(a->count + b->count) +
	       (exact ? 0 : COST_CANDIDATE * found);
}

static bool is_one(uint64_t nodes)
{
	return nodes != 0 && (nodes & (nodes - 1)) == 0;
}

/* With fewer ranges, when looking at all that is found then costs less. */
static void simplify(const struct plane *p, const bool *classes, const struct ranges *b,
		     struct plan_test *t)
{
	double n = (double)p->count + 1, cheap = n * n * COST_RANGE / COST_CANDIDATE;
	struct ranges c, d;
	make_ranges(p, classes, &c);
	make_ranges(p, classes + p->codes->class_count, &d);
	join_ranges(&c, cheap / ((double)b->times + 1));
	join_ranges(&d, cheap / ((double)c.times + 1));
	double simple = cost_of(p, &c, &d, false);
	if (simple < t->cost) {
		t->exact = false;
		t->cost = simple;
		take_ranges(&c, &t->kernel.a);
		take_ranges(&d, &t->kernel.b);
	}
	ranges_done(&c);
	ranges_done(&d);
}

static void make_pair(const struct plan *plan, const struct plane *p, const struct cut *cut,
		      struct plan_test *t)
{
	const struct spell *s = &plan->spell;
	bool *classes = memory_new(2 * s->classes * sizeof(*classes));
	struct ranges a, b;
	spell_collect(s, cut->from, cut->nodes, classes);
	spell_collect(s, cut->nodes, cut->to, classes + s->classes);
	make_ranges(p, classes, &a);
	make_ranges(p, classes + s->classes, &b);
	bool joined = join_ranges(&a, 0);
	joined |= join_ranges(&b, 0);
	/* All that comes is from the beginning, all that goes is to the end. */
	bool exact = !joined && cut->from == 1 && cut->to == bit(s->letters) && is_one(cut->nodes);
	*t = (struct plan_test){ .nodes = cut->nodes, .from = cut->from, .to = cut->to };
	t->exact = exact;
	t->kernel.distance = 1;
	t->cost = cost_of(p, &a, &b, exact);
	take_ranges(&a, &t->kernel.a);
	take_ranges(&b, &t->kernel.b);
	simplify(p, classes, &b, t);
	ranges_done(&a);
	ranges_done(&b);
	free(classes);
}

/* One character spelt by the whole word, and the word as printed when that is one letter too. */
static void make_single(struct plan *plan, const struct plane *p)
{
	const struct spell *s = &plan->spell;
	bool *classes = memory_new(s->classes * sizeof(*classes));
	struct ranges r;
	struct plan_test *t = &plan->tests[plan->count++];
	spell_collect(s, 1, bit(s->letters), classes);
	make_ranges(p, classes, &r);
	*t = (struct plan_test){ .nodes = bit(s->letters), .exact = !join_ranges(&r, 0) };
	t->from = 1;
	take_ranges(&r, &t->kernel.a);
	if (plan->count == 2 && plan->word_count == 1 && t->exact && r.count < KERNEL_RANGES) {
		t->kernel.a.ranges[t->kernel.a.count++] = plan->tests[0].kernel.a.ranges[0];
		plan->tests[0] = *t;
		plan->count--;
	}
	ranges_done(&r);
	free(classes);
}

struct cuts {
	struct cut all[SPELL_LETTERS];
	struct plan_test tests[SPELL_LETTERS];
	size_t count;
	double cost;
};

static bool join_cheapest(struct plan *plan, const struct plane *p, struct cuts *c)
{
	double gain = c->count > PLAN_TESTS - 2 ? -1e30 : 0;
	struct plan_test joined, best_test;
	size_t best_i = 0, best_k = 0;
	for (size_t i = 0; i < c->count; i++) {
		for (size_t k = i + 1; k < c->count; k++) {
			struct cut both = { c->all[i].nodes | c->all[k].nodes,
					    c->all[i].from | c->all[k].from,
					    c->all[i].to | c->all[k].to };
			make_pair(plan, p, &both, &joined);
			double g = c->tests[i].cost + c->tests[k].cost - joined.cost;
			if (g > gain) {
				gain = g;
				best_i = i;
				best_k = k;
				best_test = joined;
			}
		}
	}
	if (best_k == 0)
		return false;
	c->all[best_i].nodes |= c->all[best_k].nodes;
	c->all[best_i].from |= c->all[best_k].from;
	c->all[best_i].to |= c->all[best_k].to;
	c->tests[best_i] = best_test;
	c->count--;
	c->all[best_k] = c->all[c->count];
	c->tests[best_k] = c->tests[c->count];
	return true;
}

static void settle(struct plan *plan, const struct plane *p, struct cuts *c)
{
	for (size_t i = 0; i < c->count; i++)
		make_pair(plan, p, &c->all[i], &c->tests[i]);
	while (c->count > 1 && join_cheapest(plan, p, c))
		;
	c->cost = 0;
	for (size_t i = 0; i < c->count; i++)
		c->cost += c->tests[i].cost;
}

/* Nodes from which a piece leads to this one. */
static uint64_t sources(const struct spell *s, size_t node)
{
	uint64_t found = 0;
	for (size_t i = 0; i < node; i++)
		found |= (s->pieces[i] >> node & 1) << i;
	return found;
}

/* Whether every path of more than one piece goes through the node. */
static bool all_pass(const struct spell *s, size_t node)
{
	for (size_t i = 0; i < node; i++) {
		uint64_t over = s->pieces[i] >> (node + 1) << (node + 1);
		if (i == 0)
			over &= ~bit(s->letters);
		if (over)
			return false;
	}
	return s->pieces[node] != 0;
}

/* The cost again, by what is found in samples of the plane: neighbours are not independent. */
static void sample(const struct plane *p, struct cuts *c)
{
	uint64_t found[SAMPLE_BLOCKS];
	size_t step = plane_blocks(p) / SAMPLES;
	for (size_t i = 0; step > SAMPLE_BLOCKS && i < c->count; i++) {
		const struct kernel_test *t = &c->tests[i].kernel;
		size_t places = 0;
		for (size_t k = 0; !c->tests[i].exact && k < SAMPLES; k++) {
			const uint16_t *codes = p->cells + k * step * KERNEL_BLOCK;
			kernel_find(kernel_best(), t, codes, SAMPLE_BLOCKS, found);
			for (size_t j = 0; j < SAMPLE_BLOCKS; j++)
				places += (size_t)__builtin_popcountll(found[j]);
		}
		double rate = (double)places / (SAMPLES * SAMPLE_BLOCKS * KERNEL_BLOCK);
		c->cost -= c->tests[i].cost;
		c->cost += COST_CODE + COST_RANGE * (double)(t->a.count + t->b.count) +
			   COST_CANDIDATE * rate;
	}
}

static void keep_cheaper(const struct plane *p, struct cuts *best, struct cuts *other)
{
	sample(p, other);
	if (other->count > 0 && (best->count == 0 || other->cost < best->cost))
		*best = *other;
}

/* Words of several characters. */
static void plan_cuts(struct plan *plan, const struct plane *p, struct cuts *best, struct cuts *c)
{
	const struct spell *s = &plan->spell;
	size_t n = s->letters;
	for (size_t node = 1; node < n; node++) {
		if (!all_pass(s, node))
			continue;
		*c = (struct cuts){ .count = 1 };
		c->all[0] = (struct cut){ bit(node), sources(s, node), s->pieces[node] };
		settle(plan, p, c);
		keep_cheaper(p, best, c);
	}
	if (best->count > 0)
		return;
	*c = (struct cuts){ 0 };
	for (size_t node = 1; node < n; node++) {
		if (s->pieces[0] >> node & 1)
			c->all[c->count++] = (struct cut){ bit(node), 1, s->pieces[node] };
	}
	settle(plan, p, c);
	keep_cheaper(p, best, c);
	*c = (struct cuts){ 0 };
	for (size_t node = 1; node < n; node++) {
		if (s->pieces[node] >> n & 1)
			c->all[c->count++] = (struct cut){ bit(node), sources(s, node), bit(n) };
	}
	settle(plan, p, c);
	keep_cheaper(p, best, c);
}

/* Several borders at once would need a table each. */
static void add_roles(const struct plan *plan, const struct plane *p, struct plan_test *t)
{
	size_t node = t->nodes ? (size_t)__builtin_ctzll(t->nodes) : 0;
	if (!t->exact && is_one(t->nodes))
		t->roles = roles_new(&plan->spell, p, node, t->from, t->to);
}

static void plan_pinyin(struct plan *plan, const struct plane *p)
{
	const struct spell *s = &plan->spell;
	size_t n = s->letters;
	if (s->pieces[0] >> n & 1)
		make_single(plan, p);
	struct cuts *best = memory_new(sizeof(*best)), *scratch = memory_new(sizeof(*scratch));
	plan_cuts(plan, p, best, scratch);
	memcpy(&plan->tests[plan->count], best->tests, best->count * sizeof(best->tests[0]));
	plan->count += best->count;
	for (size_t i = 0; i < plan->count; i++)
		add_roles(plan, p, &plan->tests[i]);
	free(best);
	free(scratch);
}

void plan_make(struct plan *plan, const struct plane *p, const uint32_t *word, size_t count,
	       bool pinyin)
{
	*plan = (struct plan){ .word = word, .word_count = count, .pinyin = pinyin };
	plan_printed(plan, p);
	if (!pinyin)
		return;
	if (spell_word(&plan->spell, p, word, count))
		plan_pinyin(plan, p);
	else
		plan->slow = count > SPELL_LETTERS;
}

void plan_done(struct plan *plan)
{
	for (size_t i = 0; i < plan->count; i++)
		free(plan->tests[i].roles);
	free(plan->codes);
	spell_done(&plan->spell);
	*plan = (struct plan){ 0 };
}
