/* What is measured, part by part; bench.c puts it together. */
#ifndef BENCH_BENCH_H
#define BENCH_BENCH_H

#include <stdbool.h>
#include <stddef.h>

#include "bench/figures.h"

struct corpus { /* one size of it */
	size_t measures;
	char entries[256]; /* path of the JSON Lines */
	char lines[256];   /* path of the plain lines; for the peers */
};

struct setting {
	const char *program; /* lingpao */
	const char *empty;   /* the empty ncursesw program */
	char cache[256];     /* an empty folder for snapshots */
	bool snapshots;	     /* the program keeps them */
	bool fzf, rg, grep, jq;
};

/* In the engine itself, without a terminal: engine.c, in a process of its own. */
enum { ENGINE_CLASSES = 11, ENGINE_MOST = 2000 };
extern const char *const engine_class_names[ENGINE_CLASSES];

struct typing { /* queries that are typed through a terminal */
	const char *text;
	bool peer;		/* by fzf too */
	size_t first_narrowing; /* key from which a peer that narrows has little left to do */
};
enum { TYPINGS = 6, TYPING_KEYS = 8 };
extern const struct typing typings[TYPINGS];

struct engine_figures {
	bool loaded;
	size_t measures;
	double text_mib;   /* of measure text */
	double load_ms;	   /* tables */
	double build_ms;   /* what the engine adds */
	double memory_mib; /* anonymous: catalog, engine and the last hits */
	size_t counts[ENGINE_CLASSES];
	double times[ENGINE_CLASSES][ENGINE_MOST]; /* ms of each key */
	size_t hits[TYPINGS][TYPING_KEYS];	   /* after each key of a typing */
};

/* Never NULL; free() it. */
struct engine_figures *engine_measure(const struct corpus *c, size_t rounds);

/* The bytes of the query's first `keys` characters. */
size_t typing_bytes(const char *text, size_t keys);

struct goals {						    /* 0: none */
	double engine, screen, first_lines, first_snapshot; /* ms */
	bool peers;
};

void terminal_rows(const struct setting *s, const struct corpus *c, const struct engine_figures *e,
		   const struct goals *g, size_t rounds);
void start_rows(const struct setting *s, const struct corpus *few, size_t rounds);
/* Two provinces beside each other, of 300 to 30,000 measures each. */
void compare_rows(double limit_ms, double limit_mib);
void command_rows(const struct setting *s, const struct corpus *c, size_t rounds);

/* Runs argv[0] (looked up in PATH) with the file as standard input (NULL: nothing): milliseconds until it has
 * ended, NAN when it ends with a code above `most`. With `count` its output goes through a pipe and the number
 * that it begins with there (grep stops at the first hit when it sees /dev/null); otherwise it is thrown away. */
double process_run(const char *const argv[], const char *input, const char *cache, int most,
		   unsigned long *count);

#endif
