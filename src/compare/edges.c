#include "compare/edges.h"

#include <math.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "compare/index.h"
#include "compare/similar.h"

enum {
	BLOCK = 128, /* lefts at once */
	WORKERS = 2,
	PARTS = 2, /* so that two threads can build the index */
};

struct choice {
	double value;
	uint32_t right;
	uint32_t away; /* from where the left stands */
};

struct worker {
	atomic_flag busy;
	struct meeting meeting;
	struct similar_lookup lookup;
	struct choice *choices; /* a heap: the worst first */
	size_t count;
};

struct finding {
	const struct profiles *lefts, *rights;
	struct index parts[PARTS]; /* one each for an equal part of the rights */
	double *inverse; /* of each right's total */
	atomic_bool all; /* seen, and none left out */
	double threshold, surely_below;
	size_t work, most; /* of each left */
	struct worker workers[WORKERS];
	struct edges *blocks;
};

static bool worse(struct choice a, struct choice b)
{
	if (a.value != b.value)
		return a.value < b.value;
	return a.away != b.away ? a.away > b.away : a.right > b.right;
}

static void sink(struct worker *w, size_t at, struct choice c)
{
	for (;;) {
		size_t child = 2 * at + 1;
		if (child >= w->count)
			break;
		if (child + 1 < w->count && worse(w->choices[child + 1], w->choices[child]))
			child++;
		if (!worse(w->choices[child], c))
			break;
		w->choices[at] = w->choices[child];
		at = child;
	}
	w->choices[at] = c;
}

static void choose(struct worker *w, size_t most, struct choice c)
{
	if (w->count == most) {
		if (worse(w->choices[0], c))
			sink(w, 0, c);
		return;
	}
	size_t at = w->count++;
	for (; at > 0 && worse(c, w->choices[(at - 1) / 2]); at = (at - 1) / 2)
		w->choices[at] = w->choices[(at - 1) / 2];
	w->choices[at] = c;
}

/* How far the right stands from where the left would stand on its side, round the end. */
static uint32_t distance(const struct finding *f, size_t left, size_t right)
{
	size_t place = left * f->rights->count / f->lefts->count;
	size_t there = right > place ? right - place : place - right;
	return (uint32_t)(there < f->rights->count - there ? there : f->rights->count - there);
}

/* By how alike they are, or, where not all was seen, by as much of that as was. */
static void choose_rights(struct finding *f, struct worker *w, size_t left)
{
	const struct profile *l = &f->lefts->all[left];
	struct meeting *m = &w->meeting;
	bool all = m->whole;
	double inverse = 1 / (double)(l->total + 1);
	w->count = 0;
	for (size_t i = 0; i < m->count; i++) {
		uint32_t right = m->met[i];
		uint64_t common = m->common[right];
		m->common[right] = 0;
		double value =
			m->whole ? similar_profiles(l, &f->rights->all[right], common,
						    f->surely_below)
				 : (double)common * (inverse + f->inverse[right]);
		if (m->whole && value < f->threshold)
			continue;
		all &= w->count < f->most;
		if (w->count == f->most && value < w->choices[0].value)
			continue;
		choose(w, f->most, (struct choice){ value, right, distance(f, left, right) });
	}
	if (!all)
		atomic_store_explicit(&f->all, false, memory_order_relaxed);
	if (m->whole)
		return;
	similar_lookup_fill(&w->lookup, l);
	for (size_t i = 0; i < w->count; i++) {
		const struct profile *r = &f->rights->all[w->choices[i].right];
		w->choices[i].value = similar_profiles(l, r, similar_common(&w->lookup, r),
						       f->surely_below);
	}
}

static struct worker *begin(struct finding *f)
{
	size_t i = 0;
	while (atomic_flag_test_and_set_explicit(&f->workers[i].busy, memory_order_acquire))
		i = (i + 1) % WORKERS;
	return &f->workers[i];
}

static void find_block(void *context, size_t block)
{
	struct finding *f = context;
	struct worker *w = begin(f);
	struct edges *out = &f->blocks[block];
	size_t end = (block + 1) * BLOCK < f->lefts->count ? (block + 1) * BLOCK : f->lefts->count;
	for (size_t left = block * BLOCK; left < end; left++) {
		if (f->lefts->taken[left])
			continue;
		meeting_begin(&w->meeting);
		for (int part = 0; part < PARTS; part++)
			index_meet(&f->parts[part], &f->lefts->all[left], f->work / PARTS,
				   &w->meeting);
		choose_rights(f, w, left);
		for (size_t i = 0; i < w->count; i++) {
			if (w->choices[i].value < f->threshold)
				continue;
			out->all = memory_grow(out->all, &out->capacity, out->count + 1,
					       sizeof(*out->all));
			out->all[out->count++] = (struct assign_edge){
				left, w->choices[i].right, w->choices[i].value
			};
		}
	}
	atomic_flag_clear_explicit(&w->busy, memory_order_release);
}

static void build_part(void *context, size_t part)
{
	struct finding *f = context;
	size_t count = f->rights->count, from = count * part / PARTS;
	size_t end = count * (part + 1) / PARTS;
	for (size_t i = from; i < end; i++)
		f->inverse[i] = 1 / (double)(f->rights->all[i].total + 1);
	index_build(&f->parts[part], f->rights, from, end);
}

static void join(struct edges *out, struct edges *blocks, size_t count)
{
	size_t sum = out->count;
	for (size_t i = 0; i < count; i++)
		sum += blocks[i].count;
	out->all = memory_grow(out->all, &out->capacity, sum, sizeof(*out->all));
	for (size_t i = 0; i < count; i++) {
		if (blocks[i].count)
			memcpy(out->all + out->count, blocks[i].all,
			       blocks[i].count * sizeof(*out->all));
		out->count += blocks[i].count;
		edges_done(&blocks[i]);
	}
}

static size_t count_free(const struct profiles *p)
{
	size_t count = 0;
	for (size_t i = 0; i < p->count; i++)
		count += !p->taken[i];
	return count;
}

bool edges_between(const struct profiles *lefts, const struct profiles *rights, double threshold,
		   struct crew *crew, struct edges *out)
{
	size_t left_count = count_free(lefts), right_count = count_free(rights);
	if (left_count == 0 || right_count == 0)
		return true;
	struct finding f = {
		.lefts = lefts,
		.rights = rights,
		.threshold = threshold,
		/* The lift is greatest where all categories are shared. */
		.surely_below = 0.999 * pow(threshold, 1 / (1 - SIMILAR_CATEGORY)),
		.work = EDGES_WORK / lefts->count,
		.most = EDGES_MOST / lefts->count + 1,
	};
	if (f.most > right_count)
		f.most = right_count;
	atomic_init(&f.all, true);
	size_t blocks = (lefts->count + BLOCK - 1) / BLOCK;
	f.blocks = memory_new(blocks * sizeof(*f.blocks));
	f.inverse = memory_new(rights->count * sizeof(*f.inverse));
	crew_run(crew, &(struct crew_work){ .chunk = build_part, .context = &f }, PARTS);
	for (int i = 0; i < WORKERS; i++) {
		atomic_flag_clear(&f.workers[i].busy);
		meeting_init(&f.workers[i].meeting, rights->count);
		f.workers[i].choices = memory_new(f.most * sizeof(*f.workers[i].choices));
	}
	crew_run(crew, &(struct crew_work){ .chunk = find_block, .context = &f }, blocks);
	join(out, f.blocks, blocks);
	for (int i = 0; i < WORKERS; i++) {
		meeting_done(&f.workers[i].meeting);
		similar_lookup_done(&f.workers[i].lookup);
		free(f.workers[i].choices);
	}
	for (int i = 0; i < PARTS; i++)
		index_done(&f.parts[i]);
	free(f.inverse);
	free(f.blocks);
	return atomic_load(&f.all);
}

void edges_done(struct edges *e)
{
	free(e->all);
	*e = (struct edges){ 0 };
}
