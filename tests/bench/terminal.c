/* Through a terminal: from a key written to the screen that shows the complete answer, from the start to the
 * first screen and to the complete list, and the memory that is taken then; fzf in the same way. */
#include <math.h>
#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bench/bench.h"
#include "bench/session.h"

enum {
	REPEATS =
		4, /* of a typing in one session of ours; fzf remembers queries, so it types each once */
	TOP = 0, /* rows */
	BOTTOM = -1,
	ABOVE_BOTTOM = -2,
};
#define IDLE_MS 15.0
#define CLEAR "\025"	/* ^U */
#define SETTLE_MS 300.0 /* after loading, before the first key */

struct terminal_figures {
	struct samples first_screen, complete; /* without a snapshot */
	struct samples snapshot_screen;
	struct samples rss, anonymous, highest;
	struct samples snapshot_rss; /* with what was read mapped from a snapshot */
	struct samples keys;	     /* all of them */
	struct samples wide, narrow; /* those that are typed into the peer too */
	struct samples pinyin, absent;
};

/* 1000000 and 1,000,000. */
struct number {
	char plain[48], grouped[48];
};

static struct number number(const char *before, size_t value, const char *after)
{
	struct number out;
	char digits[24], grouped[32];
	size_t n = (size_t)snprintf(digits, sizeof(digits), "%zu", value), to = 0;
	for (size_t i = 0; i < n; i++) {
		if (i > 0 && (n - i) % 3 == 0)
			grouped[to++] = ',';
		grouped[to++] = digits[i];
	}
	grouped[to] = '\0';
	snprintf(out.plain, sizeof(out.plain), "%s%s%s", before, digits, after);
	snprintf(out.grouped, sizeof(out.grouped), "%s%s%s", before, grouped, after);
	return out;
}

static double until(struct session *s, int row, const char *text)
{
	return session_until(s, &(struct session_sight){ .row = row, .text = text });
}

static double until_complete(struct session *s, const struct corpus *c)
{
	struct number n = number(" ", c->measures, " 项");
	return session_until(s, &(struct session_sight){ TOP, n.plain, n.grouped, NULL, false });
}

static double until_complete_in_fzf(struct session *s, const struct corpus *c)
{
	char answer[64];
	snprintf(answer, sizeof(answer), " %zu/%zu ", c->measures, c->measures);
	return until(s, ABOVE_BOTTOM, answer);
}

/* The lines with the word; 0 when the file cannot be read. */
static size_t count_lines(const char *path, const char *word, size_t word_bytes)
{
	struct stat status;
	size_t count = 0;
	int file = open(path, O_RDONLY);
	if (file < 0 || fstat(file, &status) != 0)
		return 0;
	char *text = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE, file, 0);
	close(file);
	if (text == MAP_FAILED)
		return 0;
	char *at = text, *end = text + status.st_size;
	while ((at = memmem(at, (size_t)(end - at), word, word_bytes))) {
		count++;
		at = memchr(at, '\n', (size_t)(end - at));
		if (!at)
			break;
	}
	munmap(text, (size_t)status.st_size);
	return count;
}

static void take_key(char key[8], const char *text, size_t keys)
{
	size_t from = typing_bytes(text, keys - 1), to = typing_bytes(text, keys);
	memcpy(key, text + from, to - from);
	key[to - from] = '\0';
}

static void sort_key(struct terminal_figures *f, const struct typing *t, size_t keys, double time)
{
	samples_add(&f->keys, time);
	if (t->peer)
		samples_add(keys <= t->first_narrowing ? &f->wide : &f->narrow, time);
	else
		samples_add(*t->text >= 'a' && *t->text <= 'z' ? &f->pinyin : &f->absent, time);
}

/* What was typed and how many hits it has stand in the bottom line. */
static double until_answer(struct session *s, const struct typing *t, size_t keys, size_t hits)
{
	struct number n = number(" ", hits, " 项命中");
	char typed[64];
	snprintf(typed, sizeof(typed), " %.*s", (int)typing_bytes(t->text, keys), t->text);
	struct session_sight sight = { BOTTOM, n.plain, n.grouped, typed, false };
	if (hits == 0)
		sight.other = "没有";
	return session_until(s, &sight);
}

/* One query into our prompt, key by key, and out again. False when an answer never came. */
static bool type_ours(struct session *s, int typing, const struct engine_figures *e,
		      struct terminal_figures *f)
{
	const struct typing *t = &typings[typing];
	size_t bytes = strlen(t->text);
	char key[8];
	for (size_t keys = 1; typing_bytes(t->text, keys - 1) < bytes; keys++) {
		take_key(key, t->text, keys);
		idle_ms(IDLE_MS);
		session_keys(s, key);
		double time = until_answer(s, t, keys, e->hits[typing][keys - 1]);
		if (isnan(time))
			return false;
		sort_key(f, t, keys, time);
	}
	session_keys(s, CLEAR);
	return !isnan(
		session_until(s, &(struct session_sight){ BOTTOM, t->text, NULL, NULL, true }));
}

static void take_memory(const struct session *s, struct terminal_figures *f)
{
	samples_add(&f->rss, session_memory(s, "VmRSS"));
	samples_add(&f->anonymous, session_memory(s, "RssAnon"));
	samples_add(&f->highest, session_memory(s, "VmHWM"));
}

static void figures_free(struct terminal_figures *f)
{
	struct samples *all[] = {
		&f->first_screen, &f->complete, &f->snapshot_screen, &f->rss,  &f->anonymous,
		&f->highest,	  &f->keys,	&f->wide,	     &f->narrow, &f->pinyin,
		&f->absent,	  &f->snapshot_rss,
	};
	for (size_t i = 0; i < sizeof(all) / sizeof(all[0]); i++)
		samples_done(all[i]);
}

/* Every typing, `repeats` times, when all is read. */
static void type_all(struct session *s, const struct engine_figures *e, size_t repeats,
		     struct terminal_figures *f)
{
	bool good = true;
	idle_ms(SETTLE_MS);
	session_keys(s, "/");
	until(s, BOTTOM, "检索:");
	for (size_t i = 0; i < repeats && good; i++)
		for (int typing = 0; typing < TYPINGS && good; typing++)
			good = type_ours(s, typing, e, f);
}

static void run_ours(const struct setting *set, const struct corpus *c,
		     const struct engine_figures *e, struct terminal_figures *f, size_t repeats)
{
	const char *const argv[] = { set->program, "-t", c->entries,
				     set->snapshots ? "--no-cache" : NULL, NULL };
	struct session *s = session_start(argv, NULL, set->cache);
	samples_add(&f->first_screen, until(s, BOTTOM, "? 帮助"));
	double complete = until_complete(s, c);
	samples_add(&f->complete, complete);
	if (!isnan(complete)) {
		type_all(s, e, repeats, f);
		take_memory(s, f);
	}
	session_end(s);
}

/* What is typed here counts for the memory alone. */
static void run_ours_from_snapshot(const struct setting *set, const struct corpus *c,
				   const struct engine_figures *e, struct terminal_figures *f)
{
	const char *const argv[] = { set->program, "-t", c->entries, NULL };
	struct terminal_figures apart = { 0 };
	struct session *s = session_start(argv, NULL, set->cache);
	samples_add(&f->snapshot_screen, until(s, BOTTOM, "? 帮助"));
	if (!isnan(until_complete(s, c))) {
		type_all(s, e, 1, &apart);
		samples_add(&f->snapshot_rss, session_memory(s, "VmRSS"));
	}
	session_end(s);
	figures_free(&apart);
}

static bool type_theirs(struct session *s, const struct typing *t, const struct corpus *c,
			struct terminal_figures *f)
{
	size_t bytes = strlen(t->text);
	char key[8], answer[64];
	for (size_t keys = 1; typing_bytes(t->text, keys - 1) < bytes; keys++) {
		size_t typed = typing_bytes(t->text, keys);
		snprintf(answer, sizeof(answer), " %zu/%zu ", count_lines(c->lines, t->text, typed),
			 c->measures);
		take_key(key, t->text, keys);
		idle_ms(IDLE_MS);
		session_keys(s, key);
		double time = until(s, ABOVE_BOTTOM, answer);
		if (isnan(time))
			return false;
		sort_key(f, t, keys, time);
	}
	session_keys(s, CLEAR);
	return !isnan(until_complete_in_fzf(s, c));
}

static void run_theirs(const struct setting *set, const struct corpus *c,
		       struct terminal_figures *f)
{
	const char *const argv[] = { "fzf", "-e", NULL };
	struct session *s = session_start(argv, c->lines, set->cache);
	samples_add(&f->first_screen, until(s, BOTTOM, ">"));
	double complete = until_complete_in_fzf(s, c);
	samples_add(&f->complete, complete);
	if (!isnan(complete)) {
		bool good = true;
		idle_ms(SETTLE_MS);
		for (int typing = 0; typing < TYPINGS && good; typing++)
			if (typings[typing].peer)
				good = type_theirs(s, &typings[typing], c, f);
		take_memory(s, f);
	}
	session_end(s);
}

static void print_rows(const struct terminal_figures *ours, const struct terminal_figures *theirs,
		       const struct samples *text, const struct goals *g)
{
	const char *fzf = g->peers ? "fzf -e" : NULL;
	const struct row rows[] = {
		{ "按键到屏幕", "ms", &ours->keys, NULL, NULL, GOAL_P99, g->screen },
		{ "  头两键（信贷 政府 企业 量）", "ms", &ours->wide, fzf, &theirs->wide,
		  g->peers ? GOAL_RATIO : GOAL_NONE, 1.0 / 40 },
		{ "  再收窄（信贷支持 政府采购 量子）", "ms", &ours->narrow, fzf, &theirs->narrow,
		  g->peers ? GOAL_RATIO : GOAL_NONE, 0.25 },
		{ "  声母和词（zfcg 江苏）", "ms", &ours->pinyin, NULL, NULL, GOAL_P99, g->screen },
		{ "  没有的词（魑魅）", "ms", &ours->absent, NULL, NULL, GOAL_P99, g->screen },
		{ "第一屏，读 JSON Lines", "ms", &ours->first_screen, fzf, &theirs->first_screen,
		  GOAL_MEDIAN, g->first_lines },
		{ "第一屏，读快照", "ms", &ours->snapshot_screen, fzf, &theirs->first_screen,
		  GOAL_MEDIAN, g->first_snapshot },
		{ "全部读完，读 JSON Lines", "ms", &ours->complete, fzf, &theirs->complete,
		  g->peers ? GOAL_RATIO : GOAL_NONE, 0.7 },
		{ "内存 VmRSS，检索之后，读快照", "MiB", &ours->snapshot_rss, "措施文字", text,
		  GOAL_RATIO, 2 },
		{ "", "MiB", &ours->snapshot_rss, fzf, &theirs->rss,
		  g->peers ? GOAL_RATIO : GOAL_NONE, 0.4 },
		{ "内存 VmRSS，检索之后，无快照", "MiB", &ours->rss, "措施文字", text, GOAL_RATIO, 2 },
		{ "", "MiB", &ours->rss, fzf, &theirs->rss, g->peers ? GOAL_RATIO : GOAL_NONE,
		  0.4 },
		{ "内存 RssAnon", "MiB", &ours->anonymous, fzf, &theirs->anonymous, GOAL_NONE, 0 },
		{ "内存 VmHWM", "MiB", &ours->highest, fzf, &theirs->highest, GOAL_NONE, 0 },
	};
	figures_section("终端 200×50");
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		figures_row(&rows[i]);
}

/* The program writes it when it reads a large file from the beginning to the end. */
static void make_snapshot(const struct setting *s, const struct corpus *c)
{
	const char *const count[] = { s->program, "-t",	  c->entries, "search",
				      "--count",  "信贷", NULL };
	process_run(count, NULL, s->cache, 1, NULL);
}

void terminal_rows(const struct setting *s, const struct corpus *c, const struct engine_figures *e,
		   const struct goals *g, size_t rounds)
{
	struct terminal_figures ours = { 0 }, theirs = { 0 };
	struct samples text = { 0 };
	if (s->snapshots)
		make_snapshot(s, c);
	for (size_t i = 0; i < rounds && e->loaded; i++) {
		run_ours(s, c, e, &ours, REPEATS);
		if (s->snapshots)
			run_ours_from_snapshot(s, c, e, &ours);
		if (g->peers && s->fzf)
			run_theirs(s, c, &theirs);
	}
	if (e->loaded)
		samples_add(&text, e->text_mib);
	print_rows(&ours, &theirs, &text, g);
	samples_done(&text);
	figures_free(&ours);
	figures_free(&theirs);
}

static void start_once(const char *const argv[], const char *input, const char *cache, int row,
		       const char *text, struct terminal_figures *f)
{
	struct session *s = session_start(argv, input, cache);
	samples_add(&f->first_screen, until(s, row, text));
	samples_add(&f->rss, session_memory(s, "VmRSS"));
	session_end(s);
}

/* The table of 62 measures that is compiled in. */
void start_rows(const struct setting *set, const struct corpus *few, size_t rounds)
{
	struct terminal_figures ours = { 0 }, empty = { 0 }, fzf = { 0 };
	const char *const ours_argv[] = { set->program, NULL };
	const char *const empty_argv[] = { set->empty, NULL };
	const char *const fzf_argv[] = { "fzf", "-e", NULL };
	for (size_t i = 0; i < rounds; i++) {
		start_once(ours_argv, NULL, set->cache, BOTTOM, "? 帮助", &ours);
		start_once(empty_argv, NULL, set->cache, BOTTOM, "ready", &empty);
		if (set->fzf)
			start_once(fzf_argv, few->lines, set->cache, ABOVE_BOTTOM, " 62/62 ", &fzf);
	}
	const struct row rows[] = {
		{ "启动到第一屏", "ms", &ours.first_screen, "空 ncursesw", &empty.first_screen,
		  GOAL_DIFFERENCE, 7 },
		{ "", "ms", &ours.first_screen, "fzf，62 行", &fzf.first_screen, GOAL_RATIO, 1 },
		{ "内存 VmRSS", "MiB", &ours.rss, "空 ncursesw", &empty.rss, GOAL_DIFFERENCE, 2.5 },
		{ "", "MiB", &ours.rss, "fzf，62 行", &fzf.rss, GOAL_NONE, 0 },
	};
	figures_section("内置的 62 项");
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		figures_row(&rows[i]);
	figures_free(&ours);
	figures_free(&empty);
	figures_free(&fzf);
}
