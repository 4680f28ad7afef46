/* Which numbers (序号) a table has so far, and where. */
#ifndef TABLE_NUMBERS_H
#define TABLE_NUMBERS_H

#include <stddef.h>
#include <stdint.h>

struct numbered {
	int64_t number; /* 0: an empty slot */
	size_t where;
};

struct numbers { /* zeroed: none */
	struct numbered *slots; /* owned; open addressing */
	size_t count, slot_count;
};

/* Where that number (not 0) was first: `where` itself when it is new. */
size_t numbers_add(struct numbers *n, int64_t number, size_t where);
void numbers_done(struct numbers *n);

#endif
