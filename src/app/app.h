/* What the user is doing, as plain data: the screen that is open, what is selected, what was typed. It takes keys and draws
 * nothing; view/ draws it, main.c carries keys and effects between it and the terminal.
 *
 * Always: the tree's selected region is the one in the reader; `hits` belongs to `query`; while a query without words stands, the tree
 * shows all regions. Same catalog + same keys + same sizes -> same state. */
#ifndef APP_APP_H
#define APP_APP_H

#include <stdbool.h>
#include <stdint.h>

#include "app/abreast.h"
#include "app/command.h"
#include "app/list.h"
#include "app/marks.h"
#include "app/matrix_screen.h"
#include "app/pager.h"
#include "app/prompt.h"
#include "app/ranking.h"
#include "app/references.h"
#include "app/tree.h"
#include "base/buffer.h"
#include "compare/several.h"
#include "compare/shown.h"
#include "search/engine.h"
#include "search/query.h"
#include "table/catalog.h"

enum { APP_CHROME_ROWS = 3, APP_GUTTER = 2 }; /* status line, headings, bottom line; a text's marker and a space */

enum screen {
	SCREEN_BROWSE, SCREEN_HITS, SCREEN_MATRIX, SCREEN_REWARDS, SCREEN_REFERENCES, /* views.h goes through these */
	SCREEN_COMPARE, SCREEN_SEVERAL, SCREEN_LISTING, SCREEN_HELP
};

/* What only the terminal or the file system can do; the text, if any, is in effect_text. */
enum effect { EFFECT_NONE, EFFECT_COPY, EFFECT_LINK, EFFECT_WRITE, EFFECT_SUSPEND, EFFECT_REDRAW };

/* Where everything stands, in columns and rows of the screen. One pane takes the whole width where two would not be readable. */
struct app_layout {
	bool too_small; /* nothing but a polite line */
	bool two_panes;
	int tree_cols;	 /* the tree's columns, whole width with one pane */
	int reader_col;	 /* first column of the reader */
	int reader_cols;
	int body_row;	 /* first row of the panes */
	int body_rows;
};

/* The reader and the comparison lay out only the items around the selected one: [first, end) of `total`, at least a page more than is in
 * view on each side, so the next page is always there. */
struct app_window {
	size_t first, end, total;
};

/* What the bottom line is typed into for. */
enum prompting {
	PROMPTING_NOT,
	PROMPTING_QUERY,
	PROMPTING_FILE,	  /* writing.h: the name of a file */
	PROMPTING_ANSWER, /* the file is there: is it to be replaced? */
};

/* Where a comparison was opened: Esc leads back. */
struct app_origin {
	enum screen screen;
	size_t region; /* of the tree, or CATALOG_NONE */
	unsigned focus;
};

/* Several regions by category. Only the columns in view are laid out. */
struct app_several {
	bool open;
	struct several table; /* valid while open */
	struct abreast_layout layout;
	struct pager pager;  /* the categories, of the columns in view */
	struct list columns; /* the regions: which the cursor is in, which are in view */
};

/* Some measures as a list, see listing.h. */
struct app_listing {
	struct hits hits;
	struct list list;
	struct buffer title; /* what they are, not yet safe */
	enum screen from;    /* where Esc leads to */
};

/* How far the reading of the tables is; zeroed: all is read. */
struct app_progress {
	bool reading;
	uint64_t bytes, total_bytes; /* total: 0 when unknown (a pipe) */
	size_t measures, refused;    /* refused: lines */
	double seconds;		     /* since it began */
};

/* What was before the prompt was opened. */
struct app_before {
	char *query; /* owned */
	size_t region, item;
	long row;   /* of the pane, on which the item began */
	size_t hit; /* row of the view that was open */
	struct tree_folds folds;
	enum screen screen, opened_from;
	unsigned focus;
};

struct app {
	const struct catalog *catalog;
	struct engine *engine;
	int rows, cols;
	struct app_layout layout;
	struct app_progress progress;

	enum screen screen;
	enum screen behind_help; /* the screen that help was opened from */
	enum screen opened_from; /* the view that the measure being read was opened from; SCREEN_BROWSE: none */
	unsigned focus;		 /* IN_TREE or IN_READER: the pane that has the keys */
	struct tree tree;
	struct pager reader;
	struct app_window window; /* which items of the region the reader's document holds */
	struct pager side;	  /* the comparison */
	struct app_window side_window;
	struct pager help;
	size_t help_groups[GROUP_COUNT]; /* lines of it, where each group begins */
	struct list hits_list; /* rows of the hits screen: indexes into hits */
	struct ranking ranking;

	char *query_text; /* what stands; owned, never NULL */
	struct query query;
	struct hits hits; /* all measures while the query has no words */
	bool unsettled;	  /* hits are still those of an earlier query: the search was overtaken by a key */
	bool (*key_waiting)(void *asker); /* NULL: no search is ever overtaken */
	void *asker;
	struct buffer remark; /* the query's problem, or what to try when it has no hits; or empty */
	bool remark_due;      /* there are no hits, and what to try is not sought yet */
	enum prompting prompting;
	bool pasting;
	struct prompt prompt; /* queries */
	struct prompt file;   /* names of files */
	bool prompt_fresh;    /* the prompt still holds what it was opened with: typing replaces it */
	struct app_before before;

	struct marks marks; /* regions chosen for a comparison */
	struct comparison comparison; /* valid while `compared` */
	bool compared;
	struct shown shown; /* what of the comparison is shown */
	bool bare;	    /* the words that differ stand without braces */
	struct app_several several;
	struct app_origin compared_from;
	char *aside; /* the query that hides what is read from a comparison, until Esc leads back to it; owned, may be NULL */
	struct matrix_screen matrix;
	struct app_listing listing;
	struct app_references references;

	long count;	 /* digits typed before a command; 0 for none */
	uint32_t prefix; /* first key of two; 0 for none */
	struct buffer message; /* for the bottom line, until the next key; empty for none */
	bool message_leads;    /* the keys of the screen stand behind it */

	enum effect effect;
	struct buffer effect_text;
	bool replace; /* EFFECT_WRITE may replace the file that is there */
	bool quit;
	int exit_code; /* of EXIT_…: 0, or 130 for ^C */
};

/* The catalog must outlive the app. `engine`, over that catalog, becomes the app's own; NULL: the app makes one. `query` may be
 * NULL. */
void app_init(struct app *a, const struct catalog *c, struct engine *engine, int rows, int cols,
	      const char *query);
void app_done(struct app *a);

/* A generation of the catalog that holds all of the one before takes its place, with an engine over it, which the app then owns; the old
 * catalog may be freed afterwards. */
void app_replace_catalog(struct app *a, const struct catalog *c, struct engine *engine);

void app_progress(struct app *a, const struct app_progress *p); /* says it once when lines were refused */
void app_resize(struct app *a, int rows, int cols);
void app_key(struct app *a, uint32_t key);

/* A search, and opening the rewards, asks waiting(asker) whether a key has come, and is dropped if so; app_settle() makes good for the
 * last one dropped, when all keys were taken. app_key() does it by itself before any key that uses the answer. */
void app_on_key(struct app *a, bool (*waiting)(void *asker), void *asker);
void app_settle(struct app *a);

/* Seeks what to try when there are no hits, which takes longer than the search itself: to be called when the answer is on the screen.
 * True when there is more to show. A waiting key ends it; it is then still to be done. */
bool app_advise(struct app *a);

void app_message(struct app *a, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* A query without words hits everything and is treated as none. */
bool app_has_query(const struct app *a);
bool app_shows_hits(const struct app *a);  /* all of them, not one region or what is made of them: the list, or the tree while a query stands */
unsigned app_context(const struct app *a); /* the one of enum context that the next key is for */
size_t app_measure(const struct app *a);   /* the measure that the cursor is on, or CATALOG_NONE */
size_t app_region(const struct app *a);	   /* the region that the cursor is on, or CATALOG_NONE */

#endif
