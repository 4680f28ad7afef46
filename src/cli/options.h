/* The command line, understood: lingpao [OPTION]… [FILE|-]…  and  lingpao [OPTION]… COMMAND [ARGUMENT]…. Options may stand
 * before and after the command. The first argument that is no option is the command when it bears a command's name (a file of that name is
 * written ./list), otherwise it and all others are files to browse. */
#ifndef CLI_OPTIONS_H
#define CLI_OPTIONS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/error.h"
#include "compare/compare.h"

/* Exit codes, for all commands. */
enum {
	EXIT_FOUND = 0,
	EXIT_NOTHING = 1,	/* nothing found */
	EXIT_USAGE = 2,
	EXIT_BAD_DATA = 65,
	EXIT_INPUT_OUTPUT = 74,
	EXIT_INTERRUPTED = 130,
};

enum cli_command {
	CLI_BROWSE, CLI_LIST, CLI_SHOW, CLI_SEARCH, CLI_COMPARE, CLI_MATRIX, CLI_REWARDS, CLI_REFERENCES, CLI_EXPORT,
	CLI_CHECK, CLI_CACHE,
	CLI_HELP, CLI_VERSION, /* -h and -V, before anything else */
	CLI_COMMANDS
};

enum format { FORMAT_TEXT, FORMAT_MARKDOWN, FORMAT_CSV, FORMAT_JSON, FORMAT_HTML };
enum when { WHEN_AUTO, WHEN_ALWAYS, WHEN_NEVER };

struct options {
	enum cli_command command;
	enum format format;
	enum when colour;	  /* --color; NO_COLOR non-empty makes AUTO NEVER */
	bool cities;		  /* compare --cities */
	bool ignore_names;	  /* compare --ignore-names */
	enum compare_filter filter; /* compare --filter */
	const char *only;	  /* compare --filter=仅江苏: 江苏; otherwise NULL */
	const char *query;	  /* --query; NULL when not given */
	const char *sort;	  /* --sort; NULL when not given; what it may be the command says */
	const char *output;	  /* -o; NULL or "-": standard output */
	bool count;		  /* search --count: the number alone */
	bool no_cache;		  /* --no-cache: neither read nor write snapshots */
	bool explain;		  /* search --explain: why each hit is one */
	int width;		  /* --width, columns of text output; 0: not given */
	const char **tables;	  /* -t, and the FILEs to browse; borrowed strings, owned array */
	size_t table_count;
	const char **arguments;	  /* of the command; of check: after the files of -t */
	size_t argument_count;
};

/* False with a sentence for the user (what was wrong, and a near name where there is one): exit code EXIT_USAGE. */
bool options_parse(int argc, char **argv, struct options *o, struct error *err);
void options_done(struct options *o);

#endif
