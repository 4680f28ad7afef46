/* Tests as sentences, cases as rows.
 *
 *	TEST(clip_never_splits_a_character)
 *	{
 *		static const struct { const char *text; int cols, want; } cases[] = { … };
 *		EACH (c, cases)
 *			EQ_INT(clipped_cols(c->text, c->cols), c->want);
 *	}
 *
 * TEST registers itself; check.c holds main(), sets the UTF-8 locale and runs them all through cmocka. A check that
 * fails prints the row of the innermost EACH, both values and the place, and ends its test.
 * The last line of every test program is "N passed, M failed". */
#ifndef SUPPORT_CHECK_H
#define SUPPORT_CHECK_H

#include <stdbool.h>
#include <stddef.h>

#define TEST(name)                                                       \
	static void name(void);                                          \
	__attribute__((constructor)) static void name##_register(void) \
	{                                                                \
		check_register(#name, name);                             \
	}                                                                \
	static void name(void)

#define EACH(c, cases)                                                                    \
	for (__typeof__(&(cases)[0]) c = (cases);                                          \
	     c < (cases) + sizeof(cases) / sizeof((cases)[0]) && check_row((size_t)(c - (cases))); c++)

#define TRUE(condition) check_true((condition), #condition, __FILE__, __LINE__)
#define EQ_INT(got, want) check_int((long long)(got), (long long)(want), #got, __FILE__, __LINE__)
#define EQ_STR(got, want) check_str((got), (want), #got, __FILE__, __LINE__)
/* Equal to 1e-9. */
#define EQ_REAL(got, want) check_real((got), (want), #got, __FILE__, __LINE__)
#define HAS(text, part) check_has((text), (part), #text, __FILE__, __LINE__)

void check_register(const char *name, void (*run)(void));
bool check_row(size_t row); /* remembers the row for the message; always true */
void check_true(bool holds, const char *what, const char *file, int line);
void check_int(long long got, long long want, const char *what, const char *file, int line);
void check_str(const char *got, const char *want, const char *what, const char *file, int line);
void check_real(double got, double want, const char *what, const char *file, int line);
void check_has(const char *text, const char *part, const char *what, const char *file, int line);

#endif
