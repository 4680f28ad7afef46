/* The line that is typed into: text, a caret, a history. Pure data; knows no screen. Always: the
 * text is valid UTF-8, and the caret stands between characters (a combining mark belongs to the one
 * before). */
#ifndef APP_PROMPT_H
#define APP_PROMPT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

enum { PROMPT_BYTES = 1024 }; /* what would make the text longer is not taken */

struct prompt {
	struct buffer text;
	size_t caret; /* bytes from the start */
	char **history; /* oldest first; owned */
	size_t history_count;
	size_t history_capacity;
	size_t recalled; /* history_count: the text being typed */
	char *typed;	 /* what was typed before the history was walked; owned or NULL */
};

enum prompt_result {
	PROMPT_IGNORED, /* not the prompt's: Enter, Escape, ↑ ↓ and function keys are its owner's */
	PROMPT_MOVED,	/* the caret moved, or the key was ours and there was nothing to do */
	PROMPT_CHANGED, /* the text changed */
};

/* Backspace and ^H, Delete and ^D remove one character with its marks; ^W a word (a run of Han
 * characters, of letters and digits, or of the rest, with the spaces behind it); ^U all before the
 * caret, ^K all behind it; ← → ^B ^F ^A ^E Home End move; ^P ^N recall history: what was typed
 * comes back behind the newest, and a recalled text that is edited becomes what is typed. A
 * printable code point is put in at the caret; control characters and unsafe ones (columns_shown)
 * are not, nor is a combining mark that would have no character. */
enum prompt_result prompt_key(struct prompt *p, uint32_t key);

/* The caret goes to the end. Tabs and newlines become spaces, what prompt_key() would not take is
 * left out, and what goes beyond PROMPT_BYTES is cut off. `text` is not the prompt's own. */
void prompt_set(struct prompt *p, const char *text);
/* Into the history; not if it is empty or the same as the last. */
void prompt_remember(struct prompt *p);

int prompt_caret_columns(const struct prompt *p); /* columns before the caret */
void prompt_done(struct prompt *p);

#endif
