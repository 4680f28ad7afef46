#include "base/error.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/utf8.h"

bool error_set(struct error *err, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	vsnprintf(err->message, sizeof(err->message), format, args);
	va_end(args);
	size_t n = strlen(err->message);
	if (n + 1 == sizeof(err->message))
		err->message[utf8_cut(err->message, n)] = '\0';
	return false;
}
