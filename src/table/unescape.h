/* The characters that a JSON string stands for. */
#ifndef TABLE_UNESCAPE_H
#define TABLE_UNESCAPE_H

#include "base/arena.h"

/* `quote` is the opening quote of a string that scan_json() has passed. */
const char *unescape(const char *quote, struct arena *arena);

#endif
