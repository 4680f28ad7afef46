#include "app/app.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/key.h"
#include "support/check.h"
#include "table/build.h"

enum { ENTRIES = 120, EACH_ENTRY = 9, MEASURES = ENTRIES * EACH_ENTRY };

/* Of ten measures three are the same in both provinces, five differ in the province's name, one is the left's alone and one the right's. */
static void write_measure(char *text, size_t size, int number, bool left)
{
	static const char *const kinds[] = { "给予金融信贷支持", "给予江苏省的政府采购优先",
					     "给予山西省的政府采购优先" };
	int m = number % 10;
	if (m == 8)
		snprintf(text, size, left ? "推荐参加第%d届全国评选" : "设立第%d笔专项基金",
			 number);
	else
		snprintf(text, size, "第%d项标准%d号的企业甲%d乙%d，%s。", number,
			 number * 7919 % 100003, number * 31 % 997, number * 17 % 991,
			 kinds[m < 3  ? 0
			       : left ? 1
				      : 2]);
}

/* Two provinces of 1,080 measures each. */
static struct catalog *two_provinces(void)
{
	struct build *b = build_new();
	build_table(b, "made", "大表", NULL);
	for (int e = 0; e < 2 * ENTRIES; e++) {
		struct measure measures[EACH_ENTRY];
		char texts[EACH_ENTRY][160];
		struct build_entry entry = { .number = e + 1,
					     .path = { e < ENTRIES ? "江苏省" : "山西省", NULL },
					     .measures = measures,
					     .measure_count = EACH_ENTRY };
		for (int m = 0; m < EACH_ENTRY; m++) {
			write_measure(texts[m], sizeof(texts[m]), e % ENTRIES * 10 + m,
				      e < ENTRIES);
			measures[m] = (struct measure){ .text = texts[m] };
		}
		build_entry(b, &entry);
	}
	return build_finish(b);
}

static void keys(struct app *a, const char *words)
{
	while (*words)
		app_key(a, key_parse(&words));
}

static void begin(struct app *a, struct catalog **c)
{
	*c = two_provinces();
	app_init(a, *c, NULL, 24, 80, NULL);
	keys(a, "jcgc"); /* from 江苏省, the second, to 山西省: then 山西 stands left */
	EQ_INT(a->screen, SCREEN_COMPARE);
	keys(a, "x");
}

static void end(struct app *a, struct catalog *c)
{
	app_done(a);
	catalog_free(c);
}

/* Which of the pairs shown the cursor is on. */
static size_t here(const struct app *a)
{
	return a->side_window.first + a->side.selected;
}

static const struct pair *pair_here(const struct app *a)
{
	return shown_pair(&a->shown, here(a));
}

static void in_view(const struct app *a)
{
	const struct item *item = pager_item(&a->side);
	TRUE(item);
	TRUE(item->first_line >= a->side.top);
	TRUE(item->end_line <= pager_end_line(&a->side));
	EQ_INT(item->id, a->shown.pairs[here(a)]);
	/* What is shown is laid out, unless all that there is has been. */
	TRUE(a->side_window.end == a->side_window.total ||
	     a->side.top + (size_t)a->side.height <= a->side.doc.line_count);
	TRUE(a->side.doc.item_count < 120);
}

TEST(every_pair_is_reached_one_by_one_and_back)
{
	struct app a;
	struct catalog *c;
	begin(&a, &c);
	size_t last = a.shown.count - 1;
	TRUE(a.shown.count >= MEASURES);
	for (size_t i = 0; i < last; i++) {
		EQ_INT(here(&a), i);
		in_view(&a);
		keys(&a, "j");
	}
	for (size_t i = last; i > 0; i--) {
		EQ_INT(here(&a), i);
		keys(&a, "k");
	}
	EQ_INT(here(&a), 0);
	EQ_INT(a.side.top, 0);
	end(&a, c);
}

TEST(jumps_land_where_they_say)
{
	static const struct {
		const char *keys;
		size_t want;
	} cases[] = {
		{ "700G", 699 }, { "j", 700 },	 { "300k", 400 }, { "30k", 370 },
		{ "15j", 385 },	 { "9999k", 0 }, { "5j", 5 },	  { "g", 0 },
	};
	struct app a;
	struct catalog *c;
	begin(&a, &c);
	EACH (row, cases) {
		keys(&a, row->keys);
		EQ_INT(here(&a), row->want);
		in_view(&a);
	}
	keys(&a, "G");
	EQ_INT(here(&a), a.shown.count - 1);
	keys(&a, "9999G");
	EQ_INT(here(&a), a.shown.count - 1);
	in_view(&a);
	end(&a, c);
}

TEST(pages_show_every_pair)
{
	struct app a;
	struct catalog *c;
	begin(&a, &c);
	size_t next = 0; /* the first pair that was not shown yet */
	for (int page = 0; next < a.shown.count && page < 2000; page++) {
		for (size_t i = 0; i < a.side.doc.item_count; i++) {
			const struct item *item = &a.side.doc.items[i];
			size_t at = a.side_window.first + i;
			if (item->first_line >= a.side.top &&
			    item->end_line <= pager_end_line(&a.side) && at >= next) {
				EQ_INT(at, next);
				next++;
			}
		}
		keys(&a, "<Space>");
	}
	EQ_INT(next, a.shown.count);
	end(&a, c);
}

TEST(differences_are_walked_in_order_and_round_the_end)
{
	struct app a;
	struct catalog *c;
	begin(&a, &c);
	size_t differing = 0;
	for (size_t i = 0; i < a.shown.count; i++)
		differing += shown_pair(&a.shown, i)->kind != PAIR_SAME;
	bool first = pair_here(&a)->kind != PAIR_SAME;
	for (size_t i = first; i < differing; i++) {
		size_t before = here(&a);
		keys(&a, "]c");
		TRUE(here(&a) > before);
		TRUE(pair_here(&a)->kind != PAIR_SAME);
		in_view(&a);
	}
	EQ_INT(a.message.n, 0);
	keys(&a, "n");
	HAS(buffer_string(&a.message), "已过最后一处不同");
	keys(&a, "N");
	HAS(buffer_string(&a.message), "已过第一处不同");
	end(&a, c);
}

TEST(a_filter_keeps_the_pair_or_goes_to_the_next_that_is_shown)
{
	struct app a;
	struct catalog *c;
	begin(&a, &c);
	keys(&a, "500G");
	size_t pair = a.shown.pairs[here(&a)];
	static const char *const filters[] = { "2f", "3f", "4f", "5f", "6f", "1f" };
	EACH (filter, filters) {
		keys(&a, *filter);
		EQ_INT(a.shown.filter, (*filter)[0] - '1');
		TRUE(compare_passes(pair_here(&a), a.shown.filter));
		in_view(&a);
		if (compare_passes(&a.comparison.pairs[pair], a.shown.filter))
			EQ_INT(a.shown.pairs[here(&a)], pair);
		keys(&a, "1f");
		pair = a.shown.pairs[here(&a)];
	}
	end(&a, c);
}

TEST(the_filter_key_passes_over_what_there_is_nothing_of)
{
	struct app a;
	struct catalog *c;
	begin(&a, &c);
	for (int i = 0; i < 2 * SHOWN_FILTERS; i++) {
		keys(&a, "f");
		TRUE(a.shown.count > 0);
	}
	keys(&a, "1fd"); /* names set aside: nothing is left that differs */
	EQ_INT(a.comparison.different, 0);
	keys(&a, "2fff");
	EQ_INT(a.shown.filter, COMPARE_LEFT);
	keys(&a, "4f"); /* asked for by its number it is shown, and says so */
	EQ_INT(a.shown.filter, COMPARE_DIFFERENT);
	EQ_INT(a.side.doc.item_count, 0);
	keys(&a, "7f");
	HAS(buffer_string(&a.message), "没有第 7 种筛选");
	EQ_INT(a.shown.filter, COMPARE_DIFFERENT);
	keys(&a, "jk<Space>gG]c[cyc");
	end(&a, c);
}

TEST(options_and_the_swap_keep_the_pair)
{
	struct app a;
	struct catalog *c;
	begin(&a, &c);
	keys(&a, "777G");
	size_t left = pair_here(&a)->left, right = pair_here(&a)->right;
	static const char *const each[] = { "d", "i", "m", "d", "i", "m", "xx", "2f1f" };
	EACH (row, each) {
		keys(&a, *row);
		EQ_INT(pair_here(&a)->left, left);
		EQ_INT(pair_here(&a)->right, right);
		in_view(&a);
	}
	keys(&a, "x");
	EQ_INT(pair_here(&a)->left, right);
	EQ_INT(pair_here(&a)->right, left);
	keys(&a, "5fx");
	EQ_INT(a.shown.filter, COMPARE_RIGHT);
	end(&a, c);
}

TEST(a_resize_keeps_the_pair)
{
	struct app a;
	struct catalog *c;
	begin(&a, &c);
	keys(&a, "888G");
	for (int i = 0; i < 60; i++) {
		app_resize(&a, 5 + i, 30 + 3 * i);
		EQ_INT(here(&a), 887);
		TRUE(pager_in_view(&a.side));
	}
	end(&a, c);
}
