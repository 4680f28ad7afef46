/* Carrying text out of the program: what is copied, which link is opened. */
#include <stdio.h>

#include "app/state.h"
#include "table/describe.h"

/* The entry that the cursor is on, or NULL on a summary. */
static const struct entry *entry_here(const struct app *a)
{
	size_t measure = app_measure(a);
	if (measure != CATALOG_NONE)
		return &a->catalog->entries[a->catalog->measures[measure].entry];
	size_t region = app_region(a);
	if (region == CATALOG_NONE)
		return NULL;
	const struct region *r = &a->catalog->regions[region];
	return r->first_entry < r->own_entries_end ? &a->catalog->entries[r->first_entry] : NULL;
}

static const struct reference *reference_of(const struct entry *e, enum reference_kind kind)
{
	for (size_t i = 0; i < e->reference_count; i++)
		if (e->references[i].kind == kind)
			return &e->references[i];
	return NULL;
}

static void add_reference(struct app *a, const struct entry *e, enum reference_kind kind)
{
	const struct reference *r = reference_of(e, kind);
	if (!r) {
		app_message(a, kind == REFERENCE_LINK ? "此条目没有链接" : "此条目没有文号");
		return;
	}
	buffer_text(&a->effect_text, r->text);
	if (!r->certain)
		app_message(a, "注意：%s存疑，见正文", describe_reference_kind(r));
}

/* One line, so that what is pasted into a shell by mistake runs nothing. */
static void add_citation(struct app *a, const struct entry *e, size_t measure)
{
	struct buffer *out = &a->effect_text;
	describe_region(out, a->catalog, e->region);
	buffer_text(out, "：");
	if (measure != CATALOG_NONE)
		buffer_print(out, "“%s”", a->catalog->measures[measure].text);
	for (size_t i = 0; i < e->reference_count; i++) {
		const struct reference *r = &e->references[i];
		buffer_print(out, "%s%s %s%s", i ? "；" : "（", describe_reference_kind(r), r->text,
			     r->certain ? "" : "（存疑）");
	}
	buffer_print(out, "%s引用前请核对现行有效", e->reference_count ? "）" : "。");
}

void app_copy(struct app *a, enum command what)
{
	const struct entry *e = entry_here(a);
	size_t measure = app_measure(a);
	buffer_clear(&a->effect_text);
	if (what == CMD_COPY_REGION && app_region(a) != CATALOG_NONE)
		describe_region(&a->effect_text, a->catalog, app_region(a));
	else if (!e)
		app_message(a, "这里没有条目可复制；先打开一个地域");
	else if (what == CMD_COPY_REFERENCE || what == CMD_COPY_LINK)
		add_reference(a, e, what == CMD_COPY_LINK ? REFERENCE_LINK : REFERENCE_DOCUMENT);
	else if (what == CMD_COPY_CITATION)
		add_citation(a, e, measure);
	else if (measure == CATALOG_NONE)
		app_message(a, "先选一项措施");
	else
		buffer_text(&a->effect_text, a->catalog->measures[measure].text);
	if (a->effect_text.n)
		a->effect = EFFECT_COPY;
}

void app_link(struct app *a)
{
	const struct entry *e = entry_here(a);
	buffer_clear(&a->effect_text);
	if (e)
		add_reference(a, e, REFERENCE_LINK);
	else
		app_message(a, "这里没有条目；先打开一个地域");
	if (a->effect_text.n)
		a->effect = EFFECT_LINK;
}
