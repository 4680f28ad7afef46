#include "base/wrap.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/breaks.h"
#include "base/columns.h"
#include "base/memory.h"
#include "base/utf8.h"

/* A place in the text where a line may end and the next begin. */
struct place {
	size_t position; /* of the next line: code points */
	size_t byte;	 /* the same in bytes */
	size_t end;	 /* of the line that ends here, in bytes, its trailing blanks left out */
	int cols;	 /* of that line */
};

struct layout {
	const char *text;
	size_t n;
	struct breaks breaks;
	int cols;
	struct wrap_lines *lines;
};

static void add_line(struct layout *l, size_t start, const struct place *to)
{
	struct wrap_lines *lines = l->lines;
	lines->all =
		memory_grow(lines->all, &lines->capacity, lines->count + 1, sizeof(*lines->all));
	lines->all[lines->count++] = (struct wrap_line){ start, to->end, to->cols };
}

/* The best place passed; NULL when there was none. */
static const struct place *best(const struct place places[BREAK_GRADES])
{
	for (int grade = BREAK_FREE; grade > BREAK_NEVER; grade--)
		if (places[grade].position)
			return &places[grade];
	return NULL;
}

/* Adds the line that begins at `from` and returns where the next one begins.
 *
 * What stands between the place chosen and the character that did not fit is read again for the
 * next line, but holds no place of that grade: so each character is read at most once for each
 * grade, whatever the width. */
static struct place next_line(struct layout *l, struct place from)
{
	struct place places[BREAK_GRADES] = { 0 };
	struct place now = { from.position, from.byte, from.byte, 0 };
	int cols = 0; /* with the blanks that now.cols leaves out */
	while (now.position < l->breaks.count) {
		uint32_t cp, shown = l->breaks.cps[now.position];
		size_t length = utf8_decode(l->text + now.byte, l->n - now.byte, &cp);
		if (shown == '\n') {
			add_line(l, from.byte, &now);
			now.position++;
			now.byte++;
			return now;
		}
		int wide = columns_of(shown);
		const struct place *chosen =
			cols + wide > l->cols && !breaks_blank(shown) ? best(places) : NULL;
		if (chosen) {
			if (chosen->end > from.byte) /* not for a paragraph's indent alone */
				add_line(l, from.byte, chosen);
			return *chosen;
		}
		cols += wide;
		now.byte += length;
		if (!breaks_blank(shown)) {
			now.end = now.byte;
			now.cols = cols;
		}
		unsigned char grade = l->breaks.grades[now.position++];
		if (grade != BREAK_NEVER)
			places[grade] = now;
	}
	add_line(l, from.byte, &now);
	return now;
}

void wrap_text(const char *text, size_t n, int cols, struct wrap_lines *lines)
{
	struct layout l = { text, n, breaks_find(text, n), cols > 1 ? cols : 1, lines };
	struct place at = { 0 };
	lines->count = 0;
	do
		at = next_line(&l, at);
	while (at.position < l.breaks.count);
	breaks_done(&l.breaks);
}

void wrap_done(struct wrap_lines *lines)
{
	free(lines->all);
	*lines = (struct wrap_lines){ 0 };
}
