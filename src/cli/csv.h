/* CSV for spreadsheets (RFC 4180): UTF-8 with a BOM, so that Excel reads Chinese, and CRLF.
 * A cell that a spreadsheet would take for a formula gets a ' in front. */
#ifndef CLI_CSV_H
#define CLI_CSV_H

#include <stdbool.h>

#include "base/buffer.h"

void csv_begin(struct buffer *out); /* the BOM */

/* One cell, made safe; a newline stays one. `first`: of its row. */
void csv_cell(struct buffer *out, const char *text, bool first);
void csv_end_row(struct buffer *out);

#endif
