#include "search/bits.h"

#include "support/check.h"

enum { LONGEST = 1700 };

struct model { /* a bitmap, and what it should be */
	struct bits bits;
	bool want[LONGEST];
};

static uint64_t seed = 20200229;

static size_t below(size_t n)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (size_t)(seed % n);
}

static void invent(struct model *m, size_t n)
{
	size_t rate = 1 + below(40);
	bits_init(&m->bits, n);
	for (size_t i = 0; i < n; i++) {
		m->want[i] = below(rate) == 0;
		if (m->want[i])
			bits_set(&m->bits, i);
	}
}

static void compare(struct model *m)
{
	struct bits *b = &m->bits;
	size_t before[LONGEST + 1], sum = 0;
	bits_index(b);
	for (size_t i = 0; i < b->count; i++) {
		TRUE(bits_get(b, i) == m->want[i]);
		before[i] = sum;
		if (m->want[i])
			EQ_INT(bits_nth(b, sum), i);
		sum += m->want[i];
	}
	before[b->count] = sum;
	EQ_INT(bits_total(b), sum);
	TRUE(bits_nth(b, sum) == BITS_NONE);
	size_t next = BITS_NONE;
	for (size_t i = b->count + 1; i-- > 0;) {
		next = i < b->count && m->want[i] ? i : next;
		TRUE(bits_next(b, i) == next);
		EQ_INT(bits_before(b, i), before[i]);
		size_t other = below(b->count + 1);
		EQ_INT(bits_between(b, i, other), other > i ? before[other] - before[i] : 0);
	}
}

TEST(counting_and_finding_agree_with_walking)
{
	static const size_t sizes[] = { 0, 1, 63, 64, 65, 511, 512, 513, 1024, 1699 };
	EACH (n, sizes) {
		struct model m;
		for (int round = 0; round < 8; round++) {
			invent(&m, *n);
			compare(&m);
			bits_done(&m.bits);
		}
	}
}

TEST(combining_agrees_with_combining_bit_by_bit)
{
	for (int round = 0; round < 200; round++) {
		struct model a, b;
		size_t n = below(LONGEST);
		invent(&a, n);
		invent(&b, n);
		for (size_t i = 0; i < n; i++) {
			bool x = a.want[i], y = b.want[i];
			a.want[i] = round % 4 == 0   ? x && y
				    : round % 4 == 1 ? x || y
				    : round % 4 == 2 ? x && !y
						     : !x;
		}
		if (round % 4 == 0)
			bits_and(&a.bits, &b.bits);
		else if (round % 4 == 1)
			bits_or(&a.bits, &b.bits);
		else if (round % 4 == 2)
			bits_and_not(&a.bits, &b.bits);
		else
			bits_not(&a.bits);
		compare(&a);
		bits_done(&a.bits);
		bits_done(&b.bits);
	}
}

TEST(a_filled_run_is_set_and_nothing_beside_it)
{
	for (int round = 0; round < 500; round++) {
		struct model m;
		invent(&m, below(LONGEST));
		size_t first = below(m.bits.count + 1), end = below(m.bits.count + 1);
		bits_fill(&m.bits, first, end);
		for (size_t i = first; i < end; i++)
			m.want[i] = true;
		compare(&m);
		bits_done(&m.bits);
	}
}

TEST(a_copy_stands_alone_and_a_cleared_set_is_empty)
{
	struct model m;
	struct bits copy = { 0 };
	invent(&m, 777);
	bits_copy(&copy, &m.bits);
	bits_clear(&m.bits);
	EQ_INT(bits_next(&m.bits, 0) == BITS_NONE, 1);
	bits_done(&m.bits);
	m.bits = copy;
	compare(&m);
	bits_done(&m.bits);
}
