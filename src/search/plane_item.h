/* An item of a plane read back: its folded values, one after the other. They are what fold_text()
 * gives for the printed values, so that a single measure of a large catalog is looked at without
 * folding it again: 2 µs to find it, 2 ns for each character. */
#ifndef SEARCH_PLANE_ITEM_H
#define SEARCH_PLANE_ITEM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "search/plane.h"
#include "search/query.h"

struct plane_item { /* zeroed: nothing */
	const struct plane *plane;
	size_t at; /* position behind the last value */
	bool ended;
	uint32_t *cps; /* the value; owned */
	size_t count;
	size_t capacity;
};

/* Where an item begins. */
size_t plane_item_start(const struct plane *p, size_t item);

/* Starts with the item that begins at a position; memory is kept. When all values were read, `at`
 * is where the next item begins. */
void plane_item_open(struct plane_item *t, const struct plane *p, size_t start);
bool plane_item_next(
	struct plane_item *t); /* the next value into cps[0, count); false after the last one */
void plane_item_done(struct plane_item *t);

/* Some value of the item holds the word. */
bool plane_item_has(const struct plane *p, size_t item, const struct query_word *word);

#endif
