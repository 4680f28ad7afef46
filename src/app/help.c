#include "app/help.h"

#include <stdbool.h>
#include <string.h>

#include "app/command.h"
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
};

void help_build(struct document *d, int width)
{
	document_clear(d);
	for (enum group group = 0; group < GROUP_COUNT; group++) {
		document_blank(d);
		document_piece(d, d->line_count, 0, command_group_name(group), STYLE_HEADING);
		for (enum command c = CMD_NONE + 1; c < CMD_COUNT; c++)
			if (command_info(c)->group == group)
				add_command(d, c, width);
		if (group != GROUP_SEARCH)
			continue;
		for (size_t i = 0; i < sizeof(query_help) / sizeof(query_help[0]); i++) {
			struct flow flow = { 2, width - 2, STYLE_DIM, NULL, STYLE_TEXT };
			document_flow(d, d->line_count, &flow, query_help[i],
				      strlen(query_help[i]));
		}
	}
}
