#include "cli/compare_json.h"

#include "table/write_json.h"

static void add_measure(const struct catalog *c, size_t measure, struct buffer *out)
{
	if (measure == CATALOG_NONE) {
		buffer_text(out, "null");
		return;
	}
	buffer_text(out, "{\"label\": ");
	write_json_string(out, c->measures[measure].label);
	buffer_text(out, ", \"region\": ");
	write_json_region(out, c, catalog_measure_region(c, measure));
	buffer_text(out, ", \"text\": ");
	write_json_string(out, c->measures[measure].text);
	buffer_char(out, '}');
}

void compare_json(const struct catalog *c, const struct comparison *comparison, struct buffer *out)
{
	buffer_text(out, "{\n  \"left\": ");
	write_json_region(out, c, comparison->left);
	buffer_text(out, ",\n  \"right\": ");
	write_json_region(out, c, comparison->right);
	buffer_text(out, ",\n  \"pairs\": [");
	for (size_t i = 0; i < comparison->count; i++) {
		const struct pair *p = &comparison->pairs[i];
		buffer_text(out, i ? ",\n    {\"left\": " : "\n    {\"left\": ");
		add_measure(c, p->left, out);
		buffer_text(out, ", \"right\": ");
		add_measure(c, p->right, out);
		buffer_print(out, ", \"similarity\": %.3f}", p->similarity);
	}
	buffer_text(out, comparison->count ? "\n  ]\n}\n" : "]\n}\n");
}
