/* A table, row by row, in Markdown or CSV: the same cells in either.
 *
 *	struct sheet s = sheet_begin(out, FORMAT_CSV, titles, 5);
 *	for (…) {
 *		sheet_text(&s, …); …
 *		sheet_end_row(&s);
 *	}
 */
#ifndef CLI_SHEET_H
#define CLI_SHEET_H

#include <stddef.h>

#include "base/buffer.h"
#include "base/spans.h"
#include "cli/options.h"

struct sheet {
	struct buffer *out;
	enum format format; /* FORMAT_MARKDOWN or FORMAT_CSV */
	size_t cell;	    /* of the row, the next one */
};

struct sheet sheet_begin(struct buffer *out, enum format format, const char *const *titles,
			 size_t count);
/* In Markdown columns that share a page's width in these proportions, where the text does not fit in a line (pandoc). */
struct sheet sheet_begin_wide(struct buffer *out, enum format format, const char *const *titles,
			      const int *widths, size_t count);
void sheet_text(struct sheet *s, const char *text); /* NULL is an empty cell */
void sheet_number(struct sheet *s, long long number);

/* In Markdown the spans stand in bold; CSV has no marks. */
void sheet_marked(struct sheet *s, const char *text, const struct spans *marks);

/* The same, in Markdown with a mark that leads to the footnote of that number; 0 is none. */
void sheet_noted(struct sheet *s, const char *text, const struct spans *marks, size_t note);
void sheet_end_row(struct sheet *s);

#endif
