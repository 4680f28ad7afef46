#include "cli/pairs.h"

#include <string.h>

#include "base/utf8.h"
#include "cli/words.h"
#include "table/describe.h"

struct pairs pairs_begin(const struct shown *s)
{
	const struct comparison *c = s->comparison;
	struct pairs p = {
		.shown = s,
		.c = s->catalog,
		.owned = { compare_names_owner(c, true), compare_names_owner(c, false) },
		.refers = { s->left_refers, s->right_refers },
	};
	describe_region(&p.regions[LEFT], p.c, c->left);
	describe_region(&p.regions[RIGHT], p.c, c->right);
	return p;
}

void pairs_done(struct pairs *p)
{
	for (int i = LEFT; i < SIDES; i++) {
		buffer_done(&p->regions[i]);
		spans_done(&p->marks[i]);
		buffer_done(&p->words[i]);
	}
	spans_done(&p->moved);
}

const struct pair *pairs_mark(struct pairs *p, size_t i)
{
	const struct pair *pair = shown_pair(p->shown, i);
	compare_differences(p->c, p->shown->comparison, pair, &p->marks[LEFT], &p->marks[RIGHT]);
	return pair;
}

const struct measure *pairs_measure(const struct pairs *p, const struct pair *pair, int side)
{
	size_t measure = side == LEFT ? pair->left : pair->right;
	return measure == CATALOG_NONE ? NULL : &p->c->measures[measure];
}

const struct entry *pairs_entry(const struct pairs *p, const struct measure *m)
{
	return &p->c->entries[m->entry];
}

bool pairs_uncertain(const struct pairs *p, const struct measure *m)
{
	return describe_is_uncertain(pairs_entry(p, m));
}

void pairs_title(const struct pairs *p, struct buffer *out)
{
	buffer_print(out, "%s 与 %s", buffer_string(&p->regions[LEFT]),
		     buffer_string(&p->regions[RIGHT]));
}

void pairs_caution(const struct pairs *p, int side, struct buffer *out)
{
	const struct comparison *c = p->shown->comparison;
	bool left = side == LEFT;
	if (left ? c->left_borrows : c->right_borrows) {
		buffer_print(out, "%s：", buffer_string(&p->regions[side]));
		describe_borrows(out, &p->c->regions[left ? c->left : c->right]);
		buffer_text(out, "。");
	}
	struct buffer yielded = { 0 };
	shown_yielded(p->shown, left, &yielded);
	if (yielded.n)
		buffer_print(out, "%s：%s。", buffer_string(&p->regions[side]),
			     buffer_string(&yielded));
	buffer_done(&yielded);
	for (size_t i = shown_entry(p->shown, left, 0); i != CATALOG_NONE;
	     i = shown_entry(p->shown, left, i + 1)) {
		const struct entry *e = &p->c->entries[i];
		if (!e->inferred)
			continue;
		describe_region(out, p->c, e->region);
		buffer_text(out, "：");
		describe_inferred(out, e);
		buffer_text(out, "。");
	}
}

void pairs_owner(const struct pairs *p, const struct measure *m, int side, struct buffer *out)
{
	if (p->owned[side])
		buffer_print(out, "（%s）", p->c->regions[pairs_entry(p, m)->region].name);
}

const char *pairs_text(struct pairs *p, const struct measure *m, int side)
{
	struct buffer *words = &p->words[side];
	buffer_clear(words);
	words_label(words, m);
	buffer_text(words, m->label ? " " : "");
	pairs_owner(p, m, side, words);
	size_t before = utf8_count(buffer_string(words), words->n);
	spans_clear(&p->moved);
	for (size_t i = 0; i < p->marks[side].count; i++)
		spans_add(&p->moved, p->marks[side].all[i].start + before,
			  p->marks[side].all[i].end + before);
	buffer_text(words, m->text);
	return buffer_string(words);
}

void pairs_relation(const struct pairs *p, const struct pair *pair, struct buffer *out)
{
	static const enum compare_filter alone[] = { [PAIR_SAME] = COMPARE_SAME,
						     [PAIR_DIFFERENT] = COMPARE_DIFFERENT,
						     [PAIR_LEFT_ONLY] = COMPARE_LEFT,
						     [PAIR_RIGHT_ONLY] = COMPARE_RIGHT };
	buffer_clear(out);
	shown_filter_name(p->shown, alone[pair->kind], out);
}

void pairs_summary(const struct pairs *p, const char *marked, struct buffer *out)
{
	const struct shown *s = p->shown;
	const struct comparison *c = s->comparison;
	buffer_print(out, "共有 %zu 项（相同 %zu，不同 %zu），仅%s %zu 项，仅%s %zu 项。",
		     c->same + c->different, c->same, c->different, shown_name(s, true),
		     c->left_only, shown_name(s, false), c->right_only);
	if (c->options.cities)
		buffer_text(out, "含所辖市。");
	if (c->options.ignore_names)
		buffer_text(out, "两地的地名不同不算不同。");
	if (s->filter != COMPARE_ALL) {
		buffer_text(out, "以下只列其中“");
		shown_filter_name(s, s->filter, out);
		buffer_print(out, "”的 %zu 项。", s->count);
	}
	if (c->different && (s->filter <= COMPARE_SHARED || s->filter == COMPARE_DIFFERENT))
		buffer_print(out, "%s是两边不同的字句。", marked);
}
