#include "cli/words.h"

#include <string.h>

#include "base/columns.h"
#include "base/marked.h"
#include "table/describe.h"

void words_reference(struct buffer *out, const struct reference *r)
{
	buffer_text(out, r->text);
	if (r->certain)
		return;
	buffer_char(out, ' ');
	describe_doubt(out, r);
}

void words_references(struct buffer *out, const struct entry *e, const char *between)
{
	for (size_t i = 0; i < e->reference_count; i++) {
		buffer_text(out, i ? between : "");
		words_reference(out, &e->references[i]);
	}
}

void words_remarks(struct buffer *out, const struct entry *e, const char *between)
{
	describe_inferred(out, e);
	for (size_t i = 0; i < e->note_count; i++) {
		buffer_text(out, i || e->inferred ? between : "");
		buffer_text(out, e->notes[i]);
	}
}

void words_categories(struct buffer *out, const struct catalog *c, const struct measure *m)
{
	describe_categories(out, c, m);
	if (m->categories && m->by_keywords)
		buffer_text(out, "（由关键词判定）");
}

void words_label(struct buffer *out, const struct measure *m)
{
	if (m->label)
		buffer_print(out, "%s.", m->label);
}

void words_kind(struct buffer *out, const struct catalog *c, const struct measure *m)
{
	if (m->categories) {
		buffer_text(out, "类别：");
		words_categories(out, c, m);
	}
	buffer_text(out, m->categories && m->reward_count ? "；" : "");
	buffer_text(out, describe_names_sum(m) ? "奖补金额：" : "");
	describe_rewards(out, m);
}

void words_marked(struct buffer *out, const char *text, const struct spans *marks, const char *open,
		  const char *close)
{
	struct buffer safe = { 0 };
	columns_add_safe(&safe, text, strlen(text));
	marked_add(out, buffer_string(&safe), marks, open, close, NULL);
	buffer_done(&safe);
}

size_t words_address(const char *text)
{
	size_t n = 0;
	if (strncmp(text, "http://", 7) != 0 && strncmp(text, "https://", 8) != 0)
		return 0;
	while (text[n] > ' ' && text[n] < 0x7F && !strchr("<>|\\`\"", text[n]))
		n++;
	while (strchr(".,;:!?'", text[n - 1]))
		n--;
	return n;
}

void words_padded(struct buffer *out, const char *text, int cols)
{
	size_t n = strlen(text);
	columns_add_safe(out, text, n);
	buffer_repeat(out, ' ', cols - columns_text(text, n));
}
