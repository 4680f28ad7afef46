#include "search/plan_document.h"

enum { YEAR_DIGITS = 4 };

/* Where both characters stand, the second one `distance` behind the first. */
static void add_test(struct plan *plan, const struct plane *p, uint32_t a, uint32_t b, int distance)
{
	struct kernel_test t = { codes_of(p->codes, a), codes_of(p->codes, b), distance };
	if (plane_times(p, t.a) > 0 && plane_times(p, t.b) > 0)
		plan->tests[plan->count++].kernel = t;
}

void plan_document(struct plan *plan, const struct plane *p, const uint32_t *word, size_t count,
		   const struct document_number *number)
{
	*plan = (struct plan){ .word = word, .word_count = count, .document = number };
	uint32_t last = word[number->year + YEAR_DIGITS - 1];
	if (number->open) {
		add_test(plan, p, last, word[number->year], 1 - YEAR_DIGITS);
	} else {
		add_test(plan, p, ')', last, -1);
		add_test(plan, p, U'年', last, -1);
	}
}

bool plan_document_stands(const struct plan *plan, const struct plane *p, size_t position)
{
	const struct document_number *number = plan->document;
	size_t year = number->open ? YEAR_DIGITS - 1 : YEAR_DIGITS;
	bool bracket = position > year && plane_cp(p, position - year - 1) == '(' &&
		       plane_cp(p, position + number->open) == ')';
	size_t before = year + bracket + number->agency_end;
	if (position < before)
		return false;
	uint32_t cps[DOCUMENT_LONGEST];
	size_t n = 0;
	for (size_t at = position - before; n < DOCUMENT_LONGEST && at < p->count; at++) {
		cps[n] = plane_cp(p, at);
		if (cps[n++] == 0)
			break;
	}
	return document_number_match(plan->word, number, cps, n) > 0;
}
