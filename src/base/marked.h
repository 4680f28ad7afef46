/* A text with its spans between marks, {…}, so that what they say is seen where there is neither colour nor attribute. */
#ifndef BASE_MARKED_H
#define BASE_MARKED_H

#include "base/buffer.h"
#include "base/spans.h"

/* Adds the text with `open` and `close` around each span (code points of the text, tidy). `moved`, where it is not NULL,
 * becomes the spans with their marks, in code points of what is added. */
void marked_add(struct buffer *out, const char *text, const struct spans *spans, const char *open,
		const char *close, struct spans *moved);

#endif
