/* What the files of the harness share. */
#ifndef TERMINAL_INTERNAL_H
#define TERMINAL_INTERNAL_H

#include <termios.h>

#include <vterm.h>

#include "base/buffer.h"
#include "terminal/pt.h"

struct pt {
	int rows, cols;
	int master, slave;
	struct keeper keeper;
	VTerm *emulator;
	VTermScreen *screen;
	struct buffer raw;  /* all that was sent */
	struct buffer text; /* the screen */
	bool on_other_screen, cursor_shown;
	bool blind;
	bool stopped, over;
	int status;
	struct termios before;
	char home[64];
};

/* Takes what comes within `ms`; false when nothing came. */
bool pt_take(struct pt *p, int ms);

#endif
