/* Opening tables at once: files, standard input ("-"), a table found in the XDG data folders, or the
 * built-in one. What is large and is to be seen while it is read goes through loading.h. */
#ifndef TABLE_LOAD_H
#define TABLE_LOAD_H

#include <stdbool.h>
#include <stddef.h>

#include "table/catalog.h"
#include "table/faults.h"

/* With count == 0 the default table (find.h), or the built-in one. NULL when anything was wrong but
 * for refused lines of JSON Lines, or when nothing but refused lines was there. So a catalog may come
 * together with faults: then faults->refused lines were left out of it, and all faults are theirs.
 * A catalog is freed by the caller. */
struct catalog *load_tables(const char *const *files, size_t count, struct faults *faults);

/* The table compiled into the program; never NULL (a test holds it to that). */
struct catalog *load_builtin(void);

#endif
