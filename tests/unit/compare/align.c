#include "compare/align.h"

#include <uchar.h>

#include "support/check.h"

enum { MOST = 32 };

static size_t length(const char32_t *text)
{
	size_t n = 0;
	while (text[n])
		n++;
	return n;
}

TEST(runs_of_common_characters_are_kept_and_single_ones_are_not_scattered)
{
	static const struct {
		const char32_t *a, *b;
		const char *match; /* for each of a's: its place in b as a letter, or '-' */
	} cases[] = {
		{ U"", U"甲", "" },
		{ U"甲乙丙", U"甲乙丙", "abc" },
		{ U"甲乙丙", U"甲丁丙", "a-c" },
		{ U"给予信贷支持", U"信贷", "--ab--" },
		{ U"甲乙", U"丙丁", "--" },
		/* one character alone in the middle is worth no run */
		{ U"甲乙丙丁戊", U"甲子丙丑戊", "a---e" },
		{ U"甲乙乙", U"甲乙", "ab-" },
	};
	EACH (c, cases) {
		size_t of_a[MOST], of_b[MOST];
		struct aligned a = { (const uint32_t *)c->a, of_a, length(c->a) };
		struct aligned b = { (const uint32_t *)c->b, of_b, length(c->b) };
		align(&a, &b);
		char got[MOST + 1] = "";
		for (size_t i = 0; i < a.count; i++) {
			got[i] = of_a[i] == ALIGN_NONE ? '-' : (char)('a' + of_a[i]);
			TRUE(of_a[i] == ALIGN_NONE || of_b[of_a[i]] == i);
		}
		EQ_STR(got, c->match);
	}
}

/* More cells than are aligned at once: 6,000 by 6,000, differing at each end and by a character in 50. */
TEST(very_long_texts_are_aligned_window_by_window)
{
	enum { COUNT = 6000 };
	static uint32_t a_cps[COUNT], b_cps[COUNT];
	static size_t of_a[COUNT], of_b[COUNT];
	uint32_t random = 1;
	for (size_t i = 0; i < COUNT; i++) {
		random = random * 1664525 + 1013904223;
		a_cps[i] = b_cps[i] = 0x4E00 + (random >> 16) % 3000;
		if (i % 50 == 0 || i == COUNT - 1)
			b_cps[i] = 'x';
	}
	struct aligned a = { a_cps, of_a, COUNT }, b = { b_cps, of_b, COUNT };
	align(&a, &b);
	size_t matched = 0, last = 0;
	for (size_t i = 0; i < COUNT; i++) {
		if (of_a[i] == ALIGN_NONE)
			continue;
		EQ_INT(b_cps[of_a[i]], a_cps[i]);
		TRUE(matched == 0 || of_a[i] > last);
		last = of_a[i];
		matched += of_a[i] == i;
	}
	TRUE(matched > COUNT * 95 / 100);
}
