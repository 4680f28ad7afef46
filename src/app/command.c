#include "app/command.h"

#include <stdio.h>
#include <string.h>

#include "app/key.h"

/* clang-format off */
static const struct command_info infos[CMD_COUNT] = {
	[CMD_NONE]                = { "none",                "无",                                     NULL,   GROUP_OTHER },
	[CMD_DOWN]                = { "down",                "下移；带数字移多行（3j）",               NULL,   GROUP_MOVE },
	[CMD_UP]                  = { "up",                  "上移",                                   NULL,   GROUP_MOVE },
	[CMD_PAGE_DOWN]           = { "page-down",           "下翻一页",                               NULL,   GROUP_MOVE },
	[CMD_PAGE_UP]             = { "page-up",             "上翻一页",                               NULL,   GROUP_MOVE },
	[CMD_HALF_DOWN]           = { "half-down",           "下翻半页",                               NULL,   GROUP_MOVE },
	[CMD_HALF_UP]             = { "half-up",             "上翻半页",                               NULL,   GROUP_MOVE },
	[CMD_TOP]                 = { "top",                 "到开头",                                 NULL,   GROUP_MOVE },
	[CMD_BOTTOM]              = { "bottom",              "到末尾；带数字到第几项（5G）",           NULL,   GROUP_MOVE },
	[CMD_FIRST_COLUMN]        = { "first-column",        "矩阵中到第一列：合计",                   NULL,   GROUP_MOVE },
	[CMD_LAST_COLUMN]         = { "last-column",         "矩阵中到最后一列",                       NULL,   GROUP_MOVE },
	[CMD_OPEN]                = { "open",                "打开：看正文、所选地域或命中；对比中看左边，2Enter 看右边", "打开", GROUP_MOVE },
	[CMD_RIGHT]               = { "right",               "展开，再按进入下级或正文；表中右移一栏", "换栏",   GROUP_MOVE },
	[CMD_LEFT]                = { "left",                "收起，再按回到上级或地域栏；表中左移一栏",             NULL,   GROUP_MOVE },
	[CMD_TOGGLE]              = { "toggle",              "展开或收起所选地域",                     NULL,   GROUP_MOVE },
	[CMD_TOGGLE_ALL]          = { "toggle-all",          "全部展开或收起",                         NULL,   GROUP_MOVE },
	[CMD_NEXT_PANE]           = { "next-pane",           "在地域栏与正文栏之间切换",               "换栏", GROUP_MOVE },
	[CMD_SEARCH]              = { "search",              "检索：边输入边筛选",                     "检索", GROUP_SEARCH },
	[CMD_NEXT_HIT]            = { "next-hit",            "下一处命中，跨地域",                     "下一处", GROUP_SEARCH },
	[CMD_PREVIOUS_HIT]        = { "previous-hit",        "上一处命中",                             NULL,   GROUP_SEARCH },
	[CMD_EXPLAIN]             = { "explain",             "所选为何命中：哪个词、在何处、什么读音", NULL,   GROUP_SEARCH },
	[CMD_VIEW]                = { "view",                "下一个视图；带数字到第几个（3v）",       "视图", GROUP_SEARCH },
	[CMD_PREVIOUS_VIEW]       = { "previous-view",       "上一个视图",                             NULL,   GROUP_SEARCH },
	[CMD_SORT]                = { "sort",                "换排列次序：矩阵中按光标所在列",         "排列", GROUP_SEARCH },
	[CMD_BACK]                = { "back",                "取消检索，或返回上一屏",                 "返回", GROUP_SEARCH },
	[CMD_MARK]                = { "mark",                "选定或不选；选好三至六个地域按 c 一并对比", "选定", GROUP_COMPARE },
	[CMD_COMPARE]             = { "compare",             "选定地域；移到另一地域再按，并排对比",   "对比", GROUP_COMPARE },
	[CMD_NEXT_DIFFERENCE]     = { "next-difference",     "下一处不同",                             "下一处不同", GROUP_COMPARE },
	[CMD_PREVIOUS_DIFFERENCE] = { "previous-difference", "上一处不同",                             NULL,   GROUP_COMPARE },
	[CMD_FILTER]              = { "filter",              "筛选：全部、共有、相同、不同、仅一边（3f）", "筛选", GROUP_COMPARE },
	[CMD_NAMES]               = { "names",               "两地的地名不同不算不同，或也算",         "不计地名", GROUP_COMPARE },
	[CMD_SWAP]                = { "swap",                "左右互换",                               "互换", GROUP_COMPARE },
	[CMD_CITIES]              = { "cities",              "连同所辖市一起对比，或不计",             "含所辖市", GROUP_COMPARE },
	[CMD_BRACES]              = { "braces",              "不同的字句加 { }，或只用下划线",         "括号", GROUP_COMPARE },
	[CMD_COPY]                = { "copy",                "复制，再按一键选内容",                   "复制", GROUP_CARRY },
	[CMD_COPY_MEASURE]        = { "copy-measure",        "复制所选措施的原文",                     "措施", GROUP_CARRY },
	[CMD_COPY_REFERENCE]      = { "copy-reference",      "复制文号",                               "文号", GROUP_CARRY },
	[CMD_COPY_LINK]           = { "copy-link",           "复制链接",                               "链接", GROUP_CARRY },
	[CMD_COPY_REGION]         = { "copy-region",         "复制地域名",                             "地域", GROUP_CARRY },
	[CMD_COPY_CITATION]       = { "copy-citation",       "复制整条引文：地域、原文、文号、链接",   "引文", GROUP_CARRY },
	[CMD_LINK]                = { "link",                "用浏览器打开链接",                       "链接", GROUP_CARRY },
	[CMD_WRITE]               = { "write",               "把所见写入文件：Markdown、HTML、CSV 等", "写入", GROUP_CARRY },
	[CMD_HELP]                = { "help",                "帮助",                                   "帮助", GROUP_OTHER },
	[CMD_REDRAW]              = { "redraw",              "重画屏幕",                               NULL,   GROUP_OTHER },
	[CMD_SUSPEND]             = { "suspend",             "挂起，fg 回来",                          NULL,   GROUP_OTHER },
	[CMD_CLOSE]               = { "close",               "关闭当前屏；在浏览屏则退出",             "退出", GROUP_OTHER },
	[CMD_QUIT]                = { "quit",                "退出程序",                               NULL,   GROUP_OTHER },
	[CMD_INTERRUPT]           = { "interrupt",           "中断并退出（退出码 130）",               NULL,   GROUP_OTHER },
};

static const char *const group_names[GROUP_COUNT] = {
	[GROUP_MOVE]    = "移动",
	[GROUP_SEARCH]  = "检索、视图",
	[GROUP_COMPARE] = "对比",
	[GROUP_CARRY]   = "复制、链接、写入",
	[GROUP_OTHER]   = "其他",
};

static const struct binding bindings[] = {
	{ IN_ALL, 0, 'j', CMD_DOWN },
	{ IN_ALL, 0, K_DOWN, CMD_DOWN },
	{ IN_ALL, 0, K_CTRL('N'), CMD_DOWN },
	{ IN_ALL, 0, 'k', CMD_UP },
	{ IN_ALL, 0, K_UP, CMD_UP },
	{ IN_ALL, 0, K_CTRL('P'), CMD_UP },
	{ IN_ALL & ~(unsigned)IN_TREE, 0, ' ', CMD_PAGE_DOWN },
	{ IN_ALL, 0, K_PAGE_DOWN, CMD_PAGE_DOWN },
	{ IN_ALL, 0, K_CTRL('F'), CMD_PAGE_DOWN },
	{ IN_ALL, 0, K_PAGE_UP, CMD_PAGE_UP },
	{ IN_ALL, 0, K_CTRL('B'), CMD_PAGE_UP },
	{ IN_ALL, 0, K_CTRL('D'), CMD_HALF_DOWN },
	{ IN_ALL, 0, K_CTRL('U'), CMD_HALF_UP },
	{ IN_ALL, 0, 'g', CMD_TOP },
	{ IN_ALL & ~(unsigned)IN_MATRIX, 0, K_HOME, CMD_TOP },
	{ IN_ALL, 0, 'G', CMD_BOTTOM },
	{ IN_ALL & ~(unsigned)IN_MATRIX, 0, K_END, CMD_BOTTOM },
	{ IN_MATRIX, 0, '^', CMD_FIRST_COLUMN },
	{ IN_MATRIX, 0, K_HOME, CMD_FIRST_COLUMN },
	{ IN_MATRIX, 0, '$', CMD_LAST_COLUMN },
	{ IN_MATRIX, 0, K_END, CMD_LAST_COLUMN },
	{ IN_MATRIX | IN_REWARDS | IN_REFERENCES, 0, 's', CMD_SORT },
	{ IN_MATRIX | IN_REWARDS | IN_REFERENCES, 0, K_F8, CMD_SORT },
	{ IN_BROWSE | IN_VIEWS | IN_COMPARE | IN_SEVERAL | IN_LISTING, 0, K_ENTER, CMD_OPEN },
	{ IN_BROWSE | IN_SEVERAL | IN_MATRIX, 0, 'l', CMD_RIGHT },
	{ IN_BROWSE | IN_SEVERAL | IN_MATRIX, 0, K_RIGHT, CMD_RIGHT },
	{ IN_BROWSE | IN_SEVERAL | IN_MATRIX, 0, 'h', CMD_LEFT },
	{ IN_BROWSE | IN_SEVERAL | IN_MATRIX, 0, K_LEFT, CMD_LEFT },
	{ IN_TREE, 0, ' ', CMD_TOGGLE },
	{ IN_BROWSE, 0, 'e', CMD_TOGGLE_ALL },
	{ IN_BROWSE, 0, K_CTRL('E'), CMD_TOGGLE_ALL },
	{ IN_BROWSE, 0, K_TAB, CMD_NEXT_PANE },
	{ IN_BROWSE, 0, K_SHIFT_TAB, CMD_NEXT_PANE },
	{ IN_TABLES, 0, '/', CMD_SEARCH },
	{ IN_TABLES, 0, K_F3, CMD_SEARCH },
	{ IN_BROWSE | IN_HITS, 0, 'n', CMD_NEXT_HIT },
	{ IN_BROWSE | IN_HITS, 0, K_F4, CMD_NEXT_HIT },
	{ IN_BROWSE | IN_HITS, 0, 'N', CMD_PREVIOUS_HIT },
	{ IN_BROWSE | IN_HITS, 0, K_SHIFT_F4, CMD_PREVIOUS_HIT },
	{ IN_BROWSE | IN_HITS, 0, 'r', CMD_EXPLAIN },
	{ IN_BROWSE | IN_HITS, 0, K_F7, CMD_EXPLAIN },
	{ IN_BROWSE | IN_VIEWS | IN_LISTING, 0, 'v', CMD_VIEW },
	{ IN_BROWSE | IN_VIEWS | IN_LISTING, 0, K_F6, CMD_VIEW },
	{ IN_BROWSE | IN_VIEWS | IN_LISTING, 0, 'V', CMD_PREVIOUS_VIEW },
	{ IN_BROWSE | IN_VIEWS | IN_LISTING, 0, K_SHIFT_F6, CMD_PREVIOUS_VIEW },
	{ IN_ALL, 0, K_ESCAPE, CMD_BACK },
	{ IN_BROWSE | IN_HITS | IN_MATRIX | IN_LISTING, 0, 'm', CMD_MARK },
	{ IN_BROWSE | IN_HITS | IN_MATRIX | IN_LISTING, 0, K_INSERT, CMD_MARK },
	{ IN_BROWSE | IN_HITS | IN_MATRIX | IN_LISTING, 0, 'c', CMD_COMPARE },
	{ IN_BROWSE | IN_HITS | IN_MATRIX | IN_LISTING, 0, K_F5, CMD_COMPARE },
	{ IN_COMPARE | IN_SEVERAL, ']', 'c', CMD_NEXT_DIFFERENCE },
	{ IN_COMPARE | IN_SEVERAL, 0, 'n', CMD_NEXT_DIFFERENCE },
	{ IN_COMPARE | IN_SEVERAL, 0, K_F4, CMD_NEXT_DIFFERENCE },
	{ IN_COMPARE | IN_SEVERAL, '[', 'c', CMD_PREVIOUS_DIFFERENCE },
	{ IN_COMPARE | IN_SEVERAL, 0, 'N', CMD_PREVIOUS_DIFFERENCE },
	{ IN_COMPARE | IN_SEVERAL, 0, K_SHIFT_F4, CMD_PREVIOUS_DIFFERENCE },
	{ IN_COMPARE, 0, 'f', CMD_FILTER },
	{ IN_COMPARE, 0, K_F8, CMD_FILTER },
	{ IN_COMPARE, 0, 'd', CMD_NAMES },
	{ IN_COMPARE, 0, K_F7, CMD_NAMES },
	{ IN_COMPARE, 0, 'x', CMD_SWAP },
	{ IN_COMPARE, 0, K_F2, CMD_SWAP },
	{ IN_COMPARE | IN_SEVERAL, 0, 'i', CMD_CITIES },
	{ IN_COMPARE | IN_SEVERAL, 0, K_F9, CMD_CITIES },
	{ IN_COMPARE, 0, 'm', CMD_BRACES },
	{ IN_COMPARE, 0, K_INSERT, CMD_BRACES },
	{ IN_TABLES, 0, 'y', CMD_COPY },
	{ IN_TABLES, 0, K_CTRL('Y'), CMD_COPY },
	{ IN_TABLES, 'y', 'n', CMD_COPY_MEASURE },
	{ IN_TABLES, 'y', '1', CMD_COPY_MEASURE },
	{ IN_TABLES, 'y', 'r', CMD_COPY_REFERENCE },
	{ IN_TABLES, 'y', '2', CMD_COPY_REFERENCE },
	{ IN_TABLES, 'y', 'u', CMD_COPY_LINK },
	{ IN_TABLES, 'y', '3', CMD_COPY_LINK },
	{ IN_TABLES, 'y', 'd', CMD_COPY_REGION },
	{ IN_TABLES, 'y', '4', CMD_COPY_REGION },
	{ IN_TABLES, 'y', 'c', CMD_COPY_CITATION },
	{ IN_TABLES, 'y', '5', CMD_COPY_CITATION },
	{ IN_TABLES, 0, 'o', CMD_LINK },
	{ IN_TABLES, 0, K_CTRL('O'), CMD_LINK },
	{ IN_ALL, 0, 'w', CMD_WRITE },
	{ IN_ALL, 0, K_CTRL('S'), CMD_WRITE },
	{ IN_ALL, 0, '?', CMD_HELP },
	{ IN_ALL, 0, K_F1, CMD_HELP },
	{ IN_ALL, 0, K_CTRL('G'), CMD_HELP },
	{ IN_ALL, 0, K_CTRL('L'), CMD_REDRAW },
	{ IN_ALL, 0, K_CTRL('Z'), CMD_SUSPEND },
	{ IN_ALL, 0, 'q', CMD_CLOSE },
	{ IN_ALL, 0, 'Q', CMD_QUIT },
	{ IN_ALL, 0, K_F10, CMD_QUIT },
	{ IN_ALL, 0, K_CTRL('Q'), CMD_QUIT },
	{ IN_ALL, 0, K_CTRL('C'), CMD_INTERRUPT },
};

static const enum command browse_bar[] = {
	CMD_HELP, CMD_SEARCH, CMD_OPEN, CMD_COMPARE, CMD_CLOSE, CMD_VIEW, CMD_NEXT_PANE, CMD_LINK, CMD_COPY, CMD_WRITE, CMD_NONE };
static const enum command reader_bar[] = {
	CMD_HELP, CMD_SEARCH, CMD_NEXT_PANE, CMD_COMPARE, CMD_CLOSE, CMD_VIEW, CMD_LINK, CMD_COPY, CMD_WRITE, CMD_NONE };
static const enum command query_bar[] = {
	CMD_HELP, CMD_NEXT_HIT, CMD_VIEW, CMD_BACK, CMD_SEARCH, CMD_CLOSE, CMD_COMPARE, CMD_LINK, CMD_COPY, CMD_WRITE, CMD_NONE };
static const enum command hits_bar[] = {
	CMD_HELP, CMD_OPEN, CMD_SEARCH, CMD_VIEW, CMD_BACK, CMD_LINK, CMD_COPY, CMD_WRITE, CMD_NONE };
static const enum command references_bar[] = {
	CMD_HELP, CMD_OPEN, CMD_SORT, CMD_SEARCH, CMD_VIEW, CMD_BACK, CMD_LINK, CMD_COPY, CMD_WRITE, CMD_NONE };
static const enum command compare_bar[] = {
	CMD_HELP, CMD_NEXT_DIFFERENCE, CMD_FILTER, CMD_NAMES, CMD_CITIES, CMD_BACK, CMD_WRITE, CMD_SWAP, CMD_BRACES, CMD_NONE };
static const enum command opened_bar[] = {
	CMD_HELP, CMD_BACK, CMD_SEARCH, CMD_NEXT_PANE, CMD_COMPARE, CMD_CLOSE, CMD_VIEW, CMD_LINK, CMD_COPY, CMD_WRITE, CMD_NONE };
static const enum command marked_bar[] = {
	CMD_HELP, CMD_COMPARE, CMD_MARK, CMD_BACK, CMD_OPEN, CMD_SEARCH, CMD_CLOSE, CMD_NONE };
static const enum command rewards_bar[] = {
	CMD_HELP, CMD_OPEN, CMD_SORT, CMD_VIEW, CMD_BACK, CMD_SEARCH, CMD_WRITE, CMD_COPY, CMD_LINK, CMD_NONE };
static const enum command several_bar[] = {
	CMD_HELP, CMD_RIGHT, CMD_NEXT_DIFFERENCE, CMD_OPEN, CMD_BACK, CMD_CITIES, CMD_WRITE, CMD_COPY, CMD_LINK, CMD_NONE };
static const enum command matrix_bar[] = {
	CMD_HELP, CMD_OPEN, CMD_SORT, CMD_BACK, CMD_VIEW, CMD_SEARCH, CMD_COMPARE, CMD_WRITE, CMD_NONE };
static const enum command listing_bar[] = {
	CMD_HELP, CMD_OPEN, CMD_BACK, CMD_COMPARE, CMD_LINK, CMD_COPY, CMD_WRITE, CMD_NONE };
static const enum command help_bar[] = { CMD_BACK, CMD_NONE };
/* clang-format on */

const struct command_info *command_info(enum command command)
{
	return &infos[command];
}

const char *command_group_name(enum group group)
{
	return group_names[group];
}

enum group command_group_of(enum context context)
{
	if (context & (IN_COMPARE | IN_SEVERAL))
		return GROUP_COMPARE;
	return context & (IN_VIEWS | IN_LISTING) ? GROUP_SEARCH : GROUP_MOVE;
}

const struct binding *command_bindings(size_t *count)
{
	*count = sizeof(bindings) / sizeof(bindings[0]);
	return bindings;
}

enum command command_find(unsigned context, uint32_t prefix, uint32_t key)
{
	for (size_t i = 0; i < sizeof(bindings) / sizeof(bindings[0]); i++) {
		const struct binding *b = &bindings[i];
		if ((b->contexts & context) && b->prefix == prefix && b->key == key)
			return b->command;
	}
	return CMD_NONE;
}

bool command_is_prefix(unsigned context, uint32_t key)
{
	for (size_t i = 0; i < sizeof(bindings) / sizeof(bindings[0]); i++)
		if ((bindings[i].contexts & context) && bindings[i].prefix == key)
			return true;
	return false;
}

void command_keys(enum command command, unsigned contexts, char *out, size_t size)
{
	size_t n = 0;
	out[0] = '\0';
	for (size_t i = 0; i < sizeof(bindings) / sizeof(bindings[0]); i++) {
		const struct binding *b = &bindings[i];
		if (b->command != command || !(b->contexts & contexts))
			continue;
		char prefix[16] = "", key[16];
		if (b->prefix)
			key_name(b->prefix, prefix);
		int added = snprintf(out + n, size - n, "%s%s%s", n ? " " : "", prefix,
				     key_name(b->key, key));
		if (added < 0 || (size_t)added >= size - n)
			break;
		n += (size_t)added;
	}
	out[n] = '\0';
}

static const enum command *browsing_bar(enum context context, enum occasion occasion)
{
	switch (occasion) {
	case OCCASION_MARKED:
		return marked_bar;
	case OCCASION_QUERY:
		return query_bar;
	case OCCASION_OPENED:
		return opened_bar;
	default:
		return context == IN_READER ? reader_bar : browse_bar;
	}
}

const enum command *command_bar(enum context context, enum occasion occasion)
{
	if (occasion == OCCASION_MARKED && command_find(context, 0, 'm') == CMD_MARK)
		return marked_bar;
	switch (context) {
	case IN_HITS:
		return hits_bar;
	case IN_REWARDS:
		return rewards_bar;
	case IN_COMPARE:
		return compare_bar;
	case IN_REFERENCES:
		return references_bar;
	case IN_SEVERAL:
		return several_bar;
	case IN_MATRIX:
		return matrix_bar;
	case IN_LISTING:
		return listing_bar;
	case IN_HELP:
		return help_bar;
	default:
		return browsing_bar(context, occasion);
	}
}
