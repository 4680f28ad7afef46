/* Several regions for scripts, in the form that lingpao(1) promises. */
#include "cli/several_parts.h"
#include "table/write_json.h"

static const char *boolean(bool value)
{
	return value ? "true" : "false";
}

static void add_regions(struct printing *p)
{
	buffer_text(p->out, "{\n  \"regions\": [");
	for (size_t i = 0; i < p->s->count; i++) {
		const struct several_column *column = &p->s->columns[i];
		buffer_text(p->out, i ? ",\n    {\"region\": " : "\n    {\"region\": ");
		write_json_region(p->out, p->c, column->region);
		buffer_print(p->out, ", \"borrows\": %s, \"measures\": %zu}",
			     boolean(column->borrows), column->count);
	}
	buffer_print(p->out, "\n  ],\n  \"cities\": %s,\n  \"categories\": [",
		     boolean(p->s->cities));
}

static void add_measure(struct printing *p, size_t measure)
{
	const struct measure *m = &p->c->measures[measure];
	const struct entry *e = &p->c->entries[m->entry];
	buffer_text(p->out, "{\"label\": ");
	write_json_string(p->out, m->label);
	buffer_text(p->out, ", \"region\": ");
	write_json_region(p->out, p->c, e->region);
	buffer_text(p->out, ", \"text\": ");
	write_json_string(p->out, m->text);
	buffer_print(p->out, ", \"by_keywords\": %s, \"references\": ",
		     boolean(m->by_keywords && m->categories));
	write_json_references(p->out, e);
	buffer_text(p->out, ", \"inferred\": ");
	write_json_inferred(p->out, e);
	buffer_char(p->out, '}');
}

static void add_cell(struct printing *p, size_t row, size_t column)
{
	struct several_cell cell = several_cell(p->s, row, column);
	buffer_text(p->out, column ? ",\n       [" : "\n       [");
	for (size_t i = 0; i < cell.count; i++) {
		buffer_text(p->out, i ? ",\n        " : "");
		add_measure(p, cell.measures[i]);
	}
	buffer_char(p->out, ']');
}

static void add_row(struct printing *p, size_t row)
{
	size_t category = p->s->rows[row].category;
	bool sorted = category < p->c->category_count;
	buffer_text(p->out, row ? ",\n    {\"category\": " : "\n    {\"category\": ");
	write_json_string(p->out, sorted ? p->c->categories[category].id : NULL);
	buffer_text(p->out, ", \"name\": ");
	write_json_string(p->out, several_name(p, row));
	buffer_print(p->out, ", \"having\": %zu,\n     \"cells\": [", p->s->rows[row].having);
	for (size_t column = 0; column < p->s->count; column++)
		add_cell(p, row, column);
	buffer_text(p->out, "\n     ]}");
}

void several_json(struct printing *p)
{
	add_regions(p);
	for (size_t row = 0; row < p->s->row_count; row++)
		add_row(p, row);
	buffer_text(p->out,
		    p->s->row_count ? "\n  ],\n  \"unlisted\": [" : "],\n  \"unlisted\": [");
	const char *between = "";
	for (size_t i = 0; i < p->c->category_count; i++) {
		if (!(p->s->unlisted >> i & 1))
			continue;
		buffer_text(p->out, between);
		write_json_string(p->out, p->c->categories[i].id);
		between = ", ";
	}
	buffer_text(p->out, "]\n}\n");
}
