#include "term/clip.h"

#include <stdlib.h>
#include <string.h>

#include "support/check.h"

static const char *sequence(const char *text, enum clip_way way, struct buffer *out)
{
	buffer_clear(out);
	TRUE(clip_sequence(text, way, out));
	return buffer_string(out);
}

TEST(a_text_is_handed_over_as_base64)
{
	static const struct {
		const char *text, *base64;
	} cases[] = {
		{ "", "" },
		{ "f", "Zg==" },
		{ "fo", "Zm8=" },
		{ "foo", "Zm9v" },
		{ "foobar", "Zm9vYmFy" },
		{ "政策", "5pS/562W" },
		{ "a\nb\tc", "YQpiCWM=" },
		{ "\xC3\xBF\xC3\xBE", "w7/Dvg==" },
	};
	struct buffer out = { 0 }, want = { 0 };

	EACH (c, cases) {
		buffer_clear(&want);
		buffer_print(&want, "\033]52;c;%s\a", c->base64);
		EQ_STR(sequence(c->text, CLIP_PLAIN, &out), buffer_string(&want));
	}
	buffer_done(&out);
	buffer_done(&want);
}

TEST(no_control_character_reaches_the_clipboard)
{
	static const char *const cases[] = { "\033f\033oo", "f\ro\x7Fo\b", "f\xC2\x9Boo\a",
					     "\1foo" };
	struct buffer out = { 0 };

	EACH (c, cases)
		EQ_STR(sequence(*c, CLIP_PLAIN, &out), "\033]52;c;Zm9v\a");
	buffer_done(&out);
}

TEST(the_longest_text_makes_a_sequence_of_a_hundred_thousand_bytes)
{
	struct buffer out = { 0 }, text = { 0 };

	buffer_repeat(&text, 'x', CLIP_BYTES);
	EQ_INT(strlen(sequence(buffer_string(&text), CLIP_PLAIN, &out)), 100000);
	buffer_char(&text, 'x');
	buffer_clear(&out);
	TRUE(!clip_sequence(buffer_string(&text), CLIP_PLAIN, &out));
	EQ_INT(out.n, 0);
	buffer_done(&out);
	buffer_done(&text);
}

TEST(tmux_gets_it_for_itself_and_for_the_terminal_around_it)
{
	struct buffer out = { 0 };

	EQ_STR(sequence("foo", CLIP_TMUX, &out),
	       "\033]52;c;Zm9v\a\033Ptmux;\033\033]52;c;Zm9v\a\033\\");
	buffer_done(&out);
}

TEST(screen_gets_it_in_pieces_that_join_to_the_whole)
{
	struct buffer out = { 0 }, text = { 0 }, plain = { 0 }, joined = { 0 };

	buffer_repeat(&text, 'y', 3000);
	sequence(buffer_string(&text), CLIP_PLAIN, &plain);
	const char *at = sequence(buffer_string(&text), CLIP_SCREEN, &out);

	while (*at) {
		TRUE(strncmp(at, "\033P", 2) == 0);
		const char *end = strstr(at, "\033\\");
		TRUE(end && end - at <= CLIP_CHUNK + 2);
		buffer_add(&joined, at + 2, (size_t)(end - at - 2));
		at = end + 2;
	}
	EQ_STR(buffer_string(&joined), buffer_string(&plain));
	buffer_done(&out);
	buffer_done(&text);
	buffer_done(&plain);
	buffer_done(&joined);
}

TEST(the_way_is_known_by_the_environment)
{
	static const struct {
		const char *tmux, *sty, *term;
		enum clip_way way;
	} cases[] = {
		{ NULL, NULL, NULL, CLIP_PLAIN },
		{ NULL, NULL, "xterm-256color", CLIP_PLAIN },
		{ "/tmp/tmux-0/default,1,0", NULL, "screen", CLIP_TMUX },
		{ "/tmp/x", "1.x", "screen", CLIP_TMUX },
		{ NULL, "123.pts", "screen.xterm-256color", CLIP_SCREEN },
		{ "", "123.pts", "screen", CLIP_SCREEN },
		{ NULL, "123.pts", "xterm", CLIP_PLAIN },
		{ NULL, "123.pts", NULL, CLIP_PLAIN },
		{ NULL, "", "screen", CLIP_PLAIN },
	};

	EACH (c, cases)
		EQ_INT(clip_way(c->tmux, c->sty, c->term), c->way);
}
