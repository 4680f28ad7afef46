/* What stands around a comparison: who is compared and how, which filter is on and how many each has, where the cursor is. */
#include <string.h>

#include "app/side.h"
#include "table/describe.h"
#include "view/panes.h"

/* How much is said: all of it, in short, or only what is on. */
enum length { FULL, BRIEF, LEAST };

static void add_filter(const struct shown *s, enum compare_filter filter, enum length length,
		       struct buffer *out)
{
	static const char *const brief[] = { [COMPARE_ALL] = "全",
					     [COMPARE_SHARED] = "共",
					     [COMPARE_SAME] = "同",
					     [COMPARE_DIFFERENT] = "异" };
	bool on = s->filter == filter;
	if (length == LEAST && !on)
		return;
	buffer_text(out, on ? "[" : "");
	if (length == FULL || on) {
		shown_filter_name(s, filter, out);
		buffer_char(out, ' ');
	} else if (filter == COMPARE_LEFT || filter == COMPARE_RIGHT) {
		buffer_text(out, shown_name(s, filter == COMPARE_LEFT));
	} else {
		buffer_text(out, brief[filter]);
	}
	buffer_print(out, "%zu%s", shown_filter_count(s, filter), on ? "]" : "");
	buffer_char(out, ' ');
}

/* "[全部 7] 共有 4 相同 0 不同 4 仅江苏 2 仅山西 1 ", "全7 共4 同0 [不同 4] 江苏2 山西1 ", "[不同 4] " */
static void add_filters(const struct shown *s, enum length length, struct buffer *out)
{
	buffer_clear(out);
	for (int filter = 0; filter < SHOWN_FILTERS; filter++)
		add_filter(s, (enum compare_filter)filter, length, out);
}

/* " 对比 江苏省 | 山西省（不计地名）", or where the names stand above their columns anyway " 对比（不计地名）" */
static void add_title(const struct shown *s, enum length length, bool stacked, struct buffer *out)
{
	const struct region *regions = s->catalog->regions;
	buffer_clear(out);
	buffer_text(out, " 对比");
	if (length == FULL)
		buffer_print(out, " %s | %s", regions[s->comparison->left].name,
			     regions[s->comparison->right].name);
	else if (stacked)
		buffer_print(out, " %s | %s", shown_name(s, true), shown_name(s, false));
	shown_options(s, out);
}

static int columns_in(const struct buffer *b)
{
	return columns_text(buffer_string(b), b->n);
}

void pane_side_status(const struct app *a, int cols, struct buffer *left, struct buffer *right)
{
	static const enum length ways[][2] = {
		{ FULL, FULL }, { BRIEF, FULL }, { FULL, BRIEF }, { BRIEF, BRIEF }, { BRIEF, LEAST }
	};
	bool stacked = side_stacked(a->cols - APP_GUTTER);
	for (size_t i = 0; i < sizeof(ways) / sizeof(ways[0]); i++) {
		add_title(&a->shown, ways[i][0], stacked, left);
		if (!stacked)
			add_filters(&a->shown, ways[i][1], right);
		int room = cols - columns_in(right) - 1;
		if (columns_in(left) <= room && room >= cols / 3) /* as pane_two_ends() has it */
			return;
	}
}

/* The regions above their columns; where they stand one below the other, the filters. */
void pane_side_heading(struct frame *f, struct rect r, const struct app *a)
{
	const struct region *regions = a->catalog->regions;
	const struct comparison *c = &a->comparison;
	if (side_stacked(a->cols - APP_GUTTER)) {
		struct buffer filters = { 0 };
		enum length length = FULL;
		do
			add_filters(&a->shown, length, &filters);
		while (columns_in(&filters) > r.cols && length++ < LEAST);
		pane_two_ends(f, r, buffer_string(&filters), "", STYLE_HEADING);
		buffer_done(&filters);
		return;
	}
	int column = side_column(a->cols - APP_GUTTER), right = column + SIDE_BETWEEN;
	pane_two_ends(f, (struct rect){ r.row, r.col, 1, column }, regions[c->left].name, "",
		      STYLE_HEADING);
	pane_two_ends(f, (struct rect){ r.row, r.col + right, 1, r.cols - right },
		      regions[c->right].name, "", STYLE_HEADING);
}

/* "政府采购  3/7": the heading of a long group is pages away. Where there is no room for it the reminder stands alone. */
void pane_side_place(struct frame *f, struct rect r, const struct app *a)
{
	const struct item *item = pager_item(&a->side);
	struct buffer place = { 0 };
	int room = r.cols - columns_text(DESCRIBE_REMINDER, strlen(DESCRIBE_REMINDER)) - 1;
	for (int with_group = 1; item && with_group >= 0; with_group--) {
		buffer_clear(&place);
		if (with_group)
			buffer_print(
				&place, "%s  ",
				shown_group_name(&a->shown, a->comparison.pairs[item->id].group));
		buffer_print(&place, "%zu/%zu ", a->side_window.first + a->side.selected + 1,
			     a->shown.count);
		if (columns_in(&place) <= room)
			break;
		if (!with_group)
			buffer_clear(&place);
	}
	pane_two_ends(f, r, DESCRIBE_REMINDER, buffer_string(&place), STYLE_DIM);
	buffer_done(&place);
}
