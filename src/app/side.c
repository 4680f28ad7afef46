#include "app/side.h"

#include <stdio.h>
#include <string.h>

#include "app/reader.h"
#include "base/buffer.h"
#include "base/marked.h"
#include "base/utf8.h"
#include "table/describe.h"

struct siding {
	struct document *doc;
	const struct shown *shown;
	bool bare;
	bool stacked;
	int column; /* columns of one side */
	int right;  /* first column of the right side */
	struct spans left_marks, right_marks, moved;
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

size_t side_least_lines(const struct side *s, size_t pair)
{
	const struct pair *p = shown_pair(s->shown, pair);
	const struct measure *measures = s->shown->catalog->measures;
	size_t bytes = 0;
	int columns = side_stacked(s->width) ? s->width : side_column(s->width);
	if (p->left != CATALOG_NONE)
		bytes = strlen(measures[p->left].text);
	if (p->right != CATALOG_NONE && strlen(measures[p->right].text) > bytes)
		bytes = strlen(measures[p->right].text);
	/* A character of three bytes takes two columns, one of fewer at least one of three. */
	return bytes / 3 * 2 / (size_t)(columns > 1 ? columns : 1) + 2;
}

/* Words that were put together, as a paragraph of one side; returns the line after it. */
static size_t add_words(struct siding *s, size_t line, bool left, const char *label,
			enum style label_style, enum style style)
{
	struct labelled l = { .col = left || s->stacked ? 0 : s->right,
			      .width = s->column,
			      .label = label,
			      .label_style = label_style,
			      .style = style,
			      .text = document_keep(s->doc, s->words.bytes, s->words.n) };
	if (s->words.n)
		line = reader_labelled(s->doc, line, &l);
	buffer_clear(&s->words);
	return line;
}

/* What the entry rests on, what is uncertain about that, what was inferred. */
static size_t add_references(struct siding *s, size_t line, bool left, const struct entry *e)
{
	for (size_t i = 0; i < e->reference_count; i++) {
		const struct reference *ref = &e->references[i];
		buffer_text(&s->words, ref->text);
		line = add_words(s, line, left, describe_reference_kind(ref), STYLE_LABEL,
				 ref->kind == REFERENCE_LINK ? STYLE_LINK : STYLE_TEXT);
		describe_doubt(&s->words, ref);
		line = add_words(s, line, left, "  !", STYLE_WARNING, STYLE_WARNING);
	}
	if (e->reference_count == 0) {
		buffer_text(&s->words, "未载明");
		line = add_words(s, line, left, "文号", STYLE_LABEL, STYLE_WARNING);
	}
	describe_inferred(&s->words, e);
	return add_words(s, line, left, "推断", STYLE_WARNING, STYLE_WARNING);
}

/* The text of a measure with whose it is in front, where that must be said, and with braces; *marks becomes what bears the style in it. */
static const char *measure_text(struct siding *s, size_t measure, bool left,
				const struct spans **marks)
{
	const struct catalog *c = s->shown->catalog;
	const char *text = c->measures[measure].text;
	bool owned = compare_names_owner(s->shown->comparison, left);
	if (!owned && ((*marks)->count == 0 || s->bare))
		return text;
	const char *owner = c->regions[catalog_measure_region(c, measure)].name;
	buffer_clear(&s->words);
	if (owned)
		buffer_print(&s->words, "（%s）", owner);
	size_t shift = owned ? utf8_count(owner, strlen(owner)) + 2 : 0;
	marked_add(&s->words, text, *marks, s->bare ? "" : "{", s->bare ? "" : "}", &s->moved);
	for (size_t i = 0; i < s->moved.count; i++) {
		s->moved.all[i].start += shift;
		s->moved.all[i].end += shift;
	}
	*marks = &s->moved;
	text = document_keep(s->doc, s->words.bytes, s->words.n);
	buffer_clear(&s->words);
	return text;
}

/* One side of a pair from `line` on; returns the line after it. */
static size_t add_half(struct siding *s, size_t line, size_t measure, bool left,
		       const struct spans *marks)
{
	const struct catalog *c = s->shown->catalog;
	struct labelled l = { .col = left || s->stacked ? 0 : s->right,
			      .width = s->column,
			      .label_style = STYLE_LABEL,
			      .style = STYLE_TEXT,
			      .mark_style = STYLE_DIFFER };
	if (measure == CATALOG_NONE) {
		l.text = DESCRIBE_NOT_LISTED;
		l.style = STYLE_DIM;
	} else {
		l.label = reader_measure_label(s->doc, &c->measures[measure]);
		l.text = measure_text(s, measure, left, &marks);
		l.marks = marks;
	}
	if (s->stacked) {
		buffer_print(&s->words, "%s %s", shown_name(s->shown, left),
			     l.label ? l.label : "");
		l.label = document_keep(s->doc, s->words.bytes, s->words.n);
		buffer_clear(&s->words);
	}
	line = reader_labelled(s->doc, line, &l);
	if (measure == CATALOG_NONE || !(left ? s->shown->left_refers : s->shown->right_refers))
		return line;
	return add_references(s, line, left, &c->entries[c->measures[measure].entry]);
}

static void add_pair(struct siding *s, size_t i)
{
	static const char *const signs[] = { [PAIR_SAME] = "=",
					     [PAIR_DIFFERENT] = "~",
					     [PAIR_LEFT_ONLY] = "<",
					     [PAIR_RIGHT_ONLY] = ">" };
	const struct pair *p = shown_pair(s->shown, i);
	struct document *d = s->doc;
	compare_differences(s->shown->catalog, s->shown->comparison, p, &s->left_marks,
			    &s->right_marks);
	document_blank(d);
	size_t first = d->line_count;
	size_t end = add_half(s, first, p->left, true, &s->left_marks);
	size_t below = add_half(s, s->stacked ? end : first, p->right, false, &s->right_marks);
	if (!s->stacked)
		document_piece(d, first, s->column + 1, signs[p->kind], STYLE_SEPARATOR);
	document_item(d, s->shown->pairs[i], first, below > end ? below : end);
}

/* A pair, and above the first of its group the group's heading. */
static void add_item(struct siding *s, size_t i)
{
	struct document *d = s->doc;
	if (!shown_begins_group(s->shown, i)) {
		add_pair(s, i);
		return;
	}
	document_blank(d);
	size_t lead = d->line_count;
	buffer_clear(&s->words);
	shown_group(s->shown, i, &s->words);
	struct flow flow = { 0, s->stacked ? s->column : s->right + s->column, STYLE_HEADING, NULL,
			     STYLE_TEXT };
	const char *words = document_keep(d, s->words.bytes, s->words.n);
	document_flow(d, lead, &flow, words, s->words.n);
	buffer_clear(&s->words);
	add_pair(s, i);
	document_lead(d, lead);
}

/* Who it is and what it rests on. */
static size_t add_head(struct siding *s, size_t line, bool left)
{
	const struct comparison *c = s->shown->comparison;
	const struct catalog *catalog = s->shown->catalog;
	size_t own = left ? c->left : c->right;
	if (s->stacked) {
		describe_region(&s->words, catalog, own);
		line = add_words(s, line, left, NULL, STYLE_LABEL, STYLE_HEADING);
	}
	if (left ? c->left_borrows : c->right_borrows) {
		describe_borrows(&s->words, &catalog->regions[own]);
		line = add_words(s, line, left, NULL, STYLE_LABEL, STYLE_WARNING);
	}
	shown_yielded(s->shown, left, &s->words);
	if (s->words.n)
		line = add_words(s, line, left, NULL, STYLE_LABEL, STYLE_WARNING);
	if (left ? s->shown->left_refers : s->shown->right_refers) {
		describe_count(&s->words, shown_entries(s->shown, left));
		buffer_text(&s->words, " 条，文号或链接见各项");
		return add_words(s, line, left, NULL, STYLE_LABEL, STYLE_TEXT);
	}
	for (size_t i = shown_entry(s->shown, left, 0); i != CATALOG_NONE;
	     i = shown_entry(s->shown, left, i + 1)) {
		const struct entry *e = &catalog->entries[i];
		if (compare_names_owner(c, left) && e->region != own) {
			buffer_text(&s->words, catalog->regions[e->region].name);
			line = add_words(s, line, left, NULL, STYLE_LABEL, STYLE_LABEL);
		}
		line = add_references(s, line, left, e);
	}
	return line;
}

/* The filter leaves nothing: the heading says so with its number. */
static void add_nothing(struct siding *s)
{
	document_blank(s->doc);
	shown_filter_name(s->shown, s->shown->filter, &s->words);
	buffer_text(&s->words, " 0 项；按 f 或 F8 看其他");
	add_words(s, s->doc->line_count, true, NULL, STYLE_LABEL, STYLE_DIM);
}

void side_build(struct document *d, const struct side *side, size_t first, size_t end)
{
	struct siding s = { .doc = d,
			    .shown = side->shown,
			    .bare = side->bare,
			    .stacked = side_stacked(side->width) };
	s.column = s.stacked ? (side->width > 1 ? side->width : 1) : side_column(side->width);
	s.right = s.column + SIDE_BETWEEN;
	document_clear(d);
	if (first == 0) {
		size_t below = add_head(&s, 0, true);
		add_head(&s, s.stacked ? below : 0, false);
	}
	for (size_t i = first; i < end; i++)
		add_item(&s, i);
	if (s.shown->count == 0)
		add_nothing(&s);
	spans_done(&s.left_marks);
	spans_done(&s.right_marks);
	spans_done(&s.moved);
	buffer_done(&s.words);
}
