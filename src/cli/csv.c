#include "cli/csv.h"

#include <string.h>

#include "base/columns.h"

void csv_begin(struct buffer *out)
{
	buffer_text(out, "\xEF\xBB\xBF");
}

static bool begins_formula(const char *text)
{
	static const char *const beginnings[] = { "=",	"+",  "-",  "@",  "\t",
						  "\r", "＝", "＋", "－", "＠" };
	for (size_t i = 0; i < sizeof(beginnings) / sizeof(beginnings[0]); i++)
		if (strncmp(text, beginnings[i], strlen(beginnings[i])) == 0)
			return true;
	return false;
}

static void add_quoted(struct buffer *out, const char *text, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (text[i] == '"')
			buffer_char(out, '"');
		buffer_char(out, text[i]);
	}
}

void csv_cell(struct buffer *out, const char *text, bool first)
{
	struct buffer safe = { 0 };
	const char *line = text;
	if (begins_formula(text))
		buffer_char(&safe, '\'');
	for (;;) {
		size_t n = strcspn(line, "\n");
		columns_add_safe(&safe, line, n);
		if (!line[n])
			break;
		buffer_char(&safe, '\n');
		line += n + 1;
	}
	if (!first)
		buffer_char(out, ',');
	bool quoted = strpbrk(buffer_string(&safe), ",\"\r\n") != NULL;
	if (quoted)
		buffer_char(out, '"');
	add_quoted(out, buffer_string(&safe), safe.n);
	if (quoted)
		buffer_char(out, '"');
	buffer_done(&safe);
}

void csv_end_row(struct buffer *out)
{
	buffer_text(out, "\r\n");
}
