#include "base/arena.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "support/check.h"

TEST(what_the_arena_returned_stays_where_it_is_and_what_it_was)
{
	enum {
		COUNT = 20000
	};
	struct arena a = { 0 };
	static char *kept[COUNT];
	char text[32];
	for (int i = 0; i < COUNT; i++) {
		int n = snprintf(text, sizeof(text), "措施%d", i);
		kept[i] = arena_copy(&a, text, (size_t)n);
	}
	for (int i = 0; i < COUNT; i++) {
		snprintf(text, sizeof(text), "措施%d", i);
		EQ_STR(kept[i], text);
	}
	arena_done(&a);
}

TEST(new_memory_is_zeroed_and_aligned_for_any_type)
{
	struct arena a = { 0 };
	for (size_t bytes = 1; bytes < 300; bytes++) {
		arena_copy(&a, "xyz", bytes % 4);
		unsigned char *p = arena_new(&a, bytes);
		EQ_INT((uintptr_t)p % _Alignof(max_align_t), 0);
		for (size_t i = 0; i < bytes; i++)
			EQ_INT(p[i], 0);
		memset(p, 0xAA, bytes);
	}
	arena_done(&a);
}

TEST(an_allocation_larger_than_a_block_is_whole_and_the_next_one_is_apart)
{
	struct arena a = { 0 };
	char *small = arena_string(&a, "前");
	char *large = arena_new(&a, 1 << 20);
	char *after = arena_string(&a, "后");
	memset(large, 'x', 1 << 20);
	EQ_STR(small, "前");
	EQ_STR(after, "后");
	TRUE(arena_bytes(&a) >= (1 << 20));
	TRUE(arena_bytes(&a) < (1 << 21));
	arena_done(&a);
}

TEST(a_block_filled_to_its_last_byte_overflows_into_the_next)
{
	struct arena a = { 0 };
	char *first = arena_new(&a, (1 << 16) - 1);
	char *last = arena_copy(&a, "", 0);
	EQ_INT(last - first, (1 << 16) - 1);
	char *next = arena_copy(&a, "z", 1);
	EQ_STR(next, "z");
	EQ_STR(last, "");
	EQ_INT(arena_bytes(&a), 2 << 16);
	arena_done(&a);
}

TEST(a_copy_ends_in_a_nul_and_may_hold_others)
{
	struct arena a = { 0 };
	TRUE(memcmp(arena_copy(&a, "a\0b", 3), "a\0b", 4) == 0);
	EQ_STR(arena_copy(&a, "江苏省", 6), "江苏");
	EQ_STR(arena_string(&a, ""), "");
	TRUE(arena_string(&a, NULL) == NULL);
	arena_done(&a);
}

TEST(a_done_arena_is_empty_and_may_be_used_again)
{
	struct arena a = { 0 };
	EQ_INT(arena_bytes(&a), 0);
	arena_done(&a);
	arena_string(&a, "x");
	arena_done(&a);
	EQ_INT(arena_bytes(&a), 0);
	EQ_STR(arena_string(&a, "again"), "again");
	arena_done(&a);
}
