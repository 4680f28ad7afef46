/* Signals while the program holds a terminal.
 *
 * Always, between signals_hold() and signals_release(): a crash restores the terminal and dies
 * of its own signal; every other signal that matters is blocked but inside signals_wait() and
 * signals_let_in(), and only leaves a mark, so that nothing but marks is ever done in a handler.
 * A signal that was ignored when the program started stays ignored. */
#ifndef TERM_SIGNALS_H
#define TERM_SIGNALS_H

#include <stdbool.h>
#include <stddef.h>

/* Remembers the modes of the terminal `fd` and arms. To be called before the modes are changed;
 * false with errno when `fd` is no terminal. */
bool signals_hold(int fd);
/* ncurses sets handlers of its own when it starts: ours again. */
void signals_hold_again(void);
/* What brings the screen back (leave the other screen, show the cursor, …), written before the
 * modes are set back. */
void signals_restoring(const char *bytes, size_t n);
/* Modes, handlers and mask as they were before. Signals that came meanwhile strike now. */
void signals_release(void);

/* Screen and modes as they were: what a crash does, and what is done when there is no memory
 * left. */
void signals_restore(void);
/* The modes alone. */
void signals_restore_modes(void);

/* Waits until `fd` or `watched` (-1: none) can be read, a signal comes, or `ms` passed (-1: never).
 * Returns poll's revents for fd, 0 for none, and -1 for a signal. */
int signals_wait(int fd, int watched, int ms, bool *watched_ready);
void signals_let_in(void); /* those that wait */

int signals_ending(void); /* the first signal that asked the program to end; 0 for none */
/* Each of these forgets what it tells. */
bool signals_resized(void);
bool signals_stopping(void);
bool signals_continued(void);

/* Stops the process group as the terminal's own ^Z would; returns when it goes on (at once where
 * nobody could wake it). */
void signals_stop(void);

#endif
