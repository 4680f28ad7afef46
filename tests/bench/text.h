/* The words of a corpus: measures, document numbers and notes, each from the dice alone. */
#ifndef BENCH_TEXT_H
#define BENCH_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "bench/phrases.h"

/* Dice: the same seed and stream throw the same, on every machine. */
struct random {
	uint64_t state;
};
struct random random_begin(uint64_t seed, uint64_t stream);
unsigned random_below(struct random *r, size_t end); /* 0 to end - 1, all alike; end > 0 */
unsigned random_low(struct random *r, size_t end);   /* the low ones more often */

struct text_phrase {
	const char *text;
	size_t n;
};

struct text { /* the phrases, parted */
	struct text_phrase *phrases[BENCH_LISTS];
	size_t count[BENCH_LISTS];
};

enum { TEXT_REWARDS = 4 };
enum text_level { TEXT_NO_LEVEL, TEXT_COUNTRY, TEXT_PROVINCE };
struct text_reward {
	int64_t yuan;
	enum text_level level;
	bool maximum;
};

void text_init(struct text *t);
void text_done(struct text *t);

/* Adds one measure, some 130 bytes; returns how many rewards it names. */
size_t text_measure(const struct text *t, struct random *r, const char *place, struct buffer *out,
		    struct text_reward rewards[TEXT_REWARDS]);
void text_document(const struct text *t, struct random *r, int code, struct buffer *out);
void text_note(const struct text *t, struct random *r, struct buffer *out);

#endif
