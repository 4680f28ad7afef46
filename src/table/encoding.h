/* What a text that is not UTF-8 seems to be, said in the words of the user. */
#ifndef TABLE_ENCODING_H
#define TABLE_ENCODING_H

#include <stdbool.h>
#include <stddef.h>

#include "table/faults.h"

/* False when text[0, n) is not UTF-8: one fault is added, at the first byte that is not. */
bool encoding_check(const char *file, const char *text, size_t n, struct faults *faults);

#endif
