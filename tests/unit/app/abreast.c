#include "app/abreast.h"

#include <string.h>

#include "base/buffer.h"
#include "base/columns.h"
#include "support/check.h"
#include "table/build.h"
#include "table/load.h"

static void build(const struct catalog *c, const char *const *names, bool cities,
		  struct several *out)
{
	size_t regions[SEVERAL_MOST], count = 0;
	for (; count < SEVERAL_MOST && names[count]; count++) {
		regions[count] = CATALOG_NONE;
		for (size_t i = 0; i < c->region_count; i++)
			if (strcmp(c->regions[i].short_name, names[count]) == 0)
				regions[count] = i;
		TRUE(regions[count] != CATALOG_NONE);
	}
	several_build(c, regions, count, cities, out);
}

static int end_of(const struct piece *p)
{
	return p->col + columns_text(p->text, p->n);
}

/* Whether [col, end) lies in the names' column, or in one region's. */
static bool in_one_column(const struct abreast_layout *l, int col, int end)
{
	if (end <= l->names)
		return true;
	for (size_t place = 0; place < l->shown; place++) {
		int from = abreast_col(l, place);
		if (col >= from && end <= from + l->width)
			return true;
	}
	return false;
}

/* What no region has goes across, below the last row. */
static void check_lines(const struct document *d, const struct abreast_layout *l, int cols)
{
	size_t rows_end = d->items[d->item_count - 1].end_line;
	for (size_t line = 0; line < d->line_count; line++) {
		for (size_t i = d->lines[line].first; i != DOCUMENT_NONE; i = d->pieces[i].next) {
			const struct piece *p = &d->pieces[i];
			TRUE(end_of(p) <= cols);
			TRUE(line >= rows_end || in_one_column(l, p->col, end_of(p)));
		}
	}
}

TEST(no_text_leaves_its_column)
{
	static const int widths[] = { 16, 20, 28, 38, 60, 78, 99, 118, 198, 298 };
	static const char *const names[] = { "山西", "江苏", "陕西", "河北", "合肥", "深圳" };
	struct catalog *c = load_builtin();
	struct document d = { 0 };
	struct several s;
	build(c, names, true, &s);
	EACH (cols, widths) {
		struct abreast_layout l = abreast_lay_out(c, &s, *cols);
		TRUE(l.shown >= 1 && l.shown <= s.count);
		TRUE(l.width >= ABREAST_READABLE || (l.shown == 1 && l.names == 0));
		TRUE(abreast_col(&l, l.shown - 1) + l.width <= *cols);
		for (size_t first = 0; first + l.shown <= s.count; first++) {
			abreast_build(&d, c, &s, &l, first);
			EQ_INT(d.item_count, s.row_count);
			check_lines(&d, &l, *cols);
		}
	}
	document_done(&d);
	several_done(&s);
	catalog_free(c);
}

/* All words of the document, line by line. */
static const char *text_of(const struct document *d, struct buffer *out)
{
	buffer_clear(out);
	for (size_t line = 0; line < d->line_count; line++) {
		for (size_t i = d->lines[line].first; i != DOCUMENT_NONE; i = d->pieces[i].next)
			buffer_add(out, d->pieces[i].text, d->pieces[i].n);
		buffer_char(out, '\n');
	}
	return buffer_string(out);
}

/* One entry a measure: cells and what they rest on both grow beyond what is shown. */
static struct catalog *many(size_t count)
{
	struct build *b = build_new();
	const char *keyword = "信贷";
	struct category category = { "credit", "金融信贷", "信贷", &keyword, 1 };
	build_table(b, "made", "很多", NULL);
	build_category(b, &category);
	for (size_t i = 0; i < count; i++) {
		struct measure m = { .text = i == 0 ? "信贷之首" : "信贷" };
		struct reference r = { .text = "某发〔2018〕1号",
				       .kind = REFERENCE_DOCUMENT,
				       .certain = true };
		struct build_entry e = { .number = (int64_t)i + 1,
					 .path = { i ? "江苏省" : "山西省", NULL },
					 .references = &r,
					 .reference_count = 1,
					 .measures = &m,
					 .measure_count = 1 };
		build_entry(b, &e);
	}
	return build_finish(b);
}

TEST(what_is_not_shown_of_a_cell_is_counted)
{
	static const char *const names[] = { "山西", "江苏", NULL };
	struct catalog *c = many(101);
	struct document d = { 0 };
	struct buffer words = { 0 };
	struct several s;
	build(c, names, false, &s);
	struct abreast_layout l = abreast_lay_out(c, &s, 78);
	abreast_build(&d, c, &s, &l, 0);
	HAS(text_of(&d, &words), "另有 80 项");
	HAS(buffer_string(&words), "另有 92 条");
	HAS(buffer_string(&words), "按关键词归类");
	TRUE(d.line_count < 4 * ABREAST_MEASURES);
	buffer_done(&words);
	document_done(&d);
	several_done(&s);
	catalog_free(c);
}

TEST(a_measure_of_several_categories_says_which_else)
{
	static const char *const names[] = { "内蒙古", "浙江", NULL };
	struct catalog *c = load_builtin();
	struct document d = { 0 };
	struct buffer words = { 0 };
	struct several s;
	build(c, names, false, &s);
	struct abreast_layout l = abreast_lay_out(c, &s, 198);
	abreast_build(&d, c, &s, &l, 0);
	HAS(text_of(&d, &words), "并属 制修订 推荐 转化 扶持");
	HAS(buffer_string(&words), "并属 经费 推荐 转化 扶持");
	HAS(buffer_string(&words), "所选地域都本表未列：评奖 信贷");
	buffer_done(&words);
	document_done(&d);
	several_done(&s);
	catalog_free(c);
}
