#include "base/tiles.h"

#include "support/check.h"

TEST(as_many_texts_stand_in_a_row_as_fit)
{
	static const char *const texts[] = { "采购=政府采购", "信贷", "x", "奖补=资金", "a\033b" };
	static const struct { int cols; const char *want; } cases[] = {
		{ 80, "采购=政府采购  信贷  x  奖补=资金  a\xef\xbf\xbd" "b|" },
		{ 22, "采购=政府采购  信贷  x|奖补=资金  a\xef\xbf\xbd" "b|" },
		{ 21, "采购=政府采购  信贷|x  奖补=资金  a\xef\xbf\xbd" "b|" },
		{ 13, "采购=政府采购|信贷  x|奖补=资金|a\xef\xbf\xbd" "b|" },
		{ 8, "采购=政~|信贷  x|奖补=资~|a\xef\xbf\xbd" "b|" },
	};
	struct buffer out = { 0 };
	EACH (c, cases) {
		buffer_clear(&out);
		for (int row = 0; row < tiles_rows(texts, 5, c->cols); row++) {
			tiles_add(texts, 5, c->cols, row, &out);
			buffer_char(&out, '|');
		}
		EQ_STR(buffer_string(&out), c->want);
	}
	buffer_done(&out);
}

TEST(no_texts_take_no_rows)
{
	EQ_INT(tiles_rows(NULL, 0, 20), 0);
}
