#include "compare/align.h"

#include <stdbool.h>
#include <stdlib.h>

#include "base/memory.h"

enum {
	WINDOW = 1024
}; /* characters, once the whole is too large */

/* How the best score of a cell came about. `run` ends in a match at this cell, `gap` in a
 * difference. */
enum {
	RUN_BEGINS = 1, /* the run's first match: before it stands a gap */
	GAP_ABOVE = 2,	/* the gap's last character is a's; otherwise b's */
	ENDS_RUN = 4,	/* the run scores at least as much as the gap */
};

#define NEVER (-(1 << 28))

struct table {
	uint8_t *ways;	/* (n + 1) × (m + 1) */
	int *run, *gap; /* scores of the row above */
	size_t width;
};

static int larger(int a, int b)
{
	return a > b ? a : b;
}

static void match(struct aligned *a, struct aligned *b, size_t i, size_t j)
{
	a->match[i] = j;
	b->match[j] = i;
}

static void first_row(struct table *t)
{
	for (size_t j = 0; j < t->width; j++) {
		t->run[j] = NEVER;
		t->gap[j] = 0;
		t->ways[j] = 0;
	}
}

static void fill_row(struct table *t, uint32_t cp, const uint32_t *b, uint8_t *ways)
{
	int diagonal_run = t->run[0], diagonal_gap = t->gap[0], left = 0;
	ways[0] = GAP_ABOVE;
	for (size_t j = 1; j < t->width; j++) {
		int above_run = t->run[j], above_gap = t->gap[j];
		int run = NEVER, way = 0;
		if (cp == b[j - 1]) {
			int begun = diagonal_gap - ALIGN_RUN;
			way = begun > diagonal_run ? RUN_BEGINS : 0;
			run = larger(begun, diagonal_run) + ALIGN_MATCH;
		}
		int above = larger(above_run, above_gap);
		int gap = larger(above, left);
		way |= above >= left ? GAP_ABOVE : 0;
		way |= run >= gap ? ENDS_RUN : 0;
		ways[j] = (uint8_t)way;
		t->run[j] = run;
		t->gap[j] = gap;
		left = larger(run, gap);
		diagonal_run = above_run;
		diagonal_gap = above_gap;
	}
}

/* Aligns a[from_a, to_a) with b[from_b, to_b). */
static void align_whole(struct aligned *a, size_t from_a, size_t to_a, struct aligned *b,
			size_t from_b, size_t to_b)
{
	size_t n = to_a - from_a, m = to_b - from_b;
	if (n == 0 || m == 0)
		return;
	struct table t = { .width = m + 1 };
	t.ways = memory_new((n + 1) * t.width);
	t.run = memory_new(t.width * sizeof(*t.run));
	t.gap = memory_new(t.width * sizeof(*t.gap));
	first_row(&t);
	for (size_t i = 1; i <= n; i++)
		fill_row(&t, a->cps[from_a + i - 1], b->cps + from_b, t.ways + i * t.width);
	size_t i = n, j = m;
	bool in_run = t.ways[n * t.width + m] & ENDS_RUN;
	while (i > 0 && j > 0) {
		uint8_t way = t.ways[i * t.width + j];
		if (in_run) {
			match(a, b, from_a + --i, from_b + --j);
			in_run = !(way & RUN_BEGINS);
			continue;
		}
		if (way & GAP_ABOVE)
			i--;
		else
			j--;
		in_run = i > 0 && j > 0 && (t.ways[i * t.width + j] & ENDS_RUN);
	}
	free(t.ways);
	free(t.run);
	free(t.gap);
}

static void forget(struct aligned *a, struct aligned *b, size_t from_a, size_t to_a)
{
	for (size_t i = from_a; i < to_a; i++) {
		if (a->match[i] != ALIGN_NONE)
			b->match[a->match[i]] = ALIGN_NONE;
		a->match[i] = ALIGN_NONE;
	}
}

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

static void align_windows(struct aligned *a, size_t from_a, size_t to_a, struct aligned *b,
			  size_t from_b, size_t to_b)
{
	while (from_a < to_a && from_b < to_b) {
		size_t end_a = least(from_a + WINDOW, to_a), end_b = least(from_b + WINDOW, to_b);
		align_whole(a, from_a, end_a, b, from_b, end_b);
		if (end_a == to_a && end_b == to_b)
			return;
		/* Near its end a window matches what belongs to the next: only its first half is
		 * sure. */
		size_t next_a = from_a, next_b = from_b;
		while (next_a < least(from_a + WINDOW / 2, end_a) && next_b < from_b + WINDOW / 2) {
			if (a->match[next_a] != ALIGN_NONE)
				next_b = a->match[next_a] + 1;
			next_a++;
		}
		forget(a, b, next_a, end_a);
		from_a = next_a;
		from_b = next_b;
	}
}

void align(struct aligned *a, struct aligned *b)
{
	for (size_t i = 0; i < a->count; i++)
		a->match[i] = ALIGN_NONE;
	for (size_t j = 0; j < b->count; j++)
		b->match[j] = ALIGN_NONE;
	size_t from = 0, to_a = a->count, to_b = b->count;
	for (; from < to_a && from < to_b && a->cps[from] == b->cps[from]; from++)
		match(a, b, from, from);
	while (to_a > from && to_b > from && a->cps[to_a - 1] == b->cps[to_b - 1])
		match(a, b, --to_a, --to_b);
	if ((to_a - from) <= ALIGN_CELLS / (to_b - from + 1))
		align_whole(a, from, to_a, b, from, to_b);
	else
		align_windows(a, from, to_a, b, from, to_b);
}
