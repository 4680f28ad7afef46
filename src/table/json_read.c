#include "table/json.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/utf8.h"
#include "table/json_item.h"

enum {
	INTEGER_BYTES = 17, /* a sign and 16 digits: more than any limit of ours */
	NUMBER_SHOWN = 24,  /* of a wrong number, in a message */
	TEXT_SHOWN = 40,    /* code points of a wrong text */
};

static const char *type_name(const struct json_value *v)
{
	static const char *const names[] = {
		[JSON_OBJECT] = "对象",	 [JSON_ARRAY] = "数组", [JSON_STRING] = "文字",
		[JSON_NUMBER] = "数字",	 [JSON_TRUE] = " true", [JSON_FALSE] = " false",
		[JSON_NULL] = " null",
	};
	return names[json_type(v)];
}

static bool is(const struct json_value *v, enum json_type type)
{
	return v->item && json_type(v) == type;
}

/* Always false, so that it can be returned; an absent value has had its fault or needs none. */
static bool not_wanted(const struct json_value *v, const char *wanted)
{
	if (v->item)
		json_fault(v, "是%s，应为%s", type_name(v), wanted);
	return false;
}

bool json_is_null(const struct json_value *v)
{
	return !v->item || json_type(v) == JSON_NULL;
}

static size_t find_key(const struct json_key *keys, size_t count, const struct json_value *key)
{
	size_t i = 0;
	while (i < count && !json_key_is(key, keys[i].name))
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
static void take_member(struct json_value *key, const struct json_key *keys, size_t count, struct json_value *members)
{
	size_t i = find_key(keys, count, key);
	if (i < count && !members[i].item) {
		members[i].item = key->item;
		members[i].node = key->node + 1;
		return;
	}
	key->key = json_key_name(key);
	if (i == count)
		unknown_key(key, keys, count);
	else
		json_fault(key, "键重复（第一次在第 %zu 行），应只有一次",
			   json_line(key->in, members[i].node));
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
	if (!is(v, JSON_OBJECT))
		return not_wanted(v, "对象");
	for (struct json_value key = json_first(v); key.item; key = json_next_key(&key))
		take_member(&key, keys, count, members);
	for (size_t i = 0; i < count; i++)
		if (!members[i].item && keys[i].wanted)
			json_fault(&members[i], "缺少，应为%s", keys[i].wanted);
	return true;
}

bool json_array(const struct json_value *v, size_t least, const char *wanted, size_t *count)
{
	*count = 0;
	if (!is(v, JSON_ARRAY))
		return not_wanted(v, wanted);
	for (struct json_value e = json_first(v); e.item; e = json_next(&e))
		++*count;
	if (*count >= least)
		return true;
	json_fault(v, "为空，应为%s", wanted);
	return false;
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
	if (!is(v, JSON_STRING)) {
		not_wanted(v, "非空文字");
		return NULL;
	}
	const char *text = json_string(v);
	if (!is_blank(text))
		return text;
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
	if (!is(v, JSON_NUMBER))
		return not_wanted(v, wanted);
	/* A double would round. What is not the whole text has a comma or an end after it. */
	const char *digits = json_at(v);
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
	if (!is(v, JSON_TRUE) && !is(v, JSON_FALSE))
		return not_wanted(v, "逻辑值（true 或 false）");
	*out = json_type(v) == JSON_TRUE;
	return true;
}
