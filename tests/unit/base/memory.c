#include "base/memory.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "support/check.h"

TEST(new_memory_is_zeroed_and_never_nothing)
{
	unsigned char *bytes = memory_new(1000);
	for (int i = 0; i < 1000; i++)
		EQ_INT(bytes[i], 0);
	free(bytes);
	void *none = memory_new(0);
	TRUE(none != NULL);
	free(none);
}

TEST(a_copy_ends_in_a_nul_of_its_own)
{
	char *copy = memory_copy("政策x", 6);
	EQ_STR(copy, "政策");
	free(copy);
}

TEST(growing_keeps_what_is_there_and_doubles)
{
	int *all = NULL;
	size_t capacity = 0, moves = 0;
	for (size_t i = 0; i < 10000; i++) {
		size_t before = capacity;
		all = memory_grow(all, &capacity, i + 1, sizeof(*all));
		moves += capacity != before;
		TRUE(capacity > i);
		all[i] = (int)i;
	}
	for (int i = 0; i < 10000; i++)
		EQ_INT(all[i], i);
	TRUE(moves < 16);
	int *same = memory_grow(all, &capacity, 5, sizeof(*all));
	TRUE(same == all);
	free(all);
}

static void farewell(void)
{
	if (write(STDOUT_FILENO, "farewell\n", 9) != 9)
		_exit(1);
}

/* What a child that asks for too much writes to both its outputs, and its exit code. */
static int ask(size_t capacity, size_t need, size_t size, char *said, size_t room)
{
	int pipe_ends[2];
	TRUE(pipe(pipe_ends) == 0);
	pid_t child = fork();
	if (child == 0) {
		dup2(pipe_ends[1], STDOUT_FILENO);
		dup2(pipe_ends[1], STDERR_FILENO);
		memory_on_exhausted(farewell);
		memory_grow(NULL, &capacity, need, size);
		_exit(0);
	}
	close(pipe_ends[1]);
	ssize_t n, all = 0;
	while ((n = read(pipe_ends[0], said + all, room - 1 - (size_t)all)) > 0)
		all += n;
	said[all] = '\0';
	close(pipe_ends[0]);
	int status = 0;
	waitpid(child, &status, 0);
	return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

TEST(more_than_can_be_counted_ends_the_program_after_its_farewell)
{
	char said[200];
	EQ_INT(ask(SIZE_MAX / 2 + 1, SIZE_MAX / 2 + 1, 1, said, sizeof(said)), 0);
	EQ_INT(ask(0, SIZE_MAX / 16, 16, said, sizeof(said)), 74);
	EQ_STR(said, "farewell\nlingpao: 内存不足\n");
}
