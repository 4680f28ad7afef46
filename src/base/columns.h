/* Columns: how wide a text is on the terminal, and what of it may be shown there.
 *
 * Two promises, made once for the whole program:
 * - Width comes from libc's wcwidth(), because ncurses asks it too and a second opinion would tear
 *   the screen. The locale must be UTF-8 (LC_CTYPE); the caller sees to that.
 * - Nothing from data reaches the terminal as a command or as a lie. columns_shown() says what
 *   stands on the screen for a code point; every unsafe one (C0 and C1 controls, DEL, bidirectional
 *   controls, zero-width and invisible characters, fillers, tags, variation selectors, private use,
 *   noncharacters, line and paragraph separators, what wcwidth does not know) is shown as U+FFFD,
 *   one column wide, so that a disguise is seen. One code point stays one code point: spans found
 *   in the text hold on the screen. A tab is shown as a space.
 *
 * Combining marks (wcwidth 0) are shown on the character before them and take no column of their
 * own; at most COLUMNS_MARKS on one character, the rest are shown as nothing (they stay in the
 * text). */
#ifndef BASE_COLUMNS_H
#define BASE_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

enum { COLUMNS_MARKS = 4 };

uint32_t columns_shown(uint32_t cp); /* cp itself when it is safe */
int columns_of(uint32_t cp);	     /* of columns_shown(cp): 0 (a combining mark), 1 or 2 */
int columns_text(const char *text, size_t n);

/* Whether it is one of the unsafe ones named above, without asking wcwidth: the same with every C
 * library, so what a file holds does not depend on it. A tab is one, being a control. */
bool columns_is_unsafe(uint32_t cp);

/* The largest length <= n, in bytes, whose columns do not exceed `cols`; combining marks stay with
 * their character (at 0 columns: the marks at the start, if any). *used, when not NULL, gets the
 * columns taken: less than `cols` where a wide character did not fit. */
size_t columns_clip(const char *text, size_t n, int cols, int *used);

/* Adds the text as it may be shown: each code point through columns_shown(). Newlines too are made
 * safe. */
void columns_add_safe(struct buffer *b, const char *text, size_t n);

/* Adds the safe text, clipped or padded with spaces to exactly `cols` columns; a clipped one ends
 * in "~". Marks at its start, which would stand on what comes before it in `b`, are left out. */
void columns_add_padded(struct buffer *b, const char *text, size_t n, int cols);

/* Adds the safe text, and where it is wider than `cols` its beginning and its end around "..", three parts of five and
 * two: what a long address begins and ends with tells it from others. */
void columns_add_shortened(struct buffer *b, const char *text, size_t n, int cols);

#endif
