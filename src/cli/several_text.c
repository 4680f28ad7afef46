/* Several regions as text: a table where the width has room for one, otherwise under each category the regions one below the
 * other. Both are rows of a name and one or more columns of flowed text. */
#include <string.h>

#include "base/columns.h"
#include "base/wrap.h"
#include "cli/beside.h"
#include "cli/several_parts.h"
#include "cli/words.h"
#include "table/describe.h"

static const char between[] = " | ";

enum { BETWEEN = 3, LEAST = 2 /* columns: one wide character */, INDENT = 2 };

struct page {
	struct printing *p;
	int width;    /* columns in all */
	int names;    /* of the first column */
	int cols;     /* of each other one */
	size_t count; /* of them: every region, or 1 */
	struct buffer cells[SEVERAL_MOST]; /* lines of the row being printed */
	struct wrap_lines wrapped;
};

/* Adds the safe text as lines of at most `cols` columns, hanging behind its label on the first. */
static void flow(struct page *page, struct buffer *lines, const char *label, const char *text,
		 int cols)
{
	struct buffer safe = { 0 };
	int hang = *label ? columns_text(label, strlen(label)) + 1 : 0;
	if (hang > cols / 2) {
		buffer_print(&safe, "%s ", label);
		hang = 0;
	}
	columns_add_safe(&safe, text, strlen(text));
	wrap_text(buffer_string(&safe), safe.n, cols > LEAST ? cols - hang : LEAST, &page->wrapped);
	for (size_t i = 0; i < page->wrapped.count; i++) {
		const struct wrap_line *l = &page->wrapped.all[i];
		if (hang && i == 0)
			buffer_print(lines, "%s ", label);
		else
			buffer_repeat(lines, ' ', hang);
		buffer_add(lines, buffer_string(&safe) + l->start, l->end - l->start);
		buffer_char(lines, '\n');
	}
	buffer_done(&safe);
}

/* A paragraph across the whole width; newlines end lines. */
static void add_text(struct page *page, const char *text)
{
	for (size_t n; *text; text += n + (text[n] != '\0')) {
		struct buffer line = { 0 };
		n = strcspn(text, "\n");
		buffer_add(&line, text, n);
		flow(page, page->p->out, "", buffer_string(&line), page->width);
		buffer_done(&line);
	}
}

static void end_line(struct buffer *out)
{
	while (out->n && out->bytes[out->n - 1] == ' ')
		out->n--;
	buffer_char(out, '\n');
}

/* Takes a line off the cell; "" when it has none left. */
static size_t next_line(const char **cell, const char **line)
{
	size_t n = strcspn(*cell, "\n");
	*line = *cell;
	*cell += n + ((*cell)[n] != '\0');
	return n;
}

static void add_padded(struct buffer *out, const char *text, size_t n, int cols)
{
	buffer_add(out, text, n);
	buffer_repeat(out, ' ', cols - columns_text(text, n));
}

/* The name beside the cells, which are then empty. */
static void add_row(struct page *page, const char *name)
{
	struct buffer *out = page->p->out, names = { 0 };
	const char *left, *line, *cells[SEVERAL_MOST];
	bool more = true;
	flow(page, &names, "", name, page->names);
	left = buffer_string(&names);
	for (size_t i = 0; i < page->count; i++)
		cells[i] = buffer_string(&page->cells[i]);
	while (more) {
		size_t n = next_line(&left, &line);
		add_padded(out, line, n, page->names);
		more = *left != '\0';
		for (size_t i = 0; i < page->count; i++) {
			buffer_text(out, page->count > 1 ? between : "  ");
			n = next_line(&cells[i], &line);
			add_padded(out, line, n, page->cols);
			more = more || *cells[i];
		}
		end_line(out);
	}
	for (size_t i = 0; i < page->count; i++)
		buffer_clear(&page->cells[i]);
	buffer_done(&names);
}

static void add_rule(struct page *page)
{
	struct buffer *out = page->p->out;
	buffer_repeat(out, '-', page->names + 1);
	for (size_t i = 0; i < page->count; i++) {
		buffer_char(out, '+');
		buffer_repeat(out, '-', page->cols + (i + 1 < page->count ? 2 : 1));
	}
	buffer_char(out, '\n');
}

static void fill_cell(struct page *page, struct buffer *lines, size_t row, size_t column)
{
	struct printing *p = page->p;
	struct several_cell cell = several_cell(p->s, row, column);
	struct buffer label = { 0 }, safe = { 0 };
	if (cell.count == 0)
		flow(page, lines, "", DESCRIBE_NOT_LISTED, page->cols);
	for (size_t i = 0; i < cell.count; i++) {
		const struct measure *m = &p->c->measures[cell.measures[i]];
		buffer_clear(&label);
		buffer_clear(&safe);
		words_label(&label, m);
		columns_add_safe(&safe, buffer_string(&label), label.n);
		flow(page, lines, safe.n ? buffer_string(&safe) : "-",
		     several_owned(p, column, cell.measures[i]), page->cols);
		if (m->by_keywords && m->categories)
			flow(page, lines, " ", "类别由关键词判定", page->cols);
		if (several_is_uncertain(p, cell.measures[i]))
			flow(page, lines, "!", "文号或链接存疑", page->cols);
	}
	buffer_done(&label);
	buffer_done(&safe);
}

/* A line for each reference and whatever else must be known of the region's entries. */
static void fill_basis(struct page *page, struct buffer *lines, size_t column)
{
	struct printing *p = page->p;
	const struct several_column *here = &p->s->columns[column];
	const struct region *r = &p->c->regions[here->region];
	struct buffer words = { 0 };
	if (r->depth > 0 || page->count == 1) /* a table's heading has the name alone */
		flow(page, lines, "", several_region(p, column), page->cols);
	if (*several_borrowing(p, column))
		flow(page, lines, "", buffer_string(&p->words), page->cols);
	for (size_t i = r->first_entry; i < (here->inside ? r->entries_end : r->own_entries_end);
	     i++) {
		const struct entry *e = &p->c->entries[i];
		if (!several_rests_on(p->s, p->c, column, e))
			continue;
		if (here->inside)
			flow(page, lines, "", p->c->regions[e->region].name, page->cols);
		for (size_t k = 0; k < e->reference_count; k++) {
			buffer_clear(&words);
			words_reference(&words, &e->references[k]);
			flow(page, lines, describe_reference_kind(&e->references[k]),
			     buffer_string(&words), page->cols);
		}
		buffer_clear(&words);
		describe_inferred(&words, e);
		if (words.n)
			flow(page, lines, "推断", buffer_string(&words), page->cols);
	}
	buffer_done(&words);
}

static void fill_all(struct page *page, size_t row)
{
	for (size_t i = 0; i < page->count; i++)
		fill_cell(page, &page->cells[i], row, i);
}

static void add_table(struct page *page)
{
	struct printing *p = page->p;
	for (size_t i = 0; i < page->count; i++)
		flow(page, &page->cells[i], "", p->c->regions[p->s->columns[i].region].name,
		     page->cols);
	add_row(page, "类别");
	add_rule(page);
	for (size_t i = 0; i < page->count; i++)
		fill_basis(page, &page->cells[i], i);
	add_row(page, "依据");
	for (size_t row = 0; row < p->s->row_count; row++) {
		add_rule(page);
		fill_all(page, row);
		add_row(page, several_short_name(p, row));
	}
}

static void add_list(struct page *page)
{
	struct printing *p = page->p;
	struct buffer heading = { 0 };
	for (size_t i = 0; i < p->s->count; i++) {
		fill_basis(page, &page->cells[0], i);
		add_row(page, p->c->regions[p->s->columns[i].region].short_name);
	}
	for (size_t row = 0; row < p->s->row_count; row++) {
		buffer_clear(&heading);
		buffer_print(&heading, "== %s %zu/%zu ==", several_name(p, row),
			     p->s->rows[row].having, p->s->count);
		buffer_char(p->out, '\n');
		add_text(page, buffer_string(&heading));
		for (size_t i = 0; i < p->s->count; i++) {
			fill_cell(page, &page->cells[0], row, i);
			add_row(page, p->c->regions[p->s->columns[i].region].short_name);
		}
	}
	buffer_done(&heading);
}

static int wider(int cols, const char *text)
{
	int own = columns_text(text, strlen(text));
	return own > cols ? own : cols;
}

/* A table where each region has enough columns of it. */
static void lay_out(struct page *page)
{
	const struct printing *p = page->p;
	page->names = 4;
	page->count = p->s->count;
	for (size_t row = 0; row < p->s->row_count; row++)
		page->names = wider(page->names, several_short_name(p, row));
	page->cols = (page->width - page->names) / (int)page->count - BETWEEN;
	if (page->cols >= SEVERAL_READABLE)
		return;
	page->count = 1;
	page->names = LEAST;
	for (size_t i = 0; i < p->s->count; i++)
		page->names = wider(page->names, p->c->regions[p->s->columns[i].region].short_name);
	if (page->names > page->width / 3)
		page->names = page->width / 3 > LEAST ? page->width / 3 : LEAST;
	page->cols = page->width - page->names - INDENT;
}

void several_text(struct printing *p, int width)
{
	struct page page = { .p = p, .width = width ? width : BESIDE_DEFAULT };
	lay_out(&page);
	add_text(&page, several_title(p));
	add_text(&page, several_summary(p));
	buffer_char(p->out, '\n');
	if (page.count > 1)
		add_table(&page);
	else
		add_list(&page);
	buffer_char(p->out, '\n');
	add_text(&page, DESCRIBE_REMINDER);
	for (size_t i = 0; i < SEVERAL_MOST; i++)
		buffer_done(&page.cells[i]);
	wrap_done(&page.wrapped);
}
