#include <stdbool.h>
#include <string.h>

#include "app/app.h"
#include "app/key.h"
#include "support/check.h"
#include "table/load.h"

static const char wanted[] = "是否为“信贷”（7 项）";

static void press(struct app *a, const char *keys)
{
	while (*keys)
		app_key(a, key_parse(&keys));
}

/* An app over the built-in table, a word without hits in its prompt. */
static void begin(struct app *a, struct catalog **c)
{
	*c = load_builtin();
	app_init(a, *c, NULL, 24, 80, NULL);
	press(a, "/信货");
}

static void end(struct app *a, struct catalog *c)
{
	app_done(a);
	catalog_free(c);
}

static bool always(void *asker)
{
	(void)asker;
	return true;
}

TEST(the_answer_comes_first_and_what_to_try_afterwards)
{
	struct app a;
	struct catalog *c;
	begin(&a, &c);
	EQ_INT(a.hits.count, 0);
	EQ_STR(buffer_string(&a.remark), "");
	TRUE(app_advise(&a));
	EQ_STR(buffer_string(&a.remark), wanted);
	TRUE(!app_advise(&a)); /* said once */
	EQ_STR(buffer_string(&a.remark), wanted);
	end(&a, c);
}

TEST(a_waiting_key_puts_off_what_to_try)
{
	struct app a;
	struct catalog *c;
	begin(&a, &c);
	app_on_key(&a, always, NULL);
	TRUE(!app_advise(&a));
	EQ_STR(buffer_string(&a.remark), "");
	app_on_key(&a, NULL, NULL);
	TRUE(app_advise(&a));
	EQ_STR(buffer_string(&a.remark), wanted);
	end(&a, c);
}

TEST(enter_says_what_to_try_at_once)
{
	struct app a;
	struct catalog *c;
	begin(&a, &c);
	app_on_key(&a, always, NULL);
	press(&a, "<Enter>");
	TRUE(strstr(buffer_string(&a.message), wanted) != NULL);
	end(&a, c);
}

TEST(another_query_drops_what_was_to_be_tried)
{
	struct app a;
	struct catalog *c;
	begin(&a, &c);
	press(&a, "<BS>"); /* 信 has hits */
	TRUE(a.hits.count > 0);
	TRUE(!app_advise(&a));
	EQ_STR(buffer_string(&a.remark), "");
	end(&a, c);
}

TEST(a_waiting_key_puts_off_the_ranking)
{
	static const char *const leaving[] = { "v", "V", "<Esc>" };
	struct catalog *c = load_builtin();
	struct app a;
	app_init(&a, c, NULL, 24, 80, NULL);
	for (size_t i = 0; i < sizeof(leaving) / sizeof(leaving[0]); i++) {
		app_on_key(&a, always, NULL);
		press(&a, "4v");
		press(&a, leaving[i]);
		TRUE(a.screen != SCREEN_REWARDS);
		app_settle(&a);
		TRUE(!a.ranking.made);
		TRUE(!a.ranking.awaited);
	}
	press(&a, "4v");
	EQ_INT(a.screen, SCREEN_REWARDS);
	EQ_INT(a.ranking.list.count, 0);
	app_settle(&a);
	TRUE(a.ranking.list.count > 0);
	end(&a, c);
}

TEST(a_key_for_the_ranking_does_not_do_without_it)
{
	struct catalog *c = load_builtin();
	struct app a;
	app_init(&a, c, NULL, 24, 80, NULL);
	press(&a, "4v");
	size_t first = a.ranking.list.sel;
	app_done(&a);
	app_init(&a, c, NULL, 24, 80, NULL);
	app_on_key(&a, always, NULL);
	press(&a, "4vj");
	EQ_INT(a.ranking.list.sel, first + 1);
	app_settle(&a);
	EQ_INT(a.ranking.list.sel, first + 1);
	end(&a, c);
}
