/* The terminal: the only floor that knows ncurses.
 *
 * Promises: whatever ends the program (quit, ^C, SIGTERM, SIGHUP, a crash, the terminal
 * vanishing), the terminal is restored; ^Z suspends and fg redraws; no CPU spins when the
 * terminal is gone; text never waits in a buffer while the user looks at an old screen. Keys
 * come from the terminal even when standard input is data (/dev/tty is opened then).
 *
 * Signals: crash signals (SEGV ABRT BUS FPE ILL TRAP SYS) write a precomputed restore string and
 * re-raise; ending signals (INT TERM HUP QUIT …) are blocked but while waiting for a key and
 * come out of term_key() as TERM_ENDED; PIPE is ignored; WINCH, TSTP and CONT are taken in the
 * same way and come out as TERM_RESIZED. After term_stop() the caller raises term_signal(), kept
 * from before, again by term_die(), so that the parent sees the true cause. ^C and ^Z are keys
 * like others: the caller leaves with 130, or calls term_suspend(). */
#ifndef TERM_TERM_H
#define TERM_TERM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/error.h"
#include "view/frame.h"

struct term;

enum term_colour { TERM_COLOUR_AUTO, TERM_COLOUR_ALWAYS, TERM_COLOUR_NEVER };

/* True when a UTF-8 locale is in force; tries "", then C.UTF-8, C.utf8, en_US.UTF-8 for LC_CTYPE
 * (never LC_NUMERIC). */
bool term_locale(void);

/* Takes the terminal. NULL with an error in words when there is none or TERM is unknown. One at
 * a time. TERM_COLOUR_AUTO: colours when the terminal has them and NO_COLOR is not set. */
struct term *term_start(enum term_colour colour, struct error *err);
void term_stop(struct term *t); /* restores the terminal; NULL is allowed */

void term_size(struct term *t, int *rows, int *cols); /* at least 1 × 1, at most 1000 × 1000 */

/* Shows the frame: only what changed is sent. The cursor goes to the frame's cursor. What does
 * not fit, because the terminal became smaller meanwhile, is left out. */
void term_show(struct term *t, const struct frame *f);
void term_redraw(struct term *t); /* the next term_show() draws all anew (^L) */

enum term_event { TERM_KEY, TERM_RESIZED, TERM_ENDED, TERM_WATCHED };

/* Makes term_key() return TERM_WATCHED, too, when that descriptor can be read and no key is there: data still
 * arriving in the background. -1 ends it. */
void term_watch(struct term *t, int fd);

/* Waits for a key, a resize (or any other reason to draw again), or the end (a signal that ends
 * the program, or the terminal gone; from then on always). */
enum term_event term_key(struct term *t, uint32_t *key);
bool term_key_ready(struct term *t); /* another key is there at once */

/* The signal behind TERM_ENDED; 0 when the terminal is gone. */
int term_signal(const struct term *t);
/* Ends the program by that signal, its handling reset, after term_stop(): the parent sees the
 * true cause. 0 is as SIGHUP. */
void term_die(int signal_number) __attribute__((noreturn));

void term_suspend(struct term *t); /* ^Z: as the shell expects; returns after fg */

/* OSC 52: hands `text` to the terminal's clipboard, through tmux and screen too. False when it
 * is longer than 74,994 bytes or the terminal is gone. There is no answer: say 已发送, never
 * 已复制. */
bool term_copy(struct term *t, const char *text);

/* Opens an http or https link in the user's browser ($BROWSER, wslview, xdg-open, open) without
 * a shell, without waiting and without its output reaching the screen. False with the reason
 * when there is none or the link is not plain http(s). */
bool term_open_link(struct term *t, const char *link, struct error *err);

#endif
