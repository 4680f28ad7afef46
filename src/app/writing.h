/* Writing what is shown into a file. `w` opens a prompt that holds a name; its ending decides the format. Enter asks for EFFECT_WRITE with
 * what was typed as the path, and whoever carries that out says by writing_ended() what came of it. A file that is there is replaced
 * only after the user was asked and said so; every other key, and whatever is pasted, keeps it. */
#ifndef APP_WRITING_H
#define APP_WRITING_H

#include "app/app.h"

enum writing_format {
	WRITING_MARKDOWN, WRITING_HTML, WRITING_CSV, WRITING_JSON, WRITING_TEXT,
	WRITING_FORMATS
};

enum writing_result {
	WRITING_DONE,	/* what was written, and where */
	WRITING_EXISTS, /* the user is asked; no words */
	WRITING_FAILED, /* why; the prompt stays open with what was typed */
};

/* By the ending of the path, in either case (.md .html .csv .json .txt); WRITING_FORMATS for any other. */
enum writing_format writing_format(const char *path);
const char *writing_format_name(enum writing_format format); /* "Markdown" */

/* `words`: for the bottom line; NULL when the user is asked. */
void writing_ended(struct app *a, enum writing_result result, const char *words);

#endif
