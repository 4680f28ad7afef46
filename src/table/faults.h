/* What is wrong with a file: a list of faults, each with its place. Faults of form (not JSON, not
 * UTF-8) end the reading, so there is one; faults of content are all listed.
 * In a table of JSON Lines each line is such a document of its own. */
#ifndef TABLE_FAULTS_H
#define TABLE_FAULTS_H

#include <stddef.h>

#include "base/arena.h"
#include "base/buffer.h"

struct fault {
	const char *file;
	size_t line;	 /* from 1; 0 when the fault has no place (the file cannot be opened) */
	size_t column;	 /* from 1, in code points; 0 when it has no place */
	const char *path; /* entries[3].measures[0].text; NULL for faults of form */
	const char *what; /* 缺少，应为非空文字 */
};

enum { FAULTS_KEPT = 1000 }; /* at most so many faults of refused lines are listed */

struct faults {
	struct fault *all; /* owned */
	size_t count;
	size_t capacity;
	size_t unlisted; /* faults of refused lines beyond FAULTS_KEPT: counted, not in `all` */
	size_t of_lines; /* how many of `all` are faults of refused lines */
	size_t refused; /* lines of JSON Lines tables that were left out because they had faults */
	size_t input_output; /* how many of them are input/output errors (exit code 74 instead of 65) */
	struct arena arena;
};

void faults_add(struct faults *f, const char *file, size_t line, size_t column, const char *path,
		const char *format, ...) __attribute__((format(printf, 6, 7)));

/* The file cannot be read at all: a fault without a place that counts in input_output. */
void faults_add_input_output(struct faults *f, const char *file, const char *what);

/* The faults of some lines of a file, found while they were counted from `line_base`: appended with
 * their lines counted from the file's start. Beyond FAULTS_KEPT in all they are only counted. */
void faults_add_lines(struct faults *f, const struct faults *lines, size_t line_base);

/* One line, "file:line:column: path: what", made safe for the terminal, without a newline. */
void faults_print(const struct fault *fault, struct buffer *out);
void faults_done(struct faults *f);

#endif
