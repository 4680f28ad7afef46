#include "table/read_entry.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "table/divisions.h"

struct reader {
	const struct vocabulary *vocabulary;
	struct arena *arena;
};

static const char *text_or_null(const struct json_value *v)
{
	return json_is_null(v) ? NULL : json_text(v);
}

/* Measures. */

static uint64_t read_category_ids(const struct vocabulary *known, const struct json_value *v)
{
	uint64_t bits = 0, seen = 0;
	size_t count;
	if (!v->item || !json_array(v, 0, "类别 id 的数组", &count))
		return 0;
	for (struct json_value e = json_first(v); e.item; e = json_next(&e)) {
		const char *id = json_text(&e);
		size_t i = 0;
		while (id && i < known->count && strcmp(id, known->all[i].id) != 0)
			i++;
		if (!id)
			continue;
		if (i == known->count) {
			json_fault(&e, "没有类别“%.*s”，应为 categories 中的 id", json_shown(id),
				   id);
			continue;
		}
		if (seen >> i & 1)
			json_fault(&e, "类别“%.*s”重复，应只有一次", json_shown(id), id);
		seen |= UINT64_C(1) << i;
		bits |= UINT64_C(1) << known->all[i].bit;
	}
	return bits;
}

static void read_reward(const struct json_value *v, struct reward *out)
{
	enum { LEVEL, YUAN, MAXIMUM, COUNT };
	static const struct json_key keys[COUNT] = {
		[LEVEL] = { "level", NULL },
		[YUAN] = { "yuan", NULL },
		[MAXIMUM] = { "maximum", NULL },
	};
	struct json_value m[COUNT];
	if (!json_object(v, keys, COUNT, m))
		return;
	out->level = text_or_null(&m[LEVEL]);
	out->yuan = REWARD_UNSTATED;
	if (!json_is_null(&m[YUAN]))
		json_integer(&m[YUAN], 0, READ_LARGEST,
			     "金额（0 至 9000000000000000 元的整数）或 null", &out->yuan);
	json_boolean(&m[MAXIMUM], &out->maximum);
}

static void read_measure(const struct reader *r, const struct json_value *v, struct measure *out)
{
	enum { LABEL, TEXT, CATEGORIES, REWARDS, COUNT };
	static const struct json_key keys[COUNT] = {
		[LABEL] = { "label", NULL },
		[TEXT] = { "text", "非空文字" },
		[CATEGORIES] = { "categories", NULL },
		[REWARDS] = { "rewards", NULL },
	};
	struct json_value m[COUNT];
	if (!json_object(v, keys, COUNT, m))
		return;
	out->label = text_or_null(&m[LABEL]);
	out->text = json_text(&m[TEXT]);
	out->categories = read_category_ids(r->vocabulary, &m[CATEGORIES]);
	size_t count;
	if (!m[REWARDS].item || !json_array(&m[REWARDS], 0, "奖补金额的数组", &count))
		return;
	struct reward *rewards = arena_new(r->arena, (count + 1) * sizeof(*rewards));
	for (struct json_value e = json_first(&m[REWARDS]); e.item; e = json_next(&e))
		read_reward(&e, &rewards[e.index]);
	out->rewards = rewards;
	out->reward_count = (unsigned)count & INT32_MAX;
}

static void read_measures(const struct reader *r, const struct json_value *v,
			  struct build_entry *out)
{
	if (!json_array(v, 1, "至少有一项措施的数组", &out->measure_count))
		return;
	out->measures = arena_new(r->arena, out->measure_count * sizeof(*out->measures));
	for (struct json_value e = json_first(v); e.item; e = json_next(&e))
		read_measure(r, &e, &out->measures[e.index]);
}

/* References. */

static bool has_blank(const char *text)
{
	for (; *text; text++)
		if ((unsigned char)*text <= ' ' || *text == 0x7F)
			return true;
	return false;
}

static void check_link(const struct json_value *v, const char *text)
{
	size_t scheme = 0;
	if (strncasecmp(text, "http://", 7) == 0)
		scheme = 7;
	else if (strncasecmp(text, "https://", 8) == 0)
		scheme = 8;
	if (!scheme)
		json_fault(v, "不是链接，应以 http:// 或 https:// 开头");
	else if (!text[scheme])
		json_fault(v, "链接不完整，应有主机名");
	else if (has_blank(text))
		json_fault(v, "链接中有空白或控制字符，应没有");
}

/* What only an uncertain reference has, and must have. */
static void read_doubt(const struct reader *r, const struct json_value *candidates,
		       const struct json_value *reason, struct reference *out)
{
	if (out->certain) {
		if (candidates->item)
			json_fault(candidates, "文号确定（certain 不是 false），不应有此键");
		if (reason->item)
			json_fault(reason, "文号确定（certain 不是 false），不应有此键");
		return;
	}
	if (!candidates->item)
		json_fault(candidates, "缺少，文号不确定时应为至少有一段文字的数组");
	if (!reason->item)
		json_fault(reason, "缺少，文号不确定时应为非空文字");
	size_t count;
	out->candidates = json_texts(candidates, 1, r->arena, &count);
	out->candidate_count = (uint32_t)count;
	out->reason = json_text(reason);
}

static void read_reference(const struct reader *r, const struct json_value *v,
			   struct reference *out)
{
	enum { KIND, TEXT, CERTAIN, CANDIDATES, REASON, COUNT };
	static const struct json_key keys[COUNT] = {
		[KIND] = { "kind", "“document”或“link”" },
		[TEXT] = { "text", "非空文字" },
		[CERTAIN] = { "certain", NULL },
		[CANDIDATES] = { "candidates", NULL },
		[REASON] = { "reason", NULL },
	};
	static const char *const kinds[] = {
		[REFERENCE_DOCUMENT] = "document",
		[REFERENCE_LINK] = "link",
	};
	struct json_value m[COUNT];
	if (!json_object(v, keys, COUNT, m))
		return;
	int kind = REFERENCE_DOCUMENT;
	json_word(&m[KIND], kinds, 2, &kind);
	out->kind = kind == REFERENCE_LINK ? REFERENCE_LINK : REFERENCE_DOCUMENT;
	out->text = json_text(&m[TEXT]);
	if (out->text && out->kind == REFERENCE_LINK)
		check_link(&m[TEXT], out->text);
	out->certain = true;
	if (!m[CERTAIN].item || json_boolean(&m[CERTAIN], &out->certain))
		read_doubt(r, &m[CANDIDATES], &m[REASON], out);
}

static void read_references(const struct reader *r, const struct json_value *v,
			    struct build_entry *out)
{
	if (!v->item || !json_array(v, 0, "文号或链接的数组", &out->reference_count))
		return;
	out->references =
		arena_new(r->arena, (out->reference_count + 1) * sizeof(*out->references));
	for (struct json_value e = json_first(v); e.item; e = json_next(&e))
		read_reference(r, &e, &out->references[e.index]);
}

/* Regions. */

static size_t read_region(const struct json_value *v, struct build_entry *out)
{
	static const char wanted[] = "一至三段文字的数组，如 [\"山西省\", \"太原市\"]";
	size_t length;
	if (!json_array(v, 1, wanted, &length))
		return 0;
	if (length > CATALOG_DEPTH) {
		json_fault(v, "有 %zu 级，应为%s", length, wanted);
		return 0;
	}
	bool good = true;
	for (struct json_value e = json_first(v); e.item; e = json_next(&e)) {
		out->path[e.index] = json_text(&e);
		good = good && out->path[e.index];
	}
	return good ? length : 0;
}

/* Whether each name of the path is the official or the short one of the division or of one above
 * it, in their order; `official` gets the official ones. */
static bool is_shortened(const struct division *d, const char *const *path, size_t length,
			 const char **official)
{
	size_t left = length;
	for (; d && left; d = divisions_by_code(d->parent)) {
		char name[128];
		divisions_short_name(d->name, name, sizeof(name));
		bool same =
			strcmp(path[left - 1], d->name) == 0 || strcmp(path[left - 1], name) == 0;
		if (!same && left == length)
			return false;
		if (same)
			official[--left] = d->name;
	}
	return left == 0;
}

static void add_path(struct buffer *out, const char *const *path, size_t length)
{
	for (size_t i = 0; i < length; i++)
		buffer_print(out, "%s%.*s", i ? "/" : "", json_shown(path[i]), path[i]);
}

static void wrong_code(const struct json_value *v, const char *code, const struct division *d,
		       const char *const *path, size_t length)
{
	struct buffer said = { 0 }, right = { 0 };
	const char *official[CATALOG_DEPTH];
	const struct division *up = d->parent ? divisions_by_code(d->parent) : NULL;
	const char *above = up ? up->name : "", *between = up ? "/" : "";
	add_path(&said, path, length);
	if (is_shortened(d, path, length, official)) {
		add_path(&right, official, length);
		json_fault(v, "%s 是%s%s%s的代码，地域名“%s”应为“%s”", code, above, between,
			   d->name, buffer_string(&said), buffer_string(&right));
	} else {
		json_fault(v, "%s 是%s%s%s的代码，应为%s的代码", code, above, between, d->name,
			   buffer_string(&said));
	}
	buffer_done(&said);
	buffer_done(&right);
}

static void read_code(const struct json_value *v, const char *const *path, size_t length,
		      struct build_entry *out)
{
	const char *text = v->item ? json_text(v) : NULL;
	if (!text)
		return;
	if (strlen(text) != 6 || strspn(text, "0123456789") != 6) {
		json_fault(v, "是“%.*s”，应为六位数字的 GB/T 2260 代码", json_shown(text), text);
		return;
	}
	out->code = (int)strtol(text, NULL, 10);
	const struct division *d = divisions_by_code(out->code);
	if (!d)
		json_fault(v, "没有代码 %s，应为 GB/T 2260 中的代码", text);
	else if (length && !divisions_is_path(d, path, length))
		wrong_code(v, text, d, path, length);
}

static void read_inferred(const struct json_value *v, size_t length, struct build_entry *out)
{
	static const char *const words[CATALOG_DEPTH] = { "province", "city", "county" };
	size_t count;
	if (!v->item || !json_array(v, 0, "“province”、“city”、“county”的数组", &count))
		return;
	for (struct json_value e = json_first(v); e.item; e = json_next(&e)) {
		int level;
		if (!json_word(&e, words, CATALOG_DEPTH, &level))
			continue;
		if (length && (size_t)level >= length)
			json_fault(&e, "region 只有 %zu 级，没有“%s”，应为有的级", length,
				   words[level]);
		if (out->inferred & 1u << level)
			json_fault(&e, "“%s”重复，应只有一次", words[level]);
		out->inferred |= 1u << level;
	}
}

/* The entry. */

void read_entry(const struct json_value *v, const struct vocabulary *vocabulary, bool numbered,
		struct arena *arena, struct build_entry *out, struct entry_places *places)
{
	enum { NUMBER, REGION, CODE, PRINTED, INFERRED, REFERENCES, MEASURES, NOTES, COUNT };
	const struct json_key keys[COUNT] = {
		[NUMBER] = { "number", numbered ? "正整数" : NULL },
		[REGION] = { "region", "一至三段文字的数组" },
		[CODE] = { "code", NULL },
		[PRINTED] = { "printed_region", NULL },
		[INFERRED] = { "inferred", NULL },
		[REFERENCES] = { "references", NULL },
		[MEASURES] = { "measures", "至少有一项措施的数组" },
		[NOTES] = { "notes", NULL },
	};
	struct json_value m[COUNT];
	struct reader r = { vocabulary, arena };
	if (!json_object(v, keys, COUNT, m))
		return;
	json_integer(&m[NUMBER], 1, READ_LARGEST, "正整数", &out->number);
	places->number = m[NUMBER];
	places->code = m[CODE];
	size_t length = read_region(&m[REGION], out);
	read_code(&m[CODE], out->path, length, out);
	out->printed_region = m[PRINTED].item ? json_text(&m[PRINTED]) : NULL;
	read_inferred(&m[INFERRED], length, out);
	read_references(&r, &m[REFERENCES], out);
	read_measures(&r, &m[MEASURES], out);
	out->notes = json_texts(&m[NOTES], 0, arena, &out->note_count);
}
