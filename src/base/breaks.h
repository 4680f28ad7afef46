/* Where a line may be broken and how gladly: the knowledge behind wrap.h, which alone uses it.
 *
 * libunibreak (UAX #14, tailored to Chinese) says where a break is possible; the rules that wrap.h
 * promises are laid over it. libunibreak 1.1 ends the program at U+FFFF and at a regional indicator
 * (half of a flag): neither ever reaches it. */
#ifndef BASE_BREAKS_H
#define BASE_BREAKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* From worst to best. Below BREAK_FREE only where a run is wider than a whole line. */
enum break_grade {
	BREAK_NEVER,  /* before a combining mark; before a space, as lines break behind it */
	BREAK_LAST,   /* leaves closing punctuation at a line's start or opening at an end */
	BREAK_INSIDE, /* inside a word, a number, a link's part */
	BREAK_LOOSE,  /* inside what belongs together: 100|万元, 〔2018〕|46号 */
	BREAK_FREE,
	BREAK_GRADES
};

/* The text as code points, one for one and as wide as shown: each as columns_shown() has it, but a
 * newline is kept, a CR before it is a space, and a blank that bears a mark is another character. */
struct breaks {
	uint32_t *cps;
	unsigned char *grades; /* enum break_grade: the break behind the code point */
	size_t count;
};

struct breaks breaks_find(const char *text, size_t n);
bool breaks_blank(uint32_t cp); /* a space that a line's end swallows; for what stands in cps */
void breaks_done(struct breaks *b);

#endif
