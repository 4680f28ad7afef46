#include "bench/session.h"

#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vterm.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "bench/figures.h"

#define LONGEST_MS 120e3 /* after which nothing more is expected */

struct session {
	pid_t pid;
	int terminal; /* the master's end */
	VTerm *emulator;
	VTermScreen *screen;
	struct buffer row;
	double clock; /* when it started */
};

static void on_answer(const char *bytes, size_t n, void *user)
{
	struct session *s = user;
	if (write(s->terminal, bytes, n) < 0)
		return;
}

static void become(const char *const argv[], const char *input, const char *cache)
{
	int in = input ? open(input, O_RDONLY) : -1;
	if (in >= 0)
		dup2(in, STDIN_FILENO);
	setenv("TERM", "xterm-256color", 1);
	setenv("LC_ALL", "C.UTF-8", 1);
	setenv("XDG_CACHE_HOME", cache, 1);
	setenv("XDG_DATA_HOME", cache, 1);
	setenv("XDG_DATA_DIRS", cache, 1);
	unsetenv("FZF_DEFAULT_OPTS");
	unsetenv("LINES");
	unsetenv("COLUMNS");
	execvp(argv[0], (char *const *)argv);
	_exit(127);
}

struct session *session_start(const char *const argv[], const char *input, const char *cache)
{
	struct session *s = memory_new(sizeof(*s));
	struct winsize size = { .ws_row = SESSION_ROWS, .ws_col = SESSION_COLS };
	s->emulator = vterm_new(SESSION_ROWS, SESSION_COLS);
	s->screen = vterm_obtain_screen(s->emulator);
	vterm_set_utf8(s->emulator, 1);
	vterm_output_set_callback(s->emulator, on_answer, s);
	vterm_screen_enable_altscreen(s->screen, 1);
	vterm_screen_reset(s->screen, 1);
	s->clock = now_ms();
	s->pid = forkpty(&s->terminal, NULL, NULL, &size);
	if (s->pid < 0) {
		perror("forkpty");
		exit(1);
	}
	if (s->pid == 0)
		become(argv, input, cache);
	return s;
}

void session_end(struct session *s)
{
	kill(s->pid, SIGKILL);
	close(s->terminal);
	waitpid(s->pid, NULL, 0);
	vterm_free(s->emulator);
	buffer_done(&s->row);
	free(s);
}

void session_keys(struct session *s, const char *keys)
{
	s->clock = now_ms();
	if (write(s->terminal, keys, strlen(keys)) < 0)
		perror("key");
}

/* Everything that the program has said by now, waiting at most `ms` for the first byte. */
static bool listen_for(struct session *s, double ms)
{
	char bytes[1 << 16];
	struct pollfd p = { .fd = s->terminal, .events = POLLIN };
	int wait = (int)ceil(ms);
	while (poll(&p, 1, wait) > 0) {
		ssize_t n = read(s->terminal, bytes, sizeof(bytes));
		if (n <= 0)
			return n < 0 && errno == EINTR;
		vterm_input_write(s->emulator, bytes, (size_t)n);
		wait = 0;
	}
	return true;
}

static const char *read_row(struct session *s, int row)
{
	buffer_clear(&s->row);
	for (int col = 0; col < SESSION_COLS; col++) {
		VTermScreenCell cell;
		char bytes[UTF8_MAX];
		VTermPos at = { row < 0 ? SESSION_ROWS + row : row, col };
		vterm_screen_get_cell(s->screen, at, &cell);
		if (cell.chars[0] == (uint32_t)-1) /* the right half of a wide one */
			continue;
		buffer_add(&s->row, bytes, utf8_encode(cell.chars[0] ? cell.chars[0] : ' ', bytes));
	}
	return buffer_string(&s->row);
}

static bool seen(struct session *s, const struct session_sight *sight)
{
	const char *row = read_row(s, sight->row);
	bool there = strstr(row, sight->text) || (sight->other && strstr(row, sight->other));
	return (there && (!sight->also || strstr(row, sight->also))) != sight->gone;
}

double session_until(struct session *s, const struct session_sight *sight)
{
	double end = now_ms() + LONGEST_MS;
	for (;;) {
		bool there = seen(s, sight);
		double at = now_ms();
		if (there)
			return at - s->clock;
		if (at > end || !listen_for(s, end - at + 1))
			return NAN;
	}
}

double session_memory(const struct session *s, const char *name)
{
	char path[64], line[256];
	double kib = NAN;
	snprintf(path, sizeof(path), "/proc/%d/status", (int)s->pid);
	FILE *in = fopen(path, "r");
	while (in && fgets(line, sizeof(line), in))
		if (strncmp(line, name, strlen(name)) == 0 && line[strlen(name)] == ':')
			kib = atof(line + strlen(name) + 1);
	if (in)
		fclose(in);
	return kib / 1024;
}
