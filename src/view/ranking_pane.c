#include <inttypes.h>
#include <string.h>

#include "base/utf8.h"
#include "base/wrap.h"
#include "compare/documents.h"
#include "table/describe.h"
#include "view/panes.h"

enum {
	NARROW = 60, /* columns below which only level, sum and region are shown */
	WIDE = 120,
	LEVEL = 9,
	BOUND = 5,
	NUMBER_NARROW = 7,
	NUMBER = 9,
	NUMBER_WIDE = 14,
	READ_OUT = 6,
	PER = 15,
	REGION = 20,
	REGION_WIDE = 29,
	LEAST_REGION = 12,
	GAP = 2,
	RULED = 6, /* rows of the detail from which on a line sets it off */
};

/* Where the columns begin, from the left edge; 0 columns: not shown. */
struct columns {
	int level, level_cols;
	int bound;
	int number, number_cols;
	int read_out;
	int per, per_cols;
	int region, region_cols;
	int reference, reference_cols;
};

static struct columns place(const struct app *a, int cols)
{
	bool narrow = cols < NARROW, wide = cols >= WIDE;
	struct columns k = { .level = 2, .level_cols = LEVEL, .bound = 2 + LEVEL };
	k.number = k.bound + BOUND;
	k.number_cols = narrow ? NUMBER_NARROW : wide ? NUMBER_WIDE : NUMBER;
	int at = k.number + k.number_cols + (narrow ? 1 : GAP);
	if (a->ranking.shown.read_out) {
		k.read_out = at;
		at += narrow ? READ_OUT - 1 : READ_OUT;
	}
	if (!narrow) {
		k.per = at;
		k.per_cols = PER;
		at += PER + GAP;
	}
	k.region = at;
	k.region_cols = cols - at;
	if (narrow || k.region_cols < 2 * LEAST_REGION + GAP)
		return k;
	int half = k.region_cols / 2, most = wide ? REGION_WIDE : REGION;
	k.region_cols = half < most ? half : most;
	k.reference = k.region + k.region_cols + GAP;
	k.reference_cols = cols - k.reference;
	return k;
}

static void put(struct frame *f, struct rect r, int col, int cols, const char *text,
		enum style style)
{
	if (cols > 0)
		pane_two_ends(f, (struct rect){ r.row, r.col + col, 1, cols }, text, "", style);
}

void pane_ranking_status(const struct app *a, struct buffer *out)
{
	const struct rewards *s = &a->ranking.shown;
	bool brief = a->cols < NARROW || (app_has_query(a) && a->cols < WIDE);
	describe_count(out, s->stated);
	buffer_text(out, " 笔金额，");
	if (s->count > s->stated && !brief) {
		describe_count(out, s->count - s->stated);
		buffer_text(out, " 笔未载明，");
	}
	buffer_print(out, "按%s ", rewards_order_name(s->order));
}

void pane_ranking_heading(struct frame *f, struct rect r, const struct app *a)
{
	struct columns k = place(a, r.cols);
	put(f, r, k.level, k.level_cols, "级别", STYLE_HEADING);
	put(f, r, k.number + k.number_cols - 4, 4, "万元", STYLE_HEADING);
	put(f, r, k.per, k.per_cols, "每项等", STYLE_HEADING);
	put(f, r, k.region, k.region_cols, "地域", STYLE_HEADING);
	put(f, r, k.reference, k.reference_cols, "文号或链接", STYLE_HEADING);
}

static const struct entry *entry_of(const struct app *a, const struct rewards_row *row)
{
	return &a->catalog->entries[a->catalog->measures[row->measure].entry];
}

/* The whole path where it fits, otherwise the region's own name; "?" where the source does not print
 * all of it, "!" where its reference is uncertain and has no column that says so. */
static void add_region(const struct app *a, const struct entry *e, const struct columns *k,
		       struct buffer *out)
{
	bool doubt = k->reference_cols == 0 && describe_is_uncertain(e);
	const char *mark = doubt && e->inferred ? " !?" : doubt ? " !" : e->inferred ? " ?" : "";
	describe_region(out, a->catalog, e->region);
	buffer_text(out, mark);
	if (columns_text(buffer_string(out), out->n) <= k->region_cols)
		return;
	buffer_clear(out);
	int room = k->region_cols - columns_text(mark, strlen(mark));
	const char *name = a->catalog->regions[e->region].name;
	columns_add_shortened(out, name, strlen(name), room > 0 ? room : 0);
	buffer_text(out, mark);
}

/* "! 万政〔2018〕49号": the mark where one of them is uncertain; 缺 where there is none, as in the view of
 * documents. */
static void add_reference(const struct entry *e, struct buffer *out)
{
	buffer_print(out, "%s%s", describe_is_uncertain(e) ? "! " : "",
		     e->reference_count ? e->references[0].text : "缺");
}

/* The sum at the right of its column; one too wide for it moves what stands before it to the left. */
static void draw_amount(struct frame *f, struct rect r, const struct columns *k,
			const struct rewards_row *row, enum style style)
{
	struct buffer number = { 0 };
	rewards_number(row, &number);
	if (number.n == 0)
		buffer_text(&number, "未载明");
	int at = k->number + k->number_cols - columns_text(buffer_string(&number), number.n);
	int bound = at - BOUND < k->bound ? at - BOUND : k->bound;
	frame_string(f, r, 0, bound, rewards_bound(row), style);
	frame_string(f, r, 0, at, buffer_string(&number), style);
	buffer_done(&number);
}

static void draw_row(struct frame *f, struct rect r, const struct app *a,
		     const struct rewards_row *row, enum style style)
{
	struct columns k = place(a, r.cols);
	struct buffer words = { 0 };
	rewards_level(a->catalog, row, &words);
	put(f, r, k.level, k.level_cols - 1, words.n ? buffer_string(&words) : "-", style);
	draw_amount(f, r, &k, row, style);
	if (row->read_out)
		put(f, r, k.read_out, READ_OUT - 2, "读出", style);
	buffer_clear(&words);
	rewards_per(a->catalog, row, &words);
	put(f, r, k.per, k.per_cols, buffer_string(&words), style);
	buffer_clear(&words);
	add_region(a, entry_of(a, row), &k, &words);
	put(f, r, k.region, k.region_cols, buffer_string(&words), style);
	buffer_clear(&words);
	add_reference(entry_of(a, row), &words);
	put(f, r, k.reference, k.reference_cols, buffer_string(&words), style);
	buffer_done(&words);
}

/* `row` is the innermost region's. */
static void draw_stack(struct frame *f, struct rect r, const struct app *a,
		       const struct rewards_stack *stack, const struct rewards_row *row,
		       enum style style)
{
	struct columns k = place(a, r.cols);
	struct buffer words = { 0 };
	put(f, r, k.level, k.level_cols - 1, rewards_level_name(stack->level), style);
	draw_amount(f, r, &k, &stack->sum, style);
	add_region(a, entry_of(a, row), &k, &words);
	put(f, r, k.region, k.region_cols, buffer_string(&words), style);
	buffer_clear(&words);
	rewards_parts(&a->ranking.shown, stack, &words);
	put(f, r, k.reference, k.reference_cols, buffer_string(&words), style);
	buffer_done(&words);
}

static void draw_promises_heading(struct frame *f, struct rect r, const struct app *a)
{
	struct buffer words = { 0 };
	buffer_text(&words, "未载明金额 ");
	describe_count(&words, a->ranking.shown.count - a->ranking.shown.stated);
	buffer_text(&words, " 笔");
	put(f, r, 2, r.cols - 2, buffer_string(&words), STYLE_HEADING);
	buffer_done(&words);
}

static void draw_line(struct frame *f, struct rect r, const struct app *a, size_t line)
{
	const struct ranking *k = &a->ranking;
	size_t index;
	bool selected = line == k->list.sel;
	enum style style = !selected ? STYLE_TEXT : a->prompting ? STYLE_CURRENT : STYLE_SELECTED;
	frame_fill(f, r, style);
	frame_string(f, r, 0, 0, selected ? ">" : " ", style);
	switch (ranking_line(k, line, &index)) {
	case RANKING_STACKS:
		put(f, r, 2, r.cols - 2, "省市合计  " REWARDS_CAUTION, STYLE_WARNING);
		break;
	case RANKING_STACK:
		draw_stack(f, r, a, &k->shown.stacks[index], ranking_row(k, line), style);
		break;
	case RANKING_PROMISES:
		draw_promises_heading(f, r, a);
		break;
	case RANKING_SUM:
	case RANKING_PROMISE:
		draw_row(f, r, a, &k->shown.rows[index], style);
		break;
	case RANKING_NONE:
		break;
	}
}

/* text[0, n) wrapped into the rectangle, the bytes `marked` marked; where there is more, the lines around them
 * are shown and the last one says so. Returns the rows taken. */
static int draw_wrapped(struct frame *f, struct rect r, const char *text, size_t n, struct span marked,
			enum style style)
{
	struct wrap_lines lines = { 0 };
	wrap_text(text, n, r.cols - 1, &lines);
	size_t first = 0;
	while (first + (size_t)r.rows < lines.count &&
	       lines.all[first + (size_t)r.rows - 1].end < marked.end)
		first++;
	for (int row = 0; row < r.rows && first + (size_t)row < lines.count; row++) {
		const struct wrap_line *line = &lines.all[first + (size_t)row];
		int col = 0;
		for (size_t at = line->start; at < line->end;) {
			uint32_t cp;
			size_t bytes = utf8_decode(text + at, n - at, &cp);
			bool hit = at >= marked.start && at < marked.end;
			col = frame_text(f, r, row, col, text + at, bytes, hit ? STYLE_HIT : style);
			at += bytes;
		}
		if (row + 1 == r.rows && first + (size_t)r.rows < lines.count)
			frame_string(f, r, row, r.cols - 1, "~", STYLE_DIM);
	}
	int taken = lines.count < (size_t)r.rows ? (int)lines.count : r.rows;
	wrap_done(&lines);
	return taken;
}

static int draw_sentence(struct frame *f, struct rect r, const char *text,
			 struct rewards_place sentence, struct rewards_place words)
{
	size_t n = strlen(text), start = utf8_offset(text, n, sentence.start);
	size_t length = utf8_offset(text, n, sentence.end) - start;
	struct span marked = { 0 };
	if (words.end > words.start)
		marked = (struct span){ utf8_offset(text, n, words.start) - start,
					utf8_offset(text, n, words.end) - start };
	return draw_wrapped(f, r, text + start, length, marked, STYLE_TEXT);
}

/* "河南省 > 郑州市  序号 20 措施 1" */
static void draw_source(struct frame *f, struct rect r, const struct app *a,
			const struct rewards_row *row)
{
	const struct measure *m = &a->catalog->measures[row->measure];
	const struct entry *e = entry_of(a, row);
	struct buffer words = { 0 };
	describe_region(&words, a->catalog, e->region);
	buffer_print(&words, "  序号 %" PRId64, e->number);
	if (m->label)
		buffer_print(&words, " 措施 %s", m->label);
	if (e->inferred) {
		buffer_text(&words, "  ");
		describe_inferred(&words, e);
	}
	pane_two_ends(f, r, buffer_string(&words), row->read_out ? REWARDS_READ_OUT : "",
		      STYLE_HEADING);
	buffer_done(&words);
}

/* Draws what is in `words`, empties it, and leaves in `r` the rows below. */
static void take_rows(struct frame *f, struct rect *r, struct buffer *words, enum style style)
{
	int taken = r->rows > 0 ? draw_wrapped(f, *r, buffer_string(words), words->n,
					       (struct span){ 0 }, style)
				: 0;
	r->row += taken;
	r->rows -= taken;
	buffer_clear(words);
}

static void draw_references(struct frame *f, struct rect r, const struct entry *e)
{
	struct buffer words = { 0 };
	for (size_t i = 0; i < e->reference_count; i++) {
		const struct reference *reference = &e->references[i];
		enum style style = reference->certain ? STYLE_LABEL : STYLE_WARNING;
		buffer_print(&words, "%s%s %s", reference->certain ? "" : "! ",
			     describe_reference_kind(reference), reference->text);
		take_rows(f, &r, &words, style);
		if (reference->certain)
			continue;
		describe_doubt(&words, reference);
		take_rows(f, &r, &words, style);
	}
	if (e->reference_count == 0) {
		buffer_text(&words, DOCUMENTS_MISSING);
		take_rows(f, &r, &words, STYLE_WARNING);
	}
	buffer_done(&words);
}

/* Where it stands, the sentence and, where there is room, the reference; an uncertain one has half of the
 * room, for its reason. */
static void draw_row_detail(struct frame *f, struct rect r, const struct app *a,
			    const struct rewards_row *row)
{
	const struct entry *e = entry_of(a, row);
	int kept = describe_is_uncertain(e) ? (r.rows - 1) / 2 : r.rows > 2;
	struct rect text = { r.row + 1, r.col, r.rows - 1 - kept, r.cols };
	draw_source(f, r, a, row);
	int taken = draw_sentence(f, text, a->catalog->measures[row->measure].text,
				  rewards_sentence(a->catalog, row), row->words);
	text.row += taken;
	text.rows += kept - taken;
	if (kept)
		draw_references(f, text, e);
}

/* The caution, and the sentence of each part. */
static void draw_stack_detail(struct frame *f, struct rect r, const struct app *a,
			      const struct rewards_stack *stack)
{
	struct buffer words = { 0 };
	describe_region(&words, a->catalog, stack->region);
	buffer_print(&words, "  %s  ", rewards_level_name(stack->level));
	rewards_parts(&a->ranking.shown, stack, &words);
	put(f, r, 0, r.cols, buffer_string(&words), STYLE_HEADING);
	r.row++;
	put(f, r, 0, r.cols, REWARDS_CAUTION, STYLE_WARNING);
	int row = 1;
	for (size_t i = 0; i < CATALOG_DEPTH && row + 1 < r.rows; i++) {
		if (stack->parts[i] == REWARDS_NONE)
			continue;
		const struct rewards_row *part = &a->ranking.shown.rows[stack->parts[i]];
		row += draw_sentence(f, (struct rect){ r.row + row, r.col, 1, r.cols },
				     a->catalog->measures[part->measure].text,
				     rewards_sentence(a->catalog, part), part->words);
	}
	buffer_done(&words);
}

/* What the selected line rests on; the last row reminds. */
static void draw_detail(struct frame *f, struct rect r, const struct app *a)
{
	const struct ranking *k = &a->ranking;
	const struct rewards_row *row = ranking_row(k, k->list.sel);
	struct rect last = { r.row + r.rows - 1, r.col + 2, 1, r.cols - 3 };
	frame_string(f, last, 0, 0, DESCRIBE_REMINDER, STYLE_DIM);
	struct rect text = { r.row, last.col, r.rows - 1, last.cols };
	if (r.rows >= RULED) {
		for (int col = 0; col < r.cols; col++)
			frame_text(f, r, 0, col, &(char){ FRAME_HLINE }, 1, STYLE_SEPARATOR);
		text.row++;
		text.rows--;
	}
	size_t index;
	if (ranking_line(k, k->list.sel, &index) == RANKING_STACK)
		draw_stack_detail(f, text, a, &k->shown.stacks[index]);
	else if (row)
		draw_row_detail(f, text, a, row);
}

void pane_ranking_draw(struct frame *f, struct rect r, const struct app *a)
{
	const struct list *l = &a->ranking.list;
	int detail = ranking_detail_rows(r.rows);
	for (int row = 0; row < r.rows - detail && l->top + (size_t)row < l->count; row++)
		draw_line(f, (struct rect){ r.row + row, r.col, 1, r.cols }, a,
			  l->top + (size_t)row);
	if (l->count == 0)
		frame_string(f, r, 0, 2,
			     app_has_query(a) ? "命中的措施没有写明奖补" : "本表未列奖补",
			     STYLE_DIM);
	if (detail)
		draw_detail(f, (struct rect){ r.row + r.rows - detail, r.col, detail, r.cols }, a);
	frame_cursor(f, r, (int)(l->sel - l->top), 0);
}
