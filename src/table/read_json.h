/* Reading one table in the format lingpao/1 (lingpao(5)) into a builder. */
#ifndef TABLE_READ_JSON_H
#define TABLE_READ_JSON_H

#include <stdbool.h>
#include <stddef.h>

#include "table/build.h"
#include "table/faults.h"
#include "table/read_entry.h"

/* text[0, n) need not be NUL-terminated. False when any fault was added; the builder is then not
 * to be finished, but may go on to read other files so that their faults are listed too. */
bool read_json(const char *file, const char *text, size_t n, struct build *b,
	       struct faults *faults);

/* Reading the header line of a table of JSON Lines: adds the table, with the file's name for a title
 * that is not good, and sets the vocabulary of its entries. False when any fault was added; the
 * vocabulary is empty then, and it may be that no table was added. */
bool read_json_header(const char *file, size_t line, const char *text, size_t n, struct build *b,
		      struct vocabulary *vocabulary, struct faults *faults);

/* The built-in table's categories, for a table that defines none: its measures may name them, and those that name none are classified
 * by their keywords. */
void read_default_vocabulary(struct build *b, struct vocabulary *vocabulary);

#endif
