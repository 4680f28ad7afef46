/* The reader's text: what the table says of one region, laid out.
 *
 * A region with entries of its own gives, for each: 序号 (where there are several), references with what is uncertain about
 * them, what was inferred, notes, and the measures with hanging numbers, each followed by its categories and rewards. Items are
 * then measures (their index in the catalog). A region without one gives a summary of the regions inside it; items are then regions. */
#ifndef APP_READER_H
#define APP_READER_H

#include <stdbool.h>
#include <stddef.h>

#include "app/document.h"
#include "search/query.h"
#include "table/catalog.h"

/* How many items a region has: its own measures, or the regions of a summary. */
size_t reader_count(const struct catalog *c, size_t region);

/* Lays out items [first, end) of the region only, with what stands before the first and behind the last of all where those are
 * among them: a city may have 20,000 measures, and wrapping is done for what is seen. */
void reader_build(struct document *d, const struct catalog *c, size_t region,
		  const struct query *q, int width, size_t first, size_t end);

/* A paragraph "label text" with the text hanging behind the label, from `line` on at columns [col, col + width); returns the line after
 * it. Where the label leaves the text less than 4 columns, the text does not hang. Shared with the comparison. */
struct labelled {
	int col, width;
	const char *label; /* NULL for none */
	enum style label_style;
	const char *text;
	enum style style;
	const struct spans *marks; /* of text; NULL for none */
	enum style mark_style;
};
size_t reader_labelled(struct document *d, size_t line, const struct labelled *l);

/* "1." for a printed label, "-" where none is printed; lives as long as the document. */
const char *reader_measure_label(struct document *d, const struct measure *m);

#endif
