/* Reading one table in the format lingpao/1 (lingpao(5)) into a builder. */
#ifndef TABLE_READ_JSON_H
#define TABLE_READ_JSON_H

#include <stdbool.h>
#include <stddef.h>

#include "table/build.h"
#include "table/faults.h"

/* text[0, n) need not be NUL-terminated. False when any fault was added; the builder is then not
 * to be finished, but may go on to read other files so that their faults are listed too. */
bool read_json(const char *file, const char *text, size_t n, struct build *b,
	       struct faults *faults);

#endif
