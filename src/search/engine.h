/* The engine: a query in, all hits out. Knows no terminal; `/` and `lingpao search` are both it.
 *
 * A measure is a hit when a branch of the query holds: every word of it is found in one of the
 * measure's fields, and no excluded word is. Words may be found in different fields, but each
 * inside one value of a field. The values are
 * - text: the measure's text;
 * - region: of each region on the path its official name, its short name and every name that one
 *   of its entries prints (so 广西省 finds what 广西壮族自治区 finds), and the path joined, each
 *   part official or short (江苏省南通市, 江苏南通);
 * - reference: each number, link and candidate of the entry; pinyin does not count here; 年: looks
 *   at the numbers alone, candidates among them;
 * - category, for 类别: alone: what begins with the word, of name, short name and id;
 * - reward, for 金额: alone: each sum that the measure names;
 * - number, for 序号: alone.
 * A query without words hits every measure. Why a hit is one is said by explain.h, what to try when
 * there is none by near.h. */
#ifndef SEARCH_ENGINE_H
#define SEARCH_ENGINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "search/query.h"
#include "table/catalog.h"

struct engine; /* folded texts of a catalog; the catalog must outlive it */

struct engine *engine_new(const struct catalog *c);
void engine_free(struct engine *e); /* NULL is allowed */

struct hits {		  /* zeroed: no hits */
	size_t *measures; /* ascending, that is in tree order; owned */
	size_t count;
	size_t capacity;
	size_t regions; /* regions that have a hit of their own */
};

/* Replaces what `out` held. */
void engine_search(const struct engine *e, const struct query *q, struct hits *out);
void hits_done(struct hits *h);

/* How many hits lie in measures [first, end): a region's own or with what is inside it. */
size_t hits_between(const struct hits *h, size_t first, size_t end);

/* The first hit at or after `measure`, as an index into measures; h->count when there is none. */
size_t hits_at_or_after(const struct hits *h, size_t measure);

/* The first word of the first branch, at or behind the branch that begins with word `from`, that
 * holds for the measure; ENGINE_NONE when there is none. */
#define ENGINE_NONE SIZE_MAX
size_t engine_branch(const struct engine *e, const struct query *q, size_t measure, size_t from);

enum field {
	FIELD_TEXT,
	FIELD_REGION,
	FIELD_REFERENCE,
	FIELD_CATEGORY,
	FIELD_REWARD,
	FIELD_NUMBER
};

/* The field of the measure in which the word is found, excluded or not; false when in none. */
bool engine_find(const struct engine *e, const struct query_word *word, size_t measure,
		 enum field *field);

/* Where a hit matched, by the words of the branches that hold: FIELD_TEXT when any word stands in its
 * text, otherwise the field in which the first word was found, a region before a reference. Excluded
 * words do not count; without any other word it is FIELD_TEXT. */
enum field engine_field(const struct engine *e, const struct query *q, size_t measure);
const char *field_name(enum field f); /* "text", "region", "reference", … */

#endif
