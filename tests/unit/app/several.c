#include "app/app.h"

#include <stdio.h>
#include <string.h>

#include "app/key.h"
#include "support/check.h"
#include "table/load.h"

struct fixture {
	struct app app;
	struct catalog *catalog;
};

/* The built-in table, its tree unfolded so that the row of a region is its number in tree order. */
static void begin(struct fixture *f, int rows, int cols)
{
	f->catalog = load_builtin();
	app_init(&f->app, f->catalog, NULL, rows, cols, NULL);
	tree_fold_all(&f->app.tree, false);
}

static void end(struct fixture *f)
{
	app_done(&f->app);
	catalog_free(f->catalog);
}

static void keys(struct fixture *f, const char *words)
{
	while (*words)
		app_key(&f->app, key_parse(&words));
}

static void go_to(struct fixture *f, const char *name)
{
	for (size_t i = 0; i < f->catalog->region_count; i++)
		if (strcmp(f->catalog->regions[i].short_name, name) == 0)
			TRUE(tree_select(&f->app.tree, i));
	EQ_STR(f->catalog->regions[app_region(&f->app)].short_name, name);
}

static void mark(struct fixture *f, const char *const *names)
{
	for (; *names; names++) {
		go_to(f, *names);
		keys(f, "m");
	}
}

/* "江苏 山西 陕西" */
static const char *compared(const struct fixture *f, struct buffer *out)
{
	const struct several *s = &f->app.several.table;
	buffer_clear(out);
	for (size_t i = 0; i < s->count; i++)
		buffer_print(out, "%s%s", i ? " " : "",
			     f->catalog->regions[s->columns[i].region].short_name);
	return buffer_string(out);
}

static const char *row_name(const struct fixture *f)
{
	return abreast_name(f->catalog, &f->app.several.table, f->app.several.pager.selected);
}

static const char *const four[] = { "江苏", "山西", "陕西", "广西", NULL };
static const char *const six[] = { "江苏", "山西", "陕西", "广西", "北京", "贵州", NULL };

TEST(all_marked_and_the_one_under_the_cursor_are_compared_in_the_order_marked)
{
	struct fixture f;
	struct buffer names = { 0 };
	begin(&f, 24, 80);
	mark(&f, (const char *const[]){ "江苏", "山西", NULL });
	go_to(&f, "北京");
	keys(&f, "c");
	EQ_INT(f.app.screen, SCREEN_SEVERAL);
	EQ_STR(compared(&f, &names), "江苏 山西 北京");
	EQ_INT(f.app.marks.count, 0);
	keys(&f, "<Esc>");
	EQ_INT(f.app.screen, SCREEN_BROWSE);
	go_to(&f, "陕西");
	keys(&f, "<F5>");
	EQ_STR(compared(&f, &names), "江苏 山西 北京 陕西");
	keys(&f, "<Esc><Esc>");
	EQ_INT(f.app.marks.count, 0);
	mark(&f, four);
	keys(&f, "<F5>");
	EQ_STR(compared(&f, &names), "江苏 山西 陕西 广西");
	buffer_done(&names);
	end(&f);
}

TEST(escape_leads_back_to_the_screen_that_the_comparison_was_opened_from)
{
	static const struct {
		const char *keys;
		enum screen from;
	} cases[] = {
		{ "", SCREEN_BROWSE },
		{ "/采购<Enter>v", SCREEN_HITS },
		{ "3v", SCREEN_MATRIX },
	};
	EACH (c, cases) {
		struct fixture f;
		begin(&f, 24, 80);
		keys(&f, c->keys);
		EQ_INT(f.app.screen, c->from);
		keys(&f, "mjjmjjc");
		EQ_INT(f.app.screen, SCREEN_SEVERAL);
		size_t region = f.app.several.table.columns[2].region;
		keys(&f, "<Enter>");
		TRUE(app_region(&f.app) != region);
		keys(&f, "<Esc><Esc>");
		EQ_INT(f.app.screen, c->from);
		EQ_INT(app_region(&f.app), region);
		EQ_INT(f.app.marks.count, 3); /* that were compared */
		keys(&f, "mkkmkkm");
		EQ_INT(f.app.marks.count, 0);
		keys(&f, "mjjc");
		EQ_INT(f.app.screen, SCREEN_COMPARE);
		keys(&f, "<Esc>");
		EQ_INT(f.app.screen, c->from);
		end(&f);
	}
}

TEST(two_stand_side_by_side_however_they_were_chosen)
{
	struct fixture f;
	begin(&f, 24, 80);
	mark(&f, (const char *const[]){ "江苏", "山西", NULL });
	keys(&f, "c");
	EQ_INT(f.app.screen, SCREEN_COMPARE);
	EQ_STR(f.catalog->regions[f.app.comparison.left].short_name, "江苏");
	keys(&f, "<Esc>");
	go_to(&f, "陕西");
	keys(&f, "<Ins>");
	go_to(&f, "广西");
	keys(&f, "c");
	EQ_INT(f.app.screen, SCREEN_COMPARE);
	EQ_STR(f.catalog->regions[f.app.comparison.right].short_name, "广西");
	end(&f);
}

TEST(the_seventh_is_refused_in_words)
{
	struct fixture f;
	struct buffer names = { 0 };
	begin(&f, 24, 80);
	mark(&f, six);
	EQ_INT(f.app.marks.count, 6);
	go_to(&f, "浙江");
	keys(&f, "m");
	EQ_INT(f.app.marks.count, 6);
	HAS(buffer_string(&f.app.message), "最多选 6 个");
	keys(&f, "c");
	EQ_STR(compared(&f, &names), "江苏 山西 陕西 广西 北京 贵州");
	HAS(buffer_string(&f.app.message), "光标处的浙江省未计入");
	buffer_done(&names);
	end(&f);
}

TEST(a_mark_is_taken_away_by_the_key_that_made_it_and_all_by_escape)
{
	struct fixture f;
	begin(&f, 24, 80);
	mark(&f, four);
	go_to(&f, "山西");
	keys(&f, "m");
	EQ_INT(f.app.marks.count, 3);
	TRUE(!marks_has(&f.app.marks, app_region(&f.app)));
	keys(&f, "<Esc>");
	EQ_INT(f.app.marks.count, 0);
	end(&f);
}

TEST(the_cursor_goes_through_the_columns_and_they_follow_it)
{
	struct fixture f;
	begin(&f, 24, 80);
	mark(&f, six);
	keys(&f, "c");
	const struct list *columns = &f.app.several.columns;
	EQ_INT(columns->height, 2);
	static const struct {
		const char *keys, *region;
		size_t top;
	} steps[] = {
		{ "l", "山西", 0 },	   { "<Right>", "陕西", 1 }, { "2l", "北京", 3 },
		{ "9<Right>", "贵州", 4 }, { "h", "北京", 4 },	     { "<Left>", "广西", 3 },
		{ "9h", "江苏", 0 },
	};
	EACH (s, steps) {
		keys(&f, s->keys);
		EQ_STR(f.catalog->regions[app_region(&f.app)].short_name, s->region);
		EQ_INT(columns->top, s->top);
	}
	end(&f);
}

TEST(scrolling_sideways_keeps_the_row_selected_and_whole)
{
	struct fixture f;
	begin(&f, 24, 80);
	mark(&f, six);
	keys(&f, "c7Gk");
	const struct pager *p = &f.app.several.pager;
	for (int i = 0; i < 10; i++) {
		const struct item *row = pager_item(p);
		EQ_STR(row_name(&f), "奖补");
		TRUE(row->first_line >= p->top && row->end_line <= pager_end_line(p));
		keys(&f, i < 5 ? "l" : "h");
	}
	end(&f);
}

TEST(enter_reads_the_measure_and_escape_comes_back)
{
	struct fixture f;
	begin(&f, 24, 80);
	mark(&f, four);
	keys(&f, "cnll<Enter>");
	EQ_INT(f.app.screen, SCREEN_BROWSE);
	EQ_STR(f.catalog->regions[app_region(&f.app)].short_name, "陕西");
	HAS(f.catalog->measures[app_measure(&f.app)].text, "鼓励各级政府采购");
	keys(&f, "<Esc>");
	EQ_INT(f.app.screen, SCREEN_SEVERAL);
	EQ_STR(row_name(&f), "采购");
	/* 广西 has nothing of it: the region is opened. */
	keys(&f, "l<Enter>");
	EQ_INT(f.app.screen, SCREEN_BROWSE);
	EQ_STR(f.catalog->regions[app_region(&f.app)].short_name, "广西");
	keys(&f, "<Esc><Esc>");
	EQ_INT(f.app.screen, SCREEN_BROWSE);
	end(&f);
}

TEST(enter_with_a_number_reads_that_measure_of_the_cell)
{
	struct fixture f;
	begin(&f, 24, 80);
	mark(&f, (const char *const[]){ "贵州", "山西", "陕西", NULL });
	keys(&f, "cG2<Enter>");
	HAS(f.catalog->measures[app_measure(&f.app)].text, "向社会推广");
	keys(&f, "<Esc>9<Enter>");
	HAS(f.catalog->measures[app_measure(&f.app)].text, "向社会推广");
	end(&f);
}

TEST(a_query_that_hides_the_region_is_laid_aside_until_escape)
{
	struct fixture f;
	begin(&f, 24, 80);
	mark(&f, four);
	keys(&f, "/政府采购<Enter>");
	go_to(&f, "江苏");
	keys(&f, "cl<Enter>");
	EQ_STR(f.catalog->regions[app_region(&f.app)].short_name, "山西");
	TRUE(app_has_query(&f.app));
	/* 广西 has no hit. */
	keys(&f, "<Esc>2l<Enter>");
	EQ_STR(f.catalog->regions[app_region(&f.app)].short_name, "广西");
	HAS(f.catalog->measures[app_measure(&f.app)].text, "重要技术标准评选");
	TRUE(!app_has_query(&f.app));
	HAS(buffer_string(&f.app.message), "暂不检索");
	keys(&f, "<Esc>");
	EQ_INT(f.app.screen, SCREEN_SEVERAL);
	EQ_STR(f.app.query_text, "政府采购");
	TRUE(app_has_query(&f.app));
	end(&f);
}

TEST(escape_in_a_search_gives_the_comparison_back)
{
	struct fixture f;
	begin(&f, 24, 80);
	mark(&f, four);
	keys(&f, "cll/采购");
	EQ_INT(f.app.screen, SCREEN_BROWSE);
	keys(&f, "<Esc>");
	EQ_INT(f.app.screen, SCREEN_SEVERAL);
	EQ_STR(f.catalog->regions[app_region(&f.app)].short_name, "陕西");
	end(&f);
}

TEST(with_cities_the_cursor_stays_in_its_category)
{
	struct fixture f;
	begin(&f, 24, 80);
	mark(&f, (const char *const[]){ "江苏", "山西", "陕西", NULL });
	keys(&f, "cG");
	EQ_STR(row_name(&f), "推荐");
	keys(&f, "i");
	TRUE(f.app.several.table.cities);
	EQ_STR(row_name(&f), "推荐");
	HAS(buffer_string(&f.app.message), "连同所辖市");
	keys(&f, "G");
	EQ_STR(row_name(&f), "部署");
	keys(&f, "<F9>");
	TRUE(!f.app.several.table.cities);
	EQ_STR(row_name(&f), "推荐");
	end(&f);
}

TEST(next_difference_goes_to_what_not_all_have)
{
	struct fixture f;
	begin(&f, 24, 80);
	mark(&f, four);
	keys(&f, "c");
	static const char *const rows[] = {
		"采购", "基金", "经费", "制修订", "推荐", "科技", "采购"
	};
	EACH (row, rows) {
		keys(&f, "n");
		EQ_STR(row_name(&f), *row);
	}
	HAS(buffer_string(&f.app.message), "已过最后一类不同");
	keys(&f, "N");
	EQ_STR(row_name(&f), "科技");
	end(&f);
}

TEST(all_of_a_cell_is_copied_and_the_region_is_that_of_the_column)
{
	struct fixture f;
	begin(&f, 24, 80);
	mark(&f, (const char *const[]){ "山西", "陕西", "贵州", NULL });
	keys(&f, "cGllyn");
	EQ_STR(buffer_string(&f.app.effect_text),
	       "贵州省：支持标准领跑者企业加大科技投入，保持技术标准水平的先进性。；"
	       "贵州省：支持标准领跑者企业向社会推广其先进产品和服务标准，");
	keys(&f, "yd");
	EQ_STR(buffer_string(&f.app.effect_text), "贵州省");
	keys(&f, "hyr");
	HAS(buffer_string(&f.app.message), "此处没有文号");
	keys(&f, "yn");
	EQ_INT(f.app.effect, EFFECT_NONE);
	end(&f);
}

TEST(other_sizes_keep_the_row_and_the_column)
{
	static const struct {
		int rows, cols;
		size_t shown;
	} sizes[] = { { 50, 200, 6 }, { 12, 40, 1 },   { 40, 120, 4 },
		      { 4, 16, 1 },   { 100, 300, 6 }, { 24, 80, 2 } };
	struct fixture f;
	begin(&f, 24, 80);
	mark(&f, six);
	keys(&f, "c4l5G");
	char row[32];
	snprintf(row, sizeof(row), "%s", row_name(&f));
	EACH (s, sizes) {
		app_resize(&f.app, s->rows, s->cols);
		EQ_INT(f.app.several.layout.shown, s->shown);
		TRUE(f.app.several.layout.width >= ABREAST_READABLE || s->cols < 32);
		EQ_STR(row_name(&f), row);
		EQ_STR(f.catalog->regions[app_region(&f.app)].short_name, "北京");
		TRUE(pager_in_view(&f.app.several.pager));
	}
	end(&f);
}
