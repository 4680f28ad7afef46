/* What the readers of json.h need to know of a value, whether it stands in cJSON's tree or in a line
 * of which no tree is made. Values here are not absent. */
#ifndef TABLE_JSON_ITEM_H
#define TABLE_JSON_ITEM_H

#include "table/json.h"

enum json_type {
	JSON_OBJECT,
	JSON_ARRAY,
	JSON_STRING,
	JSON_NUMBER,
	JSON_TRUE,
	JSON_FALSE,
	JSON_NULL,
};

enum json_type json_type(const struct json_value *v);
const char *json_at(const struct json_value *v);     /* where it begins in the text */
const char *json_string(const struct json_value *v); /* of a JSON_STRING; lives with the document */

/* Keys: json_first() of an object gives its first. Its node is the key's and its item the value's,
 * NULL after the last. */
struct json_value json_next_key(const struct json_value *key);
bool json_key_is(const struct json_value *key, const char *name);
const char *json_key_name(const struct json_value *key);

#endif
