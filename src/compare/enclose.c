#include "compare/enclose.h"

#define ROWS (sizeof(kinds) / sizeof(kinds[0]))

/* clang-format off */
static const struct { uint32_t opens, closes; } kinds[] = {
	{ U'“', U'”' }, { U'‘', U'’' }, { U'「', U'」' }, { U'『', U'』' },
	{ U'（', U'）' }, { U'(', U')' }, { U'《', U'》' }, { U'〈', U'〉' },
	{ U'〔', U'〕' }, { U'【', U'】' }, { U'〖', U'〗' }, { U'[', U']' },
	{ U'［', U'］' }, { U'{', U'}' }, { U'｛', U'｝' }, { U'"', U'"' },
	{ U'＂', U'＂' },
};
/* clang-format on */

static size_t kind_of(uint32_t cp)
{
	size_t kind = 0;
	while (kind < ROWS && kinds[kind].opens != cp && kinds[kind].closes != cp)
		kind++;
	return kind;
}

bool enclose_opens(uint32_t cp)
{
	size_t kind = kind_of(cp);
	return kind < ROWS && kinds[kind].opens == cp && kinds[kind].closes != cp;
}

void enclose_partners(const uint32_t *cps, size_t count, size_t *partner)
{
	/* The innermost that is open, of each kind; in its partner[], the one around it. */
	size_t open[ROWS];
	for (size_t kind = 0; kind < ROWS; kind++)
		open[kind] = SIZE_MAX;
	for (size_t i = 0; i < count; i++) {
		partner[i] = SIZE_MAX;
		size_t kind = kind_of(cps[i]);
		if (kind == ROWS)
			continue;
		bool in_turn = kinds[kind].opens == kinds[kind].closes;
		if (in_turn ? open[kind] == SIZE_MAX : cps[i] == kinds[kind].opens) {
			partner[i] = open[kind];
			open[kind] = i;
		} else if (open[kind] != SIZE_MAX) {
			size_t opening = open[kind];
			open[kind] = partner[opening];
			partner[opening] = i;
			partner[i] = opening;
		}
	}
	for (size_t kind = 0; kind < ROWS; kind++) {
		while (open[kind] != SIZE_MAX) {
			size_t opening = open[kind];
			open[kind] = partner[opening];
			partner[opening] = SIZE_MAX;
		}
	}
}
