#include "search/query.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"

static const uint32_t category_field[] = { U'类', U'别', ':' };
#define CATEGORY_FIELD (sizeof(category_field) / sizeof(category_field[0]))

static void drop_first(struct folded *f, size_t n)
{
	f->count -= n;
	memmove(f->cps, f->cps + n, f->count * sizeof(*f->cps));
	memmove(f->from, f->from + n, f->count * sizeof(*f->from));
}

static bool names_category(const struct folded *f)
{
	return f->count >= CATEGORY_FIELD &&
	       memcmp(f->cps, category_field, sizeof(category_field)) == 0;
}

/* The signs are looked for after folding, because an input method makes full-width ones of them. */
static void add_word(struct query *q, const char *text, size_t n)
{
	struct query_word word = { 0 };
	fold_text(&word.folded, text, n);
	if (word.folded.count > 0 && word.folded.cps[0] == '!') {
		word.exclude = true;
		drop_first(&word.folded, 1);
	}
	if (names_category(&word.folded)) {
		word.category = true;
		drop_first(&word.folded, CATEGORY_FIELD);
	}
	if (word.folded.count == 0) {
		fold_done(&word.folded);
		return;
	}
	q->words = memory_grow(q->words, &q->capacity, q->count + 1, sizeof(*q->words));
	q->words[q->count++] = word;
}

void query_parse(struct query *q, const char *text)
{
	query_done(q);
	size_t n = strlen(text), start = 0;
	for (size_t at = 0; at < n;) {
		uint32_t cp;
		size_t length = utf8_decode(text + at, n - at, &cp);
		if (fold_is_space(cp)) {
			add_word(q, text + start, at - start);
			start = at + length;
		}
		at += length;
	}
	add_word(q, text + start, n - start);
}

void query_done(struct query *q)
{
	for (size_t i = 0; i < q->count; i++)
		fold_done(&q->words[i].folded);
	free(q->words);
	*q = (struct query){ 0 };
}

/* Does f->cps[i] continue the printed character of the one before it? */
static bool continues(const struct folded *f, size_t i)
{
	uint32_t step = f->from[i] - f->from[i - 1];
	return step == 0 || (step == 1 && fold_is_mark(f->cps[i]));
}

/* Matches come in ascending order, so the bounds of the printed characters they touch are walked once, however many
 * marks stand on one character. */
static void add_spans(const struct folded *text, const struct folded *word, struct spans *out)
{
	size_t at = 0, walked = 0, first = 0, last = 0;
	while ((at = fold_find(text->cps, text->count, at, word->cps, word->count)) !=
	       FOLD_NOWHERE) {
		for (; walked <= at; walked++)
			if (walked == 0 || !continues(text, walked))
				first = walked;
		if (last < at + word->count - 1)
			last = at + word->count - 1;
		while (last + 1 < text->count && continues(text, last + 1))
			last++;
		spans_add(out, text->from[first], (size_t)text->from[last] + 1);
		at++;
	}
}

void query_spans(const struct query *q, const char *text, struct spans *out)
{
	spans_clear(out);
	struct folded folded = { 0 };
	fold_text(&folded, text, strlen(text));
	for (size_t i = 0; i < q->count; i++) {
		const struct query_word *word = &q->words[i];
		if (!word->exclude && !word->category)
			add_spans(&folded, &word->folded, out);
	}
	spans_tidy(out);
	fold_done(&folded);
}
