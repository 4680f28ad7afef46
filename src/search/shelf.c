#include "search/shelf.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

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
	for (size_t v = before(s->groups, s->group_count); v < s->value_count; v++) {
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

bool shelf_states_year(const struct shelf *s, size_t group, const struct query_word *word)
{
	for (size_t v = before(s->groups, group); v < s->groups[group]; v++) {
		size_t start = start_of(s, v);
		if (fields_year_in(s->cps + start, s->ends[v] - start, word->range))
			return true;
	}
	return false;
}
