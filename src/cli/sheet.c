#include "cli/sheet.h"

#include "cli/csv.h"
#include "cli/markdown.h"

enum { RULE = 3 }; /* dashes below a title, at least */

struct sheet sheet_begin_wide(struct buffer *out, enum format format, const char *const *titles,
			      const int *widths, size_t count)
{
	struct sheet s = { out, format, 0 };
	if (format == FORMAT_CSV)
		csv_begin(out);
	for (size_t i = 0; i < count; i++)
		sheet_text(&s, titles[i]);
	sheet_end_row(&s);
	for (size_t i = 0; format == FORMAT_MARKDOWN && i < count; i++) {
		buffer_char(out, '|');
		buffer_repeat(out, '-', widths ? widths[i] : RULE);
		buffer_text(out, i + 1 < count ? "" : "|\n");
	}
	return s;
}

struct sheet sheet_begin(struct buffer *out, enum format format, const char *const *titles,
			 size_t count)
{
	return sheet_begin_wide(out, format, titles, NULL, count);
}

void sheet_marked(struct sheet *s, const char *text, const struct spans *marks)
{
	if (s->format == FORMAT_CSV) {
		csv_cell(s->out, text, s->cell == 0);
	} else {
		buffer_text(s->out, s->cell ? " | " : "| ");
		markdown_marked(s->out, text, marks);
	}
	s->cell++;
}

void sheet_noted(struct sheet *s, const char *text, const struct spans *marks, size_t note)
{
	sheet_marked(s, text, marks);
	if (s->format == FORMAT_MARKDOWN && note)
		buffer_print(s->out, "[^%zu]", note);
}

void sheet_text(struct sheet *s, const char *text)
{
	sheet_marked(s, text ? text : "", NULL);
}

void sheet_number(struct sheet *s, long long number)
{
	struct buffer digits = { 0 };
	buffer_print(&digits, "%lld", number);
	sheet_text(s, buffer_string(&digits));
	buffer_done(&digits);
}

void sheet_end_row(struct sheet *s)
{
	if (s->format == FORMAT_CSV)
		csv_end_row(s->out);
	else
		buffer_text(s->out, " |\n");
	s->cell = 0;
}
