/* The commands, one file each. All print to `out`, in the format that is asked for, and return
 * the exit code; a failure sets `err`, and so does a query of which a part was left out. cli_run() chooses among them. */
#ifndef CLI_PRINT_H
#define CLI_PRINT_H

#include "base/buffer.h"
#include "base/error.h"
#include "cli/options.h"
#include "search/engine.h"
#include "table/catalog.h"

int print_list(const struct options *o, const struct catalog *c, struct buffer *out);
int print_show(const struct options *o, const struct catalog *c, struct buffer *out,
	       struct error *err);
/* What show prints of these regions. */
void print_regions(const struct catalog *c, const size_t *regions, size_t count, enum format format,
		   struct buffer *out);
int print_search(const struct options *o, const struct catalog *c, struct engine *engine,
		 const char *words, struct buffer *out, struct error *err);
/* Measures that were not searched for, as hits are printed; `title` says what they are. The query, which may have no words, is only for
 * the words that it marks. */
void print_measures(const struct catalog *c, struct engine *engine, const struct query *q,
		    const struct hits *hits, const char *title, enum format format,
		    struct buffer *out);
int print_compare(const struct options *o, const struct catalog *c, struct buffer *out,
		  struct error *err);
int print_matrix(const struct options *o, const struct catalog *c, struct engine *engine,
		 struct buffer *out, struct error *err);
int print_rewards(const struct options *o, const struct catalog *c, struct engine *engine,
		  struct buffer *out, struct error *err);
int print_references(const struct options *o, const struct catalog *c, struct engine *engine,
		     struct buffer *out, struct error *err);
int print_export(const struct options *o, const struct catalog *c, struct buffer *out);

/* The region that an argument means; false with lookup's sentence in `err`, and *code raised to
 * what to leave with. */
bool print_find_region(const struct catalog *c, const char *name, size_t *region, int *code,
		       struct error *err);

#endif
