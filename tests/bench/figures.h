/* Figures and the table that they are printed in. */
#ifndef BENCH_FIGURES_H
#define BENCH_FIGURES_H

#include <stdbool.h>
#include <stddef.h>

struct samples {	/* zeroed: none */
	double *values; /* owned */
	size_t n, capacity;
};

double now_ms(void);
void idle_ms(double ms);

void samples_add(struct samples *s, double value); /* NAN is left out */
void samples_join(struct samples *s, const struct samples *more);
void samples_done(struct samples *s);
double samples_median(const struct samples *s); /* NAN when there is none */
double samples_p99(const struct samples *s);	/* with few samples: the largest */

enum goal {
	GOAL_NONE,
	GOAL_P99,	 /* our p99 at most `limit` */
	GOAL_MEDIAN,	 /* our median */
	GOAL_RATIO,	 /* our median / the peer's */
	GOAL_DIFFERENCE, /* our median - the peer's */
};

struct row {
	const char *what;
	const char *unit;
	const struct samples *ours;   /* none: the program cannot do it */
	const char *peer;	      /* NULL for no peer */
	const struct samples *theirs; /* none: the peer is not installed */
	enum goal goal;
	double limit;
};

void figures_section(const char *title); /* with the column titles */
void figures_row(const struct row *row);
void figures_note(const char *format, ...) __attribute__((format(printf, 1, 2)));
void figures_sum(void); /* how many goals were met */

#endif
