#include "compare/edges.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "compare/compare.h"
#include "compare/similar.h"
#include "support/check.h"
#include "table/build.h"
#include "table/load.h"

static void read_all(const struct similar *s, struct crew *crew, struct profiles *out)
{
	size_t count = s->catalog->measure_count, *all = malloc((count + 1) * sizeof(*all));
	for (size_t i = 0; i < count; i++)
		all[i] = i;
	profiles_read(s, crew, all, count, out);
	free(all);
}

TEST(every_pair_of_a_small_table_is_found_with_its_number)
{
	struct catalog *c = load_builtin();
	struct similar *s = similar_new(c);
	struct profiles p = { 0 };
	struct edges edges = { 0 };
	size_t expected = 0;
	read_all(s, NULL, &p);
	TRUE(edges_between(&p, &p, COMPARE_THRESHOLD, NULL, &edges));
	for (size_t i = 0; i < edges.count; i++)
		TRUE(edges.all[i].weight ==
		     similar_measures(s, edges.all[i].left, edges.all[i].right));
	for (size_t a = 0; a < c->measure_count; a++)
		for (size_t b = 0; b < c->measure_count; b++)
			expected += similar_measures(s, a, b) >= COMPARE_THRESHOLD;
	EQ_INT(edges.count, expected);
	edges_done(&edges);
	profiles_done(&p);
	similar_free(s);
	catalog_free(c);
}

/* One entry of `count` measures: "企业等级k甲等" again and again, differing in a number. */
static struct catalog *crowd(size_t count)
{
	struct build *b = build_new();
	struct buffer *texts = calloc(count, sizeof(*texts));
	struct measure *measures = calloc(count, sizeof(*measures));
	build_table(b, "人群", "人群", NULL);
	for (size_t i = 0; i < count; i++) {
		buffer_print(&texts[i], "对评为等级%zu的企业给予一次性补助，并优先推荐。", i);
		measures[i].text = buffer_string(&texts[i]);
	}
	build_entry(b, &(struct build_entry){ .number = 1,
					      .path = { "江苏省" },
					      .measures = measures,
					      .measure_count = count });
	struct catalog *c = build_finish(b);
	for (size_t i = 0; i < count; i++)
		buffer_done(&texts[i]);
	free(texts);
	free(measures);
	return c;
}

TEST(in_a_crowd_each_keeps_its_own_and_no_right_is_forgotten)
{
	enum {
		CROWD = 6000
	};
	struct catalog *c = crowd(CROWD);
	struct similar *s = similar_new(c);
	struct crew *crew = crew_new();
	struct profiles p = { 0 };
	struct edges alone = { 0 }, helped = { 0 };
	bool *own = calloc(CROWD, sizeof(*own)), *met = calloc(CROWD, sizeof(*met));
	read_all(s, crew, &p);
	TRUE(!edges_between(&p, &p, COMPARE_THRESHOLD, NULL, &alone));
	TRUE(!edges_between(&p, &p, COMPARE_THRESHOLD, crew, &helped));
	EQ_INT(alone.count, helped.count);
	TRUE(memcmp(alone.all, helped.all, alone.count * sizeof(*alone.all)) == 0);
	TRUE(alone.count <= EDGES_MOST + CROWD);
	for (size_t i = 0; i < alone.count; i++) {
		const struct assign_edge *e = &alone.all[i];
		met[e->right] = true;
		own[e->left] |= e->left == e->right;
		TRUE(i == 0 || alone.all[i - 1].left <= e->left);
	}
	for (size_t i = 0; i < CROWD; i++)
		TRUE(own[i] && met[i]);
	free(own);
	free(met);
	edges_done(&alone);
	edges_done(&helped);
	profiles_done(&p);
	crew_free(crew);
	similar_free(s);
	catalog_free(c);
}

TEST(sides_without_members_and_those_that_are_taken_have_no_edges)
{
	struct catalog *c = load_builtin();
	struct similar *s = similar_new(c);
	struct profiles none = { 0 }, all = { 0 };
	struct edges edges = { 0 };
	profiles_read(s, NULL, NULL, 0, &none);
	read_all(s, NULL, &all);
	TRUE(edges_between(&none, &all, COMPARE_THRESHOLD, NULL, &edges));
	TRUE(edges_between(&all, &none, COMPARE_THRESHOLD, NULL, &edges));
	for (size_t i = 0; i < all.count; i++)
		all.taken[i] = i != 5;
	TRUE(edges_between(&all, &all, COMPARE_THRESHOLD, NULL, &edges));
	EQ_INT(edges.count, 1);
	EQ_INT(edges.all[0].left, 5);
	EQ_INT(edges.all[0].right, 5);
	edges_done(&edges);
	profiles_done(&none);
	profiles_done(&all);
	similar_free(s);
	catalog_free(c);
}
