#include "bench/figures.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/buffer.h"
#include "base/columns.h"
#include "base/memory.h"

double now_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec * 1e3 + (double)t.tv_nsec / 1e6;
}

void idle_ms(double ms)
{
	struct timespec t = { (time_t)(ms / 1e3), (long)(fmod(ms, 1e3) * 1e6) };
	nanosleep(&t, NULL);
}

void samples_add(struct samples *s, double value)
{
	if (isnan(value))
		return;
	s->values = memory_grow(s->values, &s->capacity, s->n + 1, sizeof(*s->values));
	s->values[s->n++] = value;
}

void samples_join(struct samples *s, const struct samples *more)
{
	for (size_t i = 0; i < more->n; i++)
		samples_add(s, more->values[i]);
}

void samples_done(struct samples *s)
{
	free(s->values);
	*s = (struct samples){ 0 };
}

static int compare(const void *a, const void *b)
{
	double x = *(const double *)a, y = *(const double *)b;
	return (x > y) - (x < y);
}

/* The least value that `part` of all do not exceed. */
static double quantile(const struct samples *s, double part)
{
	if (s->n == 0)
		return NAN;
	double *sorted = memory_new(s->n * sizeof(*sorted));
	memcpy(sorted, s->values, s->n * sizeof(*sorted));
	qsort(sorted, s->n, sizeof(*sorted), compare);
	double value = sorted[(size_t)ceil(part * (double)s->n) - 1];
	free(sorted);
	return value;
}

double samples_median(const struct samples *s)
{
	return quantile(s, 0.5);
}

double samples_p99(const struct samples *s)
{
	return quantile(s, 0.99);
}

/* clang-format off */
enum { WHAT, UNIT, MEDIAN, P99, PEER, PEER_MEDIAN, PEER_P99, RATIO, GOAL, RESULT, COLUMNS };
static const struct { const char *title; int cols; bool right; } columns[COLUMNS] = {
	[WHAT] = { "", 42, false },
	[UNIT] = { "", 4, false },
	[MEDIAN] = { "中位", 8, true },
	[P99] = { "p99", 8, true },
	[PEER] = { " 对手", 17, false },
	[PEER_MEDIAN] = { "中位", 8, true },
	[PEER_P99] = { "p99", 8, true },
	[RATIO] = { "比", 7, true },
	[GOAL] = { " 目标", 15, false },
	[RESULT] = { "", 8, false },
};
/* clang-format on */

static int goals_met, goals_missed, goals_open;

static void print_cells(const char *const cells[COLUMNS])
{
	struct buffer line = { 0 };
	for (int i = 0; i < COLUMNS; i++) {
		const char *text = cells[i] ? cells[i] : "";
		int gap = columns[i].cols - columns_text(text, strlen(text));
		buffer_repeat(&line, ' ', columns[i].right ? gap : 0);
		buffer_text(&line, text);
		buffer_repeat(&line, ' ', (columns[i].right ? 0 : gap) + 1);
	}
	while (line.n && line.bytes[line.n - 1] == ' ')
		line.bytes[--line.n] = '\0';
	puts(buffer_string(&line));
	fflush(stdout);
	buffer_done(&line);
}

void figures_section(const char *title)
{
	const char *cells[COLUMNS];
	for (int i = 0; i < COLUMNS; i++)
		cells[i] = columns[i].title;
	cells[WHAT] = title;
	puts("");
	print_cells(cells);
}

static void put_number(char out[32], double value)
{
	if (isnan(value))
		snprintf(out, 32, "-");
	else
		snprintf(out, 32, value < 10 ? "%.3f" : value < 1000 ? "%.1f" : "%.0f", value);
}

static const char *goal_words(const struct row *r, char out[64])
{
	static const char *const words[] = { "", " p99<=", " <=", " 比<=", " 多<=" };
	snprintf(out, 64, "%s%.3g", words[r->goal], r->limit);
	return r->goal == GOAL_NONE ? "" : out;
}

static double reached(const struct row *r)
{
	double ours = samples_median(r->ours);
	double theirs = r->theirs ? samples_median(r->theirs) : NAN;
	switch (r->goal) {
	case GOAL_P99:
		return samples_p99(r->ours);
	case GOAL_RATIO:
		return ours / theirs;
	case GOAL_DIFFERENCE:
		return ours - theirs;
	default:
		return ours;
	}
}

static const char *verdict(const struct row *r)
{
	if (r->ours->n == 0) {
		goals_open += r->goal != GOAL_NONE;
		return "未有";
	}
	if (r->goal == GOAL_NONE)
		return "";
	double value = reached(r);
	if (isnan(value)) {
		goals_open++;
		return "无对手";
	}
	bool met = value <= r->limit;
	goals_met += met;
	goals_missed += !met;
	return met ? "达到" : "未达到";
}

void figures_row(const struct row *r)
{
	char numbers[5][32], goal[64], peer[64];
	const char *cells[COLUMNS] = { [WHAT] = r->what, [UNIT] = r->unit };
	put_number(numbers[0], samples_median(r->ours));
	put_number(numbers[1], samples_p99(r->ours));
	cells[MEDIAN] = numbers[0];
	cells[P99] = r->ours->n > 1 ? numbers[1] : "";
	if (r->peer) {
		snprintf(peer, sizeof(peer), " %s%s", r->peer, r->theirs->n ? "" : " 未测");
		put_number(numbers[2], samples_median(r->theirs));
		put_number(numbers[3], samples_p99(r->theirs));
		put_number(numbers[4], samples_median(r->ours) / samples_median(r->theirs));
		cells[PEER] = peer;
		cells[PEER_MEDIAN] = numbers[2];
		cells[PEER_P99] = r->theirs->n > 1 ? numbers[3] : "";
		cells[RATIO] = numbers[4];
	}
	cells[GOAL] = goal_words(r, goal);
	cells[RESULT] = verdict(r);
	print_cells(cells);
}

void figures_note(const char *format, ...)
{
	va_list args;
	va_start(args, format);
	vprintf(format, args);
	va_end(args);
	puts("");
	fflush(stdout);
}

void figures_sum(void)
{
	printf("\n目标：达到 %d，未达到 %d，未能测 %d\n", goals_met, goals_missed, goals_open);
}
