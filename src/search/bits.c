#include "search/bits.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

enum { WORD = 64, RUN = 8 /* words between two entries of the directory */ };

static size_t words(const struct bits *b)
{
	return (b->count + WORD - 1) / WORD;
}

static size_t runs(const struct bits *b)
{
	return (words(b) + RUN - 1) / RUN;
}

/* The bits of a word below bit i, i < 64. */
static uint64_t below(size_t i)
{
	return (UINT64_C(1) << i) - 1;
}

static size_t ones(uint64_t word)
{
	return (size_t)__builtin_popcountll(word);
}

void bits_init(struct bits *b, size_t count)
{
	b->count = count;
	b->words = memory_new((words(b) + 1) * sizeof(*b->words));
	b->before = NULL;
}

void bits_done(struct bits *b)
{
	free(b->words);
	free(b->before);
	*b = (struct bits){ 0 };
}

void bits_clear(struct bits *b)
{
	if (b->words)
		memset(b->words, 0, words(b) * sizeof(*b->words));
}

void bits_copy(struct bits *to, const struct bits *from)
{
	if (to->count != from->count || !to->words) {
		bits_done(to);
		bits_init(to, from->count);
	}
	if (from->words)
		memcpy(to->words, from->words, words(from) * sizeof(*from->words));
}

void bits_set(struct bits *b, size_t i)
{
	b->words[i / WORD] |= UINT64_C(1) << i % WORD;
}

bool bits_get(const struct bits *b, size_t i)
{
	return b->words[i / WORD] >> i % WORD & 1;
}

void bits_fill(struct bits *b, size_t first, size_t end)
{
	if (first >= end)
		return;
	size_t head = first / WORD, tail = end / WORD;
	if (head == tail) {
		b->words[head] |= below(end % WORD) & ~below(first % WORD);
		return;
	}
	b->words[head] |= ~below(first % WORD);
	for (size_t i = head + 1; i < tail; i++)
		b->words[i] = UINT64_MAX;
	if (end % WORD)
		b->words[tail] |= below(end % WORD);
}

void bits_and(struct bits *b, const struct bits *other)
{
	for (size_t i = 0; i < words(b); i++)
		b->words[i] &= other->words[i];
}

void bits_or(struct bits *b, const struct bits *other)
{
	for (size_t i = 0; i < words(b); i++)
		b->words[i] |= other->words[i];
}

void bits_and_not(struct bits *b, const struct bits *other)
{
	for (size_t i = 0; i < words(b); i++)
		b->words[i] &= ~other->words[i];
}

void bits_not(struct bits *b)
{
	for (size_t i = 0; i < words(b); i++)
		b->words[i] = ~b->words[i];
	if (b->count % WORD)
		b->words[b->count / WORD] &= below(b->count % WORD);
}

size_t bits_next(const struct bits *b, size_t i)
{
	if (i >= b->count)
		return BITS_NONE;
	size_t at = i / WORD, end = words(b);
	uint64_t word = b->words[at] & ~below(i % WORD);
	while (word == 0 && ++at < end)
		word = b->words[at];
	return word ? at * WORD + (size_t)__builtin_ctzll(word) : BITS_NONE;
}

void bits_index(struct bits *b)
{
	size_t n = runs(b), end = words(b), sum = 0;
	if (!b->before)
		b->before = memory_new((n + 1) * sizeof(*b->before));
	for (size_t i = 0; i < end; i++) {
		if (i % RUN == 0)
			b->before[i / RUN] = (uint32_t)sum;
		sum += ones(b->words[i]);
	}
	b->before[n] = (uint32_t)sum;
}

size_t bits_total(const struct bits *b)
{
	return b->before[runs(b)];
}

size_t bits_before(const struct bits *b, size_t i)
{
	if (i >= b->count)
		return bits_total(b);
	size_t at = i / WORD, first = at / RUN * RUN;
	size_t sum = b->before[at / RUN];
	for (size_t k = first; k < at; k++)
		sum += ones(b->words[k]);
	return sum + ones(b->words[at] & below(i % WORD));
}

size_t bits_between(const struct bits *b, size_t first, size_t end)
{
	return end > first ? bits_before(b, end) - bits_before(b, first) : 0;
}

size_t bits_nth(const struct bits *b, size_t n)
{
	if (n >= bits_total(b))
		return BITS_NONE;
	size_t low = 0, high = runs(b); /* before[low] <= n < before[high] */
	while (high - low > 1) {
		size_t middle = low + (high - low) / 2;
		if (b->before[middle] <= n)
			low = middle;
		else
			high = middle;
	}
	n -= b->before[low];
	size_t at = low * RUN;
	for (; n >= ones(b->words[at]); at++)
		n -= ones(b->words[at]);
	uint64_t word = b->words[at];
	for (; n > 0; n--)
		word &= word - 1;
	return at * WORD + (size_t)__builtin_ctzll(word);
}
