/* The catalog: all tables that were loaded, as plain data. Immutable once built, so any
 * thread may read it. It keeps its strings alive (those of entries and measures lie in packs that
 * other generations of the same table share, see build.h) and everyone else borrows. All strings are valid UTF-8 without NUL, as the
 * source has them: nothing in them is safe to show before columns_add_safe().
 *
 * Order is tree order: regions in preorder (a province, then its cities), siblings by GB/T 2260
 * code (those without one last, in the order read); entries by region, then in the order read;
 * measures by entry. So a region's own entries and measures are one run, those of it with
 * everything inside it are one longer run beginning at the same place, and hits in ascending
 * order are hits in the order of the screen. `reading` gives the order of the files back. */
#ifndef TABLE_CATALOG_H
#define TABLE_CATALOG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

struct pack;

enum { CATALOG_CATEGORIES = 64, CATALOG_DEPTH = 3 };
#define CATALOG_NONE SIZE_MAX	/* no region, no measure */
#define REWARD_UNSTATED (-1)	/* yuan: money is promised, no sum is named (未载明金额) */

struct table { /* one file, or the built-in table */
	const char *file;	 /* name for messages; "内置" for the built-in table */
	const char *title;
	const char *description; /* of the source; NULL when not given */
};

struct category {
	const char *id;	       /* "credit" */
	const char *name;      /* 金融信贷 */
	const char *short_name; /* 信贷; the name where a file gives none */
	const char **keywords;
	size_t keyword_count;
};

enum reference_kind {
	REFERENCE_DOCUMENT, /* a document number: 苏质监发[2018]127号 */
	REFERENCE_LINK,	    /* http://… */
};

struct reference {
	const char *text;
	const char *const *candidates; /* when not certain: what else it may be */
	const char *reason; /* when not certain: why; otherwise NULL */
	uint32_t candidate_count;
	uint8_t kind; /* enum reference_kind */
	bool certain;
};

struct reward {
	const char *level; /* 国家级, 省级; NULL when the source names none */
	int64_t yuan;	   /* or REWARD_UNSTATED */
	bool maximum;	   /* at most, not exactly */
};

struct measure { /* 40 bytes: there may be ten million */
	const char *text;
	const char *label; /* as printed: "1"; NULL when none is printed */
	uint64_t categories; /* bit i: catalog.categories[i] */
	const struct reward *rewards;
	uint32_t entry;
	unsigned reward_count : 31; /* no table has room for more values than that */
	bool by_keywords : 1;	    /* categories were decided by keywords, not by reading */
};

enum inferred { /* parts of the region that the source does not print */
	INFERRED_PROVINCE = 1,
	INFERRED_CITY = 2,
	INFERRED_COUNTY = 4,
};

struct entry {
	int64_t number; /* 序号, unique inside its table */
	const char *printed_region; /* as the source prints it: 山西省 太原市 */
	const struct reference *references;
	const char *const *notes;
	uint32_t table;	 /* in catalog.tables */
	uint32_t region; /* in catalog.regions */
	uint32_t first_measure; /* its measures: [first_measure, first_measure + measure_count) */
	uint32_t measure_count;
	uint32_t reference_count;
	uint32_t note_count;
	uint8_t inferred; /* of enum inferred */
	bool uncertain;	  /* one of its references is */
};

struct region {
	const char *name;	/* official: 南通市 */
	const char *short_name; /* 南通 */
	int code;		/* GB/T 2260, six digits; 0 when there is none */
	int depth;		/* 0 province, 1 city, 2 county */
	size_t parent;		/* or CATALOG_NONE */
	size_t end;		/* one past its last descendant: the subtree is [this region, end) */
	size_t first_entry;	/* own entries: [first_entry, own_entries_end) */
	size_t own_entries_end;
	size_t entries_end;	/* with everything inside it: [first_entry, entries_end) */
	size_t first_measure;	/* the same for measures */
	size_t own_measures_end;
	size_t measures_end;
	bool uncertain;	       /* an entry of its own is */
	bool uncertain_inside; /* an entry of a region inside it is */
	bool inferred;	       /* a province that no entry prints: it was inferred for all of them */
};

struct catalog {
	struct table *tables;
	size_t table_count;
	struct category *categories;
	size_t category_count;
	struct region *regions;
	size_t region_count;
	struct entry *entries;
	size_t entry_count;
	struct measure *measures;
	size_t measure_count;
	uint32_t *reading; /* entry_count entries, in the order of the files */
	struct arena arena; /* strings of tables, categories and regions */
	struct pack **packs; /* strings of entries and measures, see pack.h */
	size_t pack_count;
	/* NULL: all of it is its own. Otherwise it is a part of `owner`, and is given back with it. */
	void (*release)(struct catalog *c);
	void *owner;
};

/* What all of it takes in memory; the packs count in full, shared or not. */
size_t catalog_bytes(const struct catalog *c);

void catalog_free(struct catalog *c); /* NULL is allowed */

/* The region's path from the province down; returns its length, 1 to CATALOG_DEPTH. */
size_t catalog_path(const struct catalog *c, size_t region, size_t path[CATALOG_DEPTH]);

/* The region of a measure, through its entry. */
size_t catalog_measure_region(const struct catalog *c, size_t measure);

size_t catalog_own_measures(const struct region *r);
size_t catalog_total_measures(const struct region *r);

bool catalog_is_inside(const struct catalog *c, size_t region, size_t outer); /* and is not `outer` itself */

/* Whether the region has no entry of its own: its measures are all of regions inside it. */
bool catalog_borrows(const struct catalog *c, size_t region);

/* How many regions of that depth have an entry of their own: 16 provinces and 11 cities in the
 * built-in table are counted by catalog_count_regions(c, 0) and (c, 1); depth 0 counts every
 * province of the tree. */
size_t catalog_count_regions(const struct catalog *c, int depth);

#endif
