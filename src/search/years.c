#include "search/years.h"

#include <stdlib.h>

#include "base/memory.h"

static size_t start_of(const struct years *y, size_t entry)
{
	return entry > 0 ? y->ends[entry - 1] : 0;
}

void years_add(struct years *y, const uint32_t *cps, size_t n)
{
	int64_t year;
	for (size_t at = 0; fields_next_year(cps, n, &at, &year);) {
		size_t i = start_of(y, y->entry_count);
		while (i < y->count && y->all[i] != year)
			i++;
		if (i < y->count)
			continue;
		y->all = memory_grow(y->all, &y->capacity, y->count + 1, sizeof(*y->all));
		y->all[y->count++] = (int16_t)year;
	}
}

void years_close(struct years *y)
{
	y->ends = memory_grow(y->ends, &y->entry_capacity, y->entry_count + 1, sizeof(*y->ends));
	y->ends[y->entry_count++] = (uint32_t)y->count;
}

void years_done(struct years *y)
{
	free(y->all);
	free(y->ends);
	*y = (struct years){ 0 };
}

bool years_have(const struct years *y, size_t entry, struct range range)
{
	for (size_t i = start_of(y, entry); i < y->ends[entry]; i++) {
		if (y->all[i] >= range.low && y->all[i] <= range.high)
			return true;
	}
	return false;
}
