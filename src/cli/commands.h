/* The commands and options as two tables. Parsing, --help, the messages about misuse and the
 * tests that hold the manual to the program read them; nothing about a command's line is said
 * anywhere else. */
#ifndef CLI_COMMANDS_H
#define CLI_COMMANDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "cli/options.h"

enum command_option {
	OPTION_TABLE,
	OPTION_FORMAT,
	OPTION_OUTPUT,
	OPTION_CITIES,
	OPTION_FILTER,
	OPTION_IGNORE_NAMES,
	OPTION_SORT,
	OPTION_QUERY,
	OPTION_COUNT,
	OPTION_EXPLAIN,
	OPTION_NO_CACHE,
	OPTION_COLOR,
	OPTION_WIDTH,
	OPTION_HELP,
	OPTION_VERSION,
	COMMAND_OPTIONS
};

struct cli_command_info {
	const char *name;      /* NULL for browsing, --help and --version, which have none */
	const char *arguments; /* 地域…, as the help prints them; "" when it takes none */
	const char *help;      /* one line */
	unsigned options;      /* bit 1 << i: takes enum command_option i */
	size_t min, max;       /* arguments */
	bool html;	       /* prints HTML too; the other formats all print */
};

struct cli_option_info {
	const char *name;     /* without the dashes */
	const char *other;    /* another spelling, or NULL */
	char letter;	      /* or 0 */
	const char *argument; /* as the help prints it, or NULL when it takes none */
	const char *help;
};

extern const struct cli_command_info cli_commands[CLI_COMMANDS];
extern const struct cli_option_info cli_options[COMMAND_OPTIONS];
extern const char *const cli_format_names[]; /* by enum format; NULL at the end */
extern const char *const cli_filter_names[]; /* by enum compare_filter; NULL at the end */
extern const char *const cli_filter_words[]; /* the same in Chinese */
extern const char *const cli_when_names[];   /* by enum when; NULL at the end */

/* The command of that name, or CLI_BROWSE when there is none. */
enum cli_command cli_command_find(const char *name);

/* The name of `names` (NULL at the end) that was most likely meant by a mistyped word: few
 * letters wrong or swapped, or a beginning of it. NULL when none is near. */
const char *cli_near_name(const char *word, const char *const *names);

#endif
