/* What the files of this floor share; no other floor includes it. Whoever includes it sees
 * ncurses. */
#ifndef TERM_INTERNAL_H
#define TERM_INTERNAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#define NCURSES_WIDECHAR 1
/* app/key.h has a function of that name. */
#define key_name ncurses_key_name
#include <curses.h>
#undef key_name

#include "term/decode.h"
#include "term/term.h"

struct look {
	attr_t attrs;
	short pair;
};

struct term {
	SCREEN *screen;
	FILE *own;	/* /dev/tty, or NULL when standard input and output are used */
	int in, out;	/* the terminal, to read from and to write to */
	int watched;	/* another descriptor, or -1 */
	int rows, cols; /* when the terminal itself does not know its size */
	bool ansi;	/* takes ECMA-48 control sequences */
	bool away;	/* given back, by ^Z: nothing is shown */
	bool gone;	/* the terminal vanished */
	bool anew;	/* the next frame is drawn as a whole */
	bool pasting;	/* between the marks of a paste */
	int empty_reads;
	struct decoder decoder;
	uint32_t named; /* by ncurses, behind what the decoder holds; 0 for none */
	uint32_t ahead; /* a key taken by term_key_ready() */
	bool has_ahead;
	struct frame shown; /* the frame on the screen; 0 rows before the first */
	cchar_t *line;	    /* one row on its way to ncurses */
	struct look looks[STYLE_COUNT];
};

/* How each style looks. Without colour by bold, underline and reverse alone; with it on the
 * user's own background. */
void looks_make(struct look looks[STYLE_COUNT], bool colour);

/* The next key that is there without waiting. */
bool keys_next(struct term *t, uint32_t *key);

/* Writes to the terminal past ncurses; false when it is gone. */
bool term_write(const struct term *t, const char *bytes, size_t n);

/* Takes the terminal back after another program may have used it. */
void term_return(struct term *t);

/* Takes the terminal's present size. */
void term_fit(struct term *t);

#endif
