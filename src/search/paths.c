#include "search/paths.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

/* The sets of a word: one for each class that an edge spells, equal ones once. */
struct sets {
	const struct spell *spell;
	size_t words;	   /* of 64 classes */
	uint64_t *classes; /* [set * words]: bit by class */
	size_t count, capacity;
	uint16_t of[SPELL_LETTERS + 1][SPELL_LETTERS + 1]; /* by the two borders of an edge */
};

/* A part of the word: edges that leave borders [first, end). */
struct part {
	size_t first, end;
	uint8_t numbers[PATHS_EDGES]; /* by set: its bit in the table, from 1; 0: none */
	size_t count;
	size_t characters; /* that a path takes in it, at least */
};

static uint64_t bit(size_t i)
{
	return UINT64_C(1) << i;
}

/* The set that is collected behind all others, or the same one met before. */
static uint16_t settle(struct sets *s)
{
	const uint64_t *last = s->classes + s->count * s->words;
	size_t i = 0;
	while (memcmp(s->classes + i * s->words, last, s->words * sizeof(*last)) != 0)
		i++;
	if (i == s->count)
		s->count++;
	return (uint16_t)i;
}

static void collect(struct sets *s, size_t from, size_t to)
{
	const struct spell *spell = s->spell;
	s->classes = memory_grow(s->classes, &s->capacity, (s->count + 1) * s->words,
				 sizeof(*s->classes));
	uint64_t *classes = s->classes + s->count * s->words;
	memset(classes, 0, s->words * sizeof(*classes));
	for (size_t class = 0; class < spell->classes; class ++) {
		if (spell->leaves[class * spell->nodes + from] >> to & 1)
			classes[class / 64] |= bit(class % 64);
	}
	s->of[from][to] = settle(s);
}

static void collect_all(struct sets *s)
{
	s->words = (s->spell->classes + 63) / 64;
	for (size_t from = 0; from < s->spell->letters; from++) {
		for (uint64_t ends = s->spell->pieces[from]; ends; ends &= ends - 1)
			collect(s, from, (size_t)__builtin_ctzll(ends));
	}
}

/* The fewest characters that paths through the part take in it. */
static size_t least_characters(const struct spell *s, const struct part *p)
{
	size_t characters = 0;
	uint64_t here = bit(p->first);
	for (; here; characters++) {
		uint64_t next = 0;
		for (; here; here &= here - 1)
			next |= s->pieces[__builtin_ctzll(here)];
		if (next >> p->end)
			return characters + 1;
		here = next;
	}
	return characters;
}

/* Takes the edges that leave the next border, when there is room for their sets. */
static bool extend(struct part *p, const struct sets *s)
{
	struct part longer = *p;
	for (uint64_t ends = s->spell->pieces[p->end]; ends; ends &= ends - 1) {
		uint8_t *number = &longer.numbers[s->of[p->end][__builtin_ctzll(ends)]];
		if (*number)
			continue;
		if (longer.count == KERNEL_SETS)
			return false;
		*number = (uint8_t)++longer.count;
	}
	longer.end++;
	longer.characters = least_characters(s->spell, &longer);
	*p = longer;
	return true;
}

/* Whether every path goes through the border. */
static bool all_pass(const struct spell *s, size_t node)
{
	for (size_t i = 0; i < node; i++) {
		if (s->pieces[i] >> node >> 1)
			return false;
	}
	return true;
}

/* A part that takes CHARACTERS at least finds little that is no match, so of these the one with the fewest
 * sets; otherwise the longest. */
static bool is_better(const struct part *p, const struct part *best)
{
	enum { CHARACTERS = 3 };
	if (p->characters < CHARACTERS)
		return best->characters < CHARACTERS && p->end - p->first > best->end - best->first;
	return best->characters < CHARACTERS || p->count < best->count;
}

static struct part choose(const struct sets *s)
{
	enum { FEW = 8 }; /* sets of a word that is followed as a whole */
	struct part best = { 0 };
	for (size_t first = 0; first < s->spell->letters; first++) {
		struct part part = { .first = first, .end = first };
		if (!all_pass(s->spell, first))
			continue;
		while (part.end < s->spell->letters && extend(&part, s)) {
			if (is_better(&part, &best))
				best = part;
		}
		if (first == 0 && part.end == s->spell->letters && part.count <= FEW)
			return part;
	}
	return best;
}

static void add_edge(struct paths *p, size_t from, size_t to, size_t set)
{
	p->edges[p->edge_count++] =
		(struct paths_edge){ (uint8_t)from, (uint8_t)to, (uint8_t)set };
}

/* Those that leave `from` and are known to end the part already. */
static bool has_end(const struct paths *p, size_t from, size_t set)
{
	for (size_t i = p->edge_count; i-- > 0 && p->edges[i].to == PATHS_END;) {
		if (p->edges[i].from == from && p->edges[i].set == set)
			return true;
	}
	return false;
}

static void add_edges(struct paths *p, const struct part *part, const struct sets *s)
{
	const uint64_t *pieces = s->spell->pieces;
	for (size_t to = part->first + 1; to <= s->spell->letters; to++) {
		for (size_t from = part->first; from < part->end && from < to; from++) {
			size_t set = (size_t)part->numbers[s->of[from][to]] - 1;
			if (!(pieces[from] >> to & 1))
				continue;
			if (to < part->end)
				add_edge(p, from, to, set);
			else if (!has_end(p, from, set))
				add_edge(p, from, PATHS_END, set);
			if (to >= part->end)
				p->ends |= bit(to);
		}
	}
}

static void fill_table(struct paths *p, const struct part *part, const struct sets *s,
		       const struct plane *plane)
{
	uint16_t *of_class = memory_new(s->spell->classes * sizeof(*of_class));
	for (size_t i = 0; i < s->count; i++) {
		for (size_t class = 0; part->numbers[i] && class < s->spell->classes; class ++) {
			bool in = s->classes[i * s->words + class / 64] >> class % 64 & 1;
			of_class[class] |= (uint16_t)(in << (part->numbers[i] - 1));
		}
	}
	p->table = memory_new(CODES_COUNT * sizeof(*p->table));
	for (size_t i = 0; i < plane->seen_count; i++) {
		uint16_t code = plane->seen[i].code;
		p->table[code] = of_class[plane->codes->class[code]];
	}
	free(of_class);
}

void paths_make(struct paths *p, const struct spell *spell, const struct plane *plane)
{
	struct sets *s = memory_new(sizeof(*s));
	s->spell = spell;
	collect_all(s);
	struct part part = choose(s);
	*p = (struct paths){ .first = part.first, .sets = part.count };
	p->exact = part.first == 0 && part.end == spell->letters;
	add_edges(p, &part, s);
	fill_table(p, &part, s, plane);
	free(s->classes);
	free(s);
}

void paths_done(struct paths *p)
{
	free(p->table);
	*p = (struct paths){ 0 };
}

/* Their numbers of turns are known and nothing overlaps, so that compilers take several blocks at
 * once. */
static void follow_edge(const uint64_t *restrict reached, const uint64_t *restrict members,
			uint64_t *restrict out)
{
	for (size_t k = 0; k < KERNEL_PIECE; k++)
		out[k] |= reached[k] & members[k];
}

/* One character further: out[k] is the block of `in` with the last bit of the one before. */
static void step(const uint64_t *restrict in, uint64_t *restrict out)
{
	for (size_t k = 0; k < KERNEL_PIECE; k++)
		out[k] = in[k + 1] << 1 | in[k] >> 63;
}

void paths_follow(const struct paths *p, enum kernel kind, const uint16_t *codes, size_t blocks,
		  struct paths_state *state, uint64_t *found)
{
	uint64_t members[KERNEL_SETS * KERNEL_PIECE] = { 0 };
	uint64_t reached[PATHS_END + 1][KERNEL_PIECE], here[1 + KERNEL_PIECE];
	const struct paths_edge *edge = p->edges, *end = edge + p->edge_count;
	kernel_sets(kind, p->table, p->sets, codes, blocks, members);
	memset(reached[p->first], 0xFF, sizeof(reached[0]));
	while (edge < end) {
		size_t to = edge->to;
		memset(here, 0, sizeof(here));
		here[0] = state->carried[to];
		for (; edge < end && edge->to == to; edge++)
			follow_edge(reached[edge->from], members + edge->set * KERNEL_PIECE,
				    here + 1);
		state->carried[to] = here[blocks];
		step(here, reached[to]);
	}
	memcpy(found, here + 1, blocks * sizeof(*found));
}
