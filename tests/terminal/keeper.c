#include "terminal/keeper.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

enum { FILES = 256 };

static void fail(const char *what)
{
	perror(what);
	_exit(127);
}

static void reset_signals(void)
{
	struct sigaction standard = { .sa_handler = SIG_DFL };
	sigset_t none;

	sigemptyset(&standard.sa_mask);
	for (int number = 1; number < NSIG; number++)
		sigaction(number, &standard, NULL);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
}

static void become_program(int terminal, int input, const char *const argv[], const char *const environment[])
{
	setpgid(0, 0);
	/* The keeper ignores this one; so does the child until here. */
	tcsetpgrp(terminal, getpid());
	reset_signals();
	if (dup2(input < 0 ? terminal : input, STDIN_FILENO) < 0 || dup2(terminal, STDOUT_FILENO) < 0 ||
	    dup2(terminal, STDERR_FILENO) < 0)
		fail("dup2");
	execve(argv[0], (char *const *)argv, (char *const *)environment);
	fail(argv[0]);
}

static void on_child(int number)
{
	(void)number;
}

static void tell(int news, int value)
{
	if (write(news, &value, sizeof(value)) != sizeof(value))
		_exit(0);
}

/* False when the program is no more. */
static bool report(pid_t program, int terminal, int news)
{
	int status;

	while (waitpid(program, &status, WNOHANG | WUNTRACED | WCONTINUED) == program) {
		if (WIFSTOPPED(status))
			tcsetpgrp(terminal, getpid());
		tell(news, status);
		if (WIFEXITED(status) || WIFSIGNALED(status))
			return false;
	}
	return true;
}

static void obey(pid_t program, int terminal, char order)
{
	if (order == KEEPER_FOREGROUND)
		tcsetpgrp(terminal, program);
	kill(-program, order == KEEPER_HANGUP ? SIGHUP : SIGCONT);
}

static void keep(pid_t program, int terminal, int news, int orders)
{
	struct pollfd poll = { .fd = orders, .events = POLLIN };
	sigset_t open;
	char order;

	sigprocmask(SIG_BLOCK, NULL, &open);
	sigdelset(&open, SIGCHLD);
	while (report(program, terminal, news)) {
		if (ppoll(&poll, 1, NULL, &open) < 0)
			continue;
		if (read(orders, &order, 1) != 1) {
			kill(-program, SIGKILL);
			waitpid(program, NULL, 0);
			_exit(0);
		}
		obey(program, terminal, order);
	}
	/* The session lives until the test has looked at the terminal. */
	while (read(orders, &order, 1) == 1)
		;
	_exit(0);
}

static void become_keeper(int terminal, int input, const char *const argv[], const char *const environment[], int news,
			  int orders)
{
	struct sigaction action = { .sa_handler = on_child };
	sigset_t child;

	/* Above all the terminal's other end: while somebody holds it, the terminal cannot vanish. */
	for (int fd = STDERR_FILENO + 1; fd < FILES; fd++)
		if (fd != terminal && fd != input && fd != news && fd != orders)
			close(fd);
	setsid();
	if (ioctl(terminal, TIOCSCTTY, 0) != 0)
		fail("TIOCSCTTY");
	signal(SIGTTOU, SIG_IGN);
	signal(SIGHUP, SIG_IGN);
	sigemptyset(&action.sa_mask);
	sigaction(SIGCHLD, &action, NULL);
	sigemptyset(&child);
	sigaddset(&child, SIGCHLD);
	sigprocmask(SIG_BLOCK, &child, NULL);

	pid_t program = fork();

	if (program == 0)
		become_program(terminal, input, argv, environment);
	setpgid(program, program);
	if (input >= 0)
		close(input);
	tell(news, program);
	keep(program, terminal, news, orders);
}

struct keeper keeper_start(int terminal, int input, const char *const argv[], const char *const environment[])
{
	int news[2], orders[2];
	int program = -1;

	if (pipe2(news, O_CLOEXEC) != 0 || pipe2(orders, O_CLOEXEC) != 0)
		fail("pipe");
	pid_t pid = fork();

	if (pid == 0) {
		close(news[0]);
		close(orders[1]);
		become_keeper(terminal, input, argv, environment, news[1], orders[0]);
	}
	close(news[1]);
	close(orders[0]);
	if (read(news[0], &program, sizeof(program)) != sizeof(program))
		fail("keeper");
	return (struct keeper){ pid, program, news[0], orders[1] };
}

void keeper_order(const struct keeper *k, enum keeper_order order)
{
	char letter = (char)order;

	if (write(k->orders, &letter, 1) != 1)
		perror("keeper");
}

void keeper_end(struct keeper *k)
{
	close(k->orders);
	close(k->news);
	waitpid(k->pid, NULL, 0);
}
