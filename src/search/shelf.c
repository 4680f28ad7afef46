#include "search/shelf.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

enum { RECENT = 16 }; /* values compared with a new one, so that many do not take forever */

void shelf_done(struct shelf *s)
{
	free(s->cps);
	free(s->ends);
	free(s->groups);
}

static size_t before(const size_t *ends, size_t i)
{
	return i > 0 ? ends[i - 1] : 0;
}

static size_t start_of(const struct shelf *s, size_t value)
{
	return before(s->ends, value);
}

void shelf_add(struct shelf *s, const char *text, struct folded *scratch)
{
	fold_text(scratch, text, strlen(text));
	size_t n = scratch->count;
	if (n == 0)
		return;
	size_t first = before(s->groups, s->group_count);
	if (s->value_count - first > RECENT)
		first = s->value_count - RECENT;
	for (size_t v = first; v < s->value_count; v++) {
		size_t start = start_of(s, v);
		if (s->ends[v] - start == n &&
		    memcmp(s->cps + start, scratch->cps, n * sizeof(*s->cps)) == 0)
			return;
	}
	s->cps = memory_grow(s->cps, &s->cp_capacity, s->cp_count + n, sizeof(*s->cps));
	memcpy(s->cps + s->cp_count, scratch->cps, n * sizeof(*s->cps));
	s->cp_count += n;
	s->ends = memory_grow(s->ends, &s->value_capacity, s->value_count + 1, sizeof(*s->ends));
	s->ends[s->value_count++] = s->cp_count;
}

void shelf_close(struct shelf *s)
{
	s->groups =
		memory_grow(s->groups, &s->group_capacity, s->group_count + 1, sizeof(*s->groups));
	s->groups[s->group_count++] = s->value_count;
}

bool shelf_has(const struct shelf *s, size_t group, const struct query_word *word)
{
	size_t length;
	for (size_t v = before(s->groups, group); v < s->groups[group]; v++) {
		size_t start = start_of(s, v);
		if (query_word_find(word, s->cps + start, s->ends[v] - start, 0, &length) !=
		    FOLD_NOWHERE)
			return true;
	}
	return false;
}

bool shelf_begins(const struct shelf *s, size_t group, const struct query_word *word)
{
	for (size_t v = before(s->groups, group); v < s->groups[group]; v++) {
		size_t start = start_of(s, v);
		if (query_word_begins(word, s->cps + start, s->ends[v] - start) > 0)
			return true;
	}
	return false;
}

const uint32_t *shelf_first(const struct shelf *s, size_t group, size_t *n)
{
	size_t value = before(s->groups, group);
	*n = value < s->groups[group] ? s->ends[value] - start_of(s, value) : 0;
	return *n > 0 ? s->cps + start_of(s, value) : NULL;
}
