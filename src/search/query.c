#include "search/query.h"

#include <stdlib.h>
#include <string.h>

#include "base/columns.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "search/pinyin.h"

enum { NUMBER_WORDS = 3 }; /* 第 127 号 */

/* A query being read: where in its bytes, and what was seen of the current branch. */
struct reader {
	struct query *q;
	const char *text;
	size_t n, at;
	size_t branch;
	bool branch_has_words;
};

static uint32_t peek(const struct reader *r, size_t *length)
{
	uint32_t cp;
	*length = utf8_decode(r->text + r->at, r->n - r->at, &cp);
	return cp;
}

static bool is_bar(uint32_t cp)
{
	return cp == '|' || cp == U'｜';
}

static bool is_quote(uint32_t cp)
{
	return cp == '"' || cp == U'＂';
}

static void drop_first(struct folded *f, size_t n)
{
	f->count -= n;
	memmove(f->cps, f->cps + n, f->count * sizeof(*f->cps));
	memmove(f->from, f->from + n, f->count * sizeof(*f->from));
}

static void add_safe(struct buffer *out, const char *text, size_t n)
{
	columns_add_safe(out, text, n);
}

/* The name as typed: what stands before the value without the sign and the colon. */
static void say_unknown(struct reader *r, const char *name, size_t n)
{
	struct buffer *out = &r->q->problem;
	if (out->n)
		return;
	buffer_text(out, "没有“");
	add_safe(out, name, n);
	buffer_text(out, "”这个字段，有：");
	for (enum query_field f = QUERY_ANY + 1; f < QUERY_FIELDS; f++)
		buffer_print(out, "%s%s", f > QUERY_ANY + 1 ? " " : "", fields_name(f));
}

static void say_unreadable(struct reader *r, const struct query_word *word)
{
	struct buffer *out = &r->q->problem;
	if (out->n)
		return;
	buffer_print(out, "%s读不懂：", fields_name(word->field));
	add_safe(out, r->text + word->value, word->value_end - word->value);
	buffer_print(out, "，例：%s", fields_example(word->field));
}

/* Whether the word, with its value folded, is one; what is left out for good is said. */
static bool understand(struct reader *r, struct query_word *word, bool quoted)
{
	const struct folded *f = &word->folded;
	if (f->count == 0)
		return false;
	if (!fields_is_number(word->field)) {
		word->pinyin = !quoted && word->field != QUERY_REFERENCE &&
			       pinyin_is_word(f->cps, f->count);
		word->document = !quoted && document_number_typed(f->cps, f->count, &word->number);
		return true;
	}
	enum number_reading reading = fields_number(word->field, f->cps, f->count, &word->range);
	if (reading == NUMBER_UNREADABLE)
		say_unreadable(r, word);
	return reading == NUMBER_READ;
}

static void add_word(struct reader *r, struct query_word *word, bool quoted)
{
	struct query *q = r->q;
	if (!understand(r, word, quoted)) {
		fold_done(&word->folded);
		return;
	}
	word->branch = r->branch;
	r->branch_has_words = true;
	q->words = memory_grow(q->words, &q->capacity, q->count + 1, sizeof(*q->words));
	q->words[q->count++] = *word;
}

/* Takes sign and field off the folded word; returns whether that leaves a word. The signs are
 * looked for after folding, because an input method makes full-width ones of them. */
static bool take_signs(struct reader *r, struct query_word *word, size_t end)
{
	struct folded *f = &word->folded;
	const char *text = r->text + word->start;
	size_t n = end - word->start, length;
	uint32_t last = 0; /* position of the last character taken */
	bool taken = false;
	if (f->count > 0 && f->cps[0] == '!') {
		word->exclude = taken = true;
		last = f->from[0];
		drop_first(f, 1);
	}
	size_t name = utf8_offset(text, n, taken ? last + 1 : 0);
	enum field_prefix prefix = fields_prefix(f->cps, f->count, &word->field, &length);
	if (prefix == FIELD_UNKNOWN)
		say_unknown(r, text + name, utf8_offset(text, n, f->from[length - 1]) - name);
	if (prefix != FIELD_NONE) {
		last = f->from[length - 1];
		taken = true;
		drop_first(f, length);
	}
	word->value = word->start + (taken ? utf8_offset(text, n, last + 1) : 0);
	return prefix != FIELD_UNKNOWN;
}

/* A quote opens a phrase only where a value begins: what stands before it is a sign, a field or
 * nothing visible. */
static bool opens_phrase(struct reader *r, struct query_word *word)
{
	fold_text(&word->folded, r->text + word->start, r->at - word->start);
	const struct folded *f = &word->folded;
	if (f->count == 0)
		return true;
	size_t length, sign = f->cps[0] == '!';
	enum query_field field;
	fields_prefix(f->cps + sign, f->count - sign, &field, &length);
	return sign + length == f->count && (length == 0 || field != QUERY_ANY);
}

static void read_phrase(struct reader *r, struct query_word *word)
{
	size_t length;
	take_signs(r, word, r->at);
	peek(r, &length);
	r->at += length;
	word->value = word->value_end = r->at;
	while (r->at < r->n && !is_quote(peek(r, &length)))
		word->value_end = r->at += length;
	if (r->at < r->n)
		r->at += length;
	word->end = r->at;
	fold_text(&word->folded, r->text + word->value, word->value_end - word->value);
	add_word(r, word, true);
}

/* Where the next word ends, when it is one without a quote or a bar; `from` otherwise. */
static size_t next_word_end(const struct reader *r, size_t from)
{
	struct reader ahead = *r;
	size_t length = 0;
	bool inside = false;
	for (ahead.at = from; ahead.at < r->n; ahead.at += length) {
		uint32_t cp = peek(&ahead, &length);
		if (is_bar(cp) || is_quote(cp) || (inside && fold_is_space(cp)))
			break;
		inside |= !fold_is_space(cp);
	}
	return inside ? ahead.at : from;
}

/* A document number typed with spaces behind its year, 2018年 第127 号, is one word: where it ends. */
static size_t joined_end(const struct reader *r, const struct query_word *word)
{
	struct document_number number;
	struct folded f = { 0 };
	fold_text(&f, r->text + word->start, word->end - word->start);
	size_t count = f.count, end = word->end, joined = word->end;
	enum query_field field;
	size_t length, sign = f.count > 0 && f.cps[0] == '!';
	fields_prefix(f.cps + sign, f.count - sign, &field, &length);
	bool year = !fields_is_number(field) && document_number_ends_with_year(f.cps, f.count);
	for (int more = 0; year && more < NUMBER_WORDS; more++) {
		end = next_word_end(r, end);
		fold_text(&f, r->text + word->start, end - word->start);
		if (document_number_typed(f.cps, f.count, &number) && number.complete &&
		    number.year < count)
			joined = end;
	}
	fold_done(&f);
	return joined;
}

static void read_word(struct reader *r)
{
	struct query_word word = { .start = r->at };
	size_t length;
	while (r->at < r->n) {
		uint32_t cp = peek(r, &length);
		if (fold_is_space(cp) || is_bar(cp))
			break;
		if (is_quote(cp) && opens_phrase(r, &word)) {
			read_phrase(r, &word);
			return;
		}
		r->at += length;
	}
	word.end = r->at;
	word.end = word.value_end = r->at = joined_end(r, &word);
	fold_text(&word.folded, r->text + word.start, r->at - word.start);
	if (take_signs(r, &word, r->at))
		add_word(r, &word, false);
	else
		fold_done(&word.folded);
}

void query_parse(struct query *q, const char *text)
{
	query_done(q);
	struct reader r = { .q = q, .text = text, .n = strlen(text) };
	while (r.at < r.n) {
		size_t length;
		uint32_t cp = peek(&r, &length);
		if (is_bar(cp)) {
			r.branch += r.branch_has_words;
			r.branch_has_words = false;
		}
		if (is_bar(cp) || fold_is_space(cp))
			r.at += length;
		else
			read_word(&r);
	}
}

void query_done(struct query *q)
{
	for (size_t i = 0; i < q->count; i++)
		fold_done(&q->words[i].folded);
	free(q->words);
	buffer_done(&q->problem);
	*q = (struct query){ 0 };
}

size_t query_branch_end(const struct query *q, size_t first)
{
	size_t end = first;
	while (end < q->count && q->words[end].branch == q->words[first].branch)
		end++;
	return end;
}

size_t query_word_begins(const struct query_word *word, const uint32_t *cps, size_t n)
{
	const struct folded *f = &word->folded;
	if (f->count <= n && memcmp(cps, f->cps, f->count * sizeof(*cps)) == 0)
		return f->count;
	if (word->document)
		return document_number_match(f->cps, &word->number, cps, n);
	return word->pinyin ? pinyin_match(f->cps, f->count, cps, n) : 0;
}

size_t query_word_find(const struct query_word *word, const uint32_t *cps, size_t n, size_t at,
		       size_t *length)
{
	const struct folded *f = &word->folded;
	*length = f->count;
	if (!word->pinyin && !word->document)
		return fold_find(cps, n, at, f->cps, f->count);
	for (; at < n; at++) {
		*length = query_word_begins(word, cps + at, n - at);
		if (*length > 0)
			return at;
	}
	return FOLD_NOWHERE;
}

/* Does f->cps[i] continue the printed character of the one before it? */
static bool continues(const struct folded *f, size_t i)
{
	uint32_t step = f->from[i] - f->from[i - 1];
	return step == 0 || (step == 1 && fold_is_mark(f->cps[i]));
}

/* Matches come in ascending order, so the bounds of the printed characters they touch are walked
 * once, however many marks stand on one character. */
static void add_spans(const struct folded *text, const struct query_word *word, struct spans *out)
{
	size_t at = 0, walked = 0, first = 0, last = 0, length;
	while ((at = query_word_find(word, text->cps, text->count, at, &length)) != FOLD_NOWHERE) {
		for (; walked <= at; walked++)
			if (walked == 0 || !continues(text, walked))
				first = walked;
		if (last < at + length - 1)
			last = at + length - 1;
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
		if (!word->exclude && word->field == QUERY_ANY)
			add_spans(&folded, word, out);
	}
	spans_tidy(out);
	fold_done(&folded);
}
