/* The whole screen from what the user is doing: same app, same size, same cells. */
#ifndef VIEW_VIEW_H
#define VIEW_VIEW_H

#include "app/app.h"
#include "view/frame.h"

void view_draw(struct frame *f, const struct app *a); /* resizes the frame to the app's size first */

#endif
