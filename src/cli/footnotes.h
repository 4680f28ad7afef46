/* Footnotes of a report in Markdown or HTML: what each measure in it rests on. An entry has one footnote, whatever number of its measures
 * are told; footnotes are numbered from 1 as they are first wanted.
 *
 *	sheet_noted(&sheet, text, &marks, footnotes_number(&notes, m->entry));	or html_footnote_mark(&h, footnotes_number(…))
 *	…
 *	footnotes_markdown(&notes, c, out);					or footnotes_html(&notes, c, &h)
 *	footnotes_done(&notes);
 */
#ifndef CLI_FOOTNOTES_H
#define CLI_FOOTNOTES_H

#include "base/buffer.h"
#include "cli/html.h"
#include "table/catalog.h"

/* A zeroed struct has none. */
struct footnotes {
	size_t *entries; /* owned; by number - 1 */
	size_t count, capacity;
	size_t *numbers; /* owned; by entry, 0 for those without */
	size_t known, room;
};

size_t footnotes_number(struct footnotes *f, size_t entry);

/* All of them: the region, 序号, 文号 and links with what is uncertain of them, what is inferred, the notes. */
void footnotes_markdown(const struct footnotes *f, const struct catalog *c, struct buffer *out);
void footnotes_html(const struct footnotes *f, const struct catalog *c, struct html *h);

void footnotes_done(struct footnotes *f);

#endif
