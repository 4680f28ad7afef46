/* Reading lines of a table of JSON Lines, each an entry (lingpao(5)): blank ones are passed over, of
 * the others each is checked like a whole table; one with a fault is left out and counted.
 * May be called for different parts of a file by several threads at once. */
#ifndef TABLE_LINES_H
#define TABLE_LINES_H

#include <stdatomic.h>
#include <stddef.h>

#include "table/classify.h"
#include "table/pack.h"
#include "table/read_entry.h"

enum { LINES_LONGEST = 4 << 20 }; /* bytes of a line, its end not counted */

struct lines { /* what the lines of one file share; does not change while they are read */
	const char *file;
	struct vocabulary vocabulary;
	const struct classifier *classifier;
	const atomic_bool *cancelled; /* asked before each line; then what was read is given */
};

/* A sealed pack of the lines in text[0, n), the last of which needs no newline. */
struct pack *lines_read(const struct lines *in, const char *text, size_t n);

/* The pack for one line that is longer than LINES_LONGEST: only its fault. */
struct pack *lines_too_long(const struct lines *in);

#endif
