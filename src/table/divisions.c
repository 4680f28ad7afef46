#include "table/divisions.h"

#include <assert.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "table/builtin.h"

struct divisions {
	struct division *all;
	size_t count;
	size_t capacity;
	char *names; /* a copy of the file, with a NUL after each name */
	uint16_t *first; /* by hash of the name: index + 1 of the first one, or 0 */
	uint16_t *next;	 /* of each: the next one of that hash, in ascending order, or 0 */
};

enum { NAME_SLOTS = 4096 };

static size_t name_slot(const char *name)
{
	uint32_t h = 2166136261u; /* FNV-1a */
	for (; *name; name++)
		h = (h ^ (unsigned char)*name) * 16777619u;
	return (h ^ h >> 15) % NAME_SLOTS;
}

/* One row, "code,name,parent\n", the parent empty for a province. The file is ours and a test
 * reads it through, so nothing here is checked. */
static char *read_row(struct divisions *d, char *row)
{
	d->all = memory_grow(d->all, &d->capacity, d->count + 1, sizeof(*d->all));
	struct division *division = &d->all[d->count++];
	char *comma;
	division->code = (int)strtol(row, &comma, 10);
	division->name = comma + 1;
	comma = strchr(comma + 1, ',');
	*comma = '\0';
	/* strtol() would skip the line's end of an empty parent and eat the next row. */
	char *end = strchr(comma + 1, '\n');
	division->parent = end > comma + 1 ? (int)strtol(comma + 1, NULL, 10) : 0;
	return end + 1;
}

/* The one thing of this floor that is made late and kept: 3,341 rows that never change. */
static struct divisions kept;

static void read_all(void)
{
	size_t n = (size_t)(builtin_divisions_end - builtin_divisions);
	kept.names = memory_copy(builtin_divisions, n);
	char *end = kept.names + n;
	char *row = strchr(kept.names, '\n') + 1;
	while (row < end)
		row = read_row(&kept, row);
	kept.first = memory_new(NAME_SLOTS * sizeof(*kept.first));
	kept.next = memory_new(kept.count * sizeof(*kept.next));
	for (size_t i = kept.count; i > 0; i--) {
		uint16_t *first = &kept.first[name_slot(kept.all[i - 1].name)];
		kept.next[i - 1] = *first;
		*first = (uint16_t)i;
	}
}

static const struct divisions *divisions(void)
{
	static pthread_once_t once = PTHREAD_ONCE_INIT;
	pthread_once(&once, read_all);
	return &kept;
}

const struct division *divisions_all(size_t *count)
{
	*count = divisions()->count;
	return divisions()->all;
}

static int compare_codes(const void *key, const void *element)
{
	int code = *(const int *)key;
	int other = ((const struct division *)element)->code;
	return (code > other) - (code < other);
}

const struct division *divisions_by_code(int code)
{
	const struct divisions *d = divisions();
	return bsearch(&code, d->all, d->count, sizeof(*d->all), compare_codes);
}

static int depth_of(const struct division *d)
{
	int depth = 0;
	for (int parent = d->parent; parent; depth++)
		parent = divisions_by_code(parent)->parent;
	return depth;
}

static bool stands_below(const struct division *d, int ancestor)
{
	if (!ancestor)
		return true;
	for (int parent = d->parent; parent; parent = divisions_by_code(parent)->parent)
		if (parent == ancestor)
			return true;
	return false;
}

/* The highest division of that name below `ancestor` (0: anywhere); NULL when there is none, or
 * two equally high. */
static const struct division *named_below(int ancestor, const char *name)
{
	const struct divisions *d = divisions();
	const struct division *found = NULL;
	bool twice = false;
	for (size_t i = d->first[name_slot(name)]; i > 0; i = d->next[i - 1]) {
		const struct division *here = &d->all[i - 1];
		if (strcmp(here->name, name) != 0 || !stands_below(here, ancestor))
			continue;
		int higher = found ? depth_of(found) - depth_of(here) : 1;
		twice = higher == 0 || (twice && higher < 0);
		if (higher > 0)
			found = here;
	}
	return twice ? NULL : found;
}

const struct division *divisions_by_path(const char *const *path, size_t length)
{
	const struct division *found = NULL;
	for (size_t i = 0; i < length; i++) {
		found = named_below(found ? found->code : 0, path[i]);
		if (!found)
			return NULL;
	}
	return found;
}

bool divisions_is_path(const struct division *d, const char *const *path, size_t length)
{
	if (length == 0 || strcmp(path[length - 1], d->name) != 0)
		return false;
	size_t left = length - 1;
	for (int parent = d->parent; parent && left > 0;) {
		const struct division *above = divisions_by_code(parent);
		if (strcmp(path[left - 1], above->name) == 0)
			left--;
		parent = above->parent;
	}
	return left == 0;
}

/* Drops the ending when at least two characters stay. */
static bool drop(const char *name, size_t *n, const char *ending)
{
	size_t length = strlen(ending);
	if (length > *n || memcmp(name + *n - length, ending, length) != 0 ||
	    utf8_count(name, *n - length) < 2)
		return false;
	*n -= length;
	return true;
}

static bool drop_any(const char *name, size_t *n, const char *const *endings)
{
	for (; *endings; endings++)
		if (drop(name, n, *endings))
			return true;
	return false;
}

/* clang-format off */
/* Names of peoples as they stand in division names, some without 族: 伊犁哈萨克自治州. */
static const char *const peoples[] = {
	"蒙古族", "回族", "藏族", "维吾尔族", "苗族", "彝族", "壮族", "布依族", "朝鲜族",
	"满族", "侗族", "瑶族", "白族", "土家族", "哈尼族", "哈萨克族", "傣族", "黎族",
	"傈僳族", "佤族", "畲族", "拉祜族", "水族", "东乡族", "纳西族", "景颇族", "柯尔克孜族",
	"土族", "达斡尔族", "仫佬族", "羌族", "布朗族", "撒拉族", "毛南族", "仡佬族", "锡伯族",
	"阿昌族", "普米族", "塔吉克族", "怒族", "俄罗斯族", "鄂温克族", "德昂族", "保安族",
	"裕固族", "独龙族", "鄂伦春族", "各族", "维吾尔", "哈萨克", "柯尔克孜", "塔吉克",
	"锡伯", "蒙古", NULL,
};

/* 阿拉善左旗 and 正蓝旗 are no names without their 旗. */
static const char *const banners[] = {
	"左旗", "右旗", "前旗", "后旗", "中旗", "联合旗", "白旗", "黄旗", "蓝旗", NULL,
};
/* clang-format on */

static bool ends_in_any(const char *name, size_t n, const char *const *endings)
{
	for (; *endings; endings++) {
		size_t length = strlen(*endings);
		if (length <= n && memcmp(name + n - length, *endings, length) == 0)
			return true;
	}
	return false;
}

char *divisions_short_name(const char *name, char *out, size_t size)
{
	static const char *const autonomous[] = {
		"自治区", "自治州", "自治县", "自治旗", NULL,
	};
	static const char *const plain[] = {
		"特别行政区", "省", "市", "地区", "林区", "新区", "区", "县", "盟", "旗", NULL,
	};
	size_t n = strlen(name);
	bool dropped = drop_any(name, &n, autonomous);
	if (!dropped && !ends_in_any(name, n, banners))
		dropped = drop_any(name, &n, plain) &&
			  ends_in_any(name, n, (const char *[]){ "族", NULL });
	while (dropped && drop_any(name, &n, peoples))
		continue;
	if (dropped && utf8_count(name, n) > 2)
		drop(name, &n, "族"); /* 东乡族自治县: its people is its name */
	assert(size > 0);
	n = utf8_cut(name, n < size ? n : size - 1);
	memcpy(out, name, n);
	out[n] = '\0';
	return out;
}
