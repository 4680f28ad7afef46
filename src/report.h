/* What is said on standard error, each line behind "lingpao: " and made safe for a terminal. Shared by main.c and browse.c. */
#ifndef REPORT_H
#define REPORT_H

#include "table/catalog.h"
#include "table/faults.h"

void report(const char *message);

/* Every fault; behind them, where lines of JSON Lines were refused, how many. The exit code that they ask for. */
int report_faults(const struct faults *faults, const struct catalog *c);

#endif
