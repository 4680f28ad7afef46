#include "search/spell.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "search/pinyin.h"

/* The letters alone; bit k of `borders`: an apostrophe stood before letter k; bit n: behind all. */
struct letters {
	uint32_t all[SPELL_LETTERS + 1];
	size_t n;
	uint64_t borders;
};

static uint64_t bit(size_t i)
{
	return UINT64_C(1) << i;
}

static bool take_letters(struct letters *l, const uint32_t *word, size_t count)
{
	*l = (struct letters){ 0 };
	if (!pinyin_is_word(word, count))
		return false;
	for (size_t i = 0; i < count; i++) {
		if (word[i] == '\'')
			l->borders |= bit(l->n);
		else if (l->n == SPELL_LETTERS)
			return false;
		else
			l->all[l->n++] = word[i];
	}
	return true;
}

static void count_classes(struct spell *s, const struct plane *p)
{
	for (size_t i = 0; i < p->seen_count; i++)
		s->times[p->codes->class[p->seen[i].code]] += p->seen[i].times;
	s->times[0] = 0;
}

/* All pieces from a node that spell a character of the class. */
static uint64_t pieces_from(const struct letters *l, size_t node, uint32_t sample)
{
	uint32_t piece[SPELL_PIECE + 1];
	uint64_t found = 0;
	for (size_t n = 0; n < SPELL_PIECE && node + n < l->n; n++) {
		if (n > 0 && l->borders & bit(node + n))
			break;
		size_t end = node + n + 1;
		piece[n] = l->all[node + n];
		if (pinyin_match(piece, n + 1, &sample, 1) == 0)
			break; /* no reading begins so, and none that is longer */
		piece[n + 1] = '\'';
		if ((end == l->n && !(l->borders & bit(end))) ||
		    pinyin_match(piece, n + 2, &sample, 1) > 0)
			found |= bit(end);
	}
	return found;
}

static void fill(struct spell *s, const struct plane *p, const struct letters *l)
{
	for (size_t class = 1; class < s->classes; class ++) {
		for (size_t node = 0; s->times[class] && node < s->letters; node++) {
			uint64_t ends = pieces_from(l, node, p->codes->samples[class]);
			s->leaves[class * s->nodes + node] = ends;
			s->pieces[node] |= ends;
			for (; ends; ends &= ends - 1)
				s->enters[class * s->nodes + (size_t)__builtin_ctzll(ends)] |=
					bit(node);
		}
	}
}

/* Only what lies on a path from the first node to the last one stays. */
static void keep_paths(struct spell *s)
{
	uint64_t reached = bit(0), reaching = bit(s->letters);
	for (size_t node = 0; node < s->letters; node++) {
		if (reached >> node & 1)
			reached |= s->pieces[node];
	}
	for (size_t node = s->letters; node-- > 0;) {
		if (s->pieces[node] & reaching)
			reaching |= bit(node);
	}
	for (size_t node = 0; node < s->letters; node++)
		s->pieces[node] &= reached >> node & 1 ? reaching : 0;
}

bool spell_word(struct spell *s, const struct plane *p, const uint32_t *word, size_t count)
{
	struct letters l;
	*s = (struct spell){ 0 };
	if (!take_letters(&l, word, count))
		return false;
	s->letters = l.n;
	s->nodes = l.n + 1;
	s->classes = p->codes->class_count;
	s->leaves = memory_new(s->nodes * s->classes * sizeof(*s->leaves));
	s->enters = memory_new(s->nodes * s->classes * sizeof(*s->enters));
	s->times = memory_new(s->classes * sizeof(*s->times));
	count_classes(s, p);
	fill(s, p, &l);
	keep_paths(s);
	return true;
}

void spell_done(struct spell *s)
{
	free(s->leaves);
	free(s->enters);
	free(s->times);
	*s = (struct spell){ 0 };
}

static bool forward(const struct spell *s, const struct plane *p, size_t at, uint64_t nodes)
{
	while (nodes && !(nodes >> s->letters & 1)) {
		const uint64_t *leaves = s->leaves + p->codes->class[p->cells[at++]] * s->nodes;
		uint64_t next = 0;
		for (; nodes; nodes &= nodes - 1)
			next |= leaves[__builtin_ctzll(nodes)];
		nodes = next;
	}
	return nodes != 0;
}

/* The margin before the first position spells nothing, so this ends there. */
static bool backward(const struct spell *s, const struct plane *p, size_t at, uint64_t nodes)
{
	const uint16_t *cell = p->cells + at;
	while (nodes && !(nodes & 1)) {
		const uint64_t *enters = s->enters + p->codes->class[*--cell] * s->nodes;
		uint64_t next = 0;
		for (; nodes; nodes &= nodes - 1)
			next |= enters[__builtin_ctzll(nodes)];
		nodes = next;
	}
	return nodes & 1;
}

bool spell_through(const struct spell *s, const struct plane *p, size_t at, uint64_t nodes)
{
	for (; nodes; nodes &= nodes - 1) {
		uint64_t node = nodes & (~nodes + 1);
		if (forward(s, p, at, node) && backward(s, p, at, node))
			return true;
	}
	return false;
}
