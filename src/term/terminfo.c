#include "term/terminfo.h"

#include <stdlib.h>
#include <string.h>

#include "base/columns.h"

/* These two bring macros with names as short as `lines`, and a struct term of their own: so they
 * stay here. */
#include <curses.h>
#include <term.h>

static const char paste_off[] = "\033[?2004l";

/* NULL when the terminal cannot. */
static const char *capability_of(const char *name)
{
	const char *value = tigetstr(name);

	return value == (const char *)-1 ? NULL : value;
}

/* Adds a capability without its padding marks $<…>, which only tputs() understands. */
static void add_capability(struct buffer *out, const char *capability)
{
	while (capability && *capability) {
		const char *end =
			strncmp(capability, "$<", 2) == 0 ? strchr(capability, '>') : NULL;

		if (!end)
			buffer_char(out, *capability++);
		else
			capability = end + 1;
	}
}

static bool explain(struct error *err, const char *reason)
{
	const char *name = getenv("TERM");
	struct buffer safe = { 0 };

	if (!name || !*name)
		return error_set(
			err, "环境变量 TERM 未设置，不知道终端的类型；可试 TERM=xterm-256color");
	columns_add_safe(&safe, name, strlen(name));
	error_set(err, "终端类型“%s”%s；可试 TERM=xterm-256color", buffer_string(&safe), reason);
	buffer_done(&safe);
	return false;
}

static void describe(struct terminfo *info, const char *move)
{
	info->ansi = strncmp(move, "\033[", 2) == 0;
	if (info->ansi)
		buffer_text(&info->restore, paste_off);
	add_capability(&info->restore, capability_of("sgr0"));
	add_capability(&info->restore, capability_of("rmkx"));
	add_capability(&info->restore, capability_of("cnorm"));
	add_capability(&info->restore, capability_of("rmcup"));
	if (!capability_of("rmcup"))
		buffer_text(&info->restore, "\r\n");
}

bool terminfo_read(int fd, struct terminfo *info, struct error *err)
{
	int reason;

	/* Also because newterm() loses memory where it fails. */
	if (setupterm(NULL, fd, &reason) != OK)
		return explain(err, "不认识");
	const char *move = capability_of("cup");

	if (move)
		describe(info, move);
	del_curterm(cur_term);
	return move || explain(err, "不能移动光标");
}

void terminfo_scroll_all(int rows, struct buffer *out)
{
	const char *region = capability_of("csr");

	if (region)
		add_capability(out, tparm(region, 0L, rows - 1L, 0L, 0L, 0L, 0L, 0L, 0L, 0L));
}
