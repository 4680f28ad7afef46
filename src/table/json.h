/* A JSON document with places: cJSON's tree beside the scan of its text, so that whatever is
 * wrong with a value can be said with line, column and path. json.c is the only file that sees
 * cJSON, whose tree dies in json_close().
 *
 * The readers below (json_text and so on) add a fault when the value is not what they read, and
 * then return false or NULL; given a value that is absent they return so without a fault. Faults
 * of a document are kept back and added by json_close(), in the order of the text; at most
 * JSON_FAULTS of them, and then one that says so. */
#ifndef TABLE_JSON_H
#define TABLE_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "table/faults.h"

enum { JSON_FAULTS = 1000, JSON_KEYS = 16 };

struct json;

struct json_value {
	struct json *in;
	const void *item;	     /* json.c's own; NULL when the value is absent */
	size_t node;		     /* in the scan; of an absent member: its object's */
	const struct json_value *up; /* what holds it; NULL for the whole document */
	const char *key;	     /* in an object */
	size_t index;		     /* in an array */
};

/* Scans and parses. NULL when it is no JSON (a fault was added). `file` and `text` must live
 * until json_close(). */
struct json *json_open(const char *file, const char *text, size_t n, struct faults *faults);

/* A document for lines, each one JSON text, opened one after the other: then no tree is made and
 * values are read from the text itself (to open and close a line of 1.5 KB: 3 µs, with a tree 9). Every line that
 * could be opened is closed, before the next one and before json_close(). */
struct json *json_lines(const char *file);
bool json_open_line(struct json *j, size_t line, const char *text, size_t n, struct faults *faults);
bool json_close_line(struct json *j, struct faults *faults); /* false when the line had any fault */

struct json_value json_root(struct json *j);
bool json_close(struct json *j, struct faults *faults); /* false when the document had any fault */

size_t json_fault_count(const struct json *j);
void json_fault(const struct json_value *v, const char *format, ...)
	__attribute__((format(printf, 2, 3)));
/* Bytes of a text that a message repeats, for "%.*s": it may be a megabyte. */
int json_shown(const char *text);

/* The line where a node begins. */
size_t json_line(struct json *j, size_t node);

bool json_is_null(const struct json_value *v); /* null or absent */

struct json_key {
	const char *name;
	const char *wanted; /* 非空文字: what a missing one should be; NULL: may be missing */
};

/* Sets members[i] to the member keys[i]. Faults: v is no object, a key twice, a key not among
 * them, a key missing. False only when v is no object. At most JSON_KEYS keys. */
bool json_object(const struct json_value *v, const struct json_key *keys, size_t count,
		 struct json_value *members);

/* Whether v is an array; then, for (e = json_first(v); e.item; e = json_next(&e)). `least` is 0
 * or 1 elements. */
bool json_array(const struct json_value *v, size_t least, const char *wanted, size_t *count);
struct json_value json_first(const struct json_value *array);
struct json_value json_next(const struct json_value *element);

/* Not empty, not only white space. Borrowed from the document. */
const char *json_text(const struct json_value *v);

/* One of the words: *out is which, unchanged for none. */
bool json_word(const struct json_value *v, const char *const *words, int count, int *out);

/* An array of such texts, in `arena`; NULL when it is none. */
const char **json_texts(const struct json_value *v, size_t least, struct arena *arena,
			size_t *count);

/* A whole number, written with digits only, between least and most. */
bool json_integer(const struct json_value *v, int64_t least, int64_t most, const char *wanted,
		  int64_t *out);
bool json_boolean(const struct json_value *v, bool *out);

#endif
