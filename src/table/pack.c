#include "table/pack.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "table/build.h"
#include "table/pages.h"

struct pack *pack_new(size_t text_bytes)
{
	struct pack *p = memory_new(sizeof(*p));
	atomic_init(&p->owners, 1);
	p->text = text_bytes ? pages_new(text_bytes) : NULL;
	p->text_bytes = text_bytes;
	return p;
}

void pack_seal(struct pack *p)
{
	pages_shrink(p->text, &p->text_bytes, p->text_used);
	if (p->text_used == 0)
		p->text = NULL;
}

void pack_shed(struct pack *p)
{
	nodes_done(&p->nodes);
	free(p->entries);
	free(p->places);
	free(p->measures);
	p->entries = NULL;
	p->places = NULL;
	p->measures = NULL;
	p->entry_count = p->entry_capacity = p->place_capacity = 0;
	p->measure_count = p->measure_capacity = 0;
	faults_done(&p->faults);
}

void pack_keep(struct pack *p)
{
	atomic_fetch_add_explicit(&p->owners, 1, memory_order_relaxed);
}

void pack_release(struct pack *p)
{
	if (!p || atomic_fetch_sub_explicit(&p->owners, 1, memory_order_acq_rel) > 1)
		return;
	pack_shed(p);
	pages_free(p->text, p->text_bytes);
	arena_done(&p->arena);
	free(p);
}

size_t pack_bytes(const struct pack *p)
{
	return sizeof(*p) + p->text_bytes + arena_bytes(&p->arena);
}

static const char *add_text(struct pack *p, const char *text)
{
	size_t n = strlen(text) + 1;
	if (n > p->text_bytes - p->text_used)
		return arena_copy(&p->arena, text, n - 1);
	char *copy = memcpy(p->text + p->text_used, text, n);
	p->text_used += n;
	return copy;
}

/* A string that others probably equal. */
static const char *add_frequent(struct pack *p, const char *text)
{
	if (!text)
		return NULL;
	uint32_t h = 2166136261u; /* FNV-1a */
	for (const char *at = text; *at; at++)
		h = (h ^ (unsigned char)*at) * 16777619u;
	const char **recent = &p->recent[(h ^ h >> 16) % PACK_RECENT];
	if (!*recent || strcmp(*recent, text) != 0)
		*recent = arena_string(&p->arena, text);
	return *recent;
}

static const char *const *add_strings(struct pack *p, const char *const *strings, size_t count)
{
	if (count == 0)
		return NULL;
	const char **copy = arena_new(&p->arena, count * sizeof(*copy));
	for (size_t i = 0; i < count; i++)
		copy[i] = arena_string(&p->arena, strings[i]);
	return copy;
}

static const struct reference *add_references(struct pack *p, const struct build_entry *entry)
{
	if (entry->reference_count == 0)
		return NULL;
	struct reference *copy = arena_new(&p->arena, entry->reference_count * sizeof(*copy));
	for (size_t i = 0; i < entry->reference_count; i++) {
		const struct reference *r = &entry->references[i];
		copy[i] = *r;
		copy[i].text = arena_string(&p->arena, r->text);
		copy[i].candidates = add_strings(p, r->candidates, r->candidate_count);
		copy[i].reason = add_frequent(p, r->reason);
	}
	return copy;
}

static const struct reward *add_rewards(struct pack *p, const struct measure *m)
{
	if (m->reward_count == 0)
		return NULL;
	struct reward *copy = arena_new(&p->arena, m->reward_count * sizeof(*copy));
	for (size_t i = 0; i < m->reward_count; i++) {
		copy[i] = m->rewards[i];
		copy[i].level = add_frequent(p, m->rewards[i].level);
	}
	return copy;
}

static bool is_uncertain(const struct build_entry *entry)
{
	bool uncertain = false;
	for (size_t i = 0; i < entry->reference_count; i++)
		uncertain |= !entry->references[i].certain;
	return uncertain;
}

static void add_measures(struct pack *p, const struct build_entry *entry)
{
	p->measures = memory_grow(p->measures, &p->measure_capacity,
				  p->measure_count + entry->measure_count, sizeof(*p->measures));
	for (size_t i = 0; i < entry->measure_count; i++) {
		const struct measure *m = &entry->measures[i];
		p->measures[p->measure_count++] = (struct measure){
			.label = add_frequent(p, m->label),
			.text = add_text(p, m->text),
			.categories = m->categories,
			.by_keywords = m->categories == 0,
			.rewards = add_rewards(p, m),
			.reward_count = m->reward_count,
		};
	}
}

static uint32_t add_region(struct pack *p, const struct build_entry *entry)
{
	uint32_t node = NODE_NONE;
	for (size_t i = 0; i < CATALOG_DEPTH && entry->path[i]; i++) {
		bool added, last = i + 1 == CATALOG_DEPTH || !entry->path[i + 1];
		node = nodes_find(&p->nodes, node, entry->path[i], last ? entry->code : 0, &added);
		if (added)
			p->nodes.all[node].name = arena_string(&p->arena, entry->path[i]);
	}
	return node;
}

static const char *add_printed(struct pack *p, const struct build_entry *entry)
{
	if (entry->printed_region)
		return add_frequent(p, entry->printed_region);
	struct buffer joined = { 0 };
	for (size_t i = 0; i < CATALOG_DEPTH && entry->path[i]; i++) {
		buffer_text(&joined, i ? " " : "");
		buffer_text(&joined, entry->path[i]);
	}
	const char *text = add_frequent(p, buffer_string(&joined));
	buffer_done(&joined);
	return text;
}

void pack_add(struct pack *p, const struct build_entry *entry, struct pack_place place)
{
	size_t need = p->entry_count + 1;
	p->entries = memory_grow(p->entries, &p->entry_capacity, need, sizeof(*p->entries));
	p->places = memory_grow(p->places, &p->place_capacity, need, sizeof(*p->places));
	p->places[p->entry_count] = place;
	p->entries[p->entry_count++] = (struct entry){
		.region = add_region(p, entry),
		.number = entry->number,
		.printed_region = add_printed(p, entry),
		.inferred = (uint8_t)entry->inferred,
		.uncertain = is_uncertain(entry),
		.references = add_references(p, entry),
		.reference_count = (uint32_t)entry->reference_count,
		.notes = add_strings(p, entry->notes, entry->note_count),
		.note_count = (uint32_t)entry->note_count,
		.first_measure = (uint32_t)p->measure_count,
		.measure_count = (uint32_t)entry->measure_count,
	};
	add_measures(p, entry);
}
