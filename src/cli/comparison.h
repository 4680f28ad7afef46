/* A comparison of two regions, printed: what `lingpao compare` prints and what the comparison's screen writes are the same bytes. */
#ifndef CLI_COMPARISON_H
#define CLI_COMPARISON_H

#include "base/buffer.h"
#include "cli/options.h"
#include "compare/shown.h"

/* All that is shown: the filter and the options of the comparison hold. `width`: columns of FORMAT_TEXT, 0 for the usual 80. */
void print_comparison(const struct shown *s, enum format format, int width, struct buffer *out);

#endif
