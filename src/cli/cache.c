/* lingpao cache: the snapshots there are, and their end. */
#include <inttypes.h>
#include <string.h>
#include <time.h>

#include "base/columns.h"
#include "base/utf8.h"
#include "cli/cli.h"
#include "cli/sheet.h"
#include "cli/words.h"
#include "search/cache.h"
#include "table/write_json.h"

enum {
	STATE_COLS = 8,
	DATE = 24, /* bytes that a date takes at most */
};

/* clang-format off */
static const struct {
	const char *word, *name; /* for readers, for scripts */
} states[] = {
	[CACHE_GOOD]	 = { "有效", "valid" },
	[CACHE_STALE]	 = { "过期", "stale" },
	[CACHE_UNUSABLE] = { "不可用", "unusable" },
};
/* clang-format on */

/* In the user's own time zone; with its offset for scripts. */
static const char *date(int64_t seconds, bool script, char out[DATE + 1])
{
	time_t t = (time_t)seconds;
	struct tm tm;
	if (!localtime_r(&t, &tm))
		return "";
	size_t n = script ? strftime(out, DATE + 1, "%Y-%m-%dT%H:%M:%S%z", &tm)
			  : strftime(out, DATE + 1, "%Y-%m-%d %H:%M", &tm);
	return n ? out : "";
}

/* 299.1 MB, as file managers count. */
static void add_size(struct buffer *out, uint64_t bytes)
{
	buffer_print(out, "%.1f MB", (double)bytes / 1e6);
}

static uint64_t total_bytes(const struct cache_list *l)
{
	uint64_t total = 0;
	for (size_t i = 0; i < l->count; i++)
		total += l->all[i].bytes;
	return total;
}

static void list_text(const struct cache_list *l, const struct buffer *folder, struct buffer *out)
{
	char when[DATE + 1];
	for (size_t i = 0; i < l->count; i++) {
		const struct cache_item *item = &l->all[i];
		const char *name = item->source ? item->source : item->file;
		struct buffer size = { 0 };
		add_size(&size, item->bytes);
		words_padded(out, states[item->state].word, STATE_COLS);
		buffer_print(out, "%s%12s  ", date(item->written, false, when),
			     buffer_string(&size));
		columns_add_safe(out, name, strlen(name));
		buffer_char(out, '\n');
		buffer_done(&size);
	}
	buffer_print(out, "共 %zu 个快照，", l->count);
	add_size(out, total_bytes(l));
	buffer_text(out, "，在 ");
	columns_add_safe(out, buffer_string(folder), folder->n);
	buffer_char(out, '\n');
}

static void list_sheet(const struct cache_list *l, enum format format, struct buffer *out)
{
	static const char *const titles[] = { "状态", "日期", "字节", "数据文件", "快照" };
	struct sheet s = sheet_begin(out, format, titles, sizeof(titles) / sizeof(titles[0]));
	char when[DATE + 1];
	for (size_t i = 0; i < l->count; i++) {
		const struct cache_item *item = &l->all[i];
		sheet_text(&s, states[item->state].word);
		sheet_text(&s, date(item->written, false, when));
		sheet_number(&s, (long long)item->bytes);
		sheet_text(&s, item->source);
		sheet_text(&s, item->file);
		sheet_end_row(&s);
	}
}

/* A file's name may be any bytes; JSON is UTF-8. */
static void add_json_path(struct buffer *out, const char *path)
{
	struct buffer safe = { 0 };
	size_t n = path ? strlen(path) : 0;
	bool valid = utf8_valid(path ? path : "", n) == n;
	if (!valid)
		columns_add_safe(&safe, path, n);
	write_json_string(out, valid ? path : buffer_string(&safe));
	buffer_done(&safe);
}

static void list_json(const struct cache_list *l, struct buffer *out)
{
	buffer_char(out, '[');
	for (size_t i = 0; i < l->count; i++) {
		const struct cache_item *item = &l->all[i];
		char when[DATE + 1];
		buffer_text(out, i ? ",\n  {\"source\": " : "\n  {\"source\": ");
		add_json_path(out, item->source);
		buffer_text(out, ", \"snapshot\": ");
		add_json_path(out, item->file);
		buffer_print(
			out, ", \"bytes\": %" PRIu64 ", \"written\": \"%s\", \"state\": \"%s\"}",
			item->bytes, date(item->written, true, when), states[item->state].name);
	}
	buffer_text(out, l->count ? "\n]\n" : "]\n");
}

static int list(const struct options *o, struct buffer *out)
{
	struct cache_list l;
	struct buffer folder = { 0 };
	cache_folder(&folder);
	cache_list(&l);
	switch (o->format) {
	case FORMAT_TEXT:
		list_text(&l, &folder, out);
		break;
	case FORMAT_JSON:
		list_json(&l, out);
		break;
	case FORMAT_MARKDOWN:
	case FORMAT_CSV:
		list_sheet(&l, o->format, out);
		break;
	case FORMAT_HTML:
		break;
	}
	cache_list_done(&l);
	buffer_done(&folder);
	return EXIT_FOUND;
}

static int clear(const struct options *o, struct buffer *out, struct error *err)
{
	size_t removed, failed;
	uint64_t bytes = cache_clear(&removed, &failed);
	if (o->format == FORMAT_JSON) {
		buffer_print(out, "{\"removed\": %zu, \"bytes\": %" PRIu64 "}\n", removed, bytes);
	} else {
		buffer_print(out, "已删除 %zu 个快照，", removed);
		add_size(out, bytes);
		buffer_char(out, '\n');
	}
	if (failed == 0)
		return EXIT_FOUND;
	error_set(err, "有 %zu 个快照不能删除", failed);
	return EXIT_INPUT_OUTPUT;
}

int cli_cache(const struct options *o, struct buffer *out, struct error *err)
{
	struct buffer folder = { 0 }, safe = { 0 };
	bool known = cache_folder(&folder);
	buffer_done(&folder);
	if (!known) {
		error_set(err, "没有缓存文件夹：XDG_CACHE_HOME 和 HOME 都不是绝对路径");
		return EXIT_INPUT_OUTPUT;
	}
	if (o->argument_count == 0)
		return list(o, out);
	if (strcmp(o->arguments[0], "clear") == 0)
		return clear(o, out, err);
	columns_add_safe(&safe, o->arguments[0], strlen(o->arguments[0]));
	error_set(err, "命令 cache 不认识“%s”，可用的是：clear", buffer_string(&safe));
	buffer_done(&safe);
	return EXIT_USAGE;
}
