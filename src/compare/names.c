#include "compare/names.h"

#include <assert.h>
#include <string.h>

static void add(struct names *n, const char *name)
{
	assert(n->count < NAMES_MOST);
	struct folded f = { 0 };
	fold_text(&f, name, strlen(name));
	if (f.count < 2) {
		fold_done(&f);
		return;
	}
	size_t at = n->count++;
	for (; at > 0 && n->all[at - 1].count < f.count; at--)
		n->all[at] = n->all[at - 1];
	n->all[at] = f;
}

void names_add(struct names *n, const struct catalog *c, size_t region)
{
	size_t path[CATALOG_DEPTH];
	size_t depth = catalog_path(c, region, path);
	for (size_t i = 0; i < depth; i++) {
		add(n, c->regions[path[i]].name);
		add(n, c->regions[path[i]].short_name);
	}
}

void names_done(struct names *n)
{
	for (size_t i = 0; i < n->count; i++)
		fold_done(&n->all[i]);
	n->count = 0;
}

static size_t name_at(const struct names *n, const uint32_t *cps, size_t count)
{
	for (size_t i = 0; i < n->count; i++) {
		const struct folded *f = &n->all[i];
		if (f->count <= count && f->cps[0] == cps[0] &&
		    memcmp(f->cps, cps, f->count * sizeof(*cps)) == 0)
			return f->count;
	}
	return 0;
}

void names_mark(const struct names *n, const uint32_t *cps, size_t count, bool *aside)
{
	for (size_t at = 0; at < count;) {
		size_t length = name_at(n, cps + at, count - at);
		memset(aside + at, true, length);
		at += length ? length : 1;
	}
}
