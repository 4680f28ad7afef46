#include "base/buffer.h"

#include <string.h>

#include "support/check.h"

TEST(an_empty_buffer_is_an_empty_string)
{
	struct buffer b = { 0 };
	EQ_STR(buffer_string(&b), "");
	buffer_clear(&b);
	buffer_repeat(&b, 'x', 0);
	buffer_repeat(&b, 'x', -5);
	buffer_print(&b, "%s", "");
	EQ_STR(buffer_string(&b), "");
	buffer_add(&b, NULL, 0);
	EQ_STR(buffer_string(&b), "");
	EQ_INT(b.n, 0);
	buffer_done(&b);
}

TEST(what_is_added_stands_one_behind_the_other)
{
	struct buffer b = { 0 };
	buffer_text(&b, "措施");
	buffer_char(&b, ' ');
	buffer_add(&b, "12345", 3);
	buffer_repeat(&b, '.', 3);
	buffer_print(&b, "%d 条 %s", 62, "共");
	EQ_STR(buffer_string(&b), "措施 123...62 条 共");
	EQ_INT(b.n, strlen(b.bytes));
	buffer_done(&b);
}

TEST(a_nul_byte_is_a_byte_like_any_other)
{
	struct buffer b = { 0 };
	buffer_add(&b, "a\0b", 3);
	buffer_char(&b, '\0');
	EQ_INT(b.n, 4);
	TRUE(memcmp(b.bytes, "a\0b\0", 5) == 0);
	buffer_done(&b);
}

TEST(printing_grows_to_any_length_and_ends_in_a_nul)
{
	struct buffer b = { 0 };
	size_t wanted = 0;
	for (int width = 1; width < 2000; width += 7) {
		buffer_print(&b, "%*d", width, width);
		wanted += (size_t)width;
		EQ_INT(b.n, wanted);
		EQ_INT(strlen(b.bytes), wanted);
		TRUE(b.n < b.capacity);
	}
	buffer_done(&b);
}

TEST(clearing_keeps_the_memory_and_done_gives_it_back)
{
	struct buffer b = { 0 };
	buffer_repeat(&b, 'x', 1000);
	size_t capacity = b.capacity;
	buffer_clear(&b);
	EQ_STR(buffer_string(&b), "");
	EQ_INT(b.n, 0);
	EQ_INT(b.capacity, capacity);
	buffer_text(&b, "again");
	EQ_STR(buffer_string(&b), "again");
	buffer_done(&b);
	TRUE(!b.bytes && !b.n && !b.capacity);
}
