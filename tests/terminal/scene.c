#include "terminal/scene.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

const char *scene_program(void)
{
	const char *program = getenv("LINGPAO");

	if (program)
		return program;
	fputs("LINGPAO must name the program\n", stderr);
	exit(2);
}

const char *scene_demo(void)
{
	static char path[1024];
	const char *program = scene_program();
	const char *slash = strrchr(program, '/');

	snprintf(path, sizeof(path), "%.*sterminal-demo", slash ? (int)(slash - program) + 1 : 0, program);
	return path;
}
