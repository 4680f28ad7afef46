#include "search/pinyin.h"

#include <string.h>

#include "base/utf8.h"
#include "search/fold.h"
#include "support/check.h"
#include "table/builtin.h"

/* Characters of the text's beginning that the word spells; both folded, as the engine has them. */
static size_t spelt(const char *word, const char *text)
{
	struct folded w = { 0 };
	struct folded t = { 0 };
	fold_text(&w, word, strlen(word));
	fold_text(&t, text, strlen(text));
	size_t n =
		pinyin_is_word(w.cps, w.count) ? pinyin_match(w.cps, w.count, t.cps, t.count) : 0;
	fold_done(&w);
	fold_done(&t);
	return n;
}

struct row {
	const char *word, *text;
	size_t want;
};

TEST(whole_readings_initials_and_mixtures_spell_words)
{
	static const struct row rows[] = {
		{ "xindai", "信贷支持", 2 },
		{ "xd", "信贷支持", 2 },
		{ "xdai", "信贷支持", 2 },
		{ "xind", "信贷支持", 2 },
		{ "xinda", "信贷支持", 2 },
		{ "xin", "信贷支持", 1 },
		{ "xinx", "信贷支持", 0 },
		{ "xida", "信贷支持", 0 },
		{ "XINDAI", "信贷支持", 2 },
		{ "ｘｄ", "信贷支持", 2 },
		{ "zhengfcg", "政府采购", 4 },
		{ "zhengfucaigou", "政府采购", 4 },
		{ "zfcg", "政府采购", 4 },
		{ "zhfcg", "政府采购", 4 },
		{ "zhengfcgo", "政府采购", 4 },
		{ "zhengfcgx", "政府采购", 0 },
		{ "zefcg", "政府采购", 0 }, /* ze is neither an initial nor a reading */
		{ "fangan", "方案", 2 },
		{ "fanga", "方案", 2 },
		{ "fa", "方案", 1 }, /* the fewest: a beginning of fang, not f and a */
		{ "chshzh", "城市住", 3 },
		{ "csz", "城市住", 3 },
		{ "ch", "瀍河", 1 }, /* and so here: 瀍 is chan */
		{ "z", "住", 1 },
		{ "er", "儿", 1 },
		{ "e", "二", 1 },
		{ "erer", "二二", 2 },
	};
	EACH (r, rows)
		EQ_INT(spelt(r->word, r->text), r->want);
}

TEST(a_match_begins_with_a_character_and_covers_whole_ones)
{
	static const struct row rows[] = {
		{ "an", "先进", 0 },  { "an", "管理", 0 },    { "an", "安全", 1 },
		{ "ian", "先进", 0 }, { "xian", "先进", 1 },  { "xian", "西安市", 2 },
		{ "xi", "先进", 1 },  { "xianj", "先进", 2 }, { "xianji", "西安吉", 3 },
		{ "xian", "西", 0 },  { "xian", "西 安", 2 },
	};
	EACH (r, rows)
		EQ_INT(spelt(r->word, r->text), r->want);
}

TEST(an_apostrophe_is_a_border)
{
	static const struct row rows[] = {
		{ "xi'an", "西安", 2 },	  { "xi'an", "先安", 0 },   { "xi’an", "西安", 2 },
		{ "xi''an", "西安", 2 },  { "xia'n", "先", 0 },	    { "xi'", "西安", 1 },
		{ "xi'", "先", 0 },	  { "x'", "先", 1 },	    { "x'a", "西安", 2 },
		{ "xian'", "先进", 1 },	  { "xian'", "西安", 2 },   { "x'd", "信贷", 2 },
		{ "xin'dai", "信贷", 2 }, { "xind'ai", "信贷", 0 }, { "z'h", "政和", 2 },
		{ "zh'e", "政二", 2 },	  { "fang'an", "方案", 2 }, { "fan'gan", "方案", 0 },
		{ "'xi", "西", 0 },	  { "lu'an", "六安", 2 },   { "l'", "六安", 1 },
	};
	EACH (r, rows)
		EQ_INT(spelt(r->word, r->text), r->want);
}

TEST(every_reading_of_a_character_counts)
{
	static const struct row rows[] = {
		{ "cq", "重庆", 2 },	    { "zq", "重庆", 2 },	{ "chongqing", "重庆", 2 },
		{ "zhongqing", "重庆", 2 }, { "yh", "银行", 2 },	{ "yinhang", "银行", 2 },
		{ "yinxing", "银行", 2 },   { "yx", "银行", 2 },	{ "yl", "银行", 0 },
		{ "xm", "厦门", 2 },	    { "sm", "厦门", 2 },	{ "xiamen", "厦门", 2 },
		{ "shamen", "厦门", 2 },    { "zengzhang", "增长", 2 }, { "cc", "长城", 2 },
		{ "lv", "绿色", 1 },	    { "lvse", "绿色", 2 },	{ "lvyou", "旅游", 2 },
		{ "nvxing", "女性", 2 },    { "zhanlve", "战略", 2 },	{ "zhanlue", "战略", 2 },
		{ "zhanlu", "战略", 2 },    { "lu", "旅游", 0 },	{ "nue", "虐待", 1 },
		{ "lue", "绿", 0 },	    { "lv", "路", 0 },
	};
	EACH (r, rows)
		EQ_INT(spelt(r->word, r->text), r->want);
}

TEST(what_is_no_pinyin_spells_nothing)
{
	static const struct row rows[] = {
		{ "x1", "信贷", 0 },  { "1", "一", 0 },	     { "xin1dai4", "信贷", 0 },
		{ "lü", "绿", 0 },    { "gb/t", "标准", 0 }, { "信", "信贷", 0 },
		{ "x-d", "信贷", 0 }, { "", "信贷", 0 },     { "xd", "", 0 },
		{ "x", "x", 0 },      { "xd", "信d", 0 },    { "xd", "信，贷", 0 },
		{ "i", "一", 0 },     { "u", "五", 0 },	     { "я", "信", 0 },
	};
	EACH (r, rows)
		EQ_INT(spelt(r->word, r->text), r->want);
}

TEST(a_word_of_more_letters_than_64_spells_nothing)
{
	uint32_t word[PINYIN_WORD * 2 + 1];
	uint32_t text[PINYIN_WORD + 1];
	for (size_t i = 0; i < PINYIN_WORD + 1; i++) {
		word[i] = 'd';
		text[i] = U'的';
	}
	EQ_INT(pinyin_match(word, PINYIN_WORD, text, PINYIN_WORD + 1), PINYIN_WORD);
	EQ_INT(pinyin_match(word, PINYIN_WORD, text, PINYIN_WORD - 1), 0);
	EQ_INT(pinyin_match(word, PINYIN_WORD + 1, text, PINYIN_WORD + 1), 0);
	for (size_t i = 0; i < PINYIN_WORD * 2 + 1; i++)
		word[i] = i % 2 ? '\'' : 'd';
	EQ_INT(pinyin_match(word, PINYIN_WORD * 2, text, PINYIN_WORD + 1), PINYIN_WORD);
	EQ_INT(pinyin_match(word, PINYIN_WORD * 2 + 1, text, PINYIN_WORD + 1), 0);
}

TEST(readings_come_most_common_first_from_every_block)
{
	static const struct {
		uint32_t cp;
		const char *readings;
	} rows[] = {
		{ U'重', "zhong chong" },
		{ U'行', "xing hang heng" },
		{ U'长', "zhang chang" },
		{ U'绿', "lv lu" },
		{ U'略', "lve" },
		{ U'女', "nv" },
		{ U'先', "xian" },
		{ U'一', "yi" },
		{ U'標', "biao" },
		{ U'嗯', "n ng" },
		{ U'a', "" },
		{ U'，', "" },
		{ 0x33FF, "" },
		{ U'あ', "" },
		{ U'한', "" },
		{ 0, "" },
		{ 0x33FFF, "" },
		{ 0x34000, "" },
		{ 0x110000, "" },
		{ UINT32_MAX, "" },
		{ U'〇', "ling" },
		{ 0x4285, "ming" }, /* extension A */
		{ 0x21B99, "nai" },
		{ 0x2B3D1, "luo" }, /* B, C */
		{ 0x2B7D1, "ling" },
		{ 0x2C3DC, "ma" }, /* D, E */
		{ 0x2D90E, "li" },
		{ 0x31272, "mou" }, /* F, G */
	};
	EACH (r, rows) {
		const char *readings[PINYIN_READINGS];
		char joined[PINYIN_READINGS * PINYIN_LETTERS] = "";
		size_t at = 0;
		size_t n = pinyin_readings(r->cp, readings);
		for (size_t i = 0; i < n; i++) {
			if (i > 0)
				joined[at++] = ' ';
			size_t letters = strlen(readings[i]);
			memcpy(joined + at, readings[i], letters + 1);
			at += letters;
		}
		EQ_STR(joined, r->readings);
	}
}

/* The file once more, by another way than the module's. */
TEST(every_line_of_the_file_is_understood)
{
	size_t members = 0;
	for (const char *at = builtin_pinyin; at < builtin_pinyin_end;) {
		const char *end = strchr(at, '\n');
		const char *tab = memchr(at, '\t', (size_t)(end - at));
		for (const char *c = tab; *at != '#' && c + 1 < end; members++) {
			uint32_t cp;
			c += utf8_next(c + 1, &cp);
			const char *readings[PINYIN_READINGS];
			size_t n = pinyin_readings(cp, readings);
			const char *head = at;
			for (size_t i = 0; i < n; i++) {
				size_t letters = strlen(readings[i]);
				TRUE(letters < PINYIN_LETTERS);
				EQ_INT(strspn(readings[i], "abcdefghijklmnopqrstuvwxyz"), letters);
				TRUE(memcmp(head, readings[i], letters) == 0);
				head += letters;
				EQ_INT(*head++, i + 1 < n ? ' ' : '\t');
			}
			EQ_INT(head - 1 - tab, 0);
		}
		at = end + 1;
	}
	for (uint32_t cp = 0; cp < 0x110000; cp++) {
		const char *readings[PINYIN_READINGS];
		members -= pinyin_readings(cp, readings) > 0;
	}
	EQ_INT(members, 0);
}

/* The header's definition, read aloud: piece by piece, every cut, every reading, no memory. Word from `at` on. */
static size_t naive(const uint32_t *word, size_t n, size_t at, const uint32_t *text, size_t count);

/* The same for one reading of the first character, spelt as it stands or with ue. */
static size_t naive_reading(const char *reading, const uint32_t *word, size_t n, size_t at,
			    const uint32_t *text, size_t count)
{
	size_t best = 0;
	for (size_t letters = 1; letters <= strlen(reading) && at + letters <= n; letters++) {
		if (word[at + letters - 1] != (uint32_t)reading[letters - 1])
			break;
		size_t found = 0;
		bool whole = letters == strlen(reading);
		bool initial = letters == 1 ||
			       (letters == 2 && strchr("zcs", reading[0]) && reading[1] == 'h');
		size_t next = at + letters;
		if (next == n)
			found = 1;
		while (next < n && word[next] == '\'')
			next++;
		if (!found && (whole || initial)) {
			size_t rest = next == n ? 0 : naive(word, n, next, text + 1, count - 1);
			found = next == n || rest ? rest + 1 : 0;
		}
		if (found && (!best || found < best))
			best = found;
	}
	return best;
}

static size_t naive(const uint32_t *word, size_t n, size_t at, const uint32_t *text, size_t count)
{
	const char *readings[PINYIN_READINGS];
	size_t kinds = count ? pinyin_readings(text[0], readings) : 0;
	size_t best = 0;
	for (size_t i = 0; i < kinds * 2; i++) {
		const char *reading = readings[i / 2];
		if (i % 2 && strcmp(reading, "lve") != 0 && strcmp(reading, "nve") != 0)
			continue;
		size_t found = naive_reading(i % 2 ? (*reading == 'l' ? "lue" : "nue") : reading,
					     word, n, at, text, count);
		if (found && (!best || found < best))
			best = found;
	}
	return best;
}

static uint32_t dice(uint32_t *state, uint32_t sides)
{
	*state = *state * 1664525 + 1013904223;
	return (*state >> 8) % sides;
}

/* Of characters that have many readings, share beginnings, or have none. */
static size_t random_text(uint32_t *state, uint32_t text[8])
{
	static const uint32_t pool[] = U"西安先长重行略虐女绿一二儿啊阿嗯厦城市政中国石十哼呒欸尼";
	size_t n = 1 + dice(state, 8);
	for (size_t i = 0; i < n; i++) {
		uint32_t k = dice(state, 60);
		text[i] = k ? pool[k % (sizeof(pool) / sizeof(pool[0]) - 1)] : U'，';
	}
	return n;
}

/* Pieces of the text's own readings mostly, cut at random, and now and then a letter or an apostrophe that is wrong. */
static size_t random_word(uint32_t *state, const uint32_t *text, size_t count, uint32_t word[64])
{
	size_t n = 0;
	size_t pieces = 1 + dice(state, (uint32_t)count);
	for (size_t i = 0; i < pieces; i++) {
		const char *readings[PINYIN_READINGS];
		size_t kinds = pinyin_readings(text[i], readings);
		const char *reading = kinds ? readings[dice(state, (uint32_t)kinds)] : "x";
		size_t letters = strlen(reading);
		if (dice(state, 2))
			letters = 1 + dice(state, (uint32_t)letters);
		for (size_t k = 0; k < letters; k++)
			word[n++] =
				(uint32_t)(reading[k] == 'v' && dice(state, 2) ? 'u' : reading[k]);
		if (!dice(state, 5))
			word[n++] = '\'';
	}
	if (!dice(state, 4))
		word[dice(state, (uint32_t)n)] = (uint32_t) "aeghinuvxz'"[dice(state, 11)];
	return n;
}

TEST(a_naive_search_of_all_cuts_agrees)
{
	uint32_t state = 20240613;
	size_t matches = 0;
	for (int i = 0; i < 300000; i++) {
		uint32_t text[8];
		uint32_t word[64];
		size_t count = random_text(&state, text);
		size_t n = random_word(&state, text, count, word);
		size_t want = word[0] == '\'' ? 0 : naive(word, n, 0, text, count);
		check_row((size_t)i);
		if (pinyin_match(word, n, text, count) != want)
			EQ_INT(pinyin_match(word, n, text, count), want);
		matches += want > 0;
	}
	TRUE(matches > 100000 && matches < 290000);
}
