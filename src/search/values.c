#include "search/values.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

const char *values_get(const struct values *v, size_t i)
{
	return buffer_string(&v->bytes) + v->starts[i];
}

void values_done(struct values *v)
{
	buffer_done(&v->bytes);
	free(v->starts);
	*v = (struct values){ 0 };
}

static void clear(struct values *v)
{
	buffer_clear(&v->bytes);
	v->count = 0;
}

static void begin(struct values *v)
{
	v->starts = memory_grow(v->starts, &v->capacity, v->count + 1, sizeof(*v->starts));
	v->starts[v->count++] = v->bytes.n;
}

static void add(struct values *v, const char *text)
{
	begin(v);
	buffer_add(&v->bytes, text, strlen(text) + 1);
}

void values_names(struct values *v, const struct catalog *c, size_t region)
{
	const struct region *r = &c->regions[region];
	clear(v);
	add(v, r->name);
	add(v, r->short_name);
	const char *last = r->name;
	for (size_t i = r->first_entry; i < r->own_entries_end; i++) {
		const char *printed = c->entries[i].printed_region;
		if (printed != last && strcmp(printed, last) != 0)
			add(v, printed);
		last = printed;
	}
}

/* Bit k of `short_parts`: part k is short. */
void values_paths(struct values *v, const struct catalog *c, size_t region)
{
	size_t path[CATALOG_DEPTH];
	size_t length = catalog_path(c, region, path);
	clear(v);
	for (unsigned short_parts = 0; length > 1 && short_parts < 1u << length; short_parts++) {
		begin(v);
		for (size_t k = 0; k < length; k++) {
			const struct region *r = &c->regions[path[k]];
			buffer_text(&v->bytes, short_parts >> k & 1 ? r->short_name : r->name);
		}
		buffer_add(&v->bytes, "", 1);
	}
}

static bool is_link(const char *text)
{
	return strstr(text, "://") != NULL;
}

bool values_is_document(const struct reference *r, size_t which)
{
	return which == 0 ? r->kind == REFERENCE_DOCUMENT : !is_link(r->candidates[which - 1]);
}

void values_references(struct values *v, const struct catalog *c, size_t entry, bool links)
{
	const struct entry *e = &c->entries[entry];
	clear(v);
	for (size_t i = 0; i < e->reference_count; i++) {
		const struct reference *r = &e->references[i];
		for (size_t k = 0; k <= r->candidate_count; k++) {
			if (links || values_is_document(r, k))
				add(v, k == 0 ? r->text : r->candidates[k - 1]);
		}
	}
}

void values_category(struct values *v, const struct catalog *c, size_t category)
{
	clear(v);
	add(v, c->categories[category].name);
	add(v, c->categories[category].short_name);
	add(v, c->categories[category].id);
}
