#include "compare/difference.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "compare/align.h"
#include "compare/enclose.h"
#include "compare/lexicon.h"
#include "compare/terms.h"
#include "search/fold.h"

struct text {
	struct folded folded;
	uint32_t *printed; /* for each folded code point, the one it came from; owned */
	size_t *unit; /* the first of those that differ together with it: a number, a word, a name;
		       * owned */
	size_t *partner; /* of a quote or bracket; otherwise ALIGN_NONE; owned */
	bool *after_name; /* a name that is ignored stands before it; owned */
	struct aligned aligned;
};

enum {
	SHORT_RUN = 3 /* letters */
};

enum kind {
	KIND_OTHER,
	KIND_NUMBER,
	KIND_WORD
};

static enum kind kind_of(const struct folded *f, size_t i)
{
	uint32_t cp = f->cps[i];
	if (cp >= '0' && cp <= '9')
		return KIND_NUMBER;
	if ((cp == '.' || cp == ',') && i > 0 && i + 1 < f->count && f->cps[i - 1] >= '0' &&
	    f->cps[i - 1] <= '9' && f->cps[i + 1] >= '0' && f->cps[i + 1] <= '9')
		return KIND_NUMBER;
	bool latin =
		(cp >= 'a' && cp <= 'z') || (cp >= 0xC0 && cp < 0x250 && cp != 0xD7 && cp != 0xF7);
	return latin ? KIND_WORD : KIND_OTHER;
}

static void read_units(struct text *t)
{
	const struct folded *f = &t->folded;
	enum kind kind = KIND_OTHER;
	for (size_t i = 0; i < f->count; i++) {
		bool mark = i > 0 && fold_is_mark(f->cps[i]);
		bool same = i > 0 && f->from[i] == f->from[i - 1];
		enum kind own = mark ? kind : kind_of(f, i);
		bool goes_on = i > 0 && own != KIND_OTHER && own == kind &&
			       f->from[i] - f->from[i - 1] <= 1;
		t->unit[i] = mark || same || goes_on ? t->unit[i - 1] : i;
		kind = own;
	}
}

/* What is compared of a text: all but the names. Returns before what of it one stood; owned by the
 * caller. */
static bool *fold_compared(struct folded *f, const char *text, const struct names *ignored)
{
	fold_text(f, text, strlen(text));
	bool *after = memory_new(f->count * sizeof(*after));
	if (!ignored)
		return after;
	bool *aside = memory_new(f->count * sizeof(*aside));
	names_mark(ignored, f->cps, f->count, aside);
	size_t kept = 0;
	for (size_t i = 0; i < f->count; i++) {
		if (aside[i])
			continue;
		after[kept] = i > 0 && aside[i - 1];
		f->cps[kept] = f->cps[i];
		f->from[kept++] = f->from[i];
	}
	f->count = kept;
	free(aside);
	return after;
}

/* Words of Chinese, and names, where no number and no Latin word stands: the first that can be read,
 * and of those that begin together the longest. */
static void read_words(struct text *t, const struct names *names)
{
	const struct folded *f = &t->folded;
	bool *named = memory_new(f->count * sizeof(*named));
	if (names)
		names_mark(names, f->cps, f->count, named);
	for (size_t i = 0; i < f->count;) {
		size_t end = i + 1;
		while (named[i] && end < f->count && named[end])
			end++;
		if (!named[i])
			end = i + lexicon_word(f->cps + i, f->count - i);
		for (size_t k = i; k < end; k++)
			t->unit[k] = i;
		i = end > i ? end : i + 1;
	}
	free(named);
}

static void text_read(struct text *t, const char *text, struct difference_names names)
{
	size_t bytes = strlen(text), next = 0;
	t->after_name = fold_compared(&t->folded, text, names.ignored ? names.names : NULL);
	size_t count = t->folded.count;
	t->printed = memory_new(count * sizeof(*t->printed));
	t->unit = memory_new(count * sizeof(*t->unit));
	t->partner = memory_new(count * sizeof(*t->partner));
	size_t position = 0;
	for (size_t at = 0; at < bytes; position++) {
		uint32_t cp;
		at += utf8_decode(text + at, bytes - at, &cp);
		while (next < count && t->folded.from[next] == position)
			t->printed[next++] = cp;
	}
	read_units(t);
	read_words(t, names.ignored ? NULL : names.names);
	enclose_partners(t->printed, count, t->partner);
	t->aligned = (struct aligned){ t->folded.cps, memory_new(count * sizeof(size_t)), count };
}

static void text_done(struct text *t)
{
	fold_done(&t->folded);
	free(t->printed);
	free(t->unit);
	free(t->partner);
	free(t->after_name);
	free(t->aligned.match);
}

/* How good a place is, to begin or end a difference before `at`. */
static int cut_score(const struct text *t, size_t at)
{
	if (at == 0 || at == t->aligned.count)
		return 4;
	uint32_t before = t->printed[at - 1], after = t->printed[at];
	if ((terms_is_punctuation(before) && !enclose_opens(before)) || enclose_opens(after))
		return 3;
	if (enclose_opens(before) || terms_is_punctuation(after))
		return 2;
	return t->unit[at] == at ? 1 : 0;
}

/* Moves what stands only in `a`, at [start, end), where `b` has nothing before its `at`, to the
 * best of the places where it may as well stand; of equal ones the first. Returns its new end. */
static size_t slide_gap(struct text *a, struct text *b, size_t start, size_t end, size_t at)
{
	const uint32_t *cps = a->aligned.cps;
	size_t *match = a->aligned.match;
	for (; start > 0 && at > 0 && match[start - 1] == at - 1 && cps[start - 1] == cps[end - 1];
	     start--, end--, at--) {
		match[end - 1] = at - 1;
		b->aligned.match[at - 1] = end - 1;
		match[start - 1] = ALIGN_NONE;
	}
	size_t far = 0, best = 0;
	int best_score = cut_score(a, start) + cut_score(a, end);
	while (end + far < a->aligned.count && match[end + far] == at + far &&
	       cps[start + far] == cps[end + far]) {
		far++;
		int score = cut_score(a, start + far) + cut_score(a, end + far);
		if (score > best_score) {
			best_score = score;
			best = far;
		}
	}
	for (; best > 0; best--, start++, end++, at++) {
		match[start] = at;
		b->aligned.match[at] = start;
		match[end] = ALIGN_NONE;
	}
	return end;
}

static void slide(struct text *a, struct text *b)
{
	const size_t *match = a->aligned.match;
	size_t at = 0; /* what of b comes next */
	for (size_t i = 0; i < a->aligned.count;) {
		if (match[i] != ALIGN_NONE) {
			at = match[i++] + 1;
			continue;
		}
		size_t end = i + 1;
		while (end < a->aligned.count && match[end] == ALIGN_NONE)
			end++;
		size_t next = end < a->aligned.count ? match[end] : b->aligned.count;
		i = next == at ? slide_gap(a, b, i, end, at) : end;
		if (i > 0 && match[i - 1] != ALIGN_NONE)
			at = match[i - 1] + 1;
	}
}

static bool part(struct text *a, struct text *b, size_t i)
{
	if (a->aligned.match[i] == ALIGN_NONE)
		return false;
	b->aligned.match[a->aligned.match[i]] = ALIGN_NONE;
	a->aligned.match[i] = ALIGN_NONE;
	return true;
}

/* Numbers and words are common as a whole, in one piece, or not at all. */
static bool part_units(struct text *a, struct text *b)
{
	const size_t *match = a->aligned.match;
	bool changed = false;
	for (size_t start = 0, end; start < a->aligned.count; start = end) {
		bool whole = match[start] != ALIGN_NONE;
		for (end = start + 1; end < a->aligned.count && a->unit[end] == start; end++)
			whole &= match[end] != ALIGN_NONE && match[end] == match[end - 1] + 1;
		for (size_t i = start; i < end && !whole; i++)
			changed |= part(a, b, i);
	}
	return changed;
}

static bool part_partners(struct text *a, struct text *b)
{
	const size_t *match = a->aligned.match;
	bool changed = false;
	for (size_t i = 0; i < a->aligned.count; i++) {
		size_t partner = a->partner[i];
		if (partner == ALIGN_NONE || match[i] == ALIGN_NONE)
			continue;
		if (match[partner] != ALIGN_NONE && b->partner[match[i]] == match[partner])
			continue;
		changed |= part(a, b, i);
		changed |= part(a, b, partner);
	}
	return changed;
}

/* How many that say something differ before `end`, from the last that does not. */
static size_t letters_before(const struct text *t, size_t end)
{
	size_t letters = 0;
	for (; end > 0 && t->aligned.match[end - 1] == ALIGN_NONE; end--)
		letters += !terms_is_punctuation(t->printed[end - 1]);
	return letters;
}

static size_t letters_from(const struct text *t, size_t start)
{
	size_t letters = 0;
	for (; start < t->aligned.count && t->aligned.match[start] == ALIGN_NONE; start++)
		letters += !terms_is_punctuation(t->printed[start]);
	return letters;
}

static size_t larger(size_t a, size_t b)
{
	return a > b ? a : b;
}

/* Whether a[start, end), which is common and stands between two differences, says nothing by
 * itself. */
static bool says_nothing(const struct text *a, const struct text *b, size_t start, size_t end)
{
	const size_t *match = a->aligned.match;
	size_t letters = 0;
	for (size_t i = start; i < end; i++)
		letters += !terms_is_punctuation(a->printed[i]);
	size_t starts = (start == 0) + (match[start] == 0);
	size_t ends = (end == a->aligned.count) + (match[end - 1] + 1 == b->aligned.count);
	if (letters < 2 || starts || ends)
		return letters < 2 && starts < 2 && ends < 2;
	size_t before = larger(letters_before(a, start), letters_before(b, match[start]));
	size_t after = larger(letters_from(a, end), letters_from(b, match[end - 1] + 1));
	return letters <= SHORT_RUN && before > letters && after > letters;
}

static bool part_short_runs(struct text *a, struct text *b)
{
	const size_t *match = a->aligned.match;
	size_t count = a->aligned.count;
	bool changed = false;
	for (size_t start = 0, end; start < count; start = end) {
		end = start + 1;
		if (match[start] == ALIGN_NONE)
			continue;
		while (end < count && match[end] != ALIGN_NONE && match[end] == match[end - 1] + 1)
			end++;
		if (!says_nothing(a, b, start, end))
			continue;
		for (size_t i = start; i < end; i++)
			changed |= part(a, b, i);
	}
	return changed;
}

static void add_spans(const struct text *t, struct spans *out)
{
	const uint32_t *from = t->folded.from;
	for (size_t i = 0; i < t->aligned.count;) {
		size_t end = i + 1;
		if (t->aligned.match[i] == ALIGN_NONE) {
			while (end < t->aligned.count && t->aligned.match[end] == ALIGN_NONE &&
			       !t->after_name[end])
				end++;
			spans_add(out, from[i], from[end - 1] + 1);
		}
		i = end;
	}
	spans_tidy(out);
}

/* Of several best alignments the one that is found depends on which text is first, so that is
 * always the same one. */
static int by_content(const struct folded *a, const struct folded *b)
{
	if (a->count != b->count)
		return a->count < b->count ? -1 : 1;
	return a->count ? memcmp(a->cps, b->cps, a->count * sizeof(*a->cps)) : 0;
}

static void compare_texts(struct text *a, struct text *b)
{
	align(&a->aligned, &b->aligned);
	slide(a, b);
	slide(b, a);
	bool changed;
	do {
		changed = part_units(a, b);
		changed |= part_units(b, a);
		changed |= part_partners(a, b);
		changed |= part_partners(b, a);
		changed |= part_short_runs(a, b);
	} while (changed);
}

bool difference_exists(const char *left, const char *right, const struct names *ignored)
{
	struct folded l = { 0 }, r = { 0 };
	free(fold_compared(&l, left, ignored));
	free(fold_compared(&r, right, ignored));
	int order = by_content(&l, &r);
	fold_done(&l);
	fold_done(&r);
	return order != 0;
}

bool difference_spans(const char *left, const char *right, struct difference_names names,
		      struct spans *in_left, struct spans *in_right)
{
	spans_clear(in_left);
	spans_clear(in_right);
	struct text l = { 0 }, r = { 0 };
	text_read(&l, left, names);
	text_read(&r, right, names);
	int order = by_content(&l.folded, &r.folded);
	if (order != 0) {
		compare_texts(order < 0 ? &l : &r, order < 0 ? &r : &l);
		add_spans(&l, in_left);
		add_spans(&r, in_right);
	}
	text_done(&l);
	text_done(&r);
	return order != 0;
}
