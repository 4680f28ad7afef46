/* A document number as tests of the kernel. What every way to write it has in common is its year with what closes it, 8) or 8年:
 * each place where that stands is looked at. */
#ifndef SEARCH_PLAN_DOCUMENT_H
#define SEARCH_PLAN_DOCUMENT_H

#include "search/plan.h"

/* In place of plan_make(): as printed it is found as well. Word and number must stay alive as long as the plan. */
void plan_document(struct plan *plan, const struct plane *p, const uint32_t *word, size_t count,
		   const struct document_number *number);

/* Whether the number stands about a position that the plan's test found. */
bool plan_document_stands(const struct plan *plan, const struct plane *p, size_t position);

#endif
