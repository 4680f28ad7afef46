#include "app/marks.h"

bool marks_has(const struct marks *m, size_t region)
{
	for (size_t i = 0; i < m->count; i++)
		if (m->regions[i] == region)
			return true;
	return false;
}

bool marks_add(struct marks *m, size_t region)
{
	if (marks_has(m, region))
		return true;
	if (m->count == SEVERAL_MOST)
		return false;
	m->regions[m->count++] = region;
	return true;
}

void marks_remove(struct marks *m, size_t region)
{
	size_t kept = 0;
	for (size_t i = 0; i < m->count; i++)
		if (m->regions[i] != region)
			m->regions[kept++] = m->regions[i];
	m->count = kept;
}

void marks_clear(struct marks *m)
{
	m->count = 0;
}

void marks_follow(struct marks *m, const size_t *map)
{
	for (size_t i = 0; i < m->count; i++)
		m->regions[i] = map[m->regions[i]];
	marks_remove(m, CATALOG_NONE);
}
