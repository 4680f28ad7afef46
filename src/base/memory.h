/* Memory that never fails: when there is none left the program says so and ends (the one place where it does so).
 * A program that holds the terminal registers a farewell with memory_on_exhausted(). */
#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H

#include <stddef.h>

void *memory_new(size_t bytes);		       /* zeroed; free() it */
void *memory_resize(void *old, size_t bytes);  /* as realloc; the new part is not zeroed */
char *memory_copy(const char *text, size_t n); /* n bytes and a NUL; free() it */

/* Grows an array of elements of `size` bytes so that `*capacity` holds at least `need` elements; returns its new place. */
void *memory_grow(void *array, size_t *capacity, size_t need, size_t size);

/* Says that there is none left and ends the program: for those who ask the system themselves. Returns to nobody. */
void *memory_exhausted(void) __attribute__((noreturn));

/* Called first: what is large goes back to the system as soon as it is freed. The GNU C library would keep it
 * from the second time on, 20 MiB of what earlier generations of a million measures were made of. */
void memory_begin(void);

/* Room that is free goes back to the system, where the C library can do that: after something large was freed. */
void memory_give_back(void);

/* Called once, before the message is written, so that the terminal is itself again. */
void memory_on_exhausted(void (*farewell)(void));

#endif
