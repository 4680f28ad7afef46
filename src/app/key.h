/* A key as the program understands it: a code point, a control character, or one of the named keys
 * beyond Unicode. Knows no terminal: term/ makes keys from bytes, tests make them from words
 * (<Down>, <C-g>, <F3>, 信). */
#ifndef APP_KEY_H
#define APP_KEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* clang-format off */
enum {
	K_TAB = '\t', K_ENTER = '\r', K_ESCAPE = 0x1B, K_BACKSPACE = 0x7F,
	K_FIRST_NAMED = 0x110000,
	K_UP = K_FIRST_NAMED, K_DOWN, K_LEFT, K_RIGHT, K_HOME, K_END, K_PAGE_UP, K_PAGE_DOWN,
	K_DELETE, K_INSERT, K_SHIFT_TAB,
	K_F1, K_F2, K_F3, K_F4, K_F5, K_F6, K_F7, K_F8, K_F9, K_F10, K_F11, K_F12,
	K_SHIFT_F4, K_SHIFT_F6,	/* terminals send them as F16 and F18 */
	K_PASTE_BEGIN, K_PASTE_END,	/* bracketed paste: between them is text */
	K_INVALID,		/* bytes that are not UTF-8 */
	K_UNKNOWN,		/* a key that we have no name for */
};
/* clang-format on */

#define K_CTRL(letter) ((uint32_t)(letter) & 0x1F) /* K_CTRL('G') */

/* Folds what an input method makes of a command key: U+FF01–FF5E to ASCII, U+3000 to a space, and
 * its punctuation （、→/ 。→. ；：？！ 【】→[] 《》→<> ￥ ¥→$）. For commands only, never for text
 * of a search. */
uint32_t key_fold(uint32_t key);

/* The key's name for help and the bottom line, written into `out` and returned: "j", "^G", "F3",
 * "Enter", "空格"; "↓" is written "Down", K_INVALID "无效字节", K_UNKNOWN "未知键"; what may not be
 * shown as itself (columns_shown) as U+FFFD. */
const char *key_name(uint32_t key, char out[16]);

/* The key that a test's word names; reads one key at *word and moves it on. At the end: 0.
 *
 * One character is itself, a byte that is not UTF-8 is K_INVALID. Between < and >, letters in
 * either case:
 *	Up Down Left Right Home End PgUp PageUp PgDn PageDown Del Delete Ins Insert F1…F12 S-F4 F16 S-F6 F18 S-Tab
 *	Tab Enter Return CR Esc Escape Backspace BS Space lt gt PasteBegin PasteEnd Invalid Unknown
 *	C-x for any letter or @ [ \ ] ^ _ ?, and whatever key_name() writes for a named key
 * Any other word between them is K_UNKNOWN; a < without a > behind it, or with a blank between, is
 * the character. */
uint32_t key_parse(const char **word);

#endif
