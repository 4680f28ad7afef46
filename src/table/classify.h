/* Categories by keywords, for measures that name none: one pass over the text, whatever the number
 * of keywords (131 bytes and the built-in table's 72 keywords: 0.36 µs; a strstr() for each, 1.6). */
#ifndef TABLE_CLASSIFY_H
#define TABLE_CLASSIFY_H

#include "table/catalog.h"

struct classifier;

/* Borrows the keywords. */
struct classifier *classifier_new(const struct category *categories, size_t count);
void classifier_free(struct classifier *c); /* NULL is allowed */
size_t classifier_categories(const struct classifier *c); /* the count that it was made with */

/* Every category of which a keyword stands in the text, as bits; 0 when none does. */
uint64_t classify(const struct classifier *c, const char *text);

#endif
