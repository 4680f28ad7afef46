/* What of a comparison is shown, and the words for it, for the screen and the command alike: the pairs that a filter lets
 * through, what stands above each group, how the sides are called and which entries they rest on.
 *
 * Borrows the catalog and the comparison. Words that come from data are not yet made safe (columns_add_safe). */
#ifndef COMPARE_SHOWN_H
#define COMPARE_SHOWN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "compare/compare.h"

enum {
	SHOWN_FILTERS = COMPARE_RIGHT + 1,
	SHOWN_ENTRIES = 8 /* of a side that are listed above its measures */
};

struct shown {
	const struct catalog *catalog;
	const struct comparison *comparison;
	enum compare_filter filter;
	size_t *pairs; /* indexes in the comparison, ascending; owned */
	size_t count;
	/* Each measure of the side must say what it rests on: the side has more than SHOWN_ENTRIES entries, or several of one
	 * region, so that a list above all of them would not tell. */
	bool left_refers, right_refers;
};

/* A zeroed struct shows nothing; shown_make() may be called again for another filter or comparison. */
void shown_make(struct shown *s, const struct catalog *c, const struct comparison *comparison,
		enum compare_filter filter);
void shown_done(struct shown *s);

const struct pair *shown_pair(const struct shown *s, size_t i);

/* The next entry, from `entry` on, that a side rests on; CATALOG_NONE behind the last. Begin with 0. */
size_t shown_entry(const struct shown *s, bool left, size_t entry);
size_t shown_entries(const struct shown *s, bool left); /* how many */

/* 江苏; the official name where both are called alike (吉林省, 吉林市). */
const char *shown_name(const struct shown *s, bool left);

/* "不含南通市的措施，已列在另一边": where the other region lies inside this one and would count for both (compare/compare.h);
 * nothing otherwise. */
void shown_yielded(const struct shown *s, bool left, struct buffer *out);

/* 全部, 共有, 相同, 不同, 仅江苏, 仅山西 */
void shown_filter_name(const struct shown *s, enum compare_filter filter, struct buffer *out);
size_t shown_filter_count(const struct shown *s, enum compare_filter filter); /* pairs that it lets through */

/* 政府采购, by a pair's group; 未归类 */
const char *shown_group_name(const struct shown *s, size_t group);

/* Whether another group begins with the pair, and then "政府采购  共有 1  仅江苏 2". */
bool shown_begins_group(const struct shown *s, size_t i);
void shown_group(const struct shown *s, size_t i, struct buffer *out);

/* "（含所辖市，不计地名）"; nothing without options. */
void shown_options(const struct shown *s, struct buffer *out);

#endif
