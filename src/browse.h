/* The program in a terminal: tables that are still being read, keys in, screens out. Beside main.c it knows all and is known by none. */
#ifndef BROWSE_H
#define BROWSE_H

#include "cli/options.h"

/* Loads the tables that `o` names and browses them. What is wrong with them is said on standard error, before the terminal is taken
 * or after it was given back. Returns the exit code. */
int browse(const struct options *o);

#endif
