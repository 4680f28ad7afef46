#include "search/plan_document.h"

enum { YEAR_DIGITS = 4 };

static void add_code(const struct plane *p, struct kernel_set *s, uint32_t cp)
{
	uint16_t code = codes_of(p->codes, cp);
	if (plane_times(p, code) > 0)
		s->ranges[s->count++] = (struct kernel_range){ code, code };
}

void plan_document(struct plan *plan, const struct plane *p, const uint32_t *word, size_t count,
		   const struct document_number *number)
{
	struct plan_test t = { .kernel.distance = -1 };
	*plan = (struct plan){ .word = word, .word_count = count, .document = number };
	uint32_t last = word[number->year + YEAR_DIGITS - 1];
	if (number->open) {
		t.kernel.distance = 1 - YEAR_DIGITS;
		add_code(p, &t.kernel.a, last);
		add_code(p, &t.kernel.b, word[number->year]);
	} else {
		add_code(p, &t.kernel.a, ')');
		add_code(p, &t.kernel.a, U'年');
		add_code(p, &t.kernel.b, last);
	}
	if (t.kernel.a.count > 0 && t.kernel.b.count > 0)
		plan->tests[plan->count++] = t;
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
