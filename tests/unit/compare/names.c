#include "compare/names.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/utf8.h"
#include "support/check.h"
#include "table/load.h"

static size_t region_named(const struct catalog *c, const char *name)
{
	for (size_t i = 0; i < c->region_count; i++)
		if (strcmp(c->regions[i].name, name) == 0)
			return i;
	return CATALOG_NONE;
}

/* The folded text with [ ] around what is set aside. */
static void marked(const struct names *n, const char *text, struct buffer *out)
{
	struct folded f = { 0 };
	fold_text(&f, text, strlen(text));
	bool *aside = calloc(f.count + 1, sizeof(*aside));
	names_mark(n, f.cps, f.count, aside);
	buffer_clear(out);
	for (size_t i = 0; i < f.count; i++) {
		char bytes[UTF8_MAX];
		if (aside[i] && (i == 0 || !aside[i - 1]))
			buffer_char(out, '[');
		buffer_add(out, bytes, utf8_encode(f.cps[i], bytes));
		if (aside[i] && !aside[i + 1])
			buffer_char(out, ']');
	}
	free(aside);
	fold_done(&f);
}

TEST(names_are_official_and_short_of_a_region_and_those_above_it)
{
	static const struct {
		const char *text, *want;
	} cases[] = {
		{ "采信江苏省企业标准", "采信[江苏省]企业标准" },
		{ "江苏企业", "[江苏]企业" },
		{ "江苏 省、南通市和南通", "[江苏省]、[南通市]和[南通]" },
		{ "在山西省和江苏", "在[山西省]和[江苏]" },
		{ "江西、苏州、南方", "江西、苏州、南方" },
		{ "江苏省江苏省", "[江苏省江苏省]" },
		{ "江", "江" },
		{ "", "" },
	};
	struct catalog *c = load_builtin();
	struct names n = { 0 };
	struct buffer out = { 0 };
	names_add(&n, c, region_named(c, "南通市"));
	names_add(&n, c, region_named(c, "山西省"));
	EQ_INT(n.count, 6);
	EACH (e, cases) {
		marked(&n, e->text, &out);
		EQ_STR(buffer_string(&out), e->want);
	}
	buffer_done(&out);
	names_done(&n);
	catalog_free(c);
}
