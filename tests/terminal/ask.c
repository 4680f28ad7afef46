/* The questions that wait for their answer. */
#include <stdio.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>

#include "terminal/internal.h"

enum { NO_END = -1000 };

static double seconds(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

struct want {
	const char *text;
	int row, col;
};

typedef bool holds(struct pt *p, const struct want *want);

static void complain(struct pt *p, const char *what, const struct want *want)
{
	printf("waited in vain: %s |%s| %d %d\n%s", what, want->text ? want->text : "", want->row,
	       want->col, p->over ? "(the program has ended)\n" : "");
	printf("---- %d x %d\n%s----\n", p->rows, p->cols, pt_now(p));
	if (p->over && p->raw.n > 0)
		printf("last bytes: |%s|\n", p->raw.bytes + (p->raw.n > 800 ? p->raw.n - 800 : 0));
}

/* Waits until it holds. The end of the program makes waiting vain, unless the end is what is
 * waited for. */
static bool wait_until(struct pt *p, holds *test, const struct want *want, const char *what)
{
	double deadline = seconds() + PT_SECONDS;

	for (;;) {
		if (test(p, want))
			return true;
		bool over = p->over;

		if (!pt_take(p, 100) && (over || seconds() > deadline)) {
			complain(p, what, want);
			return false;
		}
	}
}

static bool has_text(struct pt *p, const struct want *want)
{
	return strstr(pt_now(p), want->text) != NULL;
}

bool pt_text(struct pt *p, const char *text)
{
	return wait_until(p, has_text, &(struct want){ .text = text }, "text");
}

static bool has_no_text(struct pt *p, const struct want *want)
{
	return !has_text(p, want);
}

bool pt_no_text(struct pt *p, const char *text)
{
	return wait_until(p, has_no_text, &(struct want){ .text = text }, "no text");
}

/* The row's first byte in pt_now(), and its length. */
static const char *row_at(struct pt *p, int row, size_t *n)
{
	const char *at = pt_now(p);

	while (row-- > 0 && *at)
		at += strcspn(at, "\n") + 1;
	*n = strcspn(at, "\n");
	return at;
}

static bool row_is(struct pt *p, const struct want *want)
{
	size_t n;
	const char *row = row_at(p, want->row, &n);

	return n == strlen(want->text) && memcmp(row, want->text, n) == 0;
}

bool pt_row(struct pt *p, int row, const char *text)
{
	return wait_until(p, row_is, &(struct want){ text, row, 0 }, "row");
}

static bool row_has(struct pt *p, const struct want *want)
{
	size_t n;
	const char *row = row_at(p, want->row, &n);

	return memmem(row, n, want->text, strlen(want->text)) != NULL;
}

bool pt_row_has(struct pt *p, int row, const char *text)
{
	return wait_until(p, row_has, &(struct want){ text, row, 0 }, "in row");
}

static bool screen_is(struct pt *p, const struct want *want)
{
	return strcmp(pt_now(p), want->text) == 0;
}

bool pt_screen(struct pt *p, const char *screen)
{
	return wait_until(p, screen_is, &(struct want){ .text = screen }, "screen");
}

static bool cursor_is(struct pt *p, const struct want *want)
{
	VTermPos at;

	vterm_state_get_cursorpos(vterm_obtain_state(p->emulator), &at);
	return at.row == want->row && at.col == want->col && p->cursor_shown;
}

bool pt_cursor(struct pt *p, int row, int col)
{
	return wait_until(p, cursor_is, &(struct want){ "", row, col }, "cursor");
}

static bool was_sent(struct pt *p, const struct want *want)
{
	return pt_sent(p, want->text);
}

bool pt_raw(struct pt *p, const char *bytes)
{
	return wait_until(p, was_sent, &(struct want){ .text = bytes }, "bytes");
}

static bool has_stopped(struct pt *p, const struct want *want)
{
	(void)want;
	return p->stopped;
}

bool pt_stopped(struct pt *p)
{
	return wait_until(p, has_stopped, &(struct want){ 0 }, "a stop");
}

static bool is_over(struct pt *p, const struct want *want)
{
	(void)want;
	return p->over;
}

int pt_exit(struct pt *p)
{
	if (!wait_until(p, is_over, &(struct want){ 0 }, "the end"))
		return NO_END;
	return WIFEXITED(p->status) ? WEXITSTATUS(p->status) : -WTERMSIG(p->status);
}
