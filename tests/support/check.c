#include "support/check.h"

#include <locale.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static struct CMUnitTest *tests;
static void (**bodies)(void);
static size_t count;
static size_t current_row;

void check_register(const char *name, void (*run)(void))
{
	tests = realloc(tests, (count + 1) * sizeof(*tests));
	bodies = realloc(bodies, (count + 1) * sizeof(*bodies));
	if (!tests || !bodies)
		abort();
	tests[count] = (struct CMUnitTest){ .name = name };
	bodies[count++] = run;
}

bool check_row(size_t row)
{
	current_row = row;
	return true;
}

static void fail_at(const char *file, int line)
{
	print_error("  in row %zu\n", current_row);
	_fail(file, line);
}

void check_true(bool holds, const char *what, const char *file, int line)
{
	if (holds)
		return;
	print_error("%s does not hold\n", what);
	fail_at(file, line);
}

void check_int(long long got, long long want, const char *what, const char *file, int line)
{
	if (got == want)
		return;
	print_error("%s is %lld, not %lld\n", what, got, want);
	fail_at(file, line);
}

void check_str(const char *got, const char *want, const char *what, const char *file, int line)
{
	if (got == want || (got && want && strcmp(got, want) == 0))
		return;
	print_error("%s is\n  |%s|\nnot\n  |%s|\n", what, got ? got : "(null)", want ? want : "(null)");
	fail_at(file, line);
}

void check_real(double got, double want, const char *what, const char *file, int line)
{
	if (fabs(got - want) <= 1e-9)
		return;
	print_error("%s is %.12g, not %.12g\n", what, got, want);
	fail_at(file, line);
}

void check_has(const char *text, const char *part, const char *what, const char *file, int line)
{
	if (text && strstr(text, part))
		return;
	print_error("%s is\n  |%s|\nwithout\n  |%s|\n", what, text ? text : "(null)", part);
	fail_at(file, line);
}

static void run_body(void **state)
{
	current_row = 0;
	void (**body)(void) = *state;
	(*body)();
}

int main(void)
{
	setlocale(LC_CTYPE, "C.UTF-8");
	cmocka_set_message_output(CM_OUTPUT_TAP);
	for (size_t i = 0; i < count; i++) {
		tests[i].test_func = run_body;
		tests[i].initial_state = &bodies[i];
	}
	int failed = _cmocka_run_group_tests("tests", tests, count, NULL, NULL);
	printf("%zu passed, %d failed\n", count - (size_t)failed, failed);
	free(tests);
	free(bodies);
	return failed != 0;
}
