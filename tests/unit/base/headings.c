#include "base/headings.h"

#include <string.h>

#include "base/columns.h"
#include "support/check.h"

enum { MOST = 8 };

/* All lines, each with a bar at its end. */
static const char *lines(const struct headings *h, struct buffer *out)
{
	buffer_clear(out);
	for (int row = 0; row < h->rows; row++) {
		for (size_t i = 0; i < h->count; i++)
			headings_add(h, i, row, out);
		buffer_text(out, "|");
	}
	return buffer_string(out);
}

static void set(struct headings *h, const char *const *names, int numbers, int room)
{
	struct heading from[MOST];
	size_t count = 0;
	for (; count < MOST && names[count]; count++)
		from[count] = (struct heading){ names[count], numbers, 0 };
	headings_set(h, from, count, room);
}

TEST(names_stand_flat_while_they_fit_and_upright_when_they_do_not)
{
	static const struct {
		const char *names[MOST];
		int numbers, room;
		const char *want;
	} cases[] = {
		{ { "信贷", "制修订" }, 1, 12, " 信贷 制修订|" },
		{ { "信贷", "制修订" }, 1, 11, "   信   制|   贷   修|        订|" },
		{ { "信贷", "制修订" }, 1, 6, " 信 制| 贷 修|    订|" },
		{ { "信贷", "制修订" }, 3, 9, "  信  制|  贷  修|      订|" },
		/* Numbers as wide as the names: upright wins nothing. */
		{ { "信贷", "采购" }, 4, 6, " 信贷 采购|" },
		{ { "信贷", "采购" }, 6, 6, "   信贷   采购|" },
		{ { "a", "信" }, 1, 0, " a 信|" },
		{ { "ab", "c" }, 1, 3, " ab c|" },
	};
	struct headings h = { 0 };
	struct buffer out = { 0 };
	EACH (c, cases) {
		set(&h, c->names, c->numbers, c->room);
		EQ_STR(lines(&h, &out), c->want);
	}
	headings_done(&h);
	buffer_done(&out);
}

TEST(a_gap_grows_with_the_room_up_to_three)
{
	static const char *const names[] = { "信贷", "采购", NULL };
	static const struct { int room; const char *want; } cases[] = {
		{ 10, " 信贷 采购|" }, { 11, " 信贷 采购|" }, { 12, "  信贷  采购|" },
		{ 14, "   信贷   采购|" }, { 90, "   信贷   采购|" },
	};
	struct headings h = { 0 };
	struct buffer out = { 0 };
	EACH (c, cases) {
		set(&h, names, 1, c->room);
		EQ_STR(lines(&h, &out), c->want);
	}
	headings_done(&h);
	buffer_done(&out);
}

TEST(a_long_name_ends_in_a_mark)
{
	static const struct { const char *names[2]; int room; const char *want; } cases[] = {
		{ { "政策扶持与其他奖励" }, 90, "   政策扶~|" },
		{ { "政策扶持与其他奖励" }, 3, " 政| 策| 扶|  ~|" },
		{ { "政策扶持" }, 3, " 政| 策| 扶| 持|" },
		{ { "procurement" }, 2, " p| r| o| ~|" },
		/* A letter and the mark on it are one character. */
		{ { "e\xcc\x81tude" }, 2, " e\xcc\x81| t| u| ~|" },
		{ { "" }, 2, "  |" },
	};
	struct headings h = { 0 };
	struct buffer out = { 0 };
	EACH (c, cases) {
		set(&h, c->names, 1, c->room);
		EQ_STR(lines(&h, &out), c->want);
	}
	headings_done(&h);
	buffer_done(&out);
}

TEST(every_line_takes_exactly_its_columns_and_is_safe)
{
	static const char *const names[] = { "信\033[31m贷", "x", "制修订制修订制修订", "🙂表情", "", NULL };
	struct headings h = { 0 };
	struct buffer out = { 0 };
	for (int room = 0; room < 60; room++) {
		set(&h, names, room % 5, room);
		for (int row = 0; row < h.rows; row++)
			for (size_t i = 0; i < h.count; i++) {
				buffer_clear(&out);
				headings_add(&h, i, row, &out);
				EQ_INT(columns_text(buffer_string(&out), out.n), h.all[i].cols);
				TRUE(strchr(buffer_string(&out), '\033') == NULL);
				TRUE(h.all[i].cols > h.all[i].numbers);
			}
	}
	headings_done(&h);
	buffer_done(&out);
}

TEST(no_columns_take_no_lines)
{
	struct headings h = { 0 };
	headings_set(&h, NULL, 0, 40);
	EQ_INT(h.rows, 0);
	headings_done(&h);
}
