/* Some measures as a list of their own, opened from a view: those of a cell. One a row, as the hits are; Enter reads one, Esc leads back
 * to the view. A single measure is not listed but read at once. */
#ifndef APP_LISTING_H
#define APP_LISTING_H

#include "app/app.h"
#include "search/bits.h"

/* From the view that is open. Takes the set over the catalog's measures; one without any says the title on the bottom line. */
void app_listing_open(struct app *a, struct bits *set, const char *title);

/* Another set in its place, as the catalog or the query is another; the cursor stays on its row where it can. */
void app_listing_renew(struct app *a, struct bits *set, const char *title);

size_t app_listed(const struct app *a); /* the measure selected in it, whatever screen is open; CATALOG_NONE while there is none */

#endif
