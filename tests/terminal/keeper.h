/* The keeper stands between the test and the program as a shell does: it is the leader of the session, gives the program a
 * process group of its own and the terminal, and tells what becomes of it. Without it ^Z would do nothing, because nobody
 * could wake the program again. */
#ifndef TERMINAL_KEEPER_H
#define TERMINAL_KEEPER_H

#include <sys/types.h>

struct keeper {
	pid_t pid;     /* the keeper */
	pid_t program; /* which leads its own group */
	int news;      /* read end: one int, waitpid's status, for every change of the program */
	int orders;    /* write end; closing it ends the program and the keeper */
};

enum keeper_order {
	KEEPER_FOREGROUND = 'f', /* gives the terminal and wakes, as the shell's fg */
	KEEPER_WAKE = 'w',	 /* wakes only, as the shell's bg */
	KEEPER_HANGUP = 'h',	 /* forwards SIGHUP to the program, as a shell that ends */
};

/* `terminal` becomes the controlling terminal. `input`, when not -1, is the program's standard input instead of it.
 * `environment` and `argv` are the program's. */
struct keeper keeper_start(int terminal, int input, const char *const argv[],
			    const char *const environment[]);
void keeper_order(const struct keeper *k, enum keeper_order order);
void keeper_end(struct keeper *k);

#endif
