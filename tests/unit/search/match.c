#include "search/match.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "search/pinyin.h"
#include "search/query.h"
#include "support/check.h"

/* clang-format off */
enum { ITEMS = 90, WORLDS = 60, WORDS = 120, LONGEST = 90, VALUES = 2 };
/* clang-format on */

/* Polyphones, syllables that may be cut in several ways, folding, spaces, characters of several
 * codes and beyond the first plane, two of which share a code. */
static const char alphabet_text[] =
	"西安先县现重庆银行厦门长政府采购者这征整正争额恩诶呃哈和很横哼中小企业期衣也叶益"
	"绿略虐女嗯呣噢哦啊爱昂先希昂尼奥m㎡①½ａA b　\xE2\x80\x8B𠮷𡎷𫠜𪟝標准后後xanzheng'’2,。ﷺ";

static char alphabet[256][UTF8_MAX + 1];
static size_t letters;
static uint64_t seed = 1949;

static size_t below(size_t n)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (size_t)(seed % n);
}

static void learn_alphabet(void)
{
	uint32_t cp;
	letters = 0;
	for (size_t at = 0, n; (n = utf8_next(alphabet_text + at, &cp)) > 0; at += n)
		memcpy(alphabet[letters++], alphabet_text + at, n);
}

struct world {
	struct folded values[ITEMS][VALUES];
	size_t value_count[ITEMS];
	struct plane plane;
};

static void invent_text(char *text, size_t n, size_t first, size_t variety)
{
	text[0] = '\0';
	while (n-- > 0)
		strncat(text, alphabet[(first + below(variety)) % letters], UTF8_MAX);
}

/* Few different characters in a world, so that they meet; some worlds have no character beyond the
 * first plane. */
static void invent_world(struct world *w, struct plane_maker *m)
{
	char text[LONGEST * UTF8_MAX + 1];
	size_t variety = 3 + below(letters), first = below(letters);
	memset(w, 0, sizeof(*w));
	plane_maker_begin(m, 0);
	for (size_t i = 0; i < ITEMS; i++) {
		w->value_count[i] = below(VALUES + 1);
		for (size_t k = 0; k < w->value_count[i]; k++) {
			invent_text(text, below(below(10) ? 12 : LONGEST), first, variety);
			fold_text(&w->values[i][k], text, strlen(text));
			plane_maker_value(m, text, strlen(text));
		}
		plane_maker_end_item(m);
	}
	plane_maker_take(m, &w->plane);
}

static void drop_world(struct world *w)
{
	for (size_t i = 0; i < ITEMS * VALUES; i++)
		fold_done(&w->values[i / VALUES][i % VALUES]);
	plane_done(&w->plane);
}

/* Readings of characters in a row, whole or in part, now and then with an apostrophe. */
static void spell_some(const struct folded *f, char *out, size_t size)
{
	size_t at = below(f->count), characters = 1 + below(5);
	out[0] = '\0';
	for (; characters > 0 && at < f->count; at++, characters--) {
		const char *readings[PINYIN_READINGS];
		size_t n = pinyin_readings(f->cps[at], readings);
		if (n == 0)
			break;
		const char *reading = readings[below(n)];
		size_t whole = strlen(reading), part = below(2) ? whole : 1 + below(whole);
		if (strlen(out) + whole + 2 > size)
			break;
		strncat(out, reading, part);
		if (below(9) == 0)
			strncat(out, "'", size - strlen(out) - 1);
	}
}

static void invent_word(const struct world *w, struct folded *word)
{
	char text[LONGEST * UTF8_MAX + 1] = "";
	size_t item = below(ITEMS);
	const struct folded *f = &w->values[item][0];
	word->count = 0;
	if (w->value_count[item] == 0 || f->count == 0 || below(8) == 0) {
		invent_text(text, 1 + below(4), 0, letters);
	} else if (below(2)) {
		spell_some(f, text, sizeof(text));
	} else {
		size_t first = below(f->count), n = 1 + below(f->count - first);
		n = below(4) && n > 3 ? 1 + below(3) : n;
		for (size_t i = first, at = 0; i < first + n && at + UTF8_MAX < sizeof(text); i++)
			at += utf8_encode(f->cps[i], text + at);
	}
	fold_text(word, text, strlen(text));
}

static bool naive(const struct world *w, size_t item, const struct query_word *word)
{
	size_t length;
	for (size_t k = 0; k < w->value_count[item]; k++) {
		const struct folded *f = &w->values[item][k];
		if (query_word_find(word, f->cps, f->count, 0, &length) != FOLD_NOWHERE)
			return true;
	}
	return false;
}

static size_t check_word(const struct world *w, const struct folded *folded, struct crew *crew)
{
	struct query_word word = { .folded = *folded };
	size_t hits = 0;
	for (enum kernel kind = KERNEL_PLAIN; kind < KERNEL_KINDS; kind++) {
		if (!kernel_available(kind))
			continue;
		struct match m = { .crew = crew, .kernel = kind };
		struct bits out = { 0 };
		word.pinyin = pinyin_is_word(folded->cps, folded->count) && below(8) > 0;
		TRUE(match_word(&m, &w->plane, folded->cps, folded->count, word.pinyin, &out));
		EQ_INT(out.count, ITEMS);
		for (size_t i = 0; i < ITEMS; i++) {
			bool want = naive(w, i, &word);
			EQ_INT(bits_get(&out, i), want);
			hits += want;
		}
		bits_done(&out);
	}
	return hits;
}

TEST(every_word_stands_where_a_naive_search_finds_it)
{
	struct world *w = memory_new(sizeof(*w));
	struct codes *codes = codes_new();
	struct plane_maker *m = plane_maker_new(codes);
	struct crew *crew = crew_new();
	struct folded word = { 0 };
	size_t hits = 0;
	learn_alphabet();
	for (size_t world = 0; world < WORLDS && check_row(world); world++) {
		invent_world(w, m);
		for (size_t i = 0; i < WORDS; i++) {
			invent_word(w, &word);
			if (word.count > 0)
				hits += check_word(w, &word, crew);
		}
		drop_world(w);
	}
	TRUE(hits > 5000); /* the dice must have something to say */
	fold_done(&word);
	crew_free(crew);
	plane_maker_free(m);
	codes_free(codes);
	free(w);
}

static void make_plane(struct plane_maker *m, const char *const *texts, size_t n, size_t times,
		       struct plane *p)
{
	plane_maker_begin(m, 0);
	for (size_t i = 0; i < n * times; i++) {
		plane_maker_value(m, texts[i % n], strlen(texts[i % n]));
		plane_maker_end_item(m);
	}
	plane_maker_take(m, p);
}

static bool never(void *asker)
{
	++*(int *)asker;
	return false;
}

static bool at_once(void *asker)
{
	return ++*(int *)asker > 1;
}

static void check_hits(const struct match *m, const struct plane *p, const char *text, size_t want)
{
	struct folded word = { 0 };
	struct bits out = { 0 };
	fold_text(&word, text, strlen(text));
	TRUE(match_word(m, p, word.cps, word.count, pinyin_is_word(word.cps, word.count), &out));
	bits_index(&out);
	EQ_INT(bits_total(&out), want);
	bits_done(&out);
	fold_done(&word);
}

/* Large enough for several chunks, with long words and items across their borders. */
TEST(words_are_found_across_pieces_and_chunks)
{
	static const char *const texts[] = {
		"对通过认证的企业给予奖励",	   "政府采购", "西安市", "𠮷野家", "",
		"按照国家标准，优先安排信贷支持。"
	};
	static const struct {
		const char *word;
		size_t per_round;
	} cases[] = {
		{ "企业", 1 },
		{ "的", 1 },
		{ "业的", 0 },
		{ "政府采购", 1 },
		{ "zfcg", 1 },
		{ "zhengfucaigou", 1 },
		{ "xian", 2 },
		{ "xi'an", 1 },
		{ "xian'", 2 },
		{ "yejia", 1 },
		{ "、", 0 },
		{ "标准，优先安排信贷支持。", 1 },
		{ "𠮷", 1 },
		{ "𠮷野", 1 },
		{ "anzhaoguojiabiaozhun", 1 },
		{ "y", 3 },
		{ "abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijkl", 0 },
	};
	enum { ROUNDS = 20000 };
	struct codes *codes = codes_new();
	struct plane_maker *maker = plane_maker_new(codes);
	struct crew *crew = crew_new();
	struct plane p;
	int asked = 0;
	make_plane(maker, texts, sizeof(texts) / sizeof(texts[0]), ROUNDS, &p);
	TRUE(p.count > 3 * 256 * 1024);
	EACH (c, cases) {
		struct match m = { crew, kernel_best(), never, &asked };
		check_hits(&m, &p, c->word, c->per_round * ROUNDS);
	}
	TRUE(asked > 10);
	plane_done(&p);
	crew_free(crew);
	plane_maker_free(maker);
	codes_free(codes);
}

TEST(a_cancelled_search_says_so)
{
	static const char *const texts[] = { "企业标准领跑者" };
	struct codes *codes = codes_new();
	struct plane_maker *maker = plane_maker_new(codes);
	struct plane p;
	struct bits out = { 0 };
	uint32_t word = 0x4F01; /* 企 */
	int asked = 0;
	make_plane(maker, texts, 1, 200000, &p);
	struct match m = { NULL, kernel_best(), at_once, &asked };
	EQ_INT(match_word(&m, &p, &word, 1, false, &out), false);
	EQ_INT(asked, 2);
	bits_done(&out);
	plane_done(&p);
	plane_maker_free(maker);
	codes_free(codes);
}

TEST(hits_of_entries_spread_over_their_measures)
{
	static const uint32_t runs[] = { 0, 3, 3, 3, 3, 70, 70, 71 };
	struct bits entries, measures;
	bits_init(&entries, 4);
	bits_init(&measures, 71);
	bits_set(&entries, 0);
	bits_set(&entries, 1);
	bits_set(&entries, 3);
	match_spread(&entries, runs, &measures);
	bits_index(&measures);
	EQ_INT(bits_total(&measures), 4);
	EQ_INT(bits_nth(&measures, 3), 70);
	bits_done(&entries);
	bits_done(&measures);
}
