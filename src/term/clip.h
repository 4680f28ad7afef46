/* The terminal's clipboard: OSC 52, as bytes. Knows no terminal. */
#ifndef TERM_CLIP_H
#define TERM_CLIP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

enum {
	CLIP_BYTES = 74994, /* of text; 100,000 as a sequence, which is what terminals take */
	CLIP_CHUNK = 700,   /* bytes that GNU screen passes on at once */
};

enum clip_way {
	CLIP_PLAIN,
	CLIP_TMUX,   /* for tmux itself, and once more for the terminal around it */
	CLIP_SCREEN, /* in pieces for the terminal around GNU screen */
};

/* Adds the sequence that hands over the text; control characters but tab and newline are left
 * out. False, with nothing added, when it is longer than CLIP_BYTES. */
bool clip_sequence(const char *text, enum clip_way way, struct buffer *out);

/* The way through what stands between us and the terminal; the values of TMUX, STY and TERM, or
 * NULL. */
enum clip_way clip_way(const char *tmux, const char *sty, const char *term);

#endif
