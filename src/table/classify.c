#include "table/classify.h"

#include <string.h>

static bool stands_in(const struct category *category, const char *text)
{
	for (size_t i = 0; i < category->keyword_count; i++)
		if (strstr(text, category->keywords[i]))
			return true;
	return false;
}

uint64_t classify(const struct category *categories, size_t count, const char *text)
{
	uint64_t found = 0;
	for (size_t i = 0; i < count; i++)
		if (stands_in(&categories[i], text))
			found |= UINT64_C(1) << i;
	return found;
}
