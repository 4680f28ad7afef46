#include "app/side.h"

#include <stdio.h>
#include <string.h>

#include "app/reader.h"
#include "base/buffer.h"
#include "base/utf8.h"
#include "table/describe.h"

struct siding {
	struct document *doc;
	const struct catalog *catalog;
	const struct comparison *comparison;
	bool stacked;
	int column; /* columns of one side */
	int right;  /* first column of the right side */
	struct spans left_marks, right_marks;
	struct buffer words;
};

bool side_stacked(int width)
{
	return (width - SIDE_BETWEEN) / 2 < SIDE_READABLE;
}

int side_column(int width)
{
	return (width - SIDE_BETWEEN) / 2;
}

bool side_differs(const struct pair *p)
{
	return p->kind != PAIR_SAME;
}

static const char *short_name(const struct siding *s, bool left)
{
	size_t region = left ? s->comparison->left : s->comparison->right;
	return s->catalog->regions[region].short_name;
}

/* The text of a measure with whose it is in front, where that must be said; moves the marks behind it. */
static const char *owned_text(struct siding *s, size_t measure, bool left, struct spans *marks)
{
	const struct measure *m = &s->catalog->measures[measure];
	if (!compare_names_owner(s->comparison, left))
		return m->text;
	const char *owner = s->catalog->regions[catalog_measure_region(s->catalog, measure)].name;
	buffer_clear(&s->words);
	buffer_print(&s->words, "（%s）%s", owner, m->text);
	size_t shift = utf8_count(owner, strlen(owner)) + 2;
	for (size_t i = 0; i < marks->count; i++) {
		marks->all[i].start += shift;
		marks->all[i].end += shift;
	}
	return document_keep(s->doc, s->words.bytes, s->words.n);
}

/* One side of a pair from `line` on; returns the line after it. */
static size_t add_half(struct siding *s, size_t line, size_t measure, bool left,
		       struct spans *marks)
{
	struct labelled l = { .col = left || s->stacked ? 0 : s->right,
			      .width = s->column,
			      .label_style = STYLE_LABEL,
			      .style = STYLE_TEXT,
			      .marks = marks,
			      .mark_style = STYLE_DIFFER };
	if (measure == CATALOG_NONE) {
		l.text = DESCRIBE_NOT_LISTED;
		l.style = STYLE_DIM;
		l.marks = NULL;
	} else {
		const struct measure *m = &s->catalog->measures[measure];
		l.label = reader_measure_label(s->doc, m);
		l.text = owned_text(s, measure, left, marks);
	}
	if (s->stacked) {
		buffer_clear(&s->words);
		buffer_print(&s->words, "%s %s", short_name(s, left), l.label ? l.label : "");
		l.label = document_keep(s->doc, s->words.bytes, s->words.n);
	}
	return reader_labelled(s->doc, line, &l);
}

static void add_pair(struct siding *s, size_t index)
{
	static const char *const signs[] = { [PAIR_SAME] = "=",
					     [PAIR_DIFFERENT] = "~",
					     [PAIR_LEFT_ONLY] = "<",
					     [PAIR_RIGHT_ONLY] = ">" };
	const struct pair *p = &s->comparison->pairs[index];
	struct document *d = s->doc;
	compare_differences(s->catalog, s->comparison, p, &s->left_marks, &s->right_marks);
	document_blank(d);
	size_t first = d->line_count;
	size_t end = add_half(s, first, p->left, true, &s->left_marks);
	size_t below = add_half(s, s->stacked ? end : first, p->right, false, &s->right_marks);
	if (!s->stacked)
		document_piece(d, first, s->column + 1, signs[p->kind], STYLE_SEPARATOR);
	document_item(d, index, first, below > end ? below : end);
}

/* The category of the pairs from `first` on, and how many they are. */
static void add_heading(struct siding *s, size_t first)
{
	const struct comparison *c = s->comparison;
	size_t group = c->pairs[first].group, end = first;
	while (end < c->count && c->pairs[end].group == group)
		end++;
	buffer_clear(&s->words);
	buffer_print(&s->words, "%s %zu 项",
		     group < s->catalog->category_count ? s->catalog->categories[group].name
							: "未分类",
		     end - first);
	document_blank(s->doc);
	document_piece(s->doc, s->doc->line_count, 0,
		       document_keep(s->doc, s->words.bytes, s->words.n), STYLE_HEADING);
}

static size_t add_side_text(struct siding *s, size_t line, bool left, const char *label,
			    enum style style)
{
	struct labelled l = { .col = left || s->stacked ? 0 : s->right,
			      .width = s->column,
			      .label = label,
			      .label_style = STYLE_LABEL,
			      .style = style,
			      .text = document_keep(s->doc, s->words.bytes, s->words.n) };
	buffer_clear(&s->words);
	return reader_labelled(s->doc, line, &l);
}

static size_t add_entry_head(struct siding *s, size_t line, bool left, const struct entry *e,
			     bool named)
{
	if (named) {
		buffer_clear(&s->words);
		buffer_text(&s->words, s->catalog->regions[e->region].name);
		line = add_side_text(s, line, left, NULL, STYLE_LABEL);
	}
	for (size_t i = 0; i < e->reference_count; i++) {
		const struct reference *ref = &e->references[i];
		buffer_clear(&s->words);
		buffer_text(&s->words, ref->text);
		line = add_side_text(s, line, left, describe_reference_kind(ref),
				     ref->kind == REFERENCE_LINK ? STYLE_LINK : STYLE_TEXT);
		buffer_clear(&s->words);
		describe_doubt(&s->words, ref);
		if (s->words.n)
			line = add_side_text(s, line, left, "  !", STYLE_WARNING);
	}
	buffer_clear(&s->words);
	describe_inferred(&s->words, e);
	if (s->words.n)
		line = add_side_text(s, line, left, "推断", STYLE_WARNING);
	return line;
}

/* Who it is and what it rests on. */
static size_t add_head(struct siding *s, size_t line, bool left)
{
	const struct comparison *c = s->comparison;
	const struct region *r = &s->catalog->regions[left ? c->left : c->right];
	bool inside = compare_names_owner(c, left);
	if (s->stacked) {
		buffer_clear(&s->words);
		describe_region(&s->words, s->catalog, left ? c->left : c->right);
		line = add_side_text(s, line, left, NULL, STYLE_HEADING);
	}
	if (left ? c->left_borrows : c->right_borrows) {
		buffer_clear(&s->words);
		describe_borrows(&s->words, r);
		line = add_side_text(s, line, left, NULL, STYLE_WARNING);
	}
	size_t end = inside ? r->entries_end : r->own_entries_end;
	size_t own = left ? c->left : c->right;
	for (size_t i = r->first_entry; i < end; i++) {
		const struct entry *e = &s->catalog->entries[i];
		line = add_entry_head(s, line, left, e, inside && e->region != own);
	}
	return line;
}

void side_build(struct document *d, const struct catalog *c, const struct comparison *comparison,
		int width)
{
	struct siding s = {
		.doc = d, .catalog = c, .comparison = comparison, .stacked = side_stacked(width)
	};
	s.column = s.stacked ? (width > 1 ? width : 1) : side_column(width);
	s.right = s.column + SIDE_BETWEEN;
	document_clear(d);
	size_t end = add_head(&s, 0, true);
	add_head(&s, s.stacked ? end : 0, false);
	for (size_t i = 0; i < comparison->count; i++) {
		if (i == 0 || comparison->pairs[i].group != comparison->pairs[i - 1].group)
			add_heading(&s, i);
		add_pair(&s, i);
	}
	spans_done(&s.left_marks);
	spans_done(&s.right_marks);
	buffer_done(&s.words);
}
