#include "term/link.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/memory.h"
#include "term/internal.h"

#define LETTERS "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
#define DIGITS "0123456789"

enum { PROGRAMS = 8 };

static bool plain_host(const char *host, size_t n)
{
	size_t name = strspn(host, LETTERS DIGITS "-.");

	if (name == 0 || host[0] == '.' || host[0] == '-')
		return false;
	if (name >= n)
		return true;
	return host[name] == ':' && strspn(host + name + 1, DIGITS) >= n - name - 1;
}

static bool plain_escapes(const char *link)
{
	for (const char *at = strchr(link, '%'); at; at = strchr(at + 1, '%'))
		if (strspn(at + 1, DIGITS "ABCDEFabcdef") < 2 || strncmp(at, "%00", 3) == 0)
			return false;
	return true;
}

bool link_plain(const char *link, struct error *err)
{
	size_t scheme = strncasecmp(link, "http://", 7) == 0	? 7
			: strncasecmp(link, "https://", 8) == 0 ? 8
								: 0;

	if (!scheme)
		return error_set(err, "不是 http 或 https 链接，不打开");
	if (strlen(link) > LINK_BYTES)
		return error_set(err, "链接超过 %d 字节，不打开", LINK_BYTES);
	if (link[strspn(link, LETTERS DIGITS "-._~:/?#[]@!$&()*+,;=%")] || !plain_escapes(link))
		return error_set(err, "链接中有网址不应有的字符，不打开");

	size_t host = strcspn(link + scheme, "/?#");

	if (memchr(link + scheme, '@', host))
		return error_set(err, "链接中写有用户名，不打开");
	if (!plain_host(link + scheme, host))
		return error_set(err, "链接中没有可认的主机名，不打开");
	return true;
}

/* Fills `programs` with the names to try, in order, NULL after the last; returns what they stand
 * in. */
static char *list_programs(const char *programs[PROGRAMS + 1])
{
	static const char *const standard[] = { "wslview", "xdg-open", "open" };
	const char *browser = getenv("BROWSER");
	char *names = memory_copy(browser ? browser : "", browser ? strlen(browser) : 0);
	char *rest = NULL;
	size_t n = 0;

	for (char *name = strtok_r(names, ":", &rest); name; name = strtok_r(NULL, ":", &rest))
		/* "%s" asks for a shell's work: not ours. */
		if (!strchr(name, '%') && n < PROGRAMS - 3)
			programs[n++] = name;
	for (size_t i = 0; i < sizeof(standard) / sizeof(standard[0]); i++)
		programs[n++] = standard[i];
	programs[n] = NULL;
	return names;
}

static bool silence(void)
{
	int null = open("/dev/null", O_RDWR);
	bool done = null >= 0 && dup2(null, STDIN_FILENO) >= 0 && dup2(null, STDOUT_FILENO) >= 0 &&
		    dup2(null, STDERR_FILENO) >= 0;

	if (null > STDERR_FILENO)
		close(null);
	return done;
}

/* In the child: nothing of ours may reach the browser, neither the terminal nor blocked and
 * ignored signals. Returns only when there is no program. */
static void become(const char *const programs[], const char *link)
{
	struct sigaction standard = { .sa_handler = SIG_DFL };
	sigset_t none;

	sigemptyset(&standard.sa_mask);
	for (int number = 1; number < NSIG; number++)
		sigaction(number, &standard, NULL);
	sigemptyset(&none);
	sigprocmask(SIG_SETMASK, &none, NULL);
	for (size_t i = 0; silence() && programs[i]; i++)
		execlp(programs[i], programs[i], link, (char *)NULL);
}

/* Twice forked, so that nobody has to wait for the browser. True when a program was found: then
 * the report's other end closes without a byte. */
static bool launch(const char *const programs[], const char *link)
{
	int report[2];
	char byte;

	if (pipe2(report, O_CLOEXEC) != 0)
		return false;
	pid_t child = fork();

	if (child == 0) {
		setsid();
		pid_t browser = fork();

		if (browser == 0)
			become(programs, link);
		_exit(browser <= 0 && write(report[1], "", 1) < 0);
	}
	close(report[1]);
	while (child > 0 && waitpid(child, NULL, 0) < 0 && errno == EINTR)
		;
	ssize_t n;

	do
		n = read(report[0], &byte, 1);
	while (n < 0 && errno == EINTR);
	close(report[0]);
	return child > 0 && n == 0;
}

bool term_open_link(struct term *t, const char *link, struct error *err)
{
	const char *programs[PROGRAMS + 1];

	(void)t;
	if (!link_plain(link, err))
		return false;
	char *names = list_programs(programs);
	bool launched = launch(programs, link);

	free(names);
	return launched ||
	       error_set(err, "没有可用的浏览器（试过 $BROWSER、wslview、xdg-open、open）");
}
