/* Every command of the program and every key that gives it: one table, from which the dispatcher, the help screen, the bottom
 * line and the check of the man page are made. */
#ifndef APP_COMMAND_H
#define APP_COMMAND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* In the order of the help screen: from CMD_DOWN to CMD_BOTTOM they move, from CMD_COMPARE to CMD_BRACES they compare. */
enum command {
	CMD_NONE,
	CMD_DOWN, CMD_UP, CMD_PAGE_DOWN, CMD_PAGE_UP, CMD_HALF_DOWN, CMD_HALF_UP,
	CMD_TOP, CMD_BOTTOM,
	CMD_FIRST_COLUMN, CMD_LAST_COLUMN,
	CMD_OPEN, CMD_RIGHT, CMD_LEFT, CMD_TOGGLE, CMD_TOGGLE_ALL, CMD_NEXT_PANE,
	CMD_SEARCH, CMD_NEXT_HIT, CMD_PREVIOUS_HIT, CMD_EXPLAIN, CMD_VIEW, CMD_PREVIOUS_VIEW,
	CMD_SORT, CMD_BACK,
	CMD_MARK, CMD_COMPARE, CMD_NEXT_DIFFERENCE, CMD_PREVIOUS_DIFFERENCE, CMD_FILTER, CMD_NAMES, CMD_SWAP, CMD_CITIES,
	CMD_BRACES,
	CMD_COPY, CMD_COPY_MEASURE, CMD_COPY_REFERENCE, CMD_COPY_LINK, CMD_COPY_REGION,
	CMD_COPY_CITATION, CMD_LINK, CMD_WRITE,
	CMD_HELP, CMD_REDRAW, CMD_SUSPEND, CMD_CLOSE, CMD_QUIT, CMD_INTERRUPT,
	CMD_COUNT
};

/* Where a key works. */
enum context {
	IN_TREE = 1,
	IN_READER = 2,
	IN_HITS = 4,
	IN_COMPARE = 8,
	IN_HELP = 16,
	IN_MATRIX = 32,
	IN_REWARDS = 64,
	IN_REFERENCES = 128,
	IN_SEVERAL = 256,
	IN_LISTING = 512,
	IN_BROWSE = IN_TREE | IN_READER,
	IN_VIEWS = IN_HITS | IN_MATRIX | IN_REWARDS | IN_REFERENCES, /* what `v` opens beside browsing */
	IN_TABLES = IN_BROWSE | IN_VIEWS | IN_COMPARE | IN_SEVERAL | IN_LISTING,
	IN_ALL = IN_TABLES | IN_HELP,
};

enum group { GROUP_MOVE, GROUP_SEARCH, GROUP_COMPARE, GROUP_CARRY, GROUP_OTHER, GROUP_COUNT };

struct command_info {
	const char *name; /* as in the man page: "next-hit" */
	const char *help; /* one line */
	const char *bar;  /* short, for the bottom line; NULL: not shown there */
	enum group group;
};

struct binding {
	unsigned contexts; /* of enum context */
	uint32_t prefix;   /* key that must come first (']', 'y'); 0 for none */
	uint32_t key;
	enum command command;
};

const struct command_info *command_info(enum command command);
const char *command_group_name(enum group group);
enum group command_group_of(enum context context); /* whose keys are asked for there first */
const struct binding *command_bindings(size_t *count); /* letters first, then the keys that an input method leaves alone */

enum command command_find(unsigned context, uint32_t prefix, uint32_t key);
bool command_is_prefix(unsigned context, uint32_t key); /* some binding begins with it */

/* The command's keys where it works in any of `contexts`: "j Down ^N". Clipped to `size` bytes. */
void command_keys(enum command command, unsigned contexts, char *out, size_t size);

/* Why the bottom line offers what it does: nothing stands; what is read was opened from a view; a query; regions are marked. */
enum occasion { OCCASION_NONE, OCCASION_OPENED, OCCASION_QUERY, OCCASION_MARKED };

/* What the bottom line offers, most useful first, CMD_NONE after the last. */
const enum command *command_bar(enum context context, enum occasion occasion);

#endif
