/* The help screen's text, made from the command table. */
#ifndef APP_HELP_H
#define APP_HELP_H

#include "app/document.h"

void help_build(struct document *d, int width);

#endif
