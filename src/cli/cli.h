/* The commands that print. Each screen of the program is one of them too. */
#ifndef CLI_CLI_H
#define CLI_CLI_H

#include "base/buffer.h"
#include "base/error.h"
#include "cli/options.h"
#include "cli/tables.h"

/* Runs a command that needs a catalog (all but cache, check, help and version; browse prints the plain listing). What it has to
 * say goes to `out`; a failure sets `err`. Returns the exit code. `out` holds text safe for a terminal. */
int cli_run(const struct options *o, const struct cli_tables *t, struct buffer *out, struct error *err);

/* lingpao cache [clear] */
int cli_cache(const struct options *o, struct buffer *out, struct error *err);

/* lingpao check FILE…: every fault on a line, then one line that counts; or all of them in the format
 * that is asked for. */
int cli_check(const struct options *o, struct buffer *out);

void cli_help(struct buffer *out);
void cli_version(struct buffer *out);

#endif
