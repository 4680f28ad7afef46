/* Any text at any width: lines in order, each making progress, none split inside a character, none wider than it may be. The first byte is
 * the width. */
#include <assert.h>
#include <locale.h>
#include <stdint.h>

#include "base/columns.h"
#include "base/utf8.h"
#include "base/wrap.h"

int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n);

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	setlocale(LC_CTYPE, "C.UTF-8");
	return 0;
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t n)
{
	if (n < 2 || n > 4096 || utf8_valid((const char *)bytes + 1, n - 1) != n - 1)
		return 0;
	const char *text = (const char *)bytes + 1;
	int cols = bytes[0] % 120 + 1;
	struct wrap_lines lines = { 0 };
	wrap_text(text, n - 1, cols, &lines);
	size_t before = 0;
	assert(lines.count > 0);
	for (size_t i = 0; i < lines.count; i++) {
		const struct wrap_line *l = &lines.all[i];
		assert(l->start >= before && l->start <= l->end && l->end <= n - 1);
		assert(i == 0 || l->end > before || l->start > before || text[before] == '\n' ||
		       text[before] == '\r');
		assert(l->cols == columns_text(text + l->start, l->end - l->start));
		assert(l->cols <= (cols > 2 ? cols : 2));
		assert(utf8_valid(text + l->start, l->end - l->start) == l->end - l->start);
		before = l->end;
	}
	wrap_done(&lines);
	return 0;
}
