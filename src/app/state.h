/* Shared by the files that make up the app: how its parts change together. Not for other floors. */
#ifndef APP_STATE_H
#define APP_STATE_H

#include "app/app.h"

void app_layout(struct app *a);	    /* from rows and cols; lays all texts out anew, keeps what is selected in view */

/* window.c. Items of a long text: measures of the tree's region (or regions of its summary), pairs shown of the comparison. */
enum app_text { TEXT_READER, TEXT_SIDE };
void app_window_lay_out(struct app *a, enum app_text text, size_t item); /* what is around that item, which is then selected */
void app_window_keep(struct app *a, enum app_text text);   /* the same anew: other width, other query */
void app_window_follow(struct app *a, enum app_text text); /* after each movement: more is laid out where the end is near */
void app_window_go(struct app *a, enum app_text text, size_t item); /* selects it */
void app_window_restore(struct app *a, enum app_text text, size_t item, long row);
size_t app_window_item(const struct app *a, enum app_text text); /* selected, counted from the text's first */
long app_window_row(const struct app *a, enum app_text text);	 /* of the pane, on which it begins; negative above it */

/* state.c */
void app_read_region(struct app *a); /* the reader shows the tree's region, from its start or its first hit */
void app_set_query(struct app *a, const char *text);
void app_settle_query(struct app *a); /* of what app_settle() does, the search */
void app_remark(struct app *a);	    /* begins the remark on the query anew, from its hits */
void app_advise_now(struct app *a); /* as app_advise(), without regard to keys */
void app_go_to_measure(struct app *a, size_t measure);

/* comparing.c */
struct app_place { /* of the comparison's cursor, to be found again */
	size_t left, right; /* measures of the pair, or CATALOG_NONE */
	size_t item;	    /* where no pair has either of them */
	long row;
};
/* These two: false with a message, and nothing is changed, when the regions hold too much. */
bool app_open_comparison(struct app *a, size_t left, size_t right); /* all of it, from its start */
bool app_renew_comparison(struct app *a, size_t left, size_t right, struct compare_options options,
			  enum compare_filter filter, const struct app_place *place);
struct app_place app_comparison_place(const struct app *a);
void app_comparison_enter(struct app *a); /* reads the left measure of the pair, with the count 2 or where it stands alone the right */
struct side app_side(const struct app *a); /* how the comparison is laid out */
void app_compare_command(struct app *a, enum command command); /* CMD_COMPARE to CMD_BRACES */

/* typing.c */
void app_prompt_key(struct app *a, uint32_t key); /* to the prompt that is open */
bool app_replaces_text(uint32_t key); /* of a fresh prompt */

/* searching.c */
void app_prompt_open(struct app *a);
void app_query_key(struct app *a, uint32_t key);

/* writing.c */
void app_write_open(struct app *a);
void app_file_key(struct app *a, uint32_t key);
void app_answer_key(struct app *a, uint32_t key);

/* walk.c */
void app_walk_hits(struct app *a, bool forward); /* the next hit behind (or before) the cursor, round the ends */
void app_explain_hit(struct app *a);			/* why the hit that the cursor is on is one */

/* choose.c */
void app_mark(struct app *a); /* marks the region that the cursor is on, or takes its mark away */
void app_mark_or_compare(struct app *a);
void app_leave_comparison(struct app *a); /* to where it was opened; several are marked again */

/* several.c */
void app_show_region(struct app *a, size_t region); /* in the tree; a query that hides it there is laid aside */
void app_take_up_query(struct app *a);		    /* the one laid aside stands again, unless another does */
void app_open_several(struct app *a, const size_t *regions, size_t count, bool cities);
void app_several_lay_out(struct app *a);
void app_several_follow(struct app *a, const size_t *map); /* the catalog grew */
struct several_cell app_several_cell(const struct app *a); /* the one that the cursor is in */
void app_several_step(struct app *a, bool right);
void app_several_enter(struct app *a); /* Enter: reads the cell's measure, or its region */
bool app_several_command(struct app *a, enum command command); /* false: not one of its own */

/* matrix_screen.c */
void app_matrix_open(struct app *a, size_t region); /* the cursor in that region's row; CATALOG_NONE: where it was */
void app_matrix_renew(struct app *a);		    /* the query changed */
void app_matrix_lay_out(struct app *a);
void app_matrix_follow(struct app *a, const size_t *map); /* the catalog grew */
void app_matrix_move(struct app *a, enum command command); /* CMD_DOWN to CMD_BOTTOM */
void app_matrix_step(struct app *a, bool right);
void app_matrix_enter(struct app *a); /* Enter: the measures of the cell */
size_t app_matrix_measure(const struct app *a); /* the cell's, where it has exactly one, or CATALOG_NONE */
bool app_matrix_command(struct app *a, enum command command); /* false: not one of its own */
void app_matrix_done(struct app *a);

/* ranking.c */
void app_ranking_open(struct app *a); /* where it stood */
void app_ranking_open_read(struct app *a, size_t region, size_t measure); /* on the measure's line, or the region's first, or the first of all; given up for a waiting key */
void app_ranking_settle(struct app *a); /* makes good for that, where it is still open */
void app_ranking_renew(struct app *a);	/* another query: from its first line */
void app_ranking_forget(struct app *a); /* the catalog grew: what it holds is of the old one */
void app_ranking_lay_out(struct app *a);
void app_ranking_leave_heading(struct app *a, bool forward); /* after each movement */
void app_ranking_select(struct app *a, size_t measure);
void app_ranking_sort(struct app *a); /* the next order */
size_t app_ranking_measure(const struct app *a);

/* navigate.c */
struct list *app_list(struct app *a); /* of the view that is open, otherwise of the tree */
bool app_in_list(const struct app *a); /* movement is in the tree or the hits, not in a text */
void app_move_in_list(struct app *a, enum command command);
void app_move_in_pager(struct app *a, enum command command);
void app_open_here(struct app *a); /* Enter */
void app_step_right(struct app *a);
void app_step_left(struct app *a);
void app_fold_command(struct app *a, enum command command);

/* carry.c */
void app_copy(struct app *a, enum command what);
void app_link(struct app *a);

#endif
