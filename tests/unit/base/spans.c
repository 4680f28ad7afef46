#include "base/spans.h"

#include "support/check.h"

static void add_all(struct spans *s, const struct span *all, size_t count)
{
	for (size_t i = 0; i < count; i++)
		spans_add(s, all[i].start, all[i].end);
	spans_tidy(s);
}

TEST(tidying_sorts_and_joins_what_overlaps_or_touches)
{
	static const struct {
		struct span in[4];
		size_t count;
		struct span out[4];
		size_t left;
	} cases[] = {
		{ { { 5, 7 }, { 1, 3 } }, 2, { { 1, 3 }, { 5, 7 } }, 2 },
		{ { { 1, 3 }, { 3, 5 } }, 2, { { 1, 5 } }, 1 },
		{ { { 1, 9 }, { 2, 3 }, { 4, 5 } }, 3, { { 1, 9 } }, 1 },
		{ { { 4, 6 }, { 1, 5 }, { 4, 6 }, { 9, 10 } }, 4, { { 1, 6 }, { 9, 10 } }, 2 },
		{ { { 3, 3 }, { 5, 4 } }, 2, { { 0, 0 } }, 0 },
		{ { { 0, 1 }, { 2, 3 }, { 1, 2 } }, 3, { { 0, 3 } }, 1 },
		{ { { 2, 5 }, { 2, 3 }, { 2, 8 } }, 3, { { 2, 8 } }, 1 },
	};
	EACH (c, cases) {
		struct spans s = { 0 };
		add_all(&s, c->in, c->count);
		EQ_INT(s.count, c->left);
		for (size_t i = 0; i < s.count; i++) {
			EQ_INT(s.all[i].start, c->out[i].start);
			EQ_INT(s.all[i].end, c->out[i].end);
		}
		spans_done(&s);
	}
}

TEST(a_position_is_contained_from_the_start_to_before_the_end)
{
	struct spans s = { 0 };
	spans_tidy(&s);
	TRUE(!spans_contain(&s, 0));
	static const struct span in[] = { { 10, 12 }, { 0, 1 }, { 4, 6 } };
	add_all(&s, in, 3);
	static const bool want[] = { true,  false, false, false, true, true, false,
				     false, false, false, true,	 true, false };
	for (size_t position = 0; position < 13; position++)
		EQ_INT(spans_contain(&s, position), want[position]);
	spans_done(&s);
}

TEST(any_order_of_adding_marks_the_same_positions)
{
	unsigned seed = 20190429;
	for (int round = 0; round < 200; round++) {
		struct spans s = { 0 };
		bool marked[64] = { false };
		for (int i = 0; i < 8; i++) {
			seed = seed * 1103515245u + 12345u;
			size_t start = (seed >> 16) % 60, end = start + (seed >> 24) % 5;
			spans_add(&s, start, end);
			for (size_t at = start; at < end; at++)
				marked[at] = true;
		}
		spans_tidy(&s);
		for (size_t at = 0; at < 64; at++)
			EQ_INT(spans_contain(&s, at), marked[at]);
		for (size_t i = 0; i < s.count; i++) {
			TRUE(s.all[i].start < s.all[i].end);
			TRUE(i == 0 || s.all[i - 1].end < s.all[i].start);
		}
		spans_done(&s);
	}
}

TEST(clearing_forgets_the_spans_and_done_the_memory)
{
	struct spans s = { 0 };
	spans_add(&s, 1, 2);
	size_t capacity = s.capacity;
	spans_clear(&s);
	EQ_INT(s.count, 0);
	EQ_INT(s.capacity, capacity);
	spans_done(&s);
	TRUE(!s.all && !s.capacity);
}
