/* A comparison for scripts, in the form that lingpao(1) promises. */
#include "cli/commands.h"
#include "cli/pairs.h"
#include "table/write_json.h"

static void add_spans(const struct spans *marks, struct buffer *out)
{
	buffer_char(out, '[');
	for (size_t i = 0; i < marks->count; i++)
		buffer_print(out, "%s[%zu, %zu]", i ? ", " : "", marks->all[i].start,
			     marks->all[i].end);
	buffer_char(out, ']');
}

static void add_measure(const struct pairs *p, const struct measure *m, int side,
			struct buffer *out)
{
	if (!m) {
		buffer_text(out, "null");
		return;
	}
	const struct entry *e = pairs_entry(p, m);
	buffer_text(out, "{\"label\": ");
	write_json_string(out, m->label);
	buffer_text(out, ", \"region\": ");
	write_json_region(out, p->c, e->region);
	buffer_text(out, ", \"text\": ");
	write_json_string(out, m->text);
	buffer_text(out, ", \"differs\": ");
	add_spans(&p->marks[side], out);
	buffer_text(out, ", \"references\": ");
	write_json_references(out, e);
	buffer_text(out, ", \"inferred\": ");
	write_json_inferred(out, e);
	buffer_char(out, '}');
}

static void add_pair(struct pairs *p, size_t i, struct buffer *out)
{
	static const char *const kinds[] = { [PAIR_SAME] = "same",
					     [PAIR_DIFFERENT] = "different",
					     [PAIR_LEFT_ONLY] = "left",
					     [PAIR_RIGHT_ONLY] = "right" };
	const struct pair *pair = pairs_mark(p, i);
	bool sorted = pair->group < p->c->category_count;
	buffer_text(out, i ? ",\n    {\"category\": " : "\n    {\"category\": ");
	write_json_string(out, sorted ? p->c->categories[pair->group].id : NULL);
	buffer_print(out, ", \"kind\": \"%s\"", kinds[pair->kind]);
	buffer_text(out, ",\n     \"left\": ");
	add_measure(p, pairs_measure(p, pair, LEFT), LEFT, out);
	buffer_text(out, ",\n     \"right\": ");
	add_measure(p, pairs_measure(p, pair, RIGHT), RIGHT, out);
	buffer_print(out, ",\n     \"similarity\": %.3f}", pair->similarity);
}

static const char *boolean(bool value)
{
	return value ? "true" : "false";
}

void compare_json(struct pairs *p, struct buffer *out)
{
	const struct comparison *c = p->shown->comparison;
	buffer_text(out, "{\n  \"left\": ");
	write_json_region(out, p->c, c->left);
	buffer_text(out, ",\n  \"right\": ");
	write_json_region(out, p->c, c->right);
	buffer_print(out, ",\n  \"left_borrows\": %s,\n  \"right_borrows\": %s",
		     boolean(c->left_borrows), boolean(c->right_borrows));
	buffer_print(out, ",\n  \"cities\": %s,\n  \"ignore_names\": %s,\n  \"filter\": \"%s\"",
		     boolean(c->options.cities), boolean(c->options.ignore_names),
		     cli_filter_names[p->shown->filter]);
	buffer_print(out, ",\n  \"same\": %zu,\n  \"different\": %zu,\n  \"left_only\": %zu",
		     c->same, c->different, c->left_only);
	buffer_print(out, ",\n  \"right_only\": %zu,\n  \"pairs\": [", c->right_only);
	for (size_t i = 0; i < p->shown->count; i++)
		add_pair(p, i, out);
	buffer_text(out, p->shown->count ? "\n  ]\n}\n" : "]\n}\n");
}
