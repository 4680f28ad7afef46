#include "cli/options.h"

#include <stdlib.h>
#include <string.h>

#include "cli/commands.h"
#include "support/check.h"

enum {
	WORDS = 16
};

/* A command line of up to WORDS words, ready for getopt, which moves them about. */
struct line {
	char *argv[WORDS + 2];
	int argc;
};

static struct line line_of(const char *const *words)
{
	struct line l = { { strdup("lingpao") }, 1 };
	for (; words[l.argc - 1]; l.argc++)
		l.argv[l.argc] = strdup(words[l.argc - 1]);
	return l;
}

static bool parse(const char *const *words, struct options *o, struct error *err)
{
	static char *kept[WORDS + 2]; /* what the options of the last line borrow */
	for (int i = 0; i < WORDS + 2; i++) {
		free(kept[i]);
		kept[i] = NULL;
	}
	struct line l = line_of(words);
	memcpy(kept, l.argv, sizeof(kept));
	char *argv[WORDS + 2];
	memcpy(argv, l.argv, sizeof(argv));
	return options_parse(l.argc, argv, o, err);
}

static void forget(struct options *o)
{
	struct options ignored;
	struct error err;
	static const char *const nothing[] = { "-V", NULL };
	options_done(o);
	parse(nothing, &ignored, &err);
	options_done(&ignored);
}

TEST(the_first_word_that_is_no_option_is_the_command)
{
	static const struct {
		const char *words[WORDS];
		enum cli_command command;
		size_t arguments, tables;
	} cases[] = {
		{ { NULL }, CLI_BROWSE, 0, 0 },
		{ { "list" }, CLI_LIST, 0, 0 },
		{ { "show", "江苏", "南通" }, CLI_SHOW, 2, 0 },
		{ { "search", "list" }, CLI_SEARCH, 1, 0 },
		{ { "compare", "江苏", "山西" }, CLI_COMPARE, 2, 0 },
		{ { "export" }, CLI_EXPORT, 0, 0 },
		{ { "check", "a.json", "-" }, CLI_CHECK, 2, 0 },
		{ { "check", "a.json", "-t", "t.json" }, CLI_CHECK, 2, 0 },
		{ { "--format", "json", "list" }, CLI_LIST, 0, 0 },
		{ { "-t", "list", "list" }, CLI_LIST, 0, 1 },
		{ { "-tlist", "-t", "-", "show", "--format=csv", "江苏" }, CLI_SHOW, 1, 2 },
		{ { "-" }, CLI_BROWSE, 0, 1 },
		{ { "./list", "-", "x.json" }, CLI_BROWSE, 0, 3 },
		{ { "/dev/null", "list" }, CLI_BROWSE, 0, 2 },
		{ { "search", "--", "--format" }, CLI_SEARCH, 1, 0 },
		{ { "-t", "a.json", "b.json" }, CLI_BROWSE, 0, 2 },
	};
	EACH (c, cases) {
		struct options o;
		struct error err = { "" };
		TRUE(parse(c->words, &o, &err));
		EQ_INT(o.command, c->command);
		EQ_INT(o.argument_count, c->arguments);
		EQ_INT(o.table_count, c->tables);
		forget(&o);
	}
}

TEST(arguments_and_tables_keep_their_order)
{
	struct options o;
	struct error err = { "" };
	static const char *const words[] = { "show",	  "-t",	  "一.json", "江苏",
					     "--table=-", "南通", NULL };
	TRUE(parse(words, &o, &err));
	EQ_STR(o.tables[0], "一.json");
	EQ_STR(o.tables[1], "-");
	EQ_STR(o.arguments[0], "江苏");
	EQ_STR(o.arguments[1], "南通");
	forget(&o);
}

TEST(every_format_and_every_when_has_its_name)
{
	for (int i = 0; cli_format_names[i]; i++) {
		struct options o;
		struct error err = { "" };
		const char *const words[] = { "list", "--format", cli_format_names[i], NULL };
		TRUE(parse(words, &o, &err));
		EQ_INT(o.format, i);
		forget(&o);
	}
	for (int i = 0; cli_when_names[i]; i++) {
		struct options o;
		struct error err = { "" };
		const char *const words[] = { "--colour", cli_when_names[i], "list", NULL };
		unsetenv("NO_COLOR");
		TRUE(parse(words, &o, &err));
		EQ_INT(o.colour, i);
		forget(&o);
	}
}

TEST(options_stand_before_or_after_the_command)
{
	static const struct {
		const char *words[WORDS];
	} cases[] = {
		{ { "compare", "--cities", "江苏", "--width=60", "山西", "--format", "text" } },
		{ { "--cities", "--width", "60", "compare", "江苏", "山西" } },
		{ { "compare", "江苏", "山西", "--width", "60", "--cit" } },
	};
	EACH (c, cases) {
		struct options o;
		struct error err = { "" };
		TRUE(parse(c->words, &o, &err));
		TRUE(o.cities);
		EQ_INT(o.width, 60);
		EQ_INT(o.command, CLI_COMPARE);
		forget(&o);
	}
}

TEST(no_color_counts_only_when_it_says_something_and_nothing_else_was_said)
{
	static const struct {
		const char *no_color, *said;
		enum when want;
	} cases[] = {
		{ "1", "auto", WHEN_NEVER },
		{ "", "auto", WHEN_AUTO },
		{ "1", "always", WHEN_ALWAYS },
		{ "1", "never", WHEN_NEVER },
	};
	EACH (c, cases) {
		struct options o;
		struct error err = { "" };
		const char *const words[] = { "list", "--color", c->said, NULL };
		setenv("NO_COLOR", c->no_color, 1);
		TRUE(parse(words, &o, &err));
		unsetenv("NO_COLOR");
		EQ_INT(o.colour, c->want);
		forget(&o);
	}
}

TEST(help_and_version_win_over_what_is_wrong_behind_them)
{
	static const struct {
		const char *words[WORDS];
		enum cli_command want;
	} cases[] = {
		{ { "-h" }, CLI_HELP },
		{ { "--help", "--nonsense" }, CLI_HELP },
		{ { "compare", "--help" }, CLI_HELP },
		{ { "-V", "-h" }, CLI_VERSION },
		{ { "check", "--version" }, CLI_VERSION },
	};
	EACH (c, cases) {
		struct options o;
		struct error err = { "" };
		TRUE(parse(c->words, &o, &err));
		EQ_INT(o.command, c->want);
		forget(&o);
	}
}

TEST(a_wrong_line_is_refused_with_what_was_wrong_and_what_may_be_meant)
{
	static const struct {
		const char *words[WORDS];
		const char *first, *second; /* both stand in the message */
	} cases[] = {
		{ { "serach", "信贷" }, "“serach”", "lingpao search" },
		{ { "lst" }, "“lst”", "lingpao list" },
		{ { "comp", "a", "b" }, "“comp”", "lingpao compare" },
		{ { "help" }, "“help”", "--help" },
		{ { "江苏" }, "“江苏”", "lingpao show 江苏" },
		{ { "list", "--formt=json" }, "--formt=json", "--format" },
		{ { "list", "--colr" }, "--colr", "--color" },
		{ { "list", "--c" }, "--c", "不完整" },
		{ { "list", "-x" }, "-x", "--help" },
		{ { "list", "-hx中" }, NULL, NULL },
		{ { "list", "-中" }, "-中", "--help" },
		{ { "list", "--中文" }, "--中文", "--help" },
		{ { "list", "--format" }, "--format", "缺少值" },
		{ { "list", "-t" }, "-t", "缺少值" },
		{ { "compare", "--cities=all", "a", "b" }, "--cities", "不带值" },
		{ { "list", "--format", "jsn" }, "jsn", "json" },
		{ { "list", "--format", "xlsx" }, "xlsx", "markdown" },
		{ { "list", "--color", "sometimes" }, "sometimes", "always" },
		{ { "compare", "a", "b", "--width", "0" }, "--width", "“0”" },
		{ { "compare", "a", "b", "--width", "80x" }, "--width", "“80x”" },
		{ { "compare", "a", "b", "--width", "-5" }, "--width", "“-5”" },
		{ { "compare", "a", "b", "--width", "" }, "--width", "“”" },
		{ { "compare", "a", "b", "--width", "99999999999999999999" }, "--width", "1000" },
		{ { "list", "--cities" }, "list", "--cities" },
		{ { "-o", "x" }, "浏览", "--output" },
		{ { "check", "a", "--format=html" }, "check", "json" },
		{ { "export", "-o", "" }, "--output", "空" },
		{ { "export", "--output=" }, "--output", "空" },
		{ { "check", "a", "--width", "80" }, "check", "--width" },
		{ { "--cities", "-" }, "浏览", "--cities" },
		{ { "show" }, "show", "地域" },
		{ { "search" }, "search", "检索词" },
		{ { "check" }, "check", "文件" },
		{ { "compare", "江苏" }, "compare", "地域 地域" },
		{ { "list", "江苏" }, "list", "“江苏”" },
		{ { "export", "x.json" }, "export", "“x.json”" },
	};
	EACH (c, cases) {
		struct options o;
		struct error err = { "" };
		if (!c->first) {
			TRUE(parse(c->words, &o, &err)); /* -h comes first */
			forget(&o);
			continue;
		}
		TRUE(!parse(c->words, &o, &err));
		HAS(err.message, c->first);
		HAS(err.message, c->second);
		TRUE(o.tables == NULL && o.arguments == NULL);
		forget(&o);
	}
}

TEST(a_message_holds_nothing_that_a_terminal_obeys)
{
	static const struct {
		const char *words[WORDS];
	} cases[] = {
		{ { "--for\033[31mmat" } },
		{ { "list", "--format", "\033]0;x\a" } },
		{ { "list", "a\nb\xFF" } },
		{ { "-\xFF" } },
	};
	EACH (c, cases) {
		struct options o;
		struct error err = { "" };
		TRUE(!parse(c->words, &o, &err));
		TRUE(!strpbrk(err.message, "\033\a\n\xFF"));
		TRUE(strlen(err.message) > 0);
		forget(&o);
	}
}

TEST(every_command_has_a_line_of_help_and_takes_only_options_that_exist)
{
	size_t named = 0;
	for (int i = 0; i < CLI_COMMANDS; i++) {
		const struct cli_command_info *info = &cli_commands[i];
		TRUE(info->min <= info->max);
		TRUE((info->options >> COMMAND_OPTIONS) == 0);
		if (!info->name)
			continue;
		named++;
		TRUE(*info->help != '\0');
		EQ_INT(cli_command_find(info->name), i);
	}
	EQ_INT(named, 10);
	for (int i = 0; i < COMMAND_OPTIONS; i++)
		TRUE(cli_options[i].name && *cli_options[i].help);
}

TEST(a_near_name_is_a_slip_of_the_finger_away)
{
	static const char *const names[] = { "list", "show", "search", "compare", "export", NULL };
	static const struct {
		const char *word, *want;
	} cases[] = {
		{ "serach", "search" },
		{ "searhc", "search" },
		{ "saerhc", "search" },
		{ "lsit", "list" },
		{ "lists", "list" },
		{ "ex", "export" },
		{ "cmopaer", "compare" },
		{ "data", NULL },
		{ "x", NULL },
		{ "", NULL },
		{ "table.json", NULL },
		{ "test", NULL },
		{ "searchsearchsearchsearchsearchsearch", NULL },
		{ "江苏", NULL },
	};
	EACH (c, cases)
		EQ_STR(cli_near_name(c->word, names), c->want);
}

TEST(a_filter_is_named_in_either_language_or_by_a_region)
{
	static const struct {
		const char *value;
		bool good;
		enum compare_filter filter;
		const char *only;
	} cases[] = {
		{ "all", true, COMPARE_ALL, NULL },
		{ "different", true, COMPARE_DIFFERENT, NULL },
		{ "right", true, COMPARE_RIGHT, NULL },
		{ "全部", true, COMPARE_ALL, NULL },
		{ "共有", true, COMPARE_SHARED, NULL },
		{ "相同", true, COMPARE_SAME, NULL },
		{ "不同", true, COMPARE_DIFFERENT, NULL },
		{ "仅左", true, COMPARE_LEFT, NULL },
		{ "仅右", true, COMPARE_RIGHT, NULL },
		{ "仅江苏", true, COMPARE_ALL, "江苏" },
		{ "仅", false, COMPARE_ALL, NULL },
		{ "江苏", false, COMPARE_ALL, NULL },
		{ "", false, COMPARE_ALL, NULL },
	};
	EACH (row, cases) {
		const char *const words[] = { "compare", "江苏", "山西", "--filter", row->value, NULL };
		struct options o;
		struct error err;
		EQ_INT(parse(words, &o, &err), row->good);
		if (!row->good) {
			HAS(err.message, "--filter");
			continue;
		}
		EQ_INT(o.filter, row->filter);
		EQ_INT(o.only != NULL, row->only != NULL);
		if (row->only)
			EQ_STR(o.only, row->only);
		forget(&o);
	}
}
