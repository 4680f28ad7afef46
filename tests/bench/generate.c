/* A corpus for measuring: policy entries as JSON Lines (lingpao(5)), as many as hold N measures.
 *
 *	generate [--seed=S] [--counties] [--big-city] [--plain] N
 *
 * The same seed gives the same bytes everywhere. A smaller corpus is the beginning of a larger one, but for
 * its last entry, which is cut where N is reached. Regions are the 31 provinces and their cities; with
 * --counties also what is below them (then three levels deep). With --big-city one of the cities has
 * 20,000 measures. --plain prints the same measures in the same order for line-oriented peers:
 *	省/市 <tab> label.text <tab> references
 *
 * The text: phrases.h, so common words are common and two words stand together as in real documents; names
 * of places, products and firms bring 3,000 and more different characters and a long tail of words that
 * occur once. Three words have known rates: 量子计算 in 1 of 10,000 measures, 南极磷虾 in 1 of 100,000, 朱鹮
 * in 1 of 1,000,000; 魑魅 never occurs. */
#include <errno.h>
#include <getopt.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "bench/text.h"
#include "table/divisions.h"

enum {
	BIG_CITY = 320500, /* 苏州市 */
	BIG_CITY_MEASURES = 20000,
	BIG_CITY_ENTRY = 2, /* every second entry is the big city's until it is full */
	LONGEST_ENTRY = 15, /* measures */
	BLOCK = 1 << 20,    /* bytes written at once */
};

struct places { /* the codes of each level; provinces are 31 */
	int *codes[3];
	size_t count[3];
};

struct corpus {
	uint64_t seed;
	bool counties, big_city, plain;
	uint64_t wanted, made, big_city_made; /* measures */
	struct places places;
	struct text text;
	struct buffer out, references, measure;
};

static int level_of(int code)
{
	return code % 10000 == 0 ? 0 : code % 100 == 0 ? 1 : 2;
}

static void find_places(struct places *p)
{
	size_t count;
	const struct division *all = divisions_all(&count);
	for (int level = 0; level < 3; level++)
		p->codes[level] = memory_new(count * sizeof(int));
	for (size_t i = 0; i < count; i++) {
		int level = level_of(all[i].code);
		/* 台湾, 香港 and 澳门 have no policies of this kind. */
		if (all[i].code < 700000)
			p->codes[level][p->count[level]++] = all[i].code;
	}
}

/* One entry in six is a province's own; with counties half of the others are theirs. */
static const struct division *choose_place(struct corpus *c, struct random *r)
{
	int level = random_below(r, 6) == 0 ? 0 : 1;
	if (level == 1 && c->counties && random_below(r, 2))
		level = 2;
	int code = c->places.codes[level][random_below(r, c->places.count[level])];
	if (c->big_city && code == BIG_CITY)
		code = c->places.codes[0][0];
	return divisions_by_code(code);
}

static void add_json(struct buffer *out, const char *text, size_t n)
{
	for (size_t i = 0, from = 0; i <= n; i++) {
		if (i < n && text[i] != '"' && text[i] != '\\')
			continue;
		buffer_add(out, text + from, i - from);
		if (i < n)
			buffer_char(out, '\\');
		from = i;
	}
}

static size_t path_of(const struct division *d, const char *path[3])
{
	size_t depth = 0;
	for (int code = d->code; code; code = divisions_by_code(code)->parent)
		depth++;
	for (size_t i = depth; i > 0; i--) {
		path[i - 1] = d->name;
		if (d->parent)
			d = divisions_by_code(d->parent);
	}
	return depth;
}

static void add_path(struct corpus *c, const struct division *d, const char *between)
{
	const char *path[3];
	size_t depth = path_of(d, path);
	for (size_t i = 0; i < depth; i++) {
		buffer_text(&c->out, i ? between : "");
		buffer_text(&c->out, path[i]);
	}
}

/* "references":[…] of the entry, and for the plain lines the same parted by spaces. */
static void add_references(struct corpus *c, struct random *r, int code)
{
	static const char *const hosts[] = { "scjgj", "www", "gxt", "czt" };
	unsigned kind = random_below(r, 20); /* half numbers, a third links, some both, some none */
	bool number = kind < 13, link = kind >= 10 && kind < 19;
	struct buffer *out = &c->references;
	buffer_clear(out);
	if (number) {
		buffer_text(out, c->plain ? "" : "{\"kind\":\"document\",\"text\":\"");
		text_document(&c->text, r, code, out);
		buffer_text(out, c->plain ? "" : "\"}");
	}
	if (number && link)
		buffer_char(out, c->plain ? ' ' : ',');
	if (link) {
		buffer_text(out, c->plain ? "" : "{\"kind\":\"link\",\"text\":\"");
		unsigned year = 2016 + random_below(r, 9), month = 1 + random_below(r, 12);
		buffer_print(out, "http://%s.p%06d.gov.cn/art/%u/%u/%u/art_%u_%u.html",
			     hosts[random_below(r, 4)], code, year, month, 1 + random_below(r, 28),
			     random_below(r, 90000), random_below(r, 9000000));
		buffer_text(out, c->plain ? "" : "\"}");
	}
}

static void add_reward(struct corpus *c, const struct text_reward *reward)
{
	static const char *const levels[] = { "null", "\"国家级\"", "\"省级\"" };
	buffer_print(&c->out, "{\"level\":%s,\"yuan\":%" PRId64 ",\"maximum\":%s}",
		     levels[reward->level], reward->yuan, reward->maximum ? "true" : "false");
}

static void add_measure(struct corpus *c, struct random *r, const struct division *place,
			unsigned label, bool first)
{
	struct text_reward rewards[TEXT_REWARDS];
	buffer_clear(&c->measure);
	size_t count = text_measure(&c->text, r, place->name, &c->measure, rewards);
	if (c->plain) {
		add_path(c, place, "/");
		buffer_char(&c->out, '\t');
		if (label)
			buffer_print(&c->out, "%u.", label);
		buffer_add(&c->out, buffer_string(&c->measure), c->measure.n);
		buffer_char(&c->out, '\t');
		buffer_add(&c->out, buffer_string(&c->references), c->references.n);
		buffer_char(&c->out, '\n');
		return;
	}
	buffer_text(&c->out, first ? "{" : ",{");
	if (label)
		buffer_print(&c->out, "\"label\":\"%u\",", label);
	buffer_text(&c->out, "\"text\":\"");
	add_json(&c->out, buffer_string(&c->measure), c->measure.n);
	buffer_text(&c->out, count ? "\",\"rewards\":[" : "\"");
	for (size_t i = 0; i < count; i++) {
		buffer_text(&c->out, i ? "," : "");
		add_reward(c, &rewards[i]);
	}
	buffer_text(&c->out, count ? "]}" : "}");
}

static void add_head(struct corpus *c, struct random *r, uint64_t number,
		     const struct division *place)
{
	buffer_print(&c->out, "{\"number\":%" PRIu64 ",\"region\":[\"", number);
	add_path(c, place, "\",\"");
	buffer_text(&c->out, "\"],");
	if (random_below(r, 4))
		buffer_print(&c->out, "\"code\":\"%06d\",", place->code);
	buffer_print(&c->out, "\"references\":[%s],\"measures\":[", buffer_string(&c->references));
}

static void add_entry(struct corpus *c, uint64_t index)
{
	struct random r = random_begin(c->seed, index);
	const struct division *place = choose_place(c, &r);
	uint64_t left = c->wanted - c->made;
	unsigned measures = 1 + random_below(&r, LONGEST_ENTRY);
	bool big =
		c->big_city && index % BIG_CITY_ENTRY == 0 && c->big_city_made < BIG_CITY_MEASURES;
	if (big) {
		place = divisions_by_code(BIG_CITY);
		left = left < BIG_CITY_MEASURES - c->big_city_made
			       ? left
			       : BIG_CITY_MEASURES - c->big_city_made;
	}
	add_references(c, &r, place->code);
	bool labels = random_below(&r, 8) != 0, note = random_below(&r, 12) == 0;
	if (!c->plain)
		add_head(c, &r, index + 1, place);
	else
		random_below(&r, 4); /* add_head() asked once */
	for (unsigned i = 0; i < measures && i < left; i++) {
		add_measure(c, &r, place, labels ? i + 1 : 0, i == 0);
		c->made++;
		c->big_city_made += big;
	}
	if (c->plain)
		return;
	buffer_char(&c->out, ']');
	if (note) {
		buffer_text(&c->out, ",\"notes\":[\"");
		text_note(&c->text, &r, &c->out);
		buffer_text(&c->out, "\"]");
	}
	buffer_text(&c->out, "}\n");
}

static bool write_out(struct buffer *out, size_t least)
{
	if (out->n < least)
		return true;
	bool written = fwrite(buffer_string(out), 1, out->n, stdout) == out->n;
	buffer_clear(out);
	return written;
}

static bool generate(struct corpus *c)
{
	bool good = true;
	find_places(&c->places);
	text_init(&c->text);
	for (uint64_t i = 0; c->made < c->wanted && good; i++) {
		add_entry(c, i);
		good = write_out(&c->out, BLOCK);
	}
	good = good && write_out(&c->out, 0) && fflush(stdout) == 0;
	text_done(&c->text);
	buffer_done(&c->out);
	buffer_done(&c->references);
	buffer_done(&c->measure);
	for (int level = 0; level < 3; level++)
		free(c->places.codes[level]);
	return good;
}

static bool read_number(const char *text, uint64_t *out)
{
	char *end;
	errno = 0;
	*out = strtoull(text, &end, 10);
	return *text >= '0' && *text <= '9' && !*end && !errno;
}

int main(int argc, char **argv)
{
	static const struct option options[] = {
		{ "seed", required_argument, NULL, 's' },
		{ "counties", no_argument, NULL, 'c' },
		{ "big-city", no_argument, NULL, 'b' },
		{ "plain", no_argument, NULL, 'p' },
		{ NULL, 0, NULL, 0 },
	};
	struct corpus c = { .seed = 1 };
	bool good = true;
	for (int o; (o = getopt_long(argc, argv, "", options, NULL)) != -1;) {
		good &= o != '?' && (o != 's' || read_number(optarg, &c.seed));
		c.counties |= o == 'c';
		c.big_city |= o == 'b';
		c.plain |= o == 'p';
	}
	if (!good || optind != argc - 1 || !read_number(argv[optind], &c.wanted)) {
		fputs("usage: generate [--seed=S] [--counties] [--big-city] [--plain] N\n", stderr);
		return 2;
	}
	if (!generate(&c)) {
		perror("generate");
		return 1;
	}
	return 0;
}
