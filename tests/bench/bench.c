/* `make bench`: every figure that the program is held to, beside its peers in the same run, as one table.
 *
 *	bench PROGRAM EMPTY FOLDER N [GROWTH…]
 *
 * FOLDER holds N.jsonl and N.txt of every size that is named, and 62.txt. N is the size of the main table; GROWTH
 * are the sizes for the rows of growth; 10,000,000 among them has its own goals. Nothing here is a test: the
 * machine decides, and another program that runs beside it falsifies all. */
#include <ftw.h>
#include <locale.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/utsname.h>
#include <unistd.h>

#include "bench/bench.h"

enum {
	ROUNDS = 3, /* of sessions in a terminal */
	START_ROUNDS = 21,
	COUNT_ROUNDS = 15, /* of a command, with its peers in turn */
	ENGINE_ROUNDS = 5,
	COMPARE_MS = 1000,
	COMPARE_MIB = 200,
	BIG = 10000000, /* measured fewer times: a quarter of an hour in all */
	BIG_ROUNDS = 1,
	BIG_ENGINE_ROUNDS = 2,
	SMALL = 100000, /* up to here reading is measured LOADS times */
	LOADS = 5,
	SIZES = 8,
};
#define BUSY 0.5 /* load that is not ours */

static const struct goals goals = { 16, 25, 100, 60, true };
static const struct goals big_goals = { 120, 150, 100, 150, false };

static struct corpus corpus_of(const char *folder, const char *size)
{
	struct corpus c = { .measures = strtoull(size, NULL, 10) };
	snprintf(c.entries, sizeof(c.entries), "%s/%s.jsonl", folder, size);
	snprintf(c.lines, sizeof(c.lines), "%s/%s.txt", folder, size);
	return c;
}

static bool readable(const char *path)
{
	bool good = access(path, R_OK) == 0;
	if (!good)
		perror(path);
	return good;
}

static bool installed(const char *name)
{
	char path[4096];
	const char *at = getenv("PATH");
	for (; at && *at; at += strcspn(at, ":"), at += *at == ':') {
		snprintf(path, sizeof(path), "%.*s/%s", (int)strcspn(at, ":"), at, name);
		if (access(path, X_OK) == 0)
			return true;
	}
	printf("没有 %s，与它的比较略去（make deps bench 会装上）\n", name);
	return false;
}

static void print_machine(void)
{
	struct utsname machine;
	double load[1] = { 0 };
	uname(&machine);
	getloadavg(load, 1);
	printf("%s %s，%ld 个处理器，负载 %.2f。时间为毫秒，内存为 MiB；每键之前空闲 15 毫秒。\n",
	       machine.sysname, machine.machine, sysconf(_SC_NPROCESSORS_ONLN), load[0]);
	if (load[0] > BUSY)
		puts("机器上另有程序在跑，数字偏大，p99 尤其不可信。");
}

static int remove_one(const char *path, const struct stat *status, int type, struct FTW *where)
{
	(void)status;
	(void)type;
	(void)where;
	return remove(path);
}

static void engine_rows(const struct engine_figures *e, const struct goals *g)
{
	struct samples all = { 0 };
	figures_section("引擎，一键到全部答案");
	for (int class = 0; class < ENGINE_CLASSES; class ++) {
		struct samples times = { 0 };
		for (size_t i = 0; i < e->counts[class]; i++)
			samples_add(&times, e->times[class][i]);
		struct row row = {
			engine_class_names[class], "ms", &times, NULL, NULL, GOAL_P99, g->engine
		};
		figures_row(&row);
		samples_join(&all, &times);
		samples_done(&times);
	}
	struct row row = { "全部", "ms", &all, NULL, NULL, GOAL_NONE, 0 };
	figures_row(&row);
	samples_done(&all);
}

static void measure_size(const struct setting *s, const struct corpus *c, const struct goals *g)
{
	bool big = c->measures >= BIG;
	struct engine_figures *e = engine_measure(c, big ? BIG_ENGINE_ROUNDS : ENGINE_ROUNDS);
	printf("\n==== %zu 项措施", c->measures);
	if (e->loaded)
		printf("，措施文字 %.1f MiB", e->text_mib);
	puts(" ====");
	if (c->measures < 1000000)
		puts("目标是为 1000000 项定的。");
	engine_rows(e, g);
	terminal_rows(s, c, e, g, big ? BIG_ROUNDS : ROUNDS);
	if (g->peers)
		command_rows(s, c, COUNT_ROUNDS);
	free(e);
}

enum { LOAD, KEY, MEMORY, GROWTHS };

/* What grows with the size: medians of some readings. */
static void measure_growth(const struct corpus *c, double values[GROWTHS])
{
	struct samples all[GROWTHS] = { { 0 } };
	size_t loads = c->measures <= SMALL ? LOADS : 1;
	for (size_t i = 0; i < loads; i++) {
		struct engine_figures *e = engine_measure(c, 1);
		for (int class = 0; class < ENGINE_CLASSES; class ++)
			for (size_t k = 0; k < e->counts[class]; k++)
				samples_add(&all[KEY], e->times[class][k]);
		samples_add(&all[LOAD], e->loaded ? e->load_ms + e->build_ms : NAN);
		samples_add(&all[MEMORY], e->loaded ? e->memory_mib : NAN);
		free(e);
	}
	for (int g = 0; g < GROWTHS; g++) {
		values[g] = samples_median(&all[g]);
		samples_done(&all[g]);
	}
}

static void factor_row(const char *what, double least, double most, enum goal goal)
{
	struct samples factor = { 0 };
	samples_add(&factor, least > 0 ? most / least : NAN);
	figures_row(&(struct row){ what, "", &factor, NULL, NULL, goal, 1.5 });
	samples_done(&factor);
}

/* Of one figure at every size: all of it for each measure, what each further measure costs from one size to the
 * next, and what is left for none. */
static void growth_row(const char *name, const struct corpus *sizes, double *const values,
		       size_t count)
{
	double least = INFINITY, most = 0, least_step = INFINITY, most_step = 0, step = NAN;
	printf("%s，每百万项：", name);
	for (size_t i = 0; i < count; i++) {
		double each = values[i] * 1e6 / (double)sizes[i].measures;
		printf("  %zu 项 %.3g", sizes[i].measures, each);
		least = fmin(least, each);
		most = fmax(most, each);
	}
	printf("\n  其中每增加百万项：");
	for (size_t i = 1; i < count; i++) {
		double more = (double)(sizes[i].measures - sizes[i - 1].measures);
		step = (values[i] - values[i - 1]) * 1e6 / more;
		printf("  %zu 到 %zu 项 %.3g", sizes[i - 1].measures, sizes[i].measures, step);
		least_step = fmin(least_step, step);
		most_step = fmax(most_step, step);
	}
	double fixed = values[0] - step * (double)sizes[0].measures / 1e6;
	printf("；与大小无关的 %.3g\n", count > 1 ? fixed : NAN);
	factor_row("  每项，最大与最小之比", least, most, GOAL_MEDIAN);
	factor_row("  每增加一项，最大与最小之比", least_step, most_step, GOAL_NONE);
}

static void growth_rows(const struct corpus *sizes, size_t count)
{
	static const char *const names[GROWTHS] = { "读入，毫秒", "一键（中位），毫秒", "内存，MiB" };
	double by_size[SIZES][GROWTHS], values[SIZES];
	for (size_t i = 0; i < count; i++)
		measure_growth(&sizes[i], by_size[i]);
	for (int g = 0; g < GROWTHS; g++) {
		for (size_t i = 0; i < count; i++)
			values[i] = by_size[i][g];
		growth_row(names[g], sizes, values, count);
	}
}

static int by_measures(const void *a, const void *b)
{
	const struct corpus *x = a, *y = b;
	return (x->measures > y->measures) - (x->measures < y->measures);
}

int main(int argc, char **argv)
{
	if (argc < 5 || argc - 5 > SIZES || !setlocale(LC_ALL, "C.UTF-8")) {
		fputs("usage: bench PROGRAM EMPTY FOLDER N [GROWTH...]\n", stderr);
		return 2;
	}
	const char *folder = argv[3];
	struct setting s = { .program = argv[1], .empty = argv[2] };
	struct corpus few = corpus_of(folder, "62"), sizes[SIZES],
		      main_size = corpus_of(folder, argv[4]);
	size_t count = (size_t)argc - 5;
	for (size_t i = 0; i < count; i++)
		sizes[i] = corpus_of(folder, argv[5 + i]);
	qsort(sizes, count, sizeof(*sizes), by_measures);
	bool good = readable(few.lines) && readable(main_size.entries) && readable(main_size.lines);
	for (size_t i = 0; i < count; i++)
		good &= readable(sizes[i].entries);
	if (!good)
		return 1;
	snprintf(s.cache, sizeof(s.cache), "%s/cache-XXXXXX", folder);
	if (!mkdtemp(s.cache)) {
		perror(s.cache);
		return 1;
	}
	print_machine();
	s.fzf = installed("fzf");
	s.rg = installed("rg");
	s.grep = installed("grep");
	s.jq = installed("jq");
	s.snapshots = !isnan(process_run((const char *const[]){ s.program, "cache", NULL }, NULL,
					 s.cache, 0, NULL));
	start_rows(&s, &few, START_ROUNDS);
	measure_size(&s, &main_size, main_size.measures < BIG ? &goals : &big_goals);
	for (size_t i = 0; i < count; i++)
		if (sizes[i].measures >= BIG && main_size.measures < BIG)
			measure_size(&s, &sizes[i], &big_goals);
	compare_rows(COMPARE_MS, COMPARE_MIB);
	figures_section("增长");
	growth_rows(sizes, count);
	figures_sum();
	nftw(s.cache, remove_one, 16, FTW_DEPTH | FTW_PHYS);
	return 0;
}
