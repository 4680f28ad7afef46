#include "cli/print.h"

#include <string.h>

#include "base/columns.h"
#include "cli/entry.h"
#include "cli/markdown.h"
#include "cli/words.h"
#include "table/describe.h"
#include "table/write_json.h"

static void add_title(struct buffer *out, const struct table *t, enum format format)
{
	if (format == FORMAT_MARKDOWN) {
		buffer_text(out, "# ");
		markdown_text(out, t->title);
	} else {
		columns_add_safe(out, t->title, strlen(t->title));
	}
	buffer_text(out, "\n\n");
	if (!t->description)
		return;
	if (format == FORMAT_MARKDOWN)
		markdown_text(out, t->description);
	else
		columns_add_safe(out, t->description, strlen(t->description));
	buffer_text(out, "\n\n");
}

static void export_entries(const struct catalog *c, enum format format, struct buffer *out)
{
	size_t table = c->table_count;
	for (size_t i = 0; i < c->entry_count; i++) {
		const struct entry *e = &c->entries[c->reading[i]];
		if (e->table != table)
			add_title(out, &c->tables[e->table], format);
		table = e->table;
		if (format == FORMAT_MARKDOWN)
			entry_markdown(out, c, e);
		else
			entry_text(out, c, e);
	}
	buffer_text(out, DESCRIBE_REMINDER "\n");
}

/* The source's own four columns, in its own words and order. */
static void export_csv(const struct catalog *c, struct buffer *out)
{
	static const char *const titles[] = { "序号", "地域", "相关激励政策", "文号或链接" };
	struct sheet s = sheet_begin(out, FORMAT_CSV, titles, 4);
	struct buffer words = { 0 };
	for (size_t i = 0; i < c->entry_count; i++) {
		const struct entry *e = &c->entries[c->reading[i]];
		sheet_number(&s, e->number);
		sheet_text(&s, e->printed_region);
		buffer_clear(&words);
		for (size_t j = 0; j < e->measure_count; j++) {
			const struct measure *m = &c->measures[e->first_measure + j];
			buffer_text(&words, j ? "\n" : "");
			words_label(&words, m);
			buffer_text(&words, m->text);
		}
		sheet_text(&s, buffer_string(&words));
		buffer_clear(&words);
		words_references(&words, e, "\n");
		sheet_text(&s, buffer_string(&words));
		sheet_end_row(&s);
	}
	buffer_done(&words);
}

static void export_html(const struct catalog *c, struct buffer *out)
{
	struct html h;
	struct buffer title = { 0 };
	buffer_text(&title, c->tables[0].title);
	if (c->table_count > 1)
		buffer_print(&title, " 等 %zu 份", c->table_count);
	html_begin(&h, out, HTML_PORTRAIT, buffer_string(&title));
	for (size_t i = 0; i < c->entry_count; i++)
		entry_html(&h, c, &c->entries[c->reading[i]]);
	html_end(&h, c);
	buffer_done(&title);
}

static void export_to(const struct catalog *c, enum format format, struct buffer *out)
{
	switch (format) {
	case FORMAT_TEXT:
	case FORMAT_MARKDOWN:
		export_entries(c, format, out);
		break;
	case FORMAT_CSV:
		export_csv(c, out);
		break;
	case FORMAT_JSON:
		write_json_catalog(out, c);
		break;
	case FORMAT_HTML:
		export_html(c, out);
		break;
	}
}

int print_export(const struct options *o, const struct catalog *c, struct buffer *out)
{
	export_to(c, o->format, out);
	return EXIT_FOUND;
}
