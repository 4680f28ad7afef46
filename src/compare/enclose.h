/* Quotes and brackets: which closing one belongs to which opening one. “…“…”…” is nested, as the
 * source prints it. */
#ifndef COMPARE_ENCLOSE_H
#define COMPARE_ENCLOSE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

bool enclose_opens(uint32_t cp); /* the straight " may open or close and does not count here */

/* Sets partner[i] for each of the code points: where its partner stands, or SIZE_MAX when it is no
 * quote and no bracket or has no partner. Each kind is matched by itself: “（”） are two pairs. The
 * straight " opens and closes in turn; the straight ' is taken for an apostrophe. */
void enclose_partners(const uint32_t *cps, size_t count, size_t *partner);

#endif
