/* What reaches the screen, the clipboard and the browser, through src/term alone. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "support/check.h"
#include "terminal/scene.h"

static struct pt *demo(int rows, int cols, const char *const environment[])
{
	struct pt *p = pt_start(rows, cols, LIST(scene_demo()), environment);

	TRUE(pt_text(p, "keys"));
	return p;
}

static void quits(struct pt *p)
{
	pt_send(p, "q");
	EQ_INT(pt_exit(p), 0);
	TRUE(pt_restored(p));
	pt_end(p);
}

/* The demo's whole screen, of at least 5 rows and 20 columns. */
static const char *fresh(int rows, int cols, const char *keys, char *out)
{
	int n = sprintf(out, "size %dx%d.\nkeys%s\n\npasted\n", rows, cols, keys);

	for (int row = 4; row < rows - 1; row++)
		n += sprintf(out + n, "\n");
	int col = 0;

	for (; col + 2 <= cols - 1; col += 2)
		n += sprintf(out + n, "%s", col & 2 ? "策" : "政");
	sprintf(out + n, "%sX\n", col < cols - 1 ? " " : "");
	return out;
}

TEST(the_screen_is_what_was_drawn_to_the_last_corner)
{
	static const struct {
		int rows, cols;
	} cases[] = { { 5, 20 }, { 12, 40 }, { 24, 80 }, { 24, 81 }, { 50, 200 }, { 100, 300 } };

	EACH (c, cases) {
		char want[2000];
		struct pt *p = demo(c->rows, c->cols, NULL);

		TRUE(pt_screen(p, fresh(c->rows, c->cols, "", want)));
		TRUE(pt_cursor(p, 1, 4));
		TRUE(pt_reversed(p, c->rows - 1, c->cols - 1));
		quits(p);
	}
}

TEST(after_any_resizes_the_screen_is_as_after_a_fresh_start)
{
	struct pt *p = demo(24, 80, NULL);
	unsigned state = 7;
	char want[4000];

	for (int i = 0; i < 300; i++) {
		state = state * 1664525u + 1013904223u;
		pt_resize(p, 2 + (int)(state >> 8) % 60, 2 + (int)(state >> 16) % 150);
		if (i % 10)
			continue;
		pt_resize(p, 5 + i % 50, 30 + i);
		TRUE(pt_screen(p, fresh(5 + i % 50, 30 + i, "", want)));
		TRUE(pt_cursor(p, 1, 4));
	}
	quits(p);
}

TEST(a_taller_terminal_scrolls_nowhere)
{
	struct pt *p = demo(10, 40, NULL);
	char want[4000];

	pt_resize(p, 50, 40);
	TRUE(pt_screen(p, fresh(50, 40, "", want)));
	for (int i = 0; i < 5; i++)
		pt_send(p, "b");
	TRUE(pt_screen(p, fresh(50, 40, " b b b b b", want)));
	quits(p);
}

TEST(no_size_is_too_small)
{
	for (int rows = 1; rows <= 4; rows++) {
		for (int cols = 1; cols <= 6; cols++) {
			struct pt *p = pt_start(rows, cols, LIST(scene_demo()), NULL);

			TRUE(pt_raw(p, "\033[?2004h"));
			TRUE(pt_idle(p));
			pt_resize(p, cols, rows + 1);
			pt_resize(p, 1, 2);
			quits(p);
		}
	}
}

TEST(a_size_in_the_environment_is_not_believed)
{
	static const char *const cases[] = { "LINES=5", "COLUMNS=20", "LINES=99999" };

	EACH (c, cases) {
		struct pt *p = demo(12, 40, LIST(*c));

		TRUE(pt_text(p, "size 12x40."));
		pt_resize(p, 20, 70);
		TRUE(pt_text(p, "size 20x70."));
		quits(p);
	}
}

TEST(a_terminal_without_a_size_is_taken_as_24_rows_of_80)
{
	struct pt *p = pt_start(24, 80, LIST("/bin/sh", "-c", "stty rows 0 cols 0; exec \"$0\"", scene_demo()), NULL);

	TRUE(pt_text(p, "size 24x80."));
	quits(p);
}

TEST(a_terminal_beyond_all_measure_is_used_in_part)
{
	struct pt *p =
		pt_start(24, 80, LIST("/bin/sh", "-c", "stty rows 9999 cols 60000; exec \"$0\"", scene_demo()), NULL);

	TRUE(pt_text(p, "size 1000x1000."));
	quits(p);
}

TEST(what_others_wrote_on_the_screen_goes_away_when_asked)
{
	struct pt *p = demo(10, 60, NULL);
	char want[1000];

	pt_disturb(p, "\0337\033[5;5HRUBBISH\0338");
	TRUE(pt_row_has(p, 4, "RUBBISH"));
	pt_send(p, "b");
	TRUE(pt_row_has(p, 1, "keys b"));
	TRUE(pt_row_has(p, 4, "RUBBISH"));
	pt_send(p, "\014");
	TRUE(pt_screen(p, fresh(10, 60, " b ^L", want)));
	quits(p);
}

TEST(colour_is_sent_only_where_it_is_wanted)
{
	static const struct {
		const char *variable;
		bool colour;
	} cases[] = {
		{ "LINES=1", true },	    { "NO_COLOR=1", false },	  { "NO_COLOR=", true },
		{ "TERM=vt100", false }, { "TERM=xterm-mono", false }, { "TERM=linux", true },
	};

	EACH (c, cases) {
		struct pt *p = demo(10, 60, LIST(c->variable));

		pt_send(p, "J");
		TRUE(pt_row_has(p, 2, "不打开"));
		EQ_INT(pt_sent_colour(p), c->colour);
		pt_send(p, "q");
		EQ_INT(pt_exit(p), 0);
		pt_end(p);
	}
}

TEST(a_copy_is_handed_to_the_terminal_through_what_stands_between)
{
	/* 政策 and a newline; the ESC between them is left out. */
	static const struct {
		const char *const environment[3];
		const char *bytes;
	} cases[] = {
		{ { NULL }, "\033]52;c;5pS/562WCg==\a" },
		{ { "TMUX=/tmp/x,1,0", NULL }, "\033Ptmux;\033\033]52;c;5pS/562WCg==\a\033\\" },
		{ { "STY=1.x", "TERM=screen", NULL }, "\033P\033]52;c;5pS/562WCg==\a\033\\" },
	};

	EACH (c, cases) {
		struct pt *p = demo(10, 60, c->environment);

		pt_send(p, "Y");
		TRUE(pt_row(p, 2, "copied"));
		TRUE(pt_raw(p, c->bytes));
		pt_send(p, "q");
		EQ_INT(pt_exit(p), 0);
		pt_end(p);
	}
}

/* A browser that writes down how it was called, and then tries to disturb. */
static void write_browser(const char *path, const char *report)
{
	FILE *out = fopen(path, "w");

	TRUE(out != NULL);
	fprintf(out,
		"#!/bin/sh\n"
		"test -t 0 || test -t 1 || test -t 2 || quiet=quiet\n"
		"echo RUBBISH; echo RUBBISH >&2; read key\n"
		"echo \"$# $1 $quiet\" >%s.new; mv %s.new %s\n", report, report, report);
	fclose(out);
	chmod(path, 0700);
}

static void read_report(struct pt *p, const char *report, char line[256])
{
	FILE *in = NULL;

	line[0] = '\0';
	for (int i = 0; i < 5000 && !(in = fopen(report, "r")); i++)
		pt_idle(p);
	TRUE(in != NULL);
	TRUE(fgets(line, 256, in) != NULL);
	line[strcspn(line, "\n")] = '\0';
	fclose(in);
}

TEST(a_link_is_one_word_to_a_browser_that_cannot_touch_the_terminal)
{
	char folder[] = "/tmp/lingpao-browser-XXXXXX", browser[64], report[64], variable[128], line[256];

	TRUE(mkdtemp(folder) != NULL);
	snprintf(browser, sizeof(browser), "%s/browser", folder);
	snprintf(report, sizeof(report), "%s/report", folder);
	snprintf(variable, sizeof(variable), "BROWSER=no-such-browser:%s", browser);
	write_browser(browser, report);
	struct pt *p = demo(10, 60, LIST(variable));

	pt_send(p, "L");
	TRUE(pt_row(p, 2, "opened"));
	read_report(p, report, line);
	EQ_STR(line, "1 https://example.org/a?b=c&d quiet");
	pt_send(p, "b");
	TRUE(pt_row(p, 1, "keys L b"));
	TRUE(!pt_sent(p, "RUBBISH"));
	quits(p);
	unlink(report);
	unlink(browser);
	rmdir(folder);
}

TEST(without_a_browser_the_reason_is_told)
{
	struct pt *p = demo(10, 80, LIST("PATH=/nowhere"));

	pt_send(p, "L");
	TRUE(pt_row_has(p, 2, "没有可用的浏览器"));
	quits(p);
}
