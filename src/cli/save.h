/* Writing a result into a new file: whole or not at all. */
#ifndef CLI_SAVE_H
#define CLI_SAVE_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/error.h"

/* Nothing that exists under the name is ever replaced, be it file, folder or link; false says
 * why, and then there is no new file. */
bool save_new(const char *path, const struct buffer *content, struct error *err);

#endif
