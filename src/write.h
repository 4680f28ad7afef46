/* What the screen shows, into a file: the command that prints the same is given the screen's own model, and what comes out is saved.
 * Beside main.c it knows all and is known by none. */
#ifndef WRITE_H
#define WRITE_H

#include "app/app.h"

/* Carries out EFFECT_WRITE. A path is relative to the current folder; a leading ~/ is the user's own. No shell ever sees it. What
 * came of it is told to the app. */
void write_shown(struct app *a);

#endif
