#include "compare/several.h"

#include <assert.h>
#include <stdlib.h>

#include "base/memory.h"

enum { CATEGORIES = CATALOG_CATEGORIES + 1 }; /* one for those of none */

/* How many measures each cell of the full table has, empty rows included. */
struct tally {
	size_t cells[CATEGORIES][SEVERAL_MOST];
};

static struct several_column find_column(const struct catalog *c, size_t region, bool cities)
{
	const struct region *r = &c->regions[region];
	struct several_column column = {
		.region = region,
		.borrows = catalog_borrows(c, region),
		.first = r->first_measure,
	};
	column.end = cities || column.borrows ? r->measures_end : r->own_measures_end;
	return column;
}

bool several_holds(const struct several *s, const struct catalog *c, size_t column, size_t measure)
{
	const struct several_column *here = &s->columns[column];
	if (measure < here->first || measure >= here->end)
		return false;
	for (size_t i = 0; i < s->count; i++) {
		const struct several_column *inner = &s->columns[i];
		if (measure >= inner->first && measure < inner->end &&
		    catalog_is_inside(c, inner->region, here->region))
			return false;
	}
	return true;
}

bool several_rests_on(const struct several *s, const struct catalog *c, size_t column,
		      const struct entry *e)
{
	return e->measure_count ? several_holds(s, c, column, e->first_measure)
				: e->region == s->columns[column].region;
}

static bool has_category(uint64_t categories, size_t category, size_t none)
{
	return category == none ? categories == 0 : categories >> category & 1;
}

static void tally_column(const struct catalog *c, struct several *s, size_t column,
			 struct tally *tally)
{
	struct several_column *here = &s->columns[column];
	for (size_t measure = here->first; measure < here->end; measure++) {
		if (!several_holds(s, c, column, measure))
			continue;
		here->count++;
		here->inside |= catalog_measure_region(c, measure) != here->region;
		uint64_t categories = c->measures[measure].categories;
		for (size_t i = 0; i <= c->category_count; i++)
			tally->cells[i][column] += has_category(categories, i, c->category_count);
	}
}

static void list_rows(const struct catalog *c, const struct tally *tally, struct several *s)
{
	for (size_t i = 0; i <= c->category_count; i++) {
		size_t having = 0;
		for (size_t column = 0; column < s->count; column++)
			having += tally->cells[i][column] > 0;
		if (having)
			s->rows[s->row_count++] = (struct several_row){ i, having };
		else if (i < c->category_count)
			s->unlisted |= (uint64_t)1 << i;
		s->all += having == s->count;
		s->one += having == 1;
	}
}

/* Lays the cells out one behind the other; next[cell] is where its first measure goes. */
static void place_cells(const struct tally *tally, struct several *s, size_t *next)
{
	size_t end = 0, cell = 0;
	for (size_t row = 0; row < s->row_count; row++) {
		for (size_t column = 0; column < s->count; column++, cell++) {
			next[cell] = end;
			end += tally->cells[s->rows[row].category][column];
			s->ends[cell] = end;
		}
	}
	s->measures = memory_new(end * sizeof(*s->measures));
}

static void fill_column(const struct catalog *c, struct several *s, size_t column, size_t *next)
{
	const struct several_column *here = &s->columns[column];
	for (size_t measure = here->first; measure < here->end; measure++) {
		if (!several_holds(s, c, column, measure))
			continue;
		uint64_t categories = c->measures[measure].categories;
		for (size_t row = 0; row < s->row_count; row++)
			if (has_category(categories, s->rows[row].category, c->category_count))
				s->measures[next[row * s->count + column]++] = measure;
	}
}

static void find_doubt(const struct catalog *c, struct several *s, size_t column)
{
	struct several_column *here = &s->columns[column];
	const struct region *r = &c->regions[here->region];
	size_t end = here->inside ? r->entries_end : r->own_entries_end;
	for (size_t i = r->first_entry; i < end; i++) {
		const struct entry *e = &c->entries[i];
		if (!several_rests_on(s, c, column, e))
			continue;
		here->uncertain |= e->uncertain;
		here->inferred |= e->inferred != 0;
	}
}

void several_build(const struct catalog *c, const size_t *regions, size_t count, bool cities,
		   struct several *out)
{
	struct tally tally = { 0 };
	assert(count >= 1 && count <= SEVERAL_MOST);
	*out = (struct several){ .cities = cities, .count = count };
	for (size_t i = 0; i < count; i++)
		out->columns[i] = find_column(c, regions[i], cities);
	for (size_t i = 0; i < count; i++) {
		tally_column(c, out, i, &tally);
		find_doubt(c, out, i);
	}
	list_rows(c, &tally, out);
	size_t cells = out->row_count * count;
	size_t *next = memory_new(cells * sizeof(*next));
	out->ends = memory_new(cells * sizeof(*out->ends));
	place_cells(&tally, out, next);
	for (size_t i = 0; i < count; i++)
		fill_column(c, out, i, next);
	free(next);
}

void several_done(struct several *s)
{
	free(s->measures);
	free(s->ends);
	*s = (struct several){ 0 };
}

struct several_cell several_cell(const struct several *s, size_t row, size_t column)
{
	size_t cell = row * s->count + column;
	size_t first = cell ? s->ends[cell - 1] : 0;
	return (struct several_cell){ s->measures + first, s->ends[cell] - first };
}

bool several_differs(const struct several *s, size_t row)
{
	return s->rows[row].having < s->count;
}
