/* The screen tests once more, in a real terminal: what ncurses and an emulator make of the cells
 * must be what the views drew. The scripts are those of tests/screen; see its screens.c. */
#include <glob.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/key.h"
#include "base/buffer.h"
#include "base/utf8.h"
#include "support/check.h"
#include "terminal/scene.h"

enum { LEAST_SCRIPTS = 40 };

/* clang-format off */
static const struct { uint32_t key; const char *bytes; } sent[] = {
	{ K_UP, "\033OA" },             { K_DOWN, "\033OB" },           { K_RIGHT, "\033OC" },
	{ K_LEFT, "\033OD" },           { K_HOME, "\033OH" },           { K_END, "\033OF" },
	{ K_PAGE_UP, "\033[5~" },       { K_PAGE_DOWN, "\033[6~" },     { K_DELETE, "\033[3~" },
	{ K_INSERT, "\033[2~" },        { K_SHIFT_TAB, "\033[Z" },      { K_SHIFT_F4, "\033[1;2S" },
	{ K_SHIFT_F6, "\033[17;2~" },
	{ K_F1, "\033OP" },             { K_F2, "\033OQ" },             { K_F3, "\033OR" },
	{ K_F4, "\033OS" },             { K_F5, "\033[15~" },           { K_F6, "\033[17~" },
	{ K_F7, "\033[18~" },           { K_F8, "\033[19~" },           { K_F9, "\033[20~" },
	{ K_F10, "\033[21~" },          { K_F11, "\033[23~" },          { K_F12, "\033[24~" },
	{ K_PASTE_BEGIN, "\033[200~" }, { K_PASTE_END, "\033[201~" },   { K_INVALID, "\200" },
	{ K_UNKNOWN, "\033[9;9X" },
};
/* clang-format on */

struct replay {
	struct pt *terminal; /* NULL before the size is known */
	struct buffer query, table;
	bool effects; /* a message came from main.c, which the screen tests do not have */
	bool over;    /* too small for the emulator, or ended */
};

static void send_key(struct pt *p, uint32_t key)
{
	char bytes[UTF8_MAX];

	for (size_t i = 0; i < sizeof(sent) / sizeof(sent[0]); i++) {
		if (sent[i].key != key)
			continue;
		pt_send(p, sent[i].bytes);
		return;
	}
	pt_bytes(p, bytes, utf8_encode(key, bytes));
	/* An escape alone is known by the silence that follows. */
	if (key == K_ESCAPE)
		TRUE(pt_idle(p));
}

static void start(struct replay *r, int rows, int cols)
{
	const char *argv[8] = { scene_program() };
	int n = 1;

	if (r->table.n > 0) {
		argv[n++] = "-t";
		argv[n++] = r->table.bytes;
	}
	if (r->query.n > 0) {
		argv[n++] = "--query";
		argv[n++] = r->query.bytes;
	}
	r->terminal = pt_start(rows, cols, argv, LIST("ESCDELAY=1", "BROWSER=true"));
	TRUE(pt_raw(r->terminal, "\033[?2004h"));
}

/* The lines up to "end", as many as there are rows, without spaces at their ends. */
static void read_block(FILE *in, struct buffer *out)
{
	char line[4096];

	buffer_clear(out);
	while (fgets(line, sizeof(line), in) && strcmp(line, "end\n") != 0) {
		size_t n = strcspn(line, "\n");

		while (n > 0 && line[n - 1] == ' ')
			n--;
		buffer_add(out, line, n);
		buffer_char(out, '\n');
	}
}

static void compare(struct replay *r, FILE *in)
{
	struct buffer want = { 0 };

	read_block(in, &want);
	if (!r->over && r->effects) {
		/* All but the last line. */
		want.n--;
		while (want.n > 0 && want.bytes[want.n - 1] != '\n')
			want.n--;
		want.bytes[want.n] = '\0';
		TRUE(pt_text(r->terminal, buffer_string(&want)));
	} else if (!r->over) {
		TRUE(pt_screen(r->terminal, buffer_string(&want)));
	}
	buffer_done(&want);
}

static void ends(struct replay *r, int code)
{
	EQ_INT(pt_exit(r->terminal), code);
	TRUE(r->effects || pt_restored(r->terminal));
	r->over = true;
}

/* The program would take a new size before keys that came earlier, and two sizes as one. */
static void resize(struct pt *p, int rows, int cols)
{
	TRUE(pt_idle(p));
	pt_resize(p, rows, cols);
	TRUE(pt_idle(p));
}

static void step(struct replay *r, FILE *in, char *line)
{
	int rows, cols, row, col, code;
	struct buffer unused = { 0 };

	line[strcspn(line, "\n")] = '\0';
	if (strncmp(line, "query ", 6) == 0) {
		buffer_text(&r->query, line + 6);
	} else if (strncmp(line, "table ", 6) == 0) {
		buffer_text(&r->table, line + 6);
	} else if (sscanf(line, "size %dx%d", &cols, &rows) == 2) {
		start(r, rows, cols);
	} else if (sscanf(line, "resize %dx%d", &cols, &rows) == 2) {
		r->over = r->over || cols < 2;
		if (!r->over)
			resize(r->terminal, rows, cols);
	} else if (strncmp(line, "keys ", 5) == 0) {
		for (const char *word = line + 5; *word && !r->over;)
			send_key(r->terminal, key_parse(&word));
	} else if (strcmp(line, "screen") == 0) {
		compare(r, in);
	} else if (strcmp(line, "styles") == 0) {
		read_block(in, &unused);
	} else if (sscanf(line, "cursor %d %d", &row, &col) == 2) {
		TRUE(r->over || pt_cursor(r->terminal, row, col));
	} else if (strncmp(line, "copied ", 7) == 0 || strncmp(line, "link ", 5) == 0) {
		r->effects = true;
	} else if (sscanf(line, "exit %d", &code) == 1 && !r->over) {
		ends(r, code);
	}
	buffer_done(&unused);
}

/* Whether the script writes files and says itself what comes of it, which a real program cannot be told. writing.c
 * writes in a real terminal. */
static bool writes(const char *path)
{
	FILE *in = fopen(path, "r");
	char line[4096];
	bool found = false;

	TRUE(in != NULL);
	while (fgets(line, sizeof(line), in))
		found = found || strncmp(line, "write ", 6) == 0 || strncmp(line, "replace ", 8) == 0;
	fclose(in);
	return found;
}

static void play(const char *path)
{
	FILE *in = fopen(path, "r");
	struct replay r = { 0 };
	char line[4096];

	TRUE(in != NULL);
	while (fgets(line, sizeof(line), in))
		step(&r, in, line);
	fclose(in);
	TRUE(r.terminal != NULL);
	pt_end(r.terminal);
	buffer_done(&r.query);
	buffer_done(&r.table);
}

TEST(every_screen_of_the_screen_tests_is_so_in_a_real_terminal)
{
	glob_t found;

	TRUE(glob("tests/screen/*.screen", 0, NULL, &found) == 0);
	TRUE(found.gl_pathc >= LEAST_SCRIPTS);
	for (size_t i = 0; i < found.gl_pathc; i++) {
		if (writes(found.gl_pathv[i])) {
			printf("# skipped, it writes files: %s\n", found.gl_pathv[i]);
			continue;
		}
		printf("# %s\n", found.gl_pathv[i]);
		play(found.gl_pathv[i]);
	}
	globfree(&found);
}
