/* The tables that a command works on: read, or from the snapshot of the one large file. */
#ifndef CLI_TABLES_H
#define CLI_TABLES_H

#include "base/buffer.h"
#include "cli/options.h"
#include "search/snapshot.h"
#include "table/faults.h"

struct cli_tables {
	struct catalog *catalog;       /* NULL: nothing good was read */
	struct engine *engine;	       /* for a command that searches; otherwise NULL */
	struct snapshot_source source; /* path NULL: no snapshots are made of it, or --no-cache */
	bool mapped;		       /* from a snapshot, so without faults */
};

/* What is searched for: the command's arguments, joined by spaces, or --query. */
void cli_tables_query(const struct options *o, struct buffer *out);

void cli_tables_open(struct cli_tables *t, const struct options *o, struct faults *faults);

/* Keeps them for the next time, when they are worth it and not kept already. Takes about a third of the
 * time that reading took, so the output goes out before. */
void cli_tables_keep(struct cli_tables *t, const struct faults *faults);
void cli_tables_done(struct cli_tables *t);

#endif
