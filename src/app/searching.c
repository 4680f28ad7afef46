/* Searching: opening the prompt, typing in it, leaving it with what was typed or with what was before. */
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "app/key.h"
#include "app/state.h"
#include "base/memory.h"

void app_prompt_open(struct app *a)
{
	struct app_before *b = &a->before;
	free(b->query);
	b->query = memory_copy(a->query_text, strlen(a->query_text));
	b->region = tree_region(&a->tree);
	b->item = app_window_item(a, TEXT_READER);
	b->row = app_window_row(a, TEXT_READER);
	b->hit = app_list(a)->sel;
	b->screen = a->screen;
	b->opened_from = a->opened_from;
	b->focus = a->focus;
	tree_save(&a->tree, &b->folds);
	if (a->screen >= SCREEN_COMPARE)
		a->screen = SCREEN_BROWSE;
	a->opened_from = SCREEN_BROWSE;
	a->prompting = PROMPTING_QUERY;
	a->focus = IN_TREE;
	prompt_set(&a->prompt, a->query_text);
	a->prompt_fresh = a->prompt.text.n > 0;
}

static void restore(struct app *a)
{
	const struct app_before *b = &a->before;
	app_set_query(a, b->query);
	a->screen = b->screen;
	a->opened_from = b->opened_from;
	a->focus = b->focus;
	tree_restore(&a->tree, &b->folds, b->region);
	app_window_restore(a, TEXT_READER, b->item, b->row);
	if (app_list(a) != &a->tree.list) /* the tree's region is found by itself: the table may have grown */
		list_select(app_list(a), b->hit);
	if (a->screen == SCREEN_REFERENCES)
		app_references_lay_out(a);
}

static void accept(struct app *a)
{
	prompt_remember(&a->prompt);
	if (!app_has_query(a)) {
		a->focus = a->before.focus;
		return;
	}
	app_advise_now(a);
	const char *remark = buffer_string(&a->remark);
	if (a->hits.count == 0) {
		app_message(a, "没有命中；%s",
			    *remark ? remark : "按 Esc 取消检索，或按 / 改检索词");
		return;
	}
	if (*remark)
		app_message(a, "%s", remark);
	if (a->screen == SCREEN_BROWSE)
		a->focus = IN_READER;
}

/* Keys that belong to the results while typing. */
static void result_key(struct app *a, uint32_t key)
{
	struct list *l = app_list(a);
	size_t region = tree_region(&a->tree);
	switch (key) {
	case K_UP:
	case K_DOWN:
		list_move(l, key == K_DOWN ? 1 : -1);
		break;
	case K_PAGE_UP:
	case K_PAGE_DOWN:
		list_move(l, key == K_PAGE_DOWN ? l->height : -l->height);
		break;
	default:
		app_message(a, "正在检索：Enter 确定，Esc 取消");
		return;
	}
	if (a->screen == SCREEN_REWARDS)
		app_ranking_leave_heading(a, key == K_DOWN || key == K_PAGE_DOWN);
	if (tree_region(&a->tree) != region)
		app_read_region(a);
	if (a->screen == SCREEN_REFERENCES)
		app_references_lay_out(a);
}

/* A field that waits for its value is answered with what there is to choose from. */
static void offer_categories(struct app *a)
{
	static const char *const fields[] = { "类别:", "类别：" };
	const char *text = buffer_string(&a->prompt.text);
	bool waits = false;
	for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++) {
		size_t n = strlen(fields[i]);
		waits = waits || (a->prompt.text.n >= n &&
				  strcmp(text + a->prompt.text.n - n, fields[i]) == 0);
	}
	if (!waits)
		return;
	struct buffer names = { 0 };
	for (size_t i = 0; i < a->catalog->category_count; i++)
		buffer_print(&names, "%s%s", i ? " " : "", a->catalog->categories[i].short_name);
	app_message(a, "%s", buffer_string(&names));
	buffer_done(&names);
}

static void typed(struct app *a)
{
	app_set_query(a, buffer_string(&a->prompt.text));
	offer_categories(a);
}

void app_query_key(struct app *a, uint32_t key)
{
	switch (key) {
	case K_ESCAPE:
		a->prompting = PROMPTING_NOT;
		restore(a);
		return;
	case K_ENTER:
		a->prompting = PROMPTING_NOT;
		accept(a);
		return;
	case K_F1:
	case K_CTRL('G'):
		app_message(a, "Enter 确定  Esc 取消  ^U 清空  ^W 删词  ^P 以前的检索");
		return;
	}
	if (a->prompt_fresh && app_replaces_text(key))
		prompt_set(&a->prompt, "");
	a->prompt_fresh = false;
	enum prompt_result result = prompt_key(&a->prompt, key);
	if (result == PROMPT_CHANGED || strcmp(buffer_string(&a->prompt.text), a->query_text) != 0)
		typed(a);
	else if (result == PROMPT_IGNORED)
		result_key(a, key);
}
