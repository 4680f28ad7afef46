#include "table/read_json.h"

#include <stdlib.h>
#include <string.h>

#include "table/json.h"
#include "table/load.h"
#include "table/numbers.h"
#include "table/read_entry.h"

struct reader {
	const char *file;
	struct json *json;
	struct build *build;
	struct arena arena; /* of the entry being read */
	struct vocabulary vocabulary;
	struct numbers numbers; /* where each number's value is, as a node */
};

/* Categories. */

static void read_category(struct reader *r, const struct json_value *v)
{
	enum { ID, NAME, SHORT, KEYWORDS, COUNT };
	static const struct json_key keys[COUNT] = {
		[ID] = { "id", "非空文字" },
		[NAME] = { "name", "非空文字" },
		[SHORT] = { "short", NULL },
		[KEYWORDS] = { "keywords", NULL },
	};
	struct json_value m[COUNT];
	if (!json_object(v, keys, COUNT, m))
		return;
	struct category c = { .id = json_text(&m[ID]), .name = json_text(&m[NAME]) };
	c.short_name = m[SHORT].item ? json_text(&m[SHORT]) : c.name;
	c.keywords = json_texts(&m[KEYWORDS], 0, &r->arena, &c.keyword_count);
	if (!c.id)
		return;
	struct vocabulary *known = &r->vocabulary;
	for (size_t i = 0; i < known->count; i++)
		if (strcmp(known->all[i].id, c.id) == 0) {
			json_fault(&m[ID], "类别“%.*s”重复（第一次在第 %zu 行），应只有一次",
				   json_shown(c.id), c.id, json_line(r->json, known->all[i].node));
			return;
		}
	/* A faulty one is still known, so that its measures are not faulted for it. */
	bool whole = c.name && c.short_name && (c.keywords || !m[KEYWORDS].item);
	int bit = whole ? build_category(r->build, &c) : 0;
	if (bit < 0 || known->count == CATALOG_CATEGORIES) {
		json_fault(v, "类别太多，应不多于 %d 个", CATALOG_CATEGORIES);
		return;
	}
	known->all[known->count].id = whole ? build_category_id(r->build, bit) : c.id;
	known->all[known->count].node = m[ID].node;
	known->all[known->count++].bit = bit;
}

void read_default_vocabulary(struct build *b, struct vocabulary *vocabulary)
{
	struct catalog *builtin = load_builtin();
	for (size_t i = 0; i < builtin->category_count; i++) {
		int bit = build_category(b, &builtin->categories[i]);
		if (bit < 0) /* other tables have filled it */
			break;
		vocabulary->all[vocabulary->count].id = build_category_id(b, bit);
		vocabulary->all[vocabulary->count].node = 0;
		vocabulary->all[vocabulary->count++].bit = bit;
	}
	catalog_free(builtin);
}

static void read_categories(struct reader *r, const struct json_value *v)
{
	size_t count;
	if (!v->item)
		read_default_vocabulary(r->build, &r->vocabulary);
	if (!v->item || !json_array(v, 0, "类别的数组", &count))
		return;
	for (struct json_value e = json_first(v); e.item; e = json_next(&e))
		read_category(r, &e);
	arena_done(&r->arena);
}

/* Entries. */

static void check_number(struct reader *r, const struct json_value *v, int64_t number)
{
	size_t first = numbers_add(&r->numbers, number, v->node);
	if (first != v->node)
		json_fault(v, "序号 %lld 重复（第一次在第 %zu 行），应只有一次", (long long)number,
			   json_line(r->json, first));
}

static void check_code(struct reader *r, const struct json_value *v, const struct build_entry *entry)
{
	struct coded_region first =
		build_code(r->build, entry->path, entry->code, json_line(r->json, v->node));
	if (first.code == entry->code)
		return;
	struct buffer what = { 0 };
	coded_describe(&what, &first, entry->code, r->file);
	json_fault(v, "%s", buffer_string(&what));
	buffer_done(&what);
}

static void add_entry(struct reader *r, const struct json_value *v)
{
	struct build_entry entry = { 0 };
	struct entry_places places = { 0 };
	size_t faults = json_fault_count(r->json);
	read_entry(v, &r->vocabulary, true, &r->arena, &entry, &places);
	if (entry.code && json_fault_count(r->json) == faults)
		check_code(r, &places.code, &entry);
	if (entry.number)
		check_number(r, &places.number, entry.number);
	if (json_fault_count(r->json) == 0)
		build_entry(r->build, &entry);
	arena_done(&r->arena);
}

/* The table. */

static const char *read_source(const struct json_value *v)
{
	static const struct json_key keys[] = { { "description", "非空文字" } };
	struct json_value description;
	if (!v->item || !json_object(v, keys, 1, &description))
		return NULL;
	return json_text(&description);
}

/* A header line is a table without its entries. */
static void read_table(struct reader *r, const char *file, const struct json_value *v, bool header)
{
	enum { SCHEMA, FORMAT, TITLE, SOURCE, CATEGORIES, ENTRIES, COUNT };
	static const struct json_key keys[COUNT] = {
		[SCHEMA] = { "$schema", NULL },	       [FORMAT] = { "format", "“lingpao/1”" },
		[TITLE] = { "title", "非空文字" },     [SOURCE] = { "source", NULL },
		[CATEGORIES] = { "categories", NULL }, [ENTRIES] = { "entries", "条目的数组" },
	};
	static const char *const formats[] = { "lingpao/1" };
	struct json_value m[COUNT];
	if (!json_object(v, keys, header ? ENTRIES : COUNT, m))
		return;
	int format = 0;
	json_text(&m[SCHEMA]);
	json_word(&m[FORMAT], formats, 1, &format);
	const char *title = json_text(&m[TITLE]);
	build_table(r->build, file, title ? title : header ? file : "", read_source(&m[SOURCE]));
	read_categories(r, &m[CATEGORIES]);
	size_t count;
	if (header || !json_array(&m[ENTRIES], 0, "条目的数组", &count))
		return;
	for (struct json_value e = json_first(&m[ENTRIES]); e.item; e = json_next(&e))
		add_entry(r, &e);
}

static void done(struct reader *r)
{
	numbers_done(&r->numbers);
	arena_done(&r->arena);
}

bool read_json(const char *file, const char *text, size_t n, struct build *b, struct faults *faults)
{
	struct json *json = json_open(file, text, n, faults);
	struct reader r = { .file = file, .json = json, .build = b };
	if (!r.json)
		return false;
	struct json_value root = json_root(r.json);
	read_table(&r, file, &root, false);
	done(&r);
	return json_close(r.json, faults);
}

bool read_json_header(const char *file, size_t line, const char *text, size_t n, struct build *b,
		      struct vocabulary *vocabulary, struct faults *faults)
{
	struct reader r = { .file = file, .json = json_lines(file), .build = b };
	bool good = json_open_line(r.json, line, text, n, faults);
	if (good) {
		struct json_value root = json_root(r.json);
		read_table(&r, file, &root, true);
		good = json_close_line(r.json, faults);
		*vocabulary = r.vocabulary;
	}
	if (!good)
		vocabulary->count = 0; /* its ids may lie in the line */
	done(&r);
	json_close(r.json, faults);
	return good;
}
