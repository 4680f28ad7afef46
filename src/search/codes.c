#include "search/codes.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "search/pinyin_data.h"

enum { SURROGATES = 0xD800, SURROGATES_END = 0xE000 };

/* Characters with one list of readings. */
struct class
{
	const struct pinyin_line *line;
	uint32_t first_cp; /* the chain of its characters; see struct sorting */
	uint16_t last_cp;
};

/* next_cp[cp]: the next character of the same class, 0 at the end of the chain. */
struct sorting {
	struct class *classes;
	size_t count, capacity;
	uint16_t *class_of_line; /* by number of line, as they come; 0: none yet */
	size_t line_capacity;
	uint16_t next_cp[CODES_COUNT];
};

/* The letter with whose characters those of several first letters stand: the lowest for one half of
 * the sets, the highest for the other one, so that no letter has all of them elsewhere (13 ranges
 * for y when it was always the lowest). */
static int home(uint32_t initials)
{
	int lowest = __builtin_ctz(initials), highest = 31 - __builtin_clz(initials);
	return (lowest + highest) % 2 ? highest : lowest;
}

/* By home, then by the set of first letters, sets in the order of their letters as a word (a, ac, c,
 * cz, z), then by the readings. */
static int by_sound(const void *a, const void *b)
{
	const struct pinyin_line *x = ((const struct class *)a)->line;
	const struct pinyin_line *y = ((const struct class *)b)->line;
	if (home(x->initials) != home(y->initials))
		return home(x->initials) - home(y->initials);
	if (x->initials != y->initials) {
		uint32_t differing = x->initials ^ y->initials;
		uint32_t lowest = differing & (~differing + 1), above = ~(lowest | (lowest - 1));
		bool in_x = x->initials & lowest;
		/* Whoever has the letter comes first, unless the other one ends here. */
		if (in_x)
			return y->initials & above ? -1 : 1;
		return x->initials & above ? 1 : -1;
	}
	for (size_t i = 0; i < x->count && i < y->count; i++) {
		int order = strcmp(x->readings[i], y->readings[i]);
		if (order != 0)
			return order;
	}
	return (x->count > y->count) - (x->count < y->count);
}

static struct class *class_of(struct sorting *s, const struct pinyin_line *line, size_t number)
{
	size_t old = s->line_capacity;
	if (number >= old) {
		s->class_of_line = memory_grow(s->class_of_line, &s->line_capacity, number + 1,
					       sizeof(*s->class_of_line));
		memset(s->class_of_line + old, 0,
		       (s->line_capacity - old) * sizeof(*s->class_of_line));
	}
	if (s->class_of_line[number] == 0) {
		s->classes =
			memory_grow(s->classes, &s->capacity, s->count + 1, sizeof(*s->classes));
		s->classes[s->count++] = (struct class){ .line = line };
		s->class_of_line[number] = (uint16_t)s->count;
	}
	return &s->classes[s->class_of_line[number] - 1];
}

static void give(struct codes *c, uint32_t cp, size_t class, size_t *next)
{
	c->of[cp] = (uint16_t)*next;
	c->cp[*next] = (uint16_t)cp;
	c->class[(*next)++] = (uint16_t) class;
}

static void collect(struct codes *c, struct sorting *s, size_t *next)
{
	const struct pinyin_line *none = pinyin_line_of(0);
	for (uint32_t cp = CODES_FIRST; cp < CODES_COUNT; cp++) {
		if (cp >= SURROGATES && cp < SURROGATES_END)
			continue;
		const struct pinyin_line *line = pinyin_line_of(cp);
		if (line->count == 0) {
			give(c, cp, 0, next);
			continue;
		}
		struct class *class = class_of(s, line, (size_t)(line - none));
		if (class->first_cp == 0)
			class->first_cp = cp;
		else
			s->next_cp[class->last_cp] = (uint16_t)cp;
		class->last_cp = (uint16_t)cp;
	}
}

struct codes *codes_new(void)
{
	struct codes *c = memory_new(sizeof(*c));
	struct sorting *s = memory_new(sizeof(*s));
	size_t next = CODES_FIRST;
	collect(c, s, &next);
	if (s->count > 0)
		qsort(s->classes, s->count, sizeof(*s->classes), by_sound);
	c->class_count = s->count + 1;
	c->samples = memory_new(c->class_count * sizeof(*c->samples));
	for (size_t i = 0; i < s->count; i++) {
		c->samples[i + 1] = s->classes[i].first_cp;
		for (uint32_t cp = s->classes[i].first_cp; cp != 0; cp = s->next_cp[cp])
			give(c, cp, i + 1, &next);
	}
	free(s->classes);
	free(s->class_of_line);
	free(s);
	return c;
}

void codes_free(struct codes *c)
{
	if (!c)
		return;
	free(c->samples);
	free(c);
}

/* FNV-1a, 32 bits. */
uint32_t codes_checksum(const struct codes *c)
{
	uint32_t sum = 2166136261u;
	for (size_t i = 0; i < CODES_COUNT; i++) {
		sum = (sum ^ c->cp[i]) * 16777619u;
		sum = (sum ^ c->class[i]) * 16777619u;
	}
	return sum;
}
