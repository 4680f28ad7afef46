/* What the terminal's description (terminfo, by TERM) says, before and beside ncurses. */
#ifndef TERM_TERMINFO_H
#define TERM_TERMINFO_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/error.h"

struct terminfo {
	bool ansi;	       /* takes ECMA-48 control sequences */
	struct buffer restore; /* what brings the screen back after a crash; the owner frees it */
};

/* False with the reason in words when the type is unknown or no screen can be drawn on it.
 * Nothing is sent to `fd`. */
bool terminfo_read(int fd, struct terminfo *info, struct error *err);

/* Adds what lets the whole of `rows` rows scroll. While ncurses runs. */
void terminfo_scroll_all(int rows, struct buffer *out);

#endif
