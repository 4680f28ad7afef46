/* The rows of the ranking in words. */
#include "compare/rewards.h"

#include <inttypes.h>
#include <string.h>

#include "base/utf8.h"
#include "table/describe.h"

enum { WAN = 10000 };

const char *rewards_order_name(enum rewards_order order)
{
	static const char *const names[] = { [REWARDS_NATIONAL] = "国家级金额",
					     [REWARDS_PROVINCIAL] = "省级金额",
					     [REWARDS_REGION] = "地域" };
	return names[order];
}

const char *rewards_order_word(enum rewards_order order)
{
	static const char *const words[] = { [REWARDS_NATIONAL] = "national",
					     [REWARDS_PROVINCIAL] = "provincial",
					     [REWARDS_REGION] = "region" };
	return words[order];
}

const char *rewards_level_name(enum money_level level)
{
	static const char *const names[] = {
		[MONEY_LEVEL_NONE] = "未载明级别", [MONEY_NATIONAL] = "国家级",
		[MONEY_PROVINCIAL] = "省级",	   [MONEY_CITY] = "市级",
		[MONEY_COUNTY] = "县级",	   [MONEY_LEVEL_OTHER] = "其他",
	};
	return names[level];
}

static void add_yuan(int64_t yuan, struct buffer *out)
{
	describe_yuan(out, &(struct reward){ .yuan = yuan });
}

static void add_place(const struct catalog *c, const struct rewards_row *row,
		      struct rewards_place place, struct buffer *out)
{
	const char *text = c->measures[row->measure].text;
	size_t n = strlen(text), start = utf8_offset(text, n, place.start);
	buffer_add(out, text + start, utf8_offset(text, n, place.end) - start);
}

const char *rewards_bound(const struct rewards_row *row)
{
	static const char *const names[] = { [MONEY_EXACT] = "",
					     [MONEY_AT_MOST] = "最高",
					     [MONEY_AT_LEAST] = "至少",
					     [MONEY_ABOUT] = "约" };
	return row->low == REWARD_UNSTATED ? "" : names[row->bound];
}

void rewards_amount(const struct rewards_row *row, struct buffer *out)
{
	buffer_text(out, rewards_bound(row));
	add_yuan(row->low, out);
	if (row->high != row->low) {
		buffer_text(out, "至");
		add_yuan(row->high, out);
	}
}

/* 12345 yuan are 1.2345. */
static void add_wan(int64_t yuan, struct buffer *out)
{
	int digits = 4;
	int64_t part = yuan % WAN;
	buffer_print(out, "%" PRId64, yuan / WAN);
	for (; part && part % 10 == 0; part /= 10)
		digits--;
	if (part)
		buffer_print(out, ".%0*" PRId64, digits, part);
}

void rewards_number(const struct rewards_row *row, struct buffer *out)
{
	if (row->low == REWARD_UNSTATED)
		return;
	add_wan(row->low, out);
	if (row->high != row->low) {
		buffer_char(out, '-');
		add_wan(row->high, out);
	}
}

void rewards_level(const struct catalog *c, const struct rewards_row *row, struct buffer *out)
{
	const struct measure *m = &c->measures[row->measure];
	if (!row->read_out)
		buffer_text(out,
			    m->rewards[row->recorded].level ? m->rewards[row->recorded].level : "");
	else
		add_place(c, row, row->named, out);
}

void rewards_per(const struct catalog *c, const struct rewards_row *row, struct buffer *out)
{
	add_place(c, row, row->per, out);
	if (row->once)
		buffer_print(out, "%s一次性", row->per.end > row->per.start ? " " : "");
}

void rewards_words(const struct catalog *c, const struct rewards_row *row, struct buffer *out)
{
	add_place(c, row, row->words, out);
}

void rewards_parts(const struct rewards *r, const struct rewards_stack *stack, struct buffer *out)
{
	static const char *const names[CATALOG_DEPTH] = { "省", "市", "县" };
	const char *between = "";
	for (size_t i = 0; i < CATALOG_DEPTH; i++) {
		if (stack->parts[i] == REWARDS_NONE)
			continue;
		buffer_print(out, "%s%s ", between, names[i]);
		rewards_amount(&r->rows[stack->parts[i]], out);
		between = " + ";
	}
}

static bool ends_sentence(uint32_t cp)
{
	return cp == U'。' || cp == U'；' || cp == U'！' || cp == U'？' || cp == ';' || cp == '\n';
}

struct rewards_place rewards_sentence(const struct catalog *c, const struct rewards_row *row)
{
	const char *text = c->measures[row->measure].text;
	size_t n = strlen(text);
	struct rewards_place found = { 0, (uint32_t)utf8_count(text, n) };
	if (row->words.end == row->words.start)
		return found;
	uint32_t position = 0, cp, start = 0;
	for (size_t at = 0; at < n; position++) {
		at += utf8_decode(text + at, n - at, &cp);
		if (!ends_sentence(cp))
			continue;
		if (position >= row->words.end)
			return (struct rewards_place){ start, position + 1 };
		start = position + 1;
	}
	return (struct rewards_place){ start, found.end };
}
