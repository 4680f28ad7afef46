/* A program in a real terminal: a pseudo-terminal with a terminal emulator (libvterm) behind it.
 *
 * Nothing here sleeps and hopes: every pt_ function that asks something waits until it is so, and fails after PT_SECONDS with
 * the screen printed. Rows and columns count from 0. A wide character is found by its left cell.
 *
 *	struct pt *p = pt_start(24, 80, argv, NULL);
 *	TRUE(pt_text(p, "江苏省"));
 *	pt_send(p, "q");
 *	EQ_INT(pt_exit(p), 0);
 *	TRUE(pt_restored(p));
 *	pt_end(p);
 */
#ifndef TERMINAL_PT_H
#define TERMINAL_PT_H

#include <stdbool.h>
#include <stddef.h>

#include "terminal/keeper.h"

enum { PT_SECONDS = 20 };

struct pt;

/* Starts argv[0] in a terminal of that size. (Once there is a single column the emulator is blind for good: libvterm 0.1
 * falls over a wide character there.) The environment is TERM=xterm-256color, LC_ALL=C.UTF-8, an empty HOME, PATH and what `environment` adds or, by a name
 * without "=", takes away; NULL for nothing. */
struct pt *pt_start(int rows, int cols, const char *const argv[], const char *const environment[]);
/* The same with standard input from a pipe that holds `input`, and keys from the terminal as ever. */
struct pt *pt_start_piped(int rows, int cols, const char *const argv[], const char *const environment[],
			  const char *input);
void pt_end(struct pt *p); /* kills what still runs */

const char *pt_home(const struct pt *p); /* the empty folder */

void pt_send(struct pt *p, const char *keys);
void pt_bytes(struct pt *p, const char *bytes, size_t n);
void pt_resize(struct pt *p, int rows, int cols);
void pt_signal(struct pt *p, int number); /* to the program alone */
void pt_order(struct pt *p, enum keeper_order order);
void pt_disturb(struct pt *p, const char *bytes); /* another program writes to the terminal */
void pt_vanish(struct pt *p); /* the terminal is gone, and nobody tells the program */

bool pt_text(struct pt *p, const char *text);	 /* stands somewhere in a row */
bool pt_no_text(struct pt *p, const char *text); /* stands nowhere (any more) */
bool pt_row(struct pt *p, int row, const char *text); /* is the row, without spaces at its end */
bool pt_row_has(struct pt *p, int row, const char *text);
bool pt_screen(struct pt *p, const char *screen); /* is all rows, each with a newline */
bool pt_cursor(struct pt *p, int row, int col);
bool pt_raw(struct pt *p, const char *bytes); /* was sent by the program at some time */

/* The program has read all keys, sleeps and says no more. Blind to its timers. */
bool pt_idle(struct pt *p);
bool pt_stopped(struct pt *p);
int pt_exit(struct pt *p); /* its exit code, minus the signal that killed it; -1000 when it does not end */

/* The terminal is as it was: modes, main screen, cursor, no bracketed paste. Only after the end or a stop. And nothing was
 * sent that a terminal program of ours has no business to send. */
bool pt_restored(struct pt *p);

/* What is there now, without waiting. */
const char *pt_now(struct pt *p);	 /* the screen as pt_screen() compares it; valid until the next call */
bool pt_sent(struct pt *p, const char *bytes);
bool pt_sent_colour(struct pt *p);
bool pt_reversed(struct pt *p, int row, int col);
long pt_ticks(struct pt *p);	  /* of processor time used by the program; 0 when it is no more */
int pt_row_of(struct pt *p, const char *text); /* the first row that has it, or -1 */

#endif
