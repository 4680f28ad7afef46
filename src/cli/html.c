#include "cli/html.h"

#include <stdio.h>
#include <string.h>

#include "base/columns.h"
#include "base/utf8.h"
#include "cli/words.h"
#include "table/describe.h"

/* clang-format off */
static const char style[] =
	":root{color-scheme:light}\n"
	"body{margin:2rem auto;padding:0 1.5rem;color:#1b1b1b;background:#fff;line-height:1.6;"
	"font-size:16px;font-family:\"Noto Serif CJK SC\",\"Source Han Serif SC\",\"Songti SC\",SimSun,serif}\n"
	"h1,h2,th,.remind{font-family:\"Noto Sans CJK SC\",\"Source Han Sans SC\",\"PingFang SC\",\"Microsoft YaHei\",sans-serif}\n"
	"h1{font-size:1.5rem;line-height:1.3;margin:0 0 .75rem;padding-bottom:.5rem;border-bottom:2px solid #1b1b1b}\n"
	"h2{font-size:1.1rem;margin:1.5rem 0 .5rem}\n"
	"p{margin:.5rem 0}\n"
	"dl{display:grid;grid-template-columns:max-content 1fr;gap:.15rem 1rem;margin:.5rem 0;font-size:.9375rem}\n"
	"dt{color:#555}dd{margin:0;overflow-wrap:anywhere}\n"
	"table{width:100%;border-collapse:collapse;margin:1rem 0;font-size:.9375rem}\n"
	"th,td{padding:.35rem .6rem;border:1px solid #b5b5b5;text-align:left;vertical-align:top;overflow-wrap:anywhere}\n"
	"thead th{background:#ececec;border-bottom:2px solid #6b6b6b}\n"
	"tbody th{font-weight:600}\n"
	".group th{background:#f6f6f6;font-weight:600;padding-top:.5rem}\n"
	"td.number,th.number{text-align:right;font-variant-numeric:tabular-nums;word-break:keep-all;overflow-wrap:normal}\n"
	".missing{color:#6b6b6b}\n"
	"mark{background:#fff1b8;color:inherit;text-decoration:underline;text-decoration-thickness:.1em;text-underline-offset:.18em}\n"
	"small{display:block;color:#555;font-size:.8125rem}\n"
	"sup{line-height:0;font-size:.75em}\n"
	"a{color:#0b4a8f}\n"
	"sup a{text-decoration:none}\n"
	".notes{font-size:.8125rem;padding-left:0;list-style:none;border-top:1px solid #b5b5b5;padding-top:.5rem}\n"
	".notes li{padding-left:2.2em;text-indent:-2.2em;overflow-wrap:anywhere}\n"
	".notes b{display:inline-block;width:2.2em;text-indent:0;font-weight:normal}\n"
	".notes li:target{background:#fff1b8}\n"
	"footer{margin-top:1.5rem;font-size:.8125rem;color:#555}\n"
	".remind{color:#1b1b1b;font-weight:600}\n"
	"@media print{\n"
	"body{margin:0;padding:0 1px;font-size:10pt;line-height:1.45}\n"
	"th,td{padding:2pt 5pt}h1{font-size:15pt}h2{font-size:11.5pt}dl{font-size:9pt}table{font-size:9pt;margin:.5rem 0}\n"
	"small,.notes,footer{font-size:8pt}\n"
	"thead{display:table-header-group}\n"
	"tr,li,footer{break-inside:avoid}h1,h2,.group{break-after:avoid}\n"
	"mark{background:none;font-weight:600}a{color:inherit;text-decoration:none}\n"
	"thead th,.group th{print-color-adjust:exact;-webkit-print-color-adjust:exact}\n"
	"}\n";
/* clang-format on */

/* One code point, which may be anything. */
static void add_character(struct buffer *out, const char *text, size_t bytes)
{
	switch (*text) {
	case '\n':
		buffer_text(out, "<br>");
		break;
	case '&':
		buffer_text(out, "&amp;");
		break;
	case '<':
		buffer_text(out, "&lt;");
		break;
	case '>':
		buffer_text(out, "&gt;");
		break;
	case '"':
		buffer_text(out, "&quot;");
		break;
	case '\'':
		buffer_text(out, "&#39;");
		break;
	default:
		columns_add_safe(out, text, bytes);
	}
}

static void add_escaped(struct buffer *out, const char *text, size_t n)
{
	for (size_t at = 0, bytes; at < n; at += bytes) {
		uint32_t cp;
		bytes = utf8_decode(text + at, n - at, &cp);
		add_character(out, text + at, bytes);
	}
}

/* A long address may be broken behind its slashes. */
static void add_link(struct buffer *out, const char *address, size_t n)
{
	size_t scheme = (size_t)(strstr(address, "//") - address) + 2;
	buffer_text(out, "<a href=\"");
	add_escaped(out, address, n);
	buffer_text(out, "\">");
	add_escaped(out, address, scheme);
	for (size_t at = scheme; at < n; at++) {
		add_escaped(out, address + at, 1);
		if (address[at] == '/' && at + 1 < n)
			buffer_text(out, "<wbr>");
	}
	buffer_text(out, "</a>");
}

/* Addresses that no mark begins or ends in are links. */
static void add_text(struct buffer *out, const char *text, size_t n)
{
	size_t plain = 0, at = 0;
	while (at < n) {
		size_t address = words_address(text + at);
		if (address == 0 || address > n - at) {
			at++;
			continue;
		}
		add_escaped(out, text + plain, at - plain);
		add_link(out, text + at, address);
		at += address;
		plain = at;
	}
	add_escaped(out, text + plain, n - plain);
}

void html_text(struct html *h, const char *text)
{
	add_text(h->out, text, strlen(text));
}

void html_marked(struct html *h, const char *text, const struct spans *marks)
{
	size_t n = strlen(text), done = 0;
	for (size_t i = 0; i < marks->count; i++) {
		size_t start = utf8_offset(text, n, marks->all[i].start);
		size_t end = utf8_offset(text, n, marks->all[i].end);
		add_text(h->out, text + done, start - done);
		buffer_text(h->out, "<mark>");
		add_text(h->out, text + start, end - start);
		buffer_text(h->out, "</mark>");
		done = end;
	}
	add_text(h->out, text + done, n - done);
}

/* <name>text</name> on a line */
static void add_element(struct html *h, const char *name, const char *text)
{
	buffer_print(h->out, "<%s>", name);
	html_text(h, text);
	buffer_print(h->out, "</%s>\n", name);
}

void html_begin(struct html *h, struct buffer *out, enum html_paper paper, const char *title)
{
	bool wide = paper == HTML_LANDSCAPE;
	*h = (struct html){ .out = out };
	buffer_text(out,
		    "<!DOCTYPE html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n"
		    "<meta http-equiv=\"Content-Security-Policy\" "
		    "content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
		    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
		    "<title>");
	add_escaped(out, title, strlen(title));
	buffer_text(out, "</title>\n<style>\n");
	buffer_print(out, "@page{size:A4%s;margin:14mm 13mm}\n", wide ? " landscape" : "");
	buffer_print(out, "@media screen{body{max-width:%drem}}\n", wide ? 88 : 64);
	buffer_text(out, style);
	buffer_text(out, "</style>\n</head>\n<body>\n");
	add_element(h, "h1", title);
}

void html_end(struct html *h, const struct catalog *c)
{
	buffer_text(h->out, "<footer>\n<p class=\"remind\">" DESCRIBE_REMINDER "</p>\n");
	for (size_t i = 0; i < c->table_count; i++) {
		buffer_text(h->out, "<p>");
		html_text(h, c->tables[i].title);
		if (c->tables[i].description) {
			buffer_text(h->out, "<br>");
			html_text(h, c->tables[i].description);
		}
		buffer_text(h->out, "</p>\n");
	}
	buffer_text(h->out, "</footer>\n</body>\n</html>\n");
}

void html_heading(struct html *h, const char *text)
{
	add_element(h, "h2", text);
}

void html_paragraph(struct html *h, const char *text)
{
	add_element(h, "p", text);
}

void html_facts_begin(struct html *h)
{
	buffer_text(h->out, "<dl>\n");
}

void html_fact(struct html *h, const char *name, const char *value)
{
	buffer_text(h->out, "<dt>");
	html_text(h, name);
	buffer_text(h->out, "</dt><dd>");
	html_text(h, value);
	buffer_text(h->out, "</dd>\n");
}

void html_facts_end(struct html *h)
{
	buffer_text(h->out, "</dl>\n");
}

void html_table_begin(struct html *h, const struct html_column *columns, size_t count)
{
	h->columns = columns;
	h->count = count;
	buffer_text(h->out, "<table>\n<colgroup>");
	for (size_t i = 0; i < count; i++) {
		if (columns[i].percent)
			buffer_print(h->out, "<col style=\"width:%d%%\">", columns[i].percent);
		else
			buffer_text(h->out, "<col>");
	}
	buffer_text(h->out, "</colgroup>\n<thead><tr>");
	for (size_t i = 0; i < count; i++) {
		buffer_print(h->out, "<th scope=\"col\"%s>",
			     columns[i].number ? " class=\"number\"" : "");
		html_text(h, columns[i].title);
		buffer_text(h->out, "</th>");
	}
	buffer_text(h->out, "</tr></thead>\n<tbody>\n");
}

void html_group(struct html *h, const char *text)
{
	buffer_print(h->out, "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"%zu\">",
		     h->count);
	html_text(h, text);
	buffer_text(h->out, "</th></tr>\n");
}

void html_row_begin(struct html *h)
{
	h->cell = 0;
	buffer_text(h->out, "<tr>");
}

void html_row_end(struct html *h)
{
	buffer_text(h->out, "</tr>\n");
}

void html_table_end(struct html *h)
{
	buffer_text(h->out, "</tbody>\n</table>\n");
}

void html_cell_begin(struct html *h, enum html_kind kind)
{
	const char *class = h->columns[h->cell++].number ? " class=\"number\"" : "";
	if (kind == HTML_MISSING)
		class = " class=\"missing\"";
	h->kind = kind;
	buffer_text(h->out, kind == HTML_HEAD ? "<th scope=\"row\"" : "<td");
	buffer_print(h->out, "%s>", class);
}

void html_cell_end(struct html *h)
{
	buffer_text(h->out, h->kind == HTML_HEAD ? "</th>" : "</td>");
}

static void add_cell(struct html *h, enum html_kind kind, const char *text)
{
	html_cell_begin(h, kind);
	html_text(h, text ? text : "");
	html_cell_end(h);
}

void html_head_cell(struct html *h, const char *text)
{
	add_cell(h, HTML_HEAD, text);
}

void html_cell(struct html *h, const char *text)
{
	add_cell(h, HTML_PLAIN, text);
}

void html_number(struct html *h, size_t number)
{
	char digits[24];
	snprintf(digits, sizeof(digits), "%zu", number);
	add_cell(h, HTML_PLAIN, digits);
}

void html_aside(struct html *h, const char *text)
{
	buffer_text(h->out, "<small>");
	html_text(h, text);
	buffer_text(h->out, "</small>");
}

/* It stays on the line of what it stands behind. */
void html_footnote_mark(struct html *h, size_t number)
{
	buffer_print(h->out, "&NoBreak;<sup><a href=\"#note-%zu\">[%zu]</a></sup>", number, number);
}

void html_footnotes_begin(struct html *h)
{
	buffer_text(h->out, "<ol class=\"notes\">\n");
}

void html_footnote(struct html *h, size_t number, const char *text)
{
	buffer_print(h->out, "<li id=\"note-%zu\"><b>[%zu]</b>", number, number);
	html_text(h, text);
	buffer_text(h->out, "</li>\n");
}

void html_footnotes_end(struct html *h)
{
	buffer_text(h->out, "</ol>\n");
}
