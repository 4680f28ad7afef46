/* The whole program in a real terminal: what the screen tests cannot see. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "support/check.h"
#include "terminal/scene.h"

static struct pt *lingpao_in(int rows, int cols, const char *const environment[])
{
	struct pt *p = pt_start(rows, cols, LIST(scene_program()), environment);

	TRUE(pt_text(p, "北京市"));
	TRUE(pt_idle(p));
	return p;
}

static struct pt *lingpao(int rows, int cols)
{
	return lingpao_in(rows, cols, NULL);
}

/* Runs a line of shell; it finds the program as $0. */
static struct pt *shell(const char *line)
{
	return pt_start(24, 80, LIST("/bin/sh", "-c", line, scene_program()), NULL);
}

static void quits(struct pt *p)
{
	pt_send(p, "q");
	EQ_INT(pt_exit(p), 0);
	TRUE(pt_restored(p));
	pt_end(p);
}

TEST(each_key_that_quits_leaves_with_0_and_control_c_with_130)
{
	static const struct {
		const char *key;
		int code;
	} cases[] = { { "q", 0 }, { "\033[21~", 0 }, { "\021", 0 }, { "ｑ", 0 }, { "\003", 130 } };

	EACH (c, cases) {
		struct pt *p = lingpao(24, 80);

		pt_send(p, c->key);
		EQ_INT(pt_exit(p), c->code);
		TRUE(pt_restored(p));
		pt_end(p);
	}
}

/* Keys that lead to the program's different screens, and what stands there then. */
static const struct state {
	const char *keys, *text;
} states[] = {
	{ "", "北京市" },      { "/信贷", "检索: 信贷" },
	{ "/信贷\r", "类别" }, { "/采购\rv", "全部命中" },
	{ "6Gc/山西\rc", "" }, { "?", "" },
	{ "\t", "" },
};

TEST(a_signal_ends_it_on_every_screen_and_is_the_cause)
{
	static const int signals[] = { SIGTERM, SIGHUP, SIGQUIT, SIGSEGV, SIGABRT };

	for (size_t i = 0; i < sizeof(signals) / sizeof(signals[0]); i++) {
		EACH (s, states) {
			struct pt *p = lingpao(24, 80);

			pt_send(p, s->keys);
			TRUE(pt_text(p, s->text));
			TRUE(pt_idle(p));
			pt_signal(p, signals[i]);
			EQ_INT(pt_exit(p), -signals[i]);
			TRUE(pt_restored(p));
			pt_end(p);
		}
	}
}

TEST(an_interrupt_by_signal_leaves_with_130)
{
	struct pt *p = lingpao(24, 80);

	pt_signal(p, SIGINT);
	EQ_INT(pt_exit(p), 130);
	TRUE(pt_restored(p));
	pt_end(p);
}

TEST(it_ends_when_the_terminal_vanishes_on_every_screen)
{
	EACH (s, states) {
		struct pt *p = lingpao(24, 80);

		pt_send(p, s->keys);
		TRUE(pt_idle(p));
		pt_vanish(p);
		TRUE(pt_exit(p) != -1000);
		pt_end(p);
	}
}

TEST(waiting_costs_no_processor_time)
{
	struct pt *p = lingpao(24, 80);
	long before = pt_ticks(p);

	for (int i = 0; i < 20; i++)
		TRUE(pt_idle(p));
	TRUE(pt_ticks(p) - before <= 1);
	quits(p);
}

TEST(the_cursor_stands_on_the_selected_row_and_in_the_prompt_at_the_caret)
{
	struct pt *p = lingpao(24, 80);

	TRUE(pt_row_has(p, 2, ">   北京市"));
	TRUE(pt_cursor(p, 2, 0));
	TRUE(pt_reversed(p, 2, 4));
	pt_send(p, "jj");
	TRUE(pt_cursor(p, 4, 0));
	TRUE(pt_row_has(p, 4, "> + 山西省"));
	pt_send(p, "/");
	TRUE(pt_cursor(p, 23, 7));
	pt_send(p, "信贷");
	TRUE(pt_cursor(p, 23, 11));
	pt_send(p, "\177");
	TRUE(pt_cursor(p, 23, 9));
	TRUE(pt_row_has(p, 23, "检索: 信 "));
	pt_send(p, "\003");
	TRUE(pt_exit(p) == 130);
	TRUE(pt_restored(p));
	pt_end(p);
}

TEST(a_phrase_of_an_input_method_is_searched_at_once)
{
	struct pt *p = lingpao(24, 80);

	pt_send(p, "/");
	TRUE(pt_cursor(p, 23, 7));
	pt_send(p, "政府质量奖");
	TRUE(pt_row_has(p, 23, "检索: 政府质量奖"));
	TRUE(pt_row_has(p, 23, "项命中"));
	TRUE(pt_cursor(p, 23, 17));
	pt_send(p, "\r");
	quits(p);
}

TEST(pasted_text_never_triggers_a_command)
{
	struct pt *p = lingpao(24, 80);

	pt_send(p, "\033[200~qcq/\003\033[201~");
	TRUE(pt_idle(p));
	TRUE(pt_text(p, "北京市"));
	pt_send(p, "/\033[200~采购\nq\003\033[201~");
	TRUE(pt_row_has(p, 23, "检索: 采购 q"));
	pt_send(p, "\025信贷");
	TRUE(pt_row_has(p, 23, "检索: 信贷 "));
	pt_send(p, "\r");
	quits(p);
}

TEST(a_paste_whose_end_was_lost_ends_by_itself)
{
	struct pt *p = lingpao(24, 80);

	pt_send(p, "\033[200~qq");
	TRUE(pt_row_has(p, 23, "正在粘贴"));
	TRUE(pt_row_has(p, 23, "未作命令"));
	quits(p);
}

TEST(bytes_of_another_encoding_swallow_no_key)
{
	static const char *const cases[] = { "\200", "\xD6\xD0\xCE\xC4", "\xE4\xBF", "\377\376" };

	EACH (c, cases) {
		struct pt *p = lingpao(24, 80);

		pt_send(p, *c);
		TRUE(pt_row_has(p, 23, "不是 UTF-8"));
		quits(p);

		p = lingpao(24, 80);
		pt_send(p, *c);
		quits(p);
	}
}

TEST(a_resize_keeps_the_selection_and_the_query)
{
	struct pt *p = lingpao(24, 80);

	pt_send(p, "/信贷\rn");
	TRUE(pt_row_has(p, 3, ">   山西省"));
	pt_resize(p, 12, 40);
	TRUE(pt_row_has(p, 0, "检索 信贷"));
	TRUE(pt_row_has(p, 1, "山西省"));
	TRUE(pt_text(p, "\n> "));
	pt_resize(p, 50, 200);
	TRUE(pt_row_has(p, 3, ">   山西省"));
	TRUE(pt_row_has(p, 3, "|"));
	quits(p);
}

TEST(after_a_storm_of_resizes_and_keys_the_screen_is_as_without)
{
	struct pt *p = lingpao(24, 80), *calm = lingpao(24, 80);
	unsigned state = 11;

	for (int i = 0; i < 200; i++) {
		state = state * 1664525u + 1013904223u;
		pt_resize(p, 1 + (int)(state >> 8) % 60, 2 + (int)(state >> 16) % 200);
		if (i % 20)
			continue;
		pt_send(p, "j");
		pt_send(calm, "j");
	}
	TRUE(pt_idle(p));
	pt_resize(p, 24, 80);
	TRUE(pt_idle(calm));
	TRUE(pt_screen(p, pt_now(calm)));
	quits(p);
	quits(calm);
}

TEST(no_size_is_too_small)
{
	static const struct {
		int rows, cols;
	} cases[] = { { 1, 1 },	 { 1, 2 },  { 2, 1 },	{ 3, 3 },
		      { 4, 15 }, { 3, 80 }, { 100, 2 }, { 1, 300 } };

	EACH (c, cases) {
		struct pt *p = pt_start(c->rows, c->cols, LIST(scene_program()), NULL);

		TRUE(pt_raw(p, "\033[?2004h"));
		pt_send(p, "j/信\r\033[15~?");
		TRUE(pt_idle(p));
		pt_send(p, "\021");
		EQ_INT(pt_exit(p), 0);
		TRUE(pt_restored(p));
		pt_end(p);
	}
}

TEST(after_a_stop_it_goes_on_where_it_was)
{
	struct pt *p = lingpao(24, 80);

	pt_send(p, "/信贷\r\t\033OB");
	TRUE(pt_row_has(p, 3, ">   山西省"));
	pt_send(p, "\032");
	TRUE(pt_stopped(p));
	TRUE(pt_restored(p));
	pt_order(p, KEEPER_FOREGROUND);
	TRUE(pt_row_has(p, 0, "检索 信贷"));
	TRUE(pt_row_has(p, 3, ">   山西省"));
	TRUE(pt_cursor(p, 3, 0));
	quits(p);
}

TEST(a_disturbed_screen_is_drawn_anew_on_control_l)
{
	struct pt *p = lingpao(24, 80);
	struct buffer before = { 0 };

	buffer_text(&before, pt_now(p));
	pt_disturb(p, "\0337\033[9;9HRUBBISH\0338");
	TRUE(pt_text(p, "RUBBISH"));
	pt_send(p, "\014");
	TRUE(pt_screen(p, buffer_string(&before)));
	buffer_done(&before);
	quits(p);
}

TEST(a_table_from_standard_input_leaves_the_keys_to_the_terminal)
{
	struct pt *p = shell("cat data/table.json | $0 -t -");

	TRUE(pt_text(p, "北京市"));
	pt_send(p, "j");
	TRUE(pt_cursor(p, 3, 0));
	quits(p);
}

/* Entries as another program would print them, one now and one later. */
static void print_entry(FILE *out, const char *province, const char *text)
{
	fprintf(out, "{\"region\":[\"%s\"],\"measures\":[{\"text\":\"%s\"}]}\n", province, text);
	fflush(out);
}

TEST(a_table_still_being_read_is_used_and_grows)
{
	char folder[] = "/tmp/lingpao-XXXXXX", fifo[64], line[128];

	TRUE(mkdtemp(folder));
	snprintf(fifo, sizeof(fifo), "%s/entries", folder);
	snprintf(line, sizeof(line), "$0 %s", fifo);
	EQ_INT(mkfifo(fifo, 0600), 0);
	struct pt *p = shell(line);
	FILE *out = fopen(fifo, "w");

	TRUE(out);
	print_entry(out, "陕西省", "给予信贷支持");
	TRUE(pt_text(p, "陕西省"));
	TRUE(pt_row_has(p, 0, "读入"));
	pt_send(p, "/信贷\r");
	TRUE(pt_row_has(p, 0, "1 项命中"));
	print_entry(out, "北京市", "给予信贷优惠");
	TRUE(pt_row_has(p, 0, "2 项命中"));
	TRUE(pt_row_has(p, 1, "陕西省")); /* what was read stays before the eyes */
	print_entry(out, "错\\x", "一行有错");
	fclose(out);
	TRUE(pt_row_has(p, 23, "拒绝 1 行"));
	TRUE(pt_row_has(p, 0, "2 条 2 项"));
	pt_send(p, "q");
	EQ_INT(pt_exit(p), 0);
	TRUE(pt_restored(p));
	pt_end(p);
	unlink(fifo);
	rmdir(folder);
}

TEST(a_locale_that_is_missing_or_not_utf8_is_made_up_for)
{
	static const char *const cases[] = { "LC_ALL=C", "LC_ALL=POSIX", "LC_ALL=zh_CN.GBK",
					     "LC_ALL=nowhere", "LC_ALL" };

	EACH (c, cases) {
		struct pt *p = lingpao_in(24, 80, LIST(*c));

		TRUE(pt_row_has(p, 0, "企业标准“领跑者”制度"));
		pt_send(p, "/信");
		TRUE(pt_row_has(p, 23, "检索: 信 "));
		pt_send(p, "\r");
		quits(p);
	}
}

TEST(colour_follows_the_option_then_NO_COLOR)
{
	static const struct {
		const char *option, *variable;
		bool colour;
	} cases[] = {
		{ "--color=auto", "NO_COLOR", true },
		{ "--color=auto", "NO_COLOR=1", false },
		{ "--color=never", "NO_COLOR", false },
		{ "--color=always", "NO_COLOR=1", true },
	};

	EACH (c, cases) {
		struct pt *p =
			pt_start(24, 80, LIST(scene_program(), c->option), LIST(c->variable));

		TRUE(pt_text(p, "北京市"));
		pt_send(p, "/信贷");
		TRUE(pt_row_has(p, 23, "检索: 信贷"));
		TRUE(pt_idle(p));
		EQ_INT(pt_sent_colour(p), c->colour);
		pt_send(p, "\003");
		EQ_INT(pt_exit(p), 130);
		pt_end(p);
	}
}

TEST(a_terminal_that_cannot_be_used_is_named)
{
	struct pt *p = pt_start(24, 80, LIST(scene_program()), LIST("TERM=nosuch"));

	EQ_INT(pt_exit(p), 2);
	TRUE(pt_text(p, "终端类型“nosuch”不认识"));
	TRUE(!pt_sent(p, "\033"));
	pt_end(p);
}

TEST(no_escape_sequence_goes_into_a_pipe)
{
	struct pt *p = shell("$0 | cat");

	EQ_INT(pt_exit(p), 0);
	TRUE(pt_sent(p, "北京市"));
	TRUE(!pt_sent(p, "\033"));
	pt_end(p);
}

TEST(no_table_commands_the_terminal)
{
	struct pt *p =
		pt_start(24, 80, LIST(scene_program(), "-t", "tests/screen/hostile.json"), NULL);

	TRUE(pt_raw(p, "\033[?2004h"));
	for (int i = 0; i < 8; i++) {
		pt_send(p, "j\t j\t");
		TRUE(pt_idle(p));
	}
	pt_send(p, "q");
	EQ_INT(pt_exit(p), 0);
	/* Among others that no OSC, DCS, APC or PM was sent. */
	TRUE(pt_restored(p));
	TRUE(!pt_sent(p, "\xE2\x80\xAE"));
	TRUE(!pt_sent(p, "\xC2\x9B"));
	pt_end(p);
}

TEST(a_copy_goes_to_the_terminal_and_is_said_to_be_sent)
{
	struct pt *p = lingpao(24, 80);

	pt_send(p, "yd");
	/* 北京市 */
	TRUE(pt_raw(p, "\033]52;c;5YyX5Lqs5biC\a"));
	TRUE(pt_row_has(p, 23, "已发送"));
	pt_send(p, "q");
	EQ_INT(pt_exit(p), 0);
	pt_end(p);
}

TEST(a_link_is_given_to_the_browser)
{
	struct pt *p = lingpao_in(24, 80, LIST("BROWSER=true"));

	pt_send(p, "o");
	TRUE(pt_row_has(p, 23, "已交给浏览器"));
	quits(p);
}
