#include <string.h>

#include "base/columns.h"
#include "cli/beside.h"
#include "cli/pairs.h"
#include "cli/words.h"
#include "table/describe.h"

/* What an entry rests on, a line each, and what is inferred. */
static void add_entry(struct pairs *p, const struct entry *e, bool named, struct buffer *out)
{
	for (size_t i = 0; i < e->reference_count; i++) {
		if (named)
			buffer_print(out, "%s ", p->c->regions[e->region].name);
		buffer_print(out, "%s ", describe_reference_kind(&e->references[i]));
		words_reference(out, &e->references[i]);
		buffer_char(out, '\n');
	}
	describe_inferred(out, e);
	buffer_text(out, e->inferred ? "\n" : "");
}

/* Whose measures stand for the side, and what it rests on, a line each. */
static void add_basis(struct pairs *p, int side, struct buffer *out)
{
	const struct comparison *c = p->shown->comparison;
	bool left = side == LEFT;
	if (left ? c->left_borrows : c->right_borrows) {
		describe_borrows(out, &p->c->regions[left ? c->left : c->right]);
		buffer_char(out, '\n');
	}
	size_t before = out->n;
	shown_yielded(p->shown, left, out);
	buffer_text(out, out->n > before ? "\n" : "");
	if (p->refers[side]) {
		describe_count(out, shown_entries(p->shown, left));
		buffer_text(out, " 条，文号或链接见各项\n");
		return;
	}
	for (size_t e = shown_entry(p->shown, left, 0); e != CATALOG_NONE;
	     e = shown_entry(p->shown, left, e + 1))
		add_entry(p, &p->c->entries[e], p->owned[side], out);
}

/* Adds the lines made safe, without the last newline. */
static void add_safe_lines(struct buffer *out, const char *line)
{
	for (size_t n; *line; line += n + (line[n] != '\0')) {
		n = strcspn(line, "\n");
		columns_add_safe(out, line, n);
		buffer_text(out, line[n] && line[n + 1] ? "\n" : "");
	}
}

static const char *safe_name(const struct pairs *p, int side, struct buffer *out)
{
	const char *name = shown_name(p->shown, side == LEFT);
	columns_add_safe(out, name, strlen(name));
	return buffer_string(out);
}

static void add_head(struct pairs *p, struct beside *b, const char *const names[SIDES])
{
	struct beside_cell cells[SIDES];
	struct buffer text[SIDES] = { { 0 }, { 0 } }, lines = { 0 };
	for (int i = LEFT; i < SIDES; i++) {
		buffer_clear(&lines);
		if (!b->stacked)
			buffer_print(&lines, "%s\n", buffer_string(&p->regions[i]));
		add_basis(p, i, &lines);
		add_safe_lines(&text[i], buffer_string(&lines));
		cells[i] = (struct beside_cell){ names[i], "", buffer_string(&text[i]) };
	}
	beside_row(b, &cells[LEFT], &cells[RIGHT]);
	beside_rule(b);
	for (int i = LEFT; i < SIDES; i++)
		buffer_done(&text[i]);
	buffer_done(&lines);
}

/* A line across both, made safe. */
static void add_line(struct beside *b, struct buffer *words, const char *before, const char *after)
{
	struct buffer line = { 0 };
	buffer_text(&line, before);
	columns_add_safe(&line, buffer_string(words), words->n);
	buffer_text(&line, after);
	beside_text(b, buffer_string(&line));
	buffer_clear(words);
	buffer_done(&line);
}

/* The number and the text of a side of a pair, for a cell. */
static void add_measure(struct pairs *p, const struct measure *m, int side, struct buffer *number,
			struct buffer *text)
{
	struct buffer *words = &p->words[side];
	buffer_clear(number);
	buffer_clear(text);
	if (!m) {
		buffer_text(text, DESCRIBE_NOT_LISTED);
		return;
	}
	buffer_clear(words);
	words_label(words, m);
	columns_add_safe(number, buffer_string(words), words->n);
	buffer_clear(words);
	pairs_owner(p, m, side, words);
	columns_add_safe(text, buffer_string(words), words->n);
	words_marked(text, m->text, &p->marks[side], "{", "}");
	if (!p->refers[side])
		return;
	buffer_clear(words);
	add_entry(p, pairs_entry(p, m), false, words);
	buffer_char(text, '\n');
	add_safe_lines(text, buffer_string(words));
}

static void add_pair(struct pairs *p, size_t i, struct beside *b, const char *const names[SIDES])
{
	struct buffer numbers[SIDES] = { { 0 }, { 0 } }, texts[SIDES] = { { 0 }, { 0 } };
	struct beside_cell cells[SIDES];
	const struct pair *pair = pairs_mark(p, i);
	for (int side = LEFT; side < SIDES; side++) {
		add_measure(p, pairs_measure(p, pair, side), side, &numbers[side], &texts[side]);
		cells[side] = (struct beside_cell){ names[side], buffer_string(&numbers[side]),
						    buffer_string(&texts[side]) };
	}
	buffer_char(b->out, '\n');
	beside_row(b, &cells[LEFT], &cells[RIGHT]);
	for (int side = LEFT; side < SIDES; side++) {
		buffer_done(&numbers[side]);
		buffer_done(&texts[side]);
	}
}

void compare_text(struct pairs *p, int width, struct buffer *out)
{
	struct beside b = beside_begin(out, width ? width : BESIDE_DEFAULT);
	struct buffer words = { 0 }, safe[SIDES] = { { 0 }, { 0 } };
	const char *names[SIDES] = { safe_name(p, LEFT, &safe[LEFT]),
				     safe_name(p, RIGHT, &safe[RIGHT]) };
	add_head(p, &b, names);
	pairs_summary(p, "{…} 中", &words);
	add_line(&b, &words, "", "");
	for (size_t i = 0; i < p->shown->count; i++) {
		if (shown_begins_group(p->shown, i)) {
			shown_group(p->shown, i, &words);
			add_line(&b, &words, "\n== ", " ==");
		}
		add_pair(p, i, &b, names);
	}
	beside_text(&b, "\n" DESCRIBE_REMINDER);
	buffer_done(&words);
	for (int i = LEFT; i < SIDES; i++)
		buffer_done(&safe[i]);
	beside_done(&b);
}
