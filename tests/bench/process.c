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

/* spawnp, not fork: a copy of our own page tables is none of the program's time. */
double process_run(const char *const argv[], const char *input, const char *cache, int most)
{
	extern char **environ;
	posix_spawn_file_actions_t files;
	pid_t pid;
	int status;
	setenv("LC_ALL", "C.UTF-8", 1);
	setenv("XDG_CACHE_HOME", cache, 1);
	setenv("XDG_DATA_HOME", cache, 1);
	setenv("XDG_DATA_DIRS", cache, 1);
	unsetenv("FZF_DEFAULT_OPTS");
	posix_spawn_file_actions_init(&files);
	posix_spawn_file_actions_addopen(&files, 0, input ? input : "/dev/null", O_RDONLY, 0);
	posix_spawn_file_actions_addopen(&files, 1, "/dev/null", O_WRONLY, 0);
	posix_spawn_file_actions_addopen(&files, 2, "/dev/null", O_WRONLY, 0);
	double start = now_ms();
	int error = posix_spawnp(&pid, argv[0], &files, NULL, (char *const *)argv, environ);
	posix_spawn_file_actions_destroy(&files);
	if (error || waitpid(pid, &status, 0) != pid)
		return NAN;
	double time = now_ms() - start;
	return WIFEXITED(status) && WEXITSTATUS(status) <= most ? time : NAN;
}
