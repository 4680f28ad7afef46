#include "compare/matrix.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "support/check.h"
#include "table/load.h"
#include "unit/table/made.h"

/* Row by row: "江苏 6 111.1", total and cells, a point where one is empty; the last row the totals. */
static const char *described(const struct catalog *c, const struct matrix *m, struct buffer *out)
{
	buffer_clear(out);
	for (size_t i = 0; i <= m->row_count; i++) {
		size_t row = i < m->row_count ? i : MATRIX_ALL;
		buffer_print(out, "%s%s %zu ", i ? "; " : "",
			     row == MATRIX_ALL ? "all" : c->regions[m->rows[i].region].short_name,
			     matrix_count(m, row, MATRIX_ALL));
		for (size_t column = 0; column < m->column_count; column++) {
			if (matrix_count(m, row, column))
				buffer_print(out, "%zu", matrix_count(m, row, column));
			else
				buffer_char(out, '.');
		}
	}
	return buffer_string(out);
}

static size_t row_named(const struct catalog *c, const struct matrix *m, const char *name)
{
	size_t row = 0;
	while (row < m->row_count && strcmp(c->regions[m->rows[row].region].short_name, name) != 0)
		row++;
	TRUE(row < m->row_count);
	return row;
}

static size_t column_named(const struct catalog *c, const struct matrix *m, const char *name)
{
	size_t column = 0;
	while (column < m->column_count && strcmp(matrix_short_name(c, column), name) != 0)
		column++;
	TRUE(column < m->column_count);
	return column;
}

/* The regions in order, "江苏 南通 …". */
static const char *order_of(const struct catalog *c, const struct matrix *m, struct buffer *out)
{
	buffer_clear(out);
	for (size_t i = 0; i < m->row_count; i++)
		buffer_print(out, "%s%s", i ? " " : "", c->regions[m->rows[i].region].short_name);
	return buffer_string(out);
}

/* Counted in data/table.json by hand. Columns: 评奖 采购 信贷 基金 平台 奖补 经费 制修订 推荐 转化 科技
 * 宣传 诚信 监管 扶持 部署. */
TEST(each_cell_of_the_real_table_holds_what_was_counted_by_hand)
{
	struct catalog *c = load_builtin();
	struct matrix m;
	struct buffer out = { 0 };
	matrix_build(c, NULL, &m);
	EQ_STR(described(c, &m, &out), "北京 4 111..1.11...1...; 邢台 2 ...............2; "
				       "山西 5 11111...........; 太原 1 .....1..........; "
				       "内蒙古 1 ......1111....1.; 哈尔滨 2 .......1...1....; "
				       "江苏 6 111.1.111.......; 南通 3 ...............3; "
				       "浙江 2 .1.........1....; 合肥 1 .....1..........; "
				       "江西 4 ...............4; 山东 4 .....1.1311..11.; "
				       "济南 1 .....1..........; 烟台 1 .....1..........; "
				       "郑州 1 .....1..........; 深圳 2 .....2..........; "
				       "广西 5 1.111..1..1.....; 广元 5 112.....11......; "
				       "贵州 4 ......11..2.....; 陕西 4 111.1...........; "
				       "韩城 4 111.1...........; all 62 7782593773421129");
	buffer_done(&out);
	matrix_done(&m);
	catalog_free(c);
}

TEST(a_column_says_how_many_regions_have_it)
{
	static const struct { const char *name; size_t measures, rows; } cases[] = {
		{ "采购", 7, 7 }, { "信贷", 8, 7 }, { "奖补", 9, 8 }, { "推荐", 7, 5 },
		{ "科技", 4, 3 }, { "监管", 1, 1 }, { "部署", 9, 3 },
	};
	struct catalog *c = load_builtin();
	struct matrix m;
	matrix_build(c, NULL, &m);
	EQ_INT(m.row_count, 21);
	EACH (r, cases) {
		const struct matrix_column *column = &m.columns[column_named(c, &m, r->name)];
		EQ_INT(column->measures, r->measures);
		EQ_INT(column->rows, r->rows);
	}
	matrix_done(&m);
	catalog_free(c);
}

TEST(rows_stand_by_code_by_total_or_by_a_category)
{
	struct catalog *c = load_builtin();
	struct matrix m;
	struct buffer out = { 0 };
	matrix_build(c, NULL, &m);
	const char *by_code = "北京 邢台 山西 太原 内蒙古 哈尔滨 江苏 南通 浙江 合肥 江西 山东 济南 烟台 "
			      "郑州 深圳 广西 广元 贵州 陕西 韩城";
	EQ_STR(order_of(c, &m, &out), by_code);
	matrix_sort(&m, MATRIX_BY_TOTAL, 0);
	EQ_STR(order_of(c, &m, &out), "江苏 山西 广西 广元 北京 江西 山东 贵州 陕西 韩城 南通 邢台 哈尔滨 "
				      "浙江 深圳 太原 内蒙古 合肥 济南 烟台 郑州");
	matrix_sort(&m, MATRIX_BY_COLUMN, column_named(c, &m, "信贷"));
	EQ_STR(order_of(c, &m, &out), "广元 北京 山西 江苏 广西 陕西 韩城 邢台 太原 内蒙古 哈尔滨 南通 浙江 "
				      "合肥 江西 山东 济南 烟台 郑州 深圳 贵州");
	EQ_INT(matrix_count(&m, 0, column_named(c, &m, "信贷")), 2);
	EQ_INT(matrix_count(&m, 7, column_named(c, &m, "信贷")), 0);
	matrix_sort(&m, MATRIX_BY_CODE, 0);
	EQ_STR(order_of(c, &m, &out), by_code);
	buffer_done(&out);
	matrix_done(&m);
	catalog_free(c);
}

TEST(a_row_is_found_wherever_the_order_put_it)
{
	struct catalog *c = load_builtin();
	struct matrix m;
	matrix_build(c, NULL, &m);
	size_t jiangsu = m.rows[row_named(c, &m, "江苏")].region;
	matrix_sort(&m, MATRIX_BY_TOTAL, 0);
	EQ_INT(matrix_find(&m, jiangsu), 0);
	EQ_INT(matrix_find(&m, c->region_count), m.row_count);
	matrix_done(&m);
	catalog_free(c);
}

TEST(a_column_is_known_by_each_of_its_names_and_their_beginning)
{
	static const struct { const char *name, *want; } cases[] = {
		{ "credit", "信贷" }, { "金融信贷", "信贷" }, { "信贷", "信贷" }, { "政府", "采购" },
		{ "proc", "采购" },   { "制", "制修订" },   { "推荐评", "推荐" }, { "未归类", NULL },
		{ "标准", NULL },     { "信用", NULL },     { "", NULL },	 { "fund", "基金" },
	};
	struct catalog *c = load_builtin();
	struct matrix m;
	matrix_build(c, NULL, &m);
	EACH (r, cases) {
		size_t column = matrix_column(c, &m, r->name);
		TRUE((column == MATRIX_ALL) == (r->want == NULL));
		if (r->want)
			EQ_STR(matrix_short_name(c, column), r->want);
	}
	matrix_done(&m);
	catalog_free(c);
}

/* Which measures of 广元 the cell is of: its fourth and fifth are 信贷. */
TEST(a_cell_gives_its_measures)
{
	struct catalog *c = load_builtin();
	struct matrix m;
	struct bits cell;
	matrix_build(c, NULL, &m);
	size_t row = row_named(c, &m, "广元");
	size_t first = c->regions[m.rows[row].region].first_measure;
	matrix_measures(c, NULL, &m, row, column_named(c, &m, "信贷"), &cell);
	EQ_INT(bits_next(&cell, 0), first + 3);
	EQ_INT(bits_next(&cell, first + 4), first + 4);
	TRUE(bits_next(&cell, first + 5) == BITS_NONE);
	bits_done(&cell);
	matrix_done(&m);
	catalog_free(c);
}

static void check_cell(const struct catalog *c, const struct bits *only, const struct matrix *m,
		       size_t row, size_t column)
{
	struct bits cell;
	matrix_measures(c, only, m, row, column, &cell);
	bits_index(&cell);
	EQ_INT(bits_total(&cell), matrix_count(m, row, column));
	bits_done(&cell);
}

TEST(every_cell_and_total_counts_the_measures_it_gives)
{
	struct catalog *c = load_builtin();
	struct bits odd;
	bits_init(&odd, c->measure_count);
	for (size_t i = 1; i < c->measure_count; i += 2)
		bits_set(&odd, i);
	const struct bits *sets[] = { NULL, &odd };
	EACH (only, sets) {
		struct matrix m;
		matrix_build(c, *only, &m);
		EQ_INT(m.measures, *only ? 31 : 62);
		matrix_sort(&m, MATRIX_BY_TOTAL, 0);
		for (size_t i = 0; i <= m.row_count; i++)
			for (size_t j = 0; j <= m.column_count; j++)
				check_cell(c, *only, &m, i < m.row_count ? i : MATRIX_ALL,
					   j < m.column_count ? j : MATRIX_ALL);
		matrix_done(&m);
	}
	bits_done(&odd);
	catalog_free(c);
}

#define TWO "{\"id\": \"a\", \"name\": \"甲类\", \"short\": \"甲\"}, {\"id\": \"b\", \"name\": \"乙类\"}"
#define OF(number, region, categories)                              \
	"{ \"number\": " #number ", \"region\": [" region "], " \
	"\"measures\": [{ \"text\": \"文\", \"categories\": [" categories "] }] }"

TEST(a_province_without_measures_of_its_own_has_no_row)
{
	struct catalog *c = made_of(MADE_HEAD TWO MADE_ENTRIES OF(1, "\"江苏省\", \"南通市\"", "\"a\"") ","
				    OF(2, "\"山西省\"", "\"a\"") "," OF(3, "\"山西省\", \"太原市\"", "\"b\"")
					    MADE_END);
	struct matrix m;
	struct buffer out = { 0 };
	matrix_build(c, NULL, &m);
	EQ_STR(described(c, &m, &out), "山西 1 1.; 太原 1 .1; 南通 1 1.; all 3 21");
	buffer_done(&out);
	matrix_done(&m);
	catalog_free(c);
}

TEST(a_column_without_any_stays_and_one_for_those_of_no_category_comes)
{
	struct catalog *c = made_of(MADE_HEAD TWO MADE_ENTRIES OF(1, "\"江苏省\"", "") ","
				    OF(2, "\"山西省\"", "\"a\"") MADE_END);
	struct matrix m;
	struct buffer out = { 0 };
	matrix_build(c, NULL, &m);
	EQ_STR(described(c, &m, &out), "山西 1 1..; 江苏 1 ..1; all 2 1.1");
	EQ_STR(matrix_name(c, 0), "甲类");
	EQ_STR(matrix_short_name(c, 1), "乙类");
	EQ_STR(matrix_name(c, 2), "未归类");
	check_cell(c, NULL, &m, 1, 2);
	EQ_INT(matrix_column(c, &m, "未归"), 2);
	matrix_sort(&m, MATRIX_BY_COLUMN, 2);
	EQ_STR(described(c, &m, &out), "江苏 1 ..1; 山西 1 1..; all 2 1.1");
	buffer_done(&out);
	matrix_done(&m);
	catalog_free(c);
}

TEST(a_measure_of_two_categories_counts_in_both_and_once_in_the_total)
{
	struct catalog *c =
		made_of(MADE_HEAD TWO MADE_ENTRIES OF(1, "\"江苏省\"", "\"a\", \"b\"") MADE_END);
	struct matrix m;
	struct buffer out = { 0 };
	matrix_build(c, NULL, &m);
	EQ_STR(described(c, &m, &out), "江苏 1 11; all 1 11");
	buffer_done(&out);
	matrix_done(&m);
	catalog_free(c);
}

TEST(only_the_measures_of_the_set_count)
{
	struct catalog *c = made_of(MADE_HEAD TWO MADE_ENTRIES OF(1, "\"江苏省\"", "\"a\"") ","
				    OF(2, "\"江苏省\"", "\"b\"") "," OF(3, "\"山西省\"", "\"a\"") MADE_END);
	struct matrix m;
	struct bits only;
	struct buffer out = { 0 };
	bits_init(&only, c->measure_count);
	matrix_build(c, &only, &m);
	EQ_STR(described(c, &m, &out), "all 0 ..");
	matrix_sort(&m, MATRIX_BY_TOTAL, 0);
	matrix_done(&m);
	bits_set(&only, 2); /* the second of 江苏; 山西 stands before it */
	matrix_build(c, &only, &m);
	EQ_STR(described(c, &m, &out), "江苏 1 .1; all 1 .1");
	bits_done(&only);
	buffer_done(&out);
	matrix_done(&m);
	catalog_free(c);
}

TEST(a_table_without_categories_and_entries_is_an_empty_matrix)
{
	struct catalog *c = made_of(MADE_HEAD MADE_ENTRIES MADE_END);
	struct matrix m;
	struct buffer out = { 0 };
	matrix_build(c, NULL, &m);
	EQ_STR(described(c, &m, &out), "all 0 ");
	buffer_done(&out);
	matrix_done(&m);
	catalog_free(c);
}
