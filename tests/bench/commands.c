/* Whole processes against their like: printing a count, reading everything. */
#include <stdio.h>

#include "bench/bench.h"

#define SLOW_ROUNDS 3	/* of what takes seconds */
#define WORD_MS 15000.0 /* no word takes longer, but for those */

enum peer { RG, GREP, FZF, PEERS };

struct count_figures {
	struct samples ours, theirs[PEERS];
	unsigned long count, rg_count, grep_count;
};

/* grep and rg print the count and end with 1 when it is 0; so does lingpao. */
static void count_once(const struct setting *s, const struct corpus *c, const char *word, bool slow,
		       struct count_figures *f)
{
	char exact[64];
	snprintf(exact, sizeof(exact), "'%s", word);
	const char *const ours[] = {
		s->program, "-t", c->entries, "search", "--count", word, NULL
	};
	const char *const rg[] = { "rg", "-c", "-F", word, c->lines, NULL };
	const char *const grep[] = { "grep", "-c", "-F", word, c->lines, NULL };
	const char *const fzf[] = { "fzf", "--filter", exact, NULL };
	samples_add(&f->ours, process_run(ours, NULL, s->cache, 1, &f->count));
	if (s->rg)
		samples_add(&f->theirs[RG], process_run(rg, NULL, s->cache, 1, &f->rg_count));
	if (s->grep)
		samples_add(&f->theirs[GREP], process_run(grep, NULL, s->cache, 1, &f->grep_count));
	if (s->fzf && slow)
		samples_add(&f->theirs[FZF], process_run(fzf, c->lines, s->cache, 1, NULL));
}

static void count_row(const struct setting *s, const struct corpus *c, const char *word,
		      bool common, size_t rounds)
{
	struct count_figures f = { 0 };
	char what[96];
	double end = now_ms() + WORD_MS;
	for (size_t i = 0; i < rounds && (i < SLOW_ROUNDS || now_ms() < end); i++)
		count_once(s, c, word, i < SLOW_ROUNDS, &f);
	snprintf(what, sizeof(what), "search --count %s", word);
	struct row row = { what,	  "ms",	      &f.ours,		 "rg -c -F",
			   &f.theirs[RG], GOAL_RATIO, common ? 1.0 : 1.2 };
	figures_row(&row);
	row = (struct row){ "", "ms", &f.ours, "grep -c -F", &f.theirs[GREP], GOAL_RATIO, 0.3 };
	figures_row(&row);
	row = (struct row){ "", "ms", &f.ours, "fzf --filter", &f.theirs[FZF], GOAL_RATIO, 0.02 };
	figures_row(&row);
	if (f.ours.n && s->rg && s->grep && (f.count != f.rg_count || f.count != f.grep_count))
		figures_note("  答案不同：lingpao %lu，rg %lu，grep %lu", f.count, f.rg_count,
			     f.grep_count);
	samples_done(&f.ours);
	for (int i = 0; i < PEERS; i++)
		samples_done(&f.theirs[i]);
}

/* From JSON Lines, snapshot or not at our own pleasure the first time, and against jq without one. */
static void read_row(const struct setting *s, const struct corpus *c)
{
	struct samples ours = { 0 }, theirs = { 0 };
	const char *const read[] = { s->program,
				     "-t",
				     c->entries,
				     "search",
				     "--count",
				     "魑魅",
				     s->snapshots ? "--no-cache" : NULL,
				     NULL };
	const char *const jq[] = { "jq", "-c", ".", c->entries, NULL };
	for (int i = 0; i < SLOW_ROUNDS; i++) {
		samples_add(&ours, process_run(read, NULL, s->cache, 1, NULL));
		if (s->jq)
			samples_add(&theirs, process_run(jq, NULL, s->cache, 0, NULL));
	}
	struct row row = { "读完 JSON Lines 并检索一次（无快照）",
			   "ms",
			   &ours,
			   "jq -c .",
			   &theirs,
			   GOAL_RATIO,
			   0.25 };
	figures_row(&row);
	samples_done(&ours);
	samples_done(&theirs);
}

/* After terminal_rows(), which leaves a snapshot. */
void command_rows(const struct setting *s, const struct corpus *c, size_t rounds)
{
	static const struct {
		const char *word;
		bool common;
	} words[] = {
		{ "信", true },	  { "信贷", true },	 { "政府采购", true },
		{ "企业", true }, { "量子计算", false }, { "魑魅", false },
	};
	figures_section(s->snapshots ? "整个命令（快照）" : "整个命令（未有快照）");
	for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
		count_row(s, c, words[i].word, words[i].common, rounds);
	figures_section("读入");
	read_row(s, c);
}
