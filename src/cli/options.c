#include "cli/options.h"

#include <getopt.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/columns.h"
#include "base/memory.h"
#include "cli/commands.h"

enum {
	LONG = 256, /* getopt's value of a long option is LONG + its enum command_option */
	WIDTH_MAX = 1000,
};

/* As error_set(), but made safe: the user's own words may hold anything. */
__attribute__((format(printf, 2, 3))) static bool refuse(struct error *err, const char *format, ...)
{
	char message[sizeof(err->message)];
	struct buffer safe = { 0 };
	va_list args;
	va_start(args, format);
	vsnprintf(message, sizeof(message), format, args);
	va_end(args);
	columns_add_safe(&safe, message, strlen(message));
	error_set(err, "%s", buffer_string(&safe));
	buffer_done(&safe);
	return false;
}

/* One of `names`, into *index. */
static bool choose(const char *option, const char *value, const char *const *names, int *index,
		   struct error *err)
{
	struct buffer all = { 0 };
	for (int i = 0; names[i]; i++) {
		if (strcmp(names[i], value) == 0) {
			*index = i;
			buffer_done(&all);
			return true;
		}
		buffer_print(&all, "%s%s", i ? "、" : "", names[i]);
	}
	const char *near = cli_near_name(value, names);
	if (near)
		refuse(err, "选项 --%s 不认识“%s”，是否为：%s？", option, value, near);
	else
		refuse(err, "选项 --%s 不认识“%s”，可用的是：%s", option, value,
		       buffer_string(&all));
	buffer_done(&all);
	return false;
}

static bool take_width(const char *value, int *width, struct error *err)
{
	char *end;
	long number = strtol(value, &end, 10);
	if (*value < '0' || *value > '9' || *end || number < 1 || number > WIDTH_MAX)
		return refuse(err, "选项 --width 应为 1 到 %d 的整数，不是“%s”", WIDTH_MAX, value);
	*width = (int)number;
	return true;
}

/* In either language; what “仅” stands before is a region, which is not known yet. */
static bool take_filter(const char *value, struct options *o, struct error *err)
{
	static const char only[] = "仅";
	int index = 0;
	while (cli_filter_words[index] && strcmp(cli_filter_words[index], value) != 0)
		index++;
	if (!cli_filter_words[index]) {
		if (strncmp(value, only, strlen(only)) == 0 && value[strlen(only)]) {
			o->only = value + strlen(only);
			return true;
		}
		if (!choose("filter", value, cli_filter_names, &index, err))
			return false;
	}
	o->filter = (enum compare_filter)index;
	o->only = NULL;
	return true;
}

/* What an option without a value turns on; NULL for the others. */
static bool *flag_of(struct options *o, enum command_option option)
{
	switch (option) {
	case OPTION_CITIES:
		return &o->cities;
	case OPTION_IGNORE_NAMES:
		return &o->ignore_names;
	case OPTION_COUNT:
		return &o->count;
	case OPTION_EXPLAIN:
		return &o->explain;
	case OPTION_NO_CACHE:
		return &o->no_cache;
	default:
		return NULL;
	}
}

static bool take_option(struct options *o, enum command_option option, struct error *err)
{
	int index;
	bool *flag = flag_of(o, option);
	if (flag) {
		*flag = true;
		return true;
	}
	switch (option) {
	case OPTION_TABLE:
		o->tables[o->table_count++] = optarg;
		return true;
	case OPTION_FORMAT:
		if (!choose("format", optarg, cli_format_names, &index, err))
			return false;
		o->format = (enum format)index;
		return true;
	case OPTION_COLOR:
		if (!choose("color", optarg, cli_when_names, &index, err))
			return false;
		o->colour = (enum when)index;
		return true;
	case OPTION_OUTPUT:
		if (!*optarg)
			return refuse(err, "选项 --output 的值是空的，应为文件名，- 为标准输出");
		o->output = optarg;
		return true;
	case OPTION_FILTER:
		return take_filter(optarg, o, err);
	case OPTION_QUERY:
		o->query = optarg;
		return true;
	case OPTION_SORT:
		o->sort = optarg;
		return true;
	case OPTION_WIDTH:
		return take_width(optarg, &o->width, err);
	case OPTION_HELP:
		o->command = CLI_HELP;
		return true;
	case OPTION_VERSION:
		o->command = CLI_VERSION;
		return true;
	default:
		return false;
	}
}

/* The option as it was typed: getopt has stepped over a long one; of a short one it keeps the
 * letter, or one byte of it. */
static const char *typed(char **argv, char out[3])
{
	if (optopt == 0 || optopt >= LONG || (optopt < 0 && !argv[optind]))
		return argv[optind - 1];
	if (optopt < 0 || optopt >= 0x80)
		return argv[optind];
	out[0] = '-';
	out[1] = (char)optopt;
	out[2] = '\0';
	return out;
}

static bool refuse_unknown(const char *word, struct error *err)
{
	const char *names[2 * COMMAND_OPTIONS + 1];
	size_t count = 0, same = 0;
	char name[32];
	snprintf(name, sizeof(name), "%s", strncmp(word, "--", 2) == 0 ? word + 2 : "");
	name[strcspn(name, "=")] = '\0';
	size_t n = strlen(name);
	for (int i = 0; i < COMMAND_OPTIONS; i++) {
		names[count++] = cli_options[i].name;
		if (cli_options[i].other)
			names[count++] = cli_options[i].other;
		same += strncmp(cli_options[i].name, name, n) == 0;
	}
	names[count] = NULL;
	if (n > 0 && same > 1)
		return refuse(err, "选项 %s 不完整，有 %zu 个选项这样开头（见 lingpao --help）",
			      word, same);
	const char *near = cli_near_name(name, names);
	if (near)
		return refuse(err, "没有选项 %s，是否为：--%s？", word, near);
	return refuse(err, "没有选项 %s（见 lingpao --help）", word);
}

/* What getopt_long wants to know, from the table. */
static void describe_options(struct option *longs, char *shorts)
{
	*shorts++ = ':'; /* a missing value is told from an unknown option */
	for (int i = 0; i < COMMAND_OPTIONS; i++) {
		const struct cli_option_info *info = &cli_options[i];
		int argument = info->argument ? required_argument : no_argument;
		*longs++ = (struct option){ info->name, argument, NULL, LONG + i };
		if (info->other)
			*longs++ = (struct option){ info->other, argument, NULL, LONG + i };
		if (info->letter)
			*shorts++ = info->letter;
		if (info->letter && info->argument)
			*shorts++ = ':';
	}
	*longs = (struct option){ 0 };
	*shorts = '\0';
}

static enum command_option option_of(int value)
{
	for (int i = 0; value < LONG && i < COMMAND_OPTIONS; i++)
		if (cli_options[i].letter == value)
			return (enum command_option)i;
	return (enum command_option)(value - LONG);
}

static bool take_options(int argc, char **argv, struct options *o, unsigned *given,
			 struct error *err)
{
	struct option longs[2 * COMMAND_OPTIONS + 1];
	char shorts[2 * COMMAND_OPTIONS + 2], word[3];
	int value;
	describe_options(longs, shorts);
	opterr = 0;
	optind = 0; /* glibc: begin anew */
	while ((value = getopt_long(argc, argv, shorts, longs, NULL)) != -1) {
		if (value == ':')
			return refuse(err, "选项 %s 缺少值：--%s %s", typed(argv, word),
				      cli_options[option_of(optopt)].name,
				      cli_options[option_of(optopt)].argument);
		if (value == '?' && optopt >= LONG)
			return refuse(err, "选项 --%s 不带值", cli_options[optopt - LONG].name);
		if (value == '?')
			return refuse_unknown(typed(argv, word), err);
		*given |= 1u << option_of(value);
		if (!take_option(o, option_of(value), err))
			return false;
		if (o->command == CLI_HELP || o->command == CLI_VERSION)
			return true;
	}
	return true;
}

/* A first argument that is no command must be a file; where it is none, it may be a command
 * mistyped, or what a command wants. */
static bool check_file(const char *word, struct error *err)
{
	const char *names[CLI_COMMANDS + 1];
	size_t count = 0;
	if (strcmp(word, "-") == 0 || strchr(word, '/') || access(word, F_OK) == 0)
		return true;
	for (int i = 0; i < CLI_COMMANDS; i++)
		if (cli_commands[i].name)
			names[count++] = cli_commands[i].name;
	names[count] = NULL;
	const char *near = cli_near_name(word, names);
	if (near)
		return refuse(err, "没有名为“%s”的命令或文件，是否为：lingpao %s？", word, near);
	if (strcmp(word, "help") == 0 || strcmp(word, "version") == 0)
		return refuse(err, "没有名为“%s”的命令或文件，是否为：lingpao --%s？", word, word);
	if ((unsigned char)*word >= 0x80 && !strchr(word, '.'))
		return refuse(err,
			      "没有名为“%s”的命令或文件，是否为：lingpao show %s？检索用 search",
			      word, word);
	if (!strchr(word, '.'))
		return refuse(err, "“%s”既不是命令，也不是文件（见 lingpao --help）", word);
	return true; /* loading it says what is wrong */
}

/* What is to be checked may be said by -t, too. */
static void check_tables(struct options *o)
{
	const char **files = o->tables;
	for (size_t i = 0; i < o->argument_count; i++)
		files[o->table_count++] = o->arguments[i];
	o->tables = o->arguments;
	o->arguments = files;
	o->argument_count = o->table_count;
	o->table_count = 0;
}

static bool take_arguments(int argc, char **argv, struct options *o, struct error *err)
{
	if (optind < argc)
		o->command = cli_command_find(argv[optind]);
	if (o->command == CLI_BROWSE) {
		if (optind < argc && !check_file(argv[optind], err))
			return false;
		while (optind < argc)
			o->tables[o->table_count++] = argv[optind++];
		return true;
	}
	optind++;
	while (optind < argc)
		o->arguments[o->argument_count++] = argv[optind++];
	if (o->command == CLI_CHECK)
		check_tables(o);
	return true;
}

static bool refuse_html(const struct cli_command_info *command, struct error *err)
{
	struct buffer others = { 0 };
	for (int i = 0; cli_format_names[i]; i++)
		if (i != FORMAT_HTML)
			buffer_print(&others, "%s%s", others.n ? "、" : "", cli_format_names[i]);
	refuse(err, "命令 %s 没有 html 格式，可用的是：%s", command->name, buffer_string(&others));
	buffer_done(&others);
	return false;
}

static bool check_use(const struct options *o, unsigned given, struct error *err)
{
	const struct cli_command_info *command = &cli_commands[o->command];
	for (int i = 0; i < COMMAND_OPTIONS; i++) {
		if (!(given & ~command->options & 1u << i))
			continue;
		if (!command->name)
			return refuse(err, "浏览时不支持选项 --%s（见 lingpao --help）",
				      cli_options[i].name);
		return refuse(err, "命令 %s 不支持选项 --%s（见 lingpao --help）", command->name,
			      cli_options[i].name);
	}
	if (o->format == FORMAT_HTML && !command->html)
		return refuse_html(command, err);
	const char *space = *command->arguments ? " " : "";
	if (o->argument_count < command->min)
		return refuse(err, "命令 %s 缺少参数：lingpao %s%s%s", command->name, command->name,
			      space, command->arguments);
	if (o->argument_count > command->max)
		return refuse(err, "命令 %s 多了参数“%s”：lingpao %s%s%s", command->name,
			      o->arguments[command->max], command->name, space, command->arguments);
	return true;
}

bool options_parse(int argc, char **argv, struct options *o, struct error *err)
{
	unsigned given = 0;
	size_t most = (size_t)(argc > 0 ? argc : 1);
	*o = (struct options){ 0 };
	o->tables = memory_new(most * sizeof(o->tables[0]));
	o->arguments = memory_new(most * sizeof(o->arguments[0]));
	bool good = take_options(argc, argv, o, &given, err);
	if (good && o->command != CLI_HELP && o->command != CLI_VERSION)
		good = take_arguments(argc, argv, o, err) && check_use(o, given, err);
	const char *no_color = getenv("NO_COLOR");
	if (o->colour == WHEN_AUTO && no_color && *no_color)
		o->colour = WHEN_NEVER;
	if (!good)
		options_done(o);
	return good;
}

void options_done(struct options *o)
{
	free(o->tables);
	free(o->arguments);
	*o = (struct options){ 0 };
}
