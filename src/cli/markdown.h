/* Markdown that says what the text says, on GitHub and in pandoc: nothing in a text is taken
 * for markup or HTML. */
#ifndef CLI_MARKDOWN_H
#define CLI_MARKDOWN_H

#include "base/buffer.h"
#include "base/spans.h"

/* The text, made safe and escaped; it may stand anywhere in a line, in a cell of a table too. A
 * newline becomes <br>, a web address a link. */
void markdown_text(struct buffer *out, const char *text);

/* The same with the spans (code points of the text) in bold. */
void markdown_marked(struct buffer *out, const char *text, const struct spans *marks);

#endif
