#include "compare/matrix.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "table/describe.h"

/* The next measure at or after `at` that counts; `end` or more when there is none before it. */
static size_t next_counted(const struct bits *only, size_t at)
{
	return only ? bits_next(only, at) : at;
}

static void count_measure(struct matrix *m, struct matrix_row *row, uint64_t categories)
{
	uint32_t *cells = m->counts + row->cells;
	row->measures++;
	if (!categories)
		cells[m->category_count]++;
	for (; categories; categories &= categories - 1)
		cells[__builtin_ctzll(categories)]++;
}

static void add_row(const struct catalog *c, const struct bits *only, struct matrix *m, size_t region)
{
	const struct region *r = &c->regions[region];
	size_t at = next_counted(only, r->first_measure);
	if (at >= r->own_measures_end)
		return;
	struct matrix_row *row = &m->rows[m->row_count];
	*row = (struct matrix_row){ region, 0, m->row_count * (m->category_count + 1) };
	m->row_count++;
	for (; at < r->own_measures_end; at = next_counted(only, at + 1))
		count_measure(m, row, c->measures[at].categories);
}

static void add_up(struct matrix *m)
{
	for (size_t i = 0; i < m->row_count; i++) {
		m->measures += m->rows[i].measures;
		for (size_t j = 0; j <= m->category_count; j++) {
			uint32_t count = m->counts[m->rows[i].cells + j];
			m->columns[j].measures += count;
			m->columns[j].rows += count > 0;
		}
	}
	m->column_count = m->category_count + (m->columns[m->category_count].measures > 0);
}

void matrix_build(const struct catalog *c, const struct bits *only, struct matrix *out)
{
	size_t rows = 0;
	for (size_t i = 0; i < c->region_count; i++)
		rows += catalog_own_measures(&c->regions[i]) > 0;
	*out = (struct matrix){ .category_count = c->category_count };
	out->rows = memory_new(rows * sizeof(*out->rows));
	out->counts = memory_new(rows * (c->category_count + 1) * sizeof(*out->counts));
	for (size_t i = 0; i < c->region_count; i++)
		add_row(c, only, out, i);
	add_up(out);
}

void matrix_done(struct matrix *m)
{
	free(m->rows);
	free(m->counts);
	*m = (struct matrix){ 0 };
}

size_t matrix_count(const struct matrix *m, size_t row, size_t column)
{
	if (row == MATRIX_ALL)
		return column == MATRIX_ALL ? m->measures : m->columns[column].measures;
	return column == MATRIX_ALL ? m->rows[row].measures
				    : m->counts[m->rows[row].cells + column];
}

struct key { /* of a row while rows are put in order */
	size_t count;
	struct matrix_row row;
};

static int compare_keys(const void *left, const void *right)
{
	const struct key *a = left, *b = right;
	if (a->count != b->count)
		return a->count > b->count ? -1 : 1;
	return (a->row.region > b->row.region) - (a->row.region < b->row.region);
}

void matrix_sort(struct matrix *m, enum matrix_order order, size_t by)
{
	struct key *keys = memory_new(m->row_count * sizeof(*keys));
	m->order = order;
	m->by = order == MATRIX_BY_COLUMN ? by : 0;
	for (size_t i = 0; i < m->row_count; i++) {
		keys[i].row = m->rows[i];
		if (order != MATRIX_BY_CODE)
			keys[i].count =
				matrix_count(m, i, order == MATRIX_BY_TOTAL ? MATRIX_ALL : by);
	}
	qsort(keys, m->row_count, sizeof(*keys), compare_keys);
	for (size_t i = 0; i < m->row_count; i++)
		m->rows[i] = keys[i].row;
	free(keys);
}

size_t matrix_find(const struct matrix *m, size_t region)
{
	size_t row = 0;
	while (row < m->row_count && m->rows[row].region != region)
		row++;
	return row;
}

const char *matrix_name(const struct catalog *c, size_t column)
{
	return describe_category(c, column);
}

const char *matrix_short_name(const struct catalog *c, size_t column)
{
	return describe_short_category(c, column);
}

static bool bears(const struct catalog *c, size_t column, const char *name, bool whole)
{
	const char *names[] = { matrix_name(c, column), matrix_short_name(c, column),
				column < c->category_count ? c->categories[column].id : "" };
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++)
		if (whole ? strcmp(names[i], name) == 0 : strncmp(names[i], name, strlen(name)) == 0)
			return true;
	return false;
}

size_t matrix_column(const struct catalog *c, const struct matrix *m, const char *name)
{
	size_t found = MATRIX_ALL, count = 0;
	for (size_t i = 0; i < m->column_count; i++)
		if (*name && bears(c, i, name, true))
			return i;
	for (size_t i = 0; i < m->column_count; i++) {
		if (!*name || !bears(c, i, name, false))
			continue;
		found = i;
		count++;
	}
	return count == 1 ? found : MATRIX_ALL;
}

static bool is_of(const struct catalog *c, size_t measure, size_t column)
{
	uint64_t categories = c->measures[measure].categories;
	if (column == MATRIX_ALL)
		return true;
	return column < c->category_count ? categories >> column & 1 : categories == 0;
}

void matrix_measures(const struct catalog *c, const struct bits *only, const struct matrix *m,
		     size_t row, size_t column, struct bits *out)
{
	const struct region *r = row == MATRIX_ALL ? NULL : &c->regions[m->rows[row].region];
	size_t end = r ? r->own_measures_end : c->measure_count;
	bits_init(out, c->measure_count);
	for (size_t at = next_counted(only, r ? r->first_measure : 0); at < end;
	     at = next_counted(only, at + 1))
		if (is_of(c, at, column))
			bits_set(out, at);
}
