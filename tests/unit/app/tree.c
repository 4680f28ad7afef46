#include "app/tree.h"

#include <string.h>

#include "base/buffer.h"
#include "search/query.h"
#include "support/check.h"
#include "table/load.h"

struct fixture {
	struct catalog *catalog;
	struct engine *engine;
	struct tree tree;
	struct query query;
	struct hits hits;
};

static void begin(struct fixture *f, int height)
{
	*f = (struct fixture){ .catalog = load_builtin() };
	f->engine = engine_new(f->catalog);
	tree_init(&f->tree, f->catalog, height);
}

static void end(struct fixture *f)
{
	tree_done(&f->tree);
	engine_free(f->engine);
	query_done(&f->query);
	hits_done(&f->hits);
	catalog_free(f->catalog);
}

static void search(struct fixture *f, const char *text)
{
	query_parse(&f->query, text);
	engine_search(f->engine, &f->query, &f->hits);
	tree_set_hits(&f->tree, f->query.count ? &f->hits : NULL);
}

/* Names of the rows, the selected one in < >. */
static const char *rows(const struct fixture *f, struct buffer *out)
{
	buffer_clear(out);
	for (size_t row = 0; row < f->tree.list.count; row++) {
		const char *name = f->catalog->regions[f->tree.rows[row]].short_name;
		buffer_print(out, row == f->tree.list.sel ? "<%s>" : "%s", name);
		buffer_char(out, ' ');
	}
	return buffer_string(out);
}

static size_t region(const struct fixture *f, const char *name)
{
	for (size_t i = 0; i < f->catalog->region_count; i++)
		if (strcmp(f->catalog->regions[i].name, name) == 0)
			return i;
	return CATALOG_NONE;
}

TEST(the_tree_starts_folded_where_not_all_fits_and_in_the_order_of_the_codes)
{
	struct fixture f;
	struct buffer out = { 0 };
	begin(&f, 20);
	EQ_STR(rows(&f, &out), "<北京> 河北 山西 内蒙古 黑龙江 江苏 浙江 安徽 江西 山东 河南 广东 "
			       "广西 四川 贵州 陕西 ");
	end(&f);
	begin(&f, 27);
	EQ_INT(f.tree.list.count, 27);
	TRUE(tree_all_unfolded(&f.tree));
	end(&f);
	buffer_done(&out);
}

TEST(unfolding_shows_the_cities_and_folding_takes_the_cursor_to_the_province)
{
	struct fixture f;
	struct buffer out = { 0 };
	begin(&f, 10);
	TRUE(tree_select(&f.tree, region(&f, "烟台市")));
	EQ_STR(rows(&f, &out), "北京 河北 山西 内蒙古 黑龙江 江苏 浙江 安徽 江西 山东 济南 <烟台> "
			       "河南 广东 广西 四川 贵州 陕西 ");
	tree_fold(&f.tree, region(&f, "山东省"), true);
	EQ_INT(tree_region(&f.tree), region(&f, "山东省"));
	end(&f);
	buffer_done(&out);
}

TEST(a_query_leaves_only_regions_with_hits_and_the_provinces_above_them)
{
	struct fixture f;
	struct buffer out = { 0 };
	begin(&f, 20);
	search(&f, "最高");
	EQ_STR(rows(&f, &out), "山东 <济南> ");
	search(&f, "魑魅");
	EQ_STR(rows(&f, &out), "");
	EQ_INT(tree_region(&f.tree), CATALOG_NONE);
	search(&f, "");
	EQ_INT(f.tree.list.count, 16);
	end(&f);
	buffer_done(&out);
}

TEST(a_query_keeps_the_region_where_it_has_a_hit)
{
	struct fixture f;
	begin(&f, 20);
	tree_select(&f.tree, region(&f, "江苏省"));
	search(&f, "信贷");
	EQ_INT(tree_region(&f.tree), region(&f, "江苏省"));
	TRUE(!tree_select(&f.tree, region(&f, "太原市")));
	search(&f, "太原");
	EQ_INT(tree_region(&f.tree), region(&f, "太原市"));
	end(&f);
}

TEST(folding_under_a_query_is_forgotten_when_it_changes)
{
	struct fixture f;
	begin(&f, 20);
	search(&f, "最高");
	tree_fold(&f.tree, region(&f, "山东省"), true);
	EQ_INT(f.tree.list.count, 1);
	search(&f, "最高1");
	EQ_INT(f.tree.list.count, 2);
	end(&f);
}

TEST(the_end_of_a_query_unfolds_only_what_hides_the_cursor)
{
	struct fixture f;
	begin(&f, 20);
	search(&f, "最高");
	EQ_INT(tree_region(&f.tree), region(&f, "济南市"));
	search(&f, "");
	EQ_INT(tree_region(&f.tree), region(&f, "济南市"));
	TRUE(!tree_is_folded(&f.tree, region(&f, "山东省")));
	TRUE(tree_is_folded(&f.tree, region(&f, "山西省")));
	end(&f);
}
