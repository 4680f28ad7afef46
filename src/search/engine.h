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
 * there is none by near.h.
 *
 * How an answer is made. Each word becomes the set of measures that it is found in, a bitmap
 * (bits.h); the query is and, or and not of these, and what is asked of the answer between two keys
 * is read off its directory (hits.h). Sets stay for the next search (kept.h), so that a key costs
 * what its own word costs, and taking it back nothing. There is no index, nothing to keep in step:
 * a word's set is made by looking at all there is.
 *
 * Up to ENGINE_SMALL measures that is a loop over folded values (shelf.h, fold.h). Above, folded
 * texts lie in planes: 16-bit codes, one for each character (codes.h, plane.h). A printed word is
 * compared with 16 or 32 codes at once (kernel.h), a pinyin word followed through 64 (paths.h), shared
 * between two threads (plan.h, match.h, crew.h). References are a plane over
 * entries, names one over regions, and their hits stand for runs of measures. A million measures
 * are 46 million codes; after an idle gap a Chinese key takes 4 ms, 8 at the 99th percentile; a
 * pinyin key 17 and 25, most of it for looking up which sets of characters a code is in (kernel.h).
 *
 * Where in a text a hit stands is computed for the few that are shown (query_spans()), and a single
 * measure is asked after in its own values (engine_find(), engine_field()): neither is kept for a
 * million. Both ways give the same answers, which a test holds to those of a naive search.
 *
 * One thread at a time may ask an engine, although nothing that can be seen changes. */
#ifndef SEARCH_ENGINE_H
#define SEARCH_ENGINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "search/hits.h"
#include "search/plane_item.h"
#include "search/plane.h"
#include "search/query.h"
#include "table/catalog.h"

/* Planes take 6.6 ms to make however small the table is, and a thread; up to here folding takes at most
 * 4.3 ms and the slowest word 4.2 ms without them. */
enum { ENGINE_SMALL = 4000 };

struct engine; /* folded texts of a catalog; the catalog must outlive it */

struct engine *engine_new(const struct catalog *c);
struct engine *engine_new_large(const struct catalog *c); /* with planes even when small: for tests */

/* Large, over planes made before: of texts (an item for each measure) and of references (for each entry).
 * They and their codes are borrowed and must outlive it. */
struct engine *engine_from_planes(const struct catalog *c, const struct plane *texts,
				  const struct plane *references);
void engine_free(struct engine *e); /* NULL is allowed */

/* The planes, to be written out; NULL when it is small. */
const struct plane *engine_text_plane(const struct engine *e);
const struct plane *engine_reference_plane(const struct engine *e);

/* From now on waiting(asker) is asked while searching, at least every millisecond, by the thread that
 * searches: whether a key has come, so that the answer is not wanted any more. NULL: nobody is
 * asked. */
void engine_on_key(struct engine *e, bool (*waiting)(void *asker), void *asker);
bool engine_overtaken(const struct engine *e); /* asks; for those who search much, as near.h */

void engine_forget(struct engine *e); /* the sets kept from earlier searches: for measuring */

/* Replaces what `out` held. False when overtaken by a key: `out` is then unchanged. */
bool engine_search(const struct engine *e, const struct query *q, struct hits *out);

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

/* The measure's text, folded: *n characters, borrowed until the next call with the same scratch. */
const uint32_t *engine_text(const struct engine *e, size_t measure, struct plane_item *scratch,
			    size_t *n);

#endif
