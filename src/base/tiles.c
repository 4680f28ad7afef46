#include "base/tiles.h"

#include <string.h>

#include "base/columns.h"

/* One past the last text of the row that begins with text `first`. */
static size_t row_end(const char *const *texts, size_t count, int cols, size_t first)
{
	int used = 0;
	size_t end = first;
	while (end < count) {
		used += columns_text(texts[end], strlen(texts[end])) + (end > first ? TILES_BETWEEN : 0);
		if (used > cols && end > first)
			break;
		end++;
	}
	return end;
}

int tiles_rows(const char *const *texts, size_t count, int cols)
{
	int rows = 0;
	for (size_t at = 0; at < count; at = row_end(texts, count, cols, at))
		rows++;
	return rows;
}

void tiles_add(const char *const *texts, size_t count, int cols, int row, struct buffer *out)
{
	size_t first = 0;
	for (int i = 0; i < row; i++)
		first = row_end(texts, count, cols, first);
	size_t end = row_end(texts, count, cols, first);
	for (size_t i = first; i < end; i++) {
		size_t n = strlen(texts[i]);
		int own = columns_text(texts[i], n);
		buffer_repeat(out, ' ', i > first ? TILES_BETWEEN : 0);
		columns_add_padded(out, texts[i], n, own < cols ? own : cols);
	}
}
