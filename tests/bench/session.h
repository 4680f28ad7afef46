/* A program in a pseudo-terminal of 50 rows and 200 columns with an emulator (libvterm) behind it, and what
 * passes between a key and the screen that answers it. Rows count from 0, from the bottom when negative. */
#ifndef BENCH_SESSION_H
#define BENCH_SESSION_H

#include <stdbool.h>

enum { SESSION_ROWS = 50, SESSION_COLS = 200 };

struct session;

/* Starts argv[0] (looked up in PATH). `input`: a file for its standard input, NULL for the terminal;
 * `cache`: its XDG_CACHE_HOME. Never NULL. The clock runs. */
struct session *session_start(const char *const argv[], const char *input, const char *cache);
void session_end(struct session *s); /* kills what still runs */

void session_keys(struct session *s, const char *keys); /* the clock starts anew */

struct session_sight {
	int row;
	const char *text;  /* stands in the row … */
	const char *other; /* … or this does; may be NULL */
	const char *also;  /* and this too; may be NULL */
	bool gone;	   /* not that, but its opposite */
};

/* Until it is so: the clock's milliseconds, or NAN when that does not happen within two minutes or the
 * program ends before. */
double session_until(struct session *s, const struct session_sight *sight);

/* MiB, by its name in /proc/PID/status: "VmRSS", "RssAnon", "VmHWM". */
double session_memory(const struct session *s, const char *name);

#endif
