#include "cli/commands.h"

#include <string.h>

enum {
	LETTERS = 32, /* longer words are no slip of the finger */
};

#define TAKES(o) (1u << OPTION_##o)
#define READS (TAKES(TABLE) | TAKES(FORMAT) | TAKES(NO_CACHE) | TAKES(COLOR))
#define PRINTS (READS | TAKES(OUTPUT))
#define ANY_NUMBER SIZE_MAX

/* clang-format off */
const struct cli_command_info cli_commands[CLI_COMMANDS] = {
	[CLI_BROWSE]  = { NULL,      "[文件|-]…", "浏览；标准输出不是终端时列出地域", READS | TAKES(QUERY), 0, ANY_NUMBER, true },
	[CLI_LIST]    = { "list",    "",          "列出地域及其条目数、措施数", PRINTS, 0, 0, true },
	[CLI_SHOW]    = { "show",    "地域…",     "显示地域的条目：文号或链接、措施、注", PRINTS, 1, ANY_NUMBER, true },
	[CLI_SEARCH]  = { "search",  "检索词…",   "检索措施，各词都须命中，!词 排除", PRINTS | TAKES(COUNT) | TAKES(EXPLAIN), 1, ANY_NUMBER, true },
	[CLI_COMPARE] = { "compare", "地域 地域…", "并排对比两个地域的措施；三至六个按类别列出", PRINTS | TAKES(CITIES) | TAKES(FILTER) | TAKES(IGNORE_NAMES) | TAKES(WIDTH), 2, ANY_NUMBER, true },
	[CLI_MATRIX]  = { "matrix",  "",          "地域与类别：每个地域各类措施有几项", PRINTS | TAKES(QUERY) | TAKES(SORT) | TAKES(WIDTH), 0, 0, true },
	[CLI_REWARDS] = { "rewards", "",          "奖补金额排行：谁给多少、每项还是一次性、原文与文号", PRINTS | TAKES(QUERY) | TAKES(SORT), 0, 0, true },
	[CLI_REFERENCES] = { "references", "",    "列出文号与链接：哪些地域依据它，何处存疑、未载", PRINTS | TAKES(QUERY) | TAKES(SORT), 0, 0, true },
	[CLI_EXPORT]  = { "export",  "",          "导出整张一览表", PRINTS, 0, 0, true },
	[CLI_CHECK]   = { "check",   "文件…",     "检查数据文件，列出每一处错误", PRINTS, 1, ANY_NUMBER, false },
	[CLI_CACHE]   = { "cache",   "[clear]",   "列出大文件的快照，clear 全部删除", TAKES(FORMAT) | TAKES(NO_CACHE) | TAKES(OUTPUT), 0, 1, false },
	[CLI_HELP]    = { NULL, "", "", 0, 0, 0, false },
	[CLI_VERSION] = { NULL, "", "", 0, 0, 0, false },
};

const struct cli_option_info cli_options[COMMAND_OPTIONS] = {
	[OPTION_TABLE]   = { "table",   NULL,     't', "文件", "读这个数据文件，- 为标准输入；可重复" },
	[OPTION_FORMAT]  = { "format",  NULL,     0,   "格式", "输出格式：text（默认）、markdown、csv、json、html" },
	[OPTION_OUTPUT]  = { "output",  NULL,     'o', "文件", "写入新文件而不是标准输出；已存在的不覆盖" },
	[OPTION_CITIES]  = { "cities",  NULL,     0,   NULL,   "把所辖市的措施一并对比" },
	[OPTION_FILTER]  = { "filter",  NULL,     0,   "哪些", "只列 all、shared、same、different、left、right，或 共有、相同、不同、仅江苏" },
	[OPTION_IGNORE_NAMES] = { "ignore-names", NULL, 0, NULL, "两地的地名不同不算不同" },
	[OPTION_SORT]    = { "sort",    NULL,     0,   "次序", "按什么排列；可用的值见 lingpao(1)" },
	[OPTION_QUERY]   = { "query",   NULL,     0,   "检索词", "一开始就检索" },
	[OPTION_COUNT]   = { "count",   NULL,     0,   NULL,   "只打印命中的项数" },
	[OPTION_EXPLAIN] = { "explain", NULL,     0,   NULL,   "说明每项为何命中：哪个词、在何处、什么读音" },
	[OPTION_NO_CACHE] = { "no-cache", NULL,   0,   NULL,   "不用也不存大文件的快照" },
	[OPTION_COLOR]   = { "color",   "colour", 0,   "时机", "标出命中：auto（默认，仅在终端上）、always、never" },
	[OPTION_WIDTH]   = { "width",   NULL,     0,   "列数", "文字输出的总宽度；默认为终端宽度，否则 80" },
	[OPTION_HELP]    = { "help",    NULL,     'h', NULL,   "显示这份说明" },
	[OPTION_VERSION] = { "version", NULL,     'V', NULL,   "显示版本" },
};
/* clang-format on */

const char *const cli_format_names[] = {
	[FORMAT_TEXT] = "text",
	[FORMAT_MARKDOWN] = "markdown",
	[FORMAT_CSV] = "csv",
	[FORMAT_JSON] = "json",
	[FORMAT_HTML] = "html",
	NULL,
};
const char *const cli_filter_names[] = {
	[COMPARE_ALL] = "all",
	[COMPARE_SHARED] = "shared",
	[COMPARE_SAME] = "same",
	[COMPARE_DIFFERENT] = "different",
	[COMPARE_LEFT] = "left",
	[COMPARE_RIGHT] = "right",
	NULL,
};
const char *const cli_filter_words[] = {
	[COMPARE_ALL] = "全部",
	[COMPARE_SHARED] = "共有",
	[COMPARE_SAME] = "相同",
	[COMPARE_DIFFERENT] = "不同",
	[COMPARE_LEFT] = "仅左",
	[COMPARE_RIGHT] = "仅右",
	NULL,
};
const char *const cli_when_names[] = {
	[WHEN_AUTO] = "auto",
	[WHEN_ALWAYS] = "always",
	[WHEN_NEVER] = "never",
	NULL,
};

enum cli_command cli_command_find(const char *name)
{
	for (int i = 0; i < CLI_COMMANDS; i++)
		if (cli_commands[i].name && strcmp(cli_commands[i].name, name) == 0)
			return (enum cli_command)i;
	return CLI_BROWSE;
}

static size_t least(size_t a, size_t b)
{
	return a < b ? a : b;
}

/* How many letters were left out, added, changed or swapped with their neighbour. Both at most
 * LETTERS long. */
static size_t distance(const char *a, const char *b)
{
	size_t rows = strlen(a), cols = strlen(b);
	size_t d[LETTERS + 1][LETTERS + 1];
	for (size_t i = 0; i <= rows; i++)
		d[i][0] = i;
	for (size_t j = 0; j <= cols; j++)
		d[0][j] = j;
	for (size_t i = 1; i <= rows; i++)
		for (size_t j = 1; j <= cols; j++) {
			d[i][j] = least(d[i - 1][j - 1] + (a[i - 1] != b[j - 1]),
					least(d[i - 1][j], d[i][j - 1]) + 1);
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
				d[i][j] = least(d[i][j], d[i - 2][j - 2] + 1);
		}
	return d[rows][cols];
}

const char *cli_near_name(const char *word, const char *const *names)
{
	size_t n = strlen(word);
	if (n < 2 || n > LETTERS)
		return NULL;
	const char *nearest = NULL;
	size_t fewest = LETTERS;
	for (; *names; names++) {
		size_t length = strlen(*names);
		size_t wrong = distance(word, *names);
		if (strncmp(word, *names, n) == 0)
			wrong = 0;
		/* One slip in three letters is still that word. */
		if (wrong < fewest && wrong * 3 <= (length > n ? length : n)) {
			fewest = wrong;
			nearest = *names;
		}
	}
	return nearest;
}
