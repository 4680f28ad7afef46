#include "cli/footnotes.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "cli/markdown.h"
#include "cli/words.h"
#include "table/describe.h"

size_t footnotes_number(struct footnotes *f, size_t entry)
{
	f->numbers = memory_grow(f->numbers, &f->room, entry + 1, sizeof(f->numbers[0]));
	while (f->known <= entry)
		f->numbers[f->known++] = 0;
	if (f->numbers[entry] == 0) {
		f->entries =
			memory_grow(f->entries, &f->capacity, f->count + 1, sizeof(f->entries[0]));
		f->entries[f->count++] = entry;
		f->numbers[entry] = f->count;
	}
	return f->numbers[entry];
}

/* "；text", without the semicolon where a full stop stands already. */
static void add_remark(struct buffer *words, const char *text)
{
	static const char stop[] = "。";
	size_t n = strlen(stop);
	bool stopped = words->n >= n && strcmp(words->bytes + words->n - n, stop) == 0;
	buffer_print(words, "%s%s", stopped ? "" : "；", text);
}

/* "江苏省 > 南通市，序号 4；链接 http://… ；存疑：…" with a space behind what may be a link, so that no mark sticks to it. */
static const char *footnote_words(struct buffer *words, const struct catalog *c,
				  const struct entry *e)
{
	struct buffer remark = { 0 };
	buffer_clear(words);
	describe_region(words, c, e->region);
	buffer_print(words, "，序号 %" PRId64, e->number);
	for (size_t i = 0; i < e->reference_count; i++) {
		const struct reference *r = &e->references[i];
		buffer_print(words, "；%s ", describe_reference_kind(r));
		words_reference(words, r);
		buffer_text(words, r->certain && r->kind == REFERENCE_LINK ? " " : "");
	}
	if (e->reference_count == 0)
		buffer_text(words, "；本表未列文号或链接");
	describe_inferred(&remark, e);
	if (remark.n)
		add_remark(words, buffer_string(&remark));
	for (size_t i = 0; i < e->note_count; i++)
		add_remark(words, e->notes[i]);
	buffer_done(&remark);
	return buffer_string(words);
}

void footnotes_markdown(const struct footnotes *f, const struct catalog *c, struct buffer *out)
{
	struct buffer words = { 0 };
	for (size_t i = 0; i < f->count; i++) {
		buffer_print(out, "[^%zu]: ", i + 1);
		markdown_text(out, footnote_words(&words, c, &c->entries[f->entries[i]]));
		buffer_char(out, '\n');
	}
	buffer_done(&words);
}

void footnotes_html(const struct footnotes *f, const struct catalog *c, struct html *h)
{
	struct buffer words = { 0 };
	if (f->count == 0)
		return;
	html_footnotes_begin(h);
	for (size_t i = 0; i < f->count; i++)
		html_footnote(h, i + 1, footnote_words(&words, c, &c->entries[f->entries[i]]));
	html_footnotes_end(h);
	buffer_done(&words);
}

void footnotes_done(struct footnotes *f)
{
	free(f->entries);
	free(f->numbers);
	*f = (struct footnotes){ 0 };
}
