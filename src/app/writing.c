#include "app/writing.h"

#include <string.h>
#include <strings.h>

#include "app/key.h"
#include "app/state.h"
#include "base/columns.h"
#include "base/utf8.h"

enum {
	MOST_PART = 60,	 /* bytes of a name that come from the table or the query, each */
	MOST_STEM = 200, /* bytes of all of them; a file system takes 255 */
};

/* clang-format off */
static const struct {
	const char *ending, *name;
} formats[WRITING_FORMATS] = {
	[WRITING_MARKDOWN] = { ".md",   "Markdown" },
	[WRITING_HTML]     = { ".html", "HTML" },
	[WRITING_CSV]      = { ".csv",  "CSV" },
	[WRITING_JSON]     = { ".json", "JSON" },
	[WRITING_TEXT]     = { ".txt",  "文本" },
};
/* clang-format on */

/* Bytes of the path without its ending. */
static size_t stem_length(const char *path, enum writing_format format)
{
	size_t n = strlen(path);
	return format == WRITING_FORMATS ? n : n - strlen(formats[format].ending);
}

enum writing_format writing_format(const char *path)
{
	size_t n = strlen(path);
	int format = 0;
	for (; format < WRITING_FORMATS; format++) {
		size_t ending = strlen(formats[format].ending);
		if (n > ending && path[n - ending - 1] != '/' &&
		    strcasecmp(path + n - ending, formats[format].ending) == 0)
			break;
	}
	return (enum writing_format)format;
}

const char *writing_format_name(enum writing_format format)
{
	return formats[format].name;
}

/* "-江苏": nothing in it leads to another folder, hides the file or needs quoting in a shell. */
static void add_part(struct buffer *name, const char *text)
{
	static const char unwanted[] = " /\\:*?\"'<>|$&;()[]{}!`~#%";
	size_t n = utf8_cut(text, strlen(text) < MOST_PART ? strlen(text) : MOST_PART);
	buffer_char(name, '-');
	for (size_t at = 0, bytes; at < n; at += bytes) {
		uint32_t cp;
		bytes = utf8_decode(text + at, n - at, &cp);
		if (cp < 0x80 && strchr(unwanted, (int)cp))
			buffer_char(name, '_');
		else
			columns_add_safe(name, text + at, bytes);
	}
}

static void add_path(struct buffer *name, const struct catalog *c, size_t region)
{
	size_t path[CATALOG_DEPTH];
	size_t length = catalog_path(c, region, path);
	for (size_t i = 0; i < length; i++)
		add_part(name, c->regions[path[i]].short_name);
}

/* "lingpao-对比-江苏-山西", without the ending. */
static void suggest(const struct app *a, struct buffer *name)
{
	buffer_text(name, "lingpao");
	switch (a->screen) {
	case SCREEN_COMPARE:
		add_part(name, "对比");
		add_part(name, a->catalog->regions[a->comparison.left].short_name);
		add_part(name, a->catalog->regions[a->comparison.right].short_name);
		return;
	case SCREEN_MATRIX:
		add_part(name, "矩阵");
		break;
	case SCREEN_LISTING:
		add_part(name, "措施");
		break;
	case SCREEN_REWARDS:
		add_part(name, "奖补");
		break;
	case SCREEN_REFERENCES:
		add_part(name, "文号");
		break;
	case SCREEN_SEVERAL:
		add_part(name, "对比");
		for (size_t i = 0; i < a->several.table.count; i++)
			add_path(name, a->catalog, a->several.table.columns[i].region);
		return;
	default:
		if (!app_shows_hits(a)) {
			add_path(name, a->catalog, tree_region(&a->tree));
			return;
		}
		add_part(name, "检索");
	}
	if (app_has_query(a))
		add_part(name, a->query_text);
}

static bool has_something(const struct app *a)
{
	if (a->screen == SCREEN_HELP || (app_shows_hits(a) && a->hits.count == 0))
		return false;
	return a->screen != SCREEN_BROWSE || tree_region(&a->tree) != CATALOG_NONE;
}

void app_write_open(struct app *a)
{
	if (!has_something(a)) {
		app_message(a, a->screen == SCREEN_HELP ? "帮助没有可写的；先按 Esc 返回"
							: "这里没有可写的内容");
		return;
	}
	/* The format that was written last is the one most likely wanted again. */
	enum writing_format last = writing_format(buffer_string(&a->file.text));
	struct buffer name = { 0 };
	suggest(a, &name);
	if (name.n > MOST_STEM)
		name.n = utf8_cut(buffer_string(&name), MOST_STEM);
	buffer_text(&name, formats[last == WRITING_FORMATS ? WRITING_MARKDOWN : last].ending);
	prompt_set(&a->file, buffer_string(&name));
	buffer_done(&name);
	a->prompting = PROMPTING_FILE;
	a->prompt_fresh = true;
}

/* The next ending, or the one before; a name without one gets the first. */
static void turn_format(struct app *a, int step)
{
	struct buffer name = { 0 };
	const char *path = buffer_string(&a->file.text);
	enum writing_format format = writing_format(path);
	buffer_add(&name, path, stem_length(path, format));
	int next = format == WRITING_FORMATS
			   ? 0
			   : ((int)format + step + WRITING_FORMATS) % WRITING_FORMATS;
	buffer_text(&name, formats[next].ending);
	prompt_set(&a->file, buffer_string(&name));
	buffer_done(&name);
}

static void ask_for_effect(struct app *a, bool replace)
{
	buffer_clear(&a->effect_text);
	buffer_text(&a->effect_text, buffer_string(&a->file.text));
	a->replace = replace;
	a->effect = EFFECT_WRITE;
}

static void accept(struct app *a)
{
	const char *path = buffer_string(&a->file.text);
	if (!*path)
		app_message(a, "请输入文件名，Esc 取消");
	else if (writing_format(path) == WRITING_FORMATS)
		app_message(a, "文件名应以 .md、.html、.csv、.json 或 .txt 结尾");
	else
		ask_for_effect(a, false);
}

void app_file_key(struct app *a, uint32_t key)
{
	switch (key) {
	case K_ESCAPE:
		a->prompting = PROMPTING_NOT;
		return;
	case K_ENTER:
		accept(a);
		return;
	case K_F1:
	case K_CTRL('G'):
		app_message(a, "Enter 写入  Esc 取消  Tab 换格式  ^U 清空  ^P 以前的文件");
		return;
	case K_TAB:
	case K_SHIFT_TAB:
		turn_format(a, key == K_TAB ? 1 : -1);
		return;
	}
	if (a->prompt_fresh && app_replaces_text(key))
		prompt_set(&a->file, "");
	a->prompt_fresh = false;
	if (prompt_key(&a->file, key) == PROMPT_IGNORED)
		app_message(a, "正在写文件名：Enter 写入，Esc 取消");
}

void app_answer_key(struct app *a, uint32_t key)
{
	if (a->pasting)
		return;
	a->prompting = PROMPTING_FILE;
	key = key_fold(key);
	if (key == 'y' || key == K_CTRL('S'))
		ask_for_effect(a, true);
	else
		app_message(a, "未覆盖；换个文件名，或按 Esc 取消");
}

void writing_ended(struct app *a, enum writing_result result, const char *words)
{
	switch (result) {
	case WRITING_DONE:
		prompt_remember(&a->file);
		a->prompting = PROMPTING_NOT;
		break;
	case WRITING_EXISTS:
		a->prompting = PROMPTING_ANSWER;
		return;
	case WRITING_FAILED:
		a->prompt_fresh = false;
		break;
	}
	app_message(a, "%s", words);
}
