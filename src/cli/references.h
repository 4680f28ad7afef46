/* Documents and links, printed: the same by the command and from the screen. */
#ifndef CLI_REFERENCES_H
#define CLI_REFERENCES_H

#include "base/buffer.h"
#include "cli/options.h"
#include "compare/documents.h"

/* In the order that they have. `query`: what they were restricted to, for the heading; NULL for none. */
void references_print(const struct catalog *c, const struct documents *d, const char *query,
		      enum format format, struct buffer *out);

#endif
