#include <string.h>

#include "base/utf8.h"
#include "table/describe.h"
#include "view/panes.h"

enum { LEAST_REGION = 12, MOST_REGION = 26, LABEL = 8 };

/* How wide the column of regions is. */
static int region_columns(int cols)
{
	int third = cols / 3;
	return third < LEAST_REGION ? LEAST_REGION : third > MOST_REGION ? MOST_REGION : third;
}

/* The first code point to show so that the first hit is seen: 0 where it is seen anyway, otherwise so far before it that it
 * stands in the middle. *offset gets its bytes. */
static size_t first_shown(const char *text, size_t n, struct span hit, int cols, size_t *offset)
{
	size_t at = 0;
	*offset = 0;
	if (columns_text(text, utf8_offset(text, n, hit.end)) <= cols - 2)
		return 0;
	int skipped = columns_text(text, utf8_offset(text, n, hit.start)) - cols / 2;
	for (; skipped > 0 && at < hit.start; at++) {
		uint32_t cp;
		*offset += utf8_decode(text + *offset, n - *offset, &cp);
		skipped -= columns_of(cp);
	}
	return at;
}

static void draw_text(struct frame *f, struct rect r, const struct app *a, const char *text,
		      struct spans *spans, enum style style)
{
	query_spans(&a->query, text, spans);
	size_t n = strlen(text), at = 0;
	size_t from = spans->count ? first_shown(text, n, spans->all[0], r.cols, &at) : 0;
	int col = 0;
	if (from)
		col = frame_string(f, r, 0, col, "..", style);
	for (size_t position = from; at < n && col < r.cols; position++) {
		uint32_t cp;
		size_t length = utf8_decode(text + at, n - at, &cp);
		bool hit = spans_contain(spans, position);
		col = frame_text(f, r, 0, col, text + at, length, hit ? STYLE_HIT : style);
		at += length;
	}
	if (at < n || col > r.cols)
		frame_string(f, r, 0, r.cols - 1, "~", style);
}

/* Where the words were found, when it was not in the text; and at the right end what money the measure names. Returns the
 * rectangle left for the text. */
static struct rect draw_facts(struct frame *f, struct rect r, const struct app *a, size_t measure,
			      enum style style)
{
	static const char *const fields[] = { [FIELD_REGION] = "[地域]",
					      [FIELD_REFERENCE] = "[文号]",
					      [FIELD_CATEGORY] = "[类别]",
					      [FIELD_REWARD] = "[金额]",
					      [FIELD_NUMBER] = "[序号]" };
	struct buffer rewards = { 0 };
	describe_rewards(&rewards, &a->catalog->measures[measure]);
	int cols = columns_text(buffer_string(&rewards), rewards.n);
	if (cols && cols <= r.cols - LEAST_REGION) {
		r.cols -= cols + 1;
		frame_string(f, (struct rect){ r.row, r.col + r.cols + 1, 1, cols }, 0, 0,
			     buffer_string(&rewards), style);
	}
	buffer_done(&rewards);
	enum field field = engine_field(a->engine, &a->query, measure);
	if (field != FIELD_TEXT && r.cols > LEAST_REGION) {
		int used = frame_string(f, r, 0, 0, fields[field], style) + 1;
		r.col += used;
		r.cols -= used;
	}
	return r;
}

static void draw_row(struct frame *f, struct rect r, const struct app *a, size_t measure,
		     bool selected, struct spans *spans)
{
	const struct measure *m = &a->catalog->measures[measure];
	enum style style = !selected ? STYLE_TEXT : a->prompting ? STYLE_CURRENT : STYLE_SELECTED;
	frame_fill(f, r, style);
	frame_string(f, r, 0, 0, selected ? ">" : " ", style);
	struct buffer region = { 0 };
	describe_region(&region, a->catalog, catalog_measure_region(a->catalog, measure));
	struct rect place = { r.row, r.col + 2, 1, region_columns(r.cols) };
	pane_two_ends(f, place, buffer_string(&region), "", style);
	buffer_done(&region);
	struct rect text = { r.row, place.col + place.cols + 1, 1, 0 };
	text.cols = r.col + r.cols - text.col;
	struct rect label = { text.row, text.col, 1, LABEL };
	int col = frame_string(f, label, 0, 0, m->label ? m->label : "-", style);
	if (m->label)
		col = frame_string(f, label, 0, col, ".", style);
	text.col += col + 1;
	text.cols -= col + 1;
	if (text.cols <= 0)
		return;
	text = draw_facts(f, text, a, measure, style);
	draw_text(f, text, a, m->text, spans, style);
}

void pane_hits_draw(struct frame *f, struct rect r, const struct app *a, const struct hits *hits,
		    const struct list *l)
{
	struct spans spans = { 0 };
	for (int row = 0; row < r.rows && l->top + (size_t)row < l->count; row++) {
		size_t at = l->top + (size_t)row;
		struct rect line = { r.row + row, r.col, 1, r.cols };
		draw_row(f, line, a, hits_measure(hits, at), at == l->sel, &spans);
	}
	if (l->count == 0)
		frame_string(f, r, 0, 2, "没有命中", STYLE_DIM);
	frame_cursor(f, r, (int)(l->sel - l->top), 0);
	spans_done(&spans);
}
