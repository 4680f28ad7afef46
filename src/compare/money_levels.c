#include "compare/money_parts.h"

#include <string.h>

#include "base/memory.h"

/* clang-format off */
static const struct { const char32_t *word; enum money_level level; } full[] = {
	{ U"国家级", MONEY_NATIONAL },
	{ U"省部级", MONEY_PROVINCIAL }, { U"自治区级", MONEY_PROVINCIAL }, { U"省级", MONEY_PROVINCIAL },
	{ U"设区市级", MONEY_CITY }, { U"地市级", MONEY_CITY }, { U"市级", MONEY_CITY },
	{ U"县区级", MONEY_COUNTY }, { U"区县级", MONEY_COUNTY }, { U"县级市", MONEY_LEVEL_NONE }, { U"县级", MONEY_COUNTY }, { U"区级", MONEY_COUNTY },
	{ U"国际级", MONEY_LEVEL_OTHER }, { U"世界级", MONEY_LEVEL_OTHER },
	{ U"国际标准", MONEY_LEVEL_OTHER }, { U"国家标准", MONEY_LEVEL_OTHER }, { U"行业标准", MONEY_LEVEL_OTHER },
	{ U"地方标准", MONEY_LEVEL_OTHER }, { U"团体标准", MONEY_LEVEL_OTHER },
};

/* Count only in a list that ends in a full one (国家、省、市级), or before 企业标准“领跑者”. */
static const struct { const char32_t *word; enum money_level level; } bare[] = {
	{ U"国际", MONEY_LEVEL_OTHER }, { U"国家", MONEY_NATIONAL }, { U"行业", MONEY_LEVEL_OTHER },
	{ U"地方", MONEY_LEVEL_OTHER }, { U"自治区", MONEY_PROVINCIAL }, { U"省", MONEY_PROVINCIAL },
	{ U"市", MONEY_CITY }, { U"县", MONEY_COUNTY }, { U"区", MONEY_COUNTY },
};

/* Who pays, decides or examines, and where: not the level of what is honoured. */
static const char32_t *const no_title[] = {
	U"财政", U"部门", U"主管", U"人民政府", U"政府部门", U"专项", U"资金", U"机关", U"单位", U"有关", U"相关",
	U"标准化研究", U"研究机构", U"高新", U"开发区", U"经开区", U"经济技术", U"新区", U"化", U"统筹", U"承担", U"分担", NULL };

static const char32_t *const titles[] = {
	U"企业标准领跑", U"企业标准\"领跑", U"标准领跑", U"标准\"领跑", U"领跑", U"\"领跑", NULL };
/* clang-format on */

/* Whether a level may begin with it. */
static bool begins_level(uint32_t cp)
{
	static const char32_t first[] = U"国省自设地市县区世行团";
	const char32_t *f = first;
	while (*f && *f != cp)
		f++;
	return *f != 0;
}

static bool full_at(const struct money_text *t, size_t at, struct level *out)
{
	for (size_t i = 0; i < sizeof(full) / sizeof(full[0]); i++) {
		size_t length = money_word(t, at, full[i].word);
		if (!length || money_words(t, at + length, no_title))
			continue;
		*out = (struct level){ at, at + length, full[i].level };
		return full[i].level != MONEY_LEVEL_NONE;
	}
	return false;
}

enum { MOST_IN_LIST = 16 }; /* more than anybody writes */

/* What the list that goes on at `at` ends in: the kind of its full level, or MONEY_LEVEL_NONE, also
 * where it goes on for too long. */
static enum money_level list_ends_in(const struct money_text *t, size_t at)
{
	for (int i = 0; i < MOST_IN_LIST; i++) {
		struct level next;
		size_t joint = money_joint(t, at);
		if (!joint)
			return MONEY_LEVEL_NONE;
		at += joint;
		if (full_at(t, at, &next))
			return next.level;
		size_t length = 0;
		for (size_t j = 0; !length && j < sizeof(bare) / sizeof(bare[0]); j++)
			length = money_word(t, at, bare[j].word);
		if (!length)
			return MONEY_LEVEL_NONE;
		at += length;
		if (money_words(t, at, titles))
			return MONEY_NATIONAL;
	}
	return MONEY_LEVEL_NONE;
}

static bool bare_at(const struct money_text *t, size_t at, struct level *out)
{
	for (size_t i = 0; i < sizeof(bare) / sizeof(bare[0]); i++) {
		size_t length = money_word(t, at, bare[i].word);
		if (!length)
			continue;
		enum money_level end = list_ends_in(t, at + length);
		if (end == MONEY_LEVEL_NONE && !money_words(t, at + length, titles))
			return false;
		*out = (struct level){ at, at + length, bare[i].level };
		if (end == MONEY_LEVEL_OTHER)
			out->level = MONEY_LEVEL_OTHER;
		return true;
	}
	return false;
}

/* A clause that levels stand in, read once for all of them. */
struct clause {
	size_t end;
	size_t base; /* the last 基础上 in it, or FOLD_NOWHERE */
};

static void find_clause(const struct money_text *t, size_t at, struct clause *out)
{
	static const char32_t *const base[] = { U"基础上", NULL };
	static const char32_t *const ends[] = { U",", U"。", U";", NULL };
	size_t end = money_first(t, at, t->f.count, ends);
	out->end = end == FOLD_NOWHERE ? t->f.count : end;
	out->base = money_last(t, at, out->end, base);
}

/* 在省级奖励的基础上: that of another, on which this is paid. */
static bool is_base(const struct money_text *t, const struct level *level, struct clause *clause)
{
	if (level->end > clause->end)
		find_clause(t, level->end, clause);
	return clause->base != FOLD_NOWHERE && clause->base >= level->end;
}

void money_levels(const struct money_text *t, struct levels *out)
{
	struct clause clause = { 0, FOLD_NOWHERE };
	out->count = 0;
	for (size_t at = 0; at < t->f.count;) {
		struct level found;
		if (!begins_level(t->f.cps[at]) ||
		    (!full_at(t, at, &found) && !bare_at(t, at, &found))) {
			at++;
			continue;
		}
		at = found.end;
		if (is_base(t, &found, &clause))
			continue;
		out->all = memory_grow(out->all, &out->capacity, out->count + 1, sizeof(*out->all));
		out->all[out->count++] = found;
	}
}

enum money_level money_level_of(const char *name)
{
	if (!name)
		return MONEY_LEVEL_NONE;
	struct money_text t = { .bytes = name, .n = strlen(name) };
	enum money_level level = MONEY_LEVEL_OTHER;
	fold_text(&t.f, name, t.n);
	for (size_t i = 0; i < sizeof(full) / sizeof(full[0]); i++)
		if (money_word(&t, 0, full[i].word) == t.f.count)
			level = full[i].level;
	for (size_t i = 0; i < sizeof(bare) / sizeof(bare[0]); i++)
		if (money_word(&t, 0, bare[i].word) == t.f.count)
			level = bare[i].level;
	fold_done(&t.f);
	return level;
}

size_t levels_from(const struct levels *l, size_t from)
{
	size_t low = 0, high = l->count;
	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (l->all[middle].start < from)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}
