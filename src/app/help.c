#include "app/help.h"

#include <stdbool.h>
#include <string.h>

#include "base/buffer.h"
#include "base/columns.h"

enum { KEYS_COLUMNS = 16, NARROW = 48 };

static void add_command(struct document *d, enum command command, int width)
{
	char keys[128];
	command_keys(command, IN_ALL, keys, sizeof(keys));
	const char *kept = document_keep(d, keys, strlen(keys));
	const char *help = command_info(command)->help;
	size_t line = d->line_count;
	struct flow names = { 2, width - 2, STYLE_KEY, NULL, STYLE_TEXT };
	bool beside = width >= NARROW && columns_text(keys, strlen(keys)) < KEYS_COLUMNS;
	size_t end = document_flow(d, line, &names, kept, strlen(kept));
	int col = width >= NARROW ? 2 + KEYS_COLUMNS : 4;
	struct flow words = { col, width - col, STYLE_TEXT, NULL, STYLE_TEXT };
	document_flow(d, beside ? line : end, &words, help, strlen(help));
}

static const char *const query_help[] = {
	"以空格分开的词须都命中，次序不限：江苏 信贷",
	"!词 排除：信贷 !江苏",
	"词 | 词 任一：信贷 | 采购；空格先于 |",
	"\"词 词\" 照原样：\"政府 采购\"",
	"拼音（全拼、首字母、混写）：xindai xd zhengfcg",
	"地域: dy: 类别: lb: 文号: wh: 年: n: 金额: je: 序号: xh:",
	"年:2016-2018 金额:>=50万 序号:4 !地域:江苏",
	"不分简繁、全角半角、大小写、引号与括号的写法，不计空格",
	"输入时：^U 清空，^W 删词，^A ^E 到首尾，^P ^N 以前的检索，上下键移动结果",
};

static const char *const mark_help[] = {
	"6 (9)      本级措施数，括号内含下级；检索时为 命中/措施",
	"+ -        可展开、可收起",
	">          光标所在",
	"*          已选定，等待对比",
	"! ? 缺     文号或链接存疑，正文有理由；省份为推断，原表未印；未载文号或链接",
	"[1] [ ]    矩阵中：光标所在的格；空格为本表未列",
	"3/4        几个地域对比时：四个地域中有三个有这一类措施",
	"= ~ < >    对比中：相同、有不同、仅左边、仅右边",
	"{ }        对比中：不同的字句，另加下划线；复制的引文中没有",
};

static void add_lines(struct document *d, const char *const *lines, size_t count, int width)
{
	for (size_t i = 0; i < count; i++) {
		struct flow flow = { 2, width - 2, STYLE_TEXT, NULL, STYLE_TEXT };
		document_flow(d, d->line_count, &flow, lines[i], strlen(lines[i]));
	}
}

/* Returns its line. */
static size_t add_heading(struct document *d, const char *words)
{
	document_blank(d);
	size_t line = d->line_count;
	document_piece(d, line, 0, words, STYLE_HEADING);
	return line;
}

/* "类别:词 按类别，名称或简称皆可：评奖 采购 …" */
static void add_categories(struct document *d, const struct catalog *c, int width)
{
	struct buffer words = { 0 };
	buffer_text(&words, "类别:词 按类别，如");
	for (size_t i = 0; i < c->category_count; i++)
		buffer_print(&words, " %s", c->categories[i].short_name);
	const char *kept = document_keep(d, buffer_string(&words), words.n);
	if (c->category_count)
		add_lines(d, &kept, 1, width);
	buffer_done(&words);
}

void help_build(struct document *d, const struct catalog *c, int width, size_t groups[GROUP_COUNT])
{
	document_clear(d);
	for (enum group group = 0; group < GROUP_COUNT; group++) {
		groups[group] = add_heading(d, command_group_name(group));
		for (enum command command = CMD_NONE + 1; command < CMD_COUNT; command++)
			if (command_info(command)->group == group)
				add_command(d, command, width);
		if (group != GROUP_SEARCH)
			continue;
		add_lines(d, query_help, sizeof(query_help) / sizeof(query_help[0]), width);
		add_categories(d, c, width);
	}
	add_heading(d, "记号");
	add_lines(d, mark_help, sizeof(mark_help) / sizeof(mark_help[0]), width);
}
