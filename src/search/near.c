#include "search/near.h"

#include <stdlib.h>
#include <string.h>

#include "base/columns.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "search/plane_item.h"
#include "search/respell.h"
#include "search/values.h"

enum {
	LONGEST = 32, /* characters of a word that may be misspelt */
	GUESSES = 256,
	TRIED = 4,  /* of the best guesses, to be counted exactly */
	SPELLINGS = 64, /* of pinyin, at most: each is searched for */
	RUNS = 64,	/* hits from which the characters are taken that it stands for */
	ASKED = 64, /* texts between two questions whether a key has come */
	FIRST_HAN = 0x3400,
	HANS = 0xA000 - FIRST_HAN,
};

/* Another spelling, and how often it stands in what was looked at. */
struct guess {
	uint32_t cps[LONGEST + 1];
	size_t count;
	uint32_t stranger;    /* the character that the typed word has not; 0 for none */
	uint32_t left, right; /* what stood beside it first */
	bool left_varies, right_varies;
	size_t seen;
	size_t score;
};

struct search {
	const struct engine *e;
	const struct catalog *c;
	const char *text;
	struct hits hits;
	struct query other;
	struct buffer changed; /* the query as it would be */
	struct guess guesses[GUESSES];
	size_t guess_count;
	uint32_t often[HANS]; /* each character in what was looked at */
	struct folded folded;
	struct plane_item item;
	const uint32_t *cps; /* the folded text that is looked at; borrowed */
	size_t count;
	bool overtaken;
};

static bool is_han(const uint32_t *cps, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (!fields_is_han(cps[i]))
			return false;
	}
	return true;
}

/* What s->other finds; nothing when overtaken. */
static void search(struct search *s)
{
	if (s->overtaken || !engine_search(s->e, &s->other, &s->hits)) {
		s->overtaken = true;
		hits_done(&s->hits);
	}
}

/* The hits of the query with bytes [start, end) put otherwise. */
static size_t count_changed(struct search *s, size_t start, size_t end, const char *instead)
{
	buffer_clear(&s->changed);
	buffer_add(&s->changed, s->text, start);
	buffer_text(&s->changed, instead);
	buffer_text(&s->changed, s->text + end);
	query_parse(&s->other, buffer_string(&s->changed));
	if (s->other.count == 0)
		hits_done(&s->hits);
	else
		search(s);
	return s->hits.count;
}

static void describe_dropping(struct search *s, const struct query *q, struct buffer *out)
{
	size_t best = 0, most = 0;
	for (size_t i = 0; q->count > 1 && i < q->count; i++) {
		size_t count = count_changed(s, q->words[i].start, q->words[i].end, " ");
		best = count > most ? i : best;
		most = count > most ? count : most;
	}
	if (most == 0)
		return;
	const struct query_word *word = &q->words[best];
	buffer_text(out, "去掉“");
	columns_add_safe(out, s->text + word->start, word->end - word->start);
	buffer_print(out, "”有 %zu 项", most);
}

/* Han characters are parts of a longer word where nothing else ever stands beside these. */
static uint32_t beside(const struct search *s, size_t at)
{
	return at < s->count && fields_is_han(s->cps[at]) ? s->cps[at] : 0;
}

static void note(struct search *s, size_t at, size_t n, uint32_t stranger)
{
	const uint32_t *cps = s->cps + at;
	uint32_t left = at > 0 ? beside(s, at - 1) : 0, right = beside(s, at + n);
	size_t i = 0;
	while (i < s->guess_count &&
	       (s->guesses[i].count != n || memcmp(s->guesses[i].cps, cps, n * sizeof(*cps)) != 0))
		i++;
	if (i == GUESSES)
		return;
	struct guess *g = &s->guesses[i];
	if (i == s->guess_count) {
		*g = (struct guess){
			.count = n, .stranger = stranger, .left = left, .right = right
		};
		memcpy(g->cps, cps, n * sizeof(*cps));
		s->guess_count++;
	}
	g->left_varies |= left == 0 || left != g->left;
	g->right_varies |= right == 0 || right != g->right;
	g->seen++;
}

/* Whether text[0, n) is the word with one character different (n == m), more (m + 1) or fewer
 * (m - 1): all of it that agrees from the front, then from behind, leaves one place. */
static bool one_off(const uint32_t *word, size_t m, const uint32_t *text, size_t n,
		    uint32_t *stranger)
{
	size_t front = 0, back = 0, least = m < n ? m : n;
	while (front < least && word[front] == text[front])
		front++;
	while (back < least - front && word[m - 1 - back] == text[n - 1 - back])
		back++;
	*stranger = n >= m ? text[front] : 0;
	return (m > n ? m : n) - front - back == 1;
}

static uint32_t *often(struct search *s, uint32_t cp)
{
	return cp >= FIRST_HAN && cp < FIRST_HAN + HANS ? &s->often[cp - FIRST_HAN] : NULL;
}

/* A shorter or longer piece begins and ends as the word does: otherwise it would be any piece. */
static void look_at(struct search *s, const struct folded *word)
{
	const uint32_t *cps = s->cps;
	size_t m = word->count;
	for (size_t at = 0; at < s->count; at++) {
		uint32_t *here = often(s, cps[at]), stranger;
		if (here)
			++*here;
		for (size_t n = m > 2 ? m - 1 : m; n <= m + 1 && at + n <= s->count; n++) {
			const uint32_t *piece = cps + at;
			bool inside = n == m || (piece[0] == word->cps[0] &&
						 piece[n - 1] == word->cps[m - 1]);
			if (inside && one_off(word->cps, m, piece, n, &stranger) &&
			    is_han(piece, n))
				note(s, at, n, stranger);
		}
	}
}

static void take_name(struct search *s, const char *name)
{
	fold_text(&s->folded, name, strlen(name));
	s->cps = s->folded.cps;
	s->count = s->folded.count;
}

static void look_at_names(struct search *s, const struct folded *word, struct values *names,
			  size_t region)
{
	values_names(names, s->c, region);
	for (size_t i = 0; i < names->count; i++) {
		take_name(s, values_get(names, i));
		look_at(s, word);
	}
}

/* Of more hits than NEAR_TEXTS some from everywhere. */
static void look_at_texts(struct search *s, const struct folded *word)
{
	size_t count = s->hits.count < NEAR_TEXTS ? s->hits.count : NEAR_TEXTS;
	for (size_t i = 0; i < count && !s->overtaken; i++) {
		size_t hit = (size_t)((uint64_t)s->hits.count * i / count);
		s->cps = engine_text(s->e, hits_measure(&s->hits, hit), &s->item, &s->count);
		look_at(s, word);
		s->overtaken = i % ASKED == 0 && engine_overtaken(s->e);
	}
}

/* In what the other words allow: the hits without this one, or everything. */
static void collect(struct search *s, const struct query_word *word)
{
	struct values names = { 0 };
	s->guess_count = 0;
	memset(s->often, 0, sizeof(s->often));
	if (count_changed(s, word->start, word->end, " ") == 0 && s->other.count == 0)
		search(s);
	if (word->field == QUERY_ANY)
		look_at_texts(s, &word->folded);
	for (size_t i = 0; i < s->c->region_count && !s->overtaken; i++) {
		const struct region *r = &s->c->regions[i];
		if (hits_between(&s->hits, r->first_measure, r->measures_end) > 0)
			look_at_names(s, &word->folded, &names, i);
		s->overtaken = i % ASKED == 0 && engine_overtaken(s->e);
	}
	values_done(&names);
}

/* A word that finds something by itself is spelt as it was meant. */
static bool finds_something(struct search *s, const struct query_word *word)
{
	buffer_clear(&s->changed);
	buffer_add(&s->changed, s->text + word->start, word->end - word->start);
	query_parse(&s->other, buffer_string(&s->changed));
	search(s);
	return s->hits.count > 0;
}

static bool may_be_meant(const struct query_word *word)
{
	return !word->exclude && (word->field == QUERY_ANY || word->field == QUERY_REGION);
}

static bool may_be_misspelt(const struct query_word *word)
{
	const struct folded *f = &word->folded;
	return f->count >= 2 && f->count < LONGEST && is_han(f->cps, f->count);
}

static void write_guess(const struct guess *g, struct buffer *out)
{
	char bytes[UTF8_MAX];
	buffer_clear(out);
	for (size_t i = 0; i < g->count; i++)
		buffer_add(out, bytes, utf8_encode(g->cps[i], bytes));
}

/* Where the first or the last character is another one the piece must look like a word: 信贷, not 信企 out of
 * 采信企业 nor 采购在 (企 and 在 mostly stand elsewhere) and not 量奖 out of 质量奖 (never without 质). */
static void judge(struct search *s, struct guess *g, const struct folded *word)
{
	size_t n = g->count;
	const uint32_t *known = often(s, g->stranger);
	size_t stranger_seen = known && *known > g->seen ? *known : g->seen;
	g->score = g->seen * 1000 / (stranger_seen / g->seen);
	bool part = g->seen > 1 ? !(g->left_varies && g->right_varies)
				: !(g->left_varies || g->right_varies);
	bool edge = n == word->count &&
		    (g->cps[0] != word->cps[0] || g->cps[n - 1] != word->cps[n - 1]);
	if (edge && (part || g->seen * 4 < stranger_seen))
		g->score = 0;
}

static int by_score(const void *a, const void *b)
{
	const struct guess *x = a, *y = b;
	return (x->score < y->score) - (x->score > y->score);
}

/* Keeps the best spelling in `best` and its hits in *most. */
static void try_word(struct search *s, const struct query_word *word, struct buffer *best,
		     size_t *most)
{
	struct buffer spelling = { 0 };
	size_t count = 0;
	collect(s, word);
	for (size_t i = 0; i < s->guess_count; i++)
		judge(s, &s->guesses[i], &word->folded);
	qsort(s->guesses, s->guess_count, sizeof(s->guesses[0]), by_score);
	for (size_t i = 0; i < s->guess_count && i < TRIED && count == 0 && s->guesses[i].score; i++) {
		write_guess(&s->guesses[i], &spelling);
		count = count_changed(s, word->value, word->value_end, buffer_string(&spelling));
	}
	if (count > *most) {
		*most = count;
		buffer_clear(best);
		buffer_text(best, buffer_string(&spelling));
	}
	buffer_done(&spelling);
}

/* Notes the characters that the word stands for in s->cps. */
static bool note_run(struct search *s, const struct query_word *word)
{
	size_t length, at = query_word_find(word, s->cps, s->count, 0, &length);
	if (at == FOLD_NOWHERE || length > LONGEST || !is_han(s->cps + at, length))
		return false;
	note(s, at, length, 0);
	return true;
}

static void note_run_in_names(struct search *s, const struct query_word *word, size_t region)
{
	struct values names = { 0 };
	bool found = false;
	for (; region != CATALOG_NONE && !found; region = s->c->regions[region].parent) {
		values_names(&names, s->c, region);
		for (size_t i = 0; i < names.count && !found; i++) {
			take_name(s, values_get(&names, i));
			found = note_run(s, word);
		}
	}
	values_done(&names);
}

/* Into `best` what the word of s->other stands for in most of some of its hits. */
static void read_spelling(struct search *s, const struct query_word *word, struct buffer *best)
{
	size_t count = s->hits.count < RUNS ? s->hits.count : RUNS, most = 0;
	s->guess_count = 0;
	for (size_t i = 0; i < count; i++) {
		size_t measure = hits_measure(&s->hits, s->hits.count * i / count);
		s->cps = engine_text(s->e, measure, &s->item, &s->count);
		if (word->field == QUERY_REGION || !note_run(s, word))
			note_run_in_names(s, word, catalog_measure_region(s->c, measure));
	}
	for (size_t i = 0; i < s->guess_count; i++)
		most = s->guesses[i].seen > s->guesses[most].seen ? i : most;
	if (s->guess_count > 0)
		write_guess(&s->guesses[most], best);
}

/* As try_word(), for a word of pinyin: the spelling with most hits, as the characters that it finds. */
static void try_pinyin(struct search *s, const struct query *q, size_t index, struct buffer *best,
		       size_t *most)
{
	const struct query_word *word = &q->words[index];
	struct respelled r = { 0 };
	struct buffer characters = { 0 };
	size_t top = 0, top_count = 0;
	respell(&r, word->folded.cps, word->folded.count);
	for (size_t i = 0; i < r.count && i < SPELLINGS && (i < r.likely || top_count == 0); i++) {
		size_t count = count_changed(s, word->value, word->value_end, r.all[i]);
		top = count > top_count ? i : top;
		top_count = count > top_count ? count : top_count;
	}
	if (top_count > 0 && count_changed(s, word->value, word->value_end, r.all[top]) > 0)
		read_spelling(s, &s->other.words[index], &characters);
	size_t count = characters.n ? count_changed(s, word->value, word->value_end,
						    buffer_string(&characters))
				    : 0;
	if (count > *most) {
		*most = count;
		buffer_clear(best);
		buffer_text(best, buffer_string(&characters));
	}
	respelled_done(&r);
	buffer_done(&characters);
}

static void describe_spelling(struct search *s, const struct query *q, struct buffer *out)
{
	struct buffer best = { 0 };
	size_t most = 0;
	for (size_t i = 0; i < q->count; i++) {
		const struct query_word *word = &q->words[i];
		if (!may_be_meant(word) || finds_something(s, word))
			continue;
		if (may_be_misspelt(word))
			try_word(s, word, &best, &most);
		else if (word->pinyin)
			try_pinyin(s, q, i, &best, &most);
	}
	if (most > 0)
		buffer_print(out, "%s是否为“%s”（%zu 项）", out->n ? "；" : "",
			     buffer_string(&best), most);
	buffer_done(&best);
}

bool near_describe(const struct engine *e, const struct catalog *c, const struct query *q,
		   const char *text, struct buffer *out)
{
	struct search *s = memory_new(sizeof(*s)); /* too large for a stack */
	struct buffer said = { 0 };
	s->e = e;
	s->c = c;
	s->text = text;
	describe_dropping(s, q, &said);
	describe_spelling(s, q, &said);
	bool complete = !s->overtaken;
	if (complete)
		buffer_text(out, buffer_string(&said));
	buffer_done(&said);
	hits_done(&s->hits);
	plane_item_done(&s->item);
	query_done(&s->other);
	buffer_done(&s->changed);
	fold_done(&s->folded);
	free(s);
	return complete;
}
