/* Up to six regions by category, printed: what `lingpao compare` prints of more than two and what their screen writes are
 * the same bytes. */
#ifndef CLI_SEVERAL_H
#define CLI_SEVERAL_H

#include "base/buffer.h"
#include "base/error.h"
#include "cli/options.h"
#include "compare/several.h"
#include "table/catalog.h"

/* `width`: columns of FORMAT_TEXT, 0 for the usual 80. A table where each region has SEVERAL_READABLE columns of it, otherwise
 * the regions stand below each other. */
enum { SEVERAL_READABLE = 24 };

void print_several(const struct catalog *c, const struct several *s, enum format format, int width,
		   struct buffer *out);

/* compare with three arguments and more. */
int print_compare_several(const struct options *o, const struct catalog *c, struct buffer *out,
			  struct error *err);

#endif
