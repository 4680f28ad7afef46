#include "table/json.h"

#include <assert.h>
#include <cJSON.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "table/scan.h"

enum {
	INTEGER_BYTES = 17, /* a sign and 16 digits: more than any limit of ours */
	NUMBER_SHOWN = 24,  /* of a wrong number, in a message */
	TEXT_SHOWN = 40,    /* code points of a wrong text */
};

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
	struct scan scan;
	cJSON *tree;
	struct pending *faults;
	size_t fault_count; /* also those beyond JSON_FAULTS, which are not kept */
	size_t fault_capacity;
	struct arena arena;
};

struct json *json_open(const char *file, const char *text, size_t n, struct faults *faults)
{
	struct json *j = memory_new(sizeof(*j));
	*j = (struct json){ .file = file, .text = text, .n = n };
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

struct json_value json_root(struct json *j)
{
	return (struct json_value){ .in = j, .item = j->tree };
}

static int compare_pending(const void *left, const void *right)
{
	const struct pending *a = left;
	const struct pending *b = right;
	if (a->offset != b->offset)
		return a->offset < b->offset ? -1 : 1;
	return a->number < b->number ? -1 : a->number > b->number;
}

static size_t after_newline(const struct json *j, size_t offset)
{
	const char *newline = memchr(j->text + offset, '\n', j->n - offset);
	return (size_t)(newline - j->text) + 1;
}

/* In the order of the text, so that each place is counted from the one before. */
static void add_pending(struct json *j, struct faults *faults)
{
	size_t kept = j->fault_count < JSON_FAULTS ? j->fault_count : JSON_FAULTS;
	if (kept)
		qsort(j->faults, kept, sizeof(*j->faults), compare_pending);
	size_t base = 0, base_line = 1;
	for (size_t i = 0; i < kept; i++) {
		const struct pending *p = &j->faults[i];
		size_t line, column;
		scan_place(j->text + base, p->offset - base, &line, &column);
		base_line += line - 1;
		faults_add(faults, j->file, base_line, column, p->path, "%s", p->what);
		for (; line > 1; line--)
			base = after_newline(j, base);
	}
	if (j->fault_count > kept)
		faults_add(faults, j->file, 0, 0, NULL,
			   "还有 %zu 处错误没有列出，请先改正以上 %zu 处", j->fault_count - kept,
			   kept);
}

bool json_close(struct json *j, struct faults *faults)
{
	bool good = j->tree && j->fault_count == 0;
	add_pending(j, faults);
	cJSON_Delete(j->tree);
	scan_done(&j->scan);
	arena_done(&j->arena);
	free(j->faults);
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

size_t json_line(const struct json *j, size_t node)
{
	size_t line, column;
	scan_place(j->text, j->scan.nodes[node].offset, &line, &column);
	return line;
}

static const char *type_name(const cJSON *item)
{
	if (cJSON_IsString(item))
		return "文字";
	if (cJSON_IsNumber(item))
		return "数字";
	if (cJSON_IsArray(item))
		return "数组";
	if (cJSON_IsObject(item))
		return "对象";
	return cJSON_IsNull(item) ? " null" : cJSON_IsTrue(item) ? " true" : " false";
}

/* Always false, so that it can be returned; an absent value has had its fault or needs none. */
static bool not_wanted(const struct json_value *v, const char *wanted)
{
	if (v->item)
		json_fault(v, "是%s，应为%s", type_name(v->item), wanted);
	return false;
}

bool json_is_null(const struct json_value *v)
{
	return !v->item || cJSON_IsNull((const cJSON *)v->item);
}

static size_t find_key(const struct json_key *keys, size_t count, const char *name)
{
	size_t i = 0;
	while (i < count && strcmp(keys[i].name, name) != 0)
		i++;
	return i;
}

static void unknown_key(const struct json_value *key, const struct json_key *keys, size_t count)
{
	struct buffer known = { 0 };
	for (size_t i = 0; i < count; i++)
		buffer_print(&known, "%s%s", i ? "、" : "", keys[i].name);
	json_fault(key, "不认识的键，应为：%s", buffer_string(&known));
	buffer_done(&known);
}

/* A key seen a second time has the line of its first named. */
static void take_member(const struct json_value *key, const cJSON *item,
			const struct json_key *keys, size_t count, struct json_value *members)
{
	size_t i = find_key(keys, count, key->key);
	if (i == count) {
		unknown_key(key, keys, count);
	} else if (members[i].item) {
		json_fault(key, "键重复（第一次在第 %zu 行），应只有一次",
			   json_line(key->in, members[i].node));
	} else {
		members[i].item = item;
		members[i].node = key->node + 1;
	}
}

bool json_object(const struct json_value *v, const struct json_key *keys, size_t count,
		 struct json_value *members)
{
	assert(count <= JSON_KEYS);
	for (size_t i = 0; i < count; i++)
		members[i] = (struct json_value){
			.in = v->in,
			.up = v,
			.node = v->node,
			.key = keys[i].name,
		};
	const cJSON *object = v->item;
	if (!cJSON_IsObject(object))
		return not_wanted(v, "对象");
	struct json_value key = { .in = v->in, .up = v, .node = v->node + 1 };
	const cJSON *item;
	cJSON_ArrayForEach(item, object) {
		key.key = item->string;
		take_member(&key, item, keys, count, members);
		key.node = v->in->scan.nodes[key.node + 1].next;
	}
	for (size_t i = 0; i < count; i++)
		if (!members[i].item && keys[i].wanted)
			json_fault(&members[i], "缺少，应为%s", keys[i].wanted);
	return true;
}

bool json_array(const struct json_value *v, size_t least, const char *wanted, size_t *count)
{
	*count = 0;
	const cJSON *array = v->item, *item;
	if (!cJSON_IsArray(array))
		return not_wanted(v, wanted);
	cJSON_ArrayForEach(item, array)
		++*count;
	if (*count >= least)
		return true;
	json_fault(v, "为空，应为%s", wanted);
	return false;
}

struct json_value json_first(const struct json_value *array)
{
	const cJSON *item = array->item;
	return (struct json_value){
		.in = array->in,
		.up = array,
		.item = item ? item->child : NULL,
		.node = array->node + 1,
	};
}

struct json_value json_next(const struct json_value *element)
{
	const cJSON *item = element->item;
	struct json_value next = *element;
	next.item = item->next;
	next.node = element->in->scan.nodes[element->node].next;
	next.index++;
	return next;
}

static bool is_blank(const char *text)
{
	uint32_t cp;
	for (size_t length; (length = utf8_next(text, &cp)) > 0; text += length)
		if (cp != ' ' && cp != '\t' && cp != '\n' && cp != '\r' && cp != 0x3000 &&
		    cp != 0xA0)
			return false;
	return true;
}

const char *json_text(const struct json_value *v)
{
	const cJSON *item = v->item;
	if (!cJSON_IsString(item)) {
		not_wanted(v, "非空文字");
		return NULL;
	}
	if (!is_blank(item->valuestring))
		return item->valuestring;
	json_fault(v, "为空，应为非空文字");
	return NULL;
}

int json_shown(const char *text)
{
	return (int)utf8_offset(text, strlen(text), TEXT_SHOWN);
}

bool json_word(const struct json_value *v, const char *const *words, int count, int *out)
{
	const char *text = json_text(v);
	if (!text)
		return false;
	for (int i = 0; i < count; i++)
		if (strcmp(text, words[i]) == 0) {
			*out = i;
			return true;
		}
	struct buffer known = { 0 };
	for (int i = 0; i < count; i++)
		buffer_print(&known, "%s“%s”", i == 0 ? "" : i + 1 < count ? "、" : "或", words[i]);
	json_fault(v, "是“%.*s”，应为%s", json_shown(text), text, buffer_string(&known));
	buffer_done(&known);
	return false;
}

const char **json_texts(const struct json_value *v, size_t least, struct arena *arena,
			size_t *count)
{
	if (!json_array(v, least, least ? "至少有一段文字的数组" : "文字的数组", count))
		return NULL;
	const char **texts = arena_new(arena, (*count + 1) * sizeof(*texts));
	bool good = true;
	for (struct json_value e = json_first(v); e.item; e = json_next(&e)) {
		texts[e.index] = json_text(&e);
		good = good && texts[e.index];
	}
	return good ? texts : NULL;
}

bool json_integer(const struct json_value *v, int64_t least, int64_t most, const char *wanted,
		  int64_t *out)
{
	if (!cJSON_IsNumber((const cJSON *)v->item))
		return not_wanted(v, wanted);
	/* From the text: cJSON's double would round. A member's number has its object's end after
	 * it. */
	const char *digits = v->in->text + v->in->scan.nodes[v->node].offset;
	size_t n = strspn(digits, "-0123456789");
	bool whole = digits[n] != '.' && digits[n] != 'e' && digits[n] != 'E';
	int64_t value = n <= INTEGER_BYTES ? strtoll(digits, NULL, 10) : INT64_MAX;
	if (whole && value >= least && value <= most) {
		*out = value;
		return true;
	}
	n = strspn(digits, "-+.0123456789eE");
	json_fault(v, "是 %.*s%s%s，应为%s", (int)(n < NUMBER_SHOWN ? n : NUMBER_SHOWN), digits,
		   n > NUMBER_SHOWN ? "…" : "", whole && value > most ? "，太大" : "", wanted);
	return false;
}

bool json_boolean(const struct json_value *v, bool *out)
{
	if (!cJSON_IsBool((const cJSON *)v->item))
		return not_wanted(v, "逻辑值（true 或 false）");
	*out = cJSON_IsTrue((const cJSON *)v->item);
	return true;
}
