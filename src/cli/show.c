#include "cli/print.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/columns.h"
#include "base/memory.h"
#include "cli/entry.h"
#include "cli/markdown.h"
#include "cli/words.h"
#include "table/describe.h"
#include "table/write_json.h"

static size_t shown_end(const struct catalog *c, size_t region)
{
	const struct region *r = &c->regions[region];
	return catalog_borrows(c, region) ? r->entries_end : r->own_entries_end;
}

/* "南通市 3 项、苏州市 2 项": what is inside the region and not shown with it. */
static void inside_words(struct buffer *out, const struct catalog *c, size_t region)
{
	const struct region *r = &c->regions[region];
	for (size_t i = region + 1; i < r->end; i = c->regions[i].end) {
		const struct region *inside = &c->regions[i];
		buffer_print(out, "%s%s %zu 项", i == region + 1 ? "" : "、", inside->name,
			     catalog_total_measures(inside));
	}
}

static void show_text(const struct catalog *c, size_t region, struct buffer *out)
{
	const struct region *r = &c->regions[region];
	struct buffer words = { 0 };
	if (catalog_borrows(c, region)) {
		describe_region(&words, c, region);
		buffer_text(&words, "：");
		describe_borrows(&words, r);
		columns_add_safe(out, buffer_string(&words), words.n);
		buffer_text(out, "\n\n");
	}
	for (size_t i = r->first_entry; i < shown_end(c, region); i++)
		entry_text(out, c, &c->entries[i]);
	if (!catalog_borrows(c, region) && r->end > region + 1) {
		buffer_clear(&words);
		inside_words(&words, c, region);
		buffer_text(out, "  所辖      ");
		columns_add_safe(out, buffer_string(&words), words.n);
		buffer_text(out, "\n\n");
	}
	buffer_done(&words);
}

static void show_markdown(const struct catalog *c, size_t region, struct buffer *out)
{
	const struct region *r = &c->regions[region];
	struct buffer words = { 0 };
	if (catalog_borrows(c, region)) {
		buffer_text(out, "## ");
		describe_region(&words, c, region);
		markdown_text(out, buffer_string(&words));
		buffer_text(out, "\n\n");
		describe_borrows(out, r);
		buffer_text(out, "。\n\n");
	}
	for (size_t i = r->first_entry; i < shown_end(c, region); i++)
		entry_markdown(out, c, &c->entries[i]);
	if (!catalog_borrows(c, region) && r->end > region + 1) {
		buffer_clear(&words);
		inside_words(&words, c, region);
		buffer_text(out, "所辖：");
		markdown_text(out, buffer_string(&words));
		buffer_text(out, "\n\n");
	}
	buffer_done(&words);
}

static void show_html(const struct catalog *c, size_t region, struct html *h)
{
	const struct region *r = &c->regions[region];
	struct buffer words = { 0 };
	if (catalog_borrows(c, region)) {
		describe_region(&words, c, region);
		html_heading(h, buffer_string(&words));
		buffer_clear(&words);
		describe_borrows(&words, r);
		html_paragraph(h, buffer_string(&words));
	}
	for (size_t i = r->first_entry; i < shown_end(c, region); i++)
		entry_html(h, c, &c->entries[i]);
	if (!catalog_borrows(c, region) && r->end > region + 1) {
		buffer_clear(&words);
		buffer_text(&words, "所辖：");
		inside_words(&words, c, region);
		html_paragraph(h, buffer_string(&words));
	}
	buffer_done(&words);
}

/* "江苏省、山西省" */
static void begin_page(const struct catalog *c, const size_t *regions, size_t count, struct html *h,
		       struct buffer *out)
{
	struct buffer title = { 0 };
	for (size_t i = 0; i < count; i++) {
		buffer_text(&title, i ? "、" : "");
		buffer_text(&title, c->regions[regions[i]].name);
	}
	buffer_text(&title, "激励政策");
	html_begin(h, out, HTML_PORTRAIT, buffer_string(&title));
	buffer_done(&title);
}

static void show_json(const struct catalog *c, size_t region, struct buffer *out)
{
	const struct region *r = &c->regions[region];
	buffer_text(out, "{\n  \"region\": ");
	write_json_region(out, c, region);
	if (r->code)
		buffer_print(out, ",\n  \"code\": \"%06d\"", r->code);
	else
		buffer_text(out, ",\n  \"code\": null");
	buffer_print(out, ",\n  \"borrows\": %s,\n  \"entries\": [\n    ",
		     catalog_borrows(c, region) ? "true" : "false");
	for (size_t i = r->first_entry; i < shown_end(c, region); i++) {
		buffer_text(out, i > r->first_entry ? ",\n    " : "");
		write_json_entry(out, c, &c->entries[i]);
	}
	buffer_text(out, "\n  ]\n}");
}

void print_regions(const struct catalog *c, const size_t *regions, size_t count, enum format format,
		   struct buffer *out)
{
	struct sheet s = { 0 };
	struct html h = { 0 };
	if (format == FORMAT_HTML)
		begin_page(c, regions, count, &h, out);
	if (format == FORMAT_CSV)
		s = entry_sheet(out);
	if (format == FORMAT_JSON)
		buffer_text(out, "[\n");
	for (size_t i = 0; i < count; i++) {
		const struct region *r = &c->regions[regions[i]];
		switch (format) {
		case FORMAT_TEXT:
			show_text(c, regions[i], out);
			break;
		case FORMAT_MARKDOWN:
			show_markdown(c, regions[i], out);
			break;
		case FORMAT_CSV:
			for (size_t e = r->first_entry; e < shown_end(c, regions[i]); e++)
				entry_rows(&s, c, &c->entries[e]);
			break;
		case FORMAT_JSON:
			show_json(c, regions[i], out);
			buffer_text(out, i + 1 < count ? ",\n" : "\n]\n");
			break;
		case FORMAT_HTML:
			show_html(c, regions[i], &h);
			break;
		}
	}
	if (format == FORMAT_TEXT || format == FORMAT_MARKDOWN)
		buffer_text(out, DESCRIBE_REMINDER "\n");
	if (format == FORMAT_HTML)
		html_end(&h, c);
}

int print_show(const struct options *o, const struct catalog *c, struct buffer *out,
	       struct error *err)
{
	size_t *regions = memory_new(o->argument_count * sizeof(regions[0]));
	size_t count = 0;
	int code = EXIT_FOUND;
	struct buffer refused = { 0 };
	for (size_t i = 0; i < o->argument_count; i++) {
		struct error why;
		size_t region, same = 0;
		if (!print_find_region(c, o->arguments[i], &region, &code, &why)) {
			buffer_print(&refused, "%s%s", refused.n ? "；" : "", why.message);
			continue;
		}
		while (same < count && regions[same] != region)
			same++;
		if (same == count)
			regions[count++] = region;
	}
	/* What was found is printed also where something was not. */
	if (count)
		print_regions(c, regions, count, o->format, out);
	if (refused.n)
		error_set(err, "%s", buffer_string(&refused));
	buffer_done(&refused);
	free(regions);
	return code;
}
