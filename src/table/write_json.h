/* Writing JSON: the catalog as a table in the format lingpao/1, and the pieces that commands
 * write their own JSON with. */
#ifndef TABLE_WRITE_JSON_H
#define TABLE_WRITE_JSON_H

#include "base/buffer.h"
#include "table/catalog.h"

/* The whole catalog, entries in reading order, two spaces a level, keys in the order of
 * lingpao(5), one newline at the end. Reading what was written and writing it again gives the
 * same bytes. Several tables become one: the first's title and description stand, and entries are
 * numbered anew from 1 if any number occurs twice. */
void write_json_catalog(struct buffer *out, const struct catalog *c);

/* One entry object, as in lingpao(5), its keys indented by three levels, its last line by two; no
 * newline at the end. */
void write_json_entry(struct buffer *out, const struct catalog *c, const struct entry *e);

/* A JSON string with its quotes. Control characters and whatever columns_shown() would not show
 * are escaped as \uXXXX, so that JSON on a terminal is safe; all other text stands as it is. NULL
 * writes null. */
void write_json_string(struct buffer *out, const char *text);

/* ["山西省", "太原市"] */
void write_json_region(struct buffer *out, const struct catalog *c, size_t region);

/* Array of reference objects, as in lingpao(5), on one line. */
void write_json_references(struct buffer *out, const struct entry *e);

/* ["province"]: what of the region was inferred. */
void write_json_inferred(struct buffer *out, const struct entry *e);

/* ["award", "credit"]; those that keywords decided are left out, as in lingpao(5). */
void write_json_categories(struct buffer *out, const struct catalog *c, const struct measure *m);

/* Array of reward objects, as in lingpao(5), on one line. */
void write_json_rewards(struct buffer *out, const struct measure *m);

#endif
