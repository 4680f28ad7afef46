#include "base/error.h"

#include <errno.h>
#include <string.h>

#include "base/utf8.h"
#include "support/check.h"

TEST(setting_an_error_is_always_false)
{
	struct error err;
	TRUE(!error_set(&err, "%s: %d", "a.json", 5));
	EQ_STR(err.message, "a.json: 5");
}

TEST(a_long_message_is_cut_at_a_character)
{
	struct error err;
	char text[4000] = "";
	for (size_t skip = 0; skip < 3; skip++) {
		memset(text, 'a', skip);
		text[skip] = '\0';
		for (int i = 0; i < 600; i++)
			strncat(text, "政", sizeof(text) - strlen(text) - 1);
		error_set(&err, "%s", text);
		size_t n = strlen(err.message);
		EQ_INT(utf8_valid(err.message, n), n);
		EQ_INT((n - skip) % 3, 0);
		TRUE(n < sizeof(err.message) && n + 3 >= sizeof(err.message));
	}
}

TEST(reasons_are_in_chinese_or_the_systems_own)
{
	EQ_STR(error_reason(ENOENT), "没有这个文件");
	EQ_STR(error_reason(EACCES), error_reason(EPERM));
	EQ_STR(error_reason(ENOSPC), "磁盘已满");
	EQ_STR(error_reason(EDOM), strerror(EDOM));
}
