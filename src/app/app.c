#include "app/app.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/key.h"
#include "app/listing.h"
#include "app/reader.h"
#include "app/state.h"
#include "app/views.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "table/describe.h"

enum { MOST_COUNT = 100000 };

void app_init(struct app *a, const struct catalog *c, struct engine *engine, int rows, int cols,
	      const char *query)
{
	*a = (struct app){
		.catalog = c, .rows = rows, .cols = cols, .focus = IN_TREE
	};
	a->engine = engine ? engine : engine_new(c);
	a->query_text = memory_copy("", 0);
	engine_search(a->engine, &a->query, &a->hits);
	tree_init(&a->tree, c, rows - APP_CHROME_ROWS);
	app_layout(a);
	app_read_region(a);
	if (query && *query)
		app_set_query(a, query);
}

void app_done(struct app *a)
{
	if (a->compared)
		compare_done(&a->comparison);
	shown_done(&a->shown);
	several_done(&a->several.table);
	app_references_done(&a->references);
	document_done(&a->several.pager.doc);
	app_matrix_done(a);
	hits_done(&a->listing.hits);
	buffer_done(&a->listing.title);
	ranking_done(&a->ranking);
	tree_done(&a->tree);
	document_done(&a->reader.doc);
	document_done(&a->side.doc);
	document_done(&a->help.doc);
	query_done(&a->query);
	hits_done(&a->hits);
	buffer_done(&a->remark);
	prompt_done(&a->prompt);
	prompt_done(&a->file);
	buffer_done(&a->message);
	buffer_done(&a->effect_text);
	free(a->query_text);
	free(a->before.query);
	free(a->aside);
	tree_folds_done(&a->before.folds);
	engine_free(a->engine);
	*a = (struct app){ 0 };
}

void app_progress(struct app *a, const struct app_progress *p)
{
	a->progress = *p;
	if (!p->reading && p->refused) {
		struct buffer measures = { 0 };
		describe_count(&measures, p->measures);
		app_message(a, "已读 %s 条措施，拒绝 %zu 行，退出后列出", buffer_string(&measures),
			    p->refused);
		buffer_done(&measures);
	}
}

void app_message(struct app *a, const char *format, ...)
{
	char text[1024];
	va_list args;
	va_start(args, format);
	vsnprintf(text, sizeof(text), format, args);
	va_end(args);
	buffer_clear(&a->message);
	buffer_add(&a->message, text, utf8_cut(text, strlen(text)));
	a->message_leads = false;
}

unsigned app_context(const struct app *a)
{
	switch (a->screen) {
	case SCREEN_HITS:
		return IN_HITS;
	case SCREEN_MATRIX:
		return IN_MATRIX;
	case SCREEN_REWARDS:
		return IN_REWARDS;
	case SCREEN_REFERENCES:
		return IN_REFERENCES;
	case SCREEN_COMPARE:
		return IN_COMPARE;
	case SCREEN_SEVERAL:
		return IN_SEVERAL;
	case SCREEN_LISTING:
		return IN_LISTING;
	case SCREEN_HELP:
		return IN_HELP;
	default:
		return a->focus;
	}
}

size_t app_measure(const struct app *a)
{
	if (a->screen == SCREEN_SEVERAL) {
		struct several_cell cell = app_several_cell(a);
		return cell.count ? cell.measures[0] : CATALOG_NONE;
	}
	if (a->screen == SCREEN_MATRIX)
		return app_matrix_measure(a);
	if (a->screen == SCREEN_LISTING)
		return app_listed(a);
	if (a->screen == SCREEN_REFERENCES)
		return app_references_measure(a);
	if (a->screen == SCREEN_HITS)
		return a->hits.count ? hits_measure(&a->hits, a->hits_list.sel) : CATALOG_NONE;
	if (a->screen == SCREEN_REWARDS)
		return app_ranking_measure(a);
	size_t region = tree_region(&a->tree);
	if (region == CATALOG_NONE || catalog_borrows(a->catalog, region))
		return CATALOG_NONE;
	const struct item *item = pager_item(&a->reader);
	return item ? item->id : CATALOG_NONE;
}

size_t app_region(const struct app *a)
{
	if (a->screen == SCREEN_SEVERAL)
		return a->several.table.columns[a->several.columns.sel].region;
	if (a->screen == SCREEN_MATRIX) {
		size_t row = matrix_screen_row(&a->matrix);
		return row == MATRIX_ALL ? CATALOG_NONE : a->matrix.matrix.rows[row].region;
	}
	if (a->screen == SCREEN_HITS || a->screen == SCREEN_LISTING || a->screen == SCREEN_REWARDS) {
		size_t measure = app_measure(a);
		return measure == CATALOG_NONE ? CATALOG_NONE
					       : catalog_measure_region(a->catalog, measure);
	}
	if (a->screen == SCREEN_REFERENCES) {
		size_t entry = app_references_entry(a);
		return entry == CATALOG_NONE ? CATALOG_NONE : a->catalog->entries[entry].region;
	}
	return tree_region(&a->tree);
}

/* The whole tree again, at the measure that the cursor is on. */
static void end_query(struct app *a)
{
	size_t item = app_window_item(a, TEXT_READER);
	long row = app_window_row(a, TEXT_READER);
	app_set_query(a, "");
	app_window_restore(a, TEXT_READER, item, row);
}

static void go_back(struct app *a)
{
	if (a->screen == SCREEN_HELP)
		a->screen = a->behind_help;
	else if (a->screen == SCREEN_LISTING)
		app_view_return(a, a->listing.from);
	else if (a->screen == SCREEN_COMPARE || a->screen == SCREEN_SEVERAL)
		app_leave_comparison(a);
	else if (a->screen != SCREEN_BROWSE)
		a->screen = SCREEN_BROWSE;
	else if (a->opened_from != SCREEN_BROWSE)
		app_view_return(a, a->opened_from);
	else if (app_has_query(a))
		end_query(a);
	else if (a->marks.count)
		marks_clear(&a->marks);
	else if (a->focus == IN_READER)
		a->focus = IN_TREE;
	else
		app_message(a, "按 q 或 F10 退出");
}

static void close_or_quit(struct app *a)
{
	if (a->screen == SCREEN_BROWSE)
		a->quit = true;
	else
		go_back(a);
}

static void open_help(struct app *a)
{
	size_t line = a->help_groups[command_group_of(app_context(a))];
	if (a->screen != SCREEN_HELP)
		a->behind_help = a->screen;
	a->screen = SCREEN_HELP;
	pager_start(&a->help);
	pager_scroll(&a->help, (long)line);
}

/* Commands that move, open, fold. False for any other. */
static bool run_moving(struct app *a, enum command command)
{
	if (command >= CMD_DOWN && command <= CMD_BOTTOM) {
		if (a->screen == SCREEN_MATRIX)
			app_matrix_move(a, command);
		else if (app_in_list(a))
			app_move_in_list(a, command);
		else
			app_move_in_pager(a, command);
		return true;
	}
	switch (command) {
	case CMD_OPEN:
		app_open_here(a);
		return true;
	case CMD_RIGHT:
		app_step_right(a);
		return true;
	case CMD_LEFT:
		app_step_left(a);
		return true;
	case CMD_TOGGLE:
	case CMD_TOGGLE_ALL:
		app_fold_command(a, command);
		return true;
	case CMD_NEXT_PANE:
		a->focus = a->focus == IN_TREE ? IN_READER : IN_TREE;
		return true;
	default:
		return false;
	}
}

/* Commands of searching and comparing. False for any other. */
static bool run_finding(struct app *a, enum command command)
{
	if (a->screen == SCREEN_SEVERAL && app_several_command(a, command))
		return true;
	if (a->screen == SCREEN_MATRIX && app_matrix_command(a, command))
		return true;
	if (command >= CMD_COMPARE && command <= CMD_BRACES) {
		app_compare_command(a, command);
		return true;
	}
	switch (command) {
	case CMD_MARK:
		app_mark(a);
		return true;
	case CMD_SEARCH:
		app_prompt_open(a);
		return true;
	case CMD_NEXT_HIT:
	case CMD_PREVIOUS_HIT:
		app_walk_hits(a, command == CMD_NEXT_HIT);
		return true;
	case CMD_EXPLAIN:
		app_explain_hit(a);
		return true;
	case CMD_SORT:
		if (a->screen == SCREEN_REFERENCES)
			app_references_sort(a);
		else
			app_ranking_sort(a);
		return true;
	case CMD_VIEW:
	case CMD_PREVIOUS_VIEW:
		app_view_turn(a, command == CMD_VIEW);
		return true;
	case CMD_BACK:
		go_back(a);
		return true;
	default:
		return false;
	}
}

/* Commands that carry text out, and those of the program as a whole. */
static void run_other(struct app *a, enum command command)
{
	switch (command) {
	case CMD_COPY:
		a->prefix = 'y';
		break;
	case CMD_LINK:
		app_link(a);
		break;
	case CMD_WRITE:
		app_write_open(a);
		break;
	case CMD_HELP:
		open_help(a);
		break;
	case CMD_REDRAW:
		a->effect = EFFECT_REDRAW;
		break;
	case CMD_SUSPEND:
		a->effect = EFFECT_SUSPEND;
		break;
	case CMD_CLOSE:
		close_or_quit(a);
		break;
	case CMD_QUIT:
	case CMD_INTERRUPT:
		a->quit = true;
		a->exit_code = command == CMD_INTERRUPT ? 130 : 0;
		break;
	default:
		app_copy(a, command);
	}
}

static void run_command(struct app *a, enum command command)
{
	if (!run_moving(a, command) && !run_finding(a, command))
		run_other(a, command);
}

static void undefined_key(struct app *a, uint32_t prefix, uint32_t key)
{
	char first[16] = "", name[16];
	if (prefix)
		key_name(prefix, first);
	key_name(key, name);
	if (key == K_INVALID)
		app_message(a, "收到的不是 UTF-8 文字，已忽略；请检查终端的编码");
	else if (command_find(IN_ALL, prefix, key) != CMD_NONE)
		app_message(a, "按键“%s%s”在这一屏没有作用，按 ? 或 F1 看帮助", first, name);
	else
		app_message(a, "未定义按键“%s%s”，按 ? 或 F1 看帮助", first, name);
}

static void command_key(struct app *a, uint32_t key)
{
	unsigned context = app_context(a);
	uint32_t prefix = a->prefix;
	key = key_fold(key);
	a->prefix = 0;
	if (!prefix && (key > '0' || (key == '0' && a->count)) && key <= '9') {
		a->count = a->count * 10 + (long)(key - '0');
		if (a->count > MOST_COUNT)
			a->count = MOST_COUNT;
		return;
	}
	if (key == K_ESCAPE && a->count && !prefix) {
		a->count = 0;
		return;
	}
	enum command command = command_find(context, prefix, key);
	if (command == CMD_NONE && prefix && (key < ' ' || key >= K_FIRST_NAMED) && key != K_ESCAPE)
		command = command_find(context, 0, key); /* ^C, F1, … end what a first key began */
	if (command != CMD_VIEW && command != CMD_PREVIOUS_VIEW && command != CMD_BACK &&
	    command != CMD_QUIT)
		app_ranking_settle(a); /* only leaving does without it */
	if (command != CMD_NONE)
		run_command(a, command);
	else if (!prefix && key != 'y' && command_is_prefix(IN_ALL, key))
		a->prefix = key; /* also of another screen: its second key does nothing here */
	else if (!(prefix && key == K_ESCAPE))
		undefined_key(a, prefix, key);
	a->count = 0;
}

void app_key(struct app *a, uint32_t key)
{
	a->effect = EFFECT_NONE;
	buffer_clear(&a->message);
	if (a->prompting != PROMPTING_QUERY || key < ' ' || key >= K_FIRST_NAMED)
		app_settle_query(a); /* only typing on does without the answer */
	if (key == K_PASTE_BEGIN) {
		a->pasting = true;
	} else if (key == K_PASTE_END) {
		a->pasting = false;
		if (!a->prompting)
			app_message(a, "粘贴的文字未作命令；要检索，请先按 / 再粘贴");
	} else if (a->prompting) {
		app_prompt_key(a, key);
	} else if (!a->pasting) {
		command_key(a, key);
	} else {
		app_message(a, "正在粘贴，不作命令");
	}
}
