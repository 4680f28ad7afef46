/* Keys and pasted text, as a terminal sends them, through src/term alone. */
#include <string.h>

#include "support/check.h"
#include "terminal/scene.h"

static struct pt *demo(void)
{
	struct pt *p = pt_start(10, 60, LIST(scene_demo()), NULL);

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

TEST(every_key_has_its_name_whatever_the_terminal_sends_for_it)
{
	static const struct {
		const char *bytes, *names;
	} cases[] = {
		{ "a信\t", "keys a 信 Tab" },
		{ "\r\n", "keys Enter Enter" },
		{ "\010\177", "keys ^H Backspace" },
		{ "\033[A\033OA\033[B\033OB", "keys Up Up Down Down" },
		{ "\033[C\033OC\033[D\033OD", "keys Right Right Left Left" },
		{ "\033[H\033OH\033[1~\033[7~", "keys Home Home Home Home" },
		{ "\033[F\033OF\033[4~\033[8~", "keys End End End End" },
		{ "\033[5~\033[6~\033[3~\033[2~", "keys PgUp PgDn Del Ins" },
		{ "\033[Z", "keys S-Tab" },
		{ "\033OP\033OQ\033OR\033OS", "keys F1 F2 F3 F4" },
		{ "\033[11~\033[[B\033[13~\033[[D", "keys F1 F2 F3 F4" },
		{ "\033[15~\033[17~\033[18~\033[19~", "keys F5 F6 F7 F8" },
		{ "\033[20~\033[21~\033[23~\033[24~", "keys F9 F10 F11 F12" },
		{ "\033[1;2S\033[17;2~", "keys S-F4 S-F6" },
		{ "\021\023\007\005", "keys ^Q ^S ^G ^E" },
		{ "：／？ｑ", "keys ： ／ ？ ｑ" },
		{ "\033[38;5;9Xb", "keys unknown b" },
		{ "\xC2\x9B"
		  "b",
		  "keys unknown b" },
	};

	EACH (c, cases) {
		struct pt *p = demo();

		pt_send(p, c->bytes);
		TRUE(pt_row(p, 1, c->names));
		quits(p);
	}
}

TEST(escape_alone_is_a_key_and_takes_no_letter_with_it)
{
	struct pt *p = demo();

	pt_send(p, "\033");
	TRUE(pt_row(p, 1, "keys Esc"));
	pt_send(p, "b");
	TRUE(pt_row(p, 1, "keys Esc b"));
	quits(p);
}

TEST(bytes_that_are_not_utf8_swallow_no_key_that_follows)
{
	static const struct {
		const char *bytes, *names;
	} cases[] = {
		{ "\200b", "keys invalid b" },
		{ "\377b", "keys invalid b" },
		/* 中文 in GBK. */
		{ "\xD6\xD0\xCE\xC4"
		  "b",
		  "keys invalid invalid invalid invalid b" },
		/* Half a character, then a whole one; half a one, then a named key. */
		{ "\xE6\x94信", "keys invalid invalid 信" },
		{ "\xE6\x94\033[A", "keys invalid invalid Up" },
		/* Overlong, a surrogate. */
		{ "\xC0\xAF", "keys invalid invalid" },
		{ "\xED\xA0\x80", "keys invalid invalid invalid" },
	};

	EACH (c, cases) {
		struct pt *p = demo();

		pt_send(p, c->bytes);
		TRUE(pt_row(p, 1, c->names));
		quits(p);
	}
}

TEST(half_a_character_is_given_up_when_no_more_comes)
{
	struct pt *p = demo();

	pt_send(p, "\xE6\x94");
	TRUE(pt_row(p, 1, "keys invalid invalid"));
	quits(p);
}

TEST(a_character_may_come_in_pieces)
{
	struct pt *p = demo();

	pt_send(p, "\xE4");
	pt_send(p, "\xBF");
	pt_send(p, "\xA1");
	TRUE(pt_row(p, 1, "keys 信"));
	quits(p);
}

TEST(a_phrase_of_an_input_method_arrives_whole)
{
	struct pt *p = demo();

	pt_send(p, "金融信贷支持");
	TRUE(pt_row(p, 1, "keys 金 融 信 贷 支 持"));
	TRUE(pt_cursor(p, 1, 22));
	quits(p);
}

TEST(pasted_text_is_told_from_keys)
{
	struct pt *p = demo();

	TRUE(pt_raw(p, "\033[?2004h"));
	pt_send(p, "\033[200~q信\003 q\033[201~b");
	TRUE(pt_row(p, 1, "keys paste end b"));
	TRUE(pt_row_has(p, 3, "pasted q信"));
	quits(p);
}

TEST(a_long_paste_comes_whole)
{
	struct pt *p = demo();
	char text[6 + 3000 + 7] = "\033[200~";

	for (int i = 0; i < 1000; i++)
		memcpy(text + 6 + 3 * i, "信", 3);
	memcpy(text + 6 + 3000, "\033[201~", 7);
	pt_send(p, text);
	TRUE(pt_row(p, 1, "keys paste end"));
	quits(p);
}

TEST(control_c_and_control_z_are_keys)
{
	struct pt *p = demo();

	pt_send(p, "\032");
	TRUE(pt_stopped(p));
	TRUE(pt_restored(p));
	pt_order(p, KEEPER_FOREGROUND);
	pt_send(p, "b");
	TRUE(pt_row(p, 1, "keys ^Z b"));
	pt_send(p, "\003");
	EQ_INT(pt_exit(p), 130);
	TRUE(pt_restored(p));
	pt_end(p);
}

TEST(keys_come_from_the_terminal_when_standard_input_is_data)
{
	struct pt *p = pt_start_piped(10, 60, LIST(scene_demo(), "-"), NULL, "数据\nq");

	TRUE(pt_row(p, 2, "数据"));
	pt_send(p, "b");
	TRUE(pt_row(p, 1, "keys b"));
	quits(p);
}
