/* A strict scan of JSON text (RFC 8259), before cJSON sees it, because cJSON checks neither UTF-8 nor numbers nor escapes
 * and keeps no positions. The scan is not recursive, refuses what it must, and records where every value begins, in
 * document order: the same order in which a walk over cJSON's tree meets them, so the n-th value of the walk has the n-th
 * position. For an object member there are two: the key's and the value's.
 *
 * Limits, each with its own message: 64 MiB of text, 4,000,000 values, 64 levels, 1 MiB a string, 256 bytes a key. A BOM
 * at the start is allowed. */
#ifndef TABLE_SCAN_H
#define TABLE_SCAN_H

#include <stdbool.h>
#include <stddef.h>

#include "table/faults.h"

struct scan {
	size_t *offsets; /* bytes from the start of the text; owned */
	size_t count;
	size_t capacity;
};

/* False when the text is refused: exactly one fault is added then. */
bool scan_json(const char *file, const char *text, size_t n, struct scan *s, struct faults *faults);

/* The line and column (code points) of a byte of the text. */
void scan_place(const char *text, size_t offset, size_t *line, size_t *column);
void scan_done(struct scan *s);

#endif
