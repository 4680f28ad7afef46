/* Two provinces beside each other, as one opens them: which measure faces which, and what each pair is.
 * In a process of its own, so that its memory is the comparison's and nothing else's. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/memory.h"
#include "bench/bench.h"
#include "bench/text.h"
#include "compare/compare.h"
#include "table/build.h"

enum {
	ROUNDS = 5,
	SIZES = 3,
	ENTRY = 10,	/* measures of an entry */
	PART = 10,	/* of so many measures … */
	COMMON = 4,	/* … these stand in both provinces word for word, */
	CHANGED = 8,	/* these up to here with a few other characters, and the others in one only */
	REPEATED = 3,	/* a text is used about that often */
	SEED = 20181019,
	STEP = 7919,	/* prime: the order of the right is not that of the left */
};
static const size_t sizes[SIZES] = { 300, 3000, 30000 };

struct compare_figures {
	bool done;
	double ms[ROUNDS], mib[ROUNDS];
	size_t same, different, left_only, right_only;
	size_t planted, found; /* changed texts, and how many of them face one of their own kind */
};

/* What stands at a place: which text of the pool, and how it is used. */
static void write_measure(const struct text *t, size_t place, size_t count, bool left,
			  struct buffer *out)
{
	struct text_reward rewards[TEXT_REWARDS];
	size_t kind = place % PART;
	bool own = kind >= CHANGED;
	size_t text = own ? place + (left ? count : 2 * count) : place % (count / REPEATED + 1);
	struct random r = random_begin(SEED, text);
	buffer_clear(out);
	text_measure(t, &r, left ? "江苏省" : "山西省", out, rewards);
	if (kind >= COMMON && !own)
		buffer_print(out, "自%zu年%s起施行。", 2016 + place % 10, left ? "1月" : "7月");
}

static struct catalog *two_provinces(size_t count)
{
	static const char *const names[] = { "江苏省", "山西省" };
	struct text t;
	struct build *b = build_new();
	text_init(&t);
	build_table(b, "bench", "bench", NULL);
	struct buffer texts[ENTRY] = { 0 };
	for (size_t at = 0; at < 2 * count; at += ENTRY) {
		struct measure measures[ENTRY] = { 0 };
		bool left = at < count;
		for (size_t i = 0; i < ENTRY; i++) {
			size_t place = left ? at + i : (at - count + i) * STEP % count;
			write_measure(&t, place, count, left, &texts[i]);
			measures[i].text = buffer_string(&texts[i]);
		}
		build_entry(b, &(struct build_entry){ .number = (int64_t)at + 1,
						      .path = { names[!left] },
						      .measures = measures,
						      .measure_count = ENTRY });
	}
	for (size_t i = 0; i < ENTRY; i++)
		buffer_done(&texts[i]);
	text_done(&t);
	return build_finish(b);
}

/* A line of /proc/self/status, in MiB. */
static double status_mib(const char *key)
{
	char line[256];
	double kib = NAN;
	FILE *in = fopen("/proc/self/status", "r");
	while (in && fgets(line, sizeof(line), in))
		if (strncmp(line, key, strlen(key)) == 0)
			kib = atof(line + strlen(key));
	if (in)
		fclose(in);
	return kib / 1024;
}

/* From here on VmHWM is the most that is used from now on. */
static void forget_peak(void)
{
	FILE *out = fopen("/proc/self/clear_refs", "w");
	if (out) {
		fputs("5", out);
		fclose(out);
	}
}

/* Texts of the pool are the same up to what was changed. */
static bool of_one_kind(const char *left, const char *right)
{
	const char *l = strstr(left, "自20"), *r = strstr(right, "自20");
	return l && r && l - left == r - right && memcmp(left, right, (size_t)(l - left)) == 0;
}

static void count_found(const struct catalog *c, const struct comparison *x,
			struct compare_figures *out)
{
	out->same = x->same;
	out->different = x->different;
	out->left_only = x->left_only;
	out->right_only = x->right_only;
	for (size_t i = 0; i < x->count; i++) {
		const struct pair *p = &x->pairs[i];
		if (p->left == CATALOG_NONE || !strstr(c->measures[p->left].text, "月起施行。"))
			continue;
		out->planted++;
		out->found += p->right != CATALOG_NONE && of_one_kind(c->measures[p->left].text,
								      c->measures[p->right].text);
	}
}

static void measure(size_t count, struct compare_figures *out)
{
	struct catalog *c = two_provinces(count);
	for (int round = 0; round < ROUNDS; round++) {
		struct comparison x;
		memory_give_back();
		forget_peak();
		double before = status_mib("VmRSS:"), start = now_ms();
		compare_regions(c, 0, 1, (struct compare_options){ 0 }, &x);
		out->ms[round] = now_ms() - start;
		out->mib[round] = status_mib("VmHWM:") - before;
		if (round + 1 == ROUNDS)
			count_found(c, &x, out);
		compare_done(&x);
	}
	catalog_free(c);
	out->done = true;
}

static struct compare_figures measure_apart(size_t count)
{
	struct compare_figures out = { 0 };
	struct compare_figures *shared = mmap(NULL, sizeof(*shared), PROT_READ | PROT_WRITE,
					      MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (shared == MAP_FAILED)
		return out;
	fflush(stdout);
	pid_t child = fork();
	if (child == 0) {
		measure(count, shared);
		_exit(0);
	}
	int status = 1;
	if (child > 0 && waitpid(child, &status, 0) == child && status == 0)
		out = *shared;
	munmap(shared, sizeof(*shared));
	return out;
}

void compare_rows(double limit_ms, double limit_mib)
{
	double each[SIZES];
	figures_section("对比两个省，每省的措施");
	for (int i = 0; i < SIZES; i++) {
		struct compare_figures f = measure_apart(sizes[i]);
		struct samples ms = { 0 }, mib = { 0 };
		char time[64], memory[64];
		for (int round = 0; round < ROUNDS && f.done; round++) {
			samples_add(&ms, f.ms[round]);
			samples_add(&mib, f.mib[round]);
		}
		snprintf(time, sizeof(time), "%zu 项，打开", sizes[i]);
		snprintf(memory, sizeof(memory), "%zu 项，内存增加", sizes[i]);
		figures_row(&(struct row){ time, "ms", &ms, NULL, NULL, GOAL_P99, limit_ms });
		figures_row(&(struct row){ memory, "MiB", &mib, NULL, NULL, GOAL_P99, limit_mib });
		figures_note("    相同 %zu、不同 %zu、仅左 %zu、仅右 %zu；改了几个字的 %zu 项中 %zu 项找到原文",
			     f.same, f.different, f.left_only, f.right_only, f.planted, f.found);
		each[i] = samples_median(&ms) / (double)sizes[i] * 1000;
		samples_done(&ms);
		samples_done(&mib);
	}
	figures_note("  每项措施，微秒：300 项 %.3g，3000 项 %.3g，30000 项 %.3g", each[0], each[1],
		     each[2]);
}
