/* The help screen's text, made from the command table, with the marks that the screens use and the categories of the catalog. */
#ifndef APP_HELP_H
#define APP_HELP_H

#include "app/command.h"
#include "app/document.h"
#include "table/catalog.h"

/* groups[g]: the line of that group's heading. */
void help_build(struct document *d, const struct catalog *c, int width,
		size_t groups[GROUP_COUNT]);

#endif
