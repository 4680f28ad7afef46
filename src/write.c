#include "write.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "app/writing.h"
#include "base/columns.h"
#include "cli/comparison.h"
#include "cli/matrix.h"
#include "cli/print.h"
#include "cli/rewards.h"
#include "cli/references.h"
#include "cli/save.h"
#include "cli/several.h"

static enum format format_of(const char *path)
{
	static const enum format formats[WRITING_FORMATS] = {
		[WRITING_MARKDOWN] = FORMAT_MARKDOWN, [WRITING_HTML] = FORMAT_HTML,
		[WRITING_CSV] = FORMAT_CSV,	      [WRITING_JSON] = FORMAT_JSON,
		[WRITING_TEXT] = FORMAT_TEXT,
	};
	return formats[writing_format(path)];
}

/* A search that a key overtakes would print the half of it. */
static void print_all_hits(struct app *a, enum format format, struct buffer *out)
{
	struct options o = { .format = format, .colour = WHEN_NEVER };
	struct error ignored; /* the query's problem stands on the screen */
	engine_on_key(a->engine, NULL, NULL);
	print_search(&o, a->catalog, a->engine, a->query_text, out, &ignored);
	engine_on_key(a->engine, a->key_waiting, a->asker);
}

/* The region being read, or with the keys in the tree all hits of the query that stands. */
static const char *print_browsed(struct app *a, enum format format, struct buffer *out)
{
	size_t region = tree_region(&a->tree);
	if (app_shows_hits(a)) {
		print_all_hits(a, format, out);
		return "命中";
	}
	print_regions(a->catalog, &region, 1, format, out);
	return "条目";
}

/* What is shown, printed; its name for the message. */
static const char *print_shown(struct app *a, enum format format, struct buffer *out)
{
	const char *query = app_has_query(a) ? a->query_text : NULL;
	switch (a->screen) {
	case SCREEN_COMPARE:
		print_comparison(&a->shown, format, 0, out);
		return "对比";
	case SCREEN_SEVERAL:
		print_several(a->catalog, &a->several.table, format, 0, out);
		return "对比";
	case SCREEN_MATRIX:
		matrix_print(a->catalog, &a->matrix.matrix, query, format, 0, out);
		return "矩阵";
	case SCREEN_LISTING:
		print_measures(a->catalog, a->engine, &a->query, &a->listing.hits,
			       buffer_string(&a->listing.title), format, out);
		return "措施";
	case SCREEN_REWARDS:
		rewards_print(a->catalog, &a->ranking.shown, query, format, out);
		return "奖补";
	case SCREEN_REFERENCES:
		references_print(a->catalog, &a->references.table, query, format, out);
		return "文号与链接";
	case SCREEN_HELP: /* has nothing to write: app/writing.c */
	case SCREEN_HITS:
	case SCREEN_BROWSE:
		break;
	}
	return print_browsed(a, format, out);
}

static void expand(const char *path, struct buffer *out)
{
	const char *home = getenv("HOME");
	if (strncmp(path, "~/", 2) == 0 && home && *home == '/') {
		buffer_text(out, home);
		path++;
	}
	buffer_text(out, path);
}

/* Where the file is, from the root; the path itself where that cannot be told. Safe to show. */
static void describe_place(const char *path, struct buffer *out)
{
	char folder[PATH_MAX];
	struct buffer parent = { 0 };
	const char *slash = strrchr(path, '/');
	const char *name = slash ? slash + 1 : path;
	buffer_add(&parent, path, (size_t)(name - path));
	buffer_char(&parent, '.');
	if (realpath(buffer_string(&parent), folder)) {
		columns_add_safe(out, folder, strlen(folder));
		if (strcmp(folder, "/") != 0)
			buffer_char(out, '/');
		columns_add_safe(out, name, strlen(name));
	} else {
		columns_add_safe(out, path, strlen(path));
	}
	buffer_done(&parent);
}

static void tell_done(struct app *a, const char *what, const char *path)
{
	struct buffer words = { 0 };
	buffer_print(&words, "已写入%s%s：", what,
		     a->progress.reading ? "（表未读完，只有已读的）" : "");
	describe_place(path, &words);
	writing_ended(a, WRITING_DONE, buffer_string(&words));
	buffer_done(&words);
}

void write_shown(struct app *a)
{
	struct buffer path = { 0 }, content = { 0 };
	struct error err;
	expand(buffer_string(&a->effect_text), &path);
	const char *what = print_shown(a, format_of(buffer_string(&path)), &content);
	switch (save_file(buffer_string(&path), &content, a->replace, &err)) {
	case SAVE_DONE:
		tell_done(a, what, buffer_string(&path));
		break;
	case SAVE_EXISTS:
		writing_ended(a, WRITING_EXISTS, NULL);
		break;
	case SAVE_FAILED:
		writing_ended(a, WRITING_FAILED, err.message);
		break;
	}
	buffer_done(&path);
	buffer_done(&content);
}
