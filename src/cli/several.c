#include "cli/several.h"

#include "cli/print.h"
#include "cli/several_parts.h"
#include "cli/words.h"
#include "table/describe.h"

const char *several_title(struct printing *p)
{
	buffer_clear(&p->words);
	for (size_t i = 0; i < p->s->count; i++)
		buffer_print(&p->words, "%s%s", i ? "、" : "",
			     p->c->regions[p->s->columns[i].region].name);
	return buffer_string(&p->words);
}

const char *several_region(struct printing *p, size_t column)
{
	buffer_clear(&p->words);
	describe_region(&p->words, p->c, p->s->columns[column].region);
	return buffer_string(&p->words);
}

const char *several_borrowing(struct printing *p, size_t column)
{
	const struct several_column *here = &p->s->columns[column];
	const struct region *r = &p->c->regions[here->region];
	buffer_clear(&p->words);
	if (!here->borrows)
		return "";
	buffer_print(&p->words, "%s：", r->name);
	describe_borrows(&p->words, r);
	buffer_text(&p->words, here->inside ? "。" : "（已另成一栏）。");
	return buffer_string(&p->words);
}

/* "都有：评奖 信贷\n" */
static void add_rows(struct printing *p, const char *which, size_t having)
{
	const char *between = "：";
	buffer_print(&p->words, "\n%s", which);
	for (size_t row = 0; row < p->s->row_count; row++) {
		if (p->s->rows[row].having != having)
			continue;
		buffer_print(&p->words, "%s%s", between, several_name(p, row));
		between = "、";
	}
}

const char *several_summary(struct printing *p)
{
	const struct several *s = p->s;
	const char *between = "\n都" DESCRIBE_NOT_LISTED "：";
	buffer_clear(&p->words);
	buffer_print(&p->words,
		     "%zu 个地域，%zu 类措施：都有的 %zu 类，仅一地有的 %zu 类%s。"
		     "属于几类的措施在各类中都列出。",
		     s->count, s->row_count, s->all, s->one, s->cities ? "；含所辖市" : "");
	if (s->all)
		add_rows(p, "都有", s->count);
	if (s->one)
		add_rows(p, "仅一地有", 1);
	for (size_t i = 0; i < p->c->category_count; i++) {
		if (!(s->unlisted >> i & 1))
			continue;
		buffer_print(&p->words, "%s%s", between, p->c->categories[i].name);
		between = "、";
	}
	return buffer_string(&p->words);
}

static void add_owned(struct printing *p, size_t column, size_t measure)
{
	if (p->s->columns[column].inside)
		buffer_print(&p->words, "（%s）",
			     p->c->regions[catalog_measure_region(p->c, measure)].name);
	buffer_text(&p->words, p->c->measures[measure].text);
}

const char *several_owned(struct printing *p, size_t column, size_t measure)
{
	buffer_clear(&p->words);
	add_owned(p, column, measure);
	return buffer_string(&p->words);
}

const char *several_labelled(struct printing *p, size_t column, size_t measure)
{
	buffer_clear(&p->words);
	words_label(&p->words, &p->c->measures[measure]);
	buffer_text(&p->words, p->words.n ? " " : "");
	add_owned(p, column, measure);
	return buffer_string(&p->words);
}

const char *several_name(const struct printing *p, size_t row)
{
	return describe_category(p->c, p->s->rows[row].category);
}

const char *several_short_name(const struct printing *p, size_t row)
{
	return describe_short_category(p->c, p->s->rows[row].category);
}

bool several_is_uncertain(const struct printing *p, size_t measure)
{
	return describe_is_uncertain(&p->c->entries[p->c->measures[measure].entry]);
}

void print_several(const struct catalog *c, const struct several *s, enum format format, int width,
		   struct buffer *out)
{
	struct printing p = { .c = c, .s = s, .out = out };
	switch (format) {
	case FORMAT_TEXT:
		several_text(&p, width);
		break;
	case FORMAT_MARKDOWN:
		several_markdown(&p);
		break;
	case FORMAT_CSV:
		several_csv(&p);
		break;
	case FORMAT_JSON:
		several_json(&p);
		break;
	case FORMAT_HTML:
		several_html(&p);
		break;
	}
	buffer_done(&p.words);
}

/* The regions of the arguments, each another one. */
static int find_regions(const struct options *o, const struct catalog *c, size_t *regions,
			struct error *err)
{
	int code = EXIT_FOUND;
	for (size_t i = 0; i < o->argument_count; i++) {
		if (!print_find_region(c, o->arguments[i], &regions[i], &code, err))
			return code;
		for (size_t k = 0; k < i; k++) {
			if (regions[k] != regions[i])
				continue;
			error_set(err, "第 %zu 和第 %zu 个是同一个地域，应为不同的地域", k + 1,
				  i + 1);
			return EXIT_USAGE;
		}
	}
	return code;
}

int print_compare_several(const struct options *o, const struct catalog *c, struct buffer *out,
			  struct error *err)
{
	size_t regions[SEVERAL_MOST];
	struct several s;
	if (o->argument_count > SEVERAL_MOST) {
		error_set(err, "命令 compare 最多对比 %d 个地域，给了 %zu 个", SEVERAL_MOST,
			  o->argument_count);
		return EXIT_USAGE;
	}
	if (o->filter != COMPARE_ALL || o->only || o->ignore_names) {
		error_set(err, "选项 --filter 和 --ignore-names 只用于两个地域的对比");
		return EXIT_USAGE;
	}
	int code = find_regions(o, c, regions, err);
	if (code != EXIT_FOUND)
		return code;
	several_build(c, regions, o->argument_count, o->cities, &s);
	print_several(c, &s, o->format, o->width, out);
	several_done(&s);
	return code;
}
