/* A comparison for scripts, in the form that lingpao(1) promises. */
#ifndef CLI_COMPARE_JSON_H
#define CLI_COMPARE_JSON_H

#include "base/buffer.h"
#include "compare/compare.h"
#include "table/catalog.h"

/* One object: both regions, and the pairs with the text of each side; a newline at the end. */
void compare_json(const struct catalog *c, const struct comparison *comparison, struct buffer *out);

#endif
