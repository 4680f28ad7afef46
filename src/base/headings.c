#include "base/headings.h"

#include <stdlib.h>
#include <string.h>

#include "base/columns.h"
#include "base/memory.h"
#include "base/utf8.h"

static int least(int a, int b)
{
	return a < b ? a : b;
}

static int most(int a, int b)
{
	return a > b ? a : b;
}

/* Bytes of the first character with its combining marks; *cols: what it takes. */
static size_t character(const char *text, size_t n, int *cols)
{
	uint32_t cp;
	size_t length = utf8_decode(text, n, &cp);
	*cols = columns_of(cp);
	while (length < n) {
		size_t more = utf8_decode(text + length, n - length, &cp);
		if (columns_of(cp) != 0)
			break;
		length += more;
	}
	return length;
}

/* How many characters the name has, and in *cols what the widest of the lines it is set on takes. */
static int upright_rows(const char *name, int *cols)
{
	int rows = 0, widest = 0, here;
	for (size_t at = 0, n = strlen(name); at < n; rows++) {
		at += character(name + at, n - at, &here);
		if (rows < HEADINGS_UPRIGHT)
			widest = most(widest, here);
	}
	*cols = widest;
	return rows;
}

/* What of a flat name is shown, in bytes, and in *cols what it takes with the "~" of a cut one. */
static size_t flat_name(const char *name, int *cols)
{
	size_t n = strlen(name);
	*cols = columns_text(name, n);
	if (*cols <= HEADINGS_FLAT)
		return n;
	n = columns_clip(name, n, HEADINGS_FLAT - 1, cols);
	*cols += 1;
	return n;
}

static int flat_cols(const struct heading *h)
{
	int cols;
	flat_name(h->name, &cols);
	return most(h->numbers, cols);
}

static int upright_cols(const struct heading *h)
{
	int cols;
	upright_rows(h->name, &cols);
	return most(h->numbers, cols);
}

static int all_cols(const struct headings *h, int (*cols)(const struct heading *))
{
	int sum = 0;
	for (size_t i = 0; i < h->count; i++)
		sum += cols(&h->all[i]) + 1;
	return sum;
}

static int name_rows(const struct headings *h)
{
	int rows = h->count > 0, cols;
	for (size_t i = 0; h->upright && i < h->count; i++)
		rows = most(rows, least(upright_rows(h->all[i].name, &cols), HEADINGS_UPRIGHT));
	return rows;
}

void headings_set(struct headings *h, const struct heading *from, size_t count, int room)
{
	headings_done(h);
	h->all = memory_new(count * sizeof(*h->all));
	h->count = count;
	for (size_t i = 0; i < count; i++)
		h->all[i] = from[i];
	int flat = all_cols(h, flat_cols), upright = all_cols(h, upright_cols);
	h->upright = flat > room && upright <= flat * 3 / 4;
	h->rows = name_rows(h);
	int spare = room - (h->upright ? upright : flat), gap = 1;
	while (gap < HEADINGS_GAP && spare >= gap * (int)count)
		gap++;
	for (size_t i = 0; i < count; i++)
		h->all[i].cols = gap + (h->upright ? upright_cols : flat_cols)(&h->all[i]);
}

void headings_done(struct headings *h)
{
	free(h->all);
	*h = (struct headings){ 0 };
}

static void add_upright(const char *name, int row, int cols, struct buffer *out)
{
	size_t at = 0, n = strlen(name), length = 0;
	int here, rows = upright_rows(name, &here);
	if (row == HEADINGS_UPRIGHT - 1 && rows > HEADINGS_UPRIGHT) {
		buffer_repeat(out, ' ', cols - 1);
		buffer_char(out, '~');
		return;
	}
	if (row >= rows) {
		buffer_repeat(out, ' ', cols);
		return;
	}
	for (int i = 0; i <= row; i++) {
		at += length;
		length = character(name + at, n - at, &here);
	}
	buffer_repeat(out, ' ', cols - here);
	columns_add_safe(out, name + at, length);
}

void headings_add(const struct headings *h, size_t column, int row, struct buffer *out)
{
	const struct heading *here = &h->all[column];
	int cols;
	if (h->upright) {
		add_upright(here->name, row, here->cols, out);
		return;
	}
	size_t n = flat_name(here->name, &cols);
	buffer_repeat(out, ' ', here->cols - cols);
	columns_add_safe(out, here->name, n);
	buffer_text(out, here->name[n] ? "~" : "");
}
