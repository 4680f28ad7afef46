#include "term/signals.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <termios.h>
#include <time.h>
#include <unistd.h>

enum { STACK_BYTES = 64 * 1024, RESTORE_BYTES = 256 };

/* clang-format off */
static const int crashing[] = { SIGSEGV, SIGABRT, SIGBUS, SIGFPE, SIGILL, SIGTRAP, SIGSYS };
static const int ending[] = {
	SIGINT,    SIGTERM,   SIGHUP,    SIGQUIT,   SIGALRM,   SIGUSR1,   SIGUSR2,   SIGXCPU,
	SIGXFSZ,   SIGVTALRM, SIGPROF,   SIGPOLL,
};
/* clang-format on */

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

/* A handler gets no argument: what it needs has to stand here. There is one terminal at a time. */
static struct {
	int fd; /* -1 while no terminal is held */
	struct termios modes;
	char bytes[RESTORE_BYTES];
	size_t n;
	struct sigaction before[NSIG];
	sigset_t mask_before;
	sigset_t mask_open; /* while waiting */
	sigset_t mask_held;
	stack_t stack_before;
} held = { .fd = -1 };

/* A crash by a full stack needs another one. */
static char stack[STACK_BYTES];

static volatile sig_atomic_t ended_by;
static volatile sig_atomic_t resized;
static volatile sig_atomic_t stopping;
static volatile sig_atomic_t continued;

void signals_restore_modes(void)
{
	if (held.fd >= 0)
		tcsetattr(held.fd, TCSANOW, &held.modes);
}

void signals_restore(void)
{
	const char *bytes = held.bytes;
	size_t n = held.n;

	while (held.fd >= 0 && n > 0) {
		ssize_t written = write(held.fd, bytes, n);

		if (written <= 0)
			break;
		bytes += written;
		n -= (size_t)written;
	}
	signals_restore_modes();
}

/* SA_RESETHAND has set the default action back: raised again, the signal kills when the handler
 * returns. */
static void on_crash(int signal)
{
	int error = errno;

	signals_restore();
	raise(signal);
	errno = error;
}

static void on_mark(int signal)
{
	if (signal == SIGWINCH)
		resized = 1;
	else if (signal == SIGTSTP)
		stopping = 1;
	else if (signal == SIGCONT)
		continued = 1;
	else if (!ended_by)
		ended_by = signal;
}

static void handle(int signal, void (*handler)(int), int flags)
{
	struct sigaction action = { .sa_handler = handler, .sa_flags = flags };

	sigemptyset(&action.sa_mask);
	/* Setting the modes back from the background must not stop a program that is dying. */
	if (handler == on_crash)
		sigfillset(&action.sa_mask);
	if (held.before[signal].sa_handler != SIG_IGN || signal == SIGWINCH || signal == SIGCONT)
		sigaction(signal, &action, NULL);
}

void signals_hold_again(void)
{
	for (size_t i = 0; i < COUNT(crashing); i++)
		handle(crashing[i], on_crash, SA_ONSTACK | (int)SA_RESETHAND);
	for (size_t i = 0; i < COUNT(ending); i++)
		handle(ending[i], on_mark, 0);
	handle(SIGWINCH, on_mark, 0);
	handle(SIGTSTP, on_mark, 0);
	handle(SIGCONT, on_mark, 0);
	handle(SIGPIPE, SIG_IGN, 0);
}

static void remember(int signal)
{
	sigaction(signal, NULL, &held.before[signal]);
}

static void mark(int signal)
{
	remember(signal);
	sigaddset(&held.mask_held, signal);
	sigdelset(&held.mask_open, signal);
}

bool signals_hold(int fd)
{
	if (tcgetattr(fd, &held.modes) != 0)
		return false;
	held.fd = fd;
	held.n = 0;
	ended_by = resized = stopping = continued = 0;
	sigprocmask(SIG_BLOCK, NULL, &held.mask_before);
	held.mask_held = held.mask_open = held.mask_before;
	for (size_t i = 0; i < COUNT(crashing); i++)
		remember(crashing[i]);
	for (size_t i = 0; i < COUNT(ending); i++)
		mark(ending[i]);
	mark(SIGWINCH);
	mark(SIGTSTP);
	mark(SIGCONT);
	remember(SIGPIPE);
	sigprocmask(SIG_SETMASK, &held.mask_held, NULL);

	stack_t own = { .ss_sp = stack, .ss_size = sizeof(stack) };

	sigaltstack(&own, &held.stack_before);
	signals_hold_again();
	return true;
}

void signals_restoring(const char *bytes, size_t n)
{
	held.n = n < RESTORE_BYTES ? n : 0;
	if (held.n > 0)
		memcpy(held.bytes, bytes, held.n);
}

void signals_release(void)
{
	if (held.fd < 0)
		return;
	held.fd = -1;
	for (size_t i = 0; i < COUNT(crashing); i++)
		sigaction(crashing[i], &held.before[crashing[i]], NULL);
	for (size_t i = 0; i < COUNT(ending); i++)
		sigaction(ending[i], &held.before[ending[i]], NULL);
	sigaction(SIGWINCH, &held.before[SIGWINCH], NULL);
	sigaction(SIGTSTP, &held.before[SIGTSTP], NULL);
	sigaction(SIGCONT, &held.before[SIGCONT], NULL);
	sigaction(SIGPIPE, &held.before[SIGPIPE], NULL);
	sigaltstack(&held.stack_before, NULL);
	sigprocmask(SIG_SETMASK, &held.mask_before, NULL);
}

int signals_wait(int fd, int watched, int ms, bool *watched_ready)
{
	/* poll() passes over a descriptor below 0. */
	struct pollfd poll[] = { { .fd = fd, .events = POLLIN }, { .fd = watched, .events = POLLIN } };
	struct timespec time = { .tv_sec = ms / 1000, .tv_nsec = ms % 1000 * 1000000L };

	*watched_ready = false;
	if (ppoll(poll, COUNT(poll), ms < 0 ? NULL : &time, &held.mask_open) < 0)
		return errno == EINTR ? -1 : POLLERR;
	*watched_ready = poll[1].revents != 0;
	return poll[0].revents;
}

void signals_let_in(void)
{
	sigprocmask(SIG_SETMASK, &held.mask_open, NULL);
	sigprocmask(SIG_SETMASK, &held.mask_held, NULL);
}

int signals_ending(void)
{
	return ended_by;
}

static bool take(volatile sig_atomic_t *set)
{
	bool was = *set;

	*set = 0;
	return was;
}

bool signals_resized(void)
{
	return take(&resized);
}

bool signals_stopping(void)
{
	return take(&stopping);
}

bool signals_continued(void)
{
	return take(&continued);
}

void signals_stop(void)
{
	struct sigaction standard = { .sa_handler = SIG_DFL };
	sigset_t only;

	/* A shell without job control ignores it and could never wake us. */
	if (held.before[SIGTSTP].sa_handler == SIG_IGN)
		return;
	sigemptyset(&standard.sa_mask);
	sigaction(SIGTSTP, &standard, NULL);
	sigemptyset(&only);
	sigaddset(&only, SIGTSTP);
	/* The whole group, as the terminal does: the shell waits until every process of the job
	 * has stopped. */
	kill(0, SIGTSTP);
	sigprocmask(SIG_UNBLOCK, &only, NULL);
	sigprocmask(SIG_BLOCK, &only, NULL);
	handle(SIGTSTP, on_mark, 0);
}
