/* The first, second and last row of every screen. */
#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "app/key.h"
#include "app/writing.h"
#include "base/utf8.h"
#include "table/describe.h"
#include "view/panes.h"

enum { NARROW = 60 }; /* columns below which the bottom line is set close */

void pane_two_ends(struct frame *f, struct rect r, const char *left, const char *right,
		   enum style style)
{
	int right_cols = columns_text(right, strlen(right));
	int room = r.cols - right_cols - (right_cols ? 1 : 0);
	if (room < r.cols / 3) {
		room = r.cols;
		right = "";
	}
	int used = columns_text(left, strlen(left));
	struct buffer clipped = { 0 };
	if (used > room) {
		columns_add_padded(&clipped, left, strlen(left), room);
		left = buffer_string(&clipped);
	}
	frame_string(f, r, 0, 0, left, style);
	frame_string(f, r, 0, r.cols - right_cols, right, style);
	buffer_done(&clipped);
}

static void add_totals(const struct app *a, struct buffer *out)
{
	const struct catalog *c = a->catalog;
	buffer_char(out, ' ');
	describe_count(out, c->entry_count);
	buffer_text(out, " 条 ");
	describe_count(out, c->measure_count);
	buffer_text(out, " 项 ");
	if (a->progress.refused)
		buffer_print(out, "拒绝 %zu 行 ", a->progress.refused);
}

/* " 读入 45%，168 MiB，450,000 项，约剩 3 秒 " */
static void add_progress(const struct app_progress *p, bool brief, struct buffer *out)
{
	buffer_text(out, " 读入 ");
	if (p->total_bytes)
		buffer_print(out, "%d%%，", (int)(100 * p->bytes / p->total_bytes));
	if (!p->total_bytes || !brief)
		buffer_print(out, "%" PRIu64 " MiB，", p->bytes >> 20);
	describe_count(out, p->measures);
	buffer_text(out, " 项");
	if (p->total_bytes && p->bytes && p->seconds >= 1 && !brief)
		buffer_print(out, "，约剩 %.0f 秒",
			     p->seconds * (double)(p->total_bytes - p->bytes) / (double)p->bytes +
				     0.5);
	if (p->refused)
		buffer_print(out, "，拒绝 %zu 行", p->refused);
	buffer_char(out, ' ');
}

void pane_status_draw(struct frame *f, struct rect r, const struct app *a)
{
	struct buffer left = { 0 }, right = { 0 };
	const struct catalog *c = a->catalog;
	if (a->screen == SCREEN_COMPARE) {
		pane_side_status(a, r.cols, &left, &right);
	} else if (a->screen == SCREEN_SEVERAL) {
		pane_abreast_status(a, &left, &right);
	} else if (a->screen == SCREEN_MATRIX) {
		pane_matrix_status(a, r.cols, &left, &right);
		if (a->progress.reading) {
			buffer_clear(&right);
			add_progress(&a->progress, r.cols < NARROW, &right);
		}
	} else {
		buffer_print(&left, " %s", c->tables[0].title);
		if (c->table_count > 1)
			buffer_print(&left, " 等 %zu 份", c->table_count);
		if (app_has_query(a) && !a->prompting)
			buffer_print(&right, "检索 %s：%zu 项命中 ", a->query_text, a->hits.count);
		if (a->progress.reading)
			add_progress(&a->progress, r.cols < NARROW, &right);
		else if (a->screen == SCREEN_REWARDS)
			pane_ranking_status(a, &right);
		else if (!right.n || r.cols >= NARROW)
			add_totals(a, &right);
	}
	frame_fill(f, r, STYLE_TITLE);
	pane_two_ends(f, r, buffer_string(&left), buffer_string(&right), STYLE_TITLE);
	buffer_done(&left);
	buffer_done(&right);
}

/* Where the query stands in a region's name. */
static void mark_hits(struct frame *f, struct rect r, const struct app *a, const char *text)
{
	struct spans spans = { 0 };
	size_t n = strlen(text);
	query_spans(&a->query, text, &spans);
	for (size_t i = 0; i < spans.count; i++) {
		int from = columns_text(text, utf8_offset(text, n, spans.all[i].start));
		int to = columns_text(text, utf8_offset(text, n, spans.all[i].end));
		frame_style(f, r, 0, from, to, STYLE_HIT);
	}
	spans_done(&spans);
}

static void reader_heading(struct frame *f, struct rect r, const struct app *a)
{
	size_t region = tree_region(&a->tree);
	if (region == CATALOG_NONE)
		return;
	const struct region *here = &a->catalog->regions[region];
	struct buffer path = { 0 };
	char number[48] = "";
	describe_region(&path, a->catalog, region);
	size_t entries = here->own_entries_end - here->first_entry;
	if (entries == 1)
		snprintf(number, sizeof(number), "序号 %" PRId64,
			 a->catalog->entries[here->first_entry].number);
	else if (entries > 1)
		snprintf(number, sizeof(number), "%zu 条", entries);
	pane_two_ends(f, r, buffer_string(&path), number, STYLE_HEADING);
	mark_hits(f, r, a, buffer_string(&path));
	buffer_done(&path);
}

static void browse_heading(struct frame *f, struct rect r, const struct app *a)
{
	const struct app_layout *l = &a->layout;
	bool reading = a->focus == IN_READER;
	struct rect tree = { r.row, 2, 1, l->tree_cols - 3 };
	struct rect reader = { r.row, l->reader_col + 2, 1, l->reader_cols - 3 };
	if (l->two_panes || !reading)
		pane_two_ends(f, tree, "地域", app_has_query(a) ? "命中/措施" : "措施",
			      STYLE_HEADING);
	if (l->two_panes || reading)
		reader_heading(f, reader, a);
}

void pane_heading_draw(struct frame *f, struct rect r, const struct app *a)
{
	struct rect inner = { r.row, 2, 1, r.cols - 3 };
	char words[96];
	switch (a->screen) {
	case SCREEN_COMPARE:
		pane_side_heading(f, inner, a);
		break;
	case SCREEN_SEVERAL:
		pane_abreast_heading(f, (struct rect){ r.row, APP_GUTTER, 1, r.cols - APP_GUTTER }, a);
		break;
	case SCREEN_MATRIX: /* has headings of its own */
		break;
	case SCREEN_LISTING:
		pane_two_ends(f, inner, buffer_string(&a->listing.title), "", STYLE_HEADING);
		break;
	case SCREEN_REWARDS:
		pane_ranking_heading(f, r, a);
		break;
	case SCREEN_HITS:
		snprintf(words, sizeof(words), "%zu 项命中，%zu 个地域", a->hits.count,
			 a->hits.regions);
		pane_two_ends(f, inner, "全部命中", words, STYLE_HEADING);
		break;
	case SCREEN_REFERENCES:
		pane_references_heading(f, inner, a);
		break;
	case SCREEN_HELP:
		pane_two_ends(f, inner, "帮助", "LINGPAO 领跑 " LINGPAO_VERSION, STYLE_HEADING);
		break;
	default:
		browse_heading(f, r, a);
	}
}

enum { LEAST_PROMPT = 8, LEAST_SAID = 8 };

/* How many columns of `room` what is typed gets, the caret included; the rest is for what is said behind it. */
static int typed_columns(const struct app *a, const struct prompt *p, int room)
{
	int wanted = columns_text(buffer_string(&p->text), p->text.n) + 2;
	int most = a->prompting == PROMPTING_FILE && a->message.n ? room / 3 : room * 2 / 3;
	if (wanted < LEAST_PROMPT)
		wanted = LEAST_PROMPT;
	if (wanted > most)
		wanted = most > LEAST_PROMPT ? most : LEAST_PROMPT;
	return wanted < room ? wanted : room;
}

/* The remark on the query and how many hits there are, in full, in short or left out as there are columns. */
static void query_says(const struct app *a, int room, struct buffer *out)
{
	const char *remark = buffer_string(&a->remark);
	char full[96], brief[48], least[48];
	snprintf(full, sizeof(full), "%zu 项命中，%zu 个地域 ", a->hits.count, a->hits.regions);
	snprintf(brief, sizeof(brief), "%zu 项命中 ", a->hits.count);
	snprintf(least, sizeof(least), "%zu 项 ", a->hits.count);
	bool counted = app_has_query(a);
	const char *const ways[][2] = {
		{ remark, full }, { remark, brief }, { remark, least }, { remark, "" }, { "", full }
	};
	for (size_t i = *remark ? 0 : 4; i < 5; i++) {
		buffer_clear(out);
		buffer_print(out, "%s%s%s", ways[i][0], *ways[i][0] ? " " : "",
			     counted ? ways[i][1] : "");
		if (columns_text(buffer_string(out), out->n) <= room)
			return;
	}
}

/* "Markdown  Tab 换格式", the format alone where there are few columns. */
static void file_says(const struct prompt *p, int room, struct buffer *out)
{
	static const char offer[] = "Tab 换格式 ";
	enum writing_format format = writing_format(buffer_string(&p->text));
	if (format != WRITING_FORMATS)
		buffer_print(out, "%s  ", writing_format_name(format));
	if (columns_text(buffer_string(out), out->n) + columns_text(offer, strlen(offer)) <= room)
		buffer_text(out, offer);
}

/* What stands right of the prompt's text. */
static void prompt_says(const struct app *a, const struct prompt *p, int room, struct buffer *out)
{
	if (a->message.n)
		buffer_print(out, "%s ", buffer_string(&a->message));
	else if (a->prompting == PROMPTING_FILE)
		file_says(p, room, out);
	else
		query_says(a, room, out);
}

/* " 已存在，覆盖？y 或 ^S 覆盖，其他键取消: 报告.md" */
static void draw_question(struct frame *f, struct rect r, const struct app *a)
{
	struct buffer words = { 0 };
	buffer_print(&words, "已存在，覆盖？y 或 ^S 覆盖，其他键取消: %s",
		     buffer_string(&a->file.text));
	pane_two_ends(f, (struct rect){ r.row, 1, 1, r.cols - 1 }, buffer_string(&words), "",
		      STYLE_MESSAGE);
	buffer_done(&words);
}

/* " 检索: 信贷_      7 项命中，7 个地域 "; the text slides where it is longer than its room. */
static void draw_prompt(struct frame *f, struct rect r, const struct app *a)
{
	bool file = a->prompting == PROMPTING_FILE;
	const char *label = file ? " 写入文件: " : " 检索: ";
	const struct prompt *p = file ? &a->file : &a->prompt;
	struct buffer said = { 0 };
	int label_cols = columns_text(label, strlen(label));
	if (label_cols + LEAST_PROMPT > r.cols)
		label_cols = 0;
	else
		frame_string(f, r, 0, 0, label, STYLE_KEY);
	struct rect text = { r.row, label_cols, 1, r.cols - label_cols };
	int room = text.cols - typed_columns(a, p, text.cols);
	prompt_says(a, p, room, &said);
	int cols = columns_text(buffer_string(&said), said.n);
	if (cols > room)
		cols = room;
	if (cols >= LEAST_SAID) {
		text.cols -= cols;
		pane_two_ends(f, (struct rect){ r.row, r.cols - cols, 1, cols },
			      buffer_string(&said), "", STYLE_MESSAGE);
	}
	buffer_done(&said);
	int caret = prompt_caret_columns(p);
	int slide = caret > text.cols - 2 ? caret - (text.cols - 2) : 0;
	frame_string(f, text, 0, -slide, buffer_string(&p->text),
		     a->prompt_fresh ? STYLE_SELECTED : STYLE_BAR);
	frame_cursor(f, text, 0, caret - slide);
}

/* The key that the bottom line names for a command: the first one. */
static const char *first_key(enum command command, unsigned context, char *out, size_t size)
{
	command_keys(command, context, out, size);
	char *space = strchr(out, ' ');
	if (space && space != out)
		*space = '\0';
	return out;
}

static int draw_offer(struct frame *f, struct rect r, int col, const char *key, const char *words)
{
	int cols = columns_text(key, strlen(key)) + 1 + columns_text(words, strlen(words));
	if (col + cols > r.cols)
		return -1;
	col = frame_string(f, r, 0, col, key, STYLE_KEY);
	return frame_string(f, r, 0, col + 1, words, STYLE_BAR) + (r.cols < NARROW ? 1 : 2);
}

static void draw_copy_offers(struct frame *f, struct rect r)
{
	char key[128];
	static const enum command offers[] = { CMD_COPY_CITATION, CMD_COPY_MEASURE,
					       CMD_COPY_REFERENCE, CMD_COPY_LINK, CMD_COPY_REGION };
	int col = frame_string(f, r, 0, 1, "复制", STYLE_MESSAGE) + 1;
	for (size_t i = 0; i < sizeof(offers) / sizeof(offers[0]) && col >= 0; i++) {
		first_key(offers[i], IN_BROWSE, key, sizeof(key));
		col = draw_offer(f, r, col, key + 1, command_info(offers[i])->bar);
	}
}

static const char *bar_words(const struct app *a, enum command command)
{
	if (command == CMD_BACK && a->screen == SCREEN_BROWSE && a->opened_from == SCREEN_BROWSE)
		return app_has_query(a) ? "取消检索" : a->marks.count ? "取消选定" : "返回";
	if (command == CMD_CLOSE && a->screen != SCREEN_BROWSE)
		return "返回";
	return command_info(command)->bar;
}

static enum occasion occasion_of(const struct app *a)
{
	if (a->marks.count)
		return OCCASION_MARKED;
	if (app_has_query(a))
		return OCCASION_QUERY;
	return a->opened_from == SCREEN_BROWSE ? OCCASION_NONE : OCCASION_OPENED;
}

/* From column `col` on, as many as fit. */
static void draw_offers(struct frame *f, struct rect r, int col, const struct app *a)
{
	char key[128];
	unsigned context = app_context(a);
	for (const enum command *c = command_bar(context, occasion_of(a)); *c != CMD_NONE && col >= 0;
	     c++) {
		first_key(*c, context, key, sizeof(key));
		col = draw_offer(f, r, col, key, bar_words(a, *c));
	}
}

/* " 已选 江苏 山西 陕西 ", or how many where their names would take more than half the line. */
static void add_marked(const struct app *a, struct buffer *out)
{
	buffer_text(out, " 已选");
	for (size_t i = 0; i < a->marks.count; i++)
		buffer_print(out, " %s", a->catalog->regions[a->marks.regions[i]].short_name);
	buffer_char(out, ' ');
	if (columns_text(buffer_string(out), out->n) <= a->cols / 2)
		return;
	buffer_clear(out);
	buffer_print(out, " 已选 %zu ", a->marks.count);
}

/* What is not finished: a number or a first key, otherwise what is marked. */
static void add_typed(const struct app *a, struct buffer *out)
{
	char prefix[16];
	if (a->count)
		buffer_print(out, " %ld ", a->count);
	else if (a->prefix && a->prefix != 'y')
		buffer_print(out, " %s ", key_name(a->prefix, prefix));
	else if (a->marks.count && a->message.n == 0)
		add_marked(a, out);
}

static void draw_message(struct frame *f, struct rect r, const struct app *a)
{
	const char *words = buffer_string(&a->message);
	pane_two_ends(f, (struct rect){ r.row, 1, 1, r.cols - 1 }, words, "", STYLE_MESSAGE);
	if (a->message_leads)
		draw_offers(f, r, 1 + columns_text(words, a->message.n) + 2, a);
}

void pane_bottom_draw(struct frame *f, struct rect r, const struct app *a)
{
	struct buffer typed = { 0 };
	frame_fill(f, r, STYLE_BAR);
	if (a->prompting == PROMPTING_ANSWER) {
		draw_question(f, r, a);
		return;
	}
	if (a->prompting) {
		draw_prompt(f, r, a);
		return;
	}
	add_typed(a, &typed);
	int cols = columns_text(buffer_string(&typed), typed.n);
	frame_string(f, r, 0, r.cols - cols, buffer_string(&typed), STYLE_KEY);
	buffer_done(&typed);
	r.cols -= cols;
	if (a->message.n)
		draw_message(f, r, a);
	else if (a->prefix == 'y')
		draw_copy_offers(f, r);
	else
		draw_offers(f, r, 1, a);
}
