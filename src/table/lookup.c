#include "table/lookup.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/columns.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "table/describe.h"
#include "table/divisions.h"

enum {
	QUERY_SHOWN = 40,      /* code points of the query that a message repeats */
	QUERY_COMPARED = 64,   /* code points: a longer one is near to no name */
	CANDIDATES_SHOWN = 10, /* of an ambiguous name */
	NEAREST_SHOWN = 3,
};

/* A region of the catalog or a division, with its names as folded for comparing. */
struct place {
	const char *name; /* as it is */
	const char *official;
	const char *brief;
	const char **printed;
	size_t printed_count;
	size_t parent; /* or CATALOG_NONE */
	int depth;
};

struct places {
	struct place *all;
	size_t count;
	struct arena arena;
};

static void places_done(struct places *p)
{
	free(p->all);
	arena_done(&p->arena);
}

/* Full width to half width, lower case; spaces and what joins a path are left out. */
static uint32_t fold(uint32_t cp)
{
	if (cp >= 0xFF01 && cp <= 0xFF5E)
		cp -= 0xFF01 - '!';
	if (cp >= 'A' && cp <= 'Z')
		return cp - 'A' + 'a';
	bool left_out = cp <= ' ' || cp == 0xA0 || cp == 0x3000 || cp == '/' || cp == '>' ||
			cp == 0x203A || cp == '-';
	return left_out ? 0 : cp;
}

static const char *folded(struct arena *arena, const char *text)
{
	char *out = arena_new(arena, strlen(text) + 1);
	size_t n = 0;
	uint32_t cp;
	for (size_t length; (length = utf8_next(text, &cp)) > 0; text += length)
		if (fold(cp))
			n += utf8_encode(fold(cp), out + n);
	return out;
}

static void name_place(struct places *p, struct place *place, const char *name, const char *brief)
{
	place->name = name;
	place->official = folded(&p->arena, name);
	place->brief = folded(&p->arena, brief);
}

static void add_printed(struct places *p, struct place *place, const struct catalog *c,
			const struct region *r)
{
	size_t own = r->own_entries_end - r->first_entry;
	place->printed = arena_new(&p->arena, (own + 1) * sizeof(*place->printed));
	for (size_t e = r->first_entry; e < r->own_entries_end; e++)
		if (strcmp(c->entries[e].printed_region, r->name) != 0)
			place->printed[place->printed_count++] =
				folded(&p->arena, c->entries[e].printed_region);
}

static struct places places_of_catalog(const struct catalog *c)
{
	struct places p = { .count = c->region_count };
	p.all = memory_new(p.count * sizeof(*p.all));
	for (size_t i = 0; i < p.count; i++) {
		const struct region *r = &c->regions[i];
		name_place(&p, &p.all[i], r->name, r->short_name);
		add_printed(&p, &p.all[i], c, r);
		p.all[i].parent = r->parent;
		p.all[i].depth = r->depth;
	}
	return p;
}

static struct places places_of_divisions(void)
{
	struct places p = { 0 };
	const struct division *all = divisions_all(&p.count);
	p.all = memory_new(p.count * sizeof(*p.all));
	for (size_t i = 0; i < p.count; i++) {
		char brief[64];
		struct place *place = &p.all[i];
		divisions_short_name(all[i].name, brief, sizeof(brief));
		name_place(&p, place, all[i].name, brief);
		place->parent = all[i].parent ? (size_t)(divisions_by_code(all[i].parent) - all)
					      : CATALOG_NONE;
		/* In the order of codes a parent stands before what it holds. */
		place->depth = all[i].parent ? p.all[place->parent].depth + 1 : 0;
	}
	return p;
}

enum rank {
	RANK_NONE,
	RANK_LOOSE,    /* by a short or printed name somewhere */
	RANK_OFFICIAL, /* by official names only */
};

static enum rank match(const struct places *p, size_t at, const char *query, size_t n);

/* The query, of which `name` must be the end, and what stands before it a path above this place. */
static enum rank match_name(const struct places *p, size_t at, const char *name, enum rank rank,
			    const char *query, size_t n)
{
	size_t length = strlen(name);
	if (length == 0 || length > n || memcmp(query + n - length, name, length) != 0)
		return RANK_NONE;
	if (length == n)
		return rank;
	enum rank best = RANK_NONE;
	for (size_t up = p->all[at].parent; up != CATALOG_NONE; up = p->all[up].parent) {
		enum rank above = match(p, up, query, n - length);
		if (above > best)
			best = above;
	}
	return best < rank ? best : rank;
}

static enum rank match(const struct places *p, size_t at, const char *query, size_t n)
{
	const struct place *place = &p->all[at];
	enum rank best = match_name(p, at, place->official, RANK_OFFICIAL, query, n);
	if (best == RANK_NONE)
		best = match_name(p, at, place->brief, RANK_LOOSE, query, n);
	for (size_t i = 0; i < place->printed_count && best == RANK_NONE; i++)
		best = match_name(p, at, place->printed[i], RANK_LOOSE, query, n);
	return best;
}

/* All that match best, in `found` (room for all places); returns how many. */
static size_t find(const struct places *p, const char *query, size_t *found)
{
	enum rank best = RANK_LOOSE;
	size_t count = 0;
	for (size_t i = 0; i < p->count; i++) {
		enum rank rank = match(p, i, query, strlen(query));
		if (rank < best)
			continue;
		if (rank > best)
			count = 0;
		best = rank;
		found[count++] = i;
	}
	return count;
}

static void add_path(struct buffer *out, const struct places *p, size_t at)
{
	if (p->all[at].parent != CATALOG_NONE) {
		add_path(out, p, p->all[at].parent);
		buffer_char(out, '/');
	}
	columns_add_safe(out, p->all[at].name, strlen(p->all[at].name));
}

static void add_paths(struct buffer *out, const struct places *p, const size_t *found, size_t count,
		      size_t shown)
{
	for (size_t i = 0; i < count && i < shown; i++) {
		buffer_text(out, i ? "、" : "");
		add_path(out, p, found[i]);
	}
	if (count > shown)
		buffer_print(out, "等 %zu 处", count);
}

static void add_query(struct buffer *out, const char *name)
{
	size_t n = strlen(name);
	size_t shown = utf8_offset(name, n, QUERY_SHOWN);
	columns_add_safe(out, name, shown);
	buffer_text(out, shown < n ? "…" : "");
}

/* Of several real places only the highest are meant: 海南 is the province, not the prefecture in
 * 青海. */
static size_t keep_highest(const struct places *p, size_t *found, size_t count)
{
	int highest = CATALOG_DEPTH;
	for (size_t i = 0; i < count; i++)
		if (p->all[found[i]].depth < highest)
			highest = p->all[found[i]].depth;
	size_t kept = 0;
	for (size_t i = 0; i < count; i++)
		if (p->all[found[i]].depth == highest)
			found[kept++] = found[i];
	return kept;
}

static bool find_code(const struct catalog *c, int code, size_t *region)
{
	for (size_t i = 0; i < c->region_count; i++)
		if (c->regions[i].code == code) {
			*region = i;
			return true;
		}
	return false;
}

/* A real place: one that the table has under a shorter path (陕西省/渭南市/韩城市 is its
 * 陕西省/韩城市), or none of its own. */
static enum lookup by_division(const struct catalog *c, const char *query, size_t *region,
			       struct buffer *message)
{
	struct places p = places_of_divisions();
	size_t *found = memory_new(p.count * sizeof(*found));
	size_t count = keep_highest(&p, found, find(&p, query, found));
	size_t all;
	enum lookup result = count ? LOOKUP_NOT_LISTED : LOOKUP_UNKNOWN;
	if (count == 1 && find_code(c, divisions_all(&all)[found[0]].code, region)) {
		result = LOOKUP_FOUND;
	} else if (count) {
		buffer_text(message, DESCRIBE_NOT_LISTED);
		add_paths(message, &p, found, count, NEAREST_SHOWN);
	}
	free(found);
	places_done(&p);
	return result;
}

static size_t decode_all(const char *text, uint32_t out[QUERY_COMPARED])
{
	size_t n = 0;
	for (size_t length; n < QUERY_COMPARED && (length = utf8_next(text, &out[n])) > 0; n++)
		text += length;
	return n;
}

/* Edit distance in code points. */
static size_t distance(const uint32_t *a, size_t a_length, const char *text)
{
	uint32_t b[QUERY_COMPARED];
	size_t b_length = decode_all(text, b);
	size_t row[QUERY_COMPARED + 1];
	for (size_t j = 0; j <= b_length; j++)
		row[j] = j;
	for (size_t i = 1; i <= a_length; i++) {
		size_t diagonal = row[0];
		row[0] = i;
		for (size_t j = 1; j <= b_length; j++) {
			size_t changed = diagonal + (a[i - 1] != b[j - 1]);
			size_t shorter = (row[j] < row[j - 1] ? row[j] : row[j - 1]) + 1;
			diagonal = row[j];
			row[j] = changed < shorter ? changed : shorter;
		}
	}
	return row[b_length];
}

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

static size_t place_distance(const struct place *place, const uint32_t *query, size_t length)
{
	size_t best = least(distance(query, length, place->official),
			    distance(query, length, place->brief));
	for (size_t i = 0; i < place->printed_count; i++)
		best = least(best, distance(query, length, place->printed[i]));
	return best;
}

/* At most half of the query may be wrong. */
static size_t find_nearest(const struct places *p, const char *query, size_t *found)
{
	uint32_t points[QUERY_COMPARED];
	size_t length = decode_all(query, points);
	if (length == QUERY_COMPARED)
		return 0;
	size_t best = length < 2 ? 1 : length / 2;
	size_t count = 0;
	for (size_t i = 0; i < p->count; i++) {
		size_t d = place_distance(&p->all[i], points, length);
		if (d > best)
			continue;
		if (d < best)
			count = 0;
		best = d;
		found[count++] = i;
	}
	return count;
}

static void suggest(const struct places *p, const char *name, const char *query, size_t *found,
		    struct buffer *message)
{
	buffer_text(message, "没有名为“");
	add_query(message, name);
	buffer_text(message, "”的地域");
	size_t count = find_nearest(p, query, found);
	if (!count)
		return;
	buffer_text(message, "，是否为：");
	add_paths(message, p, found, least(count, NEAREST_SHOWN), NEAREST_SHOWN);
	buffer_text(message, "？");
}

static enum lookup by_name(const struct catalog *c, const struct places *p, const char *name,
			   const char *query, size_t *region, struct buffer *message)
{
	size_t *found = memory_new(p->count * sizeof(*found));
	size_t count = find(p, query, found);
	enum lookup result = LOOKUP_UNKNOWN;
	if (count == 1) {
		*region = found[0];
		result = LOOKUP_FOUND;
	} else if (count > 1) {
		buffer_text(message, "“");
		add_query(message, name);
		buffer_text(message, "”不止一处：");
		add_paths(message, p, found, count, CANDIDATES_SHOWN);
		result = LOOKUP_AMBIGUOUS;
	} else {
		result = by_division(c, query, region, message);
		if (result == LOOKUP_UNKNOWN)
			suggest(p, name, query, found, message);
	}
	free(found);
	return result;
}

static enum lookup by_code(const struct catalog *c, int code, size_t *region,
			   struct buffer *message)
{
	if (find_code(c, code, region))
		return LOOKUP_FOUND;
	const struct division *d = divisions_by_code(code);
	if (!d) {
		buffer_print(message, "没有代码为 %06d 的地域", code);
		return LOOKUP_UNKNOWN;
	}
	buffer_text(message, DESCRIBE_NOT_LISTED);
	const struct division *up = d->parent ? divisions_by_code(d->parent) : NULL;
	if (up && up->parent)
		buffer_print(message, "%s/", divisions_by_code(up->parent)->name);
	buffer_print(message, "%s%s%s", up ? up->name : "", up ? "/" : "", d->name);
	return LOOKUP_NOT_LISTED;
}

enum lookup lookup_region(const struct catalog *c, const char *name, size_t *region,
			  struct buffer *message)
{
	buffer_clear(message);
	struct places p = places_of_catalog(c);
	const char *query = folded(&p.arena, name);
	enum lookup result = LOOKUP_UNKNOWN;
	if (!*query)
		buffer_text(message, "地域名为空");
	else if (strlen(query) == 6 && strspn(query, "0123456789") == 6)
		result = by_code(c, (int)strtol(query, NULL, 10), region, message);
	else
		result = by_name(c, &p, name, query, region, message);
	places_done(&p);
	return result;
}
