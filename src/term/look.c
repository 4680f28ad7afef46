#include "term/internal.h"

enum { PAIR_RED = 1, PAIR_MAGENTA, PAIR_HIT, PAIR_HIT_CURRENT };

/* Only red and magenta are readable on white as well as on black; marks bring their own
 * background. */
/* clang-format off */
static const struct { attr_t plain, colour; short pair; } styles[STYLE_COUNT] = {
	[STYLE_TEXT]        = { A_NORMAL,               A_NORMAL,               0 },
	[STYLE_TITLE]       = { A_REVERSE,              A_REVERSE,              0 },
	[STYLE_HEADING]     = { A_BOLD,                 A_BOLD,                 0 },
	[STYLE_LABEL]       = { A_BOLD,                 A_BOLD,                 PAIR_MAGENTA },
	[STYLE_LINK]        = { A_UNDERLINE,            A_UNDERLINE,            0 },
	[STYLE_DIM]         = { A_NORMAL,               A_DIM,                  0 },
	[STYLE_WARNING]     = { A_BOLD,                 A_BOLD,                 PAIR_RED },
	[STYLE_SELECTED]    = { A_REVERSE,              A_REVERSE,              0 },
	[STYLE_CURRENT]     = { A_BOLD,                 A_BOLD,                 0 },
	[STYLE_HIT]         = { A_REVERSE,              A_UNDERLINE,            PAIR_HIT },
	[STYLE_HIT_CURRENT] = { A_REVERSE | A_UNDERLINE, A_UNDERLINE | A_BOLD,  PAIR_HIT_CURRENT },
	[STYLE_DIFFER]      = { A_BOLD | A_UNDERLINE,   A_BOLD | A_UNDERLINE,   PAIR_RED },
	[STYLE_BAR]         = { A_NORMAL,               A_NORMAL,               0 },
	[STYLE_KEY]         = { A_BOLD,                 A_BOLD,                 0 },
	[STYLE_MESSAGE]     = { A_BOLD,                 A_BOLD,                 0 },
	[STYLE_SEPARATOR]   = { A_NORMAL,               A_DIM,                  0 },
};
/* clang-format on */

/* False where the terminal cannot keep the user's own colours beside ours. */
static bool take_colours(void)
{
	if (!has_colors() || start_color() == ERR || use_default_colors() == ERR)
		return false;
	return init_pair(PAIR_RED, COLOR_RED, -1) != ERR &&
	       init_pair(PAIR_MAGENTA, COLOR_MAGENTA, -1) != ERR &&
	       init_pair(PAIR_HIT, COLOR_BLACK, COLOR_YELLOW) != ERR &&
	       init_pair(PAIR_HIT_CURRENT, COLOR_WHITE, COLOR_MAGENTA) != ERR;
}

void looks_make(struct look looks[STYLE_COUNT], bool colour)
{
	bool coloured = colour && take_colours();

	for (int i = 0; i < STYLE_COUNT; i++) {
		looks[i].attrs = coloured ? styles[i].colour : styles[i].plain;
		looks[i].pair = coloured ? styles[i].pair : 0;
	}
}
