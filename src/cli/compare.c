#include "cli/print.h"

#include <string.h>

#include "base/columns.h"
#include "base/utf8.h"
#include "cli/beside.h"
#include "cli/compare_json.h"
#include "cli/markdown.h"
#include "cli/sheet.h"
#include "cli/words.h"
#include "compare/compare.h"
#include "table/describe.h"

enum { LEFT, RIGHT, SIDES };

struct side {
	size_t region;
	struct buffer name; /* short where that tells the two apart; safe to show */
	bool borrows;	    /* its cities stand for it */
	bool names_owner;   /* each measure says whose it is */
	size_t first_entry, end_entry;
	struct spans marks; /* of the pair that is being printed: what differs */
	struct buffer number, text, words;
};

struct view {
	const struct catalog *c;
	struct comparison comparison;
	struct side sides[SIDES];
};

static void prepare_side(struct view *v, int which, size_t region, bool borrows)
{
	struct side *s = &v->sides[which];
	const struct region *r = &v->c->regions[region];
	s->region = region;
	s->borrows = borrows;
	s->names_owner = compare_names_owner(&v->comparison, which == LEFT);
	s->first_entry = r->first_entry;
	s->end_entry = borrows || v->comparison.options.cities ? r->entries_end : r->own_entries_end;
}

static struct view view_new(const struct catalog *c, size_t left, size_t right, bool cities)
{
	struct view v = { .c = c };
	compare_regions(c, left, right, (struct compare_options){ .cities = cities },
			&v.comparison);
	prepare_side(&v, LEFT, left, v.comparison.left_borrows);
	prepare_side(&v, RIGHT, right, v.comparison.right_borrows);
	const char *left_name = c->regions[left].short_name;
	const char *right_name = c->regions[right].short_name;
	if (strcmp(left_name, right_name) == 0) {
		left_name = c->regions[left].name;
		right_name = c->regions[right].name;
	}
	columns_add_safe(&v.sides[LEFT].name, left_name, strlen(left_name));
	columns_add_safe(&v.sides[RIGHT].name, right_name, strlen(right_name));
	return v;
}

static void view_done(struct view *v)
{
	compare_done(&v->comparison);
	for (int i = LEFT; i < SIDES; i++) {
		buffer_done(&v->sides[i].name);
		spans_done(&v->sides[i].marks);
		buffer_done(&v->sides[i].number);
		buffer_done(&v->sides[i].text);
		buffer_done(&v->sides[i].words);
	}
}

static const char *heading(struct view *v, int which)
{
	struct side *s = &v->sides[which];
	buffer_clear(&s->words);
	describe_region(&s->words, v->c, s->region);
	return buffer_string(&s->words);
}

/* What the side rests on, a line each: whose measures stand for it, its references, what is
 * inferred. */
static const char *basis(struct view *v, int which)
{
	struct side *s = &v->sides[which];
	buffer_clear(&s->words);
	if (s->borrows) {
		describe_borrows(&s->words, &v->c->regions[s->region]);
		buffer_char(&s->words, '\n');
	}
	for (size_t i = s->first_entry; i < s->end_entry; i++) {
		const struct entry *e = &v->c->entries[i];
		for (size_t j = 0; j < e->reference_count; j++) {
			if (s->names_owner)
				buffer_print(&s->words, "%s ", v->c->regions[e->region].name);
			buffer_print(&s->words, "%s ", describe_reference_kind(&e->references[j]));
			words_reference(&s->words, &e->references[j]);
			buffer_char(&s->words, '\n');
		}
		describe_inferred(&s->words, e);
		buffer_text(&s->words, e->inferred ? "\n" : "");
	}
	if (s->words.n)
		s->words.bytes[--s->words.n] = '\0'; /* the last newline */
	return buffer_string(&s->words);
}

static const char *name_of(const struct view *v, int which)
{
	return buffer_string(&v->sides[which].name);
}

static size_t shared(const struct view *v)
{
	return v->comparison.same + v->comparison.different;
}

static void add_counts(const struct view *v, struct buffer *out)
{
	buffer_print(out, "共有 %zu 项，仅%s %zu 项，仅%s %zu 项", shared(v),
		     name_of(v, LEFT), v->comparison.left_only, name_of(v, RIGHT),
		     v->comparison.right_only);
}

static size_t of_side(const struct pair *p, int which)
{
	return which == LEFT ? p->left : p->right;
}

/* What differs inside the pair, in both sides' marks; nothing in a measure that stands alone. */
static void mark_pair(struct view *v, const struct pair *p)
{
	compare_differences(v->c, &v->comparison, p, &v->sides[LEFT].marks, &v->sides[RIGHT].marks);
}

/* "（南通市）" where a measure must say whose it is. */
static void add_owner(const struct view *v, const struct side *s, size_t measure,
		      struct buffer *out)
{
	if (s->names_owner)
		buffer_print(out, "（%s）",
			     v->c->regions[catalog_measure_region(v->c, measure)].name);
}

static struct beside_cell text_cell(struct view *v, const struct pair *p, int which)
{
	struct side *s = &v->sides[which];
	size_t measure = of_side(p, which);
	buffer_clear(&s->number);
	buffer_clear(&s->text);
	buffer_clear(&s->words);
	if (measure == CATALOG_NONE) {
		buffer_text(&s->text, DESCRIBE_NOT_LISTED);
	} else {
		words_label(&s->words, &v->c->measures[measure]);
		columns_add_safe(&s->number, buffer_string(&s->words), s->words.n);
		buffer_clear(&s->words);
		add_owner(v, s, measure, &s->words);
		columns_add_safe(&s->text, buffer_string(&s->words), s->words.n);
		words_marked(&s->text, v->c->measures[measure].text, &s->marks, "{", "}");
	}
	return (struct beside_cell){ name_of(v, which), buffer_string(&s->number),
				     buffer_string(&s->text) };
}

/* Before the first pair of each category: which it is. */
static void add_section(const struct view *v, size_t pair, struct beside *b)
{
	const struct comparison *c = &v->comparison;
	size_t group = c->pairs[pair].group, end = pair;
	if (pair > 0 && c->pairs[pair - 1].group == group)
		return;
	while (end < c->count && c->pairs[end].group == group)
		end++;
	struct buffer line = { 0 }, name = { 0 };
	const char *text = group < v->c->category_count ? v->c->categories[group].name : "未分类";
	columns_add_safe(&name, text, strlen(text));
	buffer_print(&line, "\n== %s %zu 项 ==", buffer_string(&name), end - pair);
	beside_text(b, buffer_string(&line));
	buffer_done(&line);
	buffer_done(&name);
}

static void text_header(struct view *v, struct beside *b)
{
	struct beside_cell cells[SIDES];
	struct buffer text[SIDES] = { { 0 }, { 0 } };
	for (int i = LEFT; i < SIDES; i++) {
		struct buffer *words = &v->sides[i].words;
		const char *line = basis(v, i);
		if (!b->stacked) {
			struct buffer path = { 0 };
			describe_region(&path, v->c, v->sides[i].region);
			columns_add_safe(&text[i], buffer_string(&path), path.n);
			buffer_text(&text[i], words->n ? "\n" : "");
			buffer_done(&path);
		}
		for (size_t n; *line; line += n + (line[n] != '\0')) {
			n = strcspn(line, "\n");
			columns_add_safe(&text[i], line, n);
			buffer_text(&text[i], line[n] ? "\n" : "");
		}
		cells[i] = (struct beside_cell){ name_of(v, i), "", buffer_string(&text[i]) };
	}
	beside_row(b, &cells[LEFT], &cells[RIGHT]);
	beside_rule(b);
	buffer_done(&text[LEFT]);
	buffer_done(&text[RIGHT]);
}

static void compare_text(struct view *v, int width, struct buffer *out)
{
	struct beside b = beside_begin(out, width ? width : BESIDE_DEFAULT);
	struct buffer counts = { 0 };
	text_header(v, &b);
	add_counts(v, &counts);
	buffer_text(&counts, shared(v) ? "。{…} 中是两边不同的字句。" : "。");
	beside_text(&b, buffer_string(&counts));
	for (size_t i = 0; i < v->comparison.count; i++) {
		const struct pair *p = &v->comparison.pairs[i];
		add_section(v, i, &b);
		buffer_char(out, '\n');
		mark_pair(v, p);
		struct beside_cell left = text_cell(v, p, LEFT);
		struct beside_cell right = text_cell(v, p, RIGHT);
		beside_row(&b, &left, &right);
	}
	beside_text(&b, "\n" DESCRIBE_REMINDER);
	buffer_done(&counts);
	beside_done(&b);
}

static void relation(const struct view *v, const struct pair *p, struct buffer *out)
{
	buffer_clear(out);
	if (p->right == CATALOG_NONE)
		buffer_print(out, "仅%s", name_of(v, LEFT));
	else if (p->left == CATALOG_NONE)
		buffer_print(out, "仅%s", name_of(v, RIGHT));
	else
		buffer_text(out, "共有");
}

/* "1. （南通市）text" with the marks moved behind what was put before the text. */
static void markdown_cell(struct view *v, const struct pair *p, int which, struct sheet *sheet)
{
	struct side *s = &v->sides[which];
	size_t measure = of_side(p, which);
	buffer_clear(&s->text);
	if (measure == CATALOG_NONE) {
		sheet_text(sheet, DESCRIBE_NOT_LISTED);
		return;
	}
	const struct measure *m = &v->c->measures[measure];
	words_label(&s->text, m);
	buffer_text(&s->text, m->label ? " " : "");
	add_owner(v, s, measure, &s->text);
	size_t before = utf8_count(buffer_string(&s->text), s->text.n);
	for (size_t i = 0; i < s->marks.count; i++) {
		s->marks.all[i].start += before;
		s->marks.all[i].end += before;
	}
	buffer_text(&s->text, m->text);
	sheet_marked(sheet, buffer_string(&s->text), &s->marks);
}

static void compare_markdown(struct view *v, struct buffer *out)
{
	const char *titles[] = { "关系", heading(v, LEFT), heading(v, RIGHT) };
	struct buffer words = { 0 };
	buffer_text(out, "# ");
	markdown_text(out, titles[1]);
	buffer_text(out, " 与 ");
	markdown_text(out, titles[2]);
	buffer_text(out, "\n\n");
	add_counts(v, &words);
	markdown_text(out, buffer_string(&words));
	buffer_text(out, shared(v) ? "。加粗的是两边不同的字句。\n\n" : "。\n\n");
	struct sheet s = sheet_begin(out, FORMAT_MARKDOWN, titles, 3);
	sheet_text(&s, "依据");
	sheet_text(&s, basis(v, LEFT));
	sheet_text(&s, basis(v, RIGHT));
	sheet_end_row(&s);
	for (size_t i = 0; i < v->comparison.count; i++) {
		const struct pair *p = &v->comparison.pairs[i];
		mark_pair(v, p);
		relation(v, p, &words);
		sheet_text(&s, buffer_string(&words));
		markdown_cell(v, p, LEFT, &s);
		markdown_cell(v, p, RIGHT, &s);
		sheet_end_row(&s);
	}
	buffer_text(out, "\n" DESCRIBE_REMINDER "\n");
	buffer_done(&words);
}

static void csv_cells(struct view *v, const struct pair *p, int which, struct sheet *s)
{
	size_t measure = of_side(p, which);
	struct buffer *words = &v->sides[which].words;
	buffer_clear(words);
	if (measure == CATALOG_NONE) {
		sheet_text(s, "");
		sheet_text(s, "");
		sheet_text(s, DESCRIBE_NOT_LISTED);
		sheet_text(s, "");
		return;
	}
	const struct measure *m = &v->c->measures[measure];
	describe_region(words, v->c, catalog_measure_region(v->c, measure));
	sheet_text(s, buffer_string(words));
	sheet_text(s, m->label);
	sheet_text(s, m->text);
	buffer_clear(words);
	words_references(words, &v->c->entries[m->entry], "\n");
	sheet_text(s, buffer_string(words));
}

static void compare_csv(struct view *v, struct buffer *out)
{
	static const char *const titles[] = { "关系",	      "左地域", "左标号", "左措施",
					      "左文号或链接", "右地域", "右标号", "右措施",
					      "右文号或链接", "相似度" };
	struct sheet s = sheet_begin(out, FORMAT_CSV, titles, sizeof(titles) / sizeof(titles[0]));
	struct buffer words = { 0 };
	for (size_t i = 0; i < v->comparison.count; i++) {
		const struct pair *p = &v->comparison.pairs[i];
		relation(v, p, &words);
		sheet_text(&s, buffer_string(&words));
		csv_cells(v, p, LEFT, &s);
		csv_cells(v, p, RIGHT, &s);
		buffer_clear(&words);
		buffer_print(&words, "%.3f", p->similarity);
		sheet_text(&s, buffer_string(&words));
		sheet_end_row(&s);
	}
	buffer_done(&words);
}

int print_compare(const struct options *o, const struct catalog *c, struct buffer *out,
		  struct error *err)
{
	size_t regions[SIDES];
	int code = EXIT_FOUND;
	for (int i = LEFT; i < SIDES; i++)
		if (!print_find_region(c, o->arguments[i], &regions[i], &code, err))
			return code;
	if (regions[LEFT] == regions[RIGHT]) {
		error_set(err, "左右是同一个地域，应为两个不同的地域");
		return EXIT_USAGE;
	}
	if (compare_is_too_large(c, regions[LEFT], regions[RIGHT], o->cities)) {
		error_set(err, "两边的措施太多，不能对比；请选较小的地域");
		return EXIT_USAGE;
	}
	struct view v = view_new(c, regions[LEFT], regions[RIGHT], o->cities);
	switch (o->format) {
	case FORMAT_TEXT:
		compare_text(&v, o->width, out);
		break;
	case FORMAT_MARKDOWN:
		compare_markdown(&v, out);
		break;
	case FORMAT_CSV:
		compare_csv(&v, out);
		break;
	case FORMAT_JSON:
		compare_json(c, &v.comparison, out);
		break;
	case FORMAT_HTML:
		break;
	}
	view_done(&v);
	return code;
}
