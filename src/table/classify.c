#include "table/classify.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"

enum { SLOTS = 1 << 12 };

struct keyword {
	const char *text;
	size_t n;
	uint64_t category; /* its bit */
	uint32_t next;	   /* keyword + 1 that begins with a character of the same slot, or 0 */
};

struct classifier {
	uint32_t first[SLOTS]; /* by first character: keyword + 1, or 0 */
	struct keyword *keywords;
	size_t count, capacity;
	size_t categories;
};

/* Of a character of that many bytes; for three it is the 12 bits that tell Han apart best. */
static size_t slot_of(const char *text, size_t length)
{
	const unsigned char *s = (const unsigned char *)text;
	if (length == 1)
		return s[0];
	return (size_t)(s[length - 2] & 0x3F) << 6 | (s[length - 1] & 0x3F);
}

static size_t character_length(const char *text)
{
	size_t length = utf8_promised((unsigned char)*text);
	return length ? length : 1;
}

struct classifier *classifier_new(const struct category *categories, size_t count)
{
	struct classifier *c = memory_new(sizeof(*c));
	c->categories = count;
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < categories[i].keyword_count; k++) {
			const char *text = categories[i].keywords[k];
			uint32_t *first = &c->first[slot_of(text, character_length(text))];
			c->keywords = memory_grow(c->keywords, &c->capacity, c->count + 1,
						  sizeof(*c->keywords));
			c->keywords[c->count++] = (struct keyword){
				.text = text,
				.n = strlen(text),
				.category = UINT64_C(1) << i,
				.next = *first,
			};
			*first = (uint32_t)c->count;
		}
	return c;
}

void classifier_free(struct classifier *c)
{
	if (c)
		free(c->keywords);
	free(c);
}

size_t classifier_categories(const struct classifier *c)
{
	return c->categories;
}

uint64_t classify(const struct classifier *c, const char *text)
{
	uint64_t found = 0;
	if (c->count == 0)
		return 0;
	for (size_t length; *text; text += length) {
		length = character_length(text);
		for (uint32_t i = c->first[slot_of(text, length)]; i; i = c->keywords[i - 1].next) {
			const struct keyword *k = &c->keywords[i - 1];
			if (!(found & k->category) && strncmp(text, k->text, k->n) == 0)
				found |= k->category;
		}
	}
	return found;
}
