#include "compare/index.h"

#include <stdlib.h>

#include "compare/similar.h"
#include "support/check.h"
#include "table/load.h"

struct scene {
	struct catalog *catalog;
	struct similar *similar;
	struct profiles all;
};

static void scene_init(struct scene *s)
{
	*s = (struct scene){ .catalog = load_builtin() };
	s->similar = similar_new(s->catalog);
	size_t *measures = calloc(s->catalog->measure_count, sizeof(*measures));
	for (size_t i = 0; i < s->catalog->measure_count; i++)
		measures[i] = i;
	profiles_read(s->similar, NULL, measures, s->catalog->measure_count, &s->all);
	free(measures);
}

static void scene_done(struct scene *s)
{
	profiles_done(&s->all);
	similar_free(s->similar);
	catalog_free(s->catalog);
}

static void meet(const struct index *x, size_t profile, size_t work, struct meeting *m)
{
	for (size_t i = 0; i < m->count; i++)
		m->common[m->met[i]] = 0;
	meeting_begin(m);
	index_meet(x, &x->profiles->all[profile], work, m);
}

TEST(with_enough_work_what_is_common_is_exact)
{
	struct scene s;
	struct index x;
	struct meeting m;
	struct similar_lookup lookup = { 0 };
	scene_init(&s);
	s.all.taken[3] = true;
	index_build(&x, &s.all, 0, s.all.count);
	meeting_init(&m, s.all.count);
	for (size_t i = 0; i < s.all.count; i++) {
		meet(&x, i, SIZE_MAX, &m);
		TRUE(m.whole);
		similar_lookup_fill(&lookup, &s.all.all[i]);
		for (size_t k = 0; k < s.all.count; k++) {
			uint64_t common = similar_common(&lookup, &s.all.all[k]);
			EQ_INT(m.common[k], s.all.taken[k] ? 0 : common);
		}
	}
	similar_lookup_done(&lookup);
	meeting_done(&m);
	index_done(&x);
	scene_done(&s);
}

TEST(with_little_work_the_rarest_terms_are_looked_at)
{
	struct scene s;
	struct index x;
	struct meeting m, whole;
	size_t fewer = 0;
	scene_init(&s);
	index_build(&x, &s.all, 0, s.all.count);
	meeting_init(&m, s.all.count);
	meeting_init(&whole, s.all.count);
	for (size_t i = 0; i < s.all.count; i++) {
		meet(&x, i, SIZE_MAX, &whole);
		meet(&x, i, 120, &m);
		TRUE(m.count <= whole.count && m.count <= 120);
		TRUE(m.whole == (m.common[i] == whole.common[i]));
		for (size_t k = 0; k < m.count; k++)
			TRUE(m.common[m.met[k]] <= whole.common[m.met[k]]);
		fewer += m.count < whole.count;
		meet(&x, i, 0, &m);
		EQ_INT(m.count, 0);
	}
	TRUE(fewer > s.all.count / 2);
	meeting_done(&m);
	meeting_done(&whole);
	index_done(&x);
	scene_done(&s);
}

TEST(parts_of_a_side_add_up_to_the_whole)
{
	struct scene s;
	struct index x, first, rest;
	struct meeting whole, parts;
	scene_init(&s);
	index_build(&x, &s.all, 0, s.all.count);
	index_build(&first, &s.all, 0, 20);
	index_build(&rest, &s.all, 20, s.all.count);
	meeting_init(&whole, s.all.count);
	meeting_init(&parts, s.all.count);
	for (size_t i = 0; i < s.all.count; i++) {
		meet(&x, i, SIZE_MAX, &whole);
		meet(&first, i, SIZE_MAX, &parts);
		index_meet(&rest, &s.all.all[i], SIZE_MAX, &parts);
		EQ_INT(parts.count, whole.count);
		for (size_t k = 0; k < s.all.count; k++)
			EQ_INT(parts.common[k], whole.common[k]);
	}
	meeting_done(&whole);
	meeting_done(&parts);
	index_done(&x);
	index_done(&first);
	index_done(&rest);
	scene_done(&s);
}
