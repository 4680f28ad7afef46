#include "app/app.h"

#include <stdio.h>
#include <string.h>

#include "app/key.h"
#include "support/check.h"
#include "table/build.h"

/* The first `entries` of a made table: two measures each, spread over provinces and cities so that later entries come to stand before
 * earlier ones. */
static struct catalog *part(int entries)
{
	static const char *const paths[][2] = {
		{ "江苏省", "南通市" }, { "陕西省", NULL },	{ "江苏省", NULL },
		{ "北京市", NULL },	{ "山西省", "太原市" }, { "江苏省", "南京市" },
		{ "河北省", NULL },	{ "江苏省", "南通市" },
	};
	struct build *b = build_new();
	build_table(b, "made", "渐长的表", NULL);
	for (int e = 0; e < entries; e++) {
		struct measure measures[2];
		char texts[2][64];
		const char *const *path = paths[e % 8];
		struct build_entry entry = { .number = e + 1,
					     .path = { path[0], path[1], NULL },
					     .measures = measures,
					     .measure_count = 2 };
		for (int m = 0; m < 2; m++) {
			snprintf(texts[m], sizeof(texts[m]), "第%d条第%d项%s", e + 1, m + 1,
				 e % 3 ? "信贷" : "采购");
			measures[m] = (struct measure){ .label = m ? "2" : "1", .text = texts[m] };
		}
		build_entry(b, &entry);
	}
	return build_finish(b);
}

static const char *text_here(const struct app *a)
{
	size_t measure = app_measure(a);
	return measure == CATALOG_NONE ? "(none)" : a->catalog->measures[measure].text;
}

static void keys(struct app *a, const char *words)
{
	while (*words)
		app_key(a, key_parse(&words));
}

struct fixture {
	struct app app;
	struct catalog *catalog;
};

static void begin(struct fixture *f, int entries)
{
	f->catalog = part(entries);
	app_init(&f->app, f->catalog, NULL, 24, 80, NULL);
}

static void grow(struct fixture *f, int entries)
{
	struct catalog *more = part(entries);
	app_replace_catalog(&f->app, more, engine_new(more));
	catalog_free(f->catalog);
	f->catalog = more;
}

static void end(struct fixture *f)
{
	app_done(&f->app);
	catalog_free(f->catalog);
}

TEST(the_measure_under_the_cursor_stays_while_others_come_before_it)
{
	struct fixture f;
	begin(&f, 2);
	keys(&f.app, "eG<Enter>j");
	char before[64];
	snprintf(before, sizeof(before), "%s", text_here(&f.app));
	for (int entries = 3; entries < 200; entries = entries * 3 / 2 + 1) {
		grow(&f, entries);
		EQ_STR(text_here(&f.app), before);
	}
	end(&f);
}

TEST(a_query_grows_and_its_hits_stay_selected)
{
	struct fixture f;
	begin(&f, 4);
	keys(&f.app, "/信贷<Enter>n");
	char before[64];
	snprintf(before, sizeof(before), "%s", text_here(&f.app));
	size_t hits = f.app.hits.count;
	grow(&f, 40);
	TRUE(f.app.hits.count > hits);
	EQ_STR(text_here(&f.app), before);
	keys(&f.app, "v");
	EQ_STR(text_here(&f.app), before);
	grow(&f, 80);
	EQ_STR(text_here(&f.app), before);
	end(&f);
}

/* A sum of two levels, so that a measure has two lines. */
static struct catalog *rewarding(void)
{
	static const char text[] = "对国家级、省级领跑者，分别奖励50万元、30万元。";
	struct build *b = build_new();
	build_table(b, "made", "奖补表", NULL);
	for (int e = 0; e < 3; e++) {
		struct measure m = { .label = "1", .text = text };
		struct build_entry entry = { .number = e + 1,
					     .path = { e ? "江苏省" : "北京市", NULL },
					     .measures = &m,
					     .measure_count = 1 };
		build_entry(b, &entry);
	}
	return build_finish(b);
}

TEST(the_same_catalog_leaves_the_ranking_as_it_is)
{
	struct fixture f;
	f.catalog = rewarding();
	app_init(&f.app, f.catalog, NULL, 24, 80, NULL);
	keys(&f.app, "4vgjjjj");
	const struct ranking *k = &f.app.ranking;
	const struct rewards_row *rows = k->all.rows;
	size_t line = k->list.sel, count = k->list.count;
	EQ_INT(f.app.screen, SCREEN_REWARDS);
	EQ_INT(line, 4);
	struct catalog *same = rewarding();
	app_replace_catalog(&f.app, same, engine_new(same));
	catalog_free(f.catalog);
	f.catalog = same;
	TRUE(k->all.rows == rows);
	EQ_INT(k->list.sel, line);
	EQ_INT(k->list.count, count);
	EQ_STR(text_here(&f.app), "对国家级、省级领跑者，分别奖励50万元、30万元。");
	end(&f);
}

TEST(the_row_of_a_list_stays_also_behind_help)
{
	static const char *const opening[] = { "/信贷<Enter>2v2j", "5v2j", "/信贷<Enter>5v2j" };
	EACH (open, opening) {
		struct fixture f;
		begin(&f, 8);
		keys(&f.app, *open);
		enum screen screen = f.app.screen;
		char before[64];
		snprintf(before, sizeof(before), "%s", text_here(&f.app));
		for (int entries = 20; entries < 100; entries += 20) {
			keys(&f.app, "?");
			grow(&f, entries);
			keys(&f.app, "<Esc>");
			EQ_INT(f.app.screen, screen);
			EQ_STR(text_here(&f.app), before);
		}
		end(&f);
	}
}

/* Reading a region that has no hit leaves the query for a while. */
TEST(the_list_of_hits_is_of_what_stands_when_a_comparison_leads_back_to_it)
{
	struct fixture f;
	begin(&f, 8);
	keys(&f.app, "em2jm/第2条<Enter>2vc<Enter>");
	EQ_INT(f.app.screen, SCREEN_BROWSE);
	TRUE(!app_has_query(&f.app));
	keys(&f.app, "<Esc><Esc>");
	EQ_INT(f.app.screen, SCREEN_HITS);
	EQ_INT(f.app.hits_list.count, f.app.hits.count);
	end(&f);
}

static const char *row_here(const struct app *a)
{
	size_t region = app_region(a);
	return region == CATALOG_NONE ? "(none)" : a->catalog->regions[region].name;
}

TEST(the_cell_of_the_matrix_stays_and_counts_more)
{
	struct fixture f;
	begin(&f, 5);
	keys(&f.app, "vG2k<End>");
	EQ_STR(row_here(&f.app), "江苏省");
	EQ_INT(matrix_screen_column(&f.app.matrix), 0);
	for (int entries = 6; entries < 100; entries = entries * 2 + 1) {
		grow(&f, entries);
		EQ_STR(row_here(&f.app), "江苏省");
		EQ_INT(matrix_screen_column(&f.app.matrix), 0);
		EQ_INT(f.app.matrix.matrix.measures, 2 * entries);
		EQ_INT(matrix_count(&f.app.matrix.matrix, f.app.matrix.rows.sel, 0),
		       2 * ((entries + 5) / 8));
	}
	keys(&f.app, "Gj");
	grow(&f, 120);
	TRUE(matrix_screen_row(&f.app.matrix) == MATRIX_ALL);
	end(&f);
}

TEST(the_list_of_a_cell_grows_and_its_measure_stays_selected)
{
	struct fixture f;
	begin(&f, 5);
	keys(&f.app, "vGj<Enter>Gk");
	EQ_INT(f.app.listing.hits.count, 10);
	char before[64];
	snprintf(before, sizeof(before), "%s", text_here(&f.app));
	for (int entries = 6; entries < 100; entries = entries * 2 + 1) {
		grow(&f, entries);
		EQ_INT(f.app.listing.hits.count, 2 * entries);
		EQ_STR(text_here(&f.app), before);
	}
	keys(&f.app, "<Enter>");
	EQ_STR(text_here(&f.app), before);
	grow(&f, 120);
	keys(&f.app, "<Esc>");
	EQ_STR(text_here(&f.app), before);
	end(&f);
}

TEST(typing_goes_on_and_escape_returns_to_what_was)
{
	struct fixture f;
	begin(&f, 6);
	keys(&f.app, "eG<Enter>");
	char before[64];
	snprintf(before, sizeof(before), "%s", text_here(&f.app));
	keys(&f.app, "/采");
	grow(&f, 60);
	keys(&f.app, "购");
	grow(&f, 120);
	EQ_STR(buffer_string(&f.app.prompt.text), "采购");
	keys(&f.app, "<Esc>");
	EQ_STR(text_here(&f.app), before);
	end(&f);
}

/* Whatever is open when the prompt is, the tree's region is the one in the reader after Esc. */
TEST(a_search_given_up_leaves_the_tree_where_it_was)
{
	static const char *const opening[] = { "cGc", "3v" };
	EACH (open, opening) {
		struct fixture f;
		begin(&f, 5);
		keys(&f.app, "eG");
		keys(&f.app, *open);
		char name[64];
		snprintf(name, sizeof(name), "%s",
			 f.catalog->regions[tree_region(&f.app.tree)].name);
		keys(&f.app, "/信");
		grow(&f, 60);
		keys(&f.app, "<Esc>");
		EQ_STR(f.catalog->regions[tree_region(&f.app.tree)].name, name);
		end(&f);
	}
}

TEST(a_search_given_up_still_leads_back_to_where_the_measure_was_opened)
{
	static const char *const opening[] = { "cGc<Enter>", "5v<Enter>" };
	EACH (open, opening) {
		struct fixture f;
		begin(&f, 8);
		keys(&f.app, *open);
		EQ_INT(f.app.screen, SCREEN_BROWSE);
		enum screen from = f.app.opened_from;
		TRUE(from != SCREEN_BROWSE);
		keys(&f.app, "/信");
		grow(&f, 60);
		keys(&f.app, "<Esc><Esc>");
		EQ_INT(f.app.screen, from);
		end(&f);
	}
}

TEST(a_comparison_and_a_chosen_region_stay)
{
	struct fixture f;
	begin(&f, 8);
	keys(&f.app, "c");
	size_t marked = f.app.marks.regions[0];
	char name[64];
	snprintf(name, sizeof(name), "%s", f.catalog->regions[marked].name);
	grow(&f, 50);
	EQ_STR(f.catalog->regions[f.app.marks.regions[0]].name, name);
	keys(&f.app, "Gc");
	EQ_INT(f.app.screen, SCREEN_COMPARE);
	EQ_STR(f.catalog->regions[f.app.comparison.left].name, name);
	grow(&f, 90);
	EQ_INT(f.app.screen, SCREEN_COMPARE);
	EQ_STR(f.catalog->regions[f.app.comparison.left].name, name);
	end(&f);
}

/* The text of one side of the pair that the comparison's cursor is on. */
static const char *text_of_pair(const struct fixture *f, bool left)
{
	const struct app *a = &f->app;
	TRUE(a->shown.count > 0);
	const struct pair *p = shown_pair(&a->shown, a->side_window.first + a->side.selected);
	size_t measure = left ? p->left : p->right;
	return measure == CATALOG_NONE ? "" : f->catalog->measures[measure].text;
}

TEST(the_pair_under_the_cursor_and_the_filter_stay_also_behind_help_and_a_search)
{
	static const char *const away[][2] = { { "", "" }, { "?", "<Esc>" }, { "/信", "<Esc>" } };
	EACH (row, away) {
		struct fixture f;
		begin(&f, 40);
		keys(&f.app, "cGc2fjj");
		for (int entries = 44; entries < 80; entries += 4) {
			char left[64], right[64];
			snprintf(left, sizeof(left), "%s", text_of_pair(&f, true));
			snprintf(right, sizeof(right), "%s", text_of_pair(&f, false));
			keys(&f.app, (*row)[0]);
			grow(&f, entries);
			keys(&f.app, (*row)[1]);
			EQ_INT(f.app.screen, SCREEN_COMPARE);
			EQ_INT(f.app.shown.filter, COMPARE_SHARED);
			/* What is new may face one of them now. */
			TRUE(strcmp(text_of_pair(&f, true), left) == 0 ||
			     strcmp(text_of_pair(&f, false), right) == 0);
		}
		end(&f);
	}
}

TEST(several_regions_by_category_stay)
{
	struct fixture f;
	begin(&f, 8);
	keys(&f.app, "emGm2Gm");
	EQ_INT(f.app.marks.count, 3);
	char names[3][64];
	for (size_t i = 0; i < 3; i++)
		snprintf(names[i], sizeof(names[i]), "%s",
			 f.catalog->regions[f.app.marks.regions[i]].name);
	grow(&f, 20);
	keys(&f.app, "c2lj");
	for (int entries = 40; entries < 120; entries += 20) {
		size_t category = f.app.several.table.rows[f.app.several.pager.selected].category;
		grow(&f, entries);
		EQ_INT(f.app.screen, SCREEN_SEVERAL);
		for (size_t i = 0; i < 3; i++)
			EQ_STR(f.catalog->regions[f.app.several.table.columns[i].region].name,
			       names[i]);
		EQ_INT(f.app.several.columns.sel, 2);
		EQ_INT(f.app.several.table.rows[f.app.several.pager.selected].category, category);
	}
	end(&f);
}

TEST(what_is_folded_stays_folded)
{
	struct fixture f;
	begin(&f, 8);
	keys(&f.app, "G<Home>");
	for (size_t i = 0; i < f.catalog->region_count; i++)
		if (strcmp(f.catalog->regions[i].name, "江苏省") == 0)
			tree_fold(&f.app.tree, i, true);
	size_t rows = f.app.tree.list.count;
	grow(&f, 16);
	EQ_INT(f.app.tree.list.count, rows);
	end(&f);
}
