#include "table/json.h"

#include <assert.h>
#include <cJSON.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "table/json_item.h"
#include "table/scan.h"
#include "table/unescape.h"

enum { STRIDE = 1024 }; /* bytes */

struct pending { /* a fault that waits for json_close() */
	size_t offset;
	size_t number; /* in the order found, which stays for those of one place */
	const char *path;
	const char *what;
};

struct json {
	const char *file;
	const char *text;
	size_t n;
	size_t line; /* of the file, where the text begins */
	struct scan scan;
	bool is_line; /* no tree: items are places in the text */
	cJSON *tree;
	uint32_t *newlines; /* before each STRIDE bytes of the text; NULL: nobody asked for a line yet */
	struct pending *faults;
	size_t fault_count; /* also those beyond JSON_FAULTS, which are not kept */
	size_t fault_capacity;
	struct arena arena;
};

struct json *json_open(const char *file, const char *text, size_t n, struct faults *faults)
{
	struct json *j = memory_new(sizeof(*j));
	*j = (struct json){ .file = file, .text = text, .n = n, .line = 1 };
	if (!scan_json(file, text, n, &j->scan, faults)) {
		json_close(j, faults);
		return NULL;
	}
	/* cJSON skips a BOM only before four bytes or more. What follows the value the scan has
	 * seen. */
	size_t bom = scan_bom(text, n);
	j->tree = cJSON_ParseWithLengthOpts(text + bom, n - bom, NULL, false);
	if (!j->tree) {
		faults_add(faults, file, 1, 1, NULL, "内存不足，读不完这个文件");
		json_close(j, faults);
		return NULL;
	}
	return j;
}

struct json *json_lines(const char *file)
{
	struct json *j = memory_new(sizeof(*j));
	*j = (struct json){ .file = file, .is_line = true };
	return j;
}

bool json_open_line(struct json *j, size_t line, const char *text, size_t n, struct faults *faults)
{
	j->text = text;
	j->n = n;
	j->line = line;
	j->fault_count = 0;
	arena_clear(&j->arena);
	if (scan_json(j->file, text, n, &j->scan, faults))
		return true;
	faults->all[faults->count - 1].line = line;
	return false;
}

struct json_value json_root(struct json *j)
{
	const void *line = j->is_line ? j->text + j->scan.nodes[0].offset : NULL;
	return (struct json_value){ .in = j, .item = j->is_line ? line : j->tree };
}

static int compare_pending(const void *left, const void *right)
{
	const struct pending *a = left;
	const struct pending *b = right;
	if (a->offset != b->offset)
		return a->offset < b->offset ? -1 : 1;
	return a->number < b->number ? -1 : a->number > b->number;
}

/* In the order of the text, so that each place is counted from the one before. */
static void add_pending(struct json *j, struct faults *faults)
{
	size_t kept = j->fault_count < JSON_FAULTS ? j->fault_count : JSON_FAULTS;
	if (kept)
		qsort(j->faults, kept, sizeof(*j->faults), compare_pending);
	size_t at = 0, line = j->line, column = 1;
	for (size_t i = 0; i < kept; i++) {
		const struct pending *p = &j->faults[i];
		size_t lines, columns;
		/* No value begins with a byte order mark, so only the text's own is passed over. */
		scan_place(j->text + at, p->offset - at, &lines, &columns);
		column = lines > 1 ? columns : column + columns - 1;
		line += lines - 1;
		at = p->offset;
		faults_add(faults, j->file, line, column, p->path, "%s", p->what);
	}
	if (j->fault_count > kept)
		faults_add(faults, j->file, 0, 0, NULL,
			   "还有 %zu 处错误没有列出，请先改正以上 %zu 处", j->fault_count - kept,
			   kept);
}

bool json_close_line(struct json *j, struct faults *faults)
{
	bool good = j->fault_count == 0;
	add_pending(j, faults);
	j->fault_count = 0;
	return good;
}

bool json_close(struct json *j, struct faults *faults)
{
	bool good = (j->tree || j->is_line) && j->fault_count == 0;
	add_pending(j, faults);
	cJSON_Delete(j->tree);
	scan_done(&j->scan);
	arena_done(&j->arena);
	free(j->faults);
	free(j->newlines);
	free(j);
	return good;
}

static void add_path(struct buffer *out, const struct json_value *v)
{
	if (!v->up)
		return;
	add_path(out, v->up);
	if (!v->key)
		buffer_print(out, "[%zu]", v->index);
	else
		buffer_print(out, "%s%s", out->n ? "." : "", v->key);
}

void json_fault(const struct json_value *v, const char *format, ...)
{
	struct json *j = v->in;
	if (j->fault_count++ >= JSON_FAULTS)
		return;
	j->faults = memory_grow(j->faults, &j->fault_capacity, j->fault_count, sizeof(*j->faults));
	struct buffer path = { 0 };
	add_path(&path, v);
	va_list args;
	va_start(args, format);
	char *what = NULL;
	if (vasprintf(&what, format, args) < 0)
		what = NULL;
	va_end(args);
	j->faults[j->fault_count - 1] = (struct pending){
		.offset = j->scan.nodes[v->node].offset,
		.number = j->fault_count,
		.path = path.n ? arena_string(&j->arena, buffer_string(&path)) : NULL,
		.what = arena_string(&j->arena, what ? what : "内存不足"),
	};
	free(what);
	buffer_done(&path);
}

size_t json_fault_count(const struct json *j)
{
	return j->fault_count;
}

static size_t count_newlines(const char *text, size_t n)
{
	size_t count = 0;
	for (size_t i = 0; i < n; i++)
		count += text[i] == '\n';
	return count;
}

/* Asked for each of a hundred thousand numbers that are there twice: once through the text for all
 * of them. */
size_t json_line(struct json *j, size_t node)
{
	size_t offset = j->scan.nodes[node].offset;
	if (j->is_line)
		return j->line + count_newlines(j->text, offset);
	if (!j->newlines) {
		j->newlines = memory_new((j->n / STRIDE + 1) * sizeof(*j->newlines));
		for (size_t i = 1; i <= j->n / STRIDE; i++)
			j->newlines[i] = j->newlines[i - 1] +
				(uint32_t)count_newlines(j->text + (i - 1) * STRIDE, STRIDE);
	}
	size_t start = offset / STRIDE * STRIDE;
	return j->line + j->newlines[offset / STRIDE] +
	       count_newlines(j->text + start, offset - start);
}

/* Items: cJSON's in a tree, of a line the place in the text where the value begins. */

const char *json_at(const struct json_value *v)
{
	return v->in->text + v->in->scan.nodes[v->node].offset;
}

enum json_type json_type(const struct json_value *v)
{
	switch (*json_at(v)) {
	case '{':
		return JSON_OBJECT;
	case '[':
		return JSON_ARRAY;
	case '"':
		return JSON_STRING;
	case 't':
		return JSON_TRUE;
	case 'f':
		return JSON_FALSE;
	case 'n':
		return JSON_NULL;
	default:
		return JSON_NUMBER;
	}
}

const char *json_string(const struct json_value *v)
{
	if (v->in->is_line)
		return unescape(json_at(v), &v->in->arena);
	return ((const cJSON *)v->item)->valuestring;
}

/* What begins at that node, when it is inside of the array or object. */
static const void *line_item(const struct json *j, const struct json_value *up, size_t node)
{
	return node < j->scan.nodes[up->node].next ? j->text + j->scan.nodes[node].offset : NULL;
}

struct json_value json_first(const struct json_value *array)
{
	struct json *j = array->in;
	struct json_value first = { .in = j, .up = array, .node = array->node + 1 };
	if (j->is_line)
		first.item = line_item(j, array, first.node);
	else
		first.item = array->item ? ((const cJSON *)array->item)->child : NULL;
	return first;
}

struct json_value json_next(const struct json_value *element)
{
	struct json *j = element->in;
	struct json_value next = *element;
	next.node = j->scan.nodes[element->node].next;
	next.index++;
	if (j->is_line)
		next.item = line_item(j, element->up, next.node);
	else
		next.item = ((const cJSON *)element->item)->next;
	return next;
}

struct json_value json_next_key(const struct json_value *key)
{
	struct json *j = key->in;
	struct json_value next = *key;
	next.node = j->scan.nodes[key->node + 1].next;
	if (j->is_line)
		next.item = line_item(j, key->up, next.node);
	else
		next.item = ((const cJSON *)key->item)->next;
	return next;
}

const char *json_key_name(const struct json_value *key)
{
	return key->in->is_line ? unescape(json_at(key), &key->in->arena) :
				  ((const cJSON *)key->item)->string;
}

bool json_key_is(const struct json_value *key, const char *name)
{
	if (!key->in->is_line)
		return strcmp(((const cJSON *)key->item)->string, name) == 0;
	const char *at = json_at(key) + 1;
	for (; *name && *at == *name; name++)
		at++;
	if (*at == '\\') /* the rare one that is written with escapes */
		return strcmp(json_key_name(key) + (at - json_at(key) - 1), name) == 0;
	return !*name && *at == '"';
}
