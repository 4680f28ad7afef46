#include "compare/shown.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "table/describe.h"

static bool needs_references(const struct shown *s, bool left)
{
	const struct entry *entries = s->catalog->entries;
	size_t count = 0, before = CATALOG_NONE;
	for (size_t e = shown_entry(s, left, 0); e != CATALOG_NONE;
	     e = shown_entry(s, left, e + 1)) {
		if (++count > SHOWN_ENTRIES || entries[e].region == before)
			return true;
		before = entries[e].region;
	}
	return false;
}

void shown_make(struct shown *s, const struct catalog *c, const struct comparison *comparison,
		enum compare_filter filter)
{
	size_t *pairs = memory_resize(s->pairs, (comparison->count + 1) * sizeof(*pairs));
	*s = (struct shown){
		.catalog = c, .comparison = comparison, .filter = filter, .pairs = pairs
	};
	for (size_t i = 0; i < comparison->count; i++)
		if (compare_passes(&comparison->pairs[i], filter))
			pairs[s->count++] = i;
	s->left_refers = needs_references(s, true);
	s->right_refers = needs_references(s, false);
}

void shown_done(struct shown *s)
{
	free(s->pairs);
	*s = (struct shown){ 0 };
}

const struct pair *shown_pair(const struct shown *s, size_t i)
{
	return &s->comparison->pairs[s->pairs[i]];
}

/* What lies inside the region is taken in. */
static bool takes_in(const struct comparison *c, bool left)
{
	return c->options.cities || (left ? c->left_borrows : c->right_borrows);
}

static size_t entries_end(const struct shown *s, bool left)
{
	const struct comparison *c = s->comparison;
	const struct region *r = &s->catalog->regions[left ? c->left : c->right];
	return takes_in(c, left) ? r->entries_end : r->own_entries_end;
}

/* Whether the other region lies inside this one: what is the other's counts for the other. */
static bool yields(const struct shown *s, bool left)
{
	const struct comparison *c = s->comparison;
	size_t own = left ? c->left : c->right, other = left ? c->right : c->left;
	return other > own && other < s->catalog->regions[own].end;
}

size_t shown_entry(const struct shown *s, bool left, size_t entry)
{
	const struct comparison *c = s->comparison;
	const struct region *regions = s->catalog->regions;
	size_t own = left ? c->left : c->right, other = left ? c->right : c->left;
	size_t inner = regions[other].first_entry, inner_end = entries_end(s, !left);
	if (entry < regions[own].first_entry)
		entry = regions[own].first_entry;
	if (yields(s, left) && entry >= inner && entry < inner_end)
		entry = inner_end;
	return entry < entries_end(s, left) ? entry : CATALOG_NONE;
}

size_t shown_entries(const struct shown *s, bool left)
{
	size_t count = 0;
	for (size_t e = shown_entry(s, left, 0); e != CATALOG_NONE; e = shown_entry(s, left, e + 1))
		count++;
	return count;
}

const char *shown_name(const struct shown *s, bool left)
{
	const struct region *l = &s->catalog->regions[s->comparison->left];
	const struct region *r = &s->catalog->regions[s->comparison->right];
	const struct region *own = left ? l : r;
	return strcmp(l->short_name, r->short_name) == 0 ? own->name : own->short_name;
}

void shown_yielded(const struct shown *s, bool left, struct buffer *out)
{
	const struct comparison *c = s->comparison;
	size_t first = left ? c->right_first : c->left_first;
	size_t end = left ? c->right_end : c->left_end;
	if (takes_in(c, left) && yields(s, left) && first < end)
		buffer_print(out, "不含%s的措施，已列在另一边",
			     s->catalog->regions[left ? c->right : c->left].name);
}

void shown_filter_name(const struct shown *s, enum compare_filter filter, struct buffer *out)
{
	static const char *const names[] = { [COMPARE_ALL] = "全部",
					     [COMPARE_SHARED] = "共有",
					     [COMPARE_SAME] = "相同",
					     [COMPARE_DIFFERENT] = "不同" };
	if (filter == COMPARE_LEFT || filter == COMPARE_RIGHT)
		buffer_print(out, "仅%s", shown_name(s, filter == COMPARE_LEFT));
	else
		buffer_text(out, names[filter]);
}

size_t shown_filter_count(const struct shown *s, enum compare_filter filter)
{
	const struct comparison *c = s->comparison;
	switch (filter) {
	case COMPARE_SHARED:
		return c->same + c->different;
	case COMPARE_SAME:
		return c->same;
	case COMPARE_DIFFERENT:
		return c->different;
	case COMPARE_LEFT:
		return c->left_only;
	case COMPARE_RIGHT:
		return c->right_only;
	default:
		return c->count;
	}
}

const char *shown_group_name(const struct shown *s, size_t group)
{
	return describe_category(s->catalog, group);
}

bool shown_begins_group(const struct shown *s, size_t i)
{
	return i == 0 || shown_pair(s, i)->group != shown_pair(s, i - 1)->group;
}

static void add_count(const struct shown *s, enum compare_filter filter, size_t count,
		      struct buffer *out)
{
	if (count == 0)
		return;
	buffer_text(out, "  ");
	shown_filter_name(s, filter, out);
	buffer_print(out, " %zu", count);
}

void shown_group(const struct shown *s, size_t i, struct buffer *out)
{
	size_t group = shown_pair(s, i)->group, shared = 0, left = 0, right = 0;
	for (; i < s->count && shown_pair(s, i)->group == group; i++) {
		enum pair_kind kind = shown_pair(s, i)->kind;
		left += kind == PAIR_LEFT_ONLY;
		right += kind == PAIR_RIGHT_ONLY;
		shared += kind == PAIR_SAME || kind == PAIR_DIFFERENT;
	}
	bool one_kind = s->filter == COMPARE_SAME || s->filter == COMPARE_DIFFERENT;
	buffer_text(out, shown_group_name(s, group));
	add_count(s, one_kind ? s->filter : COMPARE_SHARED, shared, out);
	add_count(s, COMPARE_LEFT, left, out);
	add_count(s, COMPARE_RIGHT, right, out);
}

void shown_options(const struct shown *s, struct buffer *out)
{
	struct compare_options o = s->comparison->options;
	if (o.cities || o.ignore_names)
		buffer_print(out, "（%s%s%s）", o.cities ? "含所辖市" : "",
			     o.cities && o.ignore_names ? "，" : "",
			     o.ignore_names ? "不计地名" : "");
}
