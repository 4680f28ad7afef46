/* Where the table lies that is opened when no file is named. */
#ifndef TABLE_FIND_H
#define TABLE_FIND_H

#include <stdbool.h>

#include "base/buffer.h"

/* Sets `path` to the first of $XDG_DATA_HOME/lingpao/table.json and lingpao/table.json in each of
 * $XDG_DATA_DIRS that is there, readable or not. A relative XDG value is invalid and ignored. */
bool find_default(struct buffer *path);

#endif
