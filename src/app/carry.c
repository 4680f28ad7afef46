/* Carrying text out of the program: what is copied, which link is opened. */
#include <inttypes.h>

#include "app/state.h"
#include "table/describe.h"

/* What the cursor is on: one entry, and where it is on a measure, that; in a comparison one for each side that is there,
 * of several regions those of the cell. */
struct target {
	const struct entry *entry;
	size_t measure; /* or CATALOG_NONE */
};

enum { MOST_TARGETS = ABREAST_MEASURES };

static struct target target_of(const struct app *a, size_t measure)
{
	const struct catalog *c = a->catalog;
	return (struct target){ &c->entries[c->measures[measure].entry], measure };
}

static size_t find_targets(const struct app *a, struct target targets[MOST_TARGETS])
{
	size_t count = 0;
	if (a->screen == SCREEN_COMPARE) {
		const struct item *item = pager_item(&a->side);
		const struct pair *pair = item ? &a->comparison.pairs[item->id] : NULL;
		if (pair && pair->left != CATALOG_NONE)
			targets[count++] = target_of(a, pair->left);
		if (pair && pair->right != CATALOG_NONE)
			targets[count++] = target_of(a, pair->right);
		return count;
	}
	if (a->screen == SCREEN_SEVERAL) {
		struct several_cell cell = app_several_cell(a);
		while (count < cell.count && count < MOST_TARGETS) {
			targets[count] = target_of(a, cell.measures[count]);
			count++;
		}
		if (count)
			return count;
	}
	if (a->screen == SCREEN_REFERENCES) {
		size_t entry = app_references_entry(a);
		if (entry != CATALOG_NONE)
			targets[count++] =
				(struct target){ &a->catalog->entries[entry], CATALOG_NONE };
		return count;
	}
	size_t measure = app_measure(a), region = app_region(a);
	if (measure != CATALOG_NONE) {
		targets[count++] = target_of(a, measure);
	} else if (region != CATALOG_NONE) {
		const struct region *r = &a->catalog->regions[region];
		if (!catalog_borrows(a->catalog, region))
			targets[count++] = (struct target){ &a->catalog->entries[r->first_entry],
							    CATALOG_NONE };
	}
	return count;
}

/* The entry's first of that kind; on the screen of documents the selected one, when it is of that kind. */
static const struct reference *reference_of(const struct app *a, const struct entry *e,
					    enum reference_kind kind)
{
	const struct reference *selected =
		a->screen == SCREEN_REFERENCES ? app_references_reference(a) : NULL;
	if (selected && selected->kind == kind)
		return selected;
	for (size_t i = 0; i < e->reference_count; i++)
		if (e->references[i].kind == kind)
			return &e->references[i];
	return NULL;
}

/* "江苏省南通市", as one would write it. */
static void add_place(struct buffer *out, const struct catalog *c, size_t region)
{
	size_t path[CATALOG_DEPTH];
	size_t length = catalog_path(c, region, path);
	for (size_t i = 0; i < length; i++)
		buffer_text(out, c->regions[path[i]].name);
}

static void add_reference(struct app *a, const struct entry *e, enum reference_kind kind)
{
	const struct reference *r = reference_of(a, e, kind);
	if (!r)
		return;
	buffer_print(&a->effect_text, "%s%s", a->effect_text.n ? "；" : "", r->text);
	if (!r->certain)
		app_message(a, "注意：%s存疑，见正文", describe_reference_kind(r));
}

/* The measure's text as it is, without quotation marks that would clash with its own. */
static void add_citation(struct app *a, const struct target *t)
{
	struct buffer *out = &a->effect_text;
	const struct catalog *c = a->catalog;
	const struct entry *e = t->entry;
	buffer_text(out, out->n ? "；" : "");
	add_place(out, c, e->region);
	if (e->inferred) {
		buffer_text(out, "（");
		describe_inferred(out, e);
		buffer_text(out, "）");
	}
	if (t->measure != CATALOG_NONE)
		buffer_print(out, "：%s", c->measures[t->measure].text);
	buffer_print(out, "（《%s》序号%" PRId64, c->tables[e->table].title, e->number);
	if (t->measure != CATALOG_NONE && c->measures[t->measure].label)
		buffer_print(out, "措施%s", c->measures[t->measure].label);
	for (size_t i = 0; i < e->reference_count; i++) {
		const struct reference *r = &e->references[i];
		buffer_print(out, "，%s %s", describe_reference_kind(r), r->text);
		for (size_t k = 0; k < r->candidate_count && !r->certain; k++)
			buffer_print(out, "%s%s%s", k ? " 或 " : "（存疑，也可能是 ", r->candidates[k],
				     k + 1 == r->candidate_count ? "）" : "");
	}
	buffer_text(out, "）");
}

static void add_measure(struct app *a, const struct target *t, bool named)
{
	struct buffer *out = &a->effect_text;
	if (t->measure == CATALOG_NONE)
		return;
	buffer_text(out, out->n ? "；" : "");
	if (named) {
		add_place(out, a->catalog, t->entry->region);
		buffer_text(out, "：");
	}
	buffer_text(out, a->catalog->measures[t->measure].text);
}

static void add_region(struct app *a)
{
	struct buffer *out = &a->effect_text;
	if (a->screen == SCREEN_COMPARE) {
		add_place(out, a->catalog, a->comparison.left);
		buffer_text(out, "；");
		add_place(out, a->catalog, a->comparison.right);
	} else if (app_region(a) != CATALOG_NONE) {
		add_place(out, a->catalog, app_region(a));
	}
}

/* Why there was nothing to take. */
static const char *nothing_of(enum command what)
{
	switch (what) {
	case CMD_COPY_REFERENCE:
		return "此处没有文号";
	case CMD_COPY_LINK:
	case CMD_LINK:
		return "此处没有链接";
	case CMD_COPY_MEASURE:
		return "先选一项措施";
	default:
		return "这里没有条目可复制；先打开一个地域";
	}
}

/* What is pasted into a shell by mistake runs nothing. */
static void one_line(struct buffer *text)
{
	for (size_t i = 0; i < text->n; i++)
		if ((unsigned char)text->bytes[i] < ' ' || text->bytes[i] == 0x7F)
			text->bytes[i] = ' ';
}

static void collect(struct app *a, enum command what)
{
	struct target targets[MOST_TARGETS];
	size_t count = find_targets(a, targets);
	buffer_clear(&a->effect_text);
	if (what == CMD_COPY_REGION)
		add_region(a);
	for (size_t i = 0; i < count; i++) {
		if (what == CMD_COPY_REFERENCE)
			add_reference(a, targets[i].entry, REFERENCE_DOCUMENT);
		else if (what == CMD_COPY_LINK)
			add_reference(a, targets[i].entry, REFERENCE_LINK);
		else if (what == CMD_LINK && a->effect_text.n == 0)
			add_reference(a, targets[i].entry, REFERENCE_LINK);
		else if (what == CMD_COPY_CITATION)
			add_citation(a, &targets[i]);
		else if (what == CMD_COPY_MEASURE)
			add_measure(a, &targets[i], count > 1);
	}
	if (what == CMD_COPY_CITATION && count)
		buffer_text(&a->effect_text, DESCRIBE_REMINDER "。");
	one_line(&a->effect_text);
	if (a->effect_text.n == 0)
		app_message(a, "%s", nothing_of(what));
}

void app_copy(struct app *a, enum command what)
{
	collect(a, what);
	if (a->effect_text.n)
		a->effect = EFFECT_COPY;
}

void app_link(struct app *a)
{
	collect(a, CMD_LINK);
	if (a->effect_text.n)
		a->effect = EFFECT_LINK;
}
