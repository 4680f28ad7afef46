#include <errno.h>
#include <fcntl.h>
#include <math.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bench/bench.h"

/* What is said until the end, which the writer's end of the pipe tells. */
static unsigned long read_count(int from)
{
	char text[64] = "", rest[4096];
	size_t n = 0;
	for (ssize_t got;
	     n < sizeof(text) - 1 && (got = read(from, text + n, sizeof(text) - 1 - n)) > 0;)
		n += (size_t)got;
	while (n && read(from, rest, sizeof(rest)) > 0)
		continue;
	return strtoul(text, NULL, 10);
}

/* spawnp, not fork: a copy of our own page tables is none of the program's time. */
double process_run(const char *const argv[], const char *input, const char *cache, int most,
		   unsigned long *count)
{
	extern char **environ;
	posix_spawn_file_actions_t files;
	pid_t pid;
	int status, ends[2];
	if (pipe2(ends, O_CLOEXEC) != 0)
		return NAN;
	setenv("LC_ALL", "C.UTF-8", 1);
	setenv("XDG_CACHE_HOME", cache, 1);
	setenv("XDG_DATA_HOME", cache, 1);
	setenv("XDG_DATA_DIRS", cache, 1);
	unsetenv("FZF_DEFAULT_OPTS");
	posix_spawn_file_actions_init(&files);
	posix_spawn_file_actions_addopen(&files, 0, input ? input : "/dev/null", O_RDONLY, 0);
	posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0);
	posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0);
	if (count)
		posix_spawn_file_actions_adddup2(&files, ends[1], 1);
	double start = now_ms();
	int error = posix_spawnp(&pid, argv[0], &files, NULL, (char *const *)argv, environ);
	posix_spawn_file_actions_destroy(&files);
	close(ends[1]);
	if (count && !error)
		*count = read_count(ends[0]);
	close(ends[0]);
	if (error || waitpid(pid, &status, 0) != pid)
		return NAN;
	double time = now_ms() - start;
	return WIFEXITED(status) && WEXITSTATUS(status) <= most ? time : NAN;
}
