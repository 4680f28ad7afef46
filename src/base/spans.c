#include "base/spans.h"

#include <stdlib.h>

#include "base/memory.h"

void spans_add(struct spans *s, size_t start, size_t end)
{
	if (start >= end)
		return;
	s->all = memory_grow(s->all, &s->capacity, s->count + 1, sizeof(*s->all));
	s->all[s->count++] = (struct span){ start, end };
}

static int by_start(const void *a, const void *b)
{
	const struct span *x = a, *y = b;
	return (x->start > y->start) - (x->start < y->start);
}

void spans_tidy(struct spans *s)
{
	if (s->count == 0)
		return;
	qsort(s->all, s->count, sizeof(*s->all), by_start);
	size_t last = 0;
	for (size_t i = 1; i < s->count; i++) {
		if (s->all[i].start > s->all[last].end)
			s->all[++last] = s->all[i];
		else if (s->all[i].end > s->all[last].end)
			s->all[last].end = s->all[i].end;
	}
	s->count = last + 1;
}

bool spans_contain(const struct spans *s, size_t position)
{
	size_t low = 0, high = s->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (s->all[middle].end <= position)
			low = middle + 1;
		else
			high = middle;
	}
	return low < s->count && s->all[low].start <= position;
}

void spans_clear(struct spans *s)
{
	s->count = 0;
}

void spans_done(struct spans *s)
{
	free(s->all);
	*s = (struct spans){ 0 };
}
