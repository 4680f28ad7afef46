/* A key typed -> the complete answer: all hits, their count, the counts of every region. In a process of its
 * own, so that its memory is the catalog's and the engine's and nothing else's. */
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "bench/bench.h"
#include "search/engine.h"
#include "table/load.h"

enum {
	QUERIES = 6, /* most of a class */
	KEY_BYTES = 128,
};
#define IDLE_MS 15.0	 /* between two keys: a helper thread has gone to sleep by then */
#define CLASS_MS 15000.0 /* no class takes longer */

/* clang-format off */
const char *const engine_class_names[ENGINE_CLASSES] = {
	"单个汉字", "词", "短语", "没有的词", "声母", "全拼", "几个词", "! 排除", "| 或者", "字段", "繁体",
};
static const char *const queries[ENGINE_CLASSES][QUERIES] = {
	{ "信", "政", "企", "业", "。", "量" },
	{ "信贷", "政府", "企业", "质量", "领跑者", "量子" },
	{ "信贷支持", "政府采购", "质量诚信体系建设", "同等条件下优先选择" },
	{ "魑魅", "甪鼋", "政府魑", "没有这样的词" },
	{ "zfcg", "xd", "zc", "qybz" },
	{ "zhengfucaigou", "xindai", "qiye" },
	{ "信贷 江苏", "企业 支持 产业", "zfcg 江苏" },
	{ "企业 !信贷", "!企业", "!zfcg 奖励" },
	{ "信贷 | 融资", "企业 | 产业 | 质量" },
	{ "类别:信贷", "地域:江苏", "年:2018", "金额:>=50万", "文号:市监" },
	{ "標準", "質量", "龍頭企業" },
};
const struct typing typings[TYPINGS] = {
	{ "信贷支持", true, 2 }, { "政府采购", true, 2 }, { "企业", true, 2 }, { "量子", true, 1 },
	{ "zfcg 江苏", false, 0 }, { "魑魅", false, 0 },
};
/* clang-format on */

struct bench_engine {
	struct catalog *catalog;
	struct engine *engine;
	struct query query;
	struct hits hits;
	size_t sum; /* so that no count is left out by the compiler */
};

size_t typing_bytes(const char *text, size_t keys)
{
	size_t n = strlen(text), at = 0;
	for (uint32_t cp; keys > 0 && at < n; keys--)
		at += utf8_decode(text + at, n - at, &cp);
	return at;
}

static void answer(struct bench_engine *b, const char *text)
{
	const struct catalog *c = b->catalog;
	query_parse(&b->query, text);
	engine_search(b->engine, &b->query, &b->hits);
	for (size_t i = 0; i < c->region_count; i++) {
		const struct region *r = &c->regions[i];
		b->sum += hits_between(&b->hits, r->first_measure, r->own_measures_end);
		b->sum += hits_between(&b->hits, r->first_measure, r->measures_end);
	}
}

/* Types the text key by key; nothing is known from before. */
static void type(struct bench_engine *b, const char *text, struct engine_figures *out, int class)
{
	char typed[KEY_BYTES];
	engine_forget(b->engine);
	answer(b, "");
	for (size_t keys = 1;; keys++) {
		size_t n = typing_bytes(text, keys);
		memcpy(typed, text, n);
		typed[n] = '\0';
		idle_ms(IDLE_MS);
		double start = now_ms();
		answer(b, typed);
		if (out->counts[class] < ENGINE_MOST)
			out->times[class][out->counts[class]++] = now_ms() - start;
		if (n == strlen(text))
			return;
	}
}

static void run_class(struct bench_engine *b, struct engine_figures *out, int class, size_t rounds)
{
	double end = now_ms() + CLASS_MS;
	for (size_t round = 0; round < rounds; round++)
		for (int i = 0; i < QUERIES && queries[class][i] && now_ms() < end; i++)
			type(b, queries[class][i], out, class);
}

static void count_hits(struct bench_engine *b, struct engine_figures *out)
{
	char typed[KEY_BYTES];
	for (int i = 0; i < TYPINGS; i++)
		for (size_t keys = 1; keys <= TYPING_KEYS; keys++) {
			size_t n = typing_bytes(typings[i].text, keys);
			memcpy(typed, typings[i].text, n);
			typed[n] = '\0';
			answer(b, typed);
			out->hits[i][keys - 1] = b->hits.count;
		}
}

static double anonymous_mib(void)
{
	char line[256];
	double kib = NAN;
	FILE *in = fopen("/proc/self/status", "r");
	while (in && fgets(line, sizeof(line), in))
		if (strncmp(line, "RssAnon:", 8) == 0)
			kib = atof(line + 8);
	if (in)
		fclose(in);
	return kib / 1024;
}

static void measure(const struct corpus *c, struct engine_figures *out, size_t rounds)
{
	struct bench_engine b = { 0 };
	struct faults faults = { 0 };
	const char *file = c->entries;
	double before = anonymous_mib(), start = now_ms();
	b.catalog = load_tables(&file, 1, &faults);
	if (!b.catalog)
		return;
	out->load_ms = now_ms() - start;
	start = now_ms();
	b.engine = engine_new(b.catalog);
	answer(&b, "企业");
	out->build_ms = now_ms() - start;
	out->measures = b.catalog->measure_count;
	for (size_t i = 0; i < b.catalog->measure_count; i++)
		out->text_mib += (double)strlen(b.catalog->measures[i].text) / 1048576;
	for (int class = 0; class < ENGINE_CLASSES; class ++)
		run_class(&b, out, class, rounds);
	count_hits(&b, out);
	out->memory_mib = anonymous_mib() - before;
	out->loaded = b.sum > 0;
}

struct engine_figures *engine_measure(const struct corpus *c, size_t rounds)
{
	size_t size = sizeof(struct engine_figures);
	struct engine_figures *out = memory_new(size);
	struct engine_figures *shared =
		mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	if (shared == MAP_FAILED)
		return out;
	fflush(stdout);
	pid_t child = fork();
	if (child == 0) {
		measure(c, shared, rounds);
		_exit(0);
	}
	int status = 1;
	if (child > 0 && waitpid(child, &status, 0) == child && status == 0)
		memcpy(out, shared, size);
	munmap(shared, size);
	return out;
}
