/* Two texts beside each other in columns of equal width, wrapped for Chinese; or one below the
 * other where the width does not hold two readable columns. */
#ifndef CLI_BESIDE_H
#define CLI_BESIDE_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/wrap.h"

enum {
	BESIDE_LEAST = 56, /* columns in all: below this, one below the other */
	BESIDE_DEFAULT = 80,
};

struct beside {
	struct buffer *out;
	int width;    /* columns in all */
	int cols;     /* of each column */
	bool stacked; /* one below the other */
	struct wrap_lines lines[2];
};

struct beside_cell {
	const char *name;   /* whose it is; printed only when stacked */
	const char *number; /* hangs left of the text: "1."; may be "" */
	const char *text;   /* safe to show; a newline ends a line */
};

struct beside beside_begin(struct buffer *out, int width);
void beside_row(struct beside *b, const struct beside_cell *left, const struct beside_cell *right);
void beside_text(struct beside *b, const char *text); /* across the whole width */
void beside_rule(struct beside *b);
void beside_done(struct beside *b);

#endif
