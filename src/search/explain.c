#include "search/explain.h"

#include <inttypes.h>
#include <string.h>

#include "base/columns.h"
#include "base/utf8.h"
#include "search/pinyin.h"
#include "search/values.h"
#include "table/describe.h"

enum { LONGEST = 64 }; /* letters of a word whose readings are told */

/* Where the word that is being explained was found. */
struct finding {
	const struct catalog *c;
	struct query_word word; /* borrows its folding */
	struct values values;
	struct folded folded;
	size_t at, length; /* of `folded`, what matched */
};

/* A cut of the letters into the characters' readings. */
struct cut {
	const uint32_t *letters, *cps;
	size_t letter_count, count;
	const char *chosen[LONGEST];
	bool failed[LONGEST + 1][LONGEST + 1]; /* by character, by letter */
};

const char *explain_field(enum field f)
{
	static const char *const words[] = {
		[FIELD_TEXT] = "措施",
		[FIELD_REGION] = "地域",
		[FIELD_REFERENCE] = "文号或链接",
		[FIELD_CATEGORY] = "类别",
		[FIELD_REWARD] = "奖补金额",
		[FIELD_NUMBER] = "序号",
	};
	return words[f];
}

/* How many letters of a reading stand at `at`; lve is also written lue. */
static size_t agreeing(const struct cut *t, size_t at, const char *reading)
{
	size_t n = 0;
	for (; reading[n] && at + n < t->letter_count; n++) {
		uint32_t letter = t->letters[at + n];
		bool as_ue = reading[n] == 'v' && reading[n + 1] == 'e' && letter == 'u';
		if (letter != (uint32_t)reading[n] && !as_ue)
			break;
	}
	return n;
}

static bool is_piece(const char *reading, size_t n)
{
	return n == 1 || n == strlen(reading) || (n == 2 && reading[1] == 'h');
}

static bool cut_from(struct cut *t, size_t cp, size_t at)
{
	if (cp > 0)
		while (at < t->letter_count && t->letters[at] == '\'')
			at++;
	if (cp == t->count)
		return at == t->letter_count;
	if (t->failed[cp][at])
		return false;
	const char *readings[PINYIN_READINGS];
	size_t count = pinyin_readings(t->cps[cp], readings);
	for (size_t i = 0; i < count; i++) {
		t->chosen[cp] = readings[i];
		for (size_t n = agreeing(t, at, readings[i]); n > 0; n--) {
			bool last = cp + 1 == t->count && at + n == t->letter_count;
			if ((last || is_piece(readings[i], n)) && cut_from(t, cp + 1, at + n))
				return true;
		}
	}
	t->failed[cp][at] = true;
	return false;
}

/* " xin dai", when the word matched there as pinyin. */
static void add_readings(const struct finding *f, struct buffer *out)
{
	const struct folded *letters = &f->word.folded;
	const uint32_t *cps = f->folded.cps + f->at;
	if (!f->word.pinyin || letters->count > LONGEST || f->length > LONGEST ||
	    (f->length == letters->count &&
	     memcmp(cps, letters->cps, f->length * sizeof(*cps)) == 0))
		return;
	struct cut t = { .letters = letters->cps,
			 .letter_count = letters->count,
			 .cps = cps,
			 .count = f->length };
	if (!cut_from(&t, 0, 0))
		return;
	for (size_t i = 0; i < t.count; i++)
		buffer_print(out, " %s", t.chosen[i]);
}

static bool matches(struct finding *f, const char *text, bool beginning)
{
	fold_text(&f->folded, text, strlen(text));
	f->at = 0;
	if (beginning)
		return (f->length = query_word_begins(&f->word, f->folded.cps, f->folded.count)) >
		       0;
	f->at = query_word_find(&f->word, f->folded.cps, f->folded.count, 0, &f->length);
	return f->at != FOLD_NOWHERE;
}

static void add_text_match(struct finding *f, const char *text, struct buffer *out)
{
	if (!matches(f, text, false))
		return;
	size_t n = strlen(text), last = f->folded.from[f->at + f->length - 1];
	size_t start = utf8_offset(text, n, f->folded.from[f->at]);
	columns_add_safe(out, text + start, utf8_offset(text, n, last + 1) - start);
	add_readings(f, out);
	buffer_char(out, ' ');
}

/* The first of the values that matches, whole. */
static bool add_value_match(struct finding *f, bool beginning, struct buffer *out)
{
	for (size_t i = 0; i < f->values.count; i++) {
		const char *value = values_get(&f->values, i);
		if (f->word.field == QUERY_YEAR) {
			fold_text(&f->folded, value, strlen(value));
			if (!fields_year_in(f->folded.cps, f->folded.count, f->word.range))
				continue;
		} else if (!matches(f, value, beginning)) {
			continue;
		}
		columns_add_safe(out, value, strlen(value));
		if (f->word.field != QUERY_YEAR)
			add_readings(f, out);
		buffer_char(out, ' ');
		return true;
	}
	return false;
}

static void add_region_match(struct finding *f, size_t region, struct buffer *out)
{
	for (size_t r = region; r != CATALOG_NONE; r = f->c->regions[r].parent) {
		values_names(&f->values, f->c, r);
		if (add_value_match(f, false, out))
			return;
	}
	values_paths(&f->values, f->c, region);
	add_value_match(f, false, out);
}

static void add_category_match(struct finding *f, uint64_t categories, struct buffer *out)
{
	for (size_t i = 0; i < f->c->category_count; i++) {
		values_category(&f->values, f->c, i);
		if (categories >> i & 1 && add_value_match(f, true, out))
			return;
	}
}

static void add_reward_match(const struct finding *f, const struct measure *m, struct buffer *out)
{
	for (size_t i = 0; i < m->reward_count; i++) {
		int64_t yuan = m->rewards[i].yuan;
		if (yuan == REWARD_UNSTATED || yuan < f->word.range.low ||
		    yuan > f->word.range.high)
			continue;
		describe_yuan(out, &m->rewards[i]);
		buffer_char(out, ' ');
		return;
	}
}

static void add_match(struct finding *f, enum field field, size_t measure, struct buffer *out)
{
	const struct measure *m = &f->c->measures[measure];
	const struct entry *entry = &f->c->entries[m->entry];
	switch (field) {
	case FIELD_TEXT:
		add_text_match(f, m->text, out);
		break;
	case FIELD_REGION:
		add_region_match(f, entry->region, out);
		break;
	case FIELD_REFERENCE: /* as printed only */
		f->word.pinyin = false;
		values_references(&f->values, f->c, m->entry, f->word.field != QUERY_YEAR);
		add_value_match(f, false, out);
		break;
	case FIELD_CATEGORY:
		add_category_match(f, m->categories, out);
		break;
	case FIELD_REWARD:
		add_reward_match(f, m, out);
		break;
	case FIELD_NUMBER:
		buffer_print(out, "%" PRId64 " ", entry->number);
	}
	buffer_text(out, explain_field(field));
}

void explain_hit(const struct engine *e, const struct catalog *c, const struct query *q,
		 const char *text, size_t measure, struct buffer *out)
{
	struct finding f = { .c = c };
	size_t first = engine_branch(e, q, measure, 0);
	for (size_t i = first; first != ENGINE_NONE && i < query_branch_end(q, first); i++) {
		enum field field;
		f.word = q->words[i];
		buffer_text(out, i > first ? "；" : "");
		columns_add_safe(out, text + f.word.start, f.word.end - f.word.start);
		if (f.word.exclude) {
			buffer_text(out, " → 不含");
			continue;
		}
		buffer_text(out, " → ");
		if (engine_find(e, &f.word, measure, &field))
			add_match(&f, field, measure, out);
	}
	values_done(&f.values);
	fold_done(&f.folded);
}
