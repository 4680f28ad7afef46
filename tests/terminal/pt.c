#include "terminal/pt.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/memory.h"
#include "terminal/internal.h"

enum { VARIABLES = 32 };

static int on_property(VTermProp property, VTermValue *value, void *user)
{
	struct pt *p = user;

	if (property == VTERM_PROP_ALTSCREEN)
		p->on_other_screen = value->boolean;
	else if (property == VTERM_PROP_CURSORVISIBLE)
		p->cursor_shown = value->boolean;
	return 1;
}

static void on_answer(const char *bytes, size_t n, void *user)
{
	pt_bytes(user, bytes, n);
}

static void emulate(struct pt *p)
{
	static const VTermScreenCallbacks callbacks = { .settermprop = on_property };

	p->emulator = vterm_new(p->rows, p->cols);
	p->screen = vterm_obtain_screen(p->emulator);
	vterm_set_utf8(p->emulator, 1);
	vterm_output_set_callback(p->emulator, on_answer, p);
	vterm_screen_set_callbacks(p->screen, &callbacks, p);
	vterm_screen_enable_altscreen(p->screen, 1);
	vterm_screen_reset(p->screen, 1);
	p->cursor_shown = true;
}

static bool same_name(const char *a, const char *b)
{
	size_t n = strcspn(a, "=");

	return n == strcspn(b, "=") && strncmp(a, b, n) == 0;
}

/* The variables in `out`, NULL after the last: ours, then what the test changes. */
static void make_environment(const char *const ours[], const char *const changes[], const char *out[VARIABLES])
{
	size_t n = 0;

	for (size_t i = 0; ours[i]; i++)
		out[n++] = ours[i];
	for (size_t i = 0; changes && changes[i]; i++) {
		size_t at = 0;

		while (at < n && !same_name(out[at], changes[i]))
			at++;
		if (strchr(changes[i], '='))
			out[at] = changes[i];
		else if (at < n)
			out[at] = out[--n];
		if (at == n && strchr(changes[i], '='))
			n++;
	}
	out[n] = NULL;
}

static struct pt *start(int rows, int cols, const char *const argv[], const char *const changes[], int input)
{
	struct pt *p = memory_new(sizeof(*p));
	struct winsize size = { .ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols };
	char home[96], path[1024];
	const char *environment[VARIABLES];

	p->rows = rows;
	p->cols = cols;
	p->blind = cols < 2;
	snprintf(p->home, sizeof(p->home), "/tmp/lingpao-home-XXXXXX");
	if (!mkdtemp(p->home) || openpty(&p->master, &p->slave, NULL, NULL, &size) != 0) {
		perror("no terminal");
		exit(2);
	}
	fcntl(p->master, F_SETFD, FD_CLOEXEC);
	fcntl(p->slave, F_SETFD, FD_CLOEXEC);
	tcgetattr(p->slave, &p->before);
	emulate(p);
	snprintf(home, sizeof(home), "HOME=%s", p->home);
	snprintf(path, sizeof(path), "PATH=%s", getenv("PATH") ? getenv("PATH") : "/usr/bin:/bin");
	const char *const ours[] = {
		"TERM=xterm-256color", "LC_ALL=C.UTF-8", "TZ=UTC", home, path,
		/* A report must come after the screen is itself again. */
		"ASAN_OPTIONS=abort_on_error=1:allocator_may_return_null=1", NULL,
	};
	make_environment(ours, changes, environment);
	p->keeper = keeper_start(p->slave, input, argv, environment);
	return p;
}

struct pt *pt_start(int rows, int cols, const char *const argv[], const char *const environment[])
{
	return start(rows, cols, argv, environment, -1);
}

struct pt *pt_start_piped(int rows, int cols, const char *const argv[], const char *const environment[],
			  const char *input)
{
	int data[2];

	if (pipe2(data, O_CLOEXEC) != 0 || write(data[1], input, strlen(input)) != (ssize_t)strlen(input))
		exit(2);
	close(data[1]);
	struct pt *p = start(rows, cols, argv, environment, data[0]);

	close(data[0]);
	return p;
}

void pt_end(struct pt *p)
{
	keeper_end(&p->keeper);
	if (p->master >= 0)
		close(p->master);
	close(p->slave);
	vterm_free(p->emulator);
	buffer_done(&p->raw);
	buffer_done(&p->text);
	rmdir(p->home);
	free(p);
}

const char *pt_home(const struct pt *p)
{
	return p->home;
}

static void read_output(struct pt *p)
{
	char bytes[8192];
	ssize_t n = read(p->master, bytes, sizeof(bytes));

	if (n <= 0)
		return;
	buffer_add(&p->raw, bytes, (size_t)n);
	if (!p->blind)
		vterm_input_write(p->emulator, bytes, (size_t)n);
}

static void read_news(struct pt *p)
{
	int status;

	if (read(p->keeper.news, &status, sizeof(status)) != sizeof(status)) {
		p->over = true;
		return;
	}
	p->status = status;
	p->stopped = WIFSTOPPED(status);
	p->over = WIFEXITED(status) || WIFSIGNALED(status);
}

bool pt_take(struct pt *p, int ms)
{
	struct pollfd polls[] = {
		{ .fd = p->master, .events = POLLIN },
		{ .fd = p->over ? -1 : p->keeper.news, .events = POLLIN },
	};

	if (poll(polls, 2, ms) <= 0)
		return false;
	/* Output first: it was there before the end was told. */
	if (polls[0].revents & POLLIN)
		read_output(p);
	else if (polls[1].revents)
		read_news(p);
	return true;
}

void pt_bytes(struct pt *p, const char *bytes, size_t n)
{
	while (n > 0) {
		ssize_t written = write(p->master, bytes, n);

		if (written < 0 && errno != EINTR)
			return;
		if (written < 0)
			continue;
		bytes += written;
		n -= (size_t)written;
	}
}

void pt_send(struct pt *p, const char *keys)
{
	pt_bytes(p, keys, strlen(keys));
}

void pt_resize(struct pt *p, int rows, int cols)
{
	struct winsize size = { .ws_row = (unsigned short)rows, .ws_col = (unsigned short)cols };

	p->rows = rows;
	p->cols = cols;
	p->blind = p->blind || cols < 2;
	if (!p->blind)
		vterm_set_size(p->emulator, rows, cols);
	ioctl(p->master, TIOCSWINSZ, &size);
}

void pt_signal(struct pt *p, int number)
{
	kill(p->keeper.program, number);
}

void pt_order(struct pt *p, enum keeper_order order)
{
	p->stopped = false;
	keeper_order(&p->keeper, order);
}

void pt_disturb(struct pt *p, const char *bytes)
{
	if (write(p->slave, bytes, strlen(bytes)) < 0)
		perror("disturb");
}

void pt_vanish(struct pt *p)
{
	close(p->master);
	p->master = -1;
}
