/* The promises of catalog.h, on made tables and on the built-in one. */
#include <stdlib.h>

#include "support/check.h"

#include "base/memory.h"
#include "table/load.h"
#include "unit/table/made.h"

/* Regions as "name(code) ", a deeper one in brackets. */
static void draw(const struct catalog *c, size_t from, size_t to, struct buffer *out)
{
	for (size_t r = from; r < to; r = c->regions[r].end) {
		buffer_print(out, "%s%d", c->regions[r].short_name, c->regions[r].code);
		if (c->regions[r].end > r + 1) {
			buffer_text(out, "[");
			draw(c, r + 1, c->regions[r].end, out);
			buffer_text(out, "]");
		}
		buffer_text(out, " ");
	}
}

TEST(regions_stand_in_tree_order)
{
	static const struct { const char *entries, *want; } cases[] = {
		{ "", "" },
		{ MADE_ENTRY(1, "\"北京市\"", "a"), "北京110000 " },
		/* by code, not in the order read; a city makes its province */
		{ MADE_ENTRY(1, "\"陕西省\", "
		"\"韩城市\"", "a") "," MADE_ENTRY(2, "\"北京市\"", "a") ","
		  MADE_ENTRY(3, "\"陕西省\", \"西安市\"", "a"),
		  "北京110000 陕西610000[西安610100 韩城610581 ] " },
		/* without a code last, in the order read */
		{ MADE_ENTRY(1, "\"火星省\"", "a") "," MADE_ENTRY(2, "\"月球省\", "
		"\"乙市\"", "a") ","
		  MADE_ENTRY(3, "\"月球省\", \"甲市\"", "a") "," MADE_ENTRY(4, "\"山东省\"", "a"),
		  "山东370000 火星0 月球0[乙市0 甲市0 ] " },
		/* three levels, and one name at two places */
		{ MADE_ENTRY(1, "\"吉林省\", \"长春市\", \"朝阳区\"", "a") ","
		  MADE_ENTRY(2, "\"北京市\", \"朝阳区\"", "a"),
		  "北京110000[朝阳110105 ] 吉林220000[长春220100[朝阳220104 ] ] " },
	};
	EACH (t, cases) {
		struct buffer text = { 0 }, drawn = { 0 };
		buffer_print(&text, "%s", MADE_HEAD MADE_ENTRIES);
		buffer_print(&text, "%s%s", t->entries, MADE_END);
		struct catalog *c = made_of(buffer_string(&text));
		draw(c, 0, c->region_count, &drawn);
		EQ_STR(buffer_string(&drawn), t->want);
		catalog_free(c);
		buffer_done(&text);
		buffer_done(&drawn);
	}
}

static void check_runs(const struct catalog *c)
{
	size_t entries = 0, measures = 0;
	for (size_t i = 0; i < c->region_count; i++) {
		const struct region *r = &c->regions[i];
		check_row(i);
		size_t path[CATALOG_DEPTH];
		EQ_INT(catalog_path(c, i, path), r->depth + 1);
		EQ_INT(path[r->depth], i);
		TRUE(r->depth == 0 ? r->parent == CATALOG_NONE : r->parent == path[r->depth - 1]);
		TRUE(r->depth == 0 || (i > r->parent && r->end <= c->regions[r->parent].end));
		EQ_INT(r->first_entry, entries);
		EQ_INT(r->first_measure, measures);
		EQ_INT(catalog_own_measures(r), r->own_measures_end - measures);
		entries = r->own_entries_end;
		measures = r->own_measures_end;
		for (size_t e = r->first_entry; e < r->own_entries_end; e++)
			EQ_INT(c->entries[e].region, i);
		size_t last = r->end - 1;
		EQ_INT(r->entries_end, c->regions[last].own_entries_end);
		EQ_INT(r->measures_end, c->regions[last].own_measures_end);
		EQ_INT(catalog_total_measures(r), r->measures_end - r->first_measure);
	}
	EQ_INT(entries, c->entry_count);
	EQ_INT(measures, c->measure_count);
}

static void check_measures(const struct catalog *c)
{
	size_t next = 0;
	for (size_t e = 0; e < c->entry_count; e++) {
		EQ_INT(c->entries[e].first_measure, next);
		for (size_t i = 0; i < c->entries[e].measure_count; i++, next++) {
			EQ_INT(c->measures[next].entry, e);
			EQ_INT(catalog_measure_region(c, next), c->entries[e].region);
		}
	}
	EQ_INT(next, c->measure_count);
	bool *seen = memory_new(c->entry_count * sizeof(*seen));
	for (size_t i = 0; i < c->entry_count; i++) {
		TRUE(c->reading[i] < c->entry_count && !seen[c->reading[i]]);
		seen[c->reading[i]] = true;
	}
	free(seen);
}

TEST(the_runs_of_the_built_in_table_fit_together)
{
	struct catalog *c = load_builtin();
	check_runs(c);
	check_measures(c);
	EQ_INT(catalog_count_regions(c, 0), 16);
	EQ_INT(catalog_count_regions(c, 1), 11);
	EQ_INT(catalog_count_regions(c, 2), 0);
	catalog_free(c);
}

/* Regions read in a wild order, several entries to one of them. */
TEST(the_runs_of_a_thousand_entries_fit_together)
{
	struct buffer text = { 0 };
	buffer_text(&text, MADE_HEAD MADE_ENTRIES);
	for (int i = 0; i < 1000; i++) {
		buffer_print(&text, "%s{ \"number\": %d, \"region\": [\"省%d\"", i ? "," : "", i + 1,
			     i * 7 % 13);
		if (i % 3)
			buffer_print(&text, ", \"市%d\"", i * 5 % 11);
		if (i % 3 == 2)
			buffer_print(&text, ", \"县%d\"", i * 3 % 7);
		buffer_text(&text, "], \"measures\": [{ \"text\": \"a\" }");
		for (int m = 0; m < i % 4; m++)
			buffer_text(&text, ", { \"text\": \"b\" }");
		buffer_text(&text, "] }");
	}
	buffer_text(&text, MADE_END);
	struct catalog *c = made_of(buffer_string(&text));
	buffer_done(&text);
	EQ_INT(c->entry_count, 1000);
	EQ_INT(c->measure_count, 2500);
	EQ_INT(catalog_count_regions(c, 0), 13);
	for (size_t i = 0; i < c->entry_count; i++)
		EQ_INT(c->entries[c->reading[i]].number, i + 1);
	check_runs(c);
	check_measures(c);
	catalog_free(c);
}

TEST(an_empty_table_has_no_region)
{
	struct catalog *c = made_of(MADE_HEAD MADE_ENTRIES MADE_END);
	EQ_INT(c->table_count, 1);
	EQ_INT(c->region_count + c->entry_count + c->measure_count, 0);
	catalog_free(c);
}

TEST(what_a_file_leaves_out_has_its_default)
{
	struct catalog *c = made_of(MADE_HEAD "{ \"id\": \"a\", \"name\": \"甲类\" }" MADE_ENTRIES
				    MADE_ENTRY(7, "\"山西省\", \"太原市\"", "x") MADE_END);
	EQ_STR(c->categories[0].short_name, "甲类");
	EQ_INT(c->categories[0].keyword_count, 0);
	TRUE(c->tables[0].description == NULL);
	EQ_STR(c->tables[0].file, "made");
	const struct entry *e = &c->entries[0];
	EQ_INT(e->number, 7);
	EQ_STR(e->printed_region, "山西省 太原市");
	EQ_INT(e->inferred, 0);
	EQ_INT(e->reference_count + e->note_count, 0);
	EQ_INT(c->regions[e->region].code, 140100);
	TRUE(c->measures[0].label == NULL && c->measures[0].reward_count == 0);
	catalog_free(c);
}

TEST(what_a_file_says_is_kept)
{
	struct catalog *c = made_of(
		MADE_HEAD "{ \"id\": \"a\", \"name\": \"甲类\", \"short\": \"甲\", "
		"\"keywords\": [\"k\"] }"
		MADE_ENTRIES "{ \"number\": 3, \"region\": [\"河南省\", \"郑州市\"], \"code\": "
		"\"410100\", "
		"\"printed_region\": \"郑州市\", \"inferred\": [\"province\"], \"references\": "
		"[{ \"kind\": "
		"\"link\", \"text\": \"https://x.cn/\", \"certain\": false, \"candidates\": "
		"[\"1号\", \"2号\"], "
		"\"reason\": \"不明\" }], \"notes\": [\"注\"], \"measures\": [{ \"label\": "
		"\"3\", \"text\": "
		"\"b\", \"categories\": [\"a\"], \"rewards\": [{ \"level\": \"省级\", \"yuan\": "
		"9000000000000000, \"maximum\": true }, { \"yuan\": null }, {\"yuan\": "
		"0}] }] }" MADE_END);
	const struct entry *e = &c->entries[0];
	EQ_STR(e->printed_region, "郑州市");
	EQ_INT(e->inferred, INFERRED_PROVINCE);
	EQ_STR(e->notes[0], "注");
	const struct reference *r = &e->references[0];
	EQ_INT(r->kind, REFERENCE_LINK);
	EQ_STR(r->text, "https://x.cn/");
	TRUE(!r->certain);
	EQ_INT(r->candidate_count, 2);
	EQ_STR(r->candidates[1], "2号");
	EQ_STR(r->reason, "不明");
	const struct measure *m = &c->measures[0];
	EQ_STR(m->label, "3");
	EQ_INT(m->categories, 1);
	TRUE(!m->by_keywords);
	EQ_INT(m->reward_count, 3);
	EQ_STR(m->rewards[0].level, "省级");
	EQ_INT(m->rewards[0].yuan, 9000000000000000);
	TRUE(m->rewards[0].maximum && !m->rewards[1].maximum);
	EQ_INT(m->rewards[1].yuan, REWARD_UNSTATED);
	TRUE(m->rewards[1].level == NULL);
	EQ_INT(m->rewards[2].yuan, 0);
	catalog_free(c);
}

TEST(a_measure_without_categories_is_classified_by_keywords)
{
	static const struct { const char *text; int want; } cases[] = {
		{ "给予信贷支持", 1 }, { "优先采购", 2 }, { "融资与采购", 3 }, { "通报", 0 },
		{ "信 贷", 0 },
	};
	EACH (t, cases) {
		struct buffer text = { 0 };
		buffer_print(&text, "%s", MADE_HEAD
			     "{ \"id\": \"c\", \"name\": \"信贷\", \"keywords\": [\"信贷\", "
			     "\"融资\"] }, "
			     "{ \"id\": \"p\", \"name\": \"采购\", \"keywords\": [\"采购\"] }, "
			     "{ \"id\": \"n\", \"name\": \"无\" }" MADE_ENTRIES);
		buffer_print(&text, "{ \"number\": 1, \"region\": [\"北京市\"], \"measures\": "
			     "[{ \"text\": \"%s\", \"categories\": [] }] }%s", t->text, MADE_END);
		struct catalog *c = made_of(buffer_string(&text));
		TRUE(c->measures[0].by_keywords);
		EQ_INT(c->measures[0].categories, t->want);
		catalog_free(c);
		buffer_done(&text);
	}
}

TEST(several_tables_become_one_catalog)
{
	static const char *const tables[] = {
		MADE_HEAD "{ \"id\": \"a\", \"name\": \"甲\" }, { \"id\": \"b\", \"name\": \"乙\" }"
		MADE_ENTRIES MADE_ENTRY(1, "\"江苏省\"", "一") MADE_END,
		MADE_HEAD "{ \"id\": \"c\", \"name\": \"丙\" }, { \"id\": \"a\", \"name\": "
		"\"别名\" }"
		MADE_ENTRIES "{ \"number\": 1, \"region\": [\"江苏省\"], \"measures\": [{ "
		"\"text\": \"二\", "
		"\"categories\": [\"a\", \"c\"] }] }, " MADE_ENTRY(2, "\"北京市\"", "三") MADE_END,
	};
	struct catalog *c = made(tables, 2);
	EQ_INT(c->table_count, 2);
	EQ_INT(c->category_count, 3);
	EQ_STR(c->categories[0].name, "甲");
	EQ_STR(c->categories[2].name, "丙");
	EQ_INT(c->region_count, 2);
	EQ_STR(c->measures[0].text, "三");
	EQ_STR(c->measures[1].text, "一");
	EQ_STR(c->measures[2].text, "二");
	EQ_INT(c->measures[2].categories, 5);
	EQ_INT(c->entries[1].table, 0);
	EQ_INT(c->entries[2].table, 1);
	EQ_INT(c->reading[0], 1);
	EQ_INT(c->reading[2], 0);
	check_runs(c);
	catalog_free(c);
}

TEST(at_most_64_categories_fit_in_one_catalog)
{
	for (int tables = 1; tables <= 2; tables++) {
		struct build *b = build_new();
		struct faults faults = { 0 };
		for (int t = 0; t < tables; t++) {
			struct buffer text = { 0 };
			buffer_text(&text, MADE_HEAD);
			for (int i = 0; i < CATALOG_CATEGORIES; i++)
				buffer_print(&text, "%s\n{ \"id\": \"%d\", \"name\": \"n\" }", i ? "," : "",
					     i + t);
			buffer_text(&text, MADE_ENTRIES MADE_END);
			read_json("made", buffer_string(&text), text.n, b, &faults);
			buffer_done(&text);
		}
		EQ_INT(faults.count, tables - 1);
		if (faults.count) {
			EQ_INT(faults.all[0].line, 65);
			EQ_STR(faults.all[0].path, "categories[63]");
			EQ_STR(faults.all[0].what, "类别太多，应不多于 64 个");
		}
		faults_done(&faults);
		build_free(b);
	}
}
