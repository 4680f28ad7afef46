#include "cli/cli.h"

#include <string.h>

#include "base/columns.h"
#include "cli/commands.h"

enum {
	COMMAND_COLS = 22, /* of the left column of each list */
	OPTION_COLS = 24,
};

/* clang-format off */
static const char notes[] =
	"\n地域可写官方名称、原表印的名称、简称（江苏、南通）或 GB/T 2260 代码，也可写路径（山西/太原）。\n"
	"不指定数据文件时读 XDG 数据目录中的 lingpao/table.json，没有则用内置的表。\n\n"
	"退出码:\n"
	"  0 找到    1 未找到    2 用法错误    65 数据有误    74 输入输出错误    130 被中断\n\n"
	"例:\n"
	"  lingpao show 江苏 南通\n"
	"  lingpao search 信贷 '!江苏'\n"
	"  lingpao compare 江苏 山西 --cities\n"
	"  lingpao export --format csv -o 一览表.csv\n\n"
	"详见 lingpao(1)，数据格式见 lingpao(5)。\n";
/* clang-format on */

/* "  left      right" */
static void add_row(struct buffer *out, const char *left, int cols, const char *right)
{
	buffer_text(out, "  ");
	columns_add_padded(out, left, strlen(left), cols);
	buffer_print(out, "%s\n", right);
}

static void add_commands(struct buffer *out)
{
	for (int i = 0; i < CLI_COMMANDS; i++) {
		if (!cli_commands[i].name)
			continue;
		struct buffer left = { 0 };
		buffer_print(&left, "%s %s", cli_commands[i].name, cli_commands[i].arguments);
		add_row(out, buffer_string(&left), COMMAND_COLS, cli_commands[i].help);
		buffer_done(&left);
	}
}

/* "search、export": the commands that take the option, where not all do. */
static void add_takers(struct buffer *out, enum command_option option)
{
	bool first = true;
	buffer_text(out, "（用于 ");
	if (cli_commands[CLI_BROWSE].options >> option & 1) {
		buffer_text(out, "浏览");
		first = false;
	}
	for (int i = 0; i < CLI_COMMANDS; i++) {
		if (!cli_commands[i].name || !(cli_commands[i].options >> option & 1))
			continue;
		buffer_print(out, "%s%s", first ? "" : "、", cli_commands[i].name);
		first = false;
	}
	buffer_text(out, "）");
}

/* The few commands that have a format but no HTML. */
static void add_html(struct buffer *out)
{
	const char *between = "（";
	for (int i = 0; i < CLI_COMMANDS; i++) {
		const struct cli_command_info *c = &cli_commands[i];
		if (!c->name || c->html || !(c->options >> OPTION_FORMAT & 1))
			continue;
		buffer_print(out, "%s%s", between, c->name);
		between = "、";
	}
	buffer_text(out, " 没有 html）");
}

static void add_options(struct buffer *out)
{
	for (int i = 0; i < COMMAND_OPTIONS; i++) {
		const struct cli_option_info *info = &cli_options[i];
		struct buffer left = { 0 }, right = { 0 };
		if (info->letter)
			buffer_print(&left, "-%c, ", info->letter);
		else
			buffer_text(&left, "    ");
		buffer_print(&left, "--%s%s%s", info->name, info->argument ? "=" : "",
			     info->argument ? info->argument : "");
		buffer_text(&right, info->help);
		if (i == OPTION_CITIES || i == OPTION_FILTER || i == OPTION_IGNORE_NAMES ||
		    i == OPTION_SORT || i == OPTION_QUERY ||
		    i == OPTION_COUNT || i == OPTION_EXPLAIN || i == OPTION_WIDTH)
			add_takers(&right, (enum command_option)i);
		if (i == OPTION_FORMAT)
			add_html(&right);
		add_row(out, buffer_string(&left), OPTION_COLS, buffer_string(&right));
		buffer_done(&left);
		buffer_done(&right);
	}
}

void cli_help(struct buffer *out)
{
	buffer_text(out, "lingpao：在终端里读政策一览表\n\n用法:\n");
	add_row(out, "lingpao [选项]… [文件|-]…", 34, cli_commands[CLI_BROWSE].help);
	add_row(out, "lingpao [选项]… 命令 [参数]…", 34, "在标准输出上打印");
	buffer_text(out, "\n命令:\n");
	add_commands(out);
	buffer_text(out, "\n选项（可在命令之前或之后）:\n");
	add_options(out);
	buffer_text(out, notes);
}

void cli_version(struct buffer *out)
{
	buffer_text(out, "lingpao " LINGPAO_VERSION "\n");
}
