#include "search/match.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "search/pinyin.h"
#include "search/plan.h"
#include "search/plan_document.h"

enum {
	BLOCK = KERNEL_BLOCK,
	PIECE = KERNEL_PIECE, /* blocks looked at in one go */
	CHUNK = 256 * 1024, /* codes */
};

struct job {
	const struct match *match;
	const struct plane *plane;
	const struct plan *plan;
	size_t chunks;
	uint64_t *items;
};

static bool stands_printed(const struct job *j, size_t position, size_t offset)
{
	const struct plan *plan = j->plan;
	const struct plane *p = j->plane;
	if (position < offset || plan->word_count > p->count - (position - offset))
		return false;
	size_t start = position - offset;
	if (memcmp(p->cells + start, plan->codes, plan->word_count * sizeof(*plan->codes)) != 0)
		return false;
	for (size_t i = 0; plan->astral && i < plan->word_count; i++) {
		if (plane_cp(p, start + i) != plan->word[i])
			return false;
	}
	return true;
}

/* By a test, or as pinyin (NULL). */
static bool stands(const struct job *j, const struct plan_test *t, size_t at)
{
	const struct plan *plan = j->plan;
	if (plan->document)
		return plan_document_stands(plan, j->plane, at);
	return t ? stands_printed(j, at, t->offset)
		 : spell_through(&plan->spell, j->plane, at + 1, plan->paths.ends);
}

/* Those of the places found in a block that are a match. */
static uint64_t look(const struct job *j, const struct plan_test *t, size_t block,
		     uint64_t found)
{
	for (uint64_t rest = found; rest; rest &= rest - 1) {
		size_t i = (size_t)__builtin_ctzll(rest);
		if (!stands(j, t, block * BLOCK + i))
			found &= ~(UINT64_C(1) << i);
	}
	return found;
}

/* Bits of a block whose positions are in [from, to). */
static uint64_t inside(size_t block, size_t from, size_t to)
{
	size_t start = block * BLOCK;
	uint64_t bits = UINT64_MAX;
	if (from > start)
		bits = from - start < BLOCK ? bits << (from - start) : 0;
	if (to < start + BLOCK)
		bits &= to > start ? (UINT64_C(1) << (to - start)) - 1 : 0;
	return bits;
}

/* Blocks of a chunk that are searched in one go; of the first and the last one only what is in [from, to). */
struct piece {
	size_t first, blocks;
	size_t from, to;
};

/* Of the places found, those that are inside and a match. */
static void take_found(const struct job *j, const struct piece *p, const struct plan_test *t,
		       uint64_t *found)
{
	bool exact = t ? t->exact : j->plan->paths.exact;
	found[0] &= inside(p->first, p->from, p->to);
	found[p->blocks - 1] &= inside(p->first + p->blocks - 1, p->from, p->to);
	for (size_t k = 0; !exact && k < p->blocks; k++)
		found[k] = look(j, t, p->first + k, found[k]);
	kernel_mark(j->match->kernel, j->plane->cells + p->first * BLOCK, p->blocks, found,
		    j->plane->first + p->first, j->items);
}

static void search_piece(const struct job *j, const struct piece *p, struct paths_state *state)
{
	uint64_t found[PIECE];
	const uint16_t *codes = j->plane->cells + p->first * BLOCK;
	for (size_t i = 0; i < j->plan->count; i++) {
		const struct plan_test *t = &j->plan->tests[i];
		kernel_find(j->match->kernel, &t->kernel, codes, p->blocks, found);
		take_found(j, p, t, found);
	}
	if (j->plan->spelt) {
		paths_follow(&j->plan->paths, j->match->kernel, codes, p->blocks, state, found);
		take_found(j, p, NULL, found);
	}
}

static bool spelt_in_value(const struct plan *plan, const uint32_t *cps, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (pinyin_match(plan->word, plan->word_count, cps + i, n - i) > 0)
			return true;
	}
	return false;
}

/* Character by character, without codes: the item that begins at `start`. Returns where it ends. */
static size_t search_item(const struct job *j, size_t item, size_t start)
{
	const struct plane *p = j->plane;
	uint32_t *cps = NULL;
	size_t n = 0, capacity = 0, at = start;
	bool ended = false;
	for (; !ended; at++) {
		uint16_t code = p->cells[at];
		ended = code == CODES_END;
		if (!ended && code != CODES_BREAK) {
			cps = memory_grow(cps, &capacity, n + 1, sizeof(*cps));
			cps[n++] = plane_cp(p, at);
			continue;
		}
		if (spelt_in_value(j->plan, cps, n))
			j->items[item / 64] |= UINT64_C(1) << item % 64;
		n = 0;
	}
	free(cps);
	return at;
}

static size_t item_at(const struct plane *p, size_t position)
{
	size_t at = position / BLOCK * BLOCK, item = p->first[position / BLOCK];
	for (; at < position; at++)
		item += p->cells[at] == CODES_END;
	return item;
}

static size_t first_astral(const struct plane *p, size_t position)
{
	size_t low = 0, high = p->astral_count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (p->astral[middle].at < position)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

/* Pinyin in the items for which the codes do not say all. */
static void search_items(const struct job *j, size_t from, size_t to)
{
	const struct plane *p = j->plane;
	if (j->plan->slow) {
		for (size_t item = item_at(p, from), at = from; at < to; item++)
			at = search_item(j, item, at);
		return;
	}
	size_t done = from;
	for (size_t i = first_astral(p, from); i < p->astral_count && p->astral[i].at < to; i++) {
		size_t at = p->astral[i].at;
		if (at < done)
			continue;
		while (at > from && p->cells[at - 1] != CODES_END)
			at--;
		done = search_item(j, item_at(p, at), at);
	}
}

/* A chunk begins and ends with items. Their bits are no one else's: they share no word of the set with
 * other chunks. */
static void search_chunk(void *context, size_t chunk)
{
	const struct job *j = context;
	const struct plane *p = j->plane;
	size_t strides = plane_strides(p);
	struct piece piece = { .from = p->starts[strides * chunk / j->chunks],
			       .to = p->starts[strides * (chunk + 1) / j->chunks] };
	struct paths_state state = { 0 };
	size_t end = (piece.to + BLOCK - 1) / BLOCK;
	for (size_t at = piece.from / BLOCK; at < end; at += PIECE) {
		piece.first = at;
		piece.blocks = end - at < PIECE ? end - at : PIECE;
		search_piece(j, &piece, &state);
	}
	if (j->plan->pinyin)
		search_items(j, piece.from, piece.to);
}

/* Ends the plan. */
static bool search(const struct match *m, const struct plane *p, struct plan *plan,
		   struct bits *out)
{
	bits_done(out);
	bits_init(out, p->items);
	struct job job = { .match = m, .plane = p, .plan = plan, .items = out->words };
	size_t strides = plane_strides(p);
	job.chunks = p->count / CHUNK + 1 < strides ? p->count / CHUNK + 1 : strides;
	if (plan->count == 0 && !plan->spelt && !plan->slow && p->astral_count == 0)
		job.chunks = 0;
	struct crew_work work = { search_chunk, &job, m->cancelled, m->asker };
	bool complete = crew_run(m->crew, &work, job.chunks);
	plan_done(plan);
	return complete;
}

bool match_word(const struct match *m, const struct plane *p, const uint32_t *word, size_t count,
		bool pinyin, struct bits *out)
{
	struct plan plan;
	plan_make(&plan, p, word, count, pinyin);
	return search(m, p, &plan, out);
}

bool match_document(const struct match *m, const struct plane *p, const uint32_t *word,
		    size_t count, const struct document_number *number, struct bits *out)
{
	struct plan plan;
	plan_document(&plan, p, word, count, number);
	return search(m, p, &plan, out);
}

void match_spread(const struct bits *items, const uint32_t *runs, struct bits *out)
{
	for (size_t i = bits_next(items, 0); i != BITS_NONE; i = bits_next(items, i + 1))
		bits_fill(out, runs[2 * i], runs[2 * i + 1]);
}
