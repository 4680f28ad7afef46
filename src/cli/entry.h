/* One entry with all that is known of it, as `show` and `export` print it. */
#ifndef CLI_ENTRY_H
#define CLI_ENTRY_H

#include "base/buffer.h"
#include "cli/html.h"
#include "cli/sheet.h"
#include "table/catalog.h"

/* Heading, facts and numbered measures; an empty line at the end. */
void entry_text(struct buffer *out, const struct catalog *c, const struct entry *e);
void entry_markdown(struct buffer *out, const struct catalog *c, const struct entry *e);
void entry_html(struct html *h, const struct catalog *c, const struct entry *e);

/* In CSV a measure is a row. */
struct sheet entry_sheet(struct buffer *out);
void entry_rows(struct sheet *s, const struct catalog *c, const struct entry *e);

#endif
