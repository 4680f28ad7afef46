/* The ranking of rewards, printed: the same by the command and from the screen. Each sum stands with the sentence that names it and what it
 * rests on; what was read out of the text says so; promises without a sum and what regions name together stand below. */
#ifndef CLI_REWARDS_H
#define CLI_REWARDS_H

#include "base/buffer.h"
#include "cli/options.h"
#include "compare/rewards.h"

/* In the order that it has. `query`: what its measures were restricted by, for the heading; NULL for none. */
void rewards_print(const struct catalog *c, const struct rewards *r, const char *query,
		   enum format format, struct buffer *out);

/* Shared by the files that make it up; what they add is not yet safe. */

void rewards_title(const struct catalog *c, struct buffer *out);

/* "7 笔金额，4 个地域，5 笔未载明金额，按国家级金额排列。" */
void rewards_summary(const struct rewards *r, const char *query, struct buffer *out);

/* The sentence, and where in it (code points of it) the words stand. */
void rewards_quote(const struct catalog *c, const struct rewards_row *row, struct buffer *sentence,
		   struct spans *words);

const struct entry *rewards_entry(const struct catalog *c, const struct rewards_row *row);

/* "河南省 > 郑州市 ?": the mark where the source does not print all of it. */
void rewards_region(const struct catalog *c, const struct rewards_row *row, struct buffer *out);

void rewards_html(const struct catalog *c, const struct rewards *r, const char *query,
		  struct buffer *out);
void rewards_json(const struct catalog *c, const struct rewards *r, const char *query,
		  struct buffer *out);

#endif
