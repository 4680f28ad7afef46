/* Categories by keywords, for measures that name none. */
#ifndef TABLE_CLASSIFY_H
#define TABLE_CLASSIFY_H

#include "table/catalog.h"

/* Every category of which a keyword stands in the text, as bits; 0 when none does. */
uint64_t classify(const struct category *categories, size_t count, const char *text);

#endif
