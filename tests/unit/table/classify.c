#include "table/classify.h"

#include <string.h>

#include "support/check.h"

TEST(each_category_of_which_a_keyword_stands_in_the_text_is_found)
{
	static const char *a[] = { "信贷", "融资" }, *b[] = { "信用" }, *d[] = { "AB", "c" };
	const struct category categories[] = {
		{ "a", "a", "a", a, 2 }, { "b", "b", "b", b, 1 }, { "none", "n", "n", NULL, 0 }, { "d", "d", "d", d, 2 },
	};
	static const struct {
		const char *text;
		uint64_t want;
	} cases[] = {
		{ "", 0 },
		{ "给予信贷支持", 1 },
		{ "信用信贷", 3 },
		{ "融资", 1 },
		{ "信", 0 },
		{ "信 贷", 0 },
		{ "xABy", 8 },
		{ "xaby", 0 },
		{ "cc信贷", 9 },
	};
	struct classifier *c = classifier_new(categories, 4);
	EQ_INT(classifier_categories(c), 4);
	EACH (row, cases)
		EQ_INT(classify(c, row->text), row->want);
	classifier_free(c);
	c = classifier_new(NULL, 0);
	EQ_INT(classify(c, "信贷"), 0);
	classifier_free(c);
	classifier_free(NULL);
}
