#include "term/term.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/memory.h"
#include "term/internal.h"
#include "term/signals.h"
#include "term/terminfo.h"

enum { SIZE_MOST = 1000, ESCAPE_MS = 25 };

static const char paste_on[] = "\033[?2004h";
static const char paste_off[] = "\033[?2004l";

bool term_write(const struct term *t, const char *bytes, size_t n)
{
	while (n > 0) {
		ssize_t written = write(t->out, bytes, n);

		if (written < 0 && errno == EINTR)
			continue;
		if (written <= 0)
			return false;
		bytes += written;
		n -= (size_t)written;
	}
	return true;
}

static void paste(const struct term *t, const char *sequence)
{
	if (t->ansi)
		term_write(t, sequence, strlen(sequence));
}

static bool open_terminal(struct term *t, struct error *err)
{
	t->in = STDIN_FILENO;
	t->out = STDOUT_FILENO;
	if (isatty(STDIN_FILENO) && isatty(STDOUT_FILENO))
		return true;
	int fd = open("/dev/tty", O_RDWR | O_CLOEXEC);

	if (fd < 0)
		return error_set(err, "没有终端可用（/dev/tty：%s）", error_reason(errno));
	t->own = fdopen(fd, "r+");
	t->in = t->out = fd;
	if (t->own)
		return true;
	close(fd);
	return error_set(err, "打不开终端：%s", error_reason(errno));
}

static bool wants_colour(enum term_colour colour)
{
	const char *no = getenv("NO_COLOR");

	return colour == TERM_COLOUR_ALWAYS || (colour == TERM_COLOUR_AUTO && (!no || !*no));
}

static void set_modes(void)
{
	raw();
	noecho();
	nonl();
	meta(stdscr, TRUE);
	keypad(stdscr, TRUE);
	nodelay(stdscr, TRUE);
	leaveok(stdscr, FALSE);
	scrollok(stdscr, FALSE);
	typeahead(-1);
	curs_set(1);
}

/* The screen can be brought back, and is known to be one, before ncurses touches it. */
static bool start_screen(struct term *t, struct error *err)
{
	struct winsize size = { 0 };
	struct terminfo info = { 0 };
	bool usable = terminfo_read(t->out, &info, err);

	t->ansi = info.ansi;
	signals_restoring(info.restore.bytes, info.restore.n);
	buffer_done(&info.restore);
	if (!usable)
		return false;
	/* We ask for the size ourselves: ncurses would believe LINES and COLUMNS even after a
	 * resize, and would take memory for a size of any number. */
	ioctl(t->out, TIOCGWINSZ, &size);
	use_env(FALSE);
	use_tioctl(size.ws_row <= SIZE_MOST && size.ws_col <= SIZE_MOST);
	t->screen = newterm(NULL, t->own ? t->own : stdout, t->own ? t->own : stdin);
	if (!t->screen)
		return error_set(err, "终端启动失败");
	signals_hold_again();
	if (!getenv("ESCDELAY"))
		set_escdelay(ESCAPE_MS);
	return true;
}

static void close_terminal(struct term *t)
{
	if (t->own)
		fclose(t->own);
	frame_done(&t->shown);
	free(t->line);
	free(t);
}

struct term *term_start(enum term_colour colour, struct error *err)
{
	struct term *t = memory_new(sizeof(*t));
	t->watched = -1;

	if (!open_terminal(t, err)) {
		close_terminal(t);
		return NULL;
	}
	/* Before ncurses touches the modes, so that no failure in between leaves them changed. */
	if (!signals_hold(t->in)) {
		error_set(err, "没有终端可用：%s", error_reason(errno));
		close_terminal(t);
		return NULL;
	}
	if (!start_screen(t, err)) {
		signals_restore_modes();
		signals_release();
		close_terminal(t);
		return NULL;
	}
	memory_on_exhausted(signals_restore);
	getmaxyx(stdscr, t->rows, t->cols);
	set_modes();
	looks_make(t->looks, wants_colour(colour));
	term_fit(t);
	paste(t, paste_on);
	return t;
}

static void leave(struct term *t)
{
	paste(t, paste_off);
	endwin();
}

void term_stop(struct term *t)
{
	if (!t)
		return;
	memory_on_exhausted(NULL);
	/* After ^Z the terminal belongs to the shell: touching it would stop us again. */
	if (!t->away) {
		leave(t);
		signals_restore_modes();
	}
	delscreen(t->screen);
	close_terminal(t);
	signals_release();
}

void term_die(int number)
{
	struct sigaction standard = { .sa_handler = SIG_DFL };
	sigset_t only;

	if (number == 0)
		number = SIGHUP;
	sigemptyset(&standard.sa_mask);
	sigaction(number, &standard, NULL);
	sigemptyset(&only);
	sigaddset(&only, number);
	raise(number);
	sigprocmask(SIG_UNBLOCK, &only, NULL);
	exit(128 + number);
}

static int clamp(int value)
{
	return value < 1 ? 1 : value > SIZE_MOST ? SIZE_MOST : value;
}

/* ncurses leaves the scrolling region at the old height, and moving down across its end would
 * scroll. */
static void free_scrolling(const struct term *t, int rows)
{
	struct buffer bytes = { 0 };

	terminfo_scroll_all(rows, &bytes);
	term_write(t, bytes.bytes, bytes.n);
	buffer_done(&bytes);
}

void term_fit(struct term *t)
{
	struct winsize size = { 0 };
	int rows = t->rows, cols = t->cols;

	if (ioctl(t->out, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0) {
		rows = size.ws_row;
		cols = size.ws_col;
	}
	resize_term(clamp(rows), clamp(cols));
	free_scrolling(t, clamp(rows));
	t->anew = true;
}

void term_size(struct term *t, int *rows, int *cols)
{
	(void)t;
	getmaxyx(stdscr, *rows, *cols);
	*rows = clamp(*rows);
	*cols = clamp(*cols);
}

void term_return(struct term *t)
{
	if (!t->away)
		leave(t);
	t->away = true;
	signals_let_in();
	signals_stopping();
	signals_continued();
	/* A job that is killed while it is stopped runs on in the background: the terminal is
	 * not ours to take then. */
	if (signals_ending())
		return;
	reset_prog_mode();
	paste(t, paste_on);
	t->away = false;
	term_fit(t);
}

void term_suspend(struct term *t)
{
	leave(t);
	t->away = true;
	signals_stop();
	term_return(t);
}
