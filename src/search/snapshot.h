/* Snapshots: what was read of a large file, and the planes of its engine, kept in the user's cache folder
 * (cache.h) so that the file is not read again while it stays as it is.
 *
 * A snapshot is an image (image.h), mapped read-only. It is never trusted: one that is not the user's own, of
 * another build of the program, of a file that was changed (its device, inode, size and times are
 * compared), or damaged, is none, and nobody is told; it is made again after the file was read. The
 * header and whatever will be read are summed up before: everything for browsing, what a count
 * reads for a count. Measured for a million measures (299 MB, in the page cache, two busy processors): opened for
 * a count in 21 to 30 ms, for browsing in 25 to 55; written in 0.4 to 0.6 s. Nearly all of that is summing
 * up; texts are 131 MB of it.
 *
 * Only files without a fault have snapshots: what was refused in the others is to be said each time. */
#ifndef SEARCH_SNAPSHOT_H
#define SEARCH_SNAPSHOT_H

#include <stdatomic.h>

#include "search/engine.h"
#include "search/image.h"

/* bytes; what is smaller is read in a moment. */
enum { SNAPSHOT_LEAST = 8 << 20 };

/* A file that snapshots are made of, as it was at one moment. */
struct snapshot_source {
	char *path; /* canonical; owned */
	struct image_identity identity;
	bool settled; /* a change after this moment would change its times, too */
};

/* False when it has no snapshots: no regular file (NULL and "-" are none), or a small one. Before it is
 * read: what changes in the meantime is then not taken for what was read. */
bool snapshot_source(const char *file, struct snapshot_source *out);
void snapshot_source_done(struct snapshot_source *s);

enum snapshot_use {
	SNAPSHOT_COUNT, /* all but texts of measures, their rewards, labels and categories */
	SNAPSHOT_ALL,
};

struct snapshot;

/* NULL when there is no good one. `file` is how the user names it. */
struct snapshot *snapshot_open(const char *file, const struct snapshot_source *source,
			       enum snapshot_use use);

/* Borrowed from the snapshot. The catalog is like any other; catalog_free() of it closes the snapshot, in
 * place of snapshot_close(). Engines over them go first: engine_from_planes(). */
struct catalog *snapshot_catalog(struct snapshot *s);
const struct plane *snapshot_texts(const struct snapshot *s);
const struct plane *snapshot_references(const struct snapshot *s);
void snapshot_close(struct snapshot *s); /* NULL is allowed */

/* Keeps the catalog, read from `source`, and the planes of an engine over it, which is large: false when
 * that was not to be (the file has changed since, the disk is full, the folder not the user's own, cancelled
 * became true, which may be NULL), and then nothing is left behind. Old snapshots are thrown away
 * (cache.h). In a thread of its own while others read the catalog and search: it only reads. */
bool snapshot_write(const struct catalog *c, const struct engine *e,
		    const struct snapshot_source *source, const atomic_bool *cancelled);

#endif
