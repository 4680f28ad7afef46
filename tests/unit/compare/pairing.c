#include "compare/pairing.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "compare/assign.h"
#include "compare/similar.h"
#include "support/check.h"
#include "table/build.h"

static void add_province(struct build *b, const char *name, const char *const *texts, size_t count)
{
	struct measure *measures = calloc(count + 1, sizeof(*measures));
	for (size_t i = 0; i < count; i++)
		measures[i].text = texts[i];
	build_entry(b, &(struct build_entry){ .number = name[3] ^ name[4],
					      .path = { name },
					      .measures = measures,
					      .measure_count = count });
	free(measures);
}

/* The pairing of 江苏省's texts with 山西省's. */
static struct pairing pair(const char *const *lefts, size_t left_count, const char *const *rights,
			   size_t right_count)
{
	struct build *b = build_new();
	build_table(b, "测试", "测试", NULL);
	add_province(b, "江苏省", lefts, left_count);
	add_province(b, "山西省", rights, right_count);
	struct catalog *c = build_finish(b);
	size_t *measures[2];
	for (int side = 0; side < 2; side++) {
		const char *name = side == 0 ? "江苏省" : "山西省";
		size_t region = 0;
		while (strcmp(c->regions[region].name, name) != 0)
			region++;
		size_t count = side == 0 ? left_count : right_count;
		measures[side] = calloc(count + 1, sizeof(**measures));
		for (size_t i = 0; i < count; i++)
			measures[side][i] = c->regions[region].first_measure + i;
	}
	struct pairing p;
	struct crew *crew = crew_new();
	pairing_find(c, crew, measures[0], left_count, measures[1], right_count, &p);
	crew_free(crew);
	free(measures[0]);
	free(measures[1]);
	catalog_free(c);
	return p;
}

TEST(what_is_equal_is_never_torn_apart_for_two_that_are_merely_alike)
{
	/* Each of the others is half of the long text: two thirds twice is more than 1. */
	static const char *const lefts[] = { "甲乙丙丁戊己庚辛", "甲乙丙丁" };
	static const char *const rights[] = { "甲乙丙丁戊己庚辛。", "戊己庚辛" };
	struct pairing p = pair(lefts, 2, rights, 2);
	EQ_INT(p.match[0], 0);
	TRUE(p.alike[0] == 1);
	EQ_INT(p.match[1], ASSIGN_NONE);
	pairing_done(&p);
}

TEST(equals_pair_as_often_as_both_have_them)
{
	static const char *const lefts[] = { "给予信贷支持。", "减少检查", "给予信贷支持",
					     "给予信贷支持。" };
	static const char *const rights[] = { "推荐评奖", "给予信贷支持。", "给予 信贷支持。" };
	struct pairing p = pair(lefts, 4, rights, 3);
	EQ_INT(p.match[0], 1); /* byte for byte before all others */
	EQ_INT(p.match[2], 2);
	EQ_INT(p.match[1], ASSIGN_NONE);
	EQ_INT(p.match[3], ASSIGN_NONE);
	pairing_done(&p);
}

enum {
	CROWD = 4000
};

/* Texts that say nearly the same, 4,000 on each side; the right ones in another order. */
TEST(nobody_is_left_alone_because_of_the_crowd)
{
	const char **lefts = calloc(CROWD, sizeof(*lefts)), **rights = calloc(CROWD, sizeof(*rights));
	struct buffer *texts = calloc(2 * CROWD, sizeof(*texts));
	bool *taken = calloc(CROWD, sizeof(*taken));
	size_t own = 0;
	for (size_t i = 0; i < CROWD; i++) {
		buffer_print(&texts[i], "第%zu批：对认定的企业给予一次性补助，并优先推荐。", i);
		buffer_print(&texts[CROWD + i], "第%zu批：对认定的企业可以给予一次性补助，并优先推荐。",
			     i * 2003 % CROWD);
		lefts[i] = buffer_string(&texts[i]);
		rights[i] = buffer_string(&texts[CROWD + i]);
	}
	struct pairing p = pair(lefts, CROWD, rights, CROWD);
	for (size_t i = 0; i < CROWD; i++) {
		TRUE(p.match[i] != ASSIGN_NONE && !taken[p.match[i]]);
		TRUE(p.alike[i] < 1);
		taken[p.match[i]] = true;
		own += p.match[i] * 2003 % CROWD == i;
	}
	EQ_INT(own, CROWD);
	pairing_done(&p);
	for (size_t i = 0; i < 2 * CROWD; i++)
		buffer_done(&texts[i]);
	free(texts);
	free(taken);
	free(lefts);
	free(rights);
}

TEST(a_side_without_measures_pairs_with_nothing)
{
	static const char *const some[] = { "给予信贷支持。" };
	struct pairing p = pair(some, 1, NULL, 0);
	EQ_INT(p.match[0], ASSIGN_NONE);
	pairing_done(&p);
	p = pair(NULL, 0, some, 1);
	pairing_done(&p);
}
