#include "table/write_json.h"

#include <stdlib.h>
#include <string.h>

#include "base/columns.h"
#include "base/memory.h"
#include "base/utf8.h"

static void add_escape(struct buffer *out, uint32_t cp)
{
	if (cp > 0xFFFF) {
		cp -= 0x10000;
		buffer_print(out, "\\u%04x", 0xD800 | (unsigned)(cp >> 10));
		cp = 0xDC00 | (cp & 0x3FF);
	}
	buffer_print(out, "\\u%04x", (unsigned)cp);
}

void write_json_string(struct buffer *out, const char *text)
{
	if (!text) {
		buffer_text(out, "null");
		return;
	}
	buffer_char(out, '"');
	uint32_t cp;
	for (size_t length; (length = utf8_next(text, &cp)) > 0; text += length) {
		if (cp == '"' || cp == '\\')
			buffer_print(out, "\\%c", (char)cp);
		else if (columns_is_unsafe(cp))
			add_escape(out, cp);
		else
			buffer_add(out, text, length);
	}
	buffer_char(out, '"');
}

/* ["a", "b"] */
static void add_strings(struct buffer *out, const char *const *strings, size_t count)
{
	buffer_char(out, '[');
	for (size_t i = 0; i < count; i++) {
		buffer_text(out, i ? ", " : "");
		write_json_string(out, strings[i]);
	}
	buffer_char(out, ']');
}

void write_json_region(struct buffer *out, const struct catalog *c, size_t region)
{
	size_t path[CATALOG_DEPTH];
	const char *names[CATALOG_DEPTH];
	size_t length = catalog_path(c, region, path);
	for (size_t i = 0; i < length; i++)
		names[i] = c->regions[path[i]].name;
	add_strings(out, names, length);
}

static void add_reference(struct buffer *out, const struct reference *r)
{
	buffer_print(out, "{ \"kind\": \"%s\", \"text\": ",
		     r->kind == REFERENCE_LINK ? "link" : "document");
	write_json_string(out, r->text);
	if (r->certain) {
		buffer_text(out, ", \"certain\": true }");
		return;
	}
	buffer_text(out, ", \"certain\": false, \"candidates\": ");
	add_strings(out, r->candidates, r->candidate_count);
	buffer_text(out, ", \"reason\": ");
	write_json_string(out, r->reason);
	buffer_text(out, " }");
}

void write_json_references(struct buffer *out, const struct entry *e)
{
	buffer_char(out, '[');
	for (size_t i = 0; i < e->reference_count; i++) {
		buffer_text(out, i ? ", " : "");
		add_reference(out, &e->references[i]);
	}
	buffer_char(out, ']');
}

static void add_reward(struct buffer *out, const struct reward *r)
{
	buffer_text(out, "{ \"level\": ");
	write_json_string(out, r->level);
	if (r->yuan == REWARD_UNSTATED)
		buffer_text(out, ", \"yuan\": null");
	else
		buffer_print(out, ", \"yuan\": %lld", (long long)r->yuan);
	buffer_print(out, ", \"maximum\": %s }", r->maximum ? "true" : "false");
}

void write_json_rewards(struct buffer *out, const struct measure *m)
{
	buffer_char(out, '[');
	for (size_t i = 0; i < m->reward_count; i++) {
		buffer_text(out, i ? ", " : "");
		add_reward(out, &m->rewards[i]);
	}
	buffer_char(out, ']');
}

void write_json_categories(struct buffer *out, const struct catalog *c, const struct measure *m)
{
	const char *ids[CATALOG_CATEGORIES];
	size_t count = 0;
	for (size_t i = 0; i < c->category_count && !m->by_keywords; i++)
		if (m->categories >> i & 1)
			ids[count++] = c->categories[i].id;
	add_strings(out, ids, count);
}

static void start_line(struct buffer *out, int level)
{
	buffer_char(out, '\n');
	buffer_repeat(out, ' ', 2 * level);
}

/* Between two elements of an array that has each on a line of its own. */
static void start_element(struct buffer *out, size_t index, int level)
{
	buffer_text(out, index ? "," : "");
	start_line(out, level);
}

static void start_key(struct buffer *out, const char *key, int level)
{
	start_line(out, level);
	buffer_print(out, "\"%s\": ", key);
}

static void end_array(struct buffer *out, size_t count, int level)
{
	if (count)
		start_line(out, level);
	buffer_char(out, ']');
}

static void add_measure(struct buffer *out, const struct catalog *c, const struct measure *m)
{
	enum { LEVEL = 5 };
	buffer_char(out, '{');
	start_key(out, "label", LEVEL);
	write_json_string(out, m->label);
	buffer_char(out, ',');
	start_key(out, "text", LEVEL);
	write_json_string(out, m->text);
	buffer_char(out, ',');
	start_key(out, "categories", LEVEL);
	write_json_categories(out, c, m);
	buffer_char(out, ',');
	start_key(out, "rewards", LEVEL);
	buffer_char(out, '[');
	for (size_t i = 0; i < m->reward_count; i++) {
		start_element(out, i, LEVEL + 1);
		add_reward(out, &m->rewards[i]);
	}
	end_array(out, m->reward_count, LEVEL);
	start_line(out, LEVEL - 1);
	buffer_char(out, '}');
}

static void add_lists(struct buffer *out, const struct catalog *c, const struct entry *e)
{
	enum { LEVEL = 3 };
	start_key(out, "references", LEVEL);
	buffer_char(out, '[');
	for (size_t i = 0; i < e->reference_count; i++) {
		start_element(out, i, LEVEL + 1);
		add_reference(out, &e->references[i]);
	}
	end_array(out, e->reference_count, LEVEL);
	buffer_char(out, ',');
	start_key(out, "measures", LEVEL);
	buffer_char(out, '[');
	for (size_t i = 0; i < e->measure_count; i++) {
		start_element(out, i, LEVEL + 1);
		add_measure(out, c, &c->measures[e->first_measure + i]);
	}
	end_array(out, e->measure_count, LEVEL);
	buffer_char(out, ',');
	start_key(out, "notes", LEVEL);
	buffer_char(out, '[');
	for (size_t i = 0; i < e->note_count; i++) {
		start_element(out, i, LEVEL + 1);
		write_json_string(out, e->notes[i]);
	}
	end_array(out, e->note_count, LEVEL);
}

void write_json_inferred(struct buffer *out, const struct entry *e)
{
	static const char *const words[] = { "province", "city", "county" };
	const char *said[CATALOG_DEPTH];
	size_t count = 0;
	for (unsigned i = 0; i < CATALOG_DEPTH; i++)
		if (e->inferred >> i & 1)
			said[count++] = words[i];
	add_strings(out, said, count);
}

static void add_entry(struct buffer *out, const struct catalog *c, const struct entry *e,
		      int64_t number)
{
	enum { LEVEL = 3 };
	buffer_char(out, '{');
	start_key(out, "number", LEVEL);
	buffer_print(out, "%lld,", (long long)number);
	start_key(out, "region", LEVEL);
	write_json_region(out, c, e->region);
	buffer_char(out, ',');
	if (c->regions[e->region].code) {
		start_key(out, "code", LEVEL);
		buffer_print(out, "\"%06d\",", c->regions[e->region].code);
	}
	start_key(out, "printed_region", LEVEL);
	write_json_string(out, e->printed_region);
	buffer_char(out, ',');
	start_key(out, "inferred", LEVEL);
	write_json_inferred(out, e);
	buffer_char(out, ',');
	add_lists(out, c, e);
	start_line(out, LEVEL - 1);
	buffer_char(out, '}');
}

void write_json_entry(struct buffer *out, const struct catalog *c, const struct entry *e)
{
	add_entry(out, c, e, e->number);
}

static void add_vocabulary(struct buffer *out, const struct catalog *c)
{
	start_key(out, "categories", 1);
	buffer_char(out, '[');
	for (size_t i = 0; i < c->category_count; i++) {
		const struct category *category = &c->categories[i];
		start_element(out, i, 2);
		buffer_text(out, "{ \"id\": ");
		write_json_string(out, category->id);
		buffer_text(out, ", \"name\": ");
		write_json_string(out, category->name);
		buffer_text(out, ", \"short\": ");
		write_json_string(out, category->short_name);
		buffer_text(out, ", \"keywords\": ");
		add_strings(out, category->keywords, category->keyword_count);
		buffer_text(out, " }");
	}
	end_array(out, c->category_count, 1);
	buffer_char(out, ',');
}

static int compare_numbers(const void *left, const void *right)
{
	int64_t a = *(const int64_t *)left;
	int64_t b = *(const int64_t *)right;
	return (a > b) - (a < b);
}

static bool numbers_differ(const struct catalog *c)
{
	if (c->table_count < 2)
		return true;
	int64_t *numbers = memory_new(c->entry_count * sizeof(*numbers));
	for (size_t i = 0; i < c->entry_count; i++)
		numbers[i] = c->entries[i].number;
	qsort(numbers, c->entry_count, sizeof(*numbers), compare_numbers);
	bool differ = true;
	for (size_t i = 1; i < c->entry_count; i++)
		differ = differ && numbers[i] != numbers[i - 1];
	free(numbers);
	return differ;
}

void write_json_catalog(struct buffer *out, const struct catalog *c)
{
	bool keep = numbers_differ(c);
	buffer_text(out,
		    "{\n  \"$schema\": \"lingpao-1.schema.json\",\n  \"format\": \"lingpao/1\",");
	start_key(out, "title", 1);
	write_json_string(out, c->tables[0].title);
	buffer_char(out, ',');
	if (c->tables[0].description) {
		start_key(out, "source", 1);
		buffer_text(out, "{ \"description\": ");
		write_json_string(out, c->tables[0].description);
		buffer_text(out, " },");
	}
	add_vocabulary(out, c);
	start_key(out, "entries", 1);
	buffer_char(out, '[');
	for (size_t i = 0; i < c->entry_count; i++) {
		const struct entry *e = &c->entries[c->reading[i]];
		start_element(out, i, 2);
		add_entry(out, c, e, keep ? e->number : (int64_t)i + 1);
	}
	end_array(out, c->entry_count, 1);
	buffer_text(out, "\n}\n");
}
