#include "view/frame.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "support/check.h"

static const struct rect whole = { 0, 0, 1000, 1000 };

static struct frame made(int rows, int cols)
{
	struct frame f;

	frame_init(&f, rows, cols);
	return f;
}

static void shows(struct frame *f, const char *want)
{
	struct buffer out = { 0 };

	frame_dump(f, &out);
	EQ_STR(buffer_string(&out), want);
	buffer_done(&out);
}

static void styled(struct frame *f, const char *want)
{
	struct buffer out = { 0 };

	frame_dump_styles(f, &out);
	EQ_STR(buffer_string(&out), want);
	buffer_done(&out);
}

static const struct cell *cell(const struct frame *f, int row, int col)
{
	return &f->cells[row * f->cols + col];
}

/* What frame.h promises of every frame at every time. */
static bool halves_are_whole(const struct frame *f)
{
	for (int row = 0; row < f->rows; row++) {
		for (int col = 0; col < f->cols; col++) {
			const struct cell *c = cell(f, row, col);

			if (c->cols > 2 || c->style >= STYLE_COUNT)
				return false;
			if (c->cols == 2 &&
			    (col + 1 == f->cols || c[1].cols != 0 || c[1].style != c->style))
				return false;
			if (c->cols == 0 && (col == 0 || c[-1].cols != 2 || c->cp != 0))
				return false;
			if (c->cols != 0 && (c->cp < ' ' || columns_of(c->cp) != c->cols ||
					     columns_shown(c->cp) != c->cp))
				return false;
		}
	}
	return f->cursor_row >= 0 && f->cursor_row < f->rows && f->cursor_col >= 0 &&
	       f->cursor_col < f->cols;
}

TEST(a_new_frame_is_empty_with_the_cursor_in_the_corner)
{
	struct frame f = made(2, 3);

	shows(&f, "\n\n");
	styled(&f, "...\n...\n");
	EQ_INT(f.cursor_row, 0);
	EQ_INT(f.cursor_col, 0);
	frame_done(&f);
}

TEST(text_is_clipped_at_whole_characters_on_both_sides)
{
	/* Five columns wide from column 1 of a frame of 7 that was full of dots. */
	static const struct {
		int col;
		const char *want;
		int end;
	} cases[] = {
		{ -7, ".......\n", -2 }, { -5, ".......\n", 0 }, { -4, ".b.....\n", 1 },
		{ -3, ". b....\n", 2 },	 { -2, ".文b...\n", 3 }, { -1, ". 文b..\n", 4 },
		{ 0, ".政文b.\n", 5 },	 { 1, "..政文.\n", 5 },	 { 2, "...政 .\n", 5 },
		{ 3, "....政.\n", 5 },	 { 4, "..... .\n", 5 },	 { 5, ".......\n", 5 },
		{ 9, ".......\n", 9 },
	};
	static const struct rect middle = { 0, 1, 1, 5 };

	EACH (c, cases) {
		struct frame f = made(1, 7);

		frame_string(&f, whole, 0, 0, ".......", STYLE_TEXT);
		EQ_INT(frame_string(&f, middle, 0, c->col, "政文b", STYLE_HIT), c->end);
		shows(&f, c->want);
		TRUE(halves_are_whole(&f));
		frame_done(&f);
	}
}

TEST(nothing_is_written_outside_the_rectangle_or_the_frame)
{
	static const struct {
		struct rect r;
		int row;
		const char *want;
	} cases[] = {
		{ { 0, 0, 2, 4 }, 2, "....\n....\n....\n" },
		{ { 0, 0, 2, 4 }, -1, "....\n....\n....\n" },
		{ { -1, 0, 2, 4 }, 0, "....\n....\n....\n" },
		{ { -1, 0, 2, 4 }, 1, "xxxx\n....\n....\n" },
		{ { 2, 2, 9, 9 }, 0, "....\n....\n..xx\n" },
		{ { 2, 2, 9, 9 }, 1, "....\n....\n....\n" },
		{ { 1, -2, 1, 4 }, 0, "....\nxx..\n....\n" },
		{ { 1, 1, 1, 0 }, 0, "....\n....\n....\n" },
		{ { 1, 1, 0, 2 }, 0, "....\n....\n....\n" },
		{ { 1, 9, 1, 2 }, 0, "....\n....\n....\n" },
		{ { 1, -9, 1, 2 }, 0, "....\n....\n....\n" },
	};

	EACH (c, cases) {
		struct frame f = made(3, 4);

		for (int row = 0; row < 3; row++)
			frame_string(&f, whole, row, 0, "....", STYLE_TEXT);
		frame_string(&f, c->r, c->row, 0, "xxxxxxxxxxxxx", STYLE_TEXT);
		shows(&f, c->want);
		frame_done(&f);
	}
}

TEST(half_of_a_wide_character_never_stays)
{
	static const struct {
		int col;
		const char *text, *want;
	} cases[] = {
		{ 0, "a", "a 文字\n" },	  { 1, "a", " a文字\n" },  { 2, "a", "政a 字\n" },
		{ 5, "a", "政文 a\n" },	  { 1, "省", " 省 字\n" }, { 0, "省", "省文字\n" },
		{ 3, "省市", "政 省\n" }, { 5, "省", "政文\n" },   { -1, "省", "  文字\n" },
	};

	EACH (c, cases) {
		struct frame f = made(1, 6);

		frame_string(&f, whole, 0, 0, "政文字", STYLE_TEXT);
		frame_string(&f, whole, 0, c->col, c->text, STYLE_TEXT);
		shows(&f, c->want);
		TRUE(halves_are_whole(&f));
		frame_done(&f);
	}
}

TEST(combining_marks_stand_on_the_character_before_and_take_no_column)
{
	struct frame f = made(1, 6);

	EQ_INT(frame_string(&f, whole, 0, 0, "e\u0301\u0302政\u0301x", STYLE_TEXT), 4);
	shows(&f, "e\u0301\u0302政\u0301x\n");
	EQ_INT(cell(&f, 0, 0)->marks[1], 0x302);
	EQ_INT(cell(&f, 0, 2)->marks[0], 0);
	/* In pieces, as a highlight that begins inside a character would write it. */
	int col = frame_string(&f, whole, 0, 0, "政", STYLE_TEXT);
	col = frame_string(&f, whole, 0, col, "\u0301ab", STYLE_HIT);
	EQ_INT(col, 4);
	shows(&f, "政\u0301ab\n");
	frame_done(&f);
}

TEST(at_most_four_marks_stay_on_a_character)
{
	struct frame f = made(1, 3);

	frame_string(&f, whole, 0, 0, "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301x", STYLE_TEXT);
	shows(&f, "e\u0301\u0301\u0301\u0301x\n");
	frame_done(&f);
}

TEST(a_mark_whose_character_was_clipped_is_not_put_on_another)
{
	static const struct rect middle = { 0, 2, 1, 3 };
	static const struct {
		int col;
		const char *text, *want;
	} cases[] = {
		{ 0, "\u0301", "abcdefg\n" },	    { -1, "x\u0301y", "abydefg\n" },
		{ -1, "政\u0301", "ab defg\n" },    { 1, "xyz\u0301", "abcxyfg\n" },
		{ 3, "\u0301", "abcdefg\n" },	    { 9, "\u0301", "abcdefg\n" },
		{ 1, "\u0301", "abc\u0301defg\n" },
	};

	EACH (c, cases) {
		struct frame f = made(1, 7);

		frame_string(&f, whole, 0, 0, "abcdefg", STYLE_TEXT);
		frame_string(&f, middle, 0, c->col, c->text, STYLE_TEXT);
		shows(&f, c->want);
		frame_done(&f);
	}
}

TEST(what_is_unsafe_on_a_terminal_is_shown_as_a_replacement)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
		{ "a\033[31mb", "a\uFFFD[31mb\n" },
		{ "\u202E政", "\uFFFD政\n" },
		{ "a\xC2\x9B"
		  "b",
		  "a\uFFFDb\n" },
		{ "a\xFFz", "a\uFFFDz\n" },
		{ "a\tb", "a b\n" },
		{ "a\u200B"
		  "b",
		  "a\uFFFDb\n" },
		{ "\xE6\x94", "\uFFFD\uFFFD\n" },
		{ "a\nb", "a\uFFFDb\n" },
	};

	EACH (c, cases) {
		struct frame f = made(1, 10);

		frame_string(&f, whole, 0, 0, c->text, STYLE_TEXT);
		shows(&f, c->want);
		TRUE(halves_are_whole(&f));
		frame_done(&f);
	}
}

TEST(a_style_covers_both_halves_of_a_wide_character)
{
	static const struct {
		int from, to;
		const char *want;
	} cases[] = {
		{ 0, 1, "hh....\n" },  { 1, 2, "hh....\n" },  { 1, 3, "hhhh..\n" },
		{ 4, 99, "....hh\n" }, { -3, 0, "......\n" }, { -3, 1, "hh....\n" },
		{ 3, 3, "......\n" },
	};

	EACH (c, cases) {
		struct frame f = made(1, 6);

		frame_string(&f, whole, 0, 0, "政文ab", STYLE_TEXT);
		frame_style(&f, whole, 0, c->from, c->to, STYLE_HIT);
		styled(&f, c->want);
		shows(&f, "政文ab\n");
		frame_style(&f, whole, 1, 0, 6, STYLE_KEY);
		frame_style(&f, whole, -1, 0, 6, STYLE_KEY);
		styled(&f, c->want);
		frame_done(&f);
	}
}

TEST(every_style_has_a_letter_of_its_own)
{
	bool seen[256] = { false };

	for (int style = 0; style < STYLE_COUNT; style++) {
		struct frame f = made(1, 1);
		struct buffer out = { 0 };

		frame_fill(&f, whole, (enum style)style);
		frame_dump_styles(&f, &out);
		unsigned char letter = (unsigned char)buffer_string(&out)[0];
		TRUE(letter > ' ' && !seen[letter]);
		seen[letter] = true;
		buffer_done(&out);
		frame_done(&f);
	}
}

TEST(a_fill_clears_what_stands_in_and_across_it)
{
	struct frame f = made(2, 6);

	frame_string(&f, whole, 0, 0, "政文字", STYLE_TEXT);
	frame_string(&f, whole, 1, 0, "政文字", STYLE_TEXT);
	frame_fill(&f, (struct rect){ 0, 1, 1, 2 }, STYLE_BAR);
	shows(&f, "    字\n政文字\n");
	styled(&f, ".bb...\n......\n");
	frame_done(&f);
}

TEST(the_cursor_stays_in_its_rectangle_and_in_the_frame)
{
	static const struct {
		struct rect r;
		int row, col, want_row, want_col;
	} cases[] = {
		{ { 0, 0, 3, 5 }, 1, 2, 1, 2 },	  { { 1, 1, 2, 2 }, 9, 9, 2, 2 },
		{ { 1, 1, 2, 2 }, -9, -9, 1, 1 }, { { 0, 0, 99, 99 }, 50, 50, 2, 4 },
		{ { -5, -5, 2, 2 }, 0, 0, 0, 0 }, { { 2, 4, 0, 0 }, 3, 3, 2, 4 },
		{ { 9, 9, 2, 2 }, 0, 0, 2, 4 },
	};

	EACH (c, cases) {
		struct frame f = made(3, 5);

		frame_cursor(&f, c->r, c->row, c->col);
		EQ_INT(f.cursor_row, c->want_row);
		EQ_INT(f.cursor_col, c->want_col);
		frame_done(&f);
	}
}

TEST(a_resized_frame_is_empty)
{
	static const struct {
		int rows, cols;
		const char *want;
	} cases[] = { { 2, 2, "\n\n" }, { 1, 1, "\n" }, { 3, 300, "\n\n\n" } };

	EACH (c, cases) {
		struct frame f = made(2, 2);

		frame_string(&f, whole, 1, 0, "政", STYLE_HIT);
		frame_cursor(&f, whole, 1, 1);
		frame_resize(&f, c->rows, c->cols);
		shows(&f, c->want);
		EQ_INT(f.rows, c->rows);
		EQ_INT(f.cols, c->cols);
		EQ_INT(f.cursor_row, 0);
		EQ_INT(f.cells[0].style, STYLE_TEXT);
		frame_done(&f);
	}
}

static uint32_t random_state;

static int random_below(int n)
{
	random_state = random_state * 1664525u + 1013904223u;
	return (int)((random_state >> 8) % (uint32_t)n);
}

static struct rect random_rect(const struct frame *f)
{
	return (struct rect){ random_below(f->rows + 4) - 2, random_below(f->cols + 4) - 2,
			      random_below(f->rows + 3), random_below(f->cols + 3) };
}

static void random_text(char *text, size_t *n)
{
	static const char *const pieces[] = { "政",   "文",   "a",    "”", " ",	 "\u0301", "\u202E",
					      "\xE6", "\xFF", "\033", "①", "（", "\uFF11", "" };

	*n = 0;
	for (int i = random_below(9); i > 0; i--) {
		const char *piece = pieces[random_below(14)];

		memcpy(text + *n, piece, strlen(piece));
		*n += strlen(piece);
	}
}

static void random_write(struct frame *f)
{
	struct rect r = random_rect(f);
	enum style style = (enum style)random_below(STYLE_COUNT);
	int row = random_below(f->rows + 4) - 2;
	int col = random_below(f->cols + 8) - 6;
	char text[64];
	size_t n;

	switch (random_below(8)) {
	case 0:
		frame_fill(f, r, style);
		break;
	case 1:
		frame_style(f, r, row, col, col + random_below(6), style);
		break;
	case 2:
		frame_cursor(f, r, row, col);
		break;
	default:
		random_text(text, &n);
		frame_text(f, r, row, col, text, n, style);
	}
}

TEST(no_sequence_of_writes_breaks_the_promises)
{
	for (uint32_t seed = 1; seed <= 400; seed++) {
		random_state = seed;
		struct frame f = made(1 + random_below(4), 1 + random_below(12));

		for (int i = 0; i < 100; i++) {
			random_write(&f);
			TRUE(halves_are_whole(&f));
		}
		frame_done(&f);
	}
}
