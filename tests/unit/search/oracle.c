/* The search against a naive one (naive.h): random tables, random queries, made of the characters
 * that are hardest to fold and to read. */
#include "naive.h"

#include <stdio.h>

#include "search/engine.h"
#include "support/check.h"

#ifndef __has_feature
#define __has_feature(x) 0
#endif
/* Sanitizers look at each step: fewer of them will do. */
#if defined(__SANITIZE_ADDRESS__) || __has_feature(address_sanitizer) || \
	defined(__SANITIZE_THREAD__) || __has_feature(thread_sanitizer)
#define BATCHES 40
#else
#define BATCHES 420
#endif

/* clang-format off */
enum { QUERIES = 50, WORDS = 4 };
enum { REGIONS = 4, OWN = 12, MEASURES = REGIONS * OWN, CATEGORIES = 3 };
enum { PAIRS = BATCHES * QUERIES * MEASURES }; /* of a query and a text: 1,008,000 */
enum { LONGEST_NAME = 5 };
/* Small and large; a large one takes 5 ms to make, so every fourth table has one: 252,000 pairs. */
enum { ENGINES = 2, LARGE = 4 };
enum { OFFICIAL, SHORT, PRINTED, NUMBER, CANDIDATE, STRINGS }; /* what a region has one of */
/* clang-format on */

/* Skipped, of several forms, of several code points, combining, beyond the first plane; with many
 * readings, traditional. */
static const char alphabet_text[] =
	"政策领省市12mMＭｍ１２aAeEé\xCC\x81\xCC\x88 　\xC2\xA0\t\xE2\x80\x8B\xEF\xB8\x8F\xC2\xAD"
	"“”\"「」‘’'〔〕[]【】（）()—–-－㎡①½⁄/㈠一⼀ßsſﬁfi℃°cC㎏kg한하ᄒ´，,。𠮷💰ǖü\xCC\x84"
	"重庆银行长乐西安先厦信贷略女吕绿啊俄标標准準奖獎089年第号號";
static const char latin_text[] = "abcdefghijklmnopqrstuvwxyz'";

struct world {
	struct letter letters[LETTERS];
	size_t letter_count; /* what texts are made of */
	size_t latin;	     /* 'a' is the letter of this index */
	uint64_t seed;
	struct string texts[MEASURES], strings[REGIONS][STRINGS], categories[CATEGORIES];
	struct word words[WORDS];
	size_t word_count;
	struct string pending; /* the rest of a document's number whose beginning is a word */
	bool in_region[WORDS][REGIONS], in_reference[WORDS][REGIONS];
	/* the same for the engine */
	const char *candidates[REGIONS];
	struct catalog catalog;
	struct category vocabulary[CATEGORIES];
	struct region regions[REGIONS];
	struct entry entries[REGIONS];
	struct reference references[REGIONS];
	struct measure measures[MEASURES];
	/* what it is asked, what it answers, and how much of that there was */
	struct query query;
	struct hits hits;
	struct spans spans;
	size_t all_hits, all_spans, pinyin_spans, document_spans, joined_words;
};

static size_t below(struct world *w, size_t n)
{
	w->seed ^= w->seed << 13;
	w->seed ^= w->seed >> 7;
	w->seed ^= w->seed << 17;
	return (size_t)(w->seed % n);
}

static size_t learn(struct world *w, size_t first, const char *text)
{
	uint32_t cp;
	for (size_t n, at = 0; (n = utf8_next(text + at, &cp)) > 0; at += n) {
		struct letter *l = &w->letters[first++];
		memcpy(l->bytes, text + at, n);
		naive_fold(l, cp);
	}
	TRUE(first <= LETTERS);
	return first;
}

static void clear(struct string *s)
{
	s->n = s->bytes = s->count = 0;
	s->text[0] = '\0';
}

static void invent(struct world *w, struct string *s, size_t longest)
{
	clear(s);
	for (size_t n = below(w, longest + 1); n > 0; n--)
		append(s, w->letters, below(w, w->letter_count));
}

/* Another letter that folds to the same, if a few tries find one. A straight quote in a word would
 * be a sign. */
static size_t disguised(struct world *w, size_t letter)
{
	const struct letter *l = &w->letters[letter];
	bool straight = l->bytes[0] == '"';
	for (int tries = 0; tries < 4 || straight; tries++) {
		size_t other = below(w, w->letter_count);
		const struct letter *o = &w->letters[other];
		if (o->count == l->count && !o->space && o->bytes[0] != '"' &&
		    memcmp(o->folded, l->folded, l->count * sizeof(l->folded[0])) == 0)
			return other;
	}
	return letter;
}

/* A piece of what is there, written otherwise; in quotes with its spaces. */
static void copy_piece(struct world *w, struct word *word, const struct string *source)
{
	size_t first = source->n && word->field != IN_CATEGORY ? below(w, source->n) : 0;
	size_t end = first + 1 + below(w, 6);
	for (size_t i = first; i < source->n && i < end; i++) {
		size_t letter = source->letters[i];
		if (!w->letters[letter].space)
			append(&word->string, w->letters, disguised(w, letter));
		else if (word->quoted)
			append(&word->string, w->letters, letter);
	}
}

/* Letters that spell a piece of what is there, whole, half or nearly. */
static void spell_piece(struct world *w, struct word *word, const struct string *source)
{
	size_t at = source->count && word->field != IN_CATEGORY ? below(w, source->count) : 0;
	for (size_t n = 1 + below(w, 4); n > 0 && at < source->count; n--, at++) {
		const char *readings[PINYIN_READINGS];
		size_t count = pinyin_readings(source->cps[at], readings);
		const char *reading = count ? readings[below(w, count)] : latin_text + below(w, 26);
		size_t length = count ? strlen(reading) : 1;
		static const size_t shares[] = { 1, 1, 2, 3, PINYIN_LETTERS, PINYIN_LETTERS };
		size_t share = shares[below(w, 6)];
		for (size_t i = 0; i < length && i < share; i++)
			append(&word->string, w->letters,
			       disguised(w, w->latin + (size_t)(reading[i] - 'a')));
		if (below(w, 8) == 0)
			append(&word->string, w->letters, w->latin + 26);
	}
}

static void add_letters(struct world *w, struct string *s, const char *text)
{
	uint32_t cp;
	for (size_t n; (n = utf8_next(text, &cp)) > 0; text += n) {
		size_t letter = 0;
		while (letter < w->letter_count && (strlen(w->letters[letter].bytes) != n ||
						    memcmp(w->letters[letter].bytes, text, n) != 0))
			letter++;
		TRUE(letter < w->letter_count);
		append(s, w->letters, letter);
	}
}

/* One of a few documents, so that the same is met again, in any way to write it, sometimes not to its
 * end; with `rest` that is where the rest goes, sometimes. */
static void write_document(struct world *w, struct string *s, struct string *rest)
{
	static const char *const agencies[] = { "", "市", "政m" }, *const years[] = { "2018",
										      "1999" };
	static const char *const ways[][2] = {
		{ "(", ")" }, { "〔", "〕" }, { "[", "]" },
		{ "", "年" }, { "（", "）" }, { "", "年" },
	};
	static const char *const numbers[] = { "1", "12", "128", "１２" };
	static const char *const ends[] = { "号", "號", "号", "", "年" };
	const char *const *way = ways[below(w, 6)];
	struct string *to = s;
	add_letters(w, s, agencies[below(w, 3)]);
	add_letters(w, s, way[0]);
	add_letters(w, s, years[below(w, 2)]);
	if (below(w, 12) == 0)
		return;
	add_letters(w, s, way[1]);
	if (below(w, 12) == 0)
		return;
	if (rest && below(w, 3) == 0)
		to = rest;
	add_letters(w, to, below(w, 3) ? "" : "第");
	if (!rest && below(w, 4) == 0)
		add_letters(w, to, " ");
	for (size_t zeros = below(w, 4); zeros > 1; zeros--)
		add_letters(w, to, "0");
	add_letters(w, to, numbers[below(w, 4)]);
	add_letters(w, to, ends[below(w, 5)]);
}

/* A document's number, or the rest of the last one. */
static void invent_number(struct world *w, struct word *word)
{
	if (w->pending.n > 0) {
		*word = (struct word){ .string = w->pending };
		clear(&w->pending);
	} else {
		write_document(w, &word->string, word->quoted ? NULL : &w->pending);
	}
}

static void invent_word(struct world *w, struct word *word)
{
	struct string raw;
	const struct string *source = &w->texts[below(w, MEASURES)];
	clear(&word->string);
	word->exclude = below(w, 5) == 0;
	word->quoted = below(w, 6) == 0;
	word->field = below(w, 3) ? ANYWHERE : below(w, 4);
	if (w->pending.n > 0 || below(w, 8) == 0) {
		invent_number(w, word);
		return;
	}
	if (word->field == IN_CATEGORY)
		source = &w->categories[below(w, CATEGORIES)];
	else if (word->field || below(w, 3) == 0)
		source = &w->strings[below(w, REGIONS)][below(w, STRINGS)];
	if (below(w, 4) == 0) {
		invent(w, &raw, 2);
		source = &raw;
	}
	(below(w, 3) ? copy_piece : spell_piece)(w, word, source);
}

static void read_document(struct word *word)
{
	word->document.count = 0;
	if (!word->quoted)
		naive_ways(&word->document, word->string.cps, word->string.count);
}

/* How many words behind this one are the rest of a document's number. */
static size_t rest_of_number(const struct world *w, size_t first)
{
	struct word joined = w->words[first];
	size_t rest = 0, tried = 0;
	if (joined.quoted || !naive_ends_with_year(joined.string.cps, joined.string.count))
		return 0;
	for (size_t i = first + 1; i < w->word_count && tried < 3; i++) {
		const struct word *word = &w->words[i];
		if (word->branch != joined.branch || word->quoted || word->exclude || word->field)
			break;
		tried += word->string.n > 0;
		for (size_t k = 0; k < word->string.n; k++)
			append(&joined.string, w->letters, word->string.letters[k]);
		read_document(&joined);
		size_t n = joined.string.count;
		if (joined.document.count > 0 && joined.string.cps[n - 1] == U'号' &&
		    joined.document.agency < w->words[first].string.count)
			rest = i - first;
	}
	return rest;
}

static void join_words(struct world *w)
{
	for (size_t i = 0; i < w->word_count; i++) {
		size_t rest = rest_of_number(w, i);
		w->joined_words += rest;
		for (size_t k = i + 1; k <= i + rest; k++) {
			struct string *from = &w->words[k].string;
			for (size_t j = 0; j < from->n; j++)
				append(&w->words[i].string, w->letters, from->letters[j]);
		}
		w->word_count -= rest;
		for (size_t k = i + 1; k < w->word_count; k++)
			w->words[k] = w->words[k + rest];
	}
}

static void invent_query(struct world *w, char *text, size_t size)
{
	static const char *const signs[] = { "!", "！" }, *const quotes[] = { "\"", "＂" };
	static const char *const bars[] = { " | ", "|", "｜", " ｜　" };
	static const char *const fields[][2] = {
		{ "", "" }, { "地域:", "DY：" }, { "类别：", "lb:" }, { "文号:", "发文字号：" }
	};
	w->word_count = 1 + below(w, WORDS);
	clear(&w->pending);
	size_t n = 0, branch = 0;
	text[0] = '\0';
	for (size_t i = 0; i < w->word_count; i++) {
		struct word *word = &w->words[i];
		bool bar = below(w, 3) == 0;
		branch += bar;
		invent_word(w, word);
		word->branch = branch;
		const char *quote = word->quoted ? quotes[below(w, 2)] : "";
		n += (size_t)snprintf(text + n, size - n, "%s%s%s%s%s%s",
				      bar ? bars[below(w, 4)]
				      : i ? " "
					  : "",
				      word->exclude ? signs[below(w, 2)] : "",
				      fields[word->field][below(w, 2)], quote, word->string.text,
				      quote);
	}
	join_words(w);
	for (size_t i = 0; i < w->word_count; i++)
		read_document(&w->words[i]);
}

/* clang-format off */
/* One region inside another, twice, each with an entry of its own. */
static void make_catalog(struct world *w)
{
	for (size_t r = 0; r < REGIONS; r++) {
		bool city = r % 2;
		size_t end = city ? r + 1 : r + 2;
		struct string *s = w->strings[r];
		w->regions[r] = (struct region){
			.name = s[OFFICIAL].text, .short_name = s[SHORT].text, .depth = city,
			.parent = city ? r - 1 : CATALOG_NONE, .end = end,
			.first_entry = r, .own_entries_end = r + 1, .entries_end = end,
			.first_measure = r * OWN, .own_measures_end = (r + 1) * OWN,
			.measures_end = end * OWN };
		w->candidates[r] = s[CANDIDATE].text;
		w->references[r] = (struct reference){ .text = s[NUMBER].text,
			.candidates = &w->candidates[r], .candidate_count = 1 };
		w->entries[r] = (struct entry){ .region = r, .printed_region = s[PRINTED].text,
			.references = &w->references[r], .reference_count = 1,
			.first_measure = r * OWN, .measure_count = OWN };
	}
	for (size_t i = 0; i < MEASURES; i++)
		w->measures[i] = (struct measure){ .entry = i / OWN, .text = w->texts[i].text,
			.categories = below(w, 1u << CATEGORIES) };
	for (size_t i = 0; i < CATEGORIES; i++)
		w->vocabulary[i] = (struct category){ .id = "", .short_name = "",
			.name = w->categories[i].text };
	w->catalog = (struct catalog){
		.categories = w->vocabulary, .category_count = CATEGORIES,
		.regions = w->regions, .region_count = REGIONS,
		.entries = w->entries, .entry_count = REGIONS,
		.measures = w->measures, .measure_count = MEASURES };
}
/* clang-format on */

static void invent_world(struct world *w)
{
	for (size_t i = 0; i < MEASURES; i++) {
		invent(w, &w->texts[i], LONGEST);
		if (below(w, 5) == 0)
			write_document(w, &w->texts[i], NULL);
	}
	for (size_t i = 0; i < REGIONS * STRINGS; i++) {
		invent(w, &w->strings[i / STRINGS][i % STRINGS], LONGEST_NAME);
		if (i % STRINGS >= NUMBER && below(w, 2))
			write_document(w, &w->strings[i / STRINGS][i % STRINGS], NULL);
	}
	for (size_t i = 0; i < CATEGORIES; i++)
		invent(w, &w->categories[i], LONGEST_NAME);
	make_catalog(w);
}

static bool naive_in_region(const struct world *w, size_t r, const struct word *word)
{
	for (int i = OFFICIAL; i <= PRINTED; i++) {
		if (naive_find(w->letters, &w->strings[r][i], word, NULL))
			return true;
	}
	if (r % 2 == 0)
		return false;
	for (int choice = 0; choice < 4; choice++) {
		struct string path = w->strings[r - 1][choice & 1 ? OFFICIAL : SHORT];
		const struct string *city = &w->strings[r][choice & 2 ? OFFICIAL : SHORT];
		for (size_t i = 0; i < city->n; i++)
			append(&path, w->letters, city->letters[i]);
		if (naive_find(w->letters, &path, word, NULL))
			return true;
	}
	return naive_in_region(w, r - 1, word);
}

/* What does not depend on the measure. */
static void look_up_regions(struct world *w)
{
	for (size_t i = 0; i < w->word_count; i++) {
		for (size_t r = 0; r < REGIONS; r++) {
			struct word printed = w->words[i];
			printed.field = IN_REFERENCE;
			w->in_region[i][r] = naive_in_region(w, r, &w->words[i]);
			w->in_reference[i][r] =
				naive_find(w->letters, &w->strings[r][NUMBER], &printed, NULL) ||
				naive_find(w->letters, &w->strings[r][CANDIDATE], &printed, NULL);
		}
	}
}

static bool naive_in_categories(const struct world *w, size_t measure, const struct word *word)
{
	for (size_t i = 0; i < CATEGORIES; i++) {
		if (w->measures[measure].categories >> i & 1 &&
		    naive_at(&w->categories[i], 0, word, naive_is_pinyin(word)) > 0)
			return true;
	}
	return false;
}

static bool naive_word(const struct world *w, size_t measure, size_t i)
{
	const struct word *word = &w->words[i];
	size_t r = measure / OWN;
	switch (word->field) {
	case IN_REGION:
		return w->in_region[i][r];
	case IN_CATEGORY:
		return naive_in_categories(w, measure, word);
	case IN_REFERENCE:
		return w->in_reference[i][r];
	case ANYWHERE:
		break;
	}
	return w->in_region[i][r] || w->in_reference[i][r] ||
	       naive_find(w->letters, &w->texts[measure], word, NULL);
}

/* Words of nothing visible are none; so are branches of none; and a query of none hits. */
static bool naive_hit(const struct world *w, size_t measure)
{
	bool any_word = false;
	for (size_t branch = 0; branch <= WORDS; branch++) {
		bool holds = true, words = false;
		for (size_t i = 0; i < w->word_count; i++) {
			const struct word *word = &w->words[i];
			if (word->branch != branch || word->string.count == 0)
				continue;
			words = any_word = true;
			holds = holds && naive_word(w, measure, i) != word->exclude;
		}
		if (words && holds)
			return true;
	}
	return !any_word;
}

static void check_spans(struct world *w, const char *query, const struct string *s)
{
	char want[STRING + 1] = "", got[STRING + 1] = "", a[2048], b[2048];
	memset(want, '.', s->n);
	memset(got, '.', s->n);
	for (size_t i = 0; i < w->word_count; i++) {
		const struct word *word = &w->words[i];
		if (!word->exclude && word->field == ANYWHERE && word->string.count > 0) {
			bool found = naive_find(w->letters, s, word, want);
			w->pinyin_spans += found && naive_is_pinyin(word);
			w->document_spans += found && word->document.count > 0;
		}
	}
	query_spans(&w->query, s->text, &w->spans);
	for (size_t i = 0; i < w->spans.count; i++) {
		struct span span = w->spans.all[i];
		TRUE(span.start < span.end && span.end <= s->n);
		TRUE(i == 0 || span.start > w->spans.all[i - 1].end);
		memset(got + span.start, '#', span.end - span.start);
	}
	w->all_spans += w->spans.count;
	if (memcmp(want, got, sizeof(want)) == 0)
		return;
	snprintf(a, sizeof(a), "%s|%s|%s", query, s->text, want);
	snprintf(b, sizeof(b), "%s|%s|%s", query, s->text, got);
	EQ_STR(b, a);
}

static void check_hits(struct world *w, const struct engine *e, const char *query, const bool *hit,
		       size_t regions)
{
	char want[MEASURES + 1] = "", got[MEASURES + 1] = "", a[4096], b[4096];
	TRUE(engine_search(e, &w->query, &w->hits));
	for (size_t i = 0; i < MEASURES; i++) {
		got[i] = '.';
		want[i] = hit[i] ? '#' : '.';
	}
	for (size_t i = 0; i < w->hits.count; i++) {
		TRUE(i == 0 || hits_measure(&w->hits, i) > hits_measure(&w->hits, i - 1));
		got[hits_measure(&w->hits, i)] = '#';
	}
	snprintf(a, sizeof(a), "%s|%s", query, want);
	snprintf(b, sizeof(b), "%s|%s", query, got);
	EQ_STR(b, a);
	EQ_INT(w->hits.regions, regions);
}

/* Of a single measure the engine says the same as of all. */
static void check_single(struct world *w, const struct engine *e, const bool *hit)
{
	size_t i = below(w, MEASURES);
	if (w->query.count > 0)
		EQ_INT(engine_branch(e, &w->query, i, 0) != ENGINE_NONE, hit[i]);
}

static void check_query(struct world *w, struct engine *const engines[ENGINES])
{
	char query[2048];
	bool hit[MEASURES], region_hit[REGIONS] = { false };
	invent_query(w, query, sizeof(query));
	look_up_regions(w);
	query_parse(&w->query, query);
	TRUE(w->query.problem.n == 0);
	for (size_t i = 0; i < MEASURES; i++) {
		hit[i] = naive_hit(w, i);
		w->all_hits += hit[i];
		region_hit[i / OWN] |= hit[i];
		check_spans(w, query, &w->texts[i]);
	}
	for (int i = 0; i < ENGINES && engines[i]; i++) {
		check_hits(w, engines[i], query, hit,
			   region_hit[0] + region_hit[1] + region_hit[2] + region_hit[3]);
		check_single(w, engines[i], hit);
	}
}

TEST(hits_and_spans_are_those_of_a_naive_search)
{
	struct world *w = calloc(1, sizeof(*w));
	TRUE(w != NULL);
	w->seed = 20191117;
	w->latin = w->letter_count = learn(w, 0, alphabet_text);
	learn(w, w->latin, latin_text);
	for (size_t batch = 0; batch < BATCHES && check_row(batch); batch++) {
		invent_world(w);
		struct engine *engines[ENGINES] = { engine_new(&w->catalog) };
		if (batch % LARGE == 0)
			engines[1] = engine_new_large(&w->catalog);
		for (int i = 0; i < QUERIES; i++)
			check_query(w, engines);
		for (int i = 0; i < ENGINES; i++)
			engine_free(engines[i]);
	}
	/* The dice must have something to say. */
	TRUE(w->all_hits >= PAIRS / 10 && w->all_hits <= PAIRS - PAIRS / 10);
	TRUE(w->all_spans >= PAIRS / 20);
	TRUE(w->pinyin_spans >= PAIRS / 50);
	TRUE(w->document_spans >= PAIRS / 1000);
	TRUE(w->joined_words >= BATCHES * QUERIES / 100);
	hits_done(&w->hits);
	spans_done(&w->spans);
	query_done(&w->query);
	free(w);
}
