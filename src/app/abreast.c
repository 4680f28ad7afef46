#include "app/abreast.h"

#include <string.h>

#include "app/reader.h"
#include "base/buffer.h"
#include "base/columns.h"
#include "table/describe.h"

enum { LEAST_NAMES = 4, MOST_NAMES = 12 };

#define BASIS DOCUMENT_NONE /* in place of a row */

/* What the building functions share: the text goes into columns [col, col + width). */
struct building {
	struct document *doc;
	const struct catalog *catalog;
	const struct several *table;
	const struct abreast_layout *layout;
	int col, width;
	struct buffer words;
};

const char *abreast_name(const struct catalog *c, const struct several *s, size_t row)
{
	return describe_short_category(c, s->rows[row].category);
}

static int name_columns(const struct catalog *c, const struct several *s)
{
	int widest = LEAST_NAMES;
	for (size_t row = 0; row < s->row_count; row++) {
		const char *name = abreast_name(c, s, row);
		int cols = columns_text(name, strlen(name));
		if (cols > widest)
			widest = cols;
	}
	return widest < MOST_NAMES ? widest : MOST_NAMES;
}

struct abreast_layout abreast_lay_out(const struct catalog *c, const struct several *s, int cols)
{
	struct abreast_layout l = { .names = name_columns(c, s) };
	int room = cols - l.names - ABREAST_BETWEEN;
	if (room < ABREAST_READABLE) {
		l.names = 0;
		room = cols > 1 ? cols : 1;
	}
	l.shown = (size_t)(room + ABREAST_BETWEEN) / (ABREAST_READABLE + ABREAST_BETWEEN);
	if (l.shown < 1)
		l.shown = 1;
	if (l.shown > s->count)
		l.shown = s->count;
	l.width = (room + ABREAST_BETWEEN) / (int)l.shown - ABREAST_BETWEEN;
	if (l.shown == 1)
		l.width = room;
	return l;
}

int abreast_col(const struct abreast_layout *l, size_t place)
{
	int first = l->names ? l->names + ABREAST_BETWEEN : 0;
	return first + (int)place * (l->width + ABREAST_BETWEEN);
}

/* A paragraph; returns the line after it. */
static size_t add(struct building *b, size_t line, const char *label, const char *text,
		  enum style style)
{
	struct labelled l = { .col = b->col,
			      .width = b->width,
			      .label = label,
			      .label_style = style == STYLE_WARNING ? STYLE_WARNING : STYLE_LABEL,
			      .text = text,
			      .style = style };
	return reader_labelled(b->doc, line, &l);
}

/* The same of what was put together in b->words; nothing where that is empty. */
static size_t add_words(struct building *b, size_t line, const char *label, enum style style)
{
	if (b->words.n)
		line = add(b, line, label, document_keep(b->doc, b->words.bytes, b->words.n),
			   style);
	buffer_clear(&b->words);
	return line;
}

/* What else it may be; why is said where the region is read. */
static size_t add_doubt(struct building *b, size_t line, const struct reference *r)
{
	for (size_t i = 0; i < r->candidate_count && !r->certain; i++)
		buffer_print(&b->words, "%s%s ", i ? "或 " : "存疑：也可能是 ", r->candidates[i]);
	return add_words(b, line, "  !", STYLE_WARNING);
}

static size_t add_entry(struct building *b, size_t line, const struct several_column *column,
			const struct entry *e)
{
	if (e->region != column->region)
		line = add(b, line, NULL, b->catalog->regions[e->region].name, STYLE_LABEL);
	for (size_t i = 0; i < e->reference_count; i++) {
		const struct reference *r = &e->references[i];
		line = add(b, line, describe_reference_kind(r), r->text,
			   r->kind == REFERENCE_LINK ? STYLE_LINK : STYLE_TEXT);
		line = add_doubt(b, line, r);
	}
	if (e->reference_count == 0)
		line = add(b, line, "文号", "未载明", STYLE_WARNING);
	describe_inferred(&b->words, e);
	return add_words(b, line, "推断", STYLE_WARNING);
}

/* What the region's measures rest on; returns the line after it. */
static size_t add_basis(struct building *b, size_t line, size_t at)
{
	const struct several_column *column = &b->table->columns[at];
	const struct region *r = &b->catalog->regions[column->region];
	size_t shown = 0, more = 0, end = column->inside ? r->entries_end : r->own_entries_end;
	if (r->depth > 0) {
		describe_region(&b->words, b->catalog, column->region);
		line = add_words(b, line, NULL, STYLE_HEADING);
	}
	if (column->borrows) {
		describe_borrows(&b->words, r);
		buffer_text(&b->words, column->inside ? "" : "（已另成一栏）");
		line = add_words(b, line, NULL, STYLE_WARNING);
	}
	for (size_t i = r->first_entry; i < end; i++) {
		const struct entry *e = &b->catalog->entries[i];
		if (!several_rests_on(b->table, b->catalog, at, e))
			continue;
		if (shown < ABREAST_ENTRIES)
			line = add_entry(b, line, column, e);
		*(shown < ABREAST_ENTRIES ? &shown : &more) += 1;
	}
	if (more)
		buffer_print(&b->words, "另有 %zu 条", more);
	return add_words(b, line, NULL, STYLE_DIM);
}

/* How the measure came to stand here, and where else it does. */
static size_t add_kinds(struct building *b, size_t line, size_t category, const struct measure *m)
{
	if (m->by_keywords && m->categories)
		buffer_text(&b->words, "按关键词归类");
	const char *between = b->words.n ? "；并属 " : "并属 ";
	for (size_t i = 0; i < b->catalog->category_count; i++) {
		if (i == category || !(m->categories >> i & 1))
			continue;
		buffer_print(&b->words, "%s%s", between, b->catalog->categories[i].short_name);
		between = " ";
	}
	return add_words(b, line, NULL, STYLE_DIM);
}

static size_t add_measure(struct building *b, size_t line, const struct several_column *column,
			  size_t category, size_t measure)
{
	const struct measure *m = &b->catalog->measures[measure];
	const char *label = reader_measure_label(b->doc, m);
	if (column->inside) {
		size_t region = catalog_measure_region(b->catalog, measure);
		buffer_print(&b->words, "（%s）%s", b->catalog->regions[region].name, m->text);
		line = add_words(b, line, label, STYLE_TEXT);
	} else {
		line = add(b, line, label, m->text, STYLE_TEXT);
	}
	struct building hanging = *b;
	int hang = columns_text(label, strlen(label)) + 1;
	if (b->width > 2 * hang) {
		hanging.col += hang;
		hanging.width -= hang;
	}
	line = add_kinds(&hanging, line, category, m);
	b->words = hanging.words;
	return line;
}

static size_t add_cell(struct building *b, size_t line, size_t row, size_t at)
{
	struct several_cell cell = several_cell(b->table, row, at);
	if (cell.count == 0)
		return add(b, line, NULL, DESCRIBE_NOT_LISTED, STYLE_DIM);
	for (size_t i = 0; i < cell.count && i < ABREAST_MEASURES; i++)
		line = add_measure(b, line, &b->table->columns[at], b->table->rows[row].category,
				   cell.measures[i]);
	if (cell.count > ABREAST_MEASURES)
		buffer_print(&b->words, "另有 %zu 项", cell.count - ABREAST_MEASURES);
	return add_words(b, line, NULL, STYLE_DIM);
}

/* The name and "3/4" below it, or beside it where names stand above; returns the line after them. */
static size_t add_name(struct building *b, size_t line, size_t row)
{
	const char *name = abreast_name(b->catalog, b->table, row);
	bool above = b->layout->names == 0;
	b->col = 0;
	b->width = above ? b->layout->width : b->layout->names;
	buffer_print(&b->words, "%zu/%zu", b->table->rows[row].having, b->table->count);
	if (above)
		return add_words(b, line, name, STYLE_DIM);
	line = add(b, line, NULL, name, STYLE_LABEL);
	return add_words(b, line, NULL, STYLE_DIM);
}

/* What stands in the columns in view: of that row, or what they rest on (BASIS); returns the line
 * after the longest. */
static size_t add_across(struct building *b, size_t line, size_t row, size_t first)
{
	size_t end = line;
	for (size_t place = 0; place < b->layout->shown; place++) {
		b->col = abreast_col(b->layout, place);
		b->width = b->layout->width;
		size_t below = row == BASIS ? add_basis(b, line, first + place)
					    : add_cell(b, line, row, first + place);
		if (below > end)
			end = below;
	}
	return end;
}

static void add_unlisted(struct building *b)
{
	const char *between = "所选地域都" DESCRIBE_NOT_LISTED "：";
	for (size_t i = 0; i < b->catalog->category_count; i++) {
		if (!(b->table->unlisted >> i & 1))
			continue;
		buffer_print(&b->words, "%s%s", between, b->catalog->categories[i].short_name);
		between = " ";
	}
	b->col = 0;
	b->width = abreast_col(b->layout, b->layout->shown) - ABREAST_BETWEEN;
	document_blank(b->doc);
	add_words(b, b->doc->line_count, NULL, STYLE_DIM);
}

void abreast_build(struct document *d, const struct catalog *c, const struct several *s,
		   const struct abreast_layout *l, size_t first)
{
	struct building b = { .doc = d, .catalog = c, .table = s, .layout = l };
	document_clear(d);
	if (l->names)
		document_piece(d, 0, 0, "依据", STYLE_LABEL);
	add_across(&b, 0, BASIS, first);
	for (size_t row = 0; row < s->row_count; row++) {
		document_blank(d);
		size_t line = d->line_count;
		size_t below = add_name(&b, line, row);
		size_t end = add_across(&b, l->names ? line : below, row, first);
		document_item(d, row, line, below > end ? below : end);
	}
	if (s->unlisted)
		add_unlisted(&b);
	buffer_done(&b.words);
}
