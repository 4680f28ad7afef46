/* Writing an image (image.h): the catalog and the planes as they will lie in memory.
 *
 * Written from the front to the back in one go, through one buffer, so that it costs no memory to speak of.
 * What is pointed at comes before what points there, and its place follows from counting along. Strings
 * are the exception, as every array has some: so the same walk over all arrays is done twice, and
 * writes the strings the first time. */
#ifndef SEARCH_FREEZE_H
#define SEARCH_FREEZE_H

#include <stdatomic.h>
#include <stdbool.h>

#include "search/image.h"
#include "search/plane.h"
#include "table/catalog.h"

/* Into an open, empty file. `h` is described (image.h), the rest of it is filled in. The header is written
 * last: a torn file has none. False when something could not be written, or *cancelled (which may be
 * NULL) became true. */
bool freeze(int fd, struct image_header *h, const struct catalog *c, const struct plane *texts,
	    const struct plane *references, const atomic_bool *cancelled);

#endif
