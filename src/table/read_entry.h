/* Reading one entry object of the format lingpao/1, wherever it stands: in a table's `entries`,
 * or alone on a line. */
#ifndef TABLE_READ_ENTRY_H
#define TABLE_READ_ENTRY_H

#include "table/build.h"
#include "table/json.h"

/* Whole numbers up to here survive every JSON reader. */
#define READ_LARGEST INT64_C(9000000000000000)

struct vocabulary { /* the categories that a file defines */
	struct {
		const char *id; /* borrowed from the builder (of a faulty category: from the document) */
		size_t node;	/* of the id */
		int bit;	/* of build_category() */
	} all[CATALOG_CATEGORIES];
	size_t count;
};

struct entry_places { /* values that may still turn out wrong beside other entries */
	struct json_value number, code; /* of use when out's is not 0 */
};

/* A number may be missing when it is not `numbered`. Fills `out`, given zeroed, which is good only when no fault was added. Its strings live in the
 * document, its arrays in `arena`. */
void read_entry(const struct json_value *v, const struct vocabulary *vocabulary, bool numbered,
		struct arena *arena, struct build_entry *out, struct entry_places *places);

#endif
