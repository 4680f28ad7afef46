#include "search/roles.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

/* What is to be filled: roles by class, in room for one set of classes. */
struct filling {
	const struct spell *spell;
	uint8_t *of_class;
	bool *classes;
};

static void add(struct filling *f, uint64_t from, uint64_t to, uint8_t role)
{
	if (from == 0 || to == 0)
		return;
	spell_collect(f->spell, from, to, f->classes);
	for (size_t class = 0; class < f->spell->classes; class ++)
		f->of_class[class] |= f->classes[class] ? role : 0;
}

static bool is_one(uint64_t nodes)
{
	return nodes != 0 && (nodes & (nodes - 1)) == 0;
}

static void fill(struct filling *f, size_t node, uint64_t from, uint64_t to)
{
	uint64_t first = 1, last = UINT64_C(1) << f->spell->letters, here = UINT64_C(1) << node;
	uint64_t sources = from & ~first, targets = to & ~last, any = last - 1;
	add(f, from & first, here, ROLES_STARTS);
	add(f, sources, here, ROLES_COMES);
	add(f, any, sources, ROLES_BEFORE);
	add(f, is_one(sources) ? first : 0, sources, ROLES_FIRST);
	if (node == f->spell->letters)
		return;
	add(f, here, to & last, ROLES_ENDS);
	add(f, here, targets, ROLES_GOES);
	add(f, targets, any | last, ROLES_BEHIND);
	add(f, is_one(targets) ? targets : 0, last, ROLES_LAST);
}

uint8_t *roles_new(const struct spell *s, const struct plane *p, size_t node, uint64_t from,
		   uint64_t to)
{
	struct filling f = { .spell = s };
	f.of_class = memory_new(s->classes * sizeof(*f.of_class));
	f.classes = memory_new(s->classes * sizeof(*f.classes));
	fill(&f, node, from, to);
	uint8_t *roles = memory_new(CODES_COUNT * sizeof(*roles));
	if (node == s->letters)
		memset(roles, ROLES_ENDS, CODES_COUNT * sizeof(*roles));
	for (size_t i = 0; i < p->seen_count; i++)
		roles[p->seen[i].code] |= f.of_class[p->codes->class[p->seen[i].code]];
	free(f.of_class);
	free(f.classes);
	return roles;
}
