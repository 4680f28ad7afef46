#include "app/app.h"

#include <stdio.h>
#include <stdlib.h>

#include "app/key.h"
#include "support/check.h"
#include "table/build.h"

enum { MEASURES = 20000 };

/* One city with 20,000 measures in 2,500 entries, a province above it. */
static struct catalog *big_city(void)
{
	struct build *b = build_new();
	build_table(b, "made", "大表", NULL);
	for (int e = 0; e < MEASURES / 8; e++) {
		struct measure measures[8];
		char texts[8][64], labels[8][8];
		struct build_entry entry = { .number = e + 1,
					     .path = { "江苏省", "南通市", NULL },
					     .measures = measures,
					     .measure_count = 8 };
		for (int m = 0; m < 8; m++) {
			snprintf(texts[m], sizeof(texts[m]), "措施第%d号，支持企业", e * 8 + m);
			snprintf(labels[m], sizeof(labels[m]), "%d", m + 1);
			measures[m] = (struct measure){ .label = labels[m], .text = texts[m] };
		}
		build_entry(b, &entry);
	}
	return build_finish(b);
}

static size_t here(const struct app *a)
{
	return app_measure(a);
}

static void in_view(const struct app *a)
{
	const struct item *item = pager_item(&a->reader);
	TRUE(item);
	TRUE(item->first_line >= a->reader.top);
	TRUE(item->first_line < a->reader.top + (size_t)a->reader.height);
	/* What is shown is laid out, unless all that there is has been shown. */
	TRUE(a->reader.top + (size_t)a->reader.height <= a->reader.doc.line_count ||
	     a->reader.top == 0);
}

static void keys(struct app *a, const char *words)
{
	while (*words)
		app_key(a, key_parse(&words));
}

static void begin(struct app *a, struct catalog **c)
{
	*c = big_city();
	app_init(a, *c, NULL, 24, 80, NULL);
	keys(a, "<Right><Right><Enter>");
}

static void end(struct app *a, struct catalog *c)
{
	app_done(a);
	catalog_free(c);
}

TEST(every_measure_is_reached_one_by_one_and_back)
{
	struct app a;
	struct catalog *c;
	begin(&a, &c);
	for (size_t i = 0; i < 3000; i++) {
		EQ_INT(here(&a), i);
		in_view(&a);
		keys(&a, "j");
	}
	for (size_t i = 3000; i > 0; i--) {
		EQ_INT(here(&a), i);
		keys(&a, "k");
	}
	EQ_INT(here(&a), 0);
	end(&a, c);
}

TEST(jumps_land_where_they_say)
{
	static const struct {
		const char *keys;
		size_t want;
	} cases[] = {
		{ "G", MEASURES - 1 },	    { "k", MEASURES - 2 }, { "g", 0 },
		{ "15000G", 14999 },	    { "j", 15000 },	   { "300k", 14700 },
		{ "99999j", MEASURES - 1 }, { "99999k", 0 },	   { "7j", 7 },
		{ "99999G", MEASURES - 1 },
	};
	struct app a;
	struct catalog *c;
	begin(&a, &c);
	EACH (row, cases) {
		keys(&a, row->keys);
		EQ_INT(here(&a), row->want);
		in_view(&a);
	}
	end(&a, c);
}

TEST(pages_pass_every_line_once)
{
	struct app a;
	struct catalog *c;
	begin(&a, &c);
	size_t last = here(&a);
	for (int i = 0; i < 500; i++) {
		size_t visible = (size_t)a.reader.height / 2;
		keys(&a, "<Space>");
		TRUE(here(&a) > last);
		TRUE(here(&a) - last <= visible + 2);
		last = here(&a);
		in_view(&a);
	}
	end(&a, c);
}

TEST(a_resize_and_a_search_keep_the_measure)
{
	struct app a;
	struct catalog *c;
	begin(&a, &c);
	keys(&a, "12345G");
	for (int i = 0; i < 60; i++) {
		app_resize(&a, 4 + i, 30 + 3 * i);
		EQ_INT(here(&a), 12344);
		in_view(&a);
	}
	keys(&a, "/第19876<Enter>");
	EQ_INT(here(&a), 19876);
	keys(&a, "/8<Esc>");
	EQ_INT(here(&a), 19876);
	in_view(&a);
	end(&a, c);
}
