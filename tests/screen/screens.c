/* Whole screens without a terminal: keys in, cells out. Each file NAME.screen beside this one is a test, a script of steps:
 *
 *	# a comment
 *	table FILE          another table than the built-in one (first step)
 *	size 80x24          starts the program at that size (columns x rows)
 *	query TEXT          … with --query TEXT (before size)
 *	keys /信贷<Enter>   gives keys, named as key_parse() reads them
 *	resize 40x12
 *	screen … end        the rows must be these; trailing spaces do not count
 *	styles … end        one letter a cell, as frame_dump_styles() writes them
 *	cursor ROW COL      where the terminal's cursor stands, from 0
 *	copied TEXT         what the last key handed to the clipboard
 *	link TEXT           what it handed to the browser
 *	write PATH          what it wants written, and that nothing is replaced
 *	replace PATH        the same, replacing what is there
 *	done|exists|failed  what came of it, with the words behind it
 *	exit CODE           the program wants to end so
 *
 * UPDATE=1 writes the screens and styles that came out into the files instead of comparing. */
#include <glob.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/app.h"
#include "app/key.h"
#include "app/writing.h"
#include "table/load.h"
#include "view/view.h"

struct script {
	const char *path;
	int line; /* being read */
	bool started;
	bool expects; /* something was compared */
	bool failed;
	bool update;
	char *query;
	struct catalog *catalog;
	struct app app;
	struct frame frame;
	struct buffer out; /* the file as it would be with what came out */
};

static void complain(struct script *s, const char *what, const char *got, const char *want)
{
	printf("not ok %s:%d: %s\n--- got\n%s\n--- want\n%s\n", s->path, s->line, what, got, want);
	s->failed = true;
}

static void start(struct script *s, int rows, int cols)
{
	if (!s->catalog)
		s->catalog = load_builtin();
	app_init(&s->app, s->catalog, NULL, rows, cols, s->query);
	app_advise(&s->app);
	frame_init(&s->frame, rows, cols);
	view_draw(&s->frame, &s->app);
	s->started = true;
}

static void load(struct script *s, const char *path)
{
	struct faults faults = { 0 };
	s->catalog = load_tables(&path, 1, &faults);
	if (!s->catalog) {
		printf("%s:%d: %s does not load\n", s->path, s->line, path);
		exit(1);
	}
	faults_done(&faults);
}

static void give_keys(struct script *s, const char *keys)
{
	while (*keys) {
		app_key(&s->app, key_parse(&keys));
		app_advise(&s->app);
		view_draw(&s->frame, &s->app);
	}
}

/* The lines up to "end", each without trailing spaces. */
static void read_block(struct script *s, FILE *in, struct buffer *want)
{
	char *line = NULL;
	size_t capacity = 0;
	ssize_t n;
	while ((n = getline(&line, &capacity, in)) >= 0 && strcmp(line, "end\n") != 0) {
		s->line++;
		while (n > 0 && (line[n - 1] == '\n' || line[n - 1] == ' '))
			n--;
		buffer_add(want, line, (size_t)n);
		buffer_char(want, '\n');
	}
	s->line++;
	free(line);
}

static void block(struct script *s, FILE *in, bool styles)
{
	struct buffer want = { 0 }, got = { 0 };
	s->expects = true;
	read_block(s, in, &want);
	(styles ? frame_dump_styles : frame_dump)(&s->frame, &got);
	buffer_print(&s->out, "%send\n", buffer_string(&got));
	if (!s->update && strcmp(buffer_string(&got), buffer_string(&want)) != 0)
		complain(s, styles ? "other styles" : "another screen", buffer_string(&got),
			 buffer_string(&want));
	buffer_done(&want);
	buffer_done(&got);
}

static void expect_effect(struct script *s, enum effect effect, const char *want)
{
	const char *got =
		s->app.effect == effect ? buffer_string(&s->app.effect_text) : "(nothing)";
	s->expects = true;
	if (strcmp(got, want) != 0)
		complain(s, "another effect", got, want);
}

/* What browse.c would do with the last key's effect. */
static void end_writing(struct script *s, enum writing_result result, const char *words)
{
	writing_ended(&s->app, result, words);
	s->app.effect = EFFECT_NONE;
	view_draw(&s->frame, &s->app);
}

static void expect_write(struct script *s, bool replace, const char *want)
{
	expect_effect(s, EFFECT_WRITE, want);
	if (s->app.replace != replace)
		complain(s, "another wish to replace", s->app.replace ? "yes" : "no",
			 replace ? "yes" : "no");
}

static void expect_cursor(struct script *s, const char *want)
{
	char got[64];
	s->expects = true;
	snprintf(got, sizeof(got), "%d %d", s->frame.cursor_row, s->frame.cursor_col);
	if (strcmp(got, want) != 0)
		complain(s, "the cursor stands elsewhere", got, want);
}

static void expect_exit(struct script *s, const char *want)
{
	char got[32] = "(runs on)";
	s->expects = true;
	if (s->app.quit)
		snprintf(got, sizeof(got), "%d", s->app.exit_code);
	if (strcmp(got, want) != 0)
		complain(s, "another end", got, want);
}

static void step(struct script *s, FILE *in, char *line)
{
	int rows = 0, cols = 0;
	char *rest = strchr(line, ' ');
	if (rest)
		*rest++ = '\0';
	else
		rest = line + strlen(line);
	if (strcmp(line, "table") == 0) {
		load(s, rest);
	} else if (strcmp(line, "query") == 0) {
		s->query = strdup(rest);
	} else if (strcmp(line, "size") == 0 && sscanf(rest, "%dx%d", &cols, &rows) == 2) {
		start(s, rows, cols);
	} else if (s->started && strcmp(line, "resize") == 0 &&
		   sscanf(rest, "%dx%d", &cols, &rows) == 2) {
		app_resize(&s->app, rows, cols);
		view_draw(&s->frame, &s->app);
	} else if (s->started && strcmp(line, "keys") == 0) {
		give_keys(s, rest);
	} else if (s->started && strcmp(line, "screen") == 0) {
		block(s, in, false);
	} else if (s->started && strcmp(line, "styles") == 0) {
		block(s, in, true);
	} else if (s->started && strcmp(line, "cursor") == 0) {
		expect_cursor(s, rest);
	} else if (s->started && strcmp(line, "copied") == 0) {
		expect_effect(s, EFFECT_COPY, rest);
	} else if (s->started && strcmp(line, "link") == 0) {
		expect_effect(s, EFFECT_LINK, rest);
	} else if (s->started && strcmp(line, "write") == 0) {
		expect_write(s, false, rest);
	} else if (s->started && strcmp(line, "replace") == 0) {
		expect_write(s, true, rest);
	} else if (s->started && strcmp(line, "done") == 0) {
		end_writing(s, WRITING_DONE, rest);
	} else if (s->started && strcmp(line, "exists") == 0) {
		end_writing(s, WRITING_EXISTS, NULL);
	} else if (s->started && strcmp(line, "failed") == 0) {
		end_writing(s, WRITING_FAILED, rest);
	} else if (s->started && strcmp(line, "exit") == 0) {
		expect_exit(s, rest);
	} else {
		complain(s, "no such step here", line, "a step as screens.c lists them");
	}
}

static void finish(struct script *s)
{
	if (s->started) {
		app_done(&s->app);
		frame_done(&s->frame);
	}
	catalog_free(s->catalog);
	free(s->query);
	FILE *out = s->update ? fopen(s->path, "w") : NULL;
	if (out) {
		fwrite(buffer_string(&s->out), 1, s->out.n, out);
		fclose(out);
	}
	buffer_done(&s->out);
}

static bool run(const char *path, bool update)
{
	struct script s = { .path = path, .update = update };
	char *line = NULL;
	size_t capacity = 0;
	ssize_t n;
	FILE *in = fopen(path, "r");
	if (!in)
		return false;
	while (!s.failed && (n = getline(&line, &capacity, in)) >= 0) {
		s.line++;
		buffer_add(&s.out, line, (size_t)n);
		if (n && line[n - 1] == '\n')
			line[n - 1] = '\0';
		if (*line == '\0' || *line == '#')
			continue;
		step(&s, in, line);
	}
	fclose(in);
	free(line);
	finish(&s);
	if (!s.expects)
		printf("not ok %s: expects nothing\n", path);
	else if (!s.failed)
		printf("ok %s\n", path);
	return s.expects && !s.failed;
}

int main(int argc, char **argv)
{
	glob_t found = { 0 };
	int passed = 0, failed = 0;
	bool update = getenv("UPDATE") != NULL;
	setlocale(LC_CTYPE, "C.UTF-8");
	if (argc == 1 && glob("tests/screen/*.screen", 0, NULL, &found) != 0) {
		printf("tests/screen/*.screen: none found\n0 passed, 1 failed\n");
		return 1;
	}
	for (size_t i = 0; i < found.gl_pathc; i++)
		*(run(found.gl_pathv[i], update) ? &passed : &failed) += 1;
	for (int i = 1; i < argc; i++)
		*(run(argv[i], update) ? &passed : &failed) += 1;
	globfree(&found);
	printf("%d passed, %d failed\n", passed, failed);
	return failed != 0;
}
