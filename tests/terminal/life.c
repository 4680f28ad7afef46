/* How a program that holds the terminal starts, stops and dies, through src/term alone. */
#include <signal.h>
#include <stdio.h>
#include <string.h>

#include "support/check.h"
#include "terminal/scene.h"

static struct pt *demo_in(const char *const environment[])
{
	struct pt *p = pt_start(10, 60, LIST(scene_demo()), environment);

	TRUE(pt_text(p, "keys"));
	TRUE(pt_idle(p));
	return p;
}

static struct pt *demo(void)
{
	return demo_in(NULL);
}

TEST(every_signal_that_ends_the_program_gives_the_terminal_back_and_is_the_cause_of_death)
{
	static const int cases[] = {
		SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGALRM, SIGUSR1, SIGUSR2, SIGXCPU, SIGVTALRM, SIGPROF, SIGPOLL,
		SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGSYS,
	};

	EACH (c, cases) {
		struct pt *p = demo();

		pt_signal(p, *c);
		EQ_INT(pt_exit(p), -*c);
		TRUE(pt_restored(p));
		pt_end(p);
	}
}

TEST(a_broken_pipe_is_no_reason_to_end)
{
	struct pt *p = demo();

	pt_signal(p, SIGPIPE);
	pt_send(p, "bq");
	EQ_INT(pt_exit(p), 0);
	TRUE(pt_restored(p));
	pt_end(p);
}

TEST(a_crash_gives_the_terminal_back)
{
	static const struct {
		const char *key;
		int end;
	} cases[] = { { "S", -SIGSEGV }, { "A", -SIGABRT }, { "O", -SIGSEGV } };

	EACH (c, cases) {
		struct pt *p = demo();

		pt_send(p, c->key);
		EQ_INT(pt_exit(p), c->end);
		TRUE(pt_restored(p));
		pt_end(p);
	}
}

TEST(the_end_of_the_memory_is_told_on_the_screen_that_was_before)
{
	struct pt *p = demo();

	pt_send(p, "M");
	EQ_INT(pt_exit(p), 74);
	TRUE(pt_text(p, "内存不足"));
	TRUE(pt_restored(p));
	pt_end(p);
}

TEST(a_signal_between_keys_is_not_lost)
{
	for (int i = 0; i < 20; i++) {
		struct pt *p = pt_start(10, 60, LIST(scene_demo()), NULL);

		TRUE(pt_text(p, "keys"));
		pt_send(p, "bbbbbbbbbbbb");
		pt_signal(p, SIGTERM);
		pt_send(p, "bbbbbbbbbbbb");
		EQ_INT(pt_exit(p), -SIGTERM);
		TRUE(pt_restored(p));
		pt_end(p);
	}
}

TEST(a_vanished_terminal_ends_the_program_without_a_word_from_anyone)
{
	for (int i = 0; i < 10; i++) {
		struct pt *p = demo();

		pt_vanish(p);
		EQ_INT(pt_exit(p), -SIGHUP);
		pt_end(p);
	}
}

TEST(a_vanished_terminal_ends_a_program_that_ignores_the_hangup)
{
	char command[1200];

	snprintf(command, sizeof(command), "trap '' HUP; exec %s", scene_demo());
	struct pt *p = pt_start(10, 60, LIST("/bin/sh", "-c", command), NULL);

	TRUE(pt_text(p, "keys"));
	pt_order(p, KEEPER_HANGUP);
	pt_send(p, "b");
	TRUE(pt_row(p, 1, "keys b"));
	pt_vanish(p);
	EQ_INT(pt_exit(p), -SIGHUP);
	pt_end(p);
}

TEST(a_shell_that_hangs_up_ends_the_program)
{
	struct pt *p = demo();

	pt_order(p, KEEPER_HANGUP);
	pt_vanish(p);
	EQ_INT(pt_exit(p), -SIGHUP);
	pt_end(p);
}

TEST(after_a_stop_the_screen_is_drawn_again_at_the_size_of_the_day)
{
	struct pt *p = demo();

	pt_send(p, "b\032");
	TRUE(pt_stopped(p));
	TRUE(pt_restored(p));
	pt_resize(p, 7, 33);
	pt_order(p, KEEPER_FOREGROUND);
	TRUE(pt_text(p, "size 7x33."));
	TRUE(pt_row(p, 1, "keys b ^Z"));
	TRUE(pt_cursor(p, 1, 9));
	pt_send(p, "bq");
	EQ_INT(pt_exit(p), 0);
	TRUE(pt_restored(p));
	pt_end(p);
}

TEST(a_stop_by_a_signal_is_as_one_by_a_key)
{
	struct pt *p = demo();

	pt_signal(p, SIGTSTP);
	TRUE(pt_stopped(p));
	TRUE(pt_restored(p));
	pt_order(p, KEEPER_FOREGROUND);
	TRUE(pt_text(p, "size 10x60."));
	pt_send(p, "q");
	EQ_INT(pt_exit(p), 0);
	TRUE(pt_restored(p));
	pt_end(p);
}

TEST(a_stop_that_cannot_be_caught_is_mended_afterwards)
{
	struct pt *p = demo();

	pt_signal(p, SIGSTOP);
	TRUE(pt_stopped(p));
	pt_order(p, KEEPER_FOREGROUND);
	TRUE(pt_idle(p));
	TRUE(pt_text(p, "size 10x60."));
	pt_send(p, "q");
	EQ_INT(pt_exit(p), 0);
	TRUE(pt_restored(p));
	pt_end(p);
}

TEST(in_the_background_it_stops_again_and_leaves_the_terminal_alone)
{
	struct pt *p = demo();

	pt_send(p, "\032");
	TRUE(pt_stopped(p));
	pt_order(p, KEEPER_WAKE);
	TRUE(pt_stopped(p));
	TRUE(pt_restored(p));
	pt_order(p, KEEPER_FOREGROUND);
	TRUE(pt_text(p, "size 10x60."));
	pt_send(p, "q");
	EQ_INT(pt_exit(p), 0);
	TRUE(pt_restored(p));
	pt_end(p);
}

TEST(a_stopped_program_can_be_ended)
{
	struct pt *p = demo();

	pt_send(p, "\032");
	TRUE(pt_stopped(p));
	pt_signal(p, SIGTERM);
	pt_order(p, KEEPER_WAKE);
	EQ_INT(pt_exit(p), -SIGTERM);
	TRUE(pt_restored(p));
	pt_end(p);
}

TEST(waiting_costs_no_processor_time)
{
	struct pt *p = demo();
	long before = pt_ticks(p);

	/* Many looks at a program that has nothing to do. */
	for (int i = 0; i < 20; i++)
		TRUE(pt_idle(p));
	TRUE(pt_ticks(p) - before <= 1);
	pt_send(p, "q");
	EQ_INT(pt_exit(p), 0);
	pt_end(p);
}

TEST(a_terminal_that_cannot_be_used_is_named_and_left_as_it_was)
{
	static const struct {
		const char *term, *message;
	} cases[] = {
		{ "TERM=nosuch-terminal", "终端类型“nosuch-terminal”不认识" },
		{ "TERM=dumb", "终端类型“dumb”不能移动光标" },
		{ "TERM=", "环境变量 TERM 未设置" },
		{ "TERM", "环境变量 TERM 未设置" },
		{ "TERM=a\033]0;x\ab", "不认识" },
	};

	EACH (c, cases) {
		struct pt *p = pt_start(10, 80, LIST(scene_demo()), LIST(c->term));

		EQ_INT(pt_exit(p), 2);
		TRUE(pt_text(p, c->message));
		TRUE(pt_restored(p));
		TRUE(!pt_sent(p, "\033"));
		pt_end(p);
	}
}

TEST(common_terminals_are_served)
{
	static const char *const cases[] = { "TERM=xterm", "TERM=tmux-256color", "TERM=screen", "TERM=linux",
					     "TERM=vt100", "TERM=rxvt" };

	EACH (c, cases) {
		struct pt *p = demo_in(LIST(*c));

		TRUE(pt_row_has(p, 9, "政策政策"));
		pt_send(p, "b");
		TRUE(pt_row(p, 1, "keys b"));
		pt_send(p, "q");
		EQ_INT(pt_exit(p), 0);
		pt_end(p);
	}
}

TEST(a_locale_that_is_missing_or_not_utf8_is_made_up_for)
{
	static const char *const cases[] = { "LC_ALL=C", "LC_ALL=zh_CN.GB18030", "LC_ALL=xx_YY.UTF-8", "LC_ALL" };

	EACH (c, cases) {
		struct pt *p = demo_in(LIST(*c));

		pt_send(p, "信");
		TRUE(pt_row(p, 1, "keys 信"));
		TRUE(pt_row_has(p, 9, "政策政策"));
		pt_send(p, "q");
		EQ_INT(pt_exit(p), 0);
		pt_end(p);
	}
}
