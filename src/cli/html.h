/* One self-contained HTML page of a report, for a reader and for paper: UTF-8, its style within, no script, nothing fetched.
 * On paper it is A4, the heads of tables stand on each page and no row is torn. What is marked is underlined, so that
 * it is seen without colour.
 *
 *	html_begin(&h, out, HTML_PORTRAIT, "江苏省 与 山西省");
 *	html_paragraph(&h, "共有 3 项。");
 *	html_table_begin(&h, columns, 3);
 *	html_group(&h, "信贷");
 *	html_row_begin(&h);
 *	html_head_cell(&h, "共有");
 *	html_cell(&h, "…");
 *	html_cell_begin(&h, HTML_PLAIN); html_marked(&h, text, &marks); html_footnote_mark(&h, 1); html_cell_end(&h);
 *	html_row_end(&h);
 *	html_table_end(&h);
 *	html_end(&h, catalog);
 *
 * Always: no text given here becomes markup, or an attribute, or style; controls and invisible characters are made visible
 * (columns_add_safe); a newline is a line break; only a web address (http, https) in a text becomes a link, and its
 * words are the address itself, so paper loses nothing. */
#ifndef CLI_HTML_H
#define CLI_HTML_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/spans.h"
#include "table/catalog.h"

enum html_paper { HTML_PORTRAIT, HTML_LANDSCAPE };

enum html_kind {
	HTML_PLAIN,
	HTML_HEAD,    /* names its row */
	HTML_MISSING, /* stands back: 本表未列 */
};

struct html_column {
	const char *title; /* borrowed */
	int percent;	   /* of the table's width; 0: as its text needs */
	bool number;	   /* stands on the right */
};

struct html {
	struct buffer *out;		   /* borrowed, like the columns */
	const struct html_column *columns; /* of the table that is open */
	size_t count;			   /* of them */
	size_t cell;			   /* of the row that is open, the next one */
	enum html_kind kind;		   /* of the cell that is open */
};

/* The head and the title, as the first heading too. */
void html_begin(struct html *h, struct buffer *out, enum html_paper paper, const char *title);

/* The reminder, the tables' titles and what they say of their source; the end. */
void html_end(struct html *h, const struct catalog *c);

void html_heading(struct html *h, const char *text); /* below the title */
void html_paragraph(struct html *h, const char *text);

/* Facts, a name beside each value. */
void html_facts_begin(struct html *h);
void html_fact(struct html *h, const char *name, const char *value);
void html_facts_end(struct html *h);

/* Each row has as many cells as there are columns. */
void html_table_begin(struct html *h, const struct html_column *columns, size_t count);
void html_group(struct html *h, const char *text); /* a row that names those behind it */
void html_row_begin(struct html *h);
void html_head_cell(struct html *h, const char *text);
void html_cell(struct html *h, const char *text); /* NULL is an empty cell */
void html_number(struct html *h, size_t number);  /* a cell */
void html_cell_begin(struct html *h, enum html_kind kind);
void html_cell_end(struct html *h);
void html_row_end(struct html *h);
void html_table_end(struct html *h);

/* Inside a cell. */
void html_text(struct html *h, const char *text);
void html_marked(struct html *h, const char *text,
		 const struct spans *marks);		/* spans of its code points */
void html_aside(struct html *h, const char *text);	/* smaller, on a line of its own */
void html_footnote_mark(struct html *h, size_t number); /* [1], that leads to the footnote */

/* Footnotes, in the order of their numbers. */
void html_footnotes_begin(struct html *h);
void html_footnote(struct html *h, size_t number, const char *text);
void html_footnotes_end(struct html *h);

#endif
