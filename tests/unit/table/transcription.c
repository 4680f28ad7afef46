/* The built-in table against the text layer it was transcribed from (tests/support/table.txt).
 *
 * The source is accounted for by position. Every piece of the table (title, headings, measures
 * with their labels, regions as printed, references) is found in it, line breaks set aside, and
 * its bytes are marked as used, the longest pieces first. What is left must be the row numbers
 * 1 to 21, each once: so nothing is left over, nothing is used twice and nothing is invented. */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "base/utf8.h"
#include "support/check.h"
#include "table/catalog.h"
#include "table/load.h"

enum {
	ROWS = 21,
	PIECES = 256
};

static const char source_path[] = "tests/support/table.txt";
static const char headings[] = "序号 地域 相关激励政策 文号或链接";

struct source {
	struct buffer text;
	char *used; /* one mark a byte; owned */
};

static void source_use(struct source *s, const char *text, size_t n)
{
	*s = (struct source){ 0 };
	buffer_add(&s->text, text, n);
	s->used = memory_new(n + 1);
}

static void source_read(struct source *s)
{
	struct buffer text = { 0 };
	char block[4096];
	size_t n;
	FILE *in = fopen(source_path, "rb");
	TRUE(in != NULL);
	while ((n = fread(block, 1, sizeof(block), in)) > 0)
		buffer_add(&text, block, n);
	fclose(in);
	source_use(s, text.bytes, text.n);
	buffer_done(&text);
}

static void source_done(struct source *s)
{
	buffer_done(&s->text);
	free(s->used);
}

/* One past the end of `text` where it stands unused from `at` on; 0 where it does not. Lines may be
 * broken anywhere inside it; a space is a space. */
static size_t stands_at(const struct source *s, size_t at, const char *text)
{
	for (const char *t = text; *t; t++, at++) {
		while (t > text && s->text.bytes[at] == '\n')
			at++;
		if (s->text.bytes[at] != *t || s->used[at])
			return 0;
	}
	return at;
}

struct piece {
	char label[16]; /* "1." before a numbered measure, otherwise empty */
	const char *text;
	size_t n;     /* bytes of text */
	size_t entry; /* of a measure; otherwise CATALOG_NONE */
	size_t order; /* in the order of the rows */
	size_t start; /* where it was found, in bytes of the source */
	size_t end;
	bool link;
};

struct pieces {
	struct piece all[PIECES];
	size_t count;
	struct buffer regions; /* printed regions, each name ended by NUL */
};

/* Some rows print a space after the label; it belongs to the label, not to the text. */
static size_t piece_stands_at(const struct source *s, const struct piece *p, size_t at)
{
	if (!*p->label)
		return stands_at(s, at, p->text);
	at = stands_at(s, at, p->label);
	if (at && s->text.bytes[at] == ' ')
		at++;
	return at ? stands_at(s, at, p->text) : 0;
}

/* Uses the first place where the piece stands; false when there is none. */
static bool take(struct source *s, struct piece *p)
{
	for (size_t at = 0; at < s->text.n; at++) {
		size_t end = piece_stands_at(s, p, at);
		if (end) {
			p->start = at;
			p->end = end;
			memset(s->used + at, 1, end - at);
			return true;
		}
	}
	return false;
}

static struct piece *add(struct pieces *p, const char *text)
{
	TRUE(p->count < PIECES && *text);
	struct piece *piece = &p->all[p->count];
	*piece = (struct piece){
		.text = text, .n = strlen(text), .entry = CATALOG_NONE, .order = p->count++
	};
	return piece;
}

/* A region of two names is printed in two cells. */
static void add_regions(struct pieces *p, const struct catalog *c)
{
	for (size_t i = 0; i < c->entry_count; i++) {
		const char *printed = c->entries[c->reading[i]].printed_region;
		buffer_add(&p->regions, printed, strlen(printed) + 1);
	}
	for (size_t i = 0; i < p->regions.n; i++)
		if (p->regions.bytes[i] == ' ')
			p->regions.bytes[i] = '\0';
	for (size_t i = 0; i < p->regions.n; i += strlen(p->regions.bytes + i) + 1)
		add(p, p->regions.bytes + i);
}

static int longest_first(const void *left, const void *right)
{
	const struct piece *a = left;
	const struct piece *b = right;
	if (a->n != b->n)
		return a->n < b->n ? 1 : -1;
	return (a->order > b->order) - (a->order < b->order);
}

static void collect(struct pieces *p, const struct catalog *c)
{
	*p = (struct pieces){ 0 };
	add(p, c->tables[0].title);
	add(p, headings);
	for (size_t i = 0; i < c->entry_count; i++) {
		const struct entry *e = &c->entries[c->reading[i]];
		for (size_t k = 0; k < e->measure_count; k++) {
			const struct measure *m = &c->measures[e->first_measure + k];
			struct piece *piece = add(p, m->text);
			piece->entry = m->entry;
			if (m->label)
				snprintf(piece->label, sizeof(piece->label), "%s.", m->label);
		}
		for (size_t k = 0; k < e->reference_count; k++)
			add(p, e->references[k].text)->link =
				e->references[k].kind == REFERENCE_LINK;
	}
	add_regions(p, c);
	qsort(p->all, p->count, sizeof(p->all[0]), longest_first);
}

static size_t line_breaks(const struct source *s, const struct piece *p)
{
	size_t breaks = 0;
	for (size_t at = p->start; at < p->end; at++)
		breaks += s->text.bytes[at] == '\n' && s->text.bytes[at + 1] != '\n';
	return breaks;
}

/* A link stands once as printed, broken into lines, and then whole, once for each of them. */
static void take_link(struct source *s, struct piece *p, struct buffer *fault)
{
	size_t printed = 0;
	size_t lines = 0;
	size_t whole = 0;
	while (take(s, p)) {
		size_t breaks = line_breaks(s, p);
		printed += breaks > 0;
		whole += breaks == 0;
		lines += breaks > 0 ? breaks + 1 : 0;
	}
	if (printed != 1 || whole != lines)
		buffer_print(fault, "%s: %zu broken (%zu lines), %zu whole\n", p->text, printed,
			     lines, whole);
}

/* The measures of an entry stand in their order, and no other entry's between them. */
static void check_runs(const struct pieces *p, struct buffer *fault)
{
	for (size_t i = 0; i < p->count; i++) {
		const struct piece *a = &p->all[i];
		for (size_t k = 0; k < p->count && a->entry != CATALOG_NONE; k++) {
			const struct piece *b = &p->all[k];
			if (b->entry != a->entry || b->order <= a->order)
				continue;
			bool run = a->end <= b->start;
			for (size_t o = 0; o < p->count && run; o++) {
				const struct piece *other = &p->all[o];
				run = other->entry == CATALOG_NONE || other->entry == a->entry ||
				      other->end <= a->start || other->start >= b->end;
			}
			if (!run)
				buffer_print(fault, "out of its place: %s%s\n", b->label, b->text);
		}
	}
}

/* What no piece used: the numbers of the rows, each once, and nothing else. */
static void check_rest(const struct source *s, struct buffer *fault)
{
	int seen[ROWS + 1] = { 0 };
	for (size_t at = 0; at < s->text.n;) {
		size_t end = at;
		while (end < s->text.n && !s->used[end] && !strchr(" \n", s->text.bytes[end]))
			end++;
		if (end == at) {
			at++;
			continue;
		}
		char *stop;
		long number = strtol(s->text.bytes + at, &stop, 10);
		if (stop == s->text.bytes + end && number >= 1 && number <= ROWS)
			seen[number]++;
		else
			buffer_print(fault, "left over: %.*s\n", (int)(end - at),
				     s->text.bytes + at);
		at = end;
	}
	for (int number = 1; number <= ROWS; number++)
		if (seen[number] != 1)
			buffer_print(fault, "row number %d stands %d times\n", number,
				     seen[number]);
}

/* Accounts for the whole source; `fault` gets a line for everything that does not fit. */
static void account(struct source *s, const struct catalog *c, struct buffer *fault)
{
	struct pieces p;
	collect(&p, c);
	for (size_t i = 0; i < p.count; i++) {
		if (p.all[i].link)
			take_link(s, &p.all[i], fault);
		else if (!take(s, &p.all[i]))
			buffer_print(fault, "not in the source: %s%s\n", p.all[i].label,
				     p.all[i].text);
	}
	check_runs(&p, fault);
	check_rest(s, fault);
	buffer_done(&p.regions);
}

static bool accounts_for(const char *text, size_t n, const struct catalog *c)
{
	struct source s;
	struct buffer fault = { 0 };
	source_use(&s, text, n);
	account(&s, c, &fault);
	bool good = fault.n == 0;
	buffer_done(&fault);
	source_done(&s);
	return good;
}

static bool is_han(uint32_t cp)
{
	return cp == 0x3007 || (cp >= 0x3400 && cp <= 0x9fff) || (cp >= 0xf900 && cp <= 0xfaff) ||
	       (cp >= 0x20000 && cp <= 0x3ffff);
}

/* Adds `step` for each Han character; returns how many there were. */
static size_t count_han(const char *text, int *counts, int step)
{
	size_t han = 0;
	uint32_t cp;
	for (size_t n; (n = utf8_next(text, &cp)) > 0; text += n) {
		if (!is_han(cp))
			continue;
		TRUE(cp < 0x10000);
		counts[cp] += step;
		han++;
	}
	return han;
}

TEST(every_character_of_the_source_is_used_exactly_once)
{
	struct catalog *c = load_builtin();
	struct source s;
	struct buffer fault = { 0 };
	source_read(&s);
	account(&s, c, &fault);
	EQ_STR(buffer_string(&fault), "");
	buffer_done(&fault);
	source_done(&s);
	catalog_free(c);
}

TEST(the_han_characters_are_those_of_the_source)
{
	struct catalog *c = load_builtin();
	struct source s;
	struct pieces p;
	int *counts = memory_new(0x10000 * sizeof(*counts));
	size_t pieces_han = 0;
	source_read(&s);
	collect(&p, c);
	size_t source_han = count_han(s.text.bytes, counts, 1);
	for (size_t i = 0; i < p.count; i++)
		pieces_han += count_han(p.all[i].text, counts, -1);
	TRUE(source_han > 2000);
	EQ_INT(pieces_han, source_han);
	for (uint32_t cp = 0; cp < 0x10000; cp++)
		if (counts[cp] != 0)
			EQ_INT(cp, -1);
	free(counts);
	buffer_done(&p.regions);
	source_done(&s);
	catalog_free(c);
}

TEST(a_change_to_any_character_is_noticed)
{
	enum {
		STRIDE = 149
	}; /* bytes, so that the suite stays quick */
	struct catalog *c = load_builtin();
	struct source s;
	source_read(&s);
	TRUE(accounts_for(s.text.bytes, s.text.n, c));
	size_t n;
	for (size_t at = 0; at < s.text.n; at += n) {
		uint32_t cp;
		n = utf8_next(s.text.bytes + at, &cp);
		if (at % STRIDE >= n || cp == ' ' || cp == '\n')
			continue;
		char kept = s.text.bytes[at + n - 1];
		s.text.bytes[at + n - 1] ^= 1;
		bool noticed = !accounts_for(s.text.bytes, s.text.n, c);
		s.text.bytes[at + n - 1] = kept;
		if (!noticed)
			EQ_INT(at, -1);
	}
	source_done(&s);
	catalog_free(c);
}

TEST(a_loss_a_double_and_a_moved_space_are_noticed)
{
	static const struct {
		const char *old, *new;
	} cases[] = {
		{ "在农业方面， 我省", "在农业方面，我省" },
		{ "2018 年1 月1 日", "2018年1月1日" },
		{ "企业标准 “领跑者”评价指南", "企业标准“领跑者”评价指南" },
		{ "12 号", "12号" },
		{ "资助奖励。。", "资助奖励。" },
		{ "采企业标准", "采信企业标准" },
		{ "3.在标准化项目和经费上给予优先支持。", "4.在标准化项目和经费上给予优先支持。" },
		{ "哈政办规〔2018〕46号5", "哈政办规〔2018〕46号" },
		{ "1.50条举措", "50条举措" },
		{ "郑州市", "郑州市 河南省" },
		{ "4\n\n苏质监发", "3\n\n苏质监发" },
		{ "http://snamr.shaanxi.gov.cn/info/1314/2179.htm\n", "" },
		{ "山西省\n\n太原市", "太原市" },
	};
	struct catalog *c = load_builtin();
	struct source s;
	source_read(&s);
	EACH (t, cases) {
		struct buffer changed = { 0 };
		const char *place = strstr(s.text.bytes, t->old);
		TRUE(place != NULL);
		buffer_add(&changed, s.text.bytes, (size_t)(place - s.text.bytes));
		buffer_text(&changed, t->new);
		buffer_text(&changed, place + strlen(t->old));
		TRUE(!accounts_for(changed.bytes, changed.n, c));
		buffer_done(&changed);
	}
	source_done(&s);
	catalog_free(c);
}
