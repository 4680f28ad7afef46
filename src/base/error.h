/* An error travels up with its place in words and is printed once, by main.c.
 *
 *	if (!in)
 *		return error_set(err, "%s: %s", path, strerror(errno));
 */
#ifndef BASE_ERROR_H
#define BASE_ERROR_H

#include <stdbool.h>

struct error {
	char message[1024]; /* one line of UTF-8, without a newline; cut at a character where it is longer */
};

/* Always false, so that it can be returned. */
bool error_set(struct error *err, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* What an errno says, in Chinese; for those that have no words here, the system's own. */
const char *error_reason(int number);

#endif
