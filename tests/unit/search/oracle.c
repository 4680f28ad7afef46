/* The search against a naive oracle: random tables, random queries, made of the characters that
 * are hardest to fold. The oracle folds each character by utf8proc's whole-string function and
 * remembers nothing: it walks from every character and every place inside its folding. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <utf8proc.h>

#include "base/utf8.h"
#include "search/engine.h"
#include "support/check.h"

/* clang-format off */
enum { BATCHES = 130, QUERIES = 48, WORDS = 3 };
enum { REGIONS = 4, OWN = 5, MEASURES = REGIONS * OWN, CATEGORIES = 3 };
enum { PAIRS = BATCHES * QUERIES * MEASURES }; /* of a query and a text: 124,800 */
enum { LETTERS = 96, LONGEST = 24, LONGEST_NAME = 5 };
enum { OFFICIAL, SHORT, PRINTED, NUMBER, CANDIDATE, STRINGS }; /* what a region has one of */
/* clang-format on */

/* Skipped, of several forms, of several code points, combining, and beyond the first plane. */
static const char alphabet_text[] =
	"政策领省市12mMＭｍ１２aAeEé\xCC\x81\xCC\x88 　\xC2\xA0\t\xE2\x80\x8B\xEF\xB8\x8F\xC2\xAD"
	"“”\"「」‘’'〔〕[]【】（）()—–-－㎡①½⁄/㈠一⼀ßsſﬁfi℃°cC㎏kg한하ᄒ´，,。𠮷💰ǖü\xCC\x84";

struct letter {
	char bytes[UTF8_MAX + 1];
	uint32_t folded[8];
	size_t count;
	bool space, mark;
};

struct string {
	unsigned char letters[2 * LONGEST];
	size_t n;
	char text[2 * LONGEST * UTF8_MAX + 1];
};

struct word {
	struct string string;
	bool exclude, category;
	bool seen; /* not all of it is skipped */
};

struct world {
	struct letter letters[LETTERS];
	size_t letter_count;
	uint64_t seed;
	struct string texts[MEASURES], strings[REGIONS][STRINGS], categories[CATEGORIES];
	struct word words[WORDS];
	size_t word_count;
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
	size_t all_hits, all_spans;
};

static size_t below(struct world *w, size_t n)
{
	w->seed ^= w->seed << 13;
	w->seed ^= w->seed >> 7;
	w->seed ^= w->seed << 17;
	return (size_t)(w->seed % n);
}

static uint32_t naive_form(uint32_t cp)
{
	static const char *const forms[] = { "\"“”「」", "'‘’", "(〔[【", ")〕]】", "-—–", "/⁄" };
	char bytes[UTF8_MAX + 1] = "";
	utf8_encode(cp, bytes);
	for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
		if (strstr(forms[i], bytes))
			return (unsigned char)forms[i][0];
	}
	return cp;
}

static void naive_fold(struct letter *l)
{
	utf8proc_uint8_t *mapped = NULL;
	utf8proc_map((const utf8proc_uint8_t *)l->bytes, 0, &mapped,
		     UTF8PROC_NULLTERM | UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT | UTF8PROC_CASEFOLD |
			     UTF8PROC_IGNORE);
	const char *at = mapped && !(mapped[0] == ' ' && mapped[1]) ? (char *)mapped : l->bytes;
	uint32_t cp;
	for (size_t n; (n = utf8_next(at, &cp)) > 0; at += n) {
		if (cp != ' ' && cp != '\t')
			l->folded[l->count++] = naive_form(cp);
		l->mark = l->count == 1 && utf8proc_category((int)cp) == UTF8PROC_CATEGORY_MN;
	}
	free(mapped);
}

static void learn_letters(struct world *w)
{
	uint32_t cp;
	for (size_t n, at = 0; (n = utf8_next(alphabet_text + at, &cp)) > 0; at += n) {
		struct letter *l = &w->letters[w->letter_count++];
		memcpy(l->bytes, alphabet_text + at, n);
		l->space = cp == ' ' || cp == '\t' || cp == 0x3000 || cp == 0xA0;
		naive_fold(l);
	}
	TRUE(w->letter_count <= LETTERS);
}

static void append(const struct world *w, struct string *s, size_t letter)
{
	s->letters[s->n++] = (unsigned char)letter;
	strncat(s->text, w->letters[letter].bytes, UTF8_MAX);
}

static void invent(struct world *w, struct string *s, size_t longest)
{
	*s = (struct string){ 0 };
	for (size_t n = below(w, longest + 1); n > 0; n--)
		append(w, s, below(w, w->letter_count));
}

/* Another letter that folds to the same, if a few tries find one. */
static size_t disguised(struct world *w, size_t letter)
{
	const struct letter *l = &w->letters[letter];
	for (int tries = 0; tries < 8; tries++) {
		size_t other = below(w, w->letter_count);
		const struct letter *o = &w->letters[other];
		if (o->count == l->count && !o->space &&
		    memcmp(o->folded, l->folded, l->count * sizeof(l->folded[0])) == 0)
			return other;
	}
	return letter;
}

/* Half of the words are pieces of what is there, written otherwise. */
static void invent_word(struct world *w, struct word *word)
{
	struct string raw;
	const struct string *source = &w->texts[below(w, MEASURES)];
	*word = (struct word){ .exclude = below(w, 5) == 0, .category = below(w, 8) == 0 };
	if (word->category)
		source = &w->categories[below(w, CATEGORIES)];
	else if (below(w, 3) == 0)
		source = &w->strings[below(w, REGIONS)][below(w, STRINGS)];
	size_t first = source->n && !word->category ? below(w, source->n) : 0;
	if (below(w, 2)) {
		invent(w, &raw, 2);
		source = &raw;
		first = 0;
	}
	size_t end = first + 1 + below(w, 6);
	for (size_t i = first; i < source->n && i < end; i++) {
		size_t letter = source->letters[i];
		if (!w->letters[letter].space)
			append(w, &word->string, disguised(w, letter));
		word->seen |= w->letters[letter].count > 0;
	}
}

static void invent_query(struct world *w, char *text, size_t size)
{
	static const char *const signs[] = { "!", "！" };
	static const char *const fields[] = { "类别:", "类别：" };
	w->word_count = 1 + below(w, WORDS);
	size_t n = 0;
	text[0] = '\0';
	for (size_t i = 0; i < w->word_count; i++) {
		struct word *word = &w->words[i];
		invent_word(w, word);
		n += (size_t)snprintf(text + n, size - n, "%s%s%s%s", i ? " " : "",
				      word->exclude ? signs[below(w, 2)] : "",
				      word->category ? fields[below(w, 2)] : "", word->string.text);
	}
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
		w->vocabulary[i] = (struct category){ .id = "none", .short_name = "none",
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
	for (size_t i = 0; i < MEASURES; i++)
		invent(w, &w->texts[i], LONGEST);
	for (size_t i = 0; i < REGIONS * STRINGS; i++)
		invent(w, &w->strings[i / STRINGS][i % STRINGS], LONGEST_NAME);
	for (size_t i = 0; i < CATEGORIES; i++)
		invent(w, &w->categories[i], LONGEST_NAME);
	make_catalog(w);
}

/* Walks the word from a place inside a letter's folding. The letter that the last step stood in, or
 * s->n when the word does not stand here. */
static size_t walk(const struct world *w, const struct string *s, size_t letter, size_t place,
		   const struct string *word)
{
	size_t last = s->n;
	for (size_t i = 0; i < word->n; i++) {
		const struct letter *wanted = &w->letters[word->letters[i]];
		for (size_t k = 0; k < wanted->count; k++) {
			while (letter < s->n && place == w->letters[s->letters[letter]].count) {
				letter++;
				place = 0;
			}
			if (letter == s->n ||
			    w->letters[s->letters[letter]].folded[place++] != wanted->folded[k])
				return s->n;
			last = letter;
		}
	}
	return last;
}

static bool glued(const struct world *w, const struct string *s, size_t letter)
{
	return letter > 0 && letter < s->n && w->letters[s->letters[letter]].mark &&
	       w->letters[s->letters[letter - 1]].count > 0;
}

/* Marks every letter of every occurrence with '#', when `marks` is not NULL. */
static bool naive_find(const struct world *w, const struct string *s, const struct string *word,
		       char *marks)
{
	bool found = false;
	for (size_t i = 0; i < s->n; i++) {
		for (size_t place = 0; place < w->letters[s->letters[i]].count; place++) {
			size_t first = i, last = walk(w, s, i, place, word);
			if (last == s->n)
				continue;
			found = true;
			while (glued(w, s, first))
				first--;
			while (glued(w, s, last + 1))
				last++;
			if (marks)
				memset(marks + first, '#', last + 1 - first);
		}
	}
	return found;
}

static bool naive_in_region(const struct world *w, size_t r, const struct string *word)
{
	for (int i = OFFICIAL; i <= PRINTED; i++) {
		if (naive_find(w, &w->strings[r][i], word, NULL))
			return true;
	}
	if (r % 2 == 0)
		return false;
	for (int choice = 0; choice < 4; choice++) {
		struct string path = w->strings[r - 1][choice & 1 ? OFFICIAL : SHORT];
		const struct string *city = &w->strings[r][choice & 2 ? OFFICIAL : SHORT];
		for (size_t i = 0; i < city->n; i++)
			append(w, &path, city->letters[i]);
		if (naive_find(w, &path, word, NULL))
			return true;
	}
	return naive_in_region(w, r - 1, word);
}

static bool naive_in_categories(const struct world *w, size_t measure, const struct string *word)
{
	for (size_t i = 0; i < CATEGORIES; i++) {
		const struct string *name = &w->categories[i];
		if (w->measures[measure].categories >> i & 1 && walk(w, name, 0, 0, word) < name->n)
			return true;
	}
	return false;
}

static bool naive_word(const struct world *w, size_t measure, const struct word *word)
{
	const struct string *s = &word->string;
	size_t r = measure / OWN;
	if (word->category)
		return naive_in_categories(w, measure, s);
	return naive_find(w, &w->texts[measure], s, NULL) || naive_in_region(w, r, s) ||
	       naive_find(w, &w->strings[r][NUMBER], s, NULL) ||
	       naive_find(w, &w->strings[r][CANDIDATE], s, NULL);
}

static bool naive_hit(const struct world *w, size_t measure)
{
	for (size_t i = 0; i < w->word_count; i++) {
		const struct word *word = &w->words[i];
		if (word->seen && naive_word(w, measure, word) == word->exclude)
			return false;
	}
	return true;
}

/* Compared is "query|text|..##.", so that a failure shows all of it. */
static void check_spans(struct world *w, const char *query, const struct string *s)
{
	char want[LONGEST + 1] = "", got[LONGEST + 1] = "", a[1024], b[1024];
	memset(want, '.', s->n);
	memset(got, '.', s->n);
	for (size_t i = 0; i < w->word_count; i++) {
		if (!w->words[i].exclude && !w->words[i].category)
			naive_find(w, s, &w->words[i].string, want);
	}
	query_spans(&w->query, s->text, &w->spans);
	for (size_t i = 0; i < w->spans.count; i++) {
		struct span span = w->spans.all[i];
		TRUE(span.start < span.end && span.end <= s->n);
		TRUE(i == 0 || span.start > w->spans.all[i - 1].end);
		memset(got + span.start, '#', span.end - span.start);
	}
	snprintf(a, sizeof(a), "%s|%s|%s", query, s->text, want);
	snprintf(b, sizeof(b), "%s|%s|%s", query, s->text, got);
	EQ_STR(b, a);
	w->all_spans += w->spans.count;
}

static void check_query(struct world *w, const struct engine *e)
{
	char query[1024], want[MEASURES + 1] = "", got[MEASURES + 1] = "", a[2048], b[2048];
	invent_query(w, query, sizeof(query));
	query_parse(&w->query, query);
	engine_search(e, &w->query, &w->hits);
	bool region_hit[REGIONS] = { false };
	for (size_t i = 0; i < MEASURES; i++) {
		bool hit = naive_hit(w, i);
		got[i] = '.';
		want[i] = hit ? '#' : '.';
		region_hit[i / OWN] |= hit;
		check_spans(w, query, &w->texts[i]);
	}
	for (size_t i = 0; i < w->hits.count; i++) {
		TRUE(i == 0 || w->hits.measures[i] > w->hits.measures[i - 1]);
		got[w->hits.measures[i]] = '#';
	}
	snprintf(a, sizeof(a), "%s|%s", query, want);
	snprintf(b, sizeof(b), "%s|%s", query, got);
	EQ_STR(b, a);
	EQ_INT(w->hits.regions, region_hit[0] + region_hit[1] + region_hit[2] + region_hit[3]);
	w->all_hits += w->hits.count;
}

TEST(hits_and_spans_are_those_of_a_naive_search)
{
	struct world *w = calloc(1, sizeof(*w));
	TRUE(w != NULL);
	w->seed = 20191117;
	learn_letters(w);
	for (size_t batch = 0; batch < BATCHES && check_row(batch); batch++) {
		invent_world(w);
		struct engine *e = engine_new(&w->catalog);
		for (int i = 0; i < QUERIES; i++)
			check_query(w, e);
		engine_free(e);
	}
	/* The dice must have something to say. */
	TRUE(w->all_hits >= 10000 && w->all_hits <= PAIRS - 10000);
	TRUE(w->all_spans >= 10000);
	hits_done(&w->hits);
	spans_done(&w->spans);
	query_done(&w->query);
	free(w);
}
