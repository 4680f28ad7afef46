/* The views of a table beside browsing: the same measures as one list, as a matrix, by their money, by their documents. `v` goes through
 * them in a fixed order. A view shows what the standing query leaves; one that needs a query is passed over while none stands.
 *
 * What a view shows is made when it is opened, and anew while it is open when the query, the catalog or the size changes. It opens at the row
 * of what is being read, where it has one. Looking through the views changes nothing of what is being read: `v` round the circle and Esc
 * lead back to it. Only Enter in a view reads a measure in the browse screen, from where Esc leads back to the same row. Shared by the files that make up the app. */
#ifndef APP_VIEWS_H
#define APP_VIEWS_H

#include "app/app.h"

/* The next view or the one before, round the ends; with a count the one of that number. Says which there are. */
void app_view_turn(struct app *a, bool forward);

void app_view_return(struct app *a, enum screen screen); /* as it was left */
void app_view_enter(struct app *a, size_t measure); /* reads it, remembering the view; CATALOG_NONE: nothing happens */

/* The query or the catalog changed: what the open view shows is made anew. */
void app_view_renew(struct app *a);
void app_view_lay_out(struct app *a); /* the size changed */

#endif
