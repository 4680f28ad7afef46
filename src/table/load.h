/* Opening tables: files, standard input ("-"), a table found in the XDG data folders, or the
 * built-in one. */
#ifndef TABLE_LOAD_H
#define TABLE_LOAD_H

#include <stdbool.h>
#include <stddef.h>

#include "table/catalog.h"
#include "table/faults.h"

/* With count == 0: $XDG_DATA_HOME/lingpao/table.json, then lingpao/table.json in each of
 * $XDG_DATA_DIRS, then the built-in table. A relative XDG value is invalid and ignored. NULL when
 * there was any fault; a good catalog is freed by the caller. */
struct catalog *load_tables(const char *const *files, size_t count, struct faults *faults);

/* The table compiled into the program; never NULL (a test holds it to that). */
struct catalog *load_builtin(void);

#endif
