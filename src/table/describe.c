#include "table/describe.h"

#include <inttypes.h>
#include <string.h>

void describe_count(struct buffer *out, size_t count)
{
	if (count >= 1000) {
		describe_count(out, count / 1000);
		buffer_print(out, ",%03zu", count % 1000);
	} else {
		buffer_print(out, "%zu", count);
	}
}

void describe_region(struct buffer *out, const struct catalog *c, size_t region)
{
	size_t path[CATALOG_DEPTH];
	size_t length = catalog_path(c, region, path);
	for (size_t i = 0; i < length; i++)
		buffer_print(out, "%s%s", i ? " > " : "", c->regions[path[i]].name);
}

void describe_place(struct buffer *out, const struct catalog *c, size_t region)
{
	size_t path[CATALOG_DEPTH];
	size_t length = catalog_path(c, region, path);
	for (size_t i = 0; i + 1 < length; i++)
		buffer_print(out, "%s ", c->regions[path[i]].short_name);
	buffer_text(out, c->regions[region].name);
}

const char *describe_reference_kind(const struct reference *r)
{
	return r->kind == REFERENCE_LINK ? "链接" : "文号";
}

void describe_doubt(struct buffer *out, const struct reference *r)
{
	if (r->certain)
		return;
	buffer_text(out, "存疑：也可能是 ");
	for (size_t i = 0; i < r->candidate_count; i++)
		buffer_print(out, "%s%s", i ? " 或 " : "", r->candidates[i]);
	buffer_print(out, " （%s）", r->reason);
}

bool describe_is_uncertain(const struct entry *e)
{
	for (size_t i = 0; i < e->reference_count; i++)
		if (!e->references[i].certain)
			return true;
	return false;
}

bool describe_prints_otherwise(const struct catalog *c, const struct entry *e)
{
	struct buffer joined = { 0 };
	size_t path[CATALOG_DEPTH];
	size_t length = catalog_path(c, e->region, path);
	for (size_t i = 0; i < length; i++)
		buffer_print(&joined, "%s%s", i ? " " : "", c->regions[path[i]].name);
	bool otherwise = strcmp(buffer_string(&joined), e->printed_region) != 0;
	buffer_done(&joined);
	return otherwise;
}

void describe_inferred(struct buffer *out, const struct entry *e)
{
	static const struct {
		unsigned bit;
		const char *word;
	} parts[] = { { INFERRED_PROVINCE, "省份" }, { INFERRED_CITY, "市" }, { INFERRED_COUNTY, "县" } };
	if (!e->inferred)
		return;
	const char *between = "";
	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
		if (!(e->inferred & parts[i].bit))
			continue;
		buffer_print(out, "%s%s", between, parts[i].word);
		between = "、";
	}
	buffer_print(out, "为推断，原表只印“%s”", e->printed_region);
}

void describe_yuan(struct buffer *out, const struct reward *r)
{
	static const struct {
		int64_t yuan;
		const char *name;
	} units[] = { { 100000000, "亿元" }, { 10000, "万元" }, { 1, "元" } };
	if (r->yuan == REWARD_UNSTATED) {
		buffer_text(out, "未载明金额");
		return;
	}
	if (r->maximum)
		buffer_text(out, "最高");
	size_t unit = 0;
	/* The largest unit that leaves at most two digits behind the point: 1.5亿元, but 12345元. */
	while (units[unit].yuan > 1 &&
	       (r->yuan < units[unit].yuan || r->yuan % (units[unit].yuan / 100) != 0))
		unit++;
	int64_t whole = r->yuan / units[unit].yuan;
	int64_t hundredths = units[unit].yuan == 1 ? 0 : r->yuan % units[unit].yuan /
								 (units[unit].yuan / 100);
	buffer_print(out, "%" PRId64, whole);
	if (hundredths % 10)
		buffer_print(out, ".%02" PRId64, hundredths);
	else if (hundredths)
		buffer_print(out, ".%" PRId64, hundredths / 10);
	buffer_text(out, units[unit].name);
}

void describe_rewards(struct buffer *out, const struct measure *m)
{
	for (size_t i = 0; i < m->reward_count; i++) {
		const struct reward *r = &m->rewards[i];
		buffer_text(out, i ? "、" : "");
		if (r->level)
			buffer_print(out, "%s ", r->level);
		describe_yuan(out, r);
	}
}

bool describe_names_sum(const struct measure *m)
{
	for (size_t i = 0; i < m->reward_count; i++)
		if (m->rewards[i].yuan != REWARD_UNSTATED)
			return true;
	return false;
}

void describe_borrows(struct buffer *out, const struct region *r)
{
	static const struct {
		const char *here, *inside;
	} levels[CATALOG_DEPTH] = { { "本省", "市" }, { "本市", "县" }, { "本县", "地域" } };
	buffer_print(out, "%s无自己的条目，列其所辖%s", levels[r->depth].here,
		     levels[r->depth].inside);
}

static const char unsorted[] = "未归类";

const char *describe_category(const struct catalog *c, size_t category)
{
	return category < c->category_count ? c->categories[category].name : unsorted;
}

const char *describe_short_category(const struct catalog *c, size_t category)
{
	return category < c->category_count ? c->categories[category].short_name : unsorted;
}

void describe_categories(struct buffer *out, const struct catalog *c, const struct measure *m)
{
	const char *between = "";
	for (size_t i = 0; i < c->category_count; i++) {
		if (!(m->categories >> i & 1))
			continue;
		buffer_print(out, "%s%s", between, c->categories[i].short_name);
		between = " ";
	}
}
