#include "base/tiles.h"

#include <stdbool.h>
#include <string.h>

#include "base/columns.h"

static int widest(const char *const *texts, size_t count)
{
	int most = 0;
	for (size_t i = 0; i < count; i++) {
		int cols = columns_text(texts[i], strlen(texts[i]));
		most = cols > most ? cols : most;
	}
	return most;
}

static size_t in_a_row(const char *const *texts, size_t count, int cols)
{
	int fit = (cols + TILES_BETWEEN) / (widest(texts, count) + TILES_BETWEEN);
	return fit > 1 ? (size_t)fit : 1;
}

int tiles_rows(const char *const *texts, size_t count, int cols)
{
	size_t across = in_a_row(texts, count, cols);
	return (int)((count + across - 1) / across);
}

void tiles_add(const char *const *texts, size_t count, int cols, int row, struct buffer *out)
{
	size_t across = in_a_row(texts, count, cols), first = (size_t)row * across;
	int tile = widest(texts, count);
	tile = tile < cols ? tile : cols;
	for (size_t i = first; i < count && i < first + across; i++) {
		size_t n = strlen(texts[i]);
		int own = columns_text(texts[i], n);
		if (i > first)
			buffer_repeat(out, ' ', TILES_BETWEEN);
		bool last = i + 1 == count || i + 1 == first + across;
		columns_add_padded(out, texts[i], n, last && own < tile ? own : tile);
	}
}
