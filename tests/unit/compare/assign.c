#include "compare/assign.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "support/check.h"

enum {
	SMALL = 6
};

/* Small whole random numbers, the same in every run. */
static unsigned random_below(unsigned *state, unsigned limit)
{
	*state = *state * 1664525u + 1013904223u;
	return (*state >> 8) % limit;
}

static double best_by_trying(double weights[SMALL][SMALL], size_t left, size_t lefts, size_t rights,
			     unsigned taken)
{
	if (left == lefts)
		return 0;
	double best = best_by_trying(weights, left + 1, lefts, rights, taken);
	for (size_t right = 0; right < rights; right++) {
		if (taken & 1u << right || weights[left][right] <= 0)
			continue;
		double sum = weights[left][right] +
			     best_by_trying(weights, left + 1, lefts, rights, taken | 1u << right);
		if (sum > best)
			best = sum;
	}
	return best;
}

/* The sum of the assignment; fails when a right is matched twice or a match has no edge. */
static double sum_of(double weights[SMALL][SMALL], const size_t *match, size_t lefts)
{
	double sum = 0;
	unsigned taken = 0;
	for (size_t left = 0; left < lefts; left++) {
		if (match[left] == ASSIGN_NONE)
			continue;
		TRUE(!(taken & 1u << match[left]));
		TRUE(weights[left][match[left]] > 0);
		taken |= 1u << match[left];
		sum += weights[left][match[left]];
	}
	return sum;
}

static void assign_matrix(double weights[SMALL][SMALL], size_t lefts, size_t rights, size_t *match)
{
	struct assign_edge edges[SMALL * SMALL];
	size_t count = 0;
	for (size_t left = 0; left < lefts; left++)
		for (size_t right = 0; right < rights; right++)
			if (weights[left][right] > 0)
				edges[count++] =
					(struct assign_edge){ left, right, weights[left][right] };
	assign(edges, count, lefts, rights, match);
}

TEST(the_sum_is_the_greatest_of_all_assignments)
{
	unsigned state = 1;
	for (int round = 0; round < 3000; round++) {
		double weights[SMALL][SMALL] = { { 0 } };
		size_t lefts = random_below(&state, SMALL + 1),
		       rights = random_below(&state, SMALL + 1);
		/* Few different weights make ties, many make none. */
		unsigned steps = round % 3 == 0 ? 3 : round % 3 == 1 ? 10 : 100000;
		for (size_t left = 0; left < lefts; left++)
			for (size_t right = 0; right < rights; right++)
				if (random_below(&state, 4) > 0)
					weights[left][right] =
						random_below(&state, steps + 1) / (double)steps;
		size_t match[SMALL];
		assign_matrix(weights, lefts, rights, match);
		EQ_REAL(sum_of(weights, match, lefts),
			best_by_trying(weights, 0, lefts, rights, 0));
	}
}

TEST(first_come_is_not_first_served)
{
	const struct assign_edge edges[] = { { 0, 0, 0.9 }, { 0, 1, 0.8 }, { 1, 0, 0.7 } };
	size_t match[2];
	assign(edges, 3, 2, 2, match);
	EQ_INT(match[0], 1);
	EQ_INT(match[1], 0);
}

TEST(equal_texts_part_when_the_sum_gains_by_it)
{
	const struct assign_edge edges[] = { { 0, 0, 1.0 }, { 0, 1, 0.6 }, { 1, 0, 0.6 } };
	size_t match[2];
	assign(edges, 3, 2, 2, match);
	EQ_INT(match[0], 1);
	EQ_INT(match[1], 0);
}

TEST(one_stays_alone_when_its_match_would_cost_more_than_it_brings)
{
	const struct assign_edge edges[] = { { 0, 0, 0.3 }, { 1, 0, 0.9 }, { 2, 0, 0.5 } };
	size_t match[3];
	assign(edges, 3, 3, 1, match);
	EQ_INT(match[0], ASSIGN_NONE);
	EQ_INT(match[1], 0);
	EQ_INT(match[2], ASSIGN_NONE);
}

TEST(no_edges_and_empty_sides_leave_all_alone)
{
	size_t match[2] = { 7, 7 };
	assign(NULL, 0, 2, 3, match);
	EQ_INT(match[0], ASSIGN_NONE);
	EQ_INT(match[1], ASSIGN_NONE);
	assign(NULL, 0, 2, 0, match);
	EQ_INT(match[1], ASSIGN_NONE);
	assign(NULL, 0, 0, 3, NULL);
}

TEST(an_edge_of_weight_nothing_matches_nobody)
{
	const struct assign_edge edges[] = { { 0, 0, 0.0 } };
	size_t match[1];
	assign(edges, 1, 1, 1, match);
	EQ_INT(match[0], ASSIGN_NONE);
}

TEST(of_two_edges_between_the_same_the_heavier_counts)
{
	const struct assign_edge edges[] = { { 0, 0, 0.2 }, { 1, 0, 0.5 }, { 0, 0, 0.6 } };
	size_t match[2];
	assign(edges, 3, 2, 1, match);
	EQ_INT(match[0], 0);
	EQ_INT(match[1], ASSIGN_NONE);
}

TEST(the_order_of_the_edges_does_not_matter)
{
	struct assign_edge edges[] = { { 0, 0, 0.9 }, { 0, 1, 0.8 }, { 1, 0, 0.7 }, { 1, 2, 0.4 } };
	size_t match[2], again[2];
	assign(edges, 4, 2, 3, match);
	struct assign_edge first = edges[0];
	edges[0] = edges[3];
	edges[3] = first;
	assign(edges, 4, 2, 3, again);
	EQ_INT(memcmp(match, again, sizeof(match)), 0);
}

TEST(ties_keep_the_order_of_the_sides)
{
	struct assign_edge edges[16];
	for (size_t i = 0; i < 16; i++)
		edges[i] = (struct assign_edge){ i / 4, i % 4, 1 };
	size_t match[4];
	assign(edges, 16, 4, 4, match);
	for (size_t i = 0; i < 4; i++)
		EQ_INT(match[i], i);
}

/* Sixty texts, each fifty times on the left and thirty times on the right. */
TEST(thousands_that_are_much_alike_are_assigned_quickly)
{
	enum {
		TEXTS = 60,
		LEFTS = 50,
		RIGHTS = 30
	};
	struct assign_edge *edges = malloc(sizeof(*edges) * TEXTS * LEFTS * RIGHTS);
	size_t *match = malloc(sizeof(*match) * TEXTS * LEFTS);
	size_t count = 0;
	unsigned state = 5;
	for (size_t left = 0; left < TEXTS * LEFTS; left++)
		for (size_t right = left % TEXTS; right < TEXTS * RIGHTS; right += TEXTS)
			edges[count++] =
				(struct assign_edge){ left, right,
						      random_below(&state, 3) / 4.0 + 0.5 };
	clock_t start = clock();
	assign(edges, count, TEXTS * LEFTS, TEXTS * RIGHTS, match);
	double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
	size_t matched = 0;
	for (size_t left = 0; left < TEXTS * LEFTS; left++)
		matched += match[left] != ASSIGN_NONE;
	EQ_INT(matched, TEXTS * RIGHTS);
	TRUE(seconds < 2);
	free(edges);
	free(match);
}
