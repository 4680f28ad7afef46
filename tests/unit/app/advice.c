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
